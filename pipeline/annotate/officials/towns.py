"""„Burmistrz Trzcianowa Górnego", „starosta Sitek Jan": what two capitalised words behind a function are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.recognise import is_first_name, is_surname
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

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
