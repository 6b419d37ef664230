"""Whether a number counts things, names a year or goes on as a phone or file number: "14001 osób", "2008 roku", "22 45001"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.text import fold
from pipeline.values.standard.catalogue import number_words, works
from pipeline.values.standard.tokens import END

if TYPE_CHECKING:
    from pipeline.values.standard.tokens import Cursor

YEAR_WORDS = frozenset({"r", "rok", "roku", "rokiem", "lat", "lata", "latach"})
"""folded words behind a number that make it a year or a span of years"""


def is_free_number(cursor: Cursor) -> bool:
    """Whether the number just read is no amount, date, phone or file number, by what stands behind it."""
    after, second = cursor.peek(), cursor.peek(1)
    if after is END:
        return True
    if after.kind == "n" or (after.kind in "-./:,_" and after.gap == 0 and second.kind == "n" and second.gap == 0):
        return after.kind in {"/", "-", ","} and second.text in works()
    if after.kind in {"%", "€", "$"}:
        return False
    return after.kind != "w" or after.gap > 1 or fold(after.text) not in number_words("units")
