"""Headings over lists without marks: „Mocne strony" names findings, „Mocne strony gminy" in a strategy does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_words
from pipeline.annotate.findings.verdict import SURE, strongest
from pipeline.values import morph
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.values.enumeration import Enumeration, Item, Span
    from pipeline.values.phrase import Hit, Word

_HEADING = 60
"""characters; a heading over findings is a phrase („Niezgodności z załącznikiem" has 27)"""
_SHORT = 3
"""words; a heading of something else („Do pobrania", „Galeria zdjęć") is no longer"""


def names_findings(text: str, head: Span) -> bool:
    """„Niezgodności z załącznikiem", „Wskazane mocne strony": the heading begins with the words that name findings."""
    sentence = words(text, *head)
    hit, negative = strongest(text, sentence)
    if hit is None or negative or hit.rule.weight < SURE:
        return False
    return all(w.keys & context_words("heading_words") for w in sentence[: hit.places[0]])


def introduces(text: str, head: Span) -> bool:
    """„Kontrola w szkole wykazała uchybienia": the line says somewhere that findings follow."""
    hit, negative = strongest(text, words(text, *head))
    return hit is not None and not negative and hit.rule.kind != "none" and hit.rule.weight >= SURE


def is_pure(sentence: list[Word], hit: Hit) -> bool:
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
    return is_pure(sentence, hit)


def _tell_to(text: str, items: tuple[Item, ...]) -> bool:
    """„Opracować instrukcję", „Ubytki ewidencjonować na bieżąco": whether every line tells to do something."""
    return all(any(k.endswith("/inf") for w in words(text, i.start, i.end) for k in w.keys) for i in items)


def under_heading(text: str, enumeration: Enumeration, audits: AuditWords, *, after_findings: bool) -> tuple[Item, ...]:
    """The items that stand under the heading and are findings by it.

    Lines that end like items („;") do with any line that introduces findings, sentences with a heading that begins with the
    words. Phrases without punctuation may be anything: they want a heading of nothing but these words and an audit near.
    „Zalecenia" alone may as well advise the reader: it wants an audit in the heading, or findings before it.
    """
    items = enumeration.items
    head = enumeration.leads[-1]
    if all(text[i.end : i.end + 1] == ";" for i in items[:-1]) and text[items[0].start].islower():
        return items
    if head[1] - head[0] > _HEADING:
        return ()
    if all(text[i.end : i.end + 1] in {".", ";"} for i in items):
        return items if names_findings(text, head) else ()
    sentence = words(text, *head)
    hit, _ = strongest(text, sentence)
    told = hit is not None and hit.rule.kind == "recommendation" and _tell_to(text, items) and names_findings(text, head)
    if hit is None or not (told or is_pure(sentence, hit)) or not audits.around(*head, "near"):
        return ()
    alone = not any(w.keys & context_words("near") for w in sentence)
    if hit.rule.kind == "recommendation" and alone and not after_findings:
        return ()
    stop = next((n for n, item in enumerate(items) if _next_heading(text, item)), len(items))
    return items[:stop] if stop > 1 else ()
