"""The year of „21 maja": told by a date before it, or the nearest to the day of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf.join import dated, dated_range, turns
from pipeline.values.edtf.model import Date, Interval, Value
from pipeline.values.edtf.tense import SENTENCE_END, looks_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.edtf.clock import Clock

_SAME_STORY = 400
"""characters; „w grudniu 2018 roku … w dniach 1-20 grudnia": so far behind it a year still holds for the same month"""
_SAME_ARTICLE = 2000
"""characters; so far back a day tells the year where the day of publication is not known"""
_LAW: Final = re.compile(
    r"(?:ustaw|uchwał|rozporządze|zarządze|dyrektyw|dekret|konstytucj|umow|kodeks)\w*[^.;\n]{0,80}$", re.IGNORECASE
)
_SINCE: Final = re.compile(r"\b(?:od|z|ze|sprzed|do)\s+(?:dnia\s+)?$", re.IGNORECASE)
"""„certyfikat z marca 2006 r.": such a year dates a thing, not the story"""
_BEFORE = 100
"""characters before a date in which „ustawa z dnia" stands; the year of an act is nobody else's"""


def is_open(value: Value) -> bool:
    """„21 maja": whether an end has no year."""
    ends = (value,) if isinstance(value, Date) else (value.start, value.end)
    return any(e is not None and e.year is None for e in ends)


def told(value: Value, text: str, start: int, clock: Clock, before: Sequence[tuple[int, int, Value]]) -> Value | None:
    """„14 października 2004 r. … audyt przeszliśmy 20 i 21 września": the year of a date just before, or None.

    A date in the same month tells it, but no end („ważny do …") and nothing to come; where the day of publication is not known,
    any day of the past does that is not an act's.
    """
    key = value if isinstance(value, Date) else value.start or value.end
    if key is None or key.month is None:
        return None
    known_day = clock.year() is not None
    for low, high, earlier in reversed(before):
        if start - high > (_SAME_STORY if known_day else _SAME_ARTICLE):
            break
        known = earlier if isinstance(earlier, Date) else earlier.end if earlier.start else None
        if known is None or known.year is None or known.month is None:
            continue
        same_month = known.month == key.month and start - high <= _SAME_STORY
        goes_on = _goes_on(known, key, text, (low, high, start), clock)
        if (same_month or goes_on or (known.day and not known_day)) and _is_past(text, low, high):
            return dated(value, known.year)
    return None


def _goes_on(known: Date, key: Date, text: str, span: tuple[int, int, int], clock: Clock) -> bool:
    """„szkolono w marcu 2006 r., a certyfikowano w październiku": a later month of the same sentence, of the past as well."""
    low, high, start = span
    known_month, month = known.month or 0, key.month or 0
    if not known_month <= month <= 12 or SENTENCE_END.search(text, high, start):
        return False
    if _SINCE.search(text, max(0, low - _BEFORE), low) or looks_ahead(text, start, start):
        return False
    now, first = clock.reference, key.with_year(known.year).first()
    return now is None or first is None or (until := now.last()) is None or first <= until


def _is_past(text: str, start: int, end: int) -> bool:
    """„odebraliśmy 14 października 2004 r.", not „ustawa z dnia …" and not „wygaśnie …"."""
    return _LAW.search(text, max(0, start - _BEFORE), start) is None and not looks_ahead(text, start, end)


def from_tense(value: Value, weekday: int | None, text: str, span: tuple[int, int], clock: Clock) -> Value:
    """The nearest to the reference: before it, or after it where the tense says so; an end alone lies ahead unless past."""
    key = value if isinstance(value, Date) else value.start or value.end
    if key is None or key.month is None:
        return value
    ahead = looks_ahead(text, *span)
    if ahead is None and isinstance(value, Interval) and value.start is None:
        ahead = True
    late = bool(ahead) and isinstance(value, Interval) and value.start is not None
    if late and isinstance(value, Interval) and value.end is not None:
        key = value.end  # „zapisy od 1 do 30 czerwca" may have begun
    done = clock.nearest(key, weekday) if ahead is None else clock.complete(key, "future" if ahead else "past", weekday)
    if isinstance(value, Date):
        return done
    return value if done.year is None else dated_range(value, done.year - (late and turns(value)))
