"""Counted without their noun: „Nie stwierdzono niezgodności dużych. Dwie małe dotyczyły spisu oraz braku testów."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.kinds import conforms, is_person
from pipeline.annotate.findings.lexicon import context_words
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.speaker import agent_speaks
from pipeline.annotate.findings.verdict import SURE, strongest
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import cases, has_any

if TYPE_CHECKING:
    from pipeline.values.phrase import Hit, Word

_FOUND = frozenset({"nonconformity", "observation", "recommendation"})
"""kinds of nouns that are counted: „dwie małe" are niezgodności, uwagi or zalecenia"""
_PAPERS = frozenset({"raport", "protokół"})
"""papers of audits: „W raporcie zapisano trzy uwagi" needs no other subject"""
_SUBJECT = 5
"""words; „dwie pozostałe, zupełnie drobne" has four"""


def counts_on(text: str, sentence: list[Word]) -> Hit | None:
    """„Auditorzy nie stwierdzili niezgodności dużych.": the noun, denied or not, that the next sentence may leave out.

    Args:
        text: the article.
        sentence: the words of a sentence near an audit.
    """
    hit, _ = strongest(text, sentence)
    if hit is None or hit.rule.kind not in _FOUND:
        return None
    named = any(any(key.endswith("/subst") for key in sentence[p].keys) for p in hit.places)
    verbs = [w for w in sentence if w.keys & (context_words("reporting") | context_words("establishing")) and "/v" in w.keys]
    told = any(key.endswith("/imps") for w in verbs for key in w.keys) and hit.rule.weight >= SURE
    told = told or (bool(verbs) and agent_speaks(sentence, verbs, close=True))
    return hit if named and (told or has_any(sentence, _PAPERS)) else None


def counted_on(text: str, sentence: list[Word], start: int, end: int, noun: Hit) -> list[Finding]:
    """„Dwie małe dotyczyły spisu kont oraz braku testów i zostały usunięte." behind such a sentence -> two findings.

    Args:
        text: the article.
        sentence: the words of the sentence behind.
        start: its first character.
        end: one past its last character.
        noun: what the sentence before named.
    """
    place = next((i for i, w in enumerate(sentence[: _SUBJECT + 1]) if "dotyczyć" in w.keys and "/v" in w.keys), 0)
    if not place or not all(w.keys & context_words("elliptical") for w in sentence[:place]):
        return []
    cuts = [place + 1, *(i for i in range(place + 2, len(sentence)) if _goes_on(text, sentence, i)), len(sentence)]
    found: list[Finding] = []
    for low, high in pairwise(cuts):
        part = sentence[low:high]
        skipped = next((n for n, w in enumerate(part) if not w.keys & context_words("elliptical")), len(part))
        first = chain.first_word(part, skipped if low > place + 1 else 0, "gen")
        if first is None or conforms(sentence):
            return found
        lead = trimmed(text, start, sentence[place].end)
        for a, b in chain.items(text, part, first, end if high == len(sentence) else part[-1].end, "gen"):
            if not is_person(text, a, b):
                found.append(Finding(a, b, None, None, 1, noun.rule.kind, lead, "finding.prose.counted_on"))
    return found


def _goes_on(text: str, sentence: list[Word], i: int) -> bool:
    """„…, pozostałe zaś opisu faktur": behind a comma a numeral that is no part of what the others concern."""
    comma = "," in text[sentence[i - 1].end : sentence[i].start]
    return comma and bool(sentence[i].keys & context_words("elliptical")) and "gen" not in cases(sentence[i].form)
