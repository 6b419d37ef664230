"""What the one who audits is quoted with: „Macie wzorowe archiwum” – napisał auditor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.findings.kinds import conforms, says
from pipeline.annotate.findings.lexicon import book, context_words
from pipeline.annotate.findings.speaker import agent_speaks
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Hit, Word

_QUOTE = re.compile(r"[„“«\"](?P<said>[^„“”«»\"\n]{8,300})[”“»\"]")
"""a quote shorter than eight characters is a name or a word in quotation marks"""
_MIN_WORDS = 3
"""words; „dobra robota" says nothing of what was found"""
_FAR = 4
"""words; the agent follows the verb of speaking at once: „napisał w raporcie auditor wiodący\""""


def _speech_verb(outside: list[Word], low: int, high: int) -> Hit | None:
    """The verb of speaking among some of the words, if who audits is its subject."""
    hits = book("prose.toml", "quoted").hits(outside[low:high])
    for hit in hits:
        verb = outside[low + hit.places[0]]
        if agent_speaks(outside[low:high], [verb], close=False):
            return hit
    return None


def _speaker(text: str, sentence: list[Word], first: Span, last: Span) -> Hit | None:
    """„Auditor powiedział: „…”", „fragment raportu: „…”" before the quotes with a colon; „…” – napisał auditor" behind."""
    before = [w for w in sentence if w.end <= first[0]]
    if before and ":" in text[before[-1].end : first[0]]:
        return next(iter(book("prose.toml", "cited").hits(before)), None) or _speech_verb(before, 0, len(before))
    behind = [w for w in sentence if w.start >= last[1]]
    if behind and any(c in text[last[1] : behind[0].start] for c in ",-–—"):
        return _speech_verb(behind, 0, _FAR)
    return None


def _tells(said: list[Word]) -> bool:
    """Whether the words praise, blame or wish for better; „nie mamy uwag", „spełniacie wymagania normy" do not."""
    if len(said) < _MIN_WORDS or conforms(said):
        return False
    denied = any(w.form.lower() == "nie" for w in said)
    if denied and has_any(said, context_words("generic_faults") | {"uwaga"}):
        return False
    return denied or says(said, "any")


def quoted(text: str, sentence: list[Word], start: int, end: int) -> tuple[Hit, list[Span]] | None:
    """„Audytorka powiedziała: „Nie badacie ścieków” i „plany są nieaktualne”." -> the verb's hit and two spans.

    Args:
        text: the article.
        sentence: its words.
        start: first character of the sentence.
        end: one past its last character.

    Returns:
        None where nobody who audits is quoted, or the quotes say nothing of what was found.
    """
    quotes = list(_QUOTE.finditer(text, start, end))
    hit = _speaker(text, sentence, quotes[0].span(), quotes[-1].span()) if quotes else None
    spans = [m.span("said") for m in quotes if _tells(words(text, *m.span("said")))]
    return (hit, [trimmed(text, *span) for span in spans]) if hit and spans else None
