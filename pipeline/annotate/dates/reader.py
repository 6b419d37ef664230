"""„Wręczono go 6 lutego": the sentences of a document as words, and what surrounds a date in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.annotate.base import clause_regions, sentence_regions
from pipeline.annotate.dates.roles import Surroundings
from pipeline.annotate.dates.scope import narrowed, only_points
from pipeline.annotate.dates.words import Word, has, lemmas_of, shape_of, topics_of
from pipeline.annotate.morphology.finite import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pipeline.annotate.dates.cues import Topics
    from pipeline.values.edtf import FoundDate

BACK = 2
"""sentences before the date's own in which certificates or audits may have been named"""
FURTHEST = 12
"""sentences, for one that points back („Dokument odebrał …"); items of lists are sentences too"""
REACH = 40
"""words on each side of a date that are looked at, so that an endless sentence stays linear"""
_SIGNS: Final = frozenset(",;:(–—-")
_ENTRY: Final = re.compile(r"\s*[–—:-]\s")
"""behind the date of an entry: „2006 – odnowienie"; before it stands one of these or nothing"""
_BEFORE_ENTRY: Final = ",;:("


class _Sentence(NamedTuple):
    words: list[Word]
    starts: list[int]
    topics: Topics
    verbless: bool
    names: bool
    """whether it says „dokument" or the like, which points far back"""


class Reader:
    """The sentences of a document as words with their lemmas, each read once."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc = doc
        self._text = text
        self._regions = sentence_regions(doc)
        self._clauses = clause_regions(doc)
        self._length = doc[-1].idx + len(doc[-1].text) if len(doc) else 0
        self._sentences: dict[tuple[int, int], _Sentence] = {}

    def around(self, found: FoundDate, until: int) -> Surroundings:
        """The words near a date; its topic may stand up to two sentences before („Wręczono go 6 lutego").

        Args:
            found: the date.
            until: the character with which the next date of the text begins.
        """
        start, end = self._regions.around(found.start, found.end)
        sentence = self._read(start, end)
        context, earlier = self._context(start, sentence)
        after = self._after(end)
        if not context and sentence.names:  # „Dokument odebrał wójt 5 maja. Certyfikat …"
            context = self._following(end)
        low, high = self._clauses.around(found.start, found.end)
        words, starts = sentence.words, sentence.starts
        a, first, last, b = (bisect_left(starts, at) for at in (low, found.start, found.end, high))
        a, b = narrowed(words, max(a, first - REACH), first, last, min(b, last + REACH))
        before, rest = words[max(0, a - REACH) : a] or earlier, words[b : b + REACH]
        if sentence.verbless and self._begins_entry(found, start):
            a, b = first, bisect_left(starts, min(until, end))
        if only_points([*words[a:first], *words[last:b]]):
            a, words = 0, [*before, *words[a:first], *words[last:b]]
            first = last = len(before)
            before, b = [], len(words)
        clause = [*words[a:first], *words[last:b]]
        return Surroundings(clause, first - a, before, after, rest, sentence.topics, context, sentence.verbless)

    def _begins_entry(self, found: FoundDate, start: int) -> bool:
        """„maj 2010 – audyt, lipiec 2010 – wręczenie": whether what the date dates stands behind it, up to the next date."""
        before = self._text[max(start, found.start - 2) : found.start].strip()
        return bool(_ENTRY.match(self._text, found.end)) and (not before or before[-1] in _BEFORE_ENTRY)

    def _context(self, start: int, sentence: _Sentence) -> tuple[Topics, list[Word]]:
        """The topics of the sentences before, of more of them for „Dokument jest ważny …"; and the words of the one before."""
        topics, low, earlier = sentence.topics, start, None
        for _ in range(FURTHEST if sentence.names else BACK):
            if low == 0:
                break
            low, high = self._regions.around(low - 1, low)
            before = self._read(low, high)
            earlier = before.words[-REACH:] if earlier is None else earlier
            topics |= before.topics
        return topics, earlier or []

    def _after(self, end: int) -> list[Word]:
        """The next sentence, where it tells what happened „wtedy"."""
        if end + 1 >= self._length:
            return []
        words = self._read(*self._regions.around(end + 1, end + 2)).words[:REACH]  # a blank parts sentences
        return words if has(words[:4], "then") else []

    def _following(self, end: int) -> Topics:
        """The topics of the next sentence."""
        return self._read(*self._regions.around(end + 1, end + 2)).topics if end + 1 < self._length else frozenset()

    def _read(self, start: int, end: int) -> _Sentence:
        if (start, end) not in self._sentences:
            span = self._doc.char_span(start, end, alignment_mode="expand")
            words = _words(span) if span is not None else []
            verbless = not any(w.finite for w in words)
            self._sentences[start, end] = _Sentence(
                words, [w.start for w in words], topics_of(words), verbless, has(words, "naming")
            )
        return self._sentences[start, end]


def _words(span: Span) -> list[Word]:
    """The words and numbers of a sentence; a sign right before one is kept as ``broken``."""
    words, broken = [], False
    for t in span:
        if t.is_alpha or t.is_digit:
            words.append(Word(t.text, t.idx, lemmas_of(t.text), is_finite(t), shape_of(t.text), broken))
            broken = False
        else:
            broken = broken or t.text in _SIGNS
    return words
