"""The year of „21 maja": told by a date before it or by the day of publication, whichever is the better witness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.values.edtf.history import is_history
from pipeline.values.edtf.join import dated_range, turns
from pipeline.values.edtf.model import Date, Interval, Value
from pipeline.values.edtf.tense import SENTENCE_END, is_planned, looks_ahead, until_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.edtf.clock import Clock

_SAME_STORY = 400
"""characters; „w grudniu 2018 roku … w dniach 1-20 grudnia": so far behind it a year still holds for the same month"""
_SAME_ARTICLE = 2000
"""characters; so far back a day tells the year where the day of publication is not known"""
_ACTS: Final = ("ustaw", "uchwał", "rozporządze", "zarządze", "dyrektyw", "dekret", "konstytucj", "umow", "kodeks")
_LAW: Final = re.compile(rf"(?:{'|'.join(_ACTS)})\w*[^.;\n]{{0,80}}$")
_AIMED: Final = re.compile(r"\b(?:na\s+(?:dzień\s+)?|z\s+dniem\s+)$", re.IGNORECASE)
"""„wyznaczył termin na 31 października", „rozwiązał umowę z dniem 31 lipca": a day that was aimed at, gone or to come"""
_NEAR = 24
"""characters before a date in which „z dniem" stands"""
_BEFORE = 100
"""characters before a date in which „ustawa z dnia" stands; the year of an act is nobody else's"""
_HALF_YEAR = 183
"""days; a day that was aimed at lies on the side on which it is nearer"""
_FAR, _LATELY, _JUST = 300, 60, 35
"""days ahead at which a day without a year is no announcement any more, if the same day lies so few days back: one
that was planned, any other"""
_WEIGHT = 2
"""of a date in the same month, or in an earlier one of the same sentence; one more for a day, one for the same sentence"""
_MOST, _MOST_WITHOUT_CLOCK = 4.5, 1.5
"""what a date weighs at most, as ``_weight`` and ``_without_clock`` add it up"""
_HISTORY = 3
"""what a date weighs less that only tells of the past: „wydany pierwotnie w grudniu 2006 r." """
_COUNTED: Final = re.compile(r"zeszł|ubiegł|minion|przyszł|\bub\.", re.IGNORECASE)
"""„w lutym zeszłego roku": a year that is set apart from this one weighs less for what follows"""
_GONE: Final = re.compile(r"(?:ubiegł|minion|zeszł)\w{1,3}\s", re.IGNORECASE)
"""„w miniony piątek, 7 czerwca": a day so called never lies after the publication, whatever its weekday says"""
_COMING: Final = re.compile(r"przyszł\w+\s+rok|następn\w+\s+rok|kolejn\w+\s+rok|\bza\s+rok\b|przyszłoroczn", re.IGNORECASE)
_FRESH: Final = ((31, 3), (92, 2))
"""days between the nearest such day and the publication, and what that year weighs: news tells of the last weeks"""
_FRESH_MONTH = 62
"""days; a month that began so short a time ago weighs 2"""


class Spot(NamedTuple):
    """A text and the characters of a date in it."""

    text: str
    start: int
    end: int


class _Place(NamedTuple):
    text: str
    start: int
    end: int
    key: Date
    near: Date | None
    """the reading nearest to the day of publication"""
    clock: Clock


def is_open(value: Value) -> bool:
    """„21 maja": whether an end has no year."""
    if isinstance(value, Date):
        return value.year is None
    start, end = value.start, value.end
    return (start is not None and start.year is None) or (end is not None and end.year is None)


def completed(value: Value, weekday: int | None, spot: Spot, clock: Clock, before: Sequence[tuple[int, int, Value]]) -> Value:
    """„14 października 2004 r. … audyt przeszliśmy 20 i 21 września": the value with the year of the better witness.

    The witnesses are the dates before it and the day of publication. A date weighs 2 where its month is the same or where the
    story goes on from it in the same sentence, one more where it has a day and where it stands in the same sentence, three
    less where it only tells of the past (values/edtf/history.py). The nearest reading weighs 3 within a month of publication,
    2 within three months, else 1.

    Args:
        value: the date, with an open year.
        weekday: the day of the week printed with it, 0 for Monday.
        spot: where it stands.
        clock: the reference.
        before: start, end and value of the dates before it.
    """
    near = from_tense(value, weekday, spot.text, (spot.start, spot.end), clock)
    key = value if isinstance(value, Date) else value.start or value.end
    if key is None or key.month is None or (weekday is not None and clock.year() is not None):
        return near
    if not before:
        return near
    known = near if isinstance(near, Date) else near.start or near.end
    place = _Place(*spot, key, known if known and known.year is not None else None, clock)
    scored = [(weight, -i, year) for i, (weight, year) in enumerate(_witnesses(place, before))]
    best = max(scored, default=None)
    if not best or best[0] <= _freshness(place):
        return near
    return value.with_year(best[2]) if isinstance(value, Date) else dated_range(value, best[2])


def _witnesses(place: _Place, before: Sequence[tuple[int, int, Value]]) -> list[tuple[float, int]]:
    """Weight and year of each date that may tell the year, nearest first."""
    found: list[tuple[float, int]] = []
    for low, high, earlier in reversed(before):
        if place.start - high > (_SAME_ARTICLE if place.near is None else _SAME_STORY):
            break
        known = earlier if isinstance(earlier, Date) else earlier.end if earlier.start else None
        if known is None or known.year is None or known.month is None or known.month > 12:
            continue
        weight = _weight(place, known, low, high)
        if weight is not None:
            found.append((weight, known.year))
            if weight >= (_MOST_WITHOUT_CLOCK if place.near is None else _MOST):
                break  # none further back can weigh more, and the nearest of equals tells
    return found


def _weight(place: _Place, known: Date, low: int, high: int) -> float | None:
    """What one date weighs; None where it tells nothing. A tie goes to a date of the same sentence."""
    text, start, key = place.text, place.start, place.key
    together = SENTENCE_END.search(text, high, start) is None
    same = known.month == key.month
    if place.near is not None and not same and not (together and _is_later(known, key)):
        return None
    if _dates_law(text[max(0, low - _BEFORE) : low].lower()):
        return None
    ahead = looks_ahead(text, low, high)
    if place.near is None:
        return _without_clock(place, known, (low, high), ahead=bool(ahead), together=together)
    if ahead:
        return None
    if not same and not _goes_on(place, known):
        return None
    history = is_history(text, low, high, start)
    counted = _COUNTED.search(text, low, high) is not None
    return _WEIGHT + bool(known.day) + 1.5 * together - _HISTORY * history - counted


def _without_clock(place: _Place, known: Date, span: tuple[int, int], *, ahead: bool, together: bool) -> float | None:
    """Where the day of publication is not known any day tells the year, a month only to what follows it."""
    low, high = span
    to_come = looks_ahead(place.text, place.start, place.end)
    if ahead and not together and (to_come is False or not known.day):
        return None
    if known.day or (known.month == place.key.month and place.start - high <= _SAME_STORY):
        return 1.0 + 0.5 * together
    follows = (known.month or 0) <= (place.key.month or 0) and place.start - high <= _SAME_STORY
    if follows and (together or to_come) and not is_history(place.text, low, high, place.start):
        return 1.0 + 0.5 * together
    return None


def _goes_on(place: _Place, known: Date) -> bool:
    """„szkolono w marcu 2006 r., a certyfikowano w październiku": a later month of the same sentence, of the past as well."""
    if looks_ahead(place.text, place.start, place.start):
        return False
    first, until = place.key.with_year(known.year).first(), place.clock.ends
    return first is None or until is None or first <= until


def _is_later(known: Date, key: Date) -> bool:
    return (known.month or 0) <= (key.month or 0) <= 12


def _dates_law(before: str) -> bool:
    """„ustawa z dnia [9 maja 1991 r.]": whether what stands before a date, in lower case, makes it that of an act."""
    return any(stem in before for stem in _ACTS) and _LAW.search(before) is not None


def _freshness(place: _Place) -> int:
    """How much the nearest reading weighs; 0 where there is none."""
    if place.near is None:
        return 0
    day, now = place.near.first(), place.clock.ends
    if day is None or now is None:
        return 0
    away = abs((now - day).days)
    if not place.near.day:
        return 2 if away <= _FRESH_MONTH else 1
    return next((weight for days, weight in _FRESH if away <= days), 1)


def from_tense(value: Value, weekday: int | None, text: str, span: tuple[int, int], clock: Clock) -> Value:
    """The nearest to the reference: before it, or after it where the tense says so; an end alone lies ahead unless past."""
    key = value if isinstance(value, Date) else value.start or value.end
    if key is None or key.month is None:
        return value
    if _GONE.match(text, span[0]) and isinstance(value, Date):
        told, gone = clock.complete(value, "past", weekday), clock.complete(value, "past")
        return told if str(told) <= str(gone) else gone
    ahead = looks_ahead(text, *span)
    if not ahead and isinstance(value, Date) and _AIMED.search(text, max(0, span[0] - _NEAR), span[0]):
        return clock.nearest(value, weekday, soon=_HALF_YEAR)
    if isinstance(value, Interval) and value.start is None and not ahead:
        if ahead is not None and not until_ahead(text, span[0]):  # „do 9 maja wpłynęło dwanaście ofert"
            done = clock.nearest(key, weekday)
        else:
            done = clock.complete(key, "future", weekday)
        return value if done.year is None else dated_range(value, done.year)
    late = bool(ahead) and isinstance(value, Interval) and value.start is not None
    if late and isinstance(value, Interval) and value.end is not None:
        key = value.end  # „zapisy od 1 do 30 czerwca" may have begun
    done = clock.nearest(key, weekday) if ahead is None else clock.complete(key, "future" if ahead else "past", weekday)
    if isinstance(value, Date):
        certain = not ahead or weekday is not None or _next_year(text, span)
        return done if certain else _just_gone(key, done, clock, _LATELY if is_planned(text, span[0]) else _JUST)
    return value if done.year is None else dated_range(value, done.year - (late and turns(value)))


def _next_year(text: str, span: tuple[int, int]) -> bool:
    """„w maju przyszłego roku", „już za rok, 7 maja": a year that is said to come."""
    return _COMING.search(text, max(0, span[0] - _BEFORE), span[1] + _NEAR) is not None


def _just_gone(key: Date, done: Date, clock: Clock, lately: int) -> Date:
    """„nosi datę 7 maja i pozostanie ważny …", told on 14 May: nobody tells of a day a year ahead without its year."""
    gone = clock.complete(key, "past")
    comes, went = done.first(), gone.last()
    if clock.begins is None or comes is None or went is None:
        return done
    return gone if (comes - clock.begins).days > _FAR and (clock.begins - went).days <= lately else done
