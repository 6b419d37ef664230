"""„Wręczono go 6 lutego": what surrounds a date: its clause, the clause before, the sentences that say what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from pipeline.annotate.base import clause_regions
from pipeline.annotate.dates.foreign import foreign
from pipeline.annotate.dates.place import Surroundings
from pipeline.annotate.dates.scope import explaining, goes_on, narrowed, only_points, same_scene
from pipeline.annotate.dates.sentences import Sentence, Sentences
from pipeline.annotate.dates.words import has, topics_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.annotate.dates.cues import Topics
    from pipeline.annotate.dates.words import Word
    from pipeline.values.edtf import FoundDate

BACK = 2
"""sentences before the date's own in which certificates or audits may have been named"""
FEW = 24
"""words; questions, answers and items are short, so that many words are looked at in any case"""
FURTHEST = 12
"""sentences, for one that points back („Dokument odebrał …"); items of lists are sentences too"""
ANSWER = 2
"""sentences behind a question that may tell what happened on its day"""
HEADING = 6
"""words of a line that heads the day below it"""
REACH = 40
"""words on each side of a date that are looked at, so that an endless sentence stays linear"""
_BARE = 24
"""characters before and behind a date that is a sentence alone: „Udało się: dnia 29 czerwca 2018 r." """
_DATING: Final = frozenset({"w", "we", "dniu", "dnia", "z", "dniem", "od"})
_ENTRY: Final = re.compile(r"[^\S\n]*[–—:-]\s")
"""behind the date of an entry: „2006 – odnowienie"; before it stands one of these or nothing"""
_CERTIFIED: Final = re.compile(r"certyf|cert\.|akredyt|\biso\b|emas|haccp|zgodnoś", re.IGNORECASE)
"""what an article says that speaks of certificates; without it „37 świadectw" are those of pupils or employees"""
_BEFORE_ENTRY: Final = ",;:("


class Reader:
    """Reads what stands around the dates of one document."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._text = text
        self._clauses = clause_regions(doc)
        self._certified = _CERTIFIED.search(text) is not None
        self.sentences = Sentences(doc, text)

    def around(self, found: FoundDate, until: int) -> Surroundings:
        """The words near a date; its topic may stand up to two sentences before („Wręczono go 6 lutego").

        Args:
            found: the date.
            until: the character with which the next date of the text begins.
        """
        sentence = self.sentences.around(found.start, found.end)
        before_it = self._before(sentence)
        context = sentence.topics.union(*(s.topics for s in before_it))
        earlier = before_it[0] if before_it else None
        after, told = self._after(sentence, found, until)
        if not context and sentence.names:  # „Dokument odebrał wójt 5 maja. Certyfikat …"
            told |= next((s.topics for s in self.sentences.behind(sentence.end)), frozenset())
        context |= told
        if not self._certified:
            context -= {"certificate"}
        words, starts = sentence.words, sentence.starts
        a, first, last, b = self._bounds(found, sentence)
        before, rest = words[max(0, a - REACH) : a] or (earlier.words[-REACH:] if earlier else []), words[b : b + REACH]
        then = explaining(words[last : last + REACH], 0)
        if sentence.verbless and self._begins_entry(found, sentence.start):
            a, b = first, bisect_left(starts, min(until, sentence.end))
        asked = earlier is not None and not a and self._asks(earlier, sentence, found)
        if asked and not any(w.finite for w in words[a:first]) and (end := _answered(words, last, b)) is not None:
            b = end
        else:
            asked = not words[a:first] and not words[last:b] and self._text.endswith("(", 0, found.start)
        if asked or only_points([*words[a:first], *words[last:b]]):
            own = first - a if asked else 0
            a, words = 0, [*before, *words[a:first], *words[last:b]]
            first = last = len(before) + own
            before, b = [], len(words)
        clause = [*words[a:first], *words[last:b]]
        verbless = sentence.verbless and not asked
        others = foreign([sentence, *before_it], next(self.sentences.behind(sentence.end), None))
        return Surroundings(clause, first - a, before, after, rest, sentence.topics, context, verbless, then, others)

    def _bounds(self, found: FoundDate, sentence: Sentence) -> tuple[int, int, int, int]:
        """The first word of the date's clause, of the date, behind the date, and behind the clause."""
        words, starts = sentence.words, sentence.starts
        low, high = self._clauses.around(found.start, found.end)
        a, first, last, b = (bisect_left(starts, at) for at in (low, found.start, found.end, high))
        while max(0, first - REACH) < a < first and _joins_name(words, a):
            low = max(sentence.start, self._clauses.around(starts[a - 1], starts[a - 1] + 1)[0])
            a = min(a - 1, bisect_left(starts, low))
        a, b = narrowed(words, max(a, first - REACH), first, last, min(b, last + REACH))
        colon = self._text.rfind(": ", max(low, sentence.start), found.start)
        opened = bisect_left(starts, colon) if colon >= 0 else 0
        if a < opened <= first and any(w.finite for w in words[a:opened]) and any(w.finite for w in words[opened:b]):
            a = opened  # „Udało się: 29 czerwca jednostka wydała …"
        return a, first, last, b

    def _is_bare(self, sentence: Sentence, found: FoundDate) -> bool:
        """„Udało się: 29 czerwca 2018 r." before a capital: whether a sentence or what follows its colon is the date alone."""
        low = max(sentence.start, found.start - _BARE)
        colon = self._text.rfind(":", low, found.start)
        if colon < 0 < low - sentence.start or sentence.end - found.end > _BARE:
            return False
        before = self._text[max(low, colon + 1) : found.start].lower().split()
        rest = self._text[found.end : sentence.end + 1]  # what the next line of a list says is another matter
        return set(before) <= _DATING and not rest.strip(" .") and "\n" not in rest

    def _asks(self, earlier: Sentence, sentence: Sentence, found: FoundDate) -> bool:
        """„Do kiedy?", „Termin audytu" over a line that begins with a day: a question or a short heading says it."""
        if earlier.question or not sentence.verbless:
            return earlier.question
        if (
            not earlier.verbless
            or not 0 < len(earlier.words) <= HEADING
            or self._text[earlier.end - 1 : earlier.end] in {".", "!"}
        ):
            return False
        alone = self._text[found.end : sentence.end].lstrip(" .")[:1] in {"", "\n", ",", ";"}
        return alone and self._text.endswith("\n", 0, found.start)

    def _begins_entry(self, found: FoundDate, start: int) -> bool:
        """„maj 2010 – audyt, lipiec 2010 – wręczenie": whether what the date dates stands behind it, up to the next date."""
        before = self._text[max(start, found.start - 2) : found.start].strip()
        return bool(_ENTRY.match(self._text, found.end)) and (not before or before[-1] in _BEFORE_ENTRY)

    def _before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences before that say what is spoken of, nearest first; more of them for „Dokument jest ważny …"."""
        found: list[Sentence] = []
        words, furthest = 0, FURTHEST if sentence.names else BACK
        for number, before in enumerate(islice(self.sentences.before(sentence.start), FURTHEST)):
            if number >= furthest and words >= FEW:
                break
            words += len(before.words)
            found.append(before)
        return found

    def _after(self, sentence: Sentence, found: FoundDate, until: int) -> tuple[list[Word], Topics]:
        """The next sentence, where it tells what happened „wtedy", answers the question or goes on from a bare date."""
        behind = list(islice(self.sentences.behind(sentence.end), ANSWER))
        if sentence.question and behind:
            return [w for s in behind for w in s.words][:REACH], frozenset().union(*(s.topics for s in behind))
        if behind and (goes_on(behind[0].words) or self._is_bare(sentence, found)):
            return behind[0].words[:REACH], behind[0].topics
        if behind and until >= behind[0].end and has(sentence.words, "occasion"):
            scene = same_scene(behind[0].words[:REACH])
            return list(scene), topics_of(scene)
        return [], frozenset()


def _joins_name(words: Sequence[Word], at: int) -> bool:
    """„Urząd Miasta [i] Gminy", „Zakład Systemów Jakości [i] Zarządzania": whether a conjunction stands inside a name."""
    inside = at + 1 < len(words) and words[at - 1].text.istitle() and words[at + 1].text.istitle()
    return inside and words[at].text in {"i", "oraz"} and not words[at].broken and not words[at + 1].broken


def _answered(words: Sequence[Word], last: int, end: int) -> int | None:
    """„– Do 14 lutego, potem …": one past the words of an answer that is a date alone; None where it has a verb of its own."""
    if last < len(words) and words[last].broken:
        return last
    return None if any(w.finite for w in words[last:end]) else end
