"""„papier zostaje na ścianie": the words of a passage as the model of statuses counts them, with negation, tense and class."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.clauses import clauses
from pipeline.record.statusmodel.lexicon import WIDE, classes_of, lemmas, shape, tenses
from pipeline.record.vocabulary import words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.record.clauses import Clause
    from pipeline.record.passages import Passage
    from pipeline.values.phrase import Word

ABOUT = frozenset({"@cert", "@norm", "@again"})
_NEGATION = 2
"""words; „nie" so far before a word negates it"""
_NEGATING = frozenset({"nie", "bez", "ani", "nikt"})
_STOP = frozenset({"i", "w", "z", "na", "o", "do", "od", "za", "po", "przez", "przy", "to", "ten", "który", "się", "być"})
_SHORTEST = 3
"""letters of a word that is a feature of its own"""
_READINGS = 2
"""lemmas of a word in a pair of words"""
_LEADING = frozenset(
    WIDE + name
    for name in ("anew", "ceremony", "change", "first", "gone", "holding", "kept", "nth", "plan", "return", "still", "visit")
)
"""classes whose order from clause to clause tells a story: what was lost and then given again"""


class Wording(NamedTuple):
    """A passage's features: those that count alike wherever it stands, and those that are counted by zone."""

    plain: tuple[str, ...]
    zoned: tuple[str, ...]
    paired: tuple[str, ...]
    """what is counted only in passages that are not about another certificate"""
    told: tuple[frozenset[str], ...]
    """leading classes of each clause that has some, in text order"""


def wording(text: str, passage: Passage) -> Wording:
    """„nie będzie już odnawiany" -> {"w:odnawiać!", "c:renew!", "t:fut:-", …}.

    Args:
        text: the cleaned article.
        passage: one of its passages.
    """
    plain: list[str] = []
    zoned: list[str] = []
    paired: list[str] = []
    told: list[frozenset[str]] = []
    for clause in passage.clauses or clauses(text, passage.words, passage.start, passage.end):
        spoken = tenses(clause.words)
        near = "*" if any(w.keys & ABOUT for w in clause.words) else "-"
        zoned += (f"t:{tense}:{near}" for tense in sorted(spoken))
        wide = sorted({name for w in clause.words for name in classes_of(w.keys) if name.startswith(WIDE)})
        mark = "!" if any(w.form.lower() in _NEGATING for w in clause.words) else ""
        paired += (f"y:{name}:{min(spoken)}{mark}" for name in wide)
        paired += (f"yy:{a}+{b}" for a, b in combinations(wide, 2))
        if wide:
            told.append(_LEADING.intersection(wide))
        if spoken == {"cond"}:
            continue  # „przejście na nowe wydanie wymagałoby szkoleń": none of it happened
        own, by_zone = _of_clause(clause, near, modal=_is_modal(clause, spoken), headline=passage.line == 0)
        plain += own
        zoned += by_zone
    return Wording((*plain, *zoned), tuple(zoned), tuple(paired), tuple(told))


def _is_modal(clause: Clause, spoken: frozenset[str]) -> bool:
    return "fut" in spoken or has_any(clause.words, words_of("mood", "possible") | words_of("mood", "necessity"))


def _of_clause(clause: Clause, near: str, *, modal: bool, headline: bool) -> tuple[list[str], list[str]]:
    plain: list[str] = []
    zoned: list[str] = []
    negations = [i for i, w in enumerate(clause.words) if w.form.lower() in _NEGATING]
    if negations:
        zoned.append(f"neg:{near}")
    for i, word in enumerate(clause.words):
        mark = "!" if any(0 <= i - j <= _NEGATION for j in negations) else ""
        form = shape(word.keys, word.form.lower())
        for name in classes_of(word.keys):
            plain += (f"c:{name}{mark}:{form}", f"c:{name}{mark}:{near}", *((f"c:{name}:T",) if headline else ()))
            zoned += (f"c:{name}{mark}", *((f"c:{name}:modal",) if modal else ()))
            zoned.append(f"c:{name}{mark}:{form}:{near}")
        plain += _of_word(word, mark, near)
    for first, second in pairwise(clause.words):
        left, right = (lemmas(w.keys, w.form.lower())[:_READINGS] for w in (first, second))
        plain += (f"b:{a}_{b}" for a in left for b in right)
    return plain, zoned


def _of_word(word: Word, mark: str, near: str) -> Iterator[str]:
    form = word.form.lower()
    if len(form) >= _SHORTEST and not form.isdigit():
        for lemma in lemmas(word.keys, form):
            if lemma not in _STOP:
                yield from (f"w:{lemma}{mark}", f"w:{lemma}{mark}:{near}")
