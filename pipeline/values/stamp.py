"""„2024-06-17T08:12:00+02:00", „17.06.2024, 08:12", „17 czerwca 2024": stamps that pages and tables carry, as EDTF days.

A stamp is a date that stands for itself, with its year. Dates in sentences („do maja 2011", „wczoraj") are ``values.edtf``'s.
Day-first order is Polish usage (PN-EN 28601 and everyday writing); month-first is taken only where the day cannot be a month.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.schema import EDTF

FIRST_YEAR, LAST_YEAR = 1980, 2100
"""years; Polish pages begin in 1991, digitised papers some years before; outside lies a misread number"""

_YMD = r"(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
_COMPACT = r"(?P<cy>(?:19|20)\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d)"
_DMY = r"(?P<e>\d{1,2})\s?(?P<t>[-./])\s?(?P<n>\d{1,2})\s?(?P=t)\s?(?P<z>(?:19|20)\d\d)"
_FIND = re.compile(rf"(?<![\w:/.,-])(?:{_YMD}|{_DMY})(?![-./]?\d)(?![A-SU-Za-z])")
_WORDS = re.compile(
    r"(?<![\w.,-])(?P<d>\d{1,2})(?:\s?\.|-go|-ego|st|nd|rd|th)?\s{1,3}(?P<month>[^\W\d_]{3,12})\.?,?\s{1,3}(?P<y>(?:19|20)\d\d)(?!\d)"
)
_ENGLISH = re.compile(
    r"(?<![\w.,-])(?P<month>[^\W\d_]{3,9})\.?\s{1,3}(?P<d>\d{1,2})(?:st|nd|rd|th)?,\s{0,3}(?P<y>(?:19|20)\d\d)(?!\d)"
)
_LONE = re.compile(
    rf"\s*(?:{_YMD}|{_COMPACT})(?:[T\s].{{0,40}})?\s*$|\s*{_DMY}(?:\s?r\.?|\s?roku)?(?:[\s,T].{{0,40}})?\s*$", re.DOTALL
)
_COARSE = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?:-(?P<m>0[1-9]|1[0-2]))?\s*$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """„17.06.2024": a date found in a longer text."""

    value: EDTF
    start: int
    """characters"""
    end: int
    """characters, exclusive"""


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    data = tomllib.loads(files(__package__).joinpath("stamp.toml").read_text(encoding="utf-8"))
    return {fold(name): int(number) for number, names in data["months"].items() for name in names}


def month_number(name: str) -> int | None:
    """„czerwca" -> 6, „cze" -> 6, „June" -> 6; None for anything else."""
    return _months().get(fold(name).rstrip("."))


def to_edtf(text: str) -> EDTF | None:
    """„17.06.2024 08:12" -> "2024-06-17": the value of a cell or attribute that holds one date and nothing else but a time.

    "2024-06" and "2024" keep their precision. None where the order of day and month or the date itself is not clear.
    """
    if len(text) > 80:
        return None
    if coarse := _COARSE.match(text):
        return _plausible_year(coarse["y"]) and (f"{coarse['y']}-{coarse['m']}" if coarse["m"] else coarse["y"])
    if lone := _LONE.match(text):
        return _value(lone)
    worded = [stamp for stamp in find_stamps(text) if len(text) - (stamp.end - stamp.start) <= 40]
    return worded[0].value if len(worded) == 1 else None


def find_stamps(text: str) -> Iterator[Stamp]:
    """„Opublikowano: 17 czerwca 2024, godz. 8:12" -> one stamp: every full date with its year, in text order.

    An edition („27001:2017-06"), a number with more digits around it and a date that is not in the calendar are no stamps.
    """
    found: list[Stamp] = []
    for pattern in (_FIND, _WORDS, _ENGLISH):
        matches = ((_value(match), match) for match in pattern.finditer(text))
        found += [Stamp(value, match.start(), match.end()) for value, match in matches if value]
    yield from sorted(found, key=lambda stamp: stamp.start)


def _value(match: re.Match[str]) -> EDTF | None:
    parts = match.groupdict()
    if "month" in parts:
        month = month_number(parts["month"])
        return _day(parts["y"], month, int(parts["d"])) if month else None
    if parts.get("y"):
        return _day(parts["y"], int(parts["m"]), int(parts["d"]))
    if parts.get("cy"):
        return _day(parts["cy"], int(parts["cm"]), int(parts["cd"]))
    day, month = int(parts["e"]), int(parts["n"])
    if month > 12 >= day and parts["t"] == "/":
        day, month = month, day
    return _day(parts["z"], month, day)


def _day(year: str, month: int, day: int) -> EDTF | None:
    if not _plausible_year(year):
        return None
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _plausible_year(year: str) -> str | None:
    return year if FIRST_YEAR <= int(year) <= LAST_YEAR else None
