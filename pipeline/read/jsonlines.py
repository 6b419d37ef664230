"""„{"url": …, "tekst": …}": JSON lines, one object a line, and what one object says."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pipeline.read.columns import Guess, find_columns, flatten, row_of
from pipeline.read.lines import lines, narrow
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.decode import Decoded
    from pipeline.read.lines import Bytes, Line
    from pipeline.read.locator import Locator, Wanted
    from pipeline.schema import Failure, Source

_SURROGATE = re.compile("[\ud800-\udfff]")
_EDGES = "\ufeff \t\r\n\x1e,"


def read_json_lines(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„archiwum.jsonl#12" or „archiwum.jsonl#@4711": lines (from 1) of JSON objects; a broken one is a failure of its own.

    Lines that are not wanted are neither decoded nor parsed; those before a wanted offset are only counted.

    Raises:
        OSError: the file cannot be read.
    """
    source = narrow(blob.stream, context.settings.encoding)
    limit = context.settings.max_bytes
    for line in _lines(wanted, source, limit):
        if not wanted.takes(line.number, line.offset):
            continue
        locator = blob.locator.at(line.number, line.offset)
        if line.too_large:
            yield failure(str(locator), "too_large", f"the line is longer than {limit} bytes")
        elif line.decoded.text.strip(_EDGES):
            yield parsed(line.decoded, locator, context, blob)
        if wanted.one:
            return


def _lines(wanted: Wanted, source: Bytes, limit: int) -> Iterator[Line]:
    """All lines, or from the wanted offset on; its number comes from the breaks before it."""
    if wanted.offset is None or source.wide:
        return lines(source, limit)
    breaks = 0
    left = wanted.offset
    while left and (data := source.stream.read(min(left, 1 << 20))):
        breaks += data.count(b"\n")
        left -= len(data)
    return lines(source, limit, breaks, wanted.offset)


def parsed(decoded: Decoded, locator: Locator, context: Context, blob: Blob) -> Source | Failure:
    """„{"tytuł": …, "treść": …}": one object as a source."""
    try:
        value = json.loads(decoded.text.strip(_EDGES))
    except (ValueError, RecursionError) as error:
        return failure(str(locator), "malformed_row", f"not JSON: {words(error)}")
    return json_piece(value, locator, decoded, context, blob)


def json_piece(value: object, locator: Locator, decoded: Decoded, context: Context, blob: Blob) -> Source | Failure:
    """„{"tytuł": …, "treść": …}": one decoded object."""
    if not isinstance(value, dict):
        return failure(str(locator), "malformed_row", f"a JSON {type(value).__name__}, not an object with fields")
    fields = flatten(value)
    columns = find_columns(fields, context.settings)
    if not columns.holds_text:
        asked = context.settings.text_column or context.settings.html_column
        there = ", ".join(repr(field) for field in list(value)[:20])
        wanted = f"no field {asked!r}" if asked else "no field that holds text"
        hint = "" if asked else "; name it: --column text=NAME"
        return failure(str(locator), "missing_column", f"{wanted}; there are {there or 'none'}{hint}")
    context.tell(str(blob.locator), Guess.of(columns, context.settings).text)
    return piece(locator, decoded, row_of(_clean(fields), columns))


def _clean(value: dict[str, Any]) -> dict[str, Any]:
    """Lone surrogates (half of an emoji) cannot be written to any file: they become U+FFFD."""
    return {key: _SURROGATE.sub("\ufffd", item) if isinstance(item, str) else item for key, item in value.items()}


def words(error: Exception) -> str:
    """„Expecting value at character 7"."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos}"  # „Unterminated string starting at"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"
