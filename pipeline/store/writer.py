"""All files of a run, written under a temporary folder and moved into place when every one of them is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from pipeline.schema import Failure, to_json
from pipeline.store.jsonl import JsonlWriter
from pipeline.store.parquet import ParquetWriter
from pipeline.store.sqlite import SqliteWriter
from pipeline.store.tables import DUPLICATES, ENTITIES, FAILURES, WORKS, checked_row, failure_row, rows_of
from pipeline.store.works import work_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from pipeline.schema import JSON, CertificateEntity, DuplicateRow, Record
    from pipeline.store.tables import Row

TEMPORARY = ".magistrat-"
"""How the temporary folder's name begins; it lies in the output folder, so that moving is renaming."""


class Writer(Protocol):
    """One kind of file: JSON Lines, Parquet, SQLite."""

    def add(self, record: JSON | None, rows: dict[str, list[Row]]) -> None:
        """Takes the rows of a record, which comes nested too, or of a failure."""

    def close(self) -> None:
        """Makes the files whole."""

    def abandon(self) -> None:
        """Lets go of the files without making them whole; harmless after ``close``."""


class Store:
    """„data/processed": takes records and failures one at a time; nothing is seen before ``commit``.

    Used as a context manager; leaving it without ``commit`` (an exception, Ctrl-C) leaves the old files as they were.

    Raises:
        OSError: the folder cannot be made or written to.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        out.mkdir(parents=True, exist_ok=True)
        self._temporary = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=out))
        self.counts: dict[str, int] = {}
        self._families: set[str] = set()
        self._writers: list[Writer] = []
        try:
            for kind in (JsonlWriter, ParquetWriter, SqliteWriter):
                self._writers.append(kind(self._temporary))
        except BaseException:
            self._discard()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._discard()

    def add(self, item: Record | Failure) -> None:
        """Takes one record or failure.

        Raises:
            UnstorableError: the record has a value that its column cannot take; nothing of it was written.
        """
        record: JSON | None = None
        if isinstance(item, Failure):
            rows = {FAILURES: [failure_row(item, self.counts.get(FAILURES, 0) + 1)]}
        else:
            record = to_json(item)
            rows = rows_of(record)
            self._families.update(standard.family for standard in item.standards)
        for name, found in rows.items():
            self.counts[name] = self.counts.get(name, 0) + len(found)
        for writer in self._writers:
            writer.add(record, rows)

    def add_entities(self, entities: Iterable[CertificateEntity]) -> None:
        """Takes the certificates of the whole run, once, after the last record.

        Raises:
            UnstorableError: one has a value that its column cannot take.
        """
        rows = [checked_row(ENTITIES, to_json(entity)) for entity in entities]
        if rows:
            self._write(ENTITIES, rows)

    def add_duplicates(self, links: Iterable[DuplicateRow]) -> None:
        """Takes the copies of the whole run, once, after the last record."""
        rows = [checked_row(DUPLICATES, to_json(link)) for link in links]
        if rows:
            self._write(DUPLICATES, rows)

    def _write(self, name: str, rows: list[Row]) -> None:
        self.counts[name] = self.counts.get(name, 0) + len(rows)
        for writer in self._writers:
            writer.add(None, {name: rows})

    def commit(self) -> list[Path]:
        """Ends the files and moves them into place, replacing older ones; returns their paths."""
        works = work_rows(self._families)
        if works:
            self._write(WORKS, works)
        for writer in self._writers:
            writer.close()
        files = sorted(self._temporary.iterdir())
        for file in files:
            _sync(file)
        return [file.replace(self._out / file.name) for file in files]

    def replaces_files(self) -> bool:
        """Whether the folder holds files of an earlier run, which ``commit`` would replace."""
        return any((self._out / file.name).exists() for file in self._temporary.iterdir())

    def _discard(self) -> None:
        for writer in self._writers:
            writer.abandon()
        shutil.rmtree(self._temporary, ignore_errors=True)


def _sync(file: Path) -> None:
    """Brings the bytes to the disk before the rename, so that a power cut leaves the old file or the new one."""
    with file.open("rb") as handle:
        os.fsync(handle.fileno())
