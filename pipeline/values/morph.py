"""Morfeusz 2 (SGJP dictionary, BSD-2-Clause) behind two cached functions; the only module that imports it.

There is no Linux ARM wheel of Morfeusz: there ``available()`` is False and both functions return nothing.
Tags are those of NKJP: http://nkjp.pl/poliqarp/help/ense2.html
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

GEOGRAPHIC = "nazwa_geograficzna"
FIRST_NAME = "imię"
SURNAME = "nazwisko"

NUMBERS = frozenset({"sg", "pl"})
CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
GENDERS = frozenset({"m1", "m2", "m3", "f", "n"})


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
    return morfeusz2.Morfeusz(expand_tags=True)


def available() -> bool:
    """Whether Morfeusz can be used on this machine."""
    return _morfeusz() is not None


def version() -> str:
    """Identity of the dictionary, for provenance."""
    engine = _morfeusz()
    return str(engine.dict_id()) if engine is not None else "none"


def _reading(entry: tuple[str, str, str, list[str], list[str]]) -> Reading:
    form, lemma, tag, labels, _ = entry
    parts = tag.split(":")
    return Reading(
        form=form,
        lemma=lemma.partition(":")[0] or lemma,
        pos=parts[0],
        number=next((p for p in parts if p in NUMBERS), None),
        case=next((p for p in parts if p in CASES), None),
        gender=next((p for p in parts if p in GENDERS), None),
        labels=frozenset(labels),
        tag=tag,
    )


@lru_cache(maxsize=200_000)
def analyse(word: str) -> tuple[Reading, ...]:
    """„Szczepanik" -> its readings, in the dictionary's order; empty for a word that the dictionary lacks.

    A word that Morfeusz splits into several segments ("byłam") is given by the readings of its first segment.
    """
    engine = _morfeusz()
    if engine is None or not word or word.isspace():
        return ()
    readings = (_reading(item[2]) for item in engine.analyse(word) if item[0] == 0)
    return tuple(r for r in readings if r.pos != "ign")


@lru_cache(maxsize=50_000)
def generate(lemma: str) -> tuple[Reading, ...]:
    """„burmistrz" -> all its inflected forms; empty for a lemma that the dictionary lacks."""
    engine = _morfeusz()
    if engine is None or not lemma or " " in lemma:
        return ()
    return tuple(_reading(item) for item in engine.generate(lemma) if not item[2].startswith("ign"))


def lemmas(word: str) -> tuple[str, ...]:
    """„przyznano" -> ("przyznać",): distinct lemmas in the dictionary's order, the word itself for one it lacks."""
    found = dict.fromkeys(r.lemma for r in analyse(word))
    return tuple(found) or (word,)
