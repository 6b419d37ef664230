"""One Parquet file a table, written in batches of fixed size, so that memory stays bounded and bytes stay equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store.tables import ARTICLES, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.schema import JSON
    from pipeline.store.tables import Column, Row, Table

BATCH_ROWS = {ARTICLES: 2_000}
"""Rows in one row group: texts are long (some 3 kB each), so their groups are short."""
_DEFAULT_ROWS = 50_000
_TYPES = {"string": pa.string(), "integer": pa.int64(), "strings": pa.list_(pa.string())}


def arrow_field(column: Column) -> Any:  # noqa: ANN401
    """A column as an Arrow field, its documentation in the field's metadata."""
    return pa.field(column.name, _TYPES[column.kind], nullable=column.nullable, metadata={"doc": column.doc})


def arrow_schema(table: Table) -> Any:  # noqa: ANN401
    """A table as an Arrow schema, its documentation in the schema's metadata."""
    return pa.schema([arrow_field(c) for c in table.columns], metadata={"doc": table.doc})


def file_name(table: str) -> str:
    """„standards" -> "standards.parquet"."""
    return f"{table}.parquet"


class ParquetWriter:
    """Writes „standards.parquet" and its siblings; a table without rows becomes a file without rows."""

    def __init__(self, folder: Path) -> None:
        self._schemas = {t.name: arrow_schema(t) for t in TABLES}
        self._rows: dict[str, list[Row]] = {t.name: [] for t in TABLES}
        self._files = {
            name: pq.ParquetWriter(folder / file_name(name), schema, compression="zstd")
            for name, schema in self._schemas.items()
        }

    def add(self, record: JSON | None, rows: dict[str, list[Row]]) -> None:
        """Keeps the rows until their table's batch is full."""
        del record
        for name, found in rows.items():
            pending = self._rows[name]
            pending.extend(found)
            if len(pending) >= BATCH_ROWS.get(name, _DEFAULT_ROWS):
                self._flush(name)

    def _flush(self, name: str) -> None:
        rows, schema = self._rows[name], self._schemas[name]
        columns = [pa.array(values, type=field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)]
        self._files[name].write_table(pa.Table.from_arrays(columns, schema=schema))
        self._rows[name] = []

    def close(self) -> None:
        """Writes what is left and the files' footers."""
        for name, file in self._files.items():
            if self._rows[name]:
                self._flush(name)
            file.close()

    def abandon(self) -> None:
        """Lets go of the files without writing what is left."""
        for file in self._files.values():
            file.close()
