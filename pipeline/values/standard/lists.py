"""Lists that share a publisher or a number: "ISO 9001, 14001 i 45001", "ISO 9001:2000 i 2008"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.text import fold
from pipeline.values.standard.amounts import YEAR_WORDS, is_free_number
from pipeline.values.standard.catalogue import iso_work, number_words, works
from pipeline.values.standard.edition import is_year, read_edition
from pipeline.values.standard.grammar import read_parts
from pipeline.values.standard.model import Standard
from pipeline.values.standard.supplements import read_letters, read_supplements
from pipeline.values.standard.tokens import Cursor, Token

_WINDOW = 48
"""characters from the end of one member to the end of the next"""
_OPENS = re.compile(r"(?=\D{1,32}\d)\s{0,3}(?:[,;/&+-‐-―]|\w{1,7}\s)")
"""what a member's end must be followed by for another member to come: a cheap look before the tokens are read"""
_SIGNS = frozenset(",;/&+")


@dataclass(frozen=True, slots=True)
class Heir:
    """The last member of a list so far."""

    value: Standard
    end: int
    iso: Standard | None = None
    """the nearest form before it whose publishers a number can take"""


def may_go_on(text: str, end: int) -> bool:
    """Whether what follows a member can be another one: „, 14", „ i 27"."""
    return _OPENS.match(text, end) is not None


def read_next(text: str, heir: Heir) -> tuple[int, Heir] | None:
    """The next member after „ISO 9001" in „ISO 9001, 14001 i 45001": its start and what it inherits; None at the list's end."""
    if not may_go_on(text, heir.end):
        return None
    cursor = Cursor(text, heir.end, _WINDOW)
    if not _separator(cursor, heir.value):
        return None
    token = cursor.peek()
    if token.kind != "n" or token.gap > 2:
        return None
    value = _member(cursor, token, heir)
    return None if value is None else (token.start, Heir(value, cursor.tokens[cursor.at - 1].end, heir.iso))


def _separator(cursor: Cursor, previous: Standard) -> bool:
    """Moves over „, ", „ i ", „ oraz ", „/", also together („, a także"); False where the list ends."""
    conjunctions = number_words("conjunctions")
    seen = False
    for _ in range(4):
        token = cursor.peek()
        sign = token.kind in _SIGNS or (token.kind == "-" and not previous.parts and len(cursor.peek(1).text) > 3)
        word = token.kind == "w" and token.text.lower() in conjunctions
        if not sign and not word:
            break
        if token.gap > 2:
            return False
        seen = True
        cursor.at += 1
    return seen


def _member(cursor: Cursor, token: Token, heir: Heir) -> Standard | None:
    number = token.text
    known = works().get(number, ())
    cursor.at += 1
    if not 4 <= len(number) <= 5:
        return None
    parts = read_parts(cursor, number, slashed=False, strict=False)
    year, month, letters = read_edition(cursor, number)
    supplements = read_supplements(cursor)
    english, language = read_letters(cursor)
    if year is None and not parts and is_year(token, 1980):
        return _shared_number(cursor, token, heir.value)
    if not known and year is None:
        return None
    if year is None and not is_free_number(cursor):
        return None
    inherited = inherit(number, heir.value, heir.iso)
    return replace(
        inherited, parts=parts, year=year, month=month, supplements=supplements, english=english, language=letters + language
    )


def inherit(number: str, model: Standard | None, iso: Standard | None = None) -> Standard:
    """„14001" with the publishers of the form before it; 18001 takes its own, since ISO never had it.

    Args:
        number: digits as printed.
        model: the nearest full form before the number.
        iso: the nearest one of an ISO standard; None where the page printed none.
    """
    own = {w.publisher for w in works().get(number, ())}
    if model is not None and model.sector and f"{model.chain[0]}-{model.sector}" in own:
        return Standard(chain=model.chain, sector=model.sector, number=number)
    if model is not None and model.chain[-1:] and model.chain[-1] in own:
        return Standard(chain=model.chain, number=number)
    if "OHSAS" in own:
        return Standard(chain=("OHSAS",), number=number)
    base = model if model is not None and is_heritable(model) else iso
    chain = base.chain if base is not None else ("ISO",)
    if chain[-1] == "ISO/IEC" and "ISO" in own:
        chain = (*chain[:-1], "ISO")
    if chain[-1] == "EN" and (work := iso_work(number)) is not None:
        chain = (*chain, work.publisher)
    return Standard(chain=chain, number=number)


def is_heritable(model: Standard) -> bool:
    """Whether a number of a management system can take this form's publishers: ISO's, or EN's where ISO was left out."""
    return model.sector is None and bool(model.chain) and model.chain[-1] in {"ISO", "ISO/IEC", "EN"}


def _shared_number(cursor: Cursor, token: Token, previous: Standard) -> Standard | None:
    """„ISO 9001:2000 i 2008": another edition of the same number, if the work ever had it."""
    work = iso_work(previous.number or "")
    after = cursor.peek()
    if work is None or previous.year is None or int(token.text) not in work.editions or not is_free_number(cursor):
        return None
    if after.kind == "w" and fold(after.text) in YEAR_WORDS:
        return None
    return replace(previous, year=int(token.text), month=None, supplements=(), language=())
