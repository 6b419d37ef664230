"""The main job: a dump in, files out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.record.entities import Decisions, entities, reports_of
from pipeline.run.duplicates import Duplicates
from pipeline.run.extractor import Extractor
from pipeline.run.failures import failure_of
from pipeline.run.spool import Spool
from pipeline.run.stream import sources
from pipeline.run.survey import survey
from pipeline.schema import Failure, Record, RunReport, to_json
from pipeline.store import Store, UnstorableError, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from pipeline.read import Tell
    from pipeline.record.entities import Report
    from pipeline.schema import DuplicateRow
    from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: pieces that are done, the last one's name, and its failure if it failed."""

    done: int
    source: str
    failure: Failure | None


def run(  # noqa: PLR0913
    inputs: Sequence[Path],
    out: Path,
    settings: Settings,
    *,
    limit: int | None = None,
    progress: Callable[[Step], None] | None = None,
    extractor: Extractor | None = None,
    tell: Tell | None = None,
    decisions: Decisions | None = None,
    counted: Callable[[int | None], None] | None = None,
) -> RunReport:
    """„magistrat extract data/raw --out data/processed": reads, extracts and writes every file of a run.

    Memory does not grow with the texts: records wait on disk, and what is kept of each is a signature of its text (a
    kilobyte) and the rows of its certificates, to find copies and certificates that several articles report. The files
    appear under their names when all of them are whole; a run that fails, is interrupted, or finds no article where files
    of an earlier run are, leaves those as they were.

    Args:
        inputs: files and folders.
        out: folder for the files; made where it is not there.
        settings: what can change a record.
        limit: how many pieces to read at most.
        progress: called after each piece.
        extractor: one that is loaded already, made from the same settings.
        tell: takes a file's name and how its columns were understood, where that was guessed.
        decisions: what people decided about pairs of certificates.
        counted: called before the first piece with the number of pieces, None where it is not known.

    Raises:
        ModelNotFoundError: the settings' model is not there.
        OSError: the files cannot be written.
    """
    extractor = extractor or Extractor(settings)
    decisions = decisions or Decisions()
    reports: list[Report] = []
    reasons: Counter[str] = Counter()
    total = 0
    with Store(out) as store, Spool(out) as spool:
        known = survey(inputs, out, settings, limit)
        if counted is not None:
            counted(known.total)
        copies = Duplicates()
        pieces = islice(sources(inputs, settings.read, out, tell, known.catalog), limit)
        for result in extractor.results(pieces, known.site_lines):
            total += 1
            item = _storable(result)
            spool.add(item)
            if isinstance(item, Failure):
                reasons[item.reason] += 1
            else:
                copies.add(item)
                reports.extend(reports_of(item))
            if progress is not None:
                progress(Step(total, item.source, item if isinstance(item, Failure) else None))
        failed = sum(reasons.values())
        _store(store, spool, copies.links())
        store.add_entities(entities(reports, decisions))
        if failed < total or not store.replaces_files():
            store.commit()
        return RunReport(
            sources=total,
            articles=total - failed,
            failures=failed,
            counts=dict(store.counts),
            reasons=dict(reasons),
            undecided=decisions.unknown(r.certificate.certificate_id for r in reports),
        )


def _storable(result: Record | Failure) -> Record | Failure:
    """A record that no table can hold becomes a failure."""
    if isinstance(result, Record):
        try:
            rows_of(to_json(result))
        except UnstorableError as error:
            return failure_of(result.source, "store", error)
    return result


def _store(store: Store, items: Iterable[Record | Failure], links: Sequence[DuplicateRow]) -> None:
    """Writes everything, each copy with the article that represents it, each of these with the number of its copies."""
    linked = {link.article_id: link for link in links}
    copies = Counter(link.representative for link in links)
    for item in items:
        if isinstance(item, Failure):
            store.add(item)
            continue
        link = linked.get(item.id)
        of, kind = (link.representative, link.kind) if link is not None else (None, None)
        store.add(replace(item, duplicate_of=of, duplicate_kind=kind, copies=copies[item.id]))
    store.add_duplicates(links)
