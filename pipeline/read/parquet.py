"""„strony.parquet": tables in Parquet, a row an article, read by row group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.read.columns import Columns, Guess, find_columns, flatten, row_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.errors import broken
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.locator import Locator, Wanted
    from pipeline.schema import Failure, Source

_BATCH = 64
"""rows that are decoded at a time"""
_PAGE = 1 << 20
"""bytes that are read at a time, instead of a whole column of a row group"""
_STORED = Decoded("", "utf-8", "stored as characters")


def read_parquet(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„strony.parquet#12": rows (from 1); only columns that are used are read, and only row groups that hold a wanted row.

    Text may be stored as characters or as bytes, which are decoded as a file's are.

    Raises:
        BrokenError: the file is damaged.
    """
    with blob.seekable() as stream:
        try:
            table = pq.ParquetFile(stream, buffer_size=_PAGE, pre_buffer=False)
            columns = find_columns(_fields(table.schema_arrow), context.settings)
            if not columns.holds_text:
                yield failure(str(blob.locator), "missing_column", _lacking(table.schema_arrow.names, context))
                return
            context.tell(str(blob.locator), Guess.of(columns, context.settings).text)
            yield from _rows(table, columns, blob.locator, context, wanted)
        except (pa.ArrowException, UnicodeDecodeError) as error:
            raise broken(error) from error
        except OSError as error:
            raise (error if error.errno is not None else broken(error)) from error


def _fields(schema: pa.Schema) -> Iterator[str]:
    for field in schema:
        yield field.name
    for field in schema:
        if pa.types.is_struct(field.type):
            yield from (f"{field.name}.{field.type.field(i).name}" for i in range(field.type.num_fields))


def _lacking(names: list[str], context: Context) -> str:
    asked = context.settings.text_column or context.settings.html_column
    there = ", ".join(repr(name) for name in names[:20])
    return (
        f"no column {asked!r}; there are {there}"
        if asked
        else f"no column that holds text; there are {there}; name it: --column text=NAME"
    )


def _rows(
    table: pq.ParquetFile, columns: Columns, locator: Locator, context: Context, wanted: Wanted
) -> Iterator[Source | Failure]:
    used = _used(table, columns)
    number = 0
    for group in range(table.metadata.num_row_groups):
        rows = table.metadata.row_group(group).num_rows
        if wanted.number is not None and not number < wanted.number <= number + rows:
            number += rows
            continue
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=used, use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                if wanted.takes(number):
                    yield _row(batch, row, columns, locator.at(number), context)


def _used(table: pq.ParquetFile, columns: Columns) -> list[str]:
    names = (columns.text, columns.html, columns.url, columns.title, columns.date, columns.site, columns.crawled)
    there = set(table.schema_arrow.names)
    return sorted({name if name in there else name.partition(".")[0] for name in names if name is not None})


def _row(batch: pa.RecordBatch, row: int, columns: Columns, locator: Locator, context: Context) -> Source | Failure:
    try:
        values = flatten({name: _plain(batch.column(i)[row]) for i, name in enumerate(batch.schema.names)})
    except UnicodeDecodeError:
        return failure(str(locator), "undecodable", "a column of characters holds bytes that are no UTF-8")
    decoded = _STORED
    for name in (columns.html, columns.text):
        content = values.get(name or "")
        size = len(content) if isinstance(content, (bytes, str)) else 0
        if size > context.settings.max_bytes:
            return failure(str(locator), "too_large", f"the row holds more than {context.settings.max_bytes} bytes")
        if isinstance(content, bytes) and content.strip():
            decoded = decode(content)
            values[name or ""] = decoded.text
    return piece(locator, decoded, row_of(values, columns))


def _plain(scalar: pa.Scalar) -> Any:  # noqa: ANN401
    """„2013-05-06" for a date or a time stamp; what is text, bytes or an object stays."""
    value = scalar.as_py()
    return value.isoformat() if hasattr(value, "isoformat") else value
