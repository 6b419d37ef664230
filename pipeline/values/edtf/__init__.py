"""„od 31 lipca do 2 sierpnia 2006 r.": Polish dates, exactly, as EDTF values."""

from __future__ import annotations

from pipeline.values.edtf.durations import FoundDuration, find_durations
from pipeline.values.edtf.find import FoundDate, find_dates
from pipeline.values.edtf.model import Date, Duration, Interval, Value
from pipeline.values.edtf.printed import parse_edtf

find = find_dates

__all__ = [
    "Date",
    "Duration",
    "FoundDate",
    "FoundDuration",
    "Interval",
    "Value",
    "find",
    "find_dates",
    "find_durations",
    "parse_edtf",
]
