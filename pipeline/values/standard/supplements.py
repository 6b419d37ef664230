"""What stands behind an edition: amendments and corrigenda, letters and product marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.standard.catalogue import vocabulary
from pipeline.values.standard.edition import is_year, read_catalogue_letter, read_month
from pipeline.values.standard.model import Supplement

if TYPE_CHECKING:
    from pipeline.values.standard.tokens import Cursor

_SIGNS = frozenset("/+")
_LANGUAGES = frozenset({"E", "F", "R", "D", "S", "A", "en", "fr", "ru", "de", "es", "pl", "ar"})


def read_supplements(cursor: Cursor) -> tuple[Supplement, ...]:
    """„/Ap1:2011", „+A1:2008+A2:2010", „/Amd 1:2015/Cor 1:2017"; moves behind them."""
    if cursor.peek().kind not in _SIGNS:
        return ()
    found: list[Supplement] = []
    while (supplement := _supplement(cursor)) is not None:
        found.append(supplement)
    return tuple(found)


def _supplement(cursor: Cursor) -> Supplement | None:
    sign = cursor.peek()
    if sign.kind not in _SIGNS or sign.gap > 1:
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
    month = read_month(cursor)
    read_catalogue_letter(cursor)
    return year, month


def read_letters(cursor: Cursor) -> tuple[bool, tuple[str, ...]]:
    """„(U)" adopted in English, „(E/F)" languages of the text; moves behind them."""
    if cursor.peek().kind != "(":
        return False, ()
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
    if token.text == "Ed":  # „ISO 14442:2006 Ed 2", „Ed. 2": ISO's edition, which its year says already
        cursor.at += 2 if digits.kind == "." else 1
        cursor.at += cursor.peek().kind == "n"
        return None
    if token.text == "ED" and digits.kind == "n" and digits.gap == 0:
        cursor.at += 2
        return f"ED{digits.text}"
    return None
