"""„z terminem obowiązywania do 28.05.2018 r.": dates with their roles, and durations."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, clause_regions, context_of, sentence_regions, spans_of
from pipeline.annotate.dates.history import Read, first_awards
from pipeline.annotate.dates.roles import Surroundings, decide
from pipeline.annotate.dates.scope import narrowed, only_points
from pipeline.annotate.dates.words import Word, has, lemmas_of, shape_of, topics_of
from pipeline.annotate.morphology.finite import is_finite
from pipeline.values.edtf import Date, FoundDate, Interval, find_dates, find_durations, parse_edtf

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pipeline.annotate.dates.cues import Form, Topics

_BACK = 2
"""sentences before the date's own in which certificates or audits may have been named"""
_FURTHEST = 12
"""sentences, for one that points back („Dokument odebrał …"); items of lists are sentences too"""
REACH = 40
"""words on each side of a date that are looked at, so that an endless sentence stays linear"""
_PERIODS = ("okres", "lata")
_ADVERBIAL = frozenset({"w", "we", "na", "przez", "z", "ze", "za", "od", "do", "po", "przed", "o"})
"""before „okres" or „lata" these say when, not what"""
_FROM = frozenset({"od", "począwszy"})
_BEFORE = 24
"""characters before a date in which „od" or „począwszy od" stands"""


@Language.factory("magistrat_dates", assigns=["doc.spans"], requires=["token.is_sent_start"])
class Dates:
    """„Certyfikat przyznano 6 lutego 2002 r., jest ważny do maja 2005 r.": awarded 2002-02-06, valid_until ../2005-05.

    Writes ``doc.spans["dates"]`` with ``{"value": EDTF, "role"}`` and ``doc.spans["durations"]`` with ``{"value"}``; the span's
    id names the grammar's rule and the cue that gave the role. Dates without a year mean the nearest before the publication
    date (``context_of(doc).published``), or after it where the tense says so; without it their year stays open. What a
    standard covers is no date. A range of validity is given twice, as valid_from and as valid_until.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_dates") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        doc.spans["dates"], doc.spans["durations"] = [], []
        taken = [chars_of(s) for s in spans_of(doc, "standards")]
        reader: _Reader | None = None
        text = doc.text  # spaCy joins it from all tokens at every call
        read: list[Read] = []
        for found in find_dates(text, _reference(context_of(doc).published)):
            if any(a < found.end and found.start < b for a, b in taken):
                continue
            reader = reader or _Reader(doc)
            form = _form(text, found)
            read.append(Read(found, form, *decide(reader.around(found), form)))
        for found, form, role, cue in first_awards(read):
            for each in ("valid_from", role) if role == "valid_until" and form in {"range", "object"} else (role,):
                value = {"value": str(found.value), "role": each}
                add_span(doc, "dates", found.start, found.end, value, f"{found.rule}/{cue}")
        for span in find_durations(text):
            if not any(a < span.end and span.start < b for a, b in taken):
                add_span(doc, "durations", span.start, span.end, {"value": str(span.value)}, span.rule)
        return doc


def _reference(published: str | None) -> Date | Interval | None:
    """The publication date, if it is one that can be read."""
    value = parse_edtf(published) if published else None
    return value if isinstance(value, (Date, Interval)) else None


def _form(text: str, found: FoundDate) -> Form:
    """Whether the date is an end, a range, stands behind „od", is what a verb takes, or is a point or a year."""
    words = text[max(0, found.start - _BEFORE) : found.start].lower().split()
    last, earlier = (words[-1] if words else ""), (words[-2] if len(words) > 1 else "")
    value = found.value
    if isinstance(value, Interval) and value.start is None:
        return "end"
    if isinstance(value, Interval) or value.month is None:
        named = last in _PERIODS or found.text.lower().startswith(_PERIODS)
        if named and (earlier if last in _PERIODS else last) not in _ADVERBIAL:
            return "object"
    if isinstance(value, Interval):
        return "range"
    if last in _FROM or (earlier in _FROM and last in {"dnia", "roku"}):
        return "day" if value.day else "from"
    return "point" if value.month else "year"


class _Sentence(NamedTuple):
    words: list[Word]
    starts: list[int]
    topics: Topics
    verbless: bool
    names: bool
    """whether it says „dokument" or the like, which points far back"""


class _Reader:
    """The sentences of a document as words with their lemmas, each read once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._regions = sentence_regions(doc)
        self._clauses = clause_regions(doc)
        self._length = doc[-1].idx + len(doc[-1].text) if len(doc) else 0
        self._sentences: dict[tuple[int, int], _Sentence] = {}

    def around(self, found: FoundDate) -> Surroundings:
        """The words near a date; its topic may stand up to two sentences before („Wręczono go 6 lutego")."""
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
        if only_points([*words[a:first], *words[last:b]]):
            a, words = 0, [*before, *words[a:first], *words[last:b]]
            first = last = len(before)
            before, b = [], len(words)
        clause = [*words[a:first], *words[last:b]]
        return Surroundings(clause, first - a, before, after, rest, sentence.topics, context, sentence.verbless)

    def _context(self, start: int, sentence: _Sentence) -> tuple[Topics, list[Word]]:
        """The topics of the sentences before, of more of them for „Dokument jest ważny …"; and the words of the one before."""
        topics, low, earlier = sentence.topics, start, None
        for _ in range(_FURTHEST if sentence.names else _BACK):
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


_SIGNS = frozenset(",;:(–—-")


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
