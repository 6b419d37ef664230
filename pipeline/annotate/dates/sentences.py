"""„Auditorzy PRS pracowali u nas 2 października": the sentences of a document as words that know what names they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.annotate.base import sentence_regions, spans_of, value_of
from pipeline.annotate.dates.words import Word, has, lemmas_of, shape_of, topics_of
from pipeline.annotate.morphology.finite import is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from pipeline.annotate.dates.cues import Topics

_TITLED: Final = re.compile(r"(?:certyfikat|tytuł)\w{0,4}\s+(?!akcj|program)(?:[^\W\d]+\s+){0,2}[„\"«“]", re.IGNORECASE)
"""a certificate with a title of its own, but for those of public programmes; a system's bears a standard's number"""
_SIGNS: Final = frozenset(",;:(–—-")
_BODIES: Final = frozenset({"certification_body", "accreditation_body"})
BODY, NORM = "@body", "@norm"
"""lemmas of every word in the name of a body that certifies or accredits, and of a standard or scheme"""


class Sentence(NamedTuple):
    """Its words, where they begin, what it speaks of, and whether it is a question."""

    words: list[Word]
    starts: list[int]
    topics: Topics
    verbless: bool
    names: bool
    """whether it says „dokument" or the like, which points far back"""
    question: bool
    titled: bool
    """whether it names a certificate with a title of its own, „certyfikat „Gmina Bez Barier”" """
    start: int
    end: int


class Sentences:
    """Every sentence of a document, each read once, when it is first asked for."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc = doc
        self._text = text
        self._regions = sentence_regions(doc)
        self._length = doc[-1].idx + len(doc[-1].text) if len(doc) else 0
        self._read: dict[tuple[int, int], Sentence] = {}
        self._names = _names(doc)

    def around(self, start: int, end: int) -> Sentence:
        """The sentence of a stretch of text, or several where it crosses their border."""
        span = self._regions.around(start, end)
        if span not in self._read:
            self._read[span] = self._sentence(*span)
        return self._read[span]

    def before(self, start: int) -> Iterator[Sentence]:
        """The sentences before a character, nearest first."""
        while start > 0:
            sentence = self.around(start - 1, start)
            yield sentence
            start = sentence.start

    def behind(self, end: int) -> Iterator[Sentence]:
        """The sentences behind a character, nearest first; a blank parts them."""
        while end + 1 < self._length:
            sentence = self.around(end + 1, end + 2)
            yield sentence
            end = max(sentence.end, end + 1)

    def _sentence(self, start: int, end: int) -> Sentence:
        words = self._words(start, end)
        question = self._text[start:end].rstrip(' \n"”»)').endswith("?")
        verbless = not any(w.finite for w in words)
        starts = [w.start for w in words]
        titled = _TITLED.search(self._text, start, end) is not None
        return Sentence(words, starts, topics_of(words), verbless, has(words, "naming"), question, titled, start, end)

    def _words(self, start: int, end: int) -> list[Word]:
        """The words and numbers of a sentence; a sign right before one is kept as ``broken``."""
        words: list[Word] = []
        broken = False
        for t in self._doc.char_span(start, end, alignment_mode="expand") or ():
            if t.is_alpha or t.is_digit:
                lemmas = lemmas_of(t.text) | self._names.get(t.i, frozenset())
                words.append(Word(t.text, t.idx, lemmas, is_finite(t), shape_of(t.text), broken, t.i))
                broken = False
            else:
                broken = broken or t.text in _SIGNS
        return words


def _names(doc: Doc) -> dict[int, frozenset[str]]:
    """Token -> BODY or NORM, for the tokens of such names."""
    found: dict[int, frozenset[str]] = {}
    for kind, name in (("certifiers", BODY), ("standards", NORM)):
        for span in spans_of(doc, kind):
            if kind == "standards" or value_of(span).get("kind") in _BODIES:
                found |= {i: found.get(i, frozenset()) | {name} for i in range(span.start, span.end)}
    return found
