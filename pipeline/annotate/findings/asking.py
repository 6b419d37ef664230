"""Questions that ask what an audit found: „Co zobaczyły inspektorki?" in running text, „Co się spodobało?" over a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import book, context_words
from pipeline.annotate.findings.verdict import Verdict, borne_out, refused
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.testimony import Testimony
    from pipeline.values.enumeration import Enumeration
    from pipeline.values.phrase import Hit, Word

_FAR = 900
"""characters before a heading in which an audit makes its question one about it; about three paragraphs of news"""
MIN_WORDS = 3
"""words; a shorter answer („Brak drabin") may be all that was found, one or two words („Nic") are none"""


def asked(text: str, sentence: list[Word], end: int) -> Hit | None:
    """„Co radzą?", „Co zobaczyli kontrolerzy?": the rule by which a question asks what was found; None for other sentences.

    Args:
        text: the article.
        sentence: its words.
        end: one past the last character of the sentence.
    """
    return next(iter(_asking(text, sentence)), None) if text[end - 1] == "?" else None


def _asking(text: str, sentence: list[Word]) -> list[Hit]:
    """Every rule by which a question asks what was found."""
    hits = [h for h in book("prose.toml", "question").hits(sentence) if refused(text, sentence, h) is None]
    hits = [h for h in hits if h.rule.kind != "unspecified" or len(sentence) < MIN_WORDS]
    denied = any(w.form.lower() == "nie" for w in sentence)
    return [h for h in hits if bool(h.rule.options.get("denied")) == denied]


def by_question(text: str, enumeration: Enumeration, audits: AuditWords, items: Testimony) -> Verdict | None:
    """„Co się spodobało?" over a list, in an article that told of an audit: what the question makes of the items.

    Questions that name who audits („Co docenili audytorzy?") introduce lists as any lead does and are left to it.

    Args:
        text: the article.
        enumeration: the list.
        audits: where the text names audits.
        items: what its items say of themselves.
    """
    if not enumeration.leads:
        return None
    start, end = enumeration.leads[-1]
    sentence = words(text, start, end)
    if text[end - 1] != "?" or has_any(sentence, context_words("agents")) or not _of_nobody_else(sentence):
        return None
    if not audits.core_in(start - _FAR, end) and not audits.around(start, end, "near"):
        return None
    hits = [h for h in _asking(text, sentence) if h.rule.kind != "unspecified" and borne_out(sentence, h, items)]
    told = [h for h in hits if h.rule.kind == "recommendation" and items.of_advice]
    best = next(iter(told or hits), None)
    if best is None:
        return None
    lean = best.rule.kind == "observation" and items.of_advice  # „Co można poprawić?" over „opisać szafki"
    return Verdict("recommendation" if lean else best.rule.kind, best.rule.id)


def _of_nobody_else(sentence: list[Word]) -> bool:
    """„Co podobało się turystom?", „Co poprawić w budżecie?": every noun of the question belongs to audits."""
    known = context_words("near") | context_words("heading_words") | context_words("audited") | {"co", "mama"}
    nouns = [w for w in sentence if any(key.endswith("/subst") for key in w.keys)]
    return all(w.keys & known or w.form.lower() in {"co", "za"} for w in nouns)
