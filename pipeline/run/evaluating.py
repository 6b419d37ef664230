"""„magistrat evaluate data/gold": our own extraction beside gold articles, marked passages or known certificates."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.evaluate import Count, load_gold, score
from pipeline.evaluate.entities import SUFFIX as ENTITIES
from pipeline.evaluate.entities import load_stories, score_entities
from pipeline.evaluate.floors import FloorError, write_floors
from pipeline.evaluate.gold import gold_hash
from pipeline.evaluate.passages import Passage, read_passages, score_passages
from pipeline.run.extractor import Extractor
from pipeline.run.job import run
from pipeline.run.stream import sources
from pipeline.schema import Article, Failure, content_id, to_json
from pipeline.store import read_table

if TYPE_CHECKING:
    from pipeline.settings import Settings


class EvaluationError(ValueError):
    """A floor cannot be pinned as asked; the message says which and why."""


def measure(gold: Path, raw: Path | None, settings: Settings) -> tuple[dict[str, Count], str]:
    """„data/gold" or „tests/quality/sentences/officials.txt": scores and the gold's hash.

    Args:
        gold: a folder of gold articles or of stories with known certificates, or a file of passages.
        raw: where the sources of gold articles lie; without it the folder ``raw`` beside the gold.
        settings: what can change a record.

    Raises:
        MarkupError: the gold cannot be read.
        ModelNotFoundError: the settings' model is not there.
        FileNotFoundError: the gold or its articles are not there.
    """
    if gold.is_dir() and any(gold.glob(f"*{ENTITIES}")):
        return evaluate_entities(gold, settings), gold_hash(gold)
    if gold.is_dir():
        return evaluate_articles(gold, raw or raw_beside(gold), settings), gold_hash(gold)
    if not gold.exists():
        raise FileNotFoundError(f"no gold {gold}")
    return evaluate_passages(gold, settings), gold_hash(gold)


def pin_floors(path: Path, counts: dict[str, Count], gold: str, reason: str | None) -> None:
    """Pins the scores as floors; one that would sink needs a reason.

    Raises:
        EvaluationError: a floor would sink and there is no reason.
    """
    try:
        write_floors(path, counts, gold, reason)
    except FloorError as error:
        raise EvaluationError(f"not pinned: {error}; a lower floor needs --reason") from error


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
        FileNotFoundError: there is no folder of raw articles.
    """
    if not raw.is_dir():
        raise FileNotFoundError(f"no folder {raw} with the articles that the gold belongs to; name it with --raw")
    expected = load_gold(gold)
    extractor = Extractor(settings)
    with tempfile.TemporaryDirectory() as nowhere:
        found = list(extractor.records(sources([raw], settings.read, Path(nowhere))))
    return score(expected, [to_json(r) for r in found if not isinstance(r, Failure)])


def passage_article(path: Path, passage: Passage) -> Article:
    """„### zastepca-celownik": a passage as an article without headline, unless its block names one."""
    known = passage.head.get
    return Article(
        id=content_id(path.name, passage.id),
        source=passage.id,
        text=passage.text,
        title=known("title"),
        published=known("published"),
        url=known("url"),
        site=known("site"),
    )


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
        result = extractor.record(passage_article(path, passage))
        if not isinstance(result, Failure):
            records[passage.id] = to_json(result)
    return score_passages(passages, records)


def evaluate_entities(folder: Path, settings: Settings, extractor: Extractor | None = None) -> dict[str, Count]:
    """Runs the main job over a dump of all stories and scores how its entities gather what the articles report.

    Args:
        folder: files of stories, ``*.entities.toml``.
        settings: what can change a record.
        extractor: one that is loaded already, made from the same settings.

    Raises:
        MarkupError: the stories cannot be read.
        ModelNotFoundError: the settings' model is not there.
    """
    stories = load_stories(folder)
    with tempfile.TemporaryDirectory() as name:
        dump, out = Path(name) / "dump.jsonl", Path(name) / "out"
        rows = ({"text": s.text, "url": s.url, "date": s.published} for s in stories.articles)
        dump.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        run([dump], out, settings, extractor=extractor)
        lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
        found: list[Any] = read_table(out, "certificate_entities").to_dict("records")
    records = {stories.articles[int(r["source"].rpartition("#")[2]) - 1].id: r for r in map(json.loads, lines)}
    return score_entities(stories, records, found)
