"""The recipe: corpora -> DocBins -> trained parts -> the packaged model."""
