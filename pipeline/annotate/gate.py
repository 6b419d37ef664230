"""Runs the parts of a statistical model that can change a record, and only on texts where they can.

`magistrat extract` passes its articles through ``annotate_for_records``; a pipeline that ``load`` returned runs whole when it
is called, as any spaCy pipeline does. Of a model's parts ours read the entities alone (``officials.entities``), and of those
only people with a word that the dictionary lacks: a text without two capitalised words side by side, one of them unknown, has
none.
Where Morfeusz is missing everything runs: lemmas and verbs then come from the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.load import COMPONENTS
from pipeline.annotate.officials.entities import may_hold_person
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_READ = "ner"
_SHARED = "tok2vec"


def statistical_parts(nlp: Language) -> list[str]:
    """Names of the parts that are not our rules: „tok2vec", „tagger", „ner"."""
    return [name for name in nlp.pipe_names if name not in COMPONENTS]


def needed_parts(nlp: Language) -> frozenset[str]:
    """Parts that a record may need: „ner", with „tok2vec" where it listens to that; all of them without Morfeusz."""
    parts = statistical_parts(nlp)
    if not morph.available():
        return frozenset(parts)
    if _READ not in parts:
        return frozenset()
    shared = nlp.get_pipe(_SHARED) if _SHARED in parts else None
    listened = getattr(shared, "listener_map", {})
    return frozenset({_READ, _SHARED} if _READ in listened else {_READ})


def annotate_for_records(nlp: Language, doc: Doc) -> Doc:
    """The document with our spans; statistical parts that cannot change them here do not run."""
    statistical = frozenset(statistical_parts(nlp))
    wanted = needed_parts(nlp)
    if wanted and morph.available() and not may_hold_person(doc):
        wanted = frozenset()
    for name, part in nlp.pipeline:
        if name not in statistical or name in wanted:
            doc = part(doc)
    return doc
