"""„normy PN-EN ISO 9001:2009", „ISO 9001, 14001 i 45001": from a Doc's text to spans with StandardRow's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language

from pipeline.annotate.base import add_span, replace_spans
from pipeline.values.standard import find

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.values.standard import Standard

KIND = "standards"


@Language.factory("magistrat_standards", assigns=["doc.spans"])
class Standards:
    """„zgodny z PN-EN ISO 9001:2015-10 oraz 27001": writes ``doc.spans["standards"]``, one span a mention.

    It reads the text alone, no tokens, tags or context, so it works on any pipeline. The rules are those of
    ``pipeline.values.standard``; ``span._.value`` holds the keys of ``schema.StandardRow``.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_standards") -> None:
        self.vocab = nlp.vocab
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans; a Doc that went through before gets the same ones again, not twice."""
        replace_spans(doc, KIND, [])
        for found in find(doc.text):
            add_span(doc, KIND, found.start, found.end, row(found.value), found.rule)
        return doc


def row(standard: Standard) -> dict[str, Any]:
    """„PN-EN ISO 9001:2015-10" -> the keys of StandardRow."""
    return {
        "id": standard.id,
        "family": standard.family,
        "kind": standard.kind,
        "chain": list(standard.chain),
        "number": standard.number,
        "parts": list(standard.parts),
        "year": standard.year,
        "month": standard.month,
        "supplements": [str(s).lstrip("/+") for s in standard.supplements],
    }
