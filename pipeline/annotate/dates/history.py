"""„Nadany w roku 2003 i przedłużany w latach 2006 i 2009": an award before renewals was the first one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from pipeline.values.edtf import Date

if TYPE_CHECKING:
    from pipeline.annotate.dates.cues import Form
    from pipeline.values.edtf import FoundDate

_GIVEN, _RENEWED, _FIRST = "awarded.verb", "awarded.renewal", "first-awarded.renewed-since"
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
    if following is None or entry.cue != _GIVEN or following.cue != _RENEWED:
        return entry
    given, renewed = entry.found.value, following.found.value
    near = following.found.start - entry.found.end <= _NEAR
    if not (near and isinstance(given, Date) and isinstance(renewed, Date) and _year(given) < _year(renewed)):
        return entry
    return entry._replace(role="first_awarded", cue=_FIRST)


def _year(date: Date) -> int:
    return date.year or 0
