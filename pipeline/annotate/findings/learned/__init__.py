"""Findings in running text that no rule reads: „Za wzór stawiano kancelarię, gorzej wypadło archiwum.".

A linear model over words, grammar and neighbourhood of every candidate („chain", „clause", …) that the sentences near an audit
hold. Rules come first: what they found stands, and nothing is proposed over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.learned.candidates import Candidate, candidates
from pipeline.annotate.findings.learned.features import near_audit, of_candidate, of_sentence, summary
from pipeline.annotate.findings.learned.model import load, slots
from pipeline.annotate.findings.learned.voice import Known, Spans, Voices
from pipeline.annotate.findings.speaker import Speaker
from pipeline.annotate.findings.takes import told_in_prose
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.learned.model import FindingModel
    from pipeline.annotate.findings.lists import Finding
    from pipeline.values.enumeration import Span

__all__ = ["Row", "propose", "proposed", "rows", "untaken"]

RULE = "finding.learned"


class Row(NamedTuple):
    """A candidate of one sentence with its hashed features."""

    sentence: Span
    candidate: Candidate
    features: npt.NDArray[np.int64]


def rows(text: str, sentences: Sequence[Span], audits: AuditWords, *, everywhere: bool = False) -> Iterator[Row]:
    """Every candidate of the sentences near an audit, in text order.

    Args:
        text: the cleaned article.
        sentences: spans of characters, sorted.
        audits: where the text names audits.
        everywhere: also of sentences far from any audit, from which training learns what ordinary news look like.
    """
    last: list[str] = []
    speaker = Speaker(text)
    title = text.find("\n")
    for start, end in sentences:
        sentence = words(text, start, end)
        if sentence and (everywhere or near_audit(text, start, end, audits)):
            shared = [*of_sentence(text, sentence, start, end, audits), *last]
            known = Known(Voices(text, sentence, speaker), Spans(text, sentence, headline=end <= title))
            for candidate in candidates(text, sentence, start, end):
                if any(known.spans.of(span).empty for span in candidate.spans):
                    continue
                own = of_candidate(text, sentence, (start, end), candidate, known)
                yield Row((start, end), candidate, slots([*shared, *own]))
        last = summary(sentence)
        speaker.hear(sentence)


def proposed(
    text: str, sentences: Sequence[Span], taken: Sequence[Span], written: Sequence[Finding], audits: AuditWords
) -> list[Finding]:
    """„Za wzór stawiano kancelarię." -> „kancelarię", a strength, where no rule said so.

    Args:
        text: the cleaned article.
        sentences: its sentences, in order.
        taken: characters that lists, tables and labels hold, sorted; no sentence that touches them is read.
        written: what rules found in running text; nothing is proposed over it.
        audits: where the text names audits.

    Returns:
        Findings that overlap neither each other nor those by rule; nothing where the weights are missing.
    """
    model = load()
    if model is None:
        return []
    return propose(text, rows(text, untaken(sentences, taken), audits), written, model)


def propose(text: str, found: Iterable[Row], written: Sequence[Finding], model: FindingModel) -> list[Finding]:
    """The candidates that a model holds for findings, the likeliest first, so that none overlaps another or one by rule.

    Args:
        text: the article.
        found: its candidates.
        written: what rules found in running text.
        model: the weights.
    """
    judged = [(model.log_odds(row.features), row) for row in found]
    likely = [(odds, row) for odds, row in judged if odds >= model.threshold]
    told: list[Finding] = []
    held = [(f.start, f.end) for f in written]
    for _, row in sorted(likely, key=lambda j: (-j[0], j[1].candidate.spans)):
        spans = row.candidate.spans
        if not any(a < high and low < b for low, high in spans for a, b in held):
            held += spans
            told += _told(text, row, model)
    return told


def untaken(sentences: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The sentences that touch none of the stretches; both in text order."""
    free: list[Span] = []
    index = 0
    for start, end in sentences:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index >= len(taken) or taken[index][0] >= end:
            free.append((start, end))
    return free


def _told(text: str, row: Row, model: FindingModel) -> list[Finding]:
    kind = model.kind(row.features)
    before = trimmed(text, row.sentence[0], row.candidate.spans[0][0])
    lead = before if before[0] < before[1] else None
    return [told_in_prose(start, end, kind, lead, RULE) for start, end in row.candidate.spans]
