"""Words with all their lemmas, and sequences of lemmas found among them: „stwierdzono następujące uchybienia"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.values import morph

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_FINITE = frozenset({"fin", "praet", "imps", "bedzie", "winien", "pred", "impt", "cond"})
_ACTING = _FINITE | {"inf", "ppas", "pact", "pcon", "pant"}
_VERBAL = frozenset({"ger", "ppas", "pact", "adj"})
_PREFIXES = ("po", "re", "przed")
"""„poaudytowy", „recertyfikacja": derivations that the dictionary lacks"""
_FAR = 40
"""words that may stand where a pattern has "~"; a sentence of Polish news has 15 to 20, a long one 60"""
_GAP = 3
"""words that may stand between two words of a pattern („stwierdzono następujące uchybienia": one)"""


class Word(NamedTuple):
    """„stwierdzono" at its place, with every lemma it may have and every lemma/feature pair."""

    start: int
    end: int
    form: str
    keys: frozenset[str]


def respelled(lower: str) -> str:
    """„auditora", „audicie" -> "audytora", "audycie": the spelling of standards in that of dictionaries."""
    return lower.replace("audit", "audyt").replace("audici", "audyci")


@lru_cache(maxsize=100_000)
def keys(form: str) -> frozenset[str]:
    """„uchybienia" -> {"uchybienie", "uchybienie/subst", "uchybienie/pl", "=uchybienia", …}.

    "audit" is read as "audyt": both spellings are in use (PN-EN ISO 19011 prints the first), dictionaries know the second. A
    negated verbal noun or participle („niezłożenie") also gives "/neg".
    """
    lower = respelled(form.lower())
    found = {lower, f"={lower}"}
    readings = morph.analyse(form) if form != lower else ()
    readings += morph.analyse(lower)
    if not readings:
        for prefix in (p for p in _PREFIXES if lower.startswith(p)):
            rest = tuple(r._replace(lemma=prefix + r.lemma) for r in morph.analyse(lower[len(prefix) :]))
            readings += rest
    aspects = {(r.lemma, part) for r in readings for part in r.tag.split(":")}
    for r in readings:
        lemma = r.lemma.lower()
        found |= {lemma, f"{lemma}/{r.pos}"}
        if r.number:
            found.add(f"{lemma}/{r.number}")
        if r.pos in _FINITE:
            found |= {f"{lemma}/v", "/v"}
            if r.pos == "fin" and "perf" in r.tag.split(":") and (r.lemma, "imperf") not in aspects:  # „każe" is present too
                found.add(f"{lemma}/future")
        if "pri" in r.tag.split(":") and r.pos in _FINITE:
            found.add("/pri")
        if r.pos in _ACTING:
            found.add(f"{lemma}/act")
        if r.pos in _VERBAL and "neg" in r.tag.split(":"):
            found.add("/neg")
    return frozenset(found)


@lru_cache(maxsize=100_000)
def cases(form: str) -> frozenset[str]:
    """„jakość" -> {"nom", "acc", …}: cases that the word can stand in as a part of a noun phrase; empty for other words."""
    lower = respelled(form.lower())
    readings = morph.analyse(form) + (morph.analyse(lower) if form != lower else ())
    nominal = {"subst", "adj", "ger", "ppas", "pact", "num", "ppron3", "depr"}
    return frozenset(r.case for r in readings if r.case is not None and r.pos in nominal)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` with their places in ``text``."""
    stop = len(text) if end is None else end
    return [Word(m.start(), m.end(), m.group(), keys(m.group())) for m in _WORD.finditer(text, start, stop)]


class Pattern(NamedTuple):
    """„zwrócić ~ uwaga na" as steps; ``far`` says for each step whether anything may stand before it."""

    steps: tuple[frozenset[str], ...]
    far: tuple[bool, ...]


def pattern(printed: str) -> Pattern:
    """Reads the notation of ``leads.toml``: words apart by spaces, choices by „|", „~" for any gap, features behind „/".

    Raises:
        ValueError: the pattern holds no word.
    """
    steps: list[frozenset[str]] = []
    far: list[bool] = []
    wide = False
    for token in respelled(printed).split():
        if token == "~":  # noqa: S105
            wide = True
            continue
        choices = token.split("|")
        feature = choices[-1].partition("/")[2]
        shared = bool(feature) and not any("/" in c for c in choices[:-1])
        steps.append(frozenset(f"{c}/{feature}" if shared and "/" not in c else c for c in choices))
        far.append(wide)
        wide = False
    if not steps:
        raise ValueError(f"a pattern without words: {printed!r}")
    return Pattern(tuple(steps), tuple(far))


def match(sentence: list[Word], first: int, wanted: Pattern) -> list[int] | None:
    """Places of the words that match, the first of them at ``first``; None without a match. The nearest words are taken."""
    if not wanted.steps[0] & sentence[first].keys:
        return None
    places = [first]
    for step, wide in zip(wanted.steps[1:], wanted.far[1:], strict=True):
        last = min(len(sentence), places[-1] + (_FAR if wide else _GAP) + 2)
        place = next((i for i in range(places[-1] + 1, last) if step & sentence[i].keys), None)
        if place is None:
            return None
        places.append(place)
    return places
