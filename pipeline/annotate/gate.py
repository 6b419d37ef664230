"""„Otwarto nową szkołę": a text to which a model's entities can add nothing is not shown to the model.

`magistrat extract` passes its articles through ``annotate_for_records``; a pipeline that ``load`` returned runs whole when it
is called, as any spaCy pipeline does. Our components write lemmas, classes and sentences themselves, so of a model's parts a
record can need the entities alone, and of those the officials read people whom the rules miss (``officials.entities``). These
parts run when the spans of all components before the officials are known, and only where a person could be added.
Where Morfeusz is missing everything runs first: lemmas and verbs then come from the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from pipeline.annotate.load import COMPONENTS
from pipeline.annotate.officials.component import may_add_officials
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.language import Language

_ENTITIES = "ner"
_READER = "magistrat_officials"
_UNREAD = frozenset({"tok2vec", "transformer", "tagger", "morphologizer", "lemmatizer", "parser", "senter", "attribute_ruler"})
"""Parts of spaCy's pipelines whose work our components do themselves, or that only feed others."""


def statistical_parts(nlp: Language) -> list[str]:
    """Names of the parts that are not our rules: „tok2vec", „tagger", „ner"."""
    return [name for name in nlp.pipe_names if name not in COMPONENTS]


def needed_parts(nlp: Language) -> list[str]:
    """Parts that a record may need, in order: „ner" and what it listens to („tok2vec"); none where there is no „ner"."""
    parts = statistical_parts(nlp)
    if _ENTITIES not in parts:
        return []
    feeding = [name for name in parts if _ENTITIES in getattr(nlp.get_pipe(name), "listener_map", {})]
    return [*feeding, _ENTITIES]


def can_wait(nlp: Language) -> bool:
    """Whether the model may be asked late and seldom: not without Morfeusz, and not with parts that nobody here knows."""
    return morph.available() and not set(statistical_parts(nlp)) - _UNREAD - {_ENTITIES}


def annotate_for_records(nlp: Language, doc: Doc) -> Doc:
    """The document with our spans; statistical parts that cannot change them here do not run."""
    if not can_wait(nlp):
        return nlp(doc)
    statistical = frozenset(statistical_parts(nlp))
    wanted = needed_parts(nlp)
    for name, part in nlp.pipeline:
        if name == _READER and wanted and may_add_officials(doc):
            _set_entities(nlp, doc, wanted)
        if name not in statistical:
            doc = part(doc)
    return doc


def _set_entities(nlp: Language, doc: Doc, parts: list[str]) -> None:
    """On a bare copy, as in the whole pipeline: spaCy's „ner" ends every entity at the sentences that ours have set."""
    bare = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    for name in parts:
        bare = nlp.get_pipe(name)(bare)
    doc.set_ents([Span(doc, e.start, e.end, e.label_) for e in bare.ents])
