"""„Drukuj", „Urząd z certyfikatem": a trained model of lines, for what no rule knows.

A linear model over hashed n-grams of characters, and boosted trees over its answer, the line's shape, its place and its
neighbours. Prediction needs numpy alone; the recipe and the data lie in ``models/lines``.
"""

from pipeline.clean.plain.linemodel.model import LineModel, load

__all__ = ["LineModel", "load"]
