"""What stands behind a number: edition, version, supplements, letters and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.standard.amounts import YEAR_WORDS, is_free_number
from pipeline.values.standard.catalogue import iso_work, vocabulary
from pipeline.values.standard.model import Supplement

if TYPE_CHECKING:
    from pipeline.values.standard.tokens import Cursor, Token

FIRST_YEAR, LAST_YEAR = 1900, 2049
"""years of an edition behind a colon; BSI's lists begin in 1904"""
_SIGN_FIRST_YEAR = 1950
"""first year that counts behind a hyphen or slash, where part numbers and file numbers stand too"""
_CATALOGUE = frozenset("EPFDNR")
_LANGUAGES = frozenset({"E", "F", "R", "D", "S", "A", "en", "fr", "ru", "de", "es", "pl", "ar"})


def is_year(token: Token, first: int = FIRST_YEAR) -> bool:
    """„2015": four digits of a year in which a standard can have been published."""
    return token.kind == "n" and len(token.text) == 4 and first <= int(token.text) <= LAST_YEAR


def read_edition(cursor: Cursor, number: str) -> tuple[int | None, int | None, tuple[str, ...]]:
    """„:2015-10P", „ : 2009", „-2008", „/2008", „ (2021-03)" behind a version; moves behind it.

    Returns:
        year, month and catalogue letter; the Nones and an empty tuple where no edition stands here.
    """
    sign, year = cursor.peek(), cursor.peek(1)
    if sign.kind == "n":
        return _spaced_edition(cursor, sign, number), None, ()
    if not _opens_edition(cursor, sign, year, number):
        return None, None, ()
    cursor.at += 2
    month, letters = _month(cursor), _catalogue_letter(cursor)
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
        return is_year(year, _SIGN_FIRST_YEAR) and not (after.kind in "-/" and after.gap == 0 and cursor.peek(3).kind == "n")
    if sign.kind == "(" and _closed_month(cursor):
        return cursor.at > 1 and cursor.tokens[cursor.at - 2].kind == "." and is_year(year)
    work = iso_work(number)
    if work is None or not is_year(year) or int(year.text) not in work.editions:
        return False
    if sign.kind in ';.,_"' and sign.gap == 0 and year.gap == 0:
        return after.kind not in "-.:/" or after.gap > 0
    spaced = sign.kind == "-" and max(sign.gap, year.gap) == 1
    return spaced and after.text.lower() not in YEAR_WORDS and not (after.kind in "-/" and cursor.peek(3).kind == "n")


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


def _month(cursor: Cursor) -> int | None:
    """„-10" glued to the year; a day behind it („2009-12-15") makes it a date."""
    if not (cursor.glued("-n") and _is_month(cursor.peek(1))):
        return None
    dash, digits = cursor.peek(2), cursor.peek(3)
    if dash.kind == "-" and dash.gap == 0 and digits.kind == "n" and digits.gap == 0:
        return None
    cursor.at += 2
    return int(cursor.tokens[cursor.at - 1].text)


def _catalogue_letter(cursor: Cursor) -> tuple[str, ...]:
    """„P" of „:2015-10P": PKN's catalogue mark for the language of the text."""
    token = cursor.peek()
    if token.kind == "w" and token.gap == 0 and token.text in _CATALOGUE:
        cursor.at += 1
        return (token.text,)
    return ()


def read_version(cursor: Cursor) -> str | None:
    """„V3.2.1" of ETSI's deliverables, also „v. 3.2.1"; moves behind it."""
    token = cursor.peek()
    if token.kind != "w" or token.text not in {"V", "v"} or token.gap > 1:
        return None
    start = cursor.at
    cursor.at += 2 if cursor.peek(1).kind == "." else 1
    digits = cursor.peek()
    if digits.kind == "n":
        cursor.at += 1
        found = [digits.text]
        while cursor.glued(".n") and len(found) < 3:
            found.append(cursor.peek(1).text)
            cursor.at += 2
        if len(found) == 3:
            return ".".join(found)
    cursor.at = start
    return None


def read_supplements(cursor: Cursor) -> tuple[Supplement, ...]:
    """„/Ap1:2011", „+A1:2008+A2:2010", „/Amd 1:2015/Cor 1:2017"; moves behind them."""
    found: list[Supplement] = []
    while (supplement := _supplement(cursor)) is not None:
        found.append(supplement)
    return tuple(found)


def _supplement(cursor: Cursor) -> Supplement | None:
    sign = cursor.peek()
    if sign.kind not in {"/", "+"} or sign.gap > 1:
        return None
    start = cursor.at
    cursor.at += 1
    words, stage = vocabulary(), None
    if cursor.peek().text in words.stages:
        stage = cursor.peek().text
        cursor.at += 1
    kind = words.supplement_words.get(cursor.peek().text)
    if kind is None or cursor.peek().gap > 1:
        cursor.at = start
        return None
    cursor.at += 1
    number, iteration = _supplement_number(cursor)
    if number is None and kind == "A":
        cursor.at = start
        return None
    year, month = _supplement_year(cursor)
    return Supplement(kind, number, year, month, sign.kind == "+", stage, iteration)


def _supplement_number(cursor: Cursor) -> tuple[int | None, int | None]:
    skip = 1 if cursor.peek().kind == "." else 0
    token = cursor.peek(skip)
    if token.kind != "n" or token.gap > 1 or len(token.text) > 2:
        return None, None
    cursor.at += skip + 1
    iteration = None
    if cursor.glued(".n") and len(cursor.peek(1).text) == 1:
        iteration = int(cursor.peek(1).text)
        cursor.at += 2
    return int(token.text), iteration


def _supplement_year(cursor: Cursor) -> tuple[int | None, int | None]:
    if cursor.peek().kind != ":" or not is_year(cursor.peek(1)) or cursor.peek(1).gap > 1:
        return None, None
    cursor.at += 2
    year = int(cursor.tokens[cursor.at - 1].text)
    month = _month(cursor)
    _catalogue_letter(cursor)
    return year, month


def read_letters(cursor: Cursor) -> tuple[bool, tuple[str, ...]]:
    """„(U)" adopted in English, „(E/F)" languages of the text; moves behind them."""
    english, letters = False, list[str]()
    while cursor.peek().kind == "(" and cursor.peek().gap < 2:
        inside = []
        ahead = 1
        while cursor.peek(ahead).kind == "w" and cursor.peek(ahead + 1).kind == "/":
            inside.append(cursor.peek(ahead).text)
            ahead += 2
        inside.append(cursor.peek(ahead).text)
        if cursor.peek(ahead + 1).kind != ")" or not set(inside) <= _LANGUAGES | {"U"}:
            break
        english |= "U" in inside
        letters += [i for i in inside if i != "U"]
        cursor.at += ahead + 2
    return english, tuple(letters)


def read_mark(cursor: Cursor) -> str | None:
    """„CSV", „ED2": which product of the standard is meant; moves behind it."""
    token, digits = cursor.peek(), cursor.peek(1)
    if token.kind != "w":
        return None
    if token.text in vocabulary().marks:
        cursor.at += 1
        return token.text
    if token.text == "ED" and digits.kind == "n" and digits.gap == 0:
        cursor.at += 2
        return f"ED{digits.text}"
    return None
