"""Choosing among the readings of Morfeusz: what a word is on its own, and what its neighbours make of it.

The weights are ours, set by hand on the Polish PUD treebank (see the tests' floors); the grammar behind them is government by
prepositions and agreement of case, number and gender, as any grammar of Polish gives them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.morphology.lexicon import preferences
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """begins a sentence with a capital letter, which says nothing there"""


class Kind(NamedTuple):
    """What a word's neighbours see of a reading."""

    pos: str
    number: str | None
    case: str | None
    gender: str | None
    first_name: bool
    surname: bool


class Column(NamedTuple):
    """The readings of one word, what the word alone says for each, and the number of their kinds in ``_CLASSES``."""

    readings: tuple[Reading, ...]
    scores: tuple[float, ...]
    kinds: int


_CLASSES: dict[tuple[Kind, ...], int] = {}
"""Ways to be ambiguous; there are some thousands in the dictionary, whatever the text."""
_MEMBERS: list[tuple[Kind, ...]] = []


@lru_cache(maxsize=20_000)
def _kind(pos: str, number: str | None, case: str | None, gender: str | None, labels: frozenset[str]) -> Kind:
    return Kind(pos, number, case, gender, morph.FIRST_NAME in labels, morph.SURNAME in labels)


def _class_of(kinds: tuple[Kind, ...]) -> int:
    if kinds not in _CLASSES:
        _CLASSES[kinds] = len(_MEMBERS)
        _MEMBERS.append(kinds)
    return _CLASSES[kinds]


@lru_cache(maxsize=100_000)
def scored(word: Word) -> Column:
    """„Maja" -> maj, maja, Maja, each with what the word alone says for it; empty for a word the dictionary lacks.

    Of readings that neighbours cannot tell apart only the best can be chosen, so only that one is kept.
    """
    best: dict[Kind, tuple[float, int, Reading]] = {}
    readings = morph.analyse(word.text)
    for index, (r, score) in enumerate(zip(readings, _scores(word, readings), strict=True)):
        kind = _kind(r.pos, r.number, r.case, r.gender, r.labels)
        if kind not in best or score > best[kind][0]:
            best[kind] = (score, index, r)
    kept = sorted(best, key=lambda kind: best[kind][1])
    return Column(tuple(best[k][2] for k in kept), tuple(best[k][0] for k in kept), _class_of(tuple(kept)))


def _scores(word: Word, readings: tuple[Reading, ...]) -> Iterator[float]:
    known = preferences()
    preference = known.get(word.text) or known.get(word.text.lower())
    common = any(r.pos in _NOMINAL and r.lemma[:1].islower() for r in readings)
    masculine = {r.lemma for r in readings if r.gender == "m1"}
    # „Burmistrz" is rather the office than the surname; a first name before it still makes it one
    name = -6.0 if not word.text[:1].isupper() else 0.0 if word.initial or common else 2.0
    for index, r in enumerate(readings):
        score = -0.02 * index + _RARE.get(r.pos, 0.0)
        if r.pos in _NOMINAL and r.case:
            score += _CASE[r.case]
        if r.gender == "f" and r.pos == "subst" and r.lemma in masculine:
            score -= 0.5  # „burmistrz" is also an indeclinable feminine
        if preference and r.pos == preference.pos and r.lemma == preference.lemma:
            score += 4 * preference.share
        yield score + name if r.labels and r.labels & _NAMES else score


@lru_cache(maxsize=100_000)
def _pair(left: Kind, right: Kind) -> float:
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


def _agreement(left: Kind, right: Kind) -> float:
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


def _best_chain(columns: list[Column]) -> list[Reading | None]:
    result: list[Reading | None] = []
    for known, chain in groupby(columns, key=lambda column: bool(column.readings)):
        members = list(chain)
        result += _viterbi(members) if known else [None] * len(members)
    return result


def _viterbi(columns: list[Column]) -> list[Reading]:
    totals = columns[0].scores
    back: list[list[int]] = []
    for before, column in pairwise(columns):
        rows, of_kind = _links(before.kinds, column.kinds)
        reached = [tuple(map(add, totals, row)) for row in rows]
        best = [max(sums) for sums in reached]
        steps = [sums.index(top) for sums, top in zip(reached, best, strict=True)]
        totals = tuple(map(add, (best[row] for row in of_kind), column.scores))
        back.append([steps[row] for row in of_kind])
    at = totals.index(max(totals))
    path = [at]
    for steps in reversed(back):
        at = steps[at]
        path.append(at)
    return [column.readings[i] for column, i in zip(columns, reversed(path), strict=True)]


@lru_cache(maxsize=100_000)
def _links(before: int, after: int) -> tuple[tuple[tuple[float, ...], ...], tuple[int, ...]]:
    """What each kind of one class says for those of another, each different row once, and the row of each kind.

    Most kinds of a word are the same to its neighbour: after an adverb all of them.
    """
    number: dict[tuple[float, ...], int] = {}
    of_kind = tuple([number.setdefault(_row(before, kind), len(number)) for kind in _MEMBERS[after]])
    return tuple(number), of_kind


@lru_cache(maxsize=100_000)
def _row(before: int, right: Kind) -> tuple[float, ...]:
    return tuple([_pair(left, right) for left in _MEMBERS[before]])
