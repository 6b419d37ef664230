"""Editions in words or with two digits: „ISO 9001 w wersji z 2008 roku", „ISO 9001 (wydanie 2015)", „ISO 9001:08"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.text import fold
from pipeline.values.standard.catalogue import iso_work, vocabulary
from pipeline.values.standard.tokens import END

if TYPE_CHECKING:
    from pipeline.values.standard.tokens import Cursor, Token

_SIGNS = frozenset(':"')
_BEFORE_YEAR = frozenset({"z", "roku", "rok", "r"})
_CENTURY = 50
"""two digits from which an edition is of the 20th century; the first editions of 9001 are of 1987"""
_FIRST, _LAST = 1950, 2049


def read_spelled(cursor: Cursor, number: str) -> int | None:
    """„w wersji z 2008 roku", „(wydanie 2015)": the year behind a word for an edition; moves behind it and its bracket.

    A year without such a word („certyfikat ISO 9001 z 2008 roku") is the certificate's, so it is no edition; neither is one
    that the work did not have, where works.tsv knows its editions.
    """
    start = cursor.at
    bracket = cursor.peek().kind == "("
    cursor.at += bracket
    cursor.at += cursor.peek().text == "w"
    if cursor.peek().kind != "w" or not fold(cursor.peek().text).startswith(vocabulary().edition):
        cursor.at = start
        return None
    cursor.at += 1
    while cursor.peek().text in _BEFORE_YEAR or (cursor.peek().kind == "." and cursor.peek().gap == 0):
        cursor.at += 1
    year = cursor.peek()
    work = iso_work(number)
    fits = year.kind == "n" and len(year.text) == 4 and _FIRST <= int(year.text) <= _LAST and year.gap < 3
    if not fits or (work is not None and int(year.text) not in work.editions) or _goes_on(cursor.peek(1), cursor.peek(2)):
        cursor.at = start
        return None
    cursor.at += 1
    if bracket:
        _close(cursor)
    return int(year.text)


def _close(cursor: Cursor) -> None:
    """Moves behind „ r.)" or „)"."""
    ahead = 0
    while cursor.peek(ahead).text in {"r", "roku", "."}:
        ahead += 1
    cursor.at += ahead + 1 if cursor.peek(ahead).kind == ")" else 0


def read_short_year(cursor: Cursor, number: str) -> int | None:
    """„:08", „’00" glued to a number whose work had that edition; moves behind it."""
    sign, digits, after = cursor.peek(), cursor.peek(1), cursor.peek(2)
    if sign.kind not in _SIGNS or sign.gap or digits.gap or digits.kind != "n" or len(digits.text) != 2:
        return None
    year = int(digits.text) + (1900 if int(digits.text) >= _CENTURY else 2000)
    work = iso_work(number)
    if work is None or year not in work.editions or _goes_on(after, cursor.peek(3)):
        return None
    cursor.at += 2
    return year


def _goes_on(after: Token, following: Token) -> bool:
    """Whether digits follow a sign without a blank: „:08:30" is a time, „2008/2009" a span of years."""
    return after is not END and after.kind in "-.:/," and after.gap == 0 and following.kind == "n" and following.gap == 0
