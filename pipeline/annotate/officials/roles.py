"""„p.o. kierownika BIiKS", „Zastępcy Prezydenta Gdańska": where functions stand, and their nominative."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.complement import Walk
from pipeline.annotate.officials.lexicon import Form, abbreviations, following_adjectives, forms, heads, modifiers, role_class
from pipeline.text import fold, squash
from pipeline.values import morph
from pipeline.values.name.candidates import feminine
from pipeline.values.name.phrase import adjective_in, cased_like, readings_of
from pipeline.values.name.recognise import is_patron
from pipeline.values.name.tokens import compound_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.name.tokens import Token

_ACTING = frozenset({"pełniący", "pełniąca", "pełniącego", "pełniącej", "pełniącemu", "pełniącym", "pełniącą"})
_CASES = ("nom", "gen", "dat", "acc", "inst", "loc")


class Role(NamedTuple):
    """„p.o. kierownika BIiKS": tokens ``first`` to ``last`` (exclusive) and how the function reads.

    ``head`` is the index of its noun, ``acting`` tells „p.o.", ``complement`` is what follows the noun, as printed;
    ``told`` and ``body`` are the whole function and its body in the nominative where a phrase tells them („Komisji
    przewodniczy Jan Nowak").
    """

    first: int
    head: int
    last: int
    forms: tuple[Form, ...]
    role_id: str
    acting: bool
    complement: str
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
    """Position behind a function's noun at ``i`` („z-ca" is three tokens) and its forms."""
    token = tokens[i]
    if token.kind != "word":
        return None
    if i + 2 < len(tokens) and tokens[i + 1].text == "-" and not tokens[i + 1].gap and not tokens[i + 2].gap:
        joined = f"{token.low}-{tokens[i + 2].low}"
        if joined in forms():
            return i + 3, forms()[joined]
    found = forms().get(token.low)
    if not found:
        return None
    if token.low in abbreviations():
        dot = i + 1 < len(tokens) and tokens[i + 1].text == "." and not tokens[i + 1].gap
        return (i + 2, found) if dot else None
    return i + 1, found


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
    return Role(first, i, last, found, role_class(found[0].lemma, complement), acting, complement)


def _before(tokens: Sequence[Token], i: int, found: tuple[Form, ...]) -> tuple[int, bool]:
    """Where the function's name opens: adjectives that belong to it („Powiatowy Inspektor"), then „p.o."."""
    first = i
    while first > 0 and tokens[first - 1].kind == "word" and _belongs(tokens[first - 1].text, found):
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


def _belongs(word: str, found: tuple[Form, ...]) -> bool:
    """„główny", „starszy", „podkarpacki" before "kurator": an agreeing adjective of functions or of a region."""
    regional = word.lower().endswith(_REGIONAL) and heads()[found[0].lemma].role_id in _OF_A_REGION
    if not (regional or _is_modifier(word.lower())):
        return False
    genders = {"mf": ("m1",), "m": ("m1",), "f": ("f",)}
    # a masculine noun stays beside a woman's adjective („Dolnośląska Konserwator")
    return any(adjective_in(word, f.case, f.number, g) for f in found for g in genders[f.gender])


_REGIONAL = tuple(f"{c}{e}" for c in "scz" for e in ("ki", "kiego", "kiemu", "kim", "ka", "kiej", "ką", "cy"))
_OF_A_REGION = frozenset(
    {"superintendent", "conservator", "inspector", "veterinarian", "voivode", "deputy_voivode", "commander", "surveyor"}
)
"""Functions before which the adjective of a region belongs to the name („Wielkopolski Kurator Oświaty")."""


@lru_cache(maxsize=5_000)
def _is_modifier(word: str) -> bool:
    return any(
        r.pos in {"adj", "ppas"} and (r.lemma in modifiers() or _comparative(r) in modifiers()) for r in readings_of(word)
    )


def _comparative(reading: morph.Reading) -> str | None:
    """„starszego" (stary, com) -> "starszy"."""
    if "com" not in reading.tag.split(":"):
        return None
    forms = (r for r in morph.generate(reading.lemma) if r.tag == "adj:sg:nom:m1:com")
    return next((r.form for r in forms), None)


def nominative_role(tokens: Sequence[Token], text: str, role: Role, form: Form) -> str:
    """„Pełnomocnika ds. Zarządzania" -> "Pełnomocnik ds. Zarządzania"; „p.o kierownika BIiKS" -> "p.o. kierownika BIiKS".

    Args:
        tokens: the text's tokens.
        text: the text.
        role: the function.
        form: the reading of its head that the person's name agrees with.
    """
    tail_from = next((t.start for t in tokens[role.head + 1 : role.last]), None)
    if role.acting:
        opening = tokens[role.first].low
        words = [t for t in tokens[role.first : role.head] if _is_modifier(t.low)]
        acting = "p.o." if opening in {"p", "po"} else text[tokens[role.first].start : tokens[role.first + 1].end]
        middle = text[(words[0].start if words else tokens[role.head].start) : tokens[role.last - 1].end]
        return squash(f"{acting} {middle}")
    printed = [_adjective(t, form) if t.kind == "word" else t.text for t in tokens[role.first : role.head]]
    pieces = [" ".join(printed).replace(" - ", "-")] if printed else []
    pieces.append(cased_like(form.lemma, tokens[role.head].text))
    position = role.head + 1
    if tokens[role.head].low in {"z", "v"} or tokens[role.head].low in abbreviations():
        while (position < role.last and tokens[position].text in {"-", "."}) or tokens[position - 1].text == "-":
            position += 1
    own = _own_adjectives(tokens, position, role.last)
    while position < own:
        behind = compound_end(tokens, position)
        agreed = _agreed(tokens[behind - 1], form)
        if agreed is None:
            break
        pieces.append(text[tokens[position].start : tokens[behind - 1].start] + agreed)
        position = behind
    tail = text[tokens[position].start : tokens[role.last - 1].end] if position < role.last and tail_from else ""
    return squash(" ".join([*pieces, tail]))


def _own_adjectives(tokens: Sequence[Token], start: int, last: int) -> int:
    """„rzecznika prasowego Górnośląskiego Zakładu": position behind the adjectives that are the function's own.

    In the genitive an adjective before a noun may agree with both; only those that usually follow a function are left to it.
    """
    i = start
    while i < last and tokens[i].kind == "word":
        behind = compound_end(tokens, i)
        word = tokens[behind - 1]
        local = word.low.endswith(_REGIONAL) and i == start
        if not local and not any(r.pos in {"adj", "pact", "ppas"} for r in readings_of(word.text)):
            break
        i = behind
    noun = readings_of(tokens[i].text) if i < last and tokens[i].kind == "word" else ()
    agreeing = {(r.number, r.gender) for r in noun if r.pos in {"subst", "ger"} and r.case == "gen"}
    for n in range(start, i):
        usual = _follows(tokens[n].text)
        if not usual and any(
            number and gender and adjective_in(tokens[n].text, "gen", number, gender) for number, gender in agreeing
        ):
            return n
    return i


def _agreed(token: Token, form: Form) -> str | None:
    """The nominative of an adjective behind the head; None for a word that does not agree with it."""
    head = heads()[form.lemma]
    if form.gender == "f" and head.masculine == form.lemma and _follows(token.text):
        # „rzecznik prasowa": the noun stays, the adjective is the woman's; any case, since the noun shows none
        return next((f for c in _CASES if (f := adjective_in(token.text, c, "sg", "f"))), None)
    gender = "f" if form.gender == "f" and head.feminine == form.lemma else "m1"
    found = adjective_in(token.text, form.case, form.number, gender)
    if found is None and (local := adjective_in(token.low, form.case, form.number, gender)) is not None:
        found = cased_like(local, token.text)
    if found is not None and form.number == "pl":
        return adjective_singular(token.text, gender)
    return found


def _follows(word: str) -> bool:
    return any(r.lemma in following_adjectives() for r in readings_of(word))


def _adjective(token: Token, form: Form) -> str:
    """„powiatowego" before "inspektora" -> "powiatowy"; „poprzedniej" before a woman's "sekretarz" -> "poprzednia"."""
    agreed = _agreed(token, form)
    if agreed is None and form.gender == "f":
        agreed = adjective_in(token.text, form.case, form.number, "f")
    return agreed or token.text


@lru_cache(maxsize=5_000)
def adjective_singular(word: str, gender: str = "m1") -> str:
    """„miejscy" -> "miejski", „powiatowe" of women -> "powiatowa": the singular of an adjective."""
    lemma = next((r.lemma for r in readings_of(word) if r.pos == "adj"), word)
    return cased_like(feminine(lemma) if gender == "f" else lemma, word)
