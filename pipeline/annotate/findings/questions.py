"""Answers to questions that a story asks itself: „Co zobaczyły inspektorki? Brudne garnki i brak spisu."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.asking import MIN_WORDS
from pipeline.annotate.findings.clauses import attribution
from pipeline.annotate.findings.labels import noun_phrases
from pipeline.annotate.findings.takes import told_in_prose
from pipeline.annotate.findings.testimony import testify
from pipeline.annotate.findings.verdict import borne_out

if TYPE_CHECKING:
    from pipeline.annotate.findings.lists import Finding
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Hit, Word


def answered(text: str, question: Span, hit: Hit, sentence: list[Word], end: int) -> list[Finding]:
    """„Brudne garnki, stara deska i brak spisu." behind „Co zobaczyły inspektorki?" -> three findings.

    Args:
        text: the article.
        question: characters of the question, which becomes the lead.
        hit: the rule by which it asks.
        sentence: words of the sentence behind it.
        end: one past the last character of that sentence.
    """
    stop = attribution(text, sentence, end)
    inside = [w for w in sentence if w.end <= stop]
    spans = noun_phrases(text, inside, stop)
    if not spans and len(inside) >= MIN_WORDS and not any(chain.finite(w) for w in inside):
        spans = [(inside[0].start, inside[-1].end)]
    items = testify(text, spans)
    if not spans or not borne_out(sentence, hit, items):
        return []
    kind = "nonconformity" if items.blamed > items.praised else "strength"
    kind = kind if hit.rule.kind == "unspecified" else hit.rule.kind
    return [told_in_prose(a, b, kind, question, hit.rule.id) for a, b in spans]
