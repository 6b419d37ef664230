"""„p.o. kierownika BIiKS", „Zastępcy Prezydenta Gdańska": where functions stand, and their nominative."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.complement import Walk
from pipeline.annotate.officials.lexicon import Form, abbreviations, forms, heads, modifiers, role_class
from pipeline.text import fold, squash
from pipeline.values import morph
from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.recognise import is_patron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.name.tokens import Token

_ACTING = frozenset({"pełniący", "pełniąca", "pełniącego", "pełniącej", "pełniącemu", "pełniącym", "pełniącą"})


class Role(NamedTuple):
    """„p.o. kierownika BIiKS": tokens ``first`` to ``last`` (exclusive) and how the function reads.

    ``head`` is the index of its noun, ``behind`` of what follows it („z-ca" is three tokens), ``acting`` tells „p.o.",
    ``complement`` is what follows the noun, as printed; ``told`` and ``body`` are the whole function and its body in the
    nominative where a phrase tells them („Komisji przewodniczy Jan Nowak").
    """

    first: int
    head: int
    last: int
    forms: tuple[Form, ...]
    role_id: str | None
    acting: bool
    complement: str
    behind: int = 0
    told: str = ""
    body: str = ""

    def plural_only(self) -> bool:
        """„starostami": whether the form can only be a plural."""
        return all(f.number == "pl" for f in self.forms)

    def plural(self) -> bool:
        """„zastępcy burmistrza": whether the form may be a plural."""
        return any(f.number == "pl" for f in self.forms)


def find_roles(tokens: Sequence[Token], text: str, people: frozenset[int]) -> list[Role]:
    """Every function named in the text, outer before inner („zastępca burmistrza", then „burmistrza").

    Args:
        tokens: the text's tokens.
        text: the text.
        people: indexes of the tokens at which a person's name opens.
    """
    walk = Walk(tokens, text, people)
    found: list[Role] = []
    for i in range(len(tokens)):
        opened = _head_at(tokens, i)
        if opened is not None:
            role = _role(tokens, text, walk, i, *opened)
            if role is not None:
                found.append(role)
    return found


def _head_at(tokens: Sequence[Token], i: int) -> tuple[int, tuple[Form, ...]] | None:
    """Position behind a function's noun at ``i`` and its forms."""
    token = tokens[i]
    if token.kind != "word":
        return None
    joined = _joined(tokens, i)
    if joined is not None:
        return joined
    found = forms().get(token.low)
    if found and token.low in abbreviations():
        dot = i + 1 < len(tokens) and tokens[i + 1].text == "." and not tokens[i + 1].gap
        return (i + 2, found) if dot else None
    return (i + 1, found) if found else None


def _joined(tokens: Sequence[Token], i: int) -> tuple[int, tuple[Form, ...]] | None:
    """„z-ca", „vice-burmistrz" (three tokens), „v-ce burmistrz" (four), „vice burmistrz" (two)."""
    if tokens[i].low in {"vice", "wice"} and (apart := _vice(tokens, i + 1)) is not None:
        return i + 2, apart
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-" or tokens[i + 1].gap or tokens[i + 2].gap:
        return None
    joined = f"{tokens[i].low}-{tokens[i + 2].low}"
    if joined == "v-ce" and (further := _vice(tokens, i + 3)) is not None:
        return i + 4, further
    return (i + 3, forms()[joined]) if joined in forms() else None


def _vice(tokens: Sequence[Token], i: int) -> tuple[Form, ...] | None:
    """„v-ce Burmistrz", „vice prezes": the forms of "wiceburmistrz" where the function's noun stands apart at ``i``."""
    return forms().get(f"vice-{tokens[i].low}") if i < len(tokens) else None


def _role(  # noqa: PLR0913, PLR0917
    tokens: Sequence[Token], text: str, walk: Walk, i: int, behind: int, found: tuple[Form, ...]
) -> Role | None:
    genders = {"mf": ("m1", "f"), "m": ("m1",), "f": ("f",)}
    last = walk.complement(behind, {(f.case, f.number, g) for f in found for g in genders[f.gender]})
    complement = squash(text[tokens[behind - 1].end : tokens[last - 1].end]) if last > behind else ""
    complement = complement.lstrip(". ")
    first, acting = _before(tokens, i, found)
    requires = heads()[found[0].lemma].requires
    whole = fold(squash(text[tokens[first].start : tokens[behind - 1].end] + " " + complement))
    if (requires and not re.search(requires, whole)) or is_patron(tokens, first):
        return None
    return Role(first, i, last, found, role_class(found[0].lemma, complement), acting, complement, behind)


def _before(tokens: Sequence[Token], i: int, found: tuple[Form, ...]) -> tuple[int, bool]:
    """Where the function's name opens: adjectives that belong to it („Powiatowy Inspektor"), then „p.o."."""
    first = i
    while first > 0 and tokens[first - 1].kind == "word" and _belongs(tokens[first - 1].text, found):
        if _is_copula(tokens, first - 1):
            break
        first -= 1
        if first > 1 and tokens[first - 1].text == "-" and not tokens[first].gap and tokens[first - 2].low.endswith("o"):
            first -= 2  # „Warmińsko-Mazurski Kurator"
    if first > 0 and tokens[first - 1].text in {"I", "II", "III"}:
        first -= 1
    low = [t.low for t in tokens[max(0, first - 4) : first]]
    if low[-4:] == ["p", ".", "o", "."]:
        return first - 4, True
    if low[-3:] == ["p", ".", "o"]:
        return first - 3, True
    if len(low) >= 2 and low[-1] == "." and low[-2] == "po":
        return first - 2, True
    if low[-1:] == ["obowiązki"] and low[-2:-1] and low[-2] in _ACTING:
        return first - 2, True
    return first, False


def _is_copula(tokens: Sequence[Token], i: int) -> bool:
    """„Obecna była skarbnik", „Gościem był wójt": the verb behind its predicate; „była skarbnik" opens with an adjective."""
    if i == 0 or tokens[i].low not in {"był", "była"}:
        return False
    readings = readings_of(tokens[i - 1].text)
    return any((r.pos == "subst" and r.case == "inst") or (r.pos == "adj" and r.case == "nom") for r in readings)


def _belongs(word: str, found: tuple[Form, ...]) -> bool:
    """„główny", „starszy", „podkarpacki" before "kurator": an agreeing adjective of functions or of a region."""
    regional = word.lower().endswith(REGIONAL) and heads()[found[0].lemma].role_id in _OF_A_REGION
    if not (regional or is_modifier(word.lower())):
        return False
    genders = {"mf": ("m1",), "m": ("m1",), "f": ("f",)}
    # a masculine noun stays beside a woman's adjective („Dolnośląska Konserwator")
    return any(adjective_in(word, f.case, f.number, g) for f in found for g in genders[f.gender])


REGIONAL = tuple(f"{c}{e}" for c in "scz" for e in ("ki", "kiego", "kiemu", "kim", "ka", "kiej", "ką", "cy"))
"""Endings of the adjectives of regions („podkarpackiego")."""
_OF_A_REGION = frozenset(
    {"superintendent", "conservator", "inspector", "veterinarian", "voivode", "deputy_voivode", "commander", "surveyor"}
)
"""Functions before which the adjective of a region belongs to the name („Wielkopolski Kurator Oświaty")."""


@lru_cache(maxsize=5_000)
def is_modifier(word: str) -> bool:
    """„główny", „starszy": an adjective that stands before functions."""
    return any(
        r.pos in {"adj", "ppas"} and (r.lemma in modifiers() or _comparative(r) in modifiers()) for r in readings_of(word)
    )


def _comparative(reading: morph.Reading) -> str | None:
    """„starszego" (stary, com) -> "starszy"."""
    if "com" not in reading.tag.split(":"):
        return None
    forms = (r for r in morph.generate(reading.lemma) if r.tag == "adj:sg:nom:m1:com")
    return next((r.form for r in forms), None)
