"""What a rule takes of its sentence: „docenili | ład, skład" a chain, „wykazano, że | brak spisu" a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.clauses import clauses, coordinated, opens_purpose, pointed, states, to_be_done
from pipeline.annotate.findings.kinds import (
    conforms,
    is_general,
    is_person,
    kind_beside,
    kind_of,
    names,
    says,
    settles,
    specified,
    sums_up,
)
from pipeline.annotate.findings.lexicon import context_words
from pipeline.annotate.findings.lists import Finding
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Hit, Word

_COMMENT = 6
"""words; „z raportu delegatury Najwyższej Izby Kontroli" is a long comment"""
_MIN_CLAUSE = 3
"""words; a shorter clause before a comment is no statement"""
_MIN_WORDS = 2
"""words; one word alone („porządek") names a finding only in a list"""


def told_in_prose(start: int, end: int, kind: str, lead: Span | None, rule: str) -> Finding:
    """A finding without marker and number, as running text has them."""
    return Finding(start, end, None, None, 1, kind, lead, rule)


def _excluded(hit: Hit) -> frozenset[str]:
    name = hit.rule.options.get("without")
    return context_words(name) if name else frozenset()


class Takes:
    """Cuts what was found out of the sentences of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._title = text.find("\n")

    def taken(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        """„Docenili ład i skład." with the hit of „docenili" -> two findings.

        Args:
            sentence: the words of the sentence.
            hit: the rule that matched; its option ``take`` is chain, clause, infinitive or before.
            start: first character of the sentence.
            end: one past its last character.
        """
        takes = {
            "chain": self._chain,
            "clause": self._clause,
            "infinitive": self._infinitive,
            "before": self._before,
        }
        return takes[hit.rule.options["take"]](sentence, hit, start, end)

    def clauses_of(self, inside: list[Word], hit: Hit, span: Span, lead: Span | None, said: list[Word]) -> list[Finding]:
        """„Instrukcja wymaga zmian, a spis należy uzupełnić." -> a finding for every clause, each of its own kind."""
        found = []
        for clause, (start, end) in coordinated(self._text, inside, *span):
            own = hit.rule.kind == "unspecified" or clause == inside or any(said[p] in clause for p in hit.places)
            kind = kind_of(clause, hit) if own else kind_beside(clause, hit.rule.kind)
            found.append(told_in_prose(start, end, kind, lead, hit.rule.id))
        return found

    def _chain(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        case = hit.rule.options["case"]
        start_at = hit.places[-1] + 1
        if hit.rule.options.get("where") == "between":  # „za nową halę zebraliśmy pochwały"
            start_at, sentence = hit.places[0] + 1, sentence[: hit.places[1]]
            end = sentence[-1].end
        if case == "nom" and start_at < len(sentence) and sentence[start_at].form.lower() == "za":
            return []  # „najwięcej punktów uzyskał za obsługę": said in the accusative
        first = chain.first_word(sentence, chain.behind_genitive(sentence, start_at, case), case)
        first = chain.behind_generic(self._text, sentence, first, case) if first is not None else None
        if first is None or specified(sentence, first):
            return []
        spans = [s for s in chain.items(self._text, sentence, first, end, case) if names(self._text, *s)]
        inside = [w for w in sentence if w.start >= sentence[first].start]
        headline = end <= self._title and all(sums_up(self._text, *s) for s in spans)
        if headline or sum(len(words(self._text, a, b)) for a, b in spans) < _MIN_WORDS:
            return []
        needs = hit.rule.options.get("needs")
        if conforms(inside) or (needs and not says(inside, needs)) or has_any(inside, _excluded(hit)):
            return []
        kind = kind_of(inside, hit)
        if kind == "strength" and spans and (is_person(self._text, *spans[0]) or is_general(self._text, *spans[0])):
            return []
        lead = trimmed(self._text, start, sentence[first].start)
        spans = [s for span in spans for s in pointed(self._text, sentence, span)]
        return [told_in_prose(a, b, kind, lead, hit.rule.id) for a, b in spans]

    def _comma(self, sentence: list[Word], i: int) -> bool:
        return "," in self._text[sentence[i - 1].end : sentence[i].start]

    def _before(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:  # noqa: ARG002  # all take the same
        """„Most nie miał przeglądu – ustalili kontrolerzy NIK.": the words before the comment that closes the sentence."""
        place = hit.places[0]
        inside = sentence[:place]
        gap = self._text[sentence[place - 1].end : sentence[place].start] if place else ""
        closes = len(sentence) - 1 - hit.places[-1] <= _COMMENT
        if not closes or len(inside) < _MIN_CLAUSE or not any(c in gap for c in ",–—-") or conforms(inside):
            return []
        if not says(inside, hit.rule.options["needs"]) or not states(inside):
            return []
        span = trimmed(self._text, inside[0].start, inside[-1].end)
        lead = trimmed(self._text, sentence[place].start, end)
        return self.clauses_of(inside, hit, span, lead, sentence)

    def _infinitive(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        first = hit.places[-1] + 1
        lead = trimmed(self._text, start, sentence[first - 1].end)
        if conforms(sentence[first:]) or (first > 1 and sentence[first - 2].form.lower() == "nie"):
            return []  # „nie powinna kupować"
        return [told_in_prose(a, b, hit.rule.kind, lead, hit.rule.id) for a, b in to_be_done(self._text, sentence, first, end)]

    def _clause(self, sentence: list[Word], hit: Hit, start: int, end: int) -> list[Finding]:
        """„Wykazano, że brak spisu i że nie ma planu": what stands behind every „że" of the sentence."""
        first = hit.places[-1] + 1
        if first < len(sentence) and sentence[first - 1].form.lower() == "warto" and sentence[first].form.lower() == "by":
            first += 1  # „warto by rozbudować" is one verb
        if hit.rule.options.get("where") == "behind_comma":
            comma = next((i for i in range(first, len(sentence)) if self._comma(sentence, i)), None)
            if comma is None or comma - first > _COMMENT:
                return []
            first = comma
        inside = sentence[first:]
        needs = hit.rule.options.get("needs")
        if not inside or conforms(inside) or (needs and not says(inside, needs)):
            return []
        lead = trimmed(self._text, start, sentence[first - 1].end)
        found = []
        for a, b in clauses(self._text, sentence, first, end):
            part = [w for w in sentence if a <= w.start < b]
            if hit.rule.options.get("general") == "none" and is_general(self._text, a, b):
                continue
            if hit.rule.options.get("settled") == "none" and settles(sentence[:first], part):
                continue
            if opens_purpose(sentence[first - 1]):
                found.append(told_in_prose(a, b, kind_of(part, hit), lead, hit.rule.id))
            else:
                found += self.clauses_of(part, hit, (a, b), lead, sentence)
        return found
