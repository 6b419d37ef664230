"""„rzecznik prasowa Urzędu Marszałkowskiego" -> "Urząd Marszałkowski": the body in a function's complement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.text import squash
from pipeline.values.name import nominative
from pipeline.values.name.phrase import institution_nouns, readings_of
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_TERRITORY = frozenset(
    {"gmina", "powiat", "miasto", "województwo", "parafia", "system", "nadzór", "certyfikacja", "projekt", "program"}
    | {"prawo", "sojusz", "front", "rząd"}
)
"""Institution nouns that name a territory or a thing in a function („wójt gminy"), not a body."""
_ACRONYM = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,6}[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,3}$")


def body_of(tokens: Sequence[Token], text: str, role: Role, bodies: Sequence[tuple[int, int, str]]) -> str | None:
    """The body in which a function is held, in the nominative; None where the complement names none.

    Args:
        tokens: the text's tokens.
        text: the text.
        role: the function.
        bodies: start, end and name of the bodies that other components found.
    """
    if role.last <= role.behind:
        return None
    start, end = tokens[role.behind - 1].end, tokens[role.last - 1].end
    known = next((name for a, b, name in bodies if name and start <= a and b <= end), None)
    if known:
        return known
    inside = range(role.behind, role.last)
    opened = _opening(tokens, role)
    if opened is not None and (opened < 0 or capital(tokens[opened])):
        return nominative(squash(text[tokens[opened].start : end]), "organization") if opened >= 0 else None
    capitals = tokens[role.head].text.isupper()
    acronym = next((_whole(tokens, text, i, role.last) for i in inside if not capitals and _is_acronym(tokens[i].text)), None)
    if acronym:
        return acronym
    lower = next((i for i in inside if tokens[i].low != "zarządu" and _is_institution(tokens[i])), None)
    return nominative(squash(text[tokens[lower].start : end]), "organization") if lower is not None else None


def _whole(tokens: Sequence[Token], text: str, i: int, last: int) -> str:
    """„TÜV Rheinland Polska" from its acronym on, where only capitalised words follow; else the acronym."""
    end = i + 1
    while end < last and capital(tokens[end]) and tokens[end].low not in {"s", "sp", "sa", "nr"}:
        end += 1
    return squash(text[tokens[i].start : tokens[end - 1].end])


def _is_acronym(word: str) -> bool:
    return bool(_ACRONYM.match(word)) and word != "RP" and not set(word) <= set("IVX")


def _opening(tokens: Sequence[Token], role: Role) -> int | None:
    """Index of the word that opens the first institution in a complement; -1 where "ds." comes first, None without one."""
    for i in range(role.behind, role.last):
        if tokens[i].low in {"ds", "spraw"}:
            return -1
        if tokens[i].low == "zarządu" and i == role.behind:
            continue  # „prezes zarządu PEC": the company, not its board
        if _is_institution(tokens[i]):
            first = i
            while capital(tokens[i]) and first - 1 >= role.behind and _is_modifier(tokens[first - 1]):
                first -= 1  # „Głównego Inspektoratu Sanitarnego"
            return first
    return None


def _is_modifier(token: Token) -> bool:
    return capital(token) and _is_adjective(token.text)


def _is_adjective(word: str) -> bool:
    return any(r.pos == "adj" and r.case == "gen" for r in readings_of(word))


def _is_institution(token: Token) -> bool:
    if token.kind != "word":
        return False
    lemmas = {r.lemma for r in readings_of(token.text) if r.pos == "subst" and r.case == "gen"}
    return bool(lemmas & institution_nouns()) and not lemmas & _TERRITORY
