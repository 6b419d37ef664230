"""„w [Jaworznej Górce]", „Gmina [Stare Bielany Dolne]": how far a place's name of several words goes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.annotate.places.words import evidence, lemmas
from pipeline.values import morph
from pipeline.values.body import legal_tail

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipeline.values.trie import Word

MAX_WORDS = 4
"""words; a longer name („Nowa Wieś Mała Dolna" has four) is not in the register without a preposition inside"""
Slot = tuple[str | None, str | None, str | None]
"""case, number and gender that the words of a name share; None for one that is open"""
State = tuple[Slot, bool]
"""a slot and whether the noun of the name was seen"""
_PERSONAL = frozenset({morph.SURNAME, morph.FIRST_NAME})
_OPEN: Slot = (None, None, None)
# Endings of an adjective that the dictionary holds only as a name („Jaworzna"); source: the paradigm of Polish adjectives.
_ADJECTIVAL: dict[str, tuple[Slot, ...]] = {
    "ej": (("gen", "sg", "f"), ("dat", "sg", "f"), ("loc", "sg", "f")),
    "ych": (("gen", "pl", None), ("loc", "pl", None)),
    "ich": (("gen", "pl", None), ("loc", "pl", None)),
    "ego": (("gen", "sg", "m3"), ("gen", "sg", "n")),
    "ym": (("loc", "sg", "m3"), ("loc", "sg", "n")),
    "im": (("loc", "sg", "m3"), ("loc", "sg", "n")),
    "na": (("nom", "sg", "f"),),
    "wa": (("nom", "sg", "f"),),
    "ska": (("nom", "sg", "f"),),
}


def name_end(text: str, words: Sequence[Word], first: int, last: int, cases: Collection[str] = ()) -> int:
    """„[Dębowej Łące] Małej": the index of the last word of the name whose first words are ``first`` to ``last``.

    One noun and the adjectives around it agree in case, number and gender; a first name, a surname, an office, an institution
    or its adjective („Miejski") ends the name, and so does a legal form („Sp. z o.o.").

    Args:
        text: the text.
        words: the words of the folded text.
        first: index of the first word of the name.
        last: index of the last word known to belong to it.
        cases: the cases that the known words may have; empty where nothing is known.
    """
    states = _begin([_printed(text, w) for w in words[first : last + 1]], cases)
    while last + 1 < len(words) and last + 1 - first < MAX_WORDS:
        if text[words[last].end : words[last + 1].start] != " " or legal_tail(text, words[last].end) > words[last].end:
            break
        word = _printed(text, words[last + 1])
        if not word[0].isupper() or (word.isupper() and len(word) > 1) or is_other(word):
            break
        states = _step(states, word)
        if not states:
            break
        last += 1
    return last


def _printed(text: str, word: Word) -> str:
    return text[word.start : word.end]


def _begin(known: list[str], cases: Collection[str]) -> frozenset[State]:
    """The states behind the words that are known to belong to a name."""
    slots: set[Slot] = {(case, None, None) for case in cases} or {_OPEN}
    states: frozenset[State] = frozenset((slot, False) for slot in slots)
    for word in known:
        states = _step(states, word, known=True) or frozenset((slot, True) for slot, _ in states)
    return states


def _step(states: frozenset[State], word: str, *, known: bool = False) -> frozenset[State]:
    """The states behind one more word, empty where it does not agree."""
    adjective, noun = _slots(word, known)
    found = {(slot, seen) for old, seen in states for new in adjective if (slot := _both(old, new)) is not None}
    found |= {(slot, True) for old, seen in states if not seen for new in noun if (slot := _both(old, new)) is not None}
    return frozenset(found)


def _both(one: Slot, other: Slot) -> Slot | None:
    """The slot that satisfies both, None where they differ."""
    if any(a and b and a != b for a, b in zip(one, other, strict=True)):
        return None
    return (one[0] or other[0], one[1] or other[1], one[2] or other[2])


@lru_cache(maxsize=16384)
def _slots(word: str, known: bool) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:  # noqa: FBT001  # a cached key
    """What a word may be as an adjective and as a noun of a name.

    A surname is a noun only where it is known to belong to the name; a word that the dictionary lacks may be any noun.
    """
    readings = {*morph.analyse(word), *morph.analyse(word.lower())}
    adjectives = {(r.case, r.number, r.gender) for r in readings if r.pos == "adj"}
    nouns = {
        (r.case, r.number, r.gender)
        for r in readings
        if r.pos in {"subst", "ger"} and (known or morph.GEOGRAPHIC in r.labels or not r.labels & _PERSONAL)
    }
    if known and not adjectives:
        adjectives |= {slot for ending, slots in _ADJECTIVAL.items() if word.endswith(ending) for slot in slots}
    return tuple(adjectives), tuple(nouns) if readings else (_OPEN,)


@lru_cache(maxsize=16384)
def is_other(word: str) -> bool:
    """„Miejskiej", „Rada", „Anna": a word that begins something else."""
    table = evidence()
    if lemmas(word) & {*table["institutional"], *table["qualifiers"], *table["offices"], *table["roles"], *table["bodies"]}:
        return True
    readings = morph.analyse(word)
    return any(morph.FIRST_NAME in r.labels for r in readings) and not any(r.pos == "adj" for r in readings)
