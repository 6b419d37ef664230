"""What goes on with a finding: „Poza tym decyzje zawierają błędy.", „Planu nie sporządzono." right behind another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.clauses import attribution, coordinated
from pipeline.annotate.findings.kinds import conforms, kind_beside
from pipeline.annotate.findings.lexicon import context_words, count
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.speaker import agent_speaks
from pipeline.annotate.findings.testimony import lacks
from pipeline.values.enumeration.extent import trimmed

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Hit, Word

_MIN_WORDS = 2
"""words; one word alone („porządek") names a finding only in a list"""
_EARLY = 4
"""words; „Brak było również nadzoru" says early that it goes on"""


def verbless(text: str, sentence: list[Word], end: int, said: Span, hit: Hit) -> list[Finding]:
    """„Zgubione faktury, pomyłki, spóźnione decyzje" behind „Z raportu wyłania się …" -> three findings.

    Args:
        text: the article.
        sentence: its words.
        end: one past the last character of the sentence.
        said: the sentence that announced it.
        hit: the rule by which it did.
    """
    stop = attribution(text, sentence, end)
    inside = [w for w in sentence if w.end <= stop]
    if len(inside) < _MIN_WORDS or any(chain.finite(w) for w in inside) or not count(inside)["fault"]:
        return []
    if not chain.opens(inside, 0, "nom"):
        return []
    spans = chain.items(text, inside, 0, stop, "nom")
    return [Finding(a, b, None, None, 1, hit.rule.kind, said, hit.rule.id) for a, b in spans] if len(spans) > 1 else []


def continued(
    text: str, sentence: list[Word], end: int, before: tuple[str, Span | None], *, announced: bool = False
) -> list[Finding]:
    """„Poza tym decyzje zawierają błędy." -> one finding; a clause of its own („…, a spisu nie ma") is one more.

    Args:
        text: the article.
        sentence: its words.
        end: one past the last character of the sentence.
        before: kind of what the sentence before found, or said that it was found, and the words that introduced that.
        announced: whether the sentence before only said that something was found: the next need not go on with a connector.
    """
    kind, lead = before
    first = behind_connector(sentence)
    forms = " ".join(w.form.lower() for w in sentence[:first])
    inner = {w.form.lower() for w in sentence[1:_EARLY]} & context_words("inner_connectors")
    if kind == "strength" and forms not in context_words("contrasts") and not inner & context_words("contrasts"):
        return []
    counts = count(sentence)
    denied = any(key.endswith("/imps") for key in _denied_verb(sentence))
    linked = (first or inner) and (counts["fault"] or counts["advice"] or lacks(sentence))
    told = announced and (counts["fault"] or lacks(sentence))
    if not linked and counts["fault"] < 2 and not denied and not told:
        return []
    if counts["praise"] > counts["fault"] + lacks(sentence) or conforms(sentence):
        return []
    said = "nonconformity" if counts["fault"] or denied or lacks(sentence) else "recommendation"
    low, high = trimmed(text, sentence[first].start, attribution(text, sentence, end))
    if low >= high:
        return []
    inside = [w for w in sentence[first:] if w.start < high]
    return [
        Finding(*span, None, None, 1, kind_beside(clause, said), lead, "finding.prose.continued")
        for clause, span in coordinated(text, inside, low, high)
    ]


def reported(sentence: list[Word]) -> bool:
    """„Kontrolerzy stwierdzili uchybienia.": whether those who audit, or nobody named, say what the sentence says."""
    verbs = [w for w in sentence if w.keys & context_words("reporting") and "/v" in w.keys]
    return any(key.endswith("/imps") for w in verbs for key in w.keys) or (
        bool(verbs) and agent_speaks(sentence, verbs, close=True)
    )


def behind_connector(sentence: list[Word]) -> int:
    """How many words a connector („Poza tym") takes at the sentence's start."""
    forms = [w.form.lower() for w in sentence[:3]]
    for printed in context_words("connectors"):
        parts = printed.split()
        if forms[: len(parts)] == parts and len(sentence) > len(parts):
            return len(parts)
    return 0


def _denied_verb(sentence: list[Word]) -> frozenset[str]:
    """Keys of the word behind „nie"."""
    place = next((i for i, w in enumerate(sentence[:-1]) if w.form.lower() == "nie"), None)
    return sentence[place + 1].keys if place is not None else frozenset()
