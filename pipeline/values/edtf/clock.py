"""What a date means on the day the article was published: years that are not printed, „br.", „wczoraj", two-digit years."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from pipeline.values.edtf.model import Date, Interval
from pipeline.values.edtf.printed import parse_edtf

Direction = Literal["past", "future"]
_FUTURE_OF_TWO_DIGITS = 20
"""years; „05.06.24" printed in 2010 is 2024, „05.06.31" is 1931"""
_SOON = 60
"""days; so near a date that no verb places is rather announced than remembered"""
_CENTURY_TURN = 50
"""two-digit years below are read as 20xx where no reference helps"""


@dataclass(frozen=True, slots=True)
class Clock:
    """„opublikowano 26 marca 2010 r.": the reference; without one year-less dates stay open ("XXXX-05-21")."""

    reference: Date | None = None
    begins: datetime.date | None = field(init=False, compare=False)
    """first day of the reference"""
    ends: datetime.date | None = field(init=False, compare=False)
    """its last day"""

    def __post_init__(self) -> None:
        known = self.reference
        object.__setattr__(self, "begins", known.first() if known else None)
        object.__setattr__(self, "ends", known.last() if known else None)

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, reference: datetime.date | Date | Interval | str | None) -> Clock:
        """A clock from a day, an EDTF value or its string; of an interval the first day counts.

        Raises:
            ValueError: a string that is no EDTF date.
        """
        if isinstance(reference, datetime.datetime):
            reference = reference.date()
        if isinstance(reference, datetime.date):
            return cls(Date(reference.year, reference.month, reference.day))
        if isinstance(reference, str):
            value = parse_edtf(reference)
            if not isinstance(value, (Date, Interval)):
                raise ValueError(f"{reference!r} is no EDTF date")
            reference = value
        if isinstance(reference, Interval):
            reference = reference.start or reference.end
        return cls(reference if reference is not None and reference.year is not None else None)

    @property
    def today(self) -> datetime.date | None:
        """The day of publication, where it is known to the day."""
        return self.begins if self.reference and self.reference.day else None

    def year(self, shift: int = 0) -> int | None:
        """„ubiegłego roku" (-1), „br." (0), „w przyszłym roku" (1)."""
        return self.reference.year + shift if self.reference and self.reference.year is not None else None

    def two_digits(self, number: int) -> int:
        """„12.05.10 r." -> 2010: the year in the hundred years that end twenty years after the reference."""
        year = self.year()
        if year is None:
            return number + (2000 if number < _CENTURY_TURN else 1900)
        last = year + _FUTURE_OF_TWO_DIGITS
        return last - (last - number) % 100

    def complete(self, value: Date, direction: Direction, weekday: int | None = None) -> Date:
        """„21 maja" -> the nearest 21 May on the given side of the reference; the reference's own day is on both sides.

        A weekday that is printed with the date decides where it can: „Poniedziałek, 18 lutego".
        """
        if value.year is not None or self.reference is None or self.reference.year is None:
            return value
        year = self.reference.year
        sign = 1 if direction == "future" else -1
        if weekday is not None and value.day:
            fitting = [y for y in (year, year + sign, year - sign) if self._is(value.with_year(y), weekday)]
            if fitting:
                return value.with_year(fitting[0])
        this_year = value.with_year(year)
        return this_year if self._on_side(this_year, direction) else value.with_year(year + sign)

    def nearest(self, value: Date, weekday: int | None = None, soon: int = _SOON) -> Date:
        """„21 maja" where no verb tells: the coming one if it is at most ``soon`` days away and nearer than the last one."""
        past, future = self.complete(value, "past", weekday), self.complete(value, "future", weekday)
        if past is future or past == future or self.begins is None:
            return past
        now, gone, comes = self.begins, past.first(), future.first()
        if gone is None or comes is None:
            return past
        away = (comes - now).days
        return future if away <= soon and away < (now - gone).days else past

    def _on_side(self, value: Date, direction: Direction) -> bool:
        if self.begins is None or self.ends is None:
            return True
        if direction == "future":
            return (last := value.last()) is None or last >= self.begins
        return (first := value.first()) is None or first <= self.ends

    @staticmethod
    def _is(value: Date, weekday: int) -> bool:
        first = value.first()
        return first is not None and first.weekday() == weekday

    def weekday(self, number: int, direction: Direction, *, strict: bool = False) -> Date | None:
        """„w piątek" -> the nearest Friday on that side; the day itself counts unless ``strict`` („ubiegły piątek")."""
        if self.today is None:
            return None
        if direction == "future":
            away = (number - self.today.weekday()) % 7
            away = 7 if strict and away == 0 else away
        else:
            away = -((self.today.weekday() - number) % 7)
            away = -7 if strict and away == 0 else away
        return self.day(away)

    def day(self, shift: int) -> Date | None:
        """„wczoraj" (-1), „pojutrze" (2); None where the day of publication is not known or the calendar ends."""
        if self.today is None:
            return None
        try:
            moved = self.today + datetime.timedelta(days=shift)
        except OverflowError:
            return None
        return Date(moved.year, moved.month, moved.day)

    def week(self, shift: int) -> Interval | None:
        """„w ubiegłym tygodniu" (-1): Monday to Sunday."""
        if self.today is None:
            return None
        monday = self.day(7 * shift - self.today.weekday())
        sunday = self.day(7 * shift - self.today.weekday() + 6)
        return Interval(monday, sunday) if monday and sunday else None

    def month(self, shift: int) -> Date | None:
        """„w ubiegłym miesiącu" (-1), „trzy miesiące temu" (-3)."""
        if self.reference is None or self.reference.year is None or not 1 <= (self.reference.month or 0) <= 12:
            return None
        carry, month = divmod((self.reference.month or 1) - 1 + shift, 12)
        year = self.reference.year + carry
        return Date(year, month + 1) if 0 < year < 10000 else None
