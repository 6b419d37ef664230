"""„Przyznano go w 2010 r. Burmistrz dziękuje zespołowi.": sentences and clauses by rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language

from pipeline.annotate.base import CLAUSES, replace_spans
from pipeline.annotate.sentences.boundaries import ranges, sentence_starts
from pipeline.annotate.sentences.clauses import clause_ranges

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("magistrat_sentences", assigns=["token.is_sent_start", "doc.sents", "doc.spans"])
class Sentences:
    """„… ul. Nowej 3, im. J. Kowalskiego …": sets sentence starts and ``doc.spans["clauses"]``.

    A line break always ends a sentence. An end mark ends one unless its dot belongs to an abbreviation (abbreviations.tsv), an
    initial, an ordinal or a list marker; after „r.", „itd." and the like both sides need a finite verb. What a statistical
    model said about sentences is overwritten, except where it also parsed: spaCy protects those, and they are kept.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_sentences") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Sets the boundaries and returns the same document."""
        if doc.has_annotation("DEP"):
            bounds = [(s.start, s.end) for s in doc.sents]
        else:
            starts = sentence_starts(doc)
            _set_starts(doc, starts)
            bounds = ranges(starts, len(doc))
        clauses = [clause for start, end in bounds for clause in clause_ranges(doc, start, end)]
        replace_spans(doc, CLAUSES, [doc[start:end] for start, end in clauses])
        return doc


def _set_starts(doc: Doc, starts: list[int]) -> None:
    """All at once: ``token.is_sent_start = …`` looks through the whole document for a parse at every token."""
    marks = np.full((len(doc), 1), -1, dtype=np.int64)
    marks[starts] = 1
    values: Any = marks.astype(np.uint64)  # what from_array takes; its stub asks for thinc's own array type
    doc.from_array(["SENT_START"], values)
