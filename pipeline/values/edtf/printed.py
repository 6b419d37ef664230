"""Reading EDTF back: „2011-36", „../2011-05", „P3Y"."""

from __future__ import annotations

import re

from pipeline.values.edtf.model import Date, Duration, Interval

_DATE = re.compile(r"(XXXX|\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d))?(?:-(\d\d))?(~?)")
_DURATION = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,6})D)?")


def parse_edtf(text: str) -> Date | Interval | Duration | None:
    """The value that ``str(value)`` printed; None for a string that is none of ours.

    A time of day behind a date ("2024-05-03T10:00") is read over: the precision here ends with the day.
    """
    text = text.strip()
    if text.startswith("P"):
        return _duration(text)
    if "/" not in text:
        return _date(text)
    left, _, right = text.partition("/")
    start, end = _date(left), _date(right)
    if (start is None and left not in {"..", ""}) or (end is None and right not in {"..", ""}):
        return None
    try:
        return Interval(start, end)
    except ValueError:
        return None


def _date(text: str) -> Date | None:
    match = _DATE.fullmatch(text.partition("T")[0])
    if match is None:
        return None
    year, month, day, approximate = match.groups()
    masked = year.count("X")
    try:
        return Date(
            year=None if masked == 4 else int(year.replace("X", "0")),
            month=int(month) if month else None,
            day=int(day) if day else None,
            approximate=bool(approximate),
            masked=masked % 4,
        )
    except ValueError:
        return None


def _duration(text: str) -> Duration | None:
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    years, months, days = (int(g or 0) for g in match.groups())
    try:
        return Duration(years, months, days)
    except ValueError:
        return None
