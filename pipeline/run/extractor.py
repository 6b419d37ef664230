"""One source through clean, annotate and record."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from pipeline.annotate.base import mentions_of
from pipeline.annotate.gate import annotate_for_records
from pipeline.annotate.load import document, load, model_name
from pipeline.clean import clean
from pipeline.record import record
from pipeline.run.failures import failure_of
from pipeline.run.identity import Originals
from pipeline.schema import Article, Failure, Provenance, Record, Source
from pipeline.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from pipeline.clean.site_lines import SiteLines
    from pipeline.schema import Mention


def _excess(length: int, limit: int) -> str:
    return (
        f"{length} characters are left as one article, {limit} at most are read; "
        "if it holds several, name the line between them: --separator LINE"
    )


def package_version() -> str:
    """„0.1.0": the version of magistrat that runs; "unknown" from a folder that was never installed."""
    try:
        return version("magistrat")
    except PackageNotFoundError:
        return "unknown"


class Extractor:
    """Loads the pipeline once and turns sources into records, each on its own: what one raises harms no other.

    Args:
        settings: what can change a record; the defaults without it.
        nlp: a pipeline that is loaded already; else ``settings.model`` is loaded.

    Raises:
        ModelNotFoundError: the settings' model is not there.
    """

    def __init__(self, settings: Settings | None = None, nlp: Language | None = None) -> None:
        self.settings = settings or Settings()
        self.nlp = nlp if nlp is not None else load(self.settings.model)
        self.provenance = Provenance(
            model=model_name(self.nlp), settings=self.settings.fingerprint(), version=package_version()
        )

    def article(self, source: Source, site_lines: SiteLines | None = None) -> Article | Failure:
        """A source as a cleaned article; ``site_lines`` is what a first pass over the dump saw its sites repeat."""
        try:
            return clean(source, self.settings.clean, site_lines)
        except Exception as error:  # noqa: BLE001 - whatever a page makes a library raise, the run goes on
            return failure_of(source.source, "clean", error)

    def record(self, article: Article) -> Record | Failure:
        """A cleaned article's facts, or a failure where it is longer than one document may be (``nlp.max_length``)."""
        if len(article.text) > self.nlp.max_length:
            detail = _excess(len(article.text), self.nlp.max_length)
            return Failure(source=article.source, stage="annotate", reason="too_long", detail=detail)
        stage = "annotate"
        try:
            mentions = self.mentions(article)
            stage = "record"
            return record(article, mentions, self.provenance)
        except Exception as error:  # noqa: BLE001 - as above
            return failure_of(article.source, stage, error)

    def mentions(self, article: Article) -> list[Mention]:
        """What the pipeline marks in a cleaned article: what its record is built from.

        Raises:
            ValueError: the article is longer than ``nlp.max_length``.
        """
        return mentions_of(annotate_for_records(self.nlp, document(self.nlp, article)))

    def results(self, sources: Iterable[Source | Failure], site_lines: SiteLines | None = None) -> Iterator[Record | Failure]:
        """Every source as a record or a failure, in order, each on its own."""
        for source in sources:
            article = source if isinstance(source, Failure) else self.article(source, site_lines)
            yield article if isinstance(article, Failure) else self.record(article)

    def records(self, sources: Iterable[Source | Failure]) -> Iterator[Record | Failure]:
        """As ``results``, a text that repeats an earlier one letter for letter linked to it.

        Who takes records one by one cannot know a later or fuller copy; ``duplicates.Duplicates`` links whole runs.
        """
        originals = Originals()
        for result in self.results(sources):
            if isinstance(result, Record):
                marked = originals.mark(result)
                originals.keep(marked)
                yield marked
            else:
                yield result
