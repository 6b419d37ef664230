"""What components share: spans that carry their value, the article's context, and the way from a Doc to plain Mentions.

Spans live in ``doc.spans[kind]``. ``kb_id_`` holds the canonical value as JSON, ``id_`` the rule that fired. A value that does
not begin and end with tokens (a page that glues words: "OlsztynOlsztyński") keeps its exact characters in the JSON under
``"@"``, relative to the span, so a saved DocBin loses nothing.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span

from pipeline.schema import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("standards", "certifiers", "officials", "places", "organizations", "dates", "durations", "findings")
"""Span groups that become mentions, in the order of the record."""
CLAUSES = "clauses"
_EXACT = "@"


@dataclass(frozen=True, slots=True)
class Context:
    """What cleaning knew about the article: evidence for components, all of it optional."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()


def register_extensions() -> None:
    """Registers ``Doc._.article`` and ``Span._.value``; safe to call again."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    if not Span.has_extension("value"):
        Span.set_extension("value", getter=value_of)


def set_context(doc: Doc, context: Context) -> None:
    """Stores the article's context with the Doc, in a form that a DocBin can save."""
    doc._.article = asdict(context) | {"authors": list(context.authors)}


def context_of(doc: Doc) -> Context:
    """The article's context; an empty one for a Doc that was made from text alone."""
    stored = doc._.article
    return Context(**(stored | {"authors": tuple(stored["authors"])})) if stored else Context()


def value_of(span: Span) -> dict[str, Any]:
    """The canonical value of a span, without the bookkeeping of its exact characters."""
    value: dict[str, Any] = json.loads(span.kb_id_) if span.kb_id_ else {}
    value.pop(_EXACT, None)
    return value


def chars_of(span: Span) -> tuple[int, int]:
    """Exact start and end of a span in characters, also where it begins or ends inside a token."""
    exact = json.loads(span.kb_id_).get(_EXACT) if span.kb_id_ else None
    if exact is None:
        return span.start_char, span.end_char
    return span.start_char + exact[0], span.start_char + exact[1]


def add_span(  # noqa: PLR0913, PLR0917
    doc: Doc, kind: str, start: int, end: int, value: dict[str, Any], rule: str
) -> Span:
    """Adds ``text[start:end]`` with its value to ``doc.spans[kind]``.

    Args:
        doc: the document.
        kind: one of ``KINDS``.
        start: first character.
        end: one past the last character.
        value: canonical value, JSON-able; its keys are those of the record's row.
        rule: id of the rule that fired.

    Raises:
        ValueError: the offsets lie outside the text or are empty.
    """
    # not len(doc.text), which spaCy joins from all tokens at every call
    length = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
    if not 0 <= start < end <= length:
        raise ValueError(f"no characters {start}:{end} in a text of {length}")
    span = doc.char_span(start, end, label=kind, span_id=rule, alignment_mode="expand")
    if span is None:  # cannot happen with "expand" inside the text
        raise ValueError(f"no tokens at {start}:{end}")
    stored = dict(value)
    if (span.start_char, span.end_char) != (start, end):
        stored[_EXACT] = [start - span.start_char, end - span.start_char]
    span.kb_id_ = json.dumps(stored, ensure_ascii=False, sort_keys=True)
    if kind not in doc.spans:
        doc.spans[kind] = []
    doc.spans[kind].append(span)
    return span


def replace_spans(doc: Doc, kind: str, spans: Iterable[Span]) -> None:
    """Sets a group to the given spans, in text order."""
    doc.spans[kind] = sorted(spans, key=chars_of)


def spans_of(doc: Doc, kind: str) -> list[Span]:
    """The spans of a group in text order; empty where no component made any."""
    return sorted(doc.spans[kind], key=chars_of) if kind in doc.spans else []


class Regions:
    """Finds the sentence or clause that holds a character, over sorted regions."""

    def __init__(self, regions: list[tuple[int, int]]) -> None:
        self._regions = regions
        self._starts = [start for start, _ in regions]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """From the start of the region that holds ``start`` to the end of the one that holds the last character."""
        if not self._regions:
            return start, end
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, end - 1) - 1)
        return min(start, self._regions[first][0]), max(end, self._regions[last][1])


def sentence_regions(doc: Doc) -> Regions:
    """The document's sentences, in characters."""
    if not doc.has_annotation("SENT_START"):
        return Regions([(0, len(doc.text))])
    return Regions([(s.start_char, s.end_char) for s in doc.sents])


def clause_regions(doc: Doc) -> Regions:
    """The document's clauses, in characters; its sentences where no component found clauses."""
    clauses = spans_of(doc, CLAUSES)
    return Regions([(s.start_char, s.end_char) for s in clauses]) if clauses else sentence_regions(doc)


def mentions_of(doc: Doc) -> list[Mention]:
    """Plain mentions of every kind, in the order of ``KINDS`` and of the text."""
    sentences, clauses = sentence_regions(doc), clause_regions(doc)
    text = doc.text
    found: list[Mention] = []
    for kind in KINDS:
        for span in spans_of(doc, kind):
            start, end = chars_of(span)
            found.append(
                Mention(
                    kind=kind,
                    rule=span.id_,
                    text=text[start:end],
                    start=start,
                    end=end,
                    value=value_of(span),
                    sentence=sentences.around(start, end),
                    clause=clauses.around(start, end),
                )
            )
    return found


register_extensions()
