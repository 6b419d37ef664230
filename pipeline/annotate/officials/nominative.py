"""„Pełnomocnika ds. Zarządzania" -> "Pełnomocnik ds. Zarządzania": a function in the nominative."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.annotate.officials.lexicon import Form, following_adjectives, heads
from pipeline.annotate.officials.roles import REGIONAL, is_modifier
from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.candidates import feminine
from pipeline.values.name.phrase import adjective_in, cased_like, readings_of
from pipeline.values.name.plain import unmarked
from pipeline.values.name.tokens import compound_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token


def nominative_role(tokens: Sequence[Token], text: str, role: Role, form: Form) -> str:
    """„Pełnomocnika ds. Zarządzania" -> "Pełnomocnik ds. Zarządzania"; „p.o kierownika BIiKS" -> "p.o. kierownika BIiKS".

    Args:
        tokens: the text's tokens.
        text: the text.
        role: the function.
        form: the reading of its head that the person's name agrees with.
    """
    if role.acting:
        opening = tokens[role.first].low
        words = [t for t in tokens[role.first : role.head] if is_modifier(t.low)]
        acting = "p.o." if opening in {"p", "po"} else text[tokens[role.first].start : tokens[role.first + 1].end]
        middle = text[(words[0].start if words else tokens[role.head].start) : tokens[role.last - 1].end]
        return squash(f"{acting} {middle}")
    printed = [_adjective(t, form) if t.kind == "word" else t.text for t in tokens[role.first : role.head]]
    pieces = [" ".join(printed).replace(" - ", "-")] if printed else []
    pieces.append(cased_like(_as_typed(form.lemma, tokens[role.head]), tokens[role.head].text))
    position = role.behind
    own = _own_adjectives(tokens, position, role.last)
    while position < own:
        behind = compound_end(tokens, position)
        agreed = _agreed(tokens[behind - 1], form)
        if agreed is None:
            break
        pieces.append(text[tokens[position].start : tokens[behind - 1].start] + agreed)
        position = behind
    tail = text[tokens[position].start : tokens[role.last - 1].end] if position < role.last else ""
    return squash(" ".join([*pieces, tail])).replace(" -elekt", "-elekt")


def _as_typed(lemma: str, token: Token) -> str:
    """„wojta" -> "wojt", „wójta" -> "wójt": a function typed without diacritics keeps that spelling."""
    plain = unmarked(lemma)
    whole = token.low == plain or len(token.low) > _STEM
    typed = whole and token.text.isascii() and token.low[:_STEM] == plain[:_STEM]
    return plain if typed and all(r.labels == {morph.SURNAME} for r in morph.analyse(token.low)) else lemma


_STEM = 4
"""letters that an inflected function shares with its nominative; an abbreviation is no longer than they are"""


def _own_adjectives(tokens: Sequence[Token], start: int, last: int) -> int:
    """„rzecznika prasowego Górnośląskiego Zakładu": position behind the adjectives that are the function's own.

    In the genitive an adjective before a noun may agree with both; only those that usually follow a function are left to it.
    """
    i = start
    while i < last and tokens[i].kind == "word":
        behind = compound_end(tokens, i)
        word = tokens[behind - 1]
        local = word.low.endswith(REGIONAL) and i == start
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
        return next((f for c in morph.CASES[:-1] if (f := adjective_in(token.text, c, "sg", "f"))), None)
    gender = "f" if form.gender == "f" and head.feminine == form.lemma else "m1"
    found = adjective_in(token.text, form.case, form.number, gender)
    if found is None and form.number == "pl":
        found = adjective_in(token.text, form.case, form.number, "m1")  # „radni miejscy", of a woman
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
