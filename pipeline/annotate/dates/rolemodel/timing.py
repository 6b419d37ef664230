"""„w maju 2013 roku", told in 2012: how a date lies to the day of publication and to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.edtf import Date, Interval

if TYPE_CHECKING:
    import datetime

_SOON = 60
"""days ahead of publication; what lies further is a plan or an end"""
_AGO = ((8, "week"), (45, "weeks"), (200, "half-year"), (420, "year"), (1190, "cycle"))
"""days before publication up to which a date is called so; 1190 days are a certificate's three years and a season"""


def day(value: Date | Interval, *, last: bool = False) -> datetime.date | None:
    """„2010-05/2010-07" -> 2010-05-01: the first (or last) day of a value; of an open interval that of its known end."""
    if isinstance(value, Interval):
        return value.last() or value.first() if last else value.first() or value.last()
    return value.last() if last else value.first()


def relation(value: Date | Interval, published: Date | Interval | None) -> str:
    """„5 maja", published on 8 May -> "week": "ahead", "soon", "now" (it holds the day), "week" … "old", "unknown"."""
    today = published.first() if published else None
    end = value.end if isinstance(value, Interval) and value.end is not None else value
    first, last = day(end), day(end, last=True)
    if today is None or first is None or last is None:
        return "unknown"
    if first > today:
        return "ahead" if (first - today).days > _SOON else "soon"
    if last >= today:
        return "now"
    ago = (today - last).days
    return next((name for most, name in _AGO if ago <= most), "old")


def precision(value: Date | Interval) -> str:
    """„maj 2010" -> "month"."""
    if isinstance(value, Interval):
        return "interval"
    return "day" if value.day else "month" if value.month else "year"


def order(one: Date | Interval, other: Date | Interval) -> str:
    """„2003", „2006" -> "<"; "?" where a year is open."""
    first, second = day(one), day(other)
    if first is None or second is None:
        return "?"
    return "<" if first < second else ">" if first > second else "="
