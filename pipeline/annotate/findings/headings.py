"""Headings over lists without marks: „Mocne strony" names findings, „Mocne strony gminy" in a strategy does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_words
from pipeline.annotate.findings.verdict import SURE, AuditWords, strongest
from pipeline.values import morph
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Enumeration, Item, Span
    from pipeline.values.phrase import Hit, Word

_SHORT = 3
"""words; a heading of something else („Do pobrania", „Galeria zdjęć") is no longer"""


def names_findings(text: str, head: Span) -> bool:
    """„Niezgodności z załącznikiem", „Wskazane mocne strony": the heading begins with the words that name findings."""
    sentence = words(text, *head)
    hit, negative = strongest(text, sentence)
    if hit is None or negative or hit.rule.weight < SURE:
        return False
    return all(w.keys & context_words("heading_words") for w in sentence[: hit.places[0]])


def _pure(sentence: list[Word], hit: Hit) -> bool:
    """„Mocne strony systemu", not „Brak wody": no word besides those that name findings and audits."""
    others = [w for i, w in enumerate(sentence) if i not in hit.places]
    known = context_words("heading_words") | context_words("near")
    return all(w.keys & known or _preposition(w) for w in others)


def _preposition(word: Word) -> bool:
    return any(r.pos == "prep" for r in morph.analyse(word.form.lower()))


def _next_heading(text: str, item: Item) -> bool:
    """„Potencjał doskonalenia", „Do pobrania" among items: where another list, or the page's frame, begins."""
    sentence = words(text, item.start, item.end)
    hit, _ = strongest(text, sentence)
    if hit is None or hit.places[0]:
        return False
    if hit.rule.kind == "none":
        return hit.rule.weight >= SURE and len(sentence) <= _SHORT
    return _pure(sentence, hit)


def under_heading(text: str, enumeration: Enumeration, audits: AuditWords, *, after_findings: bool) -> tuple[Item, ...]:
    """The items that stand under the heading and are findings by it.

    Sentences do with a heading that begins with the words; phrases without punctuation, which may be anything, want a heading
    of nothing but these words and an audit near. „Zalecenia" alone may as well advise the reader: it wants an audit in the
    heading, or findings before it.
    """
    items = enumeration.items
    if all(text[i.end : i.end + 1] in {".", ";"} for i in items):
        return items
    head = enumeration.leads[-1]
    sentence = words(text, *head)
    hit, _ = strongest(text, sentence)
    if hit is None or not _pure(sentence, hit) or not audits.around(*head, "near"):
        return ()
    alone = not any(w.keys & context_words("near") for w in sentence)
    if hit.rule.kind == "recommendation" and alone and not after_findings:
        return ()
    stop = next((n for n, item in enumerate(items) if _next_heading(text, item)), len(items))
    return items[:stop] if stop > 1 else ()
