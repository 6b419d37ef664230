"""What may have been found: „Kontrolerzy chwalili ład, a nakazali spisać druki." holds a dozen candidates.

Every noun phrase in every case, every clause, infinitive, quote and answer behind a colon is one, coordinated members together;
95 % of the 461 findings that our gold has in running text are among them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.clauses import attribution, clauses, coordinated, opens_purpose, to_be_done
from pipeline.annotate.findings.labels import noun_phrases
from pipeline.annotate.findings.runs import behind_connector
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_FORMS = ("chain", "clause", "infinitive", "sentence", "part", "quote", "colon", "piece")
_CASES = ("nom", "acc", "gen", "dat", "inst", "loc")
_STATING = frozenset({"że", "iż", "bo", "ponieważ", "gdyż", "bowiem"})
_BEFORE = frozenset({"i", "oraz", "za", "jako", "in"})
_QUOTE = re.compile(r"[„“«\"](?P<said>[^„“”«»\"\n]{8,300})[”“»\"]")
_BORDER = re.compile(
    r"[,;:]| [–—-] |(?<=\s)(?:i|oraz|a|ale|lecz|zaś|że|iż|bo|gdyż|natomiast|ponieważ|by|aby|żeby)(?=\s)", re.IGNORECASE
)
_PIECES = 2
"""stretches between borders that are one candidate together: „regulamin, o którym nikt nie słyszał\""""
_BORDERS = 30
"""borders; a sentence with more is a table or a list of names"""
_SHORTEST = 4
"""characters; a shorter span names nothing"""
MAX_WORDS = 120
"""words; what is longer is a table without full stops"""


class Candidate(NamedTuple):
    """„ład i skład" -> the spans of both, what they are, where the first begins.

    ``form`` is one of ``_FORMS``; ``cases`` are those in which a chain's items stand;
    ``first`` is the place of its first word in the sentence.
    """

    form: str
    first: int
    cases: tuple[str, ...]
    spans: tuple[Span, ...]


_ABBREVIATED = frozenset({"m", "in"})
"""words of „m.in.", which no finding begins with"""


class _Collected:
    """Candidates without repetition: a chain in two cases is one."""

    def __init__(self, sentence: list[Word]) -> None:
        self._sentence = sentence
        self._found: dict[tuple[str, tuple[Span, ...]], Candidate] = {}

    def add(self, form: str, spans: Iterable[Span], case: str = "") -> None:
        kept = tuple(s for s in spans if s[1] - s[0] >= _SHORTEST)
        if not kept:
            return
        first = next((i for i, w in enumerate(self._sentence) if w.start >= kept[0][0]), 0)
        known = self._found.get((form, kept))
        cases = (*(known.cases if known else ()), *((case,) if case else ()))
        self._found[form, kept] = Candidate(form, first, cases, kept)

    def add_new(self, form: str, span: Span) -> None:
        """Adds what is no candidate yet in any form."""
        if not any((known, (span,)) in self._found for known in _FORMS):
            self.add(form, [span])

    def all(self) -> list[Candidate]:
        return list(self._found.values())


def candidates(text: str, sentence: list[Word], start: int, end: int) -> list[Candidate]:
    """„Chwalili ład i skład." -> the chain „ład", „skład", the chain „skład", the sentence, …; in no order that matters.

    Args:
        text: the article.
        sentence: the words of one sentence.
        start: its first character.
        end: one past its last character.
    """
    found = _Collected(sentence)
    if not sentence or len(sentence) > MAX_WORDS:
        return []
    stop = attribution(text, sentence, end)
    for i in range(len(sentence)):
        _chains(text, sentence, i, stop, found)
        _behind_conjunction(text, sentence, i, end, found)
        if any(key.endswith("/inf") for key in sentence[i].keys):
            found.add("infinitive", to_be_done(text, sentence, i, end))
    for first in sorted({0, behind_connector(sentence)}):
        _sentences(text, sentence, first, stop, found)
    for quote in _QUOTE.finditer(text, start, end):
        found.add("quote", [trimmed(text, *quote.span("said"))])
    _behind_colon(text, start, end, found)
    _pieces(text, start, stop, found)
    return found.all()


def _pieces(text: str, start: int, stop: int, found: _Collected) -> None:
    """„Pierwsza to kotłownia: palacze nie mają uprawnień." -> what stands between commas, colons, dashes and conjunctions."""
    borders = list(_BORDER.finditer(text, start, stop))
    if len(borders) > _BORDERS:
        return
    opening = [start, *(b.end() for b in borders)]
    closing = [*(b.start() for b in borders), stop]
    for place, low in enumerate(opening):
        for high in closing[place : place + _PIECES]:
            found.add_new("piece", trimmed(text, low, high))


def _chains(text: str, sentence: list[Word], i: int, stop: int, found: _Collected) -> None:
    if sentence[i].form.lower() in _ABBREVIATED and text[sentence[i].end : sentence[i].end + 1] == ".":
        return  # „m.in."
    for case in _CASES:
        if chain.opens(sentence, i, case) and not _inside(text, sentence, i, case):
            items = chain.items(text, sentence, i, stop, case)
            found.add("chain", items, case)
            for shorter in sorted({1, len(items) - 1} - {0, len(items)}):  # „chwalili ład, a skład ganili"
                found.add("chain", items[:shorter], case)
            border = _BORDER.search(text, *items[0]) if items else None
            if border:  # „chwalili ład, gorzej ze składem"
                found.add("chain", [trimmed(text, items[0][0], border.start())], case)


def _inside(text: str, sentence: list[Word], i: int, case: str) -> bool:
    """„dobrze | prowadzony rejestr": whether the phrase in that case opened a word before."""
    before = sentence[i - 1] if i else None
    if before is None or before.form.lower() in _BEFORE or "/v" in before.keys:
        return False
    return "," not in text[before.end : sentence[i].start] and chain.opens(sentence, i - 1, case)


def _behind_conjunction(text: str, sentence: list[Word], i: int, end: int, found: _Collected) -> None:
    stating = sentence[i].form.lower() in _STATING
    if i + 1 >= len(sentence) or not (stating or opens_purpose(sentence[i])):
        return
    told = clauses(text, sentence, i + 1, end)
    found.add("clause", told)
    for judged in (True, False) if stating else ():
        split = [s for a, b in told for _, s in coordinated(text, _within(sentence, a, b), a, b, judged=judged)]
        found.add("clause", split)


def _within(sentence: list[Word], start: int, end: int) -> list[Word]:
    return [w for w in sentence if start <= w.start < end]


def _sentences(text: str, sentence: list[Word], first: int, stop: int, found: _Collected) -> None:
    low, high = trimmed(text, sentence[first].start, stop)
    inside = _within(sentence, low, high)
    if low >= high or not inside:
        return
    found.add("sentence", [(low, high)])
    for judged in (True, False):
        split = [span for _, span in coordinated(text, inside, low, high, judged=judged)]
        if len(split) > 1:
            found.add("sentence", split)
            for span in split:
                found.add("part", [span])


def _behind_colon(text: str, start: int, end: int, found: _Collected) -> None:
    colon = text.find(":", start, max(start, end - 1))
    inside = words(text, colon + 1, end) if colon >= 0 else []
    stop = attribution(text, inside, end)
    inside = [w for w in inside if w.end <= stop]
    if not inside:
        return
    found.add("colon", noun_phrases(text, inside, stop))
    found.add("colon", [trimmed(text, inside[0].start, stop)])
    split = [span for _, span in coordinated(text, inside, inside[0].start, stop, judged=False)]
    if len(split) > 1:
        found.add("colon", split)
