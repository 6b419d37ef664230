"""Composes the stages: read -> clean -> annotate -> record -> store, as a stream of articles with bounded memory."""

from __future__ import annotations

from pipeline.run.extractor import Extractor
from pipeline.run.job import Step, count, run
from pipeline.run.library import NoArticleError, extract, extract_many, read_article
from pipeline.run.stream import sources

__all__ = ["Extractor", "NoArticleError", "Step", "count", "extract", "extract_many", "read_article", "run", "sources"]
