"""What stands behind a finding and is none of it: „Zapewnić opiekę. Termin realizacji: do 30 listopada"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_patterns
from pipeline.values.enumeration import sentences
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import match, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span

_SEPARATORS = ":–—-"


def without_notes(text: str, start: int, end: int) -> Span:
    """„Zapewnić opiekę. Termin: 30 listopada. Odpowiedzialny: dyrektor" -> the characters of „Zapewnić opiekę".

    Args:
        text: the article.
        start: first character of the finding.
        end: one past its last character.
    """
    found = sentences(text, start, end)
    for first, last in found[1:]:
        if _is_note(text, first, last):
            return trimmed(text, start, first)
    return start, end


def _is_note(text: str, start: int, end: int) -> bool:
    """„Termin realizacji: od zaraz": the words of a note open the sentence and a colon or dash parts them from the rest."""
    sentence = words(text, start, end)
    for wanted in context_patterns("notes"):
        places = match(sentence, 0, wanted) if sentence else None
        if places is None or places[-1] + 1 >= len(sentence):
            continue
        gap = text[sentence[places[-1]].end : sentence[places[-1] + 1].start]
        if any(c in gap for c in _SEPARATORS):
            return True
    return False
