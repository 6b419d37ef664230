"""„Burmistrz Trzcianowa Górnego", „starosta Sitek Jan": what two capitalised words behind a function are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.recognise import is_first_name, is_surname
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from pipeline.values.name.tokens import Token


def is_unknown_town(tokens: Sequence[Token], i: int) -> bool:
    """„Burmistrz Trzcianowa Górnego": a word that no dictionary has with an adjective of towns, both in the genitive."""
    here, *rest = tokens[i : i + 2]
    if not rest or not (capital(here) and capital(rest[0])) or readings_of(here.text):
        return False
    word = rest[0].text
    if here.low.endswith("ów"):
        agrees = adjective_in(word, "gen", "pl", "m3") is not None  # „Podhorców Wielkich"
    else:
        genders = {"a": ("m1", "m3", "n"), "y": ("f",), "i": ("f",), "u": ("m3",)}.get(here.low[-1], ())
        agrees = any(adjective_in(word, "gen", "sg", g) for g in genders)
    return agrees


def is_reversed(tokens: Sequence[Token], i: int) -> bool:
    """„starosta Sitek Jan": a surname before a first name that no other capitalised word follows."""
    here, *rest = tokens[i : i + 3]
    first = bool(rest) and capital(rest[0]) and is_first_name(rest[0].text)
    ends = len(rest) < 2 or not capital(rest[1])
    return first and ends and capital(here) and is_surname(here.text) and not is_first_name(here.text)


def is_unknown_body(tokens: Sequence[Token], i: int, people: Container[int]) -> bool:
    """„rzecznik Stalmetu Jan Nowak", „audytorka Bureau Veritas Ewa Lis": names that no dictionary has, up to a person."""
    j = i
    while j < min(i + _FIRM, len(tokens)) and j not in people and capital(tokens[j]) and not readings_of(tokens[j].text):
        j += 1
    return j > i and j in people


def is_unknown_person(tokens: Sequence[Token], i: int, people: Container[int]) -> bool:
    """„prezes Unii Piłkarskiej Lennarta Johanssona": an unknown word, then a surname in the singular that ends the name."""
    here, *rest = tokens[i : i + 3]
    if not rest or not capital(rest[0]) or i + 1 in people or (len(rest) > 1 and capital(rest[1])):
        return False
    unknown = capital(here) and len(here.text) > _ACRONYM and not here.text.isupper() and not readings_of(here.text)
    return unknown and is_surname(rest[0].text) and not is_first_name(rest[0].text)


_FIRM = 4
"""tokens of a firm's name that no dictionary has"""
_ACRONYM = 3
"""letters; a first name that no dictionary has is longer"""
