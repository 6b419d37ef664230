"""Small arithmetic of EDTF values: „w grudniu 2023 … przez kolejne 3 lata" -> 2026-12."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEARS = re.compile(r"P(\d{1,2})Y")
_LEAP_DAY = ("02", "29")


def ends(value: str) -> tuple[str | None, str | None]:
    """„2014-09-26/2017-09-25" -> both; "../2011-05" -> (None, "2011-05"); a point is both its own start and end."""
    start, slash, end = re.sub(r"[?~%]", "", value).partition("/")
    if not slash:
        end = start
    return tuple(p if _POINT.fullmatch(p) and _real(p) else None for p in (start, end))  # type: ignore[return-value]


def _real(point: str) -> bool:
    """Months above 12 are seasons and quarters: no arithmetic with them."""
    found = _POINT.fullmatch(point)
    return found is not None and (found[2] is None or 1 <= int(found[2]) <= 12)


def compatible(first: str, second: str) -> bool:
    """„2018-05" and „2018-05-28": whether one is the other at a lower precision."""
    return first.startswith(second) or second.startswith(first)


def months(point: str) -> int:
    """Months since year 0, for the distance of two points; a bare year counts as its January."""
    found = _POINT.fullmatch(point)
    if found is None:
        raise ValueError(f"not a calendar date: {point!r}")
    return int(found[1]) * 12 + int(found[2] or 1)


def last_month(point: str) -> int:
    """Months since year 0 of the point's last month; a bare year counts as its December."""
    return months(point if "-" in point else f"{point}-12")


def last_day(point: str) -> str:
    """„2024-02" -> "2024-02-29"."""
    return f"{point}-{monthrange(int(point[:4]), int(point[5:7]))[1]:02d}"


def day_before(point: str) -> str:
    """„2014-06-21" -> "2014-06-20"."""
    return (date.fromisoformat(point) - timedelta(days=1)).isoformat()


def add(point: str, period: str) -> str | None:
    """„2023-12" + „P3Y" -> "2026-12", at the precision of the point; None where the period is not of whole years.

    29 February becomes the 28th where the new year has none.
    """
    years, found = _YEARS.fullmatch(period), _POINT.fullmatch(point)
    if years is None or found is None:
        return None
    year = int(found[1]) + int(years[1])
    month, day = found[2], found[3]
    if (month, day) == _LEAP_DAY and (year % 4 or (year % 100 == 0 and year % 400)):
        day = "28"
    return "-".join(p for p in (f"{year:04d}", month, day) if p)
