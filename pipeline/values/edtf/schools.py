"""„w ubiegłym roku szkolnym": years of schools and universities, which do not begin in January."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.edtf.model import Interval, date_of
from pipeline.values.edtf.piece import Piece, word_at

if TYPE_CHECKING:
    from pipeline.values.edtf.clock import Clock
    from pipeline.values.edtf.grammar import Hit

SCHOOL = ("szkoln", "akademick")
_BEGINS = 9
"""September; years of universities begin a month later"""


def school_of(hit: Hit, clock: Clock) -> list[Piece]:
    """„w ubiegłym roku szkolnym" -> 2012/2013: counted from the one in which the day of publication lies."""
    now = clock.month(0)
    if now is None or now.year is None:
        return []
    begins = _BEGINS if word_at(hit, hit.end).lower().startswith(SCHOOL[0]) else _BEGINS + 1
    shift = next((hit.atoms.values[i].value for i in range(hit.start, hit.end) if hit.atoms.kinds[i] in "J<=>"), 0)
    first = now.year + shift - ((now.month or 0) < begins)
    return [Piece(Interval(date_of(first), date_of(first + 1)), hit.start, hit.end + 1, relative=True)]
