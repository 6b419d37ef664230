"""„Grodzisku Mazowieckim" -> "Grodzisk Mazowiecki": every word of a place's name that agrees goes to the nominative."""

from __future__ import annotations

from functools import lru_cache

from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.context import cases_of
from pipeline.values.name.phrase import Head, heads, readings_of, replaced, words_of
from pipeline.values.place.gazetteer import units_named


@lru_cache(maxsize=20_000)
def nominative_place(name: str, context: str | None = None) -> str:
    """„Ostrowi Mazowieckiej" -> "Ostrów Mazowiecka".

    Args:
        name: the name as printed.
        context: a preposition or a noun in the same case ("w", „miasta"), where there is one.

    Returns:
        The nominative; the name itself where the dictionary has no reading of it.
    """
    name = squash(name)
    words = words_of(name)
    if not words:
        return name
    wanted = _cases(context)
    heads_here = [(score, head) for score, head in heads(name) if wanted is None or head.case in wanted]
    if not heads_here:
        return _adjectival(name)
    _, best = max(heads_here, key=lambda h: h[0] + _evidence(name, words, h[1]))
    return replaced(name, best.lemmas)


_ADJECTIVAL = {"kiego": "ki", "kiemu": "ki", "kim": "ki", "kiem": "kie", "kiej": "ka", "ką": "ka"}
"""Endings of a county's or region's adjective alone („wołomińskim": powiat wołomiński; „Lubelskiem": Lubelskie)."""


def _adjectival(name: str) -> str:
    for ending, nominative in _ADJECTIVAL.items():
        if name.endswith(ending) and name[: -len(ending)].endswith(("s", "c", "z")) and " " not in name:
            return name[: -len(ending)] + nominative
    return name


def _evidence(name: str, words: list[tuple[str, int, int]], head: Head) -> float:
    """What makes a reading a place: the gazetteer („Łodzi" is Łódź, not Łodzia), the dictionary's mark, no word left."""
    listed = bool(units_named(replaced(name, head.lemmas)))
    marked = _is_geographic(words[_noun(words, head.lemmas)][0], head.lemmas)
    return 2.0 * listed + 3.0 * marked - 8.0 * _cut(words, head.words)


_PREPOSITIONS = {"w": {"loc"}, "we": {"loc"}, "na": {"loc"}, "z": {"gen"}, "ze": {"gen"}, "do": {"gen"}, "pod": {"inst"}}


def _cut(words: list[tuple[str, int, int]], length: int) -> bool:
    """„Nowym" of „Nowym Targu": a head that leaves a capitalised word behind is a worse reading of a place."""
    return length < len(words) and words[length][0][:1].isupper()


def _cases(context: str | None) -> frozenset[str] | None:
    if not context:
        return None
    return frozenset(_PREPOSITIONS.get(context.strip().lower(), cases_of(context)))


def _noun(words: list[tuple[str, int, int]], lemmas: tuple[str, ...]) -> int:
    """Index of the word that is a noun among those that inflect („Nowym Sączu": the second)."""
    for i, (word, _, _) in enumerate(words[: len(lemmas)]):
        if any(morph.GEOGRAPHIC in r.labels for r in readings_of(word)):
            return i
    return 0


def _is_geographic(word: str, lemmas: tuple[str, ...]) -> bool:
    return any(morph.GEOGRAPHIC in r.labels and r.lemma in lemmas for r in readings_of(word))
