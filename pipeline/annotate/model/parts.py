"""Registers the model's own architectures and components, also where the package was not installed again."""

from pipeline.annotate.model import embed, lemmatizer, morphologizer, tagger

FACTORIES = ("magistrat_tagger", "magistrat_lemmatizer", "magistrat_morphologizer")
"""Components of the shipped model; the rules' are in ``load.COMPONENTS``."""

__all__ = ["FACTORIES", "embed", "lemmatizer", "morphologizer", "tagger"]
