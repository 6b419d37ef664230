"""„url;tytuł;data;treść": tables in CSV and TSV, a row an article."""

from __future__ import annotations

import csv
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.read.columns import Guess, find_columns, row_of
from pipeline.read.lines import lines, narrow
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.read.blob import Blob, Context
    from pipeline.read.columns import Columns
    from pipeline.read.decode import Decoded
    from pipeline.read.lines import Line
    from pipeline.read.locator import Locator, Wanted
    from pipeline.read.reasons import Reason
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings

_DELIMITERS = (";", ",", "\t", "|")
_FIELD = 2**31 - 1
"""characters; the module's own limit of 131,072 is below long articles. It is global to the process: raised once, here."""
csv.field_size_limit(_FIELD)


class _Dialect(csv.excel):
    skipinitialspace = False


def dialect_of(head: Sequence[str]) -> type[csv.Dialect]:
    """„url;tytuł;treść" -> delimiter ";": the one that splits the header into most columns.

    Only the header counts: articles are full of commas. It is parsed with its quotation marks, so that a delimiter in a quoted
    name does not count.
    """
    first = next((line for line in head if line.strip()), "")
    best = max(_DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    return type("Sniffed", (_Dialect,), {"delimiter": best})


def read_table(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„echo.csv#3": every data row (from 1, the header not counted) of a table.

    A row with more cells than the header, or a quotation mark that is never closed, is a failure of its own; the rest is read.

    Raises:
        OSError: the file cannot be read.
    """
    settings = context.settings
    stream = narrow(blob.stream, settings.encoding)
    source = _Lines(lines(stream, settings.max_bytes), settings.max_bytes)
    header, dialect = source.header()
    columns = find_columns(header, settings)
    if not columns.holds_text:
        yield failure(str(blob.locator), "missing_column", _lacking(header, settings))
        return
    context.tell(str(blob.locator), Guess.of(columns, settings).text)
    for number, cells in enumerate(_records(source, dialect), start=1):
        if wanted.takes(number):
            yield _row(cells, header, columns, source, blob.locator.at(number))
            if wanted.one:
                return


def _row(cells: list[str] | _Broken, header: list[str], columns: Columns, source: _Lines, locator: Locator) -> Source | Failure:
    if isinstance(cells, _Broken):
        return failure(str(locator), cells.reason, cells.detail)
    if len(cells) > len(header):
        detail = f"{len(cells)} cells under a header of {len(header)}; a delimiter in the text is not quoted"
        return failure(str(locator), "malformed_row", detail)
    values: dict[str, Any] = dict(zip(header, cells, strict=False))
    return piece(locator, source.decoded, row_of(values, columns))


@dataclass(frozen=True, slots=True)
class _Broken:
    reason: Reason
    detail: str


def _records(source: _Lines, dialect: type[csv.Dialect]) -> Iterator[list[str] | _Broken]:
    reader = csv.reader(source, dialect=dialect)
    while True:
        source.begin_record()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLargeError) as error:
            reason: Reason = "too_large" if isinstance(error, _TooLargeError) else "malformed_row"
            yield _Broken(reason, str(error))
            source.resume_after_first_line()
            reader = csv.reader(source, dialect=dialect)
            continue
        if source.unclosed():
            yield _Broken("malformed_row", "a quotation mark is never closed")
            source.resume_after_first_line()
            reader = csv.reader(source, dialect=dialect)
        elif cells:
            yield cells


def _lacking(header: Sequence[str], settings: ReadSettings) -> str:
    asked = settings.text_column or settings.html_column
    found = ", ".join(repr(column) for column in header[:20])
    return (
        f"no column {asked!r}; there are {found}"
        if asked
        else f"no column that holds text; there are {found}; name it: --column text=NAME"
    )


class _TooLargeError(Exception):
    pass


class _Lines:
    """Feeds the csv module and remembers what it took for the current record."""

    def __init__(self, source: Iterator[Line], limit: int) -> None:
        self._source = source
        self._limit = limit
        self._again: deque[Line] = deque()
        self._taken: list[Line] = []
        self._size = 0
        self._ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        try:
            line = self._again.popleft() if self._again else next(self._source)
        except StopIteration:
            self._ended = True
            raise
        self._taken.append(line)
        self._size += len(line.decoded.text)
        if line.too_large or self._size > self._limit:
            raise _TooLargeError(f"the row holds more than {self._limit} bytes")
        return line.decoded.text.replace("\x00", "")

    def header(self) -> tuple[list[str], type[csv.Dialect]]:
        """The first line that is not empty, split."""
        try:
            text = next((line for line in self if line.strip()), "")
        except _TooLargeError:
            text = ""
        dialect = dialect_of([text])
        return [cell.strip() for cell in next(csv.reader([text], dialect=dialect), [])], dialect

    def begin_record(self) -> None:
        """Forgets the lines of the record before."""
        self._taken, self._size = [], 0

    @property
    def decoded(self) -> Decoded:
        """How the record's lines were decoded: its first line that is more than ASCII speaks for all."""
        return next((line.decoded for line in self._taken if not line.decoded.text.isascii()), self._taken[0].decoded)

    def unclosed(self) -> bool:
        """Whether the file ended inside quotation marks."""
        return self._ended and sum(line.decoded.text.count('"') for line in self._taken) % 2 == 1

    def resume_after_first_line(self) -> None:
        """„"Urząd …": a quotation mark without its partner swallowed what follows; only its own line is lost."""
        self._again.extendleft(reversed(self._taken[1:]))
        self._ended = False
