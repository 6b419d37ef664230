"""„Nadany w roku 2003 i przedłużany w latach 2006 i 2009": an award before renewals was the first one."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.values.edtf import Date

if TYPE_CHECKING:
    import datetime

    from pipeline.annotate.dates.cues import Form
    from pipeline.values.edtf import FoundDate, Interval

_FIRST: Final = "first-awarded.renewed-since"
_GIVEN: Final = frozenset({"awarded.verb", "awarded.is-of", "awarded.of", "awarded.noun", "awarded.event"})
_RENEWED: Final = frozenset({"awarded.renewal", "awarded.recertification"})
_NEAR = 160
"""characters between the award and its first renewal: those of a sentence and the next one's beginning"""


class Read(NamedTuple):
    """A date of the text, its form, its role and the cue that gave it."""

    found: FoundDate
    form: Form
    role: str
    cue: str


def first_awards(read: list[Read]) -> list[Read]:
    """„Certyfikat przyznano w 2003 r. Odnawiano go w 2006 i 2009 r." -> first_awarded 2003, awarded 2006 and 2009.

    Args:
        read: all dates of a document in text order.

    Returns:
        The same dates; an award of an earlier year right before a renewal becomes the first award.
    """
    return [_first(entry, following) for entry, following in zip_longest(read, read[1:])]


def _first(entry: Read, following: Read | None) -> Read:
    if following is None or entry.cue not in _GIVEN or following.cue not in _RENEWED:
        return entry
    given, renewed = entry.found.value, following.found.value
    near = following.found.start - entry.found.end <= _NEAR
    if not (near and isinstance(given, Date) and isinstance(renewed, Date) and _year(given) < _year(renewed)):
        return entry
    return entry._replace(role="first_awarded", cue=_FIRST)


_SAID_TWICE: Final = re.compile(
    r"[,\s(–-]{1,4}(?:a\s)?(?:dokładnie(?:j)?|konkretnie|ściśle|ściślej|mianowicie)[\s:]{1,2}(?:w dniu |dnia )?"
)
_CYCLE = 1190
"""days; who holds a certificate for longer than its three years and a season has renewed what was given then"""
_FRESH = 45
"""days before publication; what was given so lately for the first time is what the article reports"""


def said_twice(read: list[Read], text: str) -> list[Read]:
    """„w lipcu, dokładnie 10.07.2017, wydano certyfikat": the day has the role, the month that holds it none."""
    return [_coarser(entry, following, text) for entry, following in zip_longest(read, read[1:])]


def _coarser(entry: Read, following: Read | None, text: str) -> Read:
    if following is None or entry.role == "other":
        return entry
    same = str(following.found.value).startswith(str(entry.found.value))
    if same and _SAID_TWICE.fullmatch(text, entry.found.end, following.found.start):
        return entry._replace(role="other", cue="other.said-twice")
    return entry


def fresh(read: list[Read], published: Date | Interval | None) -> list[Read]:
    """„5 maja pierwszy raz przyznano nam certyfikat", published on 12 May: that award is the article's own."""
    day = published.first() if published else None
    return [_lately(entry, day) if day else entry for entry in read]


def to_come(read: list[Read], published: Date | Interval | None) -> list[Read]:
    """„recertyfikacja czeka nas w przyszłym roku": an audit to come; the years of past ones are the certificates' own."""
    day = published.last() if published else None
    return [_ahead(entry, day) if day else entry for entry in read]


def _ahead(entry: Read, published: datetime.date) -> Read:
    value = entry.found.value
    first = value.first() if isinstance(value, Date) else None
    if entry.cue == "awarded.recertification" and first and first > published:
        return entry._replace(role="audit", cue="audit.recertification-ahead")
    return entry


def _lately(entry: Read, published: datetime.date) -> Read:
    value = entry.found.value
    given = value.first() if isinstance(value, Date) and value.day else None
    if entry.role == "first_awarded" and given and 0 <= (published - given).days <= _FRESH:
        return entry._replace(role="awarded", cue="awarded.lately")
    long_ago = given is not None and (published - given).days > _CYCLE
    if entry.cue == "awarded.holding" and long_ago:
        return entry._replace(role="first_awarded", cue="first-awarded.held-since")
    return entry


def _year(date: Date) -> int:
    return date.year or 0
