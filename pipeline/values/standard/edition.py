"""What stands right behind a number: its edition, and the version of ETSI's deliverables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.standard.amounts import YEAR_WORDS, is_free_number
from pipeline.values.standard.catalogue import iso_work, number_words
from pipeline.values.standard.spelled import read_short_year, read_spelled
from pipeline.values.standard.tokens import END

if TYPE_CHECKING:
    from pipeline.values.standard.tokens import Cursor, Token

FIRST_YEAR, LAST_YEAR = 1900, 2049
"""years of an edition behind a colon; BSI's lists begin in 1904"""
_SIGN_FIRST_YEAR = 1950
"""first year that counts behind a hyphen or slash, where part numbers and file numbers stand too"""
_CATALOGUE = frozenset("EPFDNR")
_BEFORE_VERSION = frozenset("w(,")
_VERSION_WORDS = frozenset({"v", "ver", "w", "wersja", "wersji", "wersją", "wersję"})


def is_year(token: Token, first: int = FIRST_YEAR) -> bool:
    """„2015": four digits of a year in which a standard can have been published."""
    return token.kind == "n" and len(token.text) == 4 and first <= int(token.text) <= LAST_YEAR


def read_edition(cursor: Cursor, number: str) -> tuple[int | None, int | None, tuple[str, ...]]:
    """„:2015-10P", „ : 2009", „-2008", „/2008", „ (2021-03)" behind a version, „ (2008)"; moves behind it.

    Returns:
        year, month and catalogue letter; the Nones and an empty tuple where no edition stands here.
    """
    sign, year = cursor.peek(), cursor.peek(1)
    if sign.kind == "w" or (year is END and sign.kind != "n"):
        return read_spelled(cursor, number), None, ()
    if sign.kind == "n":
        return _spaced_edition(cursor, sign, number), None, ()
    if not _opens_edition(cursor, sign, year, number):
        return read_spelled(cursor, number) if sign.kind == "(" else read_short_year(cursor, number), None, ()
    cursor.at += 2
    month, letters = read_month(cursor, spaced=sign.kind == ":" and sign.gap == year.gap == 1), read_catalogue_letter(cursor)
    if sign.kind == "(":
        cursor.at += 1
    return int(year.text), month, letters


def _spaced_edition(cursor: Cursor, year: Token, number: str) -> int | None:
    """„ISO 9001 2008" without any sign: only a year in which the work had an edition, and no „2008 rok" or „2008-2011"."""
    work = iso_work(number)
    if work is None or year.gap != 1 or not is_year(year) or int(year.text) not in work.editions:
        return None
    cursor.at += 1
    if cursor.peek().text.lower() in YEAR_WORDS or cursor.peek().kind == ":" or not is_free_number(cursor):
        cursor.at -= 1
        return None
    return int(year.text)


def _opens_edition(cursor: Cursor, sign: Token, year: Token, number: str) -> bool:
    after = cursor.peek(2)
    if sign.kind == ":":
        return sign.gap < 3 and year.gap < 3 and is_year(year) and not _decimal(cursor)
    if sign.kind in "-/" and sign.gap == 0 and year.gap == 0:
        goes_on = after.kind in "-/" and after.gap == 0 and cursor.peek(3).kind == "n"
        return is_year(year, _SIGN_FIRST_YEAR) and (not goes_on or _dated_month(cursor, sign, number))
    if sign.kind == "(" and _closed_month(cursor):
        return cursor.at > 1 and cursor.tokens[cursor.at - 2].kind in ".n" and is_year(year)
    work = iso_work(number)
    if work is None or not is_year(year) or int(year.text) not in work.editions:
        return False
    bracket = sign.kind == "("  # „ISO 9001 (2008)"; „(2008 r.)" is when it was granted
    if sign.kind in ';.,_"(' and sign.gap <= bracket and year.gap == 0:
        return after.kind == ")" if bracket else after.kind not in "-.:/" or after.gap > 0
    spaced = sign.kind == "-" and max(sign.gap, year.gap) == 1
    return spaced and after.text.lower() not in YEAR_WORDS and not (after.kind in "-/" and cursor.peek(3).kind == "n")


def _dated_month(cursor: Cursor, sign: Token, number: str) -> bool:
    """„ISO 9001-2015-10": year and month of an edition that the work had, both by hyphen."""
    work, year, dash, month, after = iso_work(number), *(cursor.peek(i) for i in range(1, 5))
    dated = sign.kind == dash.kind == "-" and _is_month(month) and after.kind not in "-/"
    return dated and work is not None and int(year.text) in work.editions


def _decimal(cursor: Cursor) -> bool:
    """„: 2008.11.05": a date behind the colon, no edition."""
    cursor.at += 2
    found = cursor.glued(".n.n")
    cursor.at -= 2
    return found


def _closed_month(cursor: Cursor) -> bool:
    """„(2021-03)": ETSI's way to print month and year."""
    cursor.at += 1
    dash, month, close = cursor.peek(1), cursor.peek(2), cursor.peek(3)
    cursor.at -= 1
    return dash.kind == "-" and _is_month(month) and close.kind == ")"


def _is_month(token: Token) -> bool:
    return token.kind == "n" and len(token.text) == 2 and 1 <= int(token.text) <= 12


def read_month(cursor: Cursor, *, spaced: bool = False) -> int | None:
    """„-10" glued to the year, „ – 10" where the page spaces its colons too; a day behind it („2009-12-15") makes it a date."""
    if cursor.peek().kind != "-":
        return None
    dash, month, after, digits = (cursor.peek(i) for i in range(4))
    apart = max(dash.gap, month.gap)
    if apart > spaced or not _is_month(month):
        return None
    if after.kind == "-" and after.gap == 0 and digits.kind == "n" and digits.gap == 0:
        return None
    if apart and after.kind == "w" and after.text.lower() not in number_words("conjunctions"):
        return None
    cursor.at += 2
    return int(month.text)


def read_catalogue_letter(cursor: Cursor) -> tuple[str, ...]:
    """„P" of „:2015-10P": PKN's catalogue mark for the language of the text."""
    token = cursor.peek()
    if token.kind == "w" and token.gap == 0 and token.text in _CATALOGUE:
        cursor.at += 1
        return (token.text,)
    return ()


def read_version(cursor: Cursor) -> str | None:
    """„V3.2.1" of ETSI's deliverables, also „v. 3.2.1", „w wersji 3.2.1", „(V3.2.1)"; moves behind it."""
    if cursor.peek().kind not in _BEFORE_VERSION:
        return None
    start, said = cursor.at, False
    bracket = cursor.peek().kind == "("
    cursor.at += bracket or cursor.peek().kind == ","
    while cursor.peek().kind == "w" and cursor.peek().gap < 2 and cursor.peek().text.lower() in _VERSION_WORDS:
        said = True
        cursor.at += 2 if cursor.peek(1).kind == "." else 1
    digits = _three_numbers(cursor) if said else None
    if digits is None or (bracket and cursor.peek().kind != ")"):
        cursor.at = start
        return None
    cursor.at += bracket
    return digits


def _three_numbers(cursor: Cursor) -> str | None:
    found = [cursor.peek().text]
    if cursor.peek().kind != "n":
        return None
    cursor.at += 1
    while cursor.glued(".n") and len(found) < 3:
        found.append(cursor.peek(1).text)
        cursor.at += 2
    return ".".join(found) if len(found) == 3 else None
