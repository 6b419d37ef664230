"""„Grodzisku Mazowieckim" -> "Grodzisk Mazowiecki": every word of a place's name that agrees goes to the nominative.

Readings come from the register of municipalities, from the dictionary, part by part for compounds („Bielska-Białej"), and
from endings for what neither knows; all are weighed on one scale, and so is leaving the name as it stands.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.text import squash
from pipeline.values import morph
from pipeline.values.name.context import cases_of, is_text, mentioned
from pipeline.values.name.parts import split_glued
from pipeline.values.name.phrase import Head, heads, readings_of, replaced, words_of
from pipeline.values.name.place_forms import adjective_alone, compounds, guesses, is_known
from pipeline.values.name.weighed import Weighed
from pipeline.values.place.gazetteer import names_with_form, units_named

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREPOSITIONS = {"w": {"loc"}, "we": {"loc"}, "na": {"loc"}, "z": {"gen"}, "ze": {"gen"}, "do": {"gen"}, "pod": {"inst"}}
_CASE_PRIOR = {"nom": 3.0, "gen": 2.0, "loc": 1.5, "inst": 1.4, "acc": 1.2, "dat": 1.1, "voc": 0.0}
_LISTED, _MARKED, _KNOWN, _MENTIONED = 2.0, 3.0, 4.0, 4.0
"""What speaks for a reading: a municipality bears the name, the dictionary marks it as a place's, it is a country or a
capital, the text prints it; in the units of ``phrase.heads``, where one agreeing word is 4."""
_REGISTERED = 10.0
"""A form of the register's own table of municipalities; the case's prior is added."""
_CUT, _CUT_TOWN, _CUT_COMMON = -8.0, -5.0, -2.0
"""„Nowym" of „Nowym Targu": a reading that leaves a capitalised word behind; „Pradze" of „Pradze Południe"; „gminy" of „gminy
Poronin" and „Irlandii" of „Irlandii Płn."."""
_UNCHANGED = 3.5
_PEOPLE = -3.0
"""A plural of persons: „Smardach" is in Smardy, not among Smardowie."""
_USUAL = 0.3
"""„Wilanowie": towns in -ów are more than towns in -owo with the same locative."""


@lru_cache(maxsize=20_000)
def nominative_place(name: str, context: str | None = None) -> str:
    """„Ostrowi Mazowieckiej" -> "Ostrów Mazowiecka".

    Args:
        name: the name as printed.
        context: a preposition or a noun in the same case ("w", „miasta"), or the text that the name stands in.

    Returns:
        The nominative; the name itself where nothing speaks for another reading.
    """
    found = place_readings(name, context)
    return found[0].name if found else squash(name)


def place_readings(name: str, context: str | None = None) -> tuple[Weighed, ...]:
    """„Sitowie" -> Sitów and Sitowo, locative: every reading that was weighed, the best first; empty without letters."""
    name = split_glued(squash(name))
    if not words_of(name):
        return ()
    text = context if context and is_text(context) else None
    wanted = None if text or not context else frozenset(_PREPOSITIONS.get(context.strip().lower(), cases_of(context)))
    alone = adjective_alone(name, context)
    if alone:
        return (Weighed(alone, "nom", "", _REGISTERED, ("adjective",)),)
    return tuple(sorted((_with_mentions(reading, text) for reading in _all(name, wanted)), key=lambda r: -r.score))


def _with_mentions(reading: Weighed, text: str | None) -> Weighed:
    score, why = reading.score + _USUAL * reading.name.endswith("ów"), reading.why
    if text and reading.why != ("unchanged",) and mentioned(reading.name, text):
        return reading._replace(score=score + _MENTIONED, why=(*why, "mentioned"))
    return reading._replace(score=score)


def _all(name: str, wanted: frozenset[str] | None) -> Iterator[Weighed]:
    for nominative, case in names_with_form(name):
        if wanted is None or case in wanted:
            yield Weighed(nominative, case, "", _REGISTERED + _CASE_PRIOR[case], ("register",))
    words = words_of(name)
    for score, head in heads(name):
        if wanted is None or head.case in wanted:
            yield _from_head(name, words, score, head)
    for nominative, case, score in (*compounds(name), *guesses(name)):
        if wanted is None or case in wanted:
            known = _KNOWN * is_known(nominative) + _LISTED * bool(units_named(nominative))
            yield Weighed(nominative, case, "", score + known, ("ending",) if len(words) == 1 else ("parts",))
    yield Weighed(name, "nom", "", _UNCHANGED, ("unchanged",))


def _from_head(name: str, words: list[tuple[str, int, int]], score: float, head: Head) -> Weighed:
    nominative = replaced(name, head.lemmas)
    noun = words[_noun(words, head.lemmas)][0]
    marks = {
        "dictionary": 0.0,
        "municipality": _LISTED * bool(units_named(nominative)),
        "geographic": _MARKED * any(morph.GEOGRAPHIC in r.labels and r.lemma in head.lemmas for r in readings_of(noun)),
        "known": _KNOWN * is_known(nominative),
        "people": _PEOPLE * (head.number == "pl" and head.gender == "m1" and not is_known(nominative)),
        "cut": _cut(words, head),
    }
    why = tuple(mark for mark, weight in marks.items() if weight or mark == "dictionary")
    return Weighed(nominative, head.case, "", score + sum(marks.values()), why)


def _cut(words: list[tuple[str, int, int]], head: Head) -> float:
    """A capitalised word left behind speaks against a reading, least behind a common noun („gminy Poronin")."""
    if head.words >= len(words) or not words[head.words][0][:1].isupper():
        return 0.0
    left = words[head.words][0]
    if not head.proper or not any(c in "aeiouyąęó" for c in left.lower()):
        return _CUT_COMMON
    return _CUT_TOWN if head.number == "sg" else _CUT


def _noun(words: list[tuple[str, int, int]], lemmas: tuple[str, ...]) -> int:
    """Index of the word that is a noun among those that inflect („Nowym Sączu": the second)."""
    for i, (word, _, _) in enumerate(words[: len(lemmas)]):
        if any(morph.GEOGRAPHIC in r.labels for r in readings_of(word)):
            return i
    return 0
