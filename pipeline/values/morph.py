"""Morfeusz 2 (SGJP dictionary, BSD-2-Clause) behind two cached functions; the only module that imports it.

There is no Linux ARM wheel of Morfeusz: there ``available()`` is False and both functions return nothing.
Tags are those of NKJP: http://nkjp.pl/poliqarp/help/ense2.html
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

GEOGRAPHIC = "nazwa_geograficzna"
FIRST_NAME = "imię"
SURNAME = "nazwisko"

NUMBERS = frozenset({"sg", "pl"})
CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
GENDERS = frozenset({"m1", "m2", "m3", "f", "n"})
_ALL_GENDERS = ["m1", "m2", "m3", "f", "n"]
"""what „_" stands for in a tag, in the dictionary's order"""
_NO_LABELS: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """„gminy" -> lemma gmina, „subst:sg:gen:f", no labels: what the dictionary prints, alternatives behind dots."""

    form: str
    lemma: str
    tag: str
    labels: frozenset[str]


class Reading(NamedTuple):
    """„Kochańskiej" -> lemma Kochańska, subst, sg, gen, f, {nazwisko}: one way to read a word."""

    form: str
    lemma: str
    pos: str
    number: str | None
    case: str | None
    gender: str | None
    labels: frozenset[str]
    tag: str


@lru_cache(maxsize=1)
def _morfeusz() -> Any:  # noqa: ANN401
    try:
        import morfeusz2  # noqa: PLC0415
    except ImportError:
        return None
    return morfeusz2.Morfeusz()  # tags are expanded here, each once


def available() -> bool:
    """Whether Morfeusz can be used on this machine."""
    return _morfeusz() is not None


def version() -> str:
    """Identity of the dictionary, for provenance."""
    engine = _morfeusz()
    return str(engine.dict_id()) if engine is not None else "none"


Marks = tuple[str, str | None, str | None, str | None, str]
"""Part of speech, number, case, gender and the whole tag."""


@lru_cache(maxsize=20_000)
def expanded(tag: str) -> tuple[Marks, ...]:
    """„subst:sg:nom.acc:n" -> its two plain tags: alternatives stand behind dots, „_" is every gender."""
    choices = [_ALL_GENDERS if chunk == "_" else chunk.split(".") for chunk in tag.split(":")]
    return tuple(_marks(parts) for parts in product(*choices))


def _marks(parts: tuple[str, ...]) -> Marks:
    number, case, gender = (next((p for p in parts if p in known), None) for known in (NUMBERS, CASES, GENDERS))
    return parts[0], number, case, gender, ":".join(parts)


def _entry(found: tuple[str, str, str, list[str], list[str]]) -> Entry:
    form, lemma, tag, names, _ = found
    return Entry(form, lemma.partition(":")[0] or lemma, tag, frozenset(names) if names else _NO_LABELS)


def _readings(entry: Entry) -> Iterator[Reading]:
    form, lemma, tag, labels = entry
    for pos, number, case, gender, each in expanded(tag):
        yield Reading(form, lemma, pos, number, case, gender, labels, each)


@lru_cache(maxsize=200_000)
def entries(word: str) -> tuple[Entry, ...]:
    """„Szczepanik" -> what the dictionary prints for it, in its order; empty for a word that it lacks.

    A word that Morfeusz splits into several segments ("byłam") is given by the entries of its first segment.
    """
    engine = _morfeusz()
    if engine is None or not word or word.isspace():
        return ()
    return tuple(_entry(found) for start, _, found in engine.analyse(word) if start == 0 and found[2] != "ign")


@lru_cache(maxsize=200_000)
def analyse(word: str) -> tuple[Reading, ...]:
    """„Szczepanik" -> its readings: the dictionary's ``entries``, their alternatives each by itself."""
    return tuple(r for entry in entries(word) for r in _readings(entry))


@lru_cache(maxsize=50_000)
def generate(lemma: str) -> tuple[Reading, ...]:
    """„burmistrz" -> all its inflected forms; empty for a lemma that the dictionary lacks."""
    engine = _morfeusz()
    if engine is None or not lemma or " " in lemma:
        return ()
    return tuple(r for found in engine.generate(lemma) if not found[2].startswith("ign") for r in _readings(_entry(found)))


def lemmas(word: str) -> tuple[str, ...]:
    """„przyznano" -> ("przyznać",): distinct lemmas in the dictionary's order, the word itself for one it lacks."""
    found = dict.fromkeys(r.lemma for r in analyse(word))
    return tuple(found) or (word,)
