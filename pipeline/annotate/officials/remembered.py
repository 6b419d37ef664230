"""„pomnik wójta Jana Nowaka", „W 1925 roku burmistrz Jan Nowak", „przy Wójta Radtkego": who is remembered and does not act."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.annotate.officials.data import load
from pipeline.values import morph
from pipeline.values.name.phrase import readings_of
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.board import Bond
    from pipeline.values.name.tokens import Token

_LONG_AGO = re.compile(r"\b1(?:[0-8]\d\d|9[0-7]\d)\b(?! ?(?:zł|osób|m\b|km|ha|mieszk|głos))")
"""Years before 1980: who held a function then acts in no story about certificates, which Polish offices have had since 1997."""
_THEN = re.compile(
    r"\b[Ww] (?:(?:latach )?1(?:[0-8]\d\d|9[0-6]\d)|roku 1(?:[0-8]\d\d|9[0-6]\d)"
    r"|(?:(?:po(?:czątk|łow)\w+|końcu) )?[IVX]+ ?w(?:ieku|\.)"
    r"|latach (?:dwudziestych|trzydziestych|czterdziestych|pięćdziesiątych|sześćdziesiątych|międzywojennych)"
    r"|(?:dwudziestoleciu|okresie) międzywojennym|czasie okupacji)(?: ?(?:roku|r\.))?"
    r"|\b[Pp]rzed (?:I|II|pierwszą|drugą)? ?wojną"
)
"""„W 1925 roku", „w XVIII wieku", „w połowie XVI wieku": when something happened long ago."""
_WHO = re.compile(r",? (?:który|która|rządząc)\w*")
"""„o burmistrzu Janie Nowaku, [który] rządził przed wojną": the clause behind a name tells when"""
_BARRIER = re.compile(r"[,„\"–:]")
"""What parts the time of one clause from the people of another."""
_AROUND = 3
"""tokens before a function or a name among which the word of a death or of a dedication stands"""
_GOVERNED = {"na": {"acc", "loc"}, "przy": {"loc"}, "w": {"loc", "acc"}}
"""Prepositions and their cases; a function in another case behind them is a street („przy Wójta Radtkego")."""


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return {key: set(words) for key, words in load("screen.toml")["memorial"].items()}


def is_history(text: str, bond: Bond, sentence: tuple[int, int]) -> bool:
    """„W 1925 roku burmistrzem został Jan Nowak", „dwór wzniósł starosta Jan Nowak w XVI wieku": who held it long ago.

    Args:
        text: the text.
        bond: a name and its function.
        sentence: characters of the sentence that holds the name.
    """
    opens, closes = sentence
    if bond.rule.split(".")[1] == "predicate" and _LONG_AGO.search(text, opens, closes):
        return True
    before = text[opens : bond.name.start]
    then = max((m.end() for m in _THEN.finditer(before)), default=None)
    # a comma or a quotation between the time and the name opens what is said today
    if then is not None and not _BARRIER.search(before[then:]):
        return True
    behind = _WHO.match(text, bond.name.end)
    if behind is not None and _THEN.search(text, behind.end(), closes):
        return True
    return bool(_THEN.search(text, opens, closes)) and _founds(text[opens:closes])


def _founds(sentence: str) -> bool:
    """„wzniósł", „ufundowała": a past verb of founders; the participle („szkoła zbudowana w 1912 roku") tells of today."""
    words = re.findall(r"\w+", sentence)
    return any(r.pos == "praet" and r.lemma in _data()["founding"] for w in words for r in morph.analyse(w.lower()))


def is_remembered(tokens: Sequence[Token], bond: Bond) -> bool:
    """„pomnik wójta Jana Nowaka", „tablica poświęcona wojewodzie …", „zmarły burmistrz …", „Zmarł Jan Nowak, wójt"."""
    first = min(bond.role.first, bond.name.first)
    if _is_street(tokens, bond) or is_dead(tokens, bond):
        return True
    before = tokens[first - 1] if first > 0 else None
    if before is None or before.kind != "word":
        return False
    lemmas = {r.lemma.lower() for r in readings_of(before.text)}
    if lemmas & _data()["dead"]:
        return True
    if first != bond.role.first:
        return False
    if bond.form.case == "dat":
        return any(r.pos in {"ppas", "adj"} and r.lemma in _data()["dedicated"] for r in readings_of(before.low))
    return bond.form.case == "gen" and (bool(lemmas & _data()["nouns"]) or before.low in _data()["years"])


def is_dead(tokens: Sequence[Token], bond: Bond) -> bool:
    """„Zmarł Jan Nowak, sołtys", „sekretarza gminy śp. Jana Nowaka", „Jan Nowak, wójt, zmarł": told with a word of dying."""
    first, last = min(bond.role.first, bond.name.first), max(bond.role.last, bond.name.last)
    return _has_died(tokens, first) or _has_died(tokens, bond.name.first) or _dies(tokens, last)


def _has_died(tokens: Sequence[Token], first: int) -> bool:
    """„Zmarł w nocy Jan Nowak", „śp. Jan Nowak": a word of dying among the few right before, no mark between but its own."""
    low = [t.low for t in tokens[max(0, first - 4) : first]]
    if low[-2:] == ["śp", "."] or low[-4:] == ["ś", ".", "p", "."]:
        return True
    for i in range(first - 1, max(-1, first - 1 - _AROUND), -1):
        if tokens[i].kind != "word":
            return False
        if tokens[i].low in _data()["died"]:
            return True
    return False


def _dies(tokens: Sequence[Token], last: int) -> bool:
    """„Jan Nowak, wieloletni sekretarz gminy, zmarł w piątek": the verb right behind a function and its name."""
    behind = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    low = [t.low for t in tokens[behind : behind + 2]]
    return low[:1] in (["zmarł"], ["zmarła"]) or low == ["nie", "żyje"]


def _is_street(tokens: Sequence[Token], bond: Bond) -> bool:
    """„na Starosty Kosmowskiego": a function with a capital, in the genitive behind a preposition of place."""
    before = tokens[bond.role.first - 1] if bond.role.first > 0 else None
    cases = _GOVERNED.get(before.low) if before is not None else None
    if cases is None or bond.form.case != "gen" or not capital(tokens[bond.role.head]):
        return False
    return not any(f.case in cases for f in bond.role.forms)
