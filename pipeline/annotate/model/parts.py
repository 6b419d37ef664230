"""Registers the model's own architectures and components, also where the package was not installed again."""

from pipeline.annotate.model import embed, encoder, entities, lemmatizer, morphologizer, tagger

FACTORIES = ("magistrat_tagger", "magistrat_lemmatizer", "magistrat_morphologizer", "magistrat_ner")
"""Components of the shipped model; the rules' are in ``load.COMPONENTS``."""

__all__ = ["FACTORIES", "embed", "encoder", "entities", "lemmatizer", "morphologizer", "tagger"]
