"""„magistrat evaluate data/gold": our own extraction beside gold articles or marked passages."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.evaluate import Count, load_gold, score
from pipeline.evaluate.passages import read_passages, score_passages
from pipeline.run.extractor import Extractor
from pipeline.run.stream import sources
from pipeline.schema import Article, Failure, content_id, to_json

if TYPE_CHECKING:
    from pipeline.settings import Settings


def raw_beside(gold: Path) -> Path:
    """„data/gold" -> „data/raw": where the gold articles' sources lie unless something else is said."""
    return gold.parent / "raw"


def evaluate_articles(gold: Path, raw: Path, settings: Settings) -> dict[str, Count]:
    """Extracts a folder and scores every field of its gold articles.

    Args:
        gold: folder of ``*.gold.txt``.
        raw: the folder that their ``source`` is relative to.
        settings: what can change a record.

    Raises:
        MarkupError: the gold cannot be read.
        ModelNotFoundError: the settings' model is not there.
    """
    expected = load_gold(gold)
    extractor = Extractor(settings)
    with tempfile.TemporaryDirectory() as nowhere:
        found = list(extractor.records(sources([raw], settings.read, Path(nowhere))))
    return score(expected, [to_json(r) for r in found if not isinstance(r, Failure)])


def evaluate_passages(path: Path, settings: Settings, extractor: Extractor | None = None) -> dict[str, Count]:
    """Annotates the passages of a file, each as an article without headline, and scores the kinds that the file marks.

    Args:
        path: a file of passages.
        settings: what can change a record.
        extractor: one that is loaded already, made from the same settings.

    Raises:
        MarkupError: the file cannot be read as passages.
        ModelNotFoundError: the settings' model is not there.
    """
    passages = read_passages(path)
    extractor = extractor or Extractor(settings)
    records: dict[str, dict[str, Any]] = {}
    for passage in passages:
        article = Article(id=content_id(path.name, passage.id), source=passage.id, text=passage.text)
        result = extractor.record(replace(article, **passage.head))
        if not isinstance(result, Failure):
            records[passage.id] = to_json(result)
    return score_passages(passages, records)
