"""The pipelines of the recipe as spaCy configs (``names.cfg``, ``tagging.cfg`` and so on), and how they are joined."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.util import load_config

import pipeline.annotate.model.parts  # noqa: F401  # registers what the configs name

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent
ORDER = ("tok2vec", "tagger", "lemmatizer", "morphologizer", "ner", "senter")


def blank(name: str) -> Language:
    """An untrained pipeline: „tagging", „names", „sentences" or „peer"."""
    return spacy.util.load_model_from_config(load_config(HERE / f"{name}.cfg"), auto_fill=True)


def joined(tagging: Language, names: Language, sentences: Language) -> Language:
    """One pipeline: tagger, lemmatizer and morphologizer, entities, senter (on, there is no parser to give sentences)."""
    for name in ("lemmatizer", "morphologizer"):
        if name not in tagging.pipe_names:
            tagging.add_pipe(f"magistrat_{name}", name=name, after=ORDER[ORDER.index(name) - 1])
    tagging.add_pipe("ner", source=names, name="ner")
    # behind ner: spaCy's „ner" ends every entity at a sentence that is set, and it has learnt without any
    tagging.add_pipe("senter", source=sentences, name="senter")
    return tagging
