"""Findings in running text that no rule reads: „Za wzór stawiano kancelarię, gorzej wypadło archiwum.".

Linear models in two steps. The first say how likely a sentence near an audit tells findings, and how likely each of its
candidates („chain", „clause", …) is one, from words, grammar and neighbourhood. The second weighs what they say of the
candidate, of its sentence and of the sentences around it. Rules come first: what they found stands, and nothing is proposed
over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from pipeline.annotate.findings.learned.candidates import Candidate, candidates
from pipeline.annotate.findings.learned.context import Judged, in_context
from pipeline.annotate.findings.learned.features import near_audit, of_candidate, of_sentence, summary
from pipeline.annotate.findings.learned.model import load, slots
from pipeline.annotate.findings.learned.surroundings import Surroundings
from pipeline.annotate.findings.learned.voice import Known, Spans, Voices
from pipeline.annotate.findings.speaker import Speaker
from pipeline.annotate.findings.takes import told_in_prose
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy.typing as npt

    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.learned.model import FindingModel
    from pipeline.annotate.findings.lists import Finding
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

__all__ = ["Read", "Row", "chosen", "judged", "propose", "proposed", "read", "untaken"]

RULE = "finding.learned"


class Row(NamedTuple):
    """A candidate of one sentence with its hashed features."""

    candidate: Candidate
    features: npt.NDArray[np.int64]


class Read(NamedTuple):
    """A sentence with its hashed features and its candidates; ``near`` says whether an audit is named near it."""

    span: Span
    near: bool
    features: npt.NDArray[np.int64]
    rows: list[Row]


def read(
    text: str,
    sentences: Sequence[Span],
    audits: AuditWords,
    worth: Callable[[npt.NDArray[np.int64]], bool],
    *,
    everywhere: bool = False,
) -> Iterator[Read]:
    """Every sentence near which somebody looks at something, in text order.

    Args:
        text: the cleaned article.
        sentences: spans of characters, sorted.
        audits: where the text names audits.
        worth: says by a sentence's features whether its candidates are worth reading.
        everywhere: also sentences near which nobody looks at anything; training learns from them what ordinary news look like.
    """
    last: list[str] = []
    speaker = Speaker(text)
    around = Surroundings(text)
    title = text.find("\n")
    for start, end in sentences:
        sentence = words(text, start, end)
        near = near_audit(text, start, end, audits)
        if sentence and (everywhere or near or around.looked(start, end)):
            shared = [*of_sentence(text, sentence, (start, end), audits, around), *last]
            features = slots([*shared, *around.of((start, end), sentence)])
            rows: list[Row] = []
            if worth(features):
                known = Known(Voices(text, sentence, speaker), Spans(text, sentence, headline=end <= title))
                rows = list(_rows(text, sentence, (start, end), known, shared))
            yield Read((start, end), near, features, rows)
        last = summary(sentence)
        speaker.hear(sentence)


def _rows(text: str, sentence: list[Word], span: Span, known: Known, shared: list[str]) -> Iterator[Row]:
    for candidate in candidates(text, sentence, *span):
        if not any(known.spans.of(s).empty for s in candidate.spans):
            yield Row(candidate, slots([*shared, *of_candidate(text, sentence, span, candidate, known)]))


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
    worth = lambda features: model.sentence.log_odds(features) >= model.gate  # noqa: E731  # needs the model that is loaded
    return propose(text, list(read(text, untaken(sentences, taken), audits, worth)), written, model)


def judged(told: Iterable[Read], model: FindingModel) -> list[Judged]:
    """What the first models say of sentences and candidates; a sentence below the gate has no candidates."""
    found: list[Judged] = []
    for sentence in told:
        odds = np.array([model.candidate.log_odds(row.features) for row in sentence.rows])
        ranks = np.array([model.rank.log_odds(row.features) for row in sentence.rows])
        found.append(Judged(sentence.span, sentence.near, model.sentence.log_odds(sentence.features), odds, ranks))
    return found


def propose(text: str, told: Sequence[Read], written: Sequence[Finding], model: FindingModel) -> list[Finding]:
    """The candidates that a model holds for findings, the likeliest first, so that none overlaps another or one by rule.

    Args:
        text: the article.
        told: its sentences with their candidates.
        written: what rules found in running text.
        model: the weights.
    """
    taken = [(f.start, f.end) for f in written]
    picked = chosen(told, judged(told, model), model.context, model.threshold, taken)
    return [finding for sentence, row in picked for finding in _told(text, sentence, row, model)]


def chosen(
    told: Sequence[Read], said: Sequence[Judged], weights: npt.NDArray[np.float64], threshold: float, taken: Sequence[Span]
) -> list[tuple[Read, Row]]:
    """The likeliest candidates of a text of which none overlaps another.

    Args:
        told: its sentences.
        said: what the first models say of them.
        weights: of the second step, the bias last.
        threshold: log-odds from which a candidate is proposed.
        taken: characters that no candidate may touch.
    """
    likely = [
        (float(odds), sentence, row)
        for sentence, table in zip(told, in_context(said), strict=True)
        for odds, row in zip(table @ weights[:-1] + weights[-1], sentence.rows, strict=False)
        if odds >= threshold
    ]
    found: list[tuple[Read, Row]] = []
    held = list(taken)
    for _, sentence, row in sorted(likely, key=lambda j: (-j[0], j[2].candidate.spans)):
        spans = row.candidate.spans
        if not any(a < high and low < b for low, high in spans for a, b in held):
            held += spans
            found.append((sentence, row))
    return found


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


def _told(text: str, sentence: Read, row: Row, model: FindingModel) -> list[Finding]:
    kind = model.kind(np.union1d(sentence.features, row.features))
    before = trimmed(text, sentence.span[0], row.candidate.spans[0][0])
    lead = before if before[0] < before[1] else None
    return [told_in_prose(start, end, kind, lead, RULE) for start, end in row.candidate.spans]
