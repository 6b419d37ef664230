"""Registers the model's own architectures and components, also where the package was not installed again."""

from pipeline.annotate.model import embed, lemmatizer, morphologizer, tagger

__all__ = ["embed", "lemmatizer", "morphologizer", "tagger"]
