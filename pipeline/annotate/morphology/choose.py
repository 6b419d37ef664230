"""Choosing among the readings of Morfeusz: what a word is on its own, and what its neighbours make of it.

The weights are ours, set by hand on the Polish PUD treebank (see the tests' floors); the grammar behind them is government by
prepositions and agreement of case, number and gender, as any grammar of Polish gives them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.morphology.lexicon import preferences
from pipeline.values import morph

if TYPE_CHECKING:
    from pipeline.values.morph import Reading

_NAMES = frozenset({morph.FIRST_NAME, morph.SURNAME, morph.GEOGRAPHIC})
_NOUNS = frozenset({"subst", "ger", "depr", "ppron3", "ppron12", "siebie"})
_ADJECTIVES = frozenset({"adj", "ppas", "pact"})
_NOMINAL = _NOUNS | _ADJECTIVES | {"num"}
_VERBS = frozenset({"fin", "praet", "bedzie", "winien"})
_RARE = {
    "adj": -0.3,
    "adja": -2.0,
    "burk": -2.0,
    "depr": -3.0,
    "frag": -3.0,
    "impt": -1.0,
    "interj": -2.0,
    "prefa": -2.0,
    "xxs": -2.0,
}
_CASE = {"nom": 0.3, "gen": 0.35, "acc": 0.2, "loc": -0.7, "inst": 0.0, "dat": -0.6, "voc": -4.0}
_WINDOW = 400
"""tokens; the longest chain that is decided at once, so that a text without punctuation stays linear in memory"""


class Word(NamedTuple):
    """„Miejski" with what its place says: whether a capital letter means something here."""

    text: str
    initial: bool
    """first word of a sentence, where a capital letter says nothing"""


class _Kind(NamedTuple):
    pos: str
    number: str | None
    case: str | None
    gender: str | None
    first_name: bool
    surname: bool


def _kind(r: Reading) -> _Kind:
    return _Kind(r.pos, r.number, r.case, r.gender, morph.FIRST_NAME in r.labels, morph.SURNAME in r.labels)


@lru_cache(maxsize=100_000)
def scored(word: Word) -> tuple[tuple[Reading, float], ...]:
    """„Maja" -> maj, maja, Maja, each with what the word alone says for it; empty for a word the dictionary lacks."""
    readings = morph.analyse(word.text)
    capital = word.text[:1].isupper()
    preference = preferences().get(word.text if word.text in preferences() else word.text.lower())
    common = any(r.pos in _NOMINAL and r.lemma[:1].islower() for r in readings)
    masculine = {r.lemma for r in readings if r.gender == "m1"}
    found: dict[tuple[str, _Kind], tuple[Reading, float]] = {}
    for index, r in enumerate(readings):
        score = -0.02 * index + _RARE.get(r.pos, 0.0) + (_CASE.get(r.case or "", 0.0) if r.pos in _NOMINAL else 0.0)
        if r.gender == "f" and r.pos == "subst" and r.lemma in masculine:
            score -= 0.5  # „burmistrz" is also an indeclinable feminine
        if preference and (r.lemma, r.pos) == preference[:2]:
            score += 4 * preference.share
        if r.labels & _NAMES:
            # „Burmistrz" is rather the office than the surname; a first name before it still makes it one
            score += (0.0 if word.initial or common else 2.0) if capital else -6.0
        found.setdefault((r.lemma, _kind(r)), (r, score))
    return tuple(found.values())


@lru_cache(maxsize=100_000)
def _pair(left: _Kind, right: _Kind) -> float:
    """What a word says about the next one."""
    if left.pos == "prep":
        if right.pos not in _NOMINAL:
            return -1.0 if right.pos in _VERBS else 0.0
        return 3.0 if left.case == right.case else -3.0
    if left.pos in _NOMINAL and right.pos in _NOMINAL:
        return _agreement(left, right)
    if right.pos in _VERBS and left.pos in _NOUNS:
        return 0.7 if left.case == "nom" and left.number == right.number and right.gender in (None, left.gender) else 0.0
    return 0.0


def _agreement(left: _Kind, right: _Kind) -> float:
    same = (left.number, left.case, left.gender) == (right.number, right.case, right.gender)
    if left.pos in _ADJECTIVES and right.pos in _ADJECTIVES | _NOUNS:
        return 2.5 if same else -0.8
    if left.first_name and right.surname:
        return 3.0 if same else -1.0
    if right.first_name and left.case == right.case:
        return 1.0
    if left.pos == "num":
        return 1.5 if right.case in {left.case, "gen"} else -0.5
    if right.pos in _ADJECTIVES:
        return 1.5 if same else -0.3
    return 0.8 if right.case == "gen" else 0.0


def choose(words: list[Word]) -> list[Reading | None]:
    """„w Urzędzie Miejskim" -> loc, sg, m3 for noun and adjective: the best chain of readings, one a word.

    Args:
        words: the words of a stretch without punctuation, in order.

    Returns:
        One reading a word; None for a word that the dictionary lacks.
    """
    chosen: list[Reading | None] = []
    for start in range(0, len(words), _WINDOW):
        chosen += _best_chain([scored(w) for w in words[start : start + _WINDOW]])
    return chosen


def _best_chain(columns: list[tuple[tuple[Reading, float], ...]]) -> list[Reading | None]:
    result: list[Reading | None] = [None] * len(columns)
    start = 0
    while start < len(columns):
        end = start
        while end < len(columns) and columns[end]:
            end += 1
        for offset, reading in enumerate(_viterbi(columns[start:end])):
            result[start + offset] = reading
        start = end + 1
    return result


def _viterbi(columns: list[tuple[tuple[Reading, float], ...]]) -> list[Reading]:
    if not columns:
        return []
    totals = [score for _, score in columns[0]]
    back: list[list[int]] = []
    for before, column in pairwise(columns):
        links = _links(tuple(_kind(r) for r, _ in before), tuple(_kind(r) for r, _ in column))
        steps: list[int] = []
        fresh: list[float] = []
        for (_, score), row in zip(column, links, strict=True):
            best = max(range(len(totals)), key=lambda i: totals[i] + row[i])
            steps.append(best)
            fresh.append(totals[best] + row[best] + score)
        totals = fresh
        back.append(steps)
    at = max(range(len(totals)), key=totals.__getitem__)
    path = [at]
    for steps in reversed(back):
        at = steps[at]
        path.append(at)
    path.reverse()
    return [column[i][0] for column, i in zip(columns, path, strict=True)]


@lru_cache(maxsize=50_000)
def _links(before: tuple[_Kind, ...], after: tuple[_Kind, ...]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(_pair(left, right) for left in before) for right in after)
