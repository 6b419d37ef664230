"""Partial dates, intervals and durations, printed as EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace
from functools import lru_cache

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_QUARTER, FIRST_HALF = 33, 40
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
"""Months with which the meteorological seasons begin; EDTF leaves the days of a season open."""
_LEAP = 2000
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""days of the months; ``calendar.monthrange`` also looks for a weekday, which costs more than the rest of a date"""
_MONTHS = frozenset({*range(1, 13), *range(21, 25), *range(33, 37), 40, 41})


def _first_month(code: int) -> tuple[int, int]:
    """First month and length in months of a month, season (21-24), quarter (33-36) or half-year (40-41) code."""
    if code <= 12:
        return code, 1
    if code in _SEASON_STARTS:
        return _SEASON_STARTS[code], 3
    return (1 + 3 * (code - FIRST_QUARTER), 3) if code < FIRST_HALF else (1 + 6 * (code - FIRST_HALF), 6)


def days_in(year: int, month: int) -> int:
    """Days of a month, 29 in February of a leap year."""
    return 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month]


@dataclass(frozen=True, slots=True)
class Date:
    """„28 maja 2018 r.", „maj 2018", „IV kwartał 2011", „lata 90.": a date at the precision printed.

    Args:
        year: 0 to 9999; None where the text does not say and no reference helped ("XXXX").
        month: 1 to 12, or a code of EDTF level 2: seasons 21-24, quarters 33-36, half-years 40-41.
        day: 1 to 31, only with a month.
        approximate: „około 2010 roku" ("2010~").
        masked: how many last digits of the year are open: 1 for „lata 90." ("199X").

    Raises:
        ValueError: no such day in any calendar.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    masked: int = 0

    def __post_init__(self) -> None:
        if self.year is not None and not 0 <= self.year <= 9999:
            raise ValueError(f"no year {self.year}")
        if self.month is not None and self.month not in _MONTHS:
            raise ValueError(f"no month {self.month}")
        if self.masked and (self.masked not in range(4) or self.year is None or self.month is not None):
            raise ValueError(f"{self.masked} open digits")
        if self.day is not None and not 1 <= self.day <= self._days():
            raise ValueError(f"no day {self.day} in month {self.month} of {self.year}")

    def _days(self) -> int:
        if self.month is None or self.month > 12:
            return 0
        return days_in(self.year or _LEAP, self.month)

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.masked:
            year = year[: -self.masked] + "X" * self.masked
        parts = [year, *(f"{p:02d}" for p in (self.month, self.day) if p is not None)]
        return "-".join(parts) + ("~" if self.approximate else "")

    def first(self) -> datetime.date | None:
        """First day that it may mean; None without a year."""
        if not self.year:
            return None
        year = self.year - self.year % 10**self.masked if self.masked else self.year
        month = _first_month(self.month)[0] if self.month else 1
        return datetime.date(max(year, 1), month, self.day or 1)

    def last(self) -> datetime.date | None:
        """Last day that it may mean; None without a year. A winter ends in February of the next year."""
        start = self.first()
        if start is None:
            return None
        if self.day:
            return start
        if self.masked:
            return datetime.date(min(start.year + 10**self.masked - 1, 9999), 12, 31)
        first, length = _first_month(self.month) if self.month else (1, 12)
        carry, month = divmod(first + length - 2, 12)
        year = min(start.year + carry, 9999)
        return datetime.date(year, month + 1, days_in(year, month + 1))

    def with_year(self, year: int | None) -> Date:
        """The same day in another year; 29 February becomes 28 February where the year has none."""
        if self.month == 2 and self.day == 29 and year is not None and not calendar.isleap(year):
            return Date(year, 2, 28, self.approximate)
        return self if year == self.year else date_of(year, self.month, self.day, self.approximate, self.masked)

    def plus(self, duration: Duration) -> Date:
        """„od 3 maja 2018 na trzy lata" -> 2021-05-03: the date later by a duration, at the same precision.

        Days and weeks count only for a date with a day; months only for one with a month.
        """
        if self.year is None or self.masked or (self.month or 0) > 12:
            return self if self.year is None or self.masked else replace(self, year=min(9999, self.year + duration.years))
        if self.month is None:
            return replace(self, year=min(9999, self.year + duration.years + duration.months // 12))
        carry, month = divmod(self.month - 1 + duration.months, 12)
        year = min(9999, self.year + duration.years + carry)
        if self.day is None:
            return replace(self, year=year, month=month + 1)
        day = min(self.day, days_in(year, month + 1))
        moved = datetime.date(year, month + 1, day) + datetime.timedelta(days=duration.days)
        return replace(self, year=moved.year, month=moved.month, day=moved.day)


date_of = lru_cache(maxsize=20_000)(Date)
"""A date that was perhaps made before: texts name the same days and years again and again."""


@dataclass(frozen=True, slots=True)
class Interval:
    """„od 31 lipca do 2 sierpnia 2006 r.", „do maja 2011 roku": two ends, of which one may be open.

    Raises:
        ValueError: both ends are open, or the end lies before the start.
    """

    start: Date | None
    end: Date | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval without ends")
        if self.start and self.end and (a := self.start.first()) and (b := self.end.last()) and b < a:
            raise ValueError(f"{self.end} lies before {self.start}")

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    def first(self) -> datetime.date | None:
        """First day; None for an open start or a start without a year."""
        return self.start.first() if self.start else None

    def last(self) -> datetime.date | None:
        """Last day; None for an open end or an end without a year."""
        return self.end.last() if self.end else None


@dataclass(frozen=True, slots=True)
class Duration:
    """„na kolejne 3 lata" -> P3Y, „półtora roku" -> P1Y6M, „14 dni" -> P14D; weeks are printed as days.

    Raises:
        ValueError: a negative part, or nothing at all.
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.days) < 0 or not (self.years or self.months or self.days):
            raise ValueError("a duration needs a positive part")

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + "".join(f"{n}{unit}" for n, unit in parts if n)


Value = Date | Interval
