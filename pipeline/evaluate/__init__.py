"""Gold articles in our own markup, the scorer, and the quality floors."""

from pipeline.evaluate.gold import GoldArticle, load_gold
from pipeline.evaluate.markup import MarkupError, parse
from pipeline.evaluate.score import FIELDS, Count, score

__all__ = ["FIELDS", "Count", "GoldArticle", "MarkupError", "load_gold", "parse", "score"]
