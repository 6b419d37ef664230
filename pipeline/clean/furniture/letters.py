"""„Zalesin, dnia 3 maja 2013 r.", „Szanowny Pan", „Z poważaniem": heads and closings of letters, short lines of their text."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from pipeline.clean.datelines import place_date
from pipeline.clean.people import full_name, is_office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.marks import Mark

_HEAD_LINES, _CLOSING_LINES = 10, 5
"""filled lines; between a letter's date and its first sentence, and below its closing formula"""
_LINE_WORDS = 12
_CASE = re.compile(
    r"(?:(?:nr|znak|sygn\.)\D{0,20})?[a-z]{1,8}(?:[-./ ][a-z\d]{1,8}){0,6}[-./]\d{1,6}(?:[-./]\d{1,4})*[-./]?[a-z]{0,4}"
)
"""„WK-4110/3/2008", „OR-II.1710.3.2013.AB": letters of the unit, numbers of the case, the year, initials of the clerk"""


@lru_cache(maxsize=1)
def _formulas() -> dict[str, re.Pattern[str]]:
    text = (resources.files("pipeline.clean") / "data" / "letters.toml").read_text(encoding="utf-8")
    return {name: re.compile("|".join(patterns)) for name, patterns in tomllib.loads(text).items()}


def letter_lines(page: Sequence[Line], marks: Mapping[int, Mark]) -> set[int]:
    """Numbers of the lines between a letter's date and its first sentence, and of its closing formula with who signs.

    A date with a place counts as a letter's only where an addressee, an office or a case number stands below it: some sites
    print their town and today's date on every page.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    found: set[int] = set()
    for at, i in enumerate(filled):
        if place_date(page[i].text) and not page[i].prose:
            found.update(_head(page, filled, at, marks))
        elif _formulas()["closing"].fullmatch(page[i].key):
            found.update(_run(page, filled, at, _CLOSING_LINES, marks))
    return found


def _run(page: Sequence[Line], filled: list[int], at: int, longest: int, marks: Mapping[int, Mark]) -> list[int]:
    """The short lines from one on, up to running text, a list or what a rule knows."""
    run: list[int] = []
    for i in filled[at : at + longest + 1]:
        known = i in marks and marks[i].reason != "byline"
        if known or page[i].prose or page[i].marker is not None or page[i].words > _LINE_WORDS:
            break
        run.append(i)
    return run


def _head(page: Sequence[Line], filled: list[int], at: int, marks: Mapping[int, Mark]) -> list[int]:
    run = _run(page, filled, at, _HEAD_LINES, marks)
    behind = filled[at + len(run)] if at + len(run) < len(filled) else None
    if behind is None or len(run) > _HEAD_LINES or not (page[behind].prose or page[behind].marker):
        return []
    return run if any(_addresses(page[i]) for i in run[1:]) else []


def _addresses(line: Line) -> bool:
    """„Pan", „BONIFACY KOT", „Wójt Gminy Borki", „WK-4110/3/2008"."""
    if _formulas()["salutation"].fullmatch(line.key) or _CASE.fullmatch(line.key):
        return True
    return is_office(line.text) or full_name(line.text.title()) is not None
