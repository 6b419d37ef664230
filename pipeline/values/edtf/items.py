"""„3. wrzesień – audyty wewnętrzne": months behind the numbers of a list's items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.edtf.model import Date, Interval, date_of
from pipeline.values.edtf.piece import Piece

if TYPE_CHECKING:
    from pipeline.values.edtf.grammar import Hit


def numbers_an_item(hit: Hit) -> bool:
    """„3. wrzesień – audyty" at a line's start: the number is an item's, for a day takes the genitive („3 września")."""
    span, kinds = hit.group("m"), hit.atoms.kinds
    if span is None or span[0] != hit.start + 2 or kinds[hit.start + 1] != "." or not hit.atoms.values[span[0]].nominative:
        return False
    return hit.start == 0 or kinds[hit.start - 1] == "\n"


def month_of_item(hit: Hit, month_: Date) -> Piece:
    """„2. marzec–czerwiec – szkolenia": the month behind the number, or both."""
    first, end, atoms = hit.start + 2, hit.end, hit.atoms
    if month_.year is None and atoms.kinds[end : end + 2] == "-M":
        return Piece(Interval(month_, date_of(None, atoms.values[end + 1].value)), first, end + 2)
    return Piece(month_, first, end)
