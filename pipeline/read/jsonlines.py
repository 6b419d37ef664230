"""„{"url": …, "tekst": …}": JSON lines, one object a line; a JSON array or one object in a file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pipeline.read.columns import find_columns, row_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.lines import lines
from pipeline.read.piece import piece
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings

_SURROGATE = re.compile("[\ud800-\udfff]")
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
_SPACE = re.compile(r"[\s,]*")


def read_json_lines(path: Path, name: str, settings: ReadSettings) -> Iterator[Source | Failure]:
    """„archiwum.jsonl#12": every line (from 1) of a file of JSON objects; a broken one is a failure of its own.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        for line in lines(stream, settings.max_bytes, settings.encoding):
            locator = f"{name}#{line.number}"
            if line.too_large:
                yield failure(locator, "too_large", f"the line is longer than {settings.max_bytes} bytes")
            elif line.decoded.text.strip("\ufeff \t\r\n\x1e"):
                yield _line(line.decoded, locator, settings)


def _line(decoded: Decoded, locator: str, settings: ReadSettings) -> Source | Failure:
    try:
        value = json.loads(decoded.text.strip("\ufeff \t\r\n\x1e,"))
    except (json.JSONDecodeError, RecursionError) as error:
        return failure(locator, "malformed_row", f"not JSON: {_words(error)}")
    return json_piece(value, locator, decoded, settings)


def json_piece(value: object, locator: str, decoded: Decoded, settings: ReadSettings) -> Source | Failure:
    """„{"tytuł": …, "treść": …}": one decoded object."""
    if not isinstance(value, dict):
        return failure(locator, "malformed_row", f"a JSON {type(value).__name__}, not an object with fields")
    columns = find_columns(value, settings)
    if not columns.holds_text:
        asked = settings.text_column or settings.html_column
        fields = ", ".join(repr(field) for field in list(value)[:20])
        wanted = f"no field {asked!r}" if asked else "no field that holds text"
        return failure(locator, "missing_column", f"{wanted}; there are {fields or 'none'}")
    return piece(locator, decoded, row_of(_clean(value), columns))


def _clean(value: dict[str, Any]) -> dict[str, Any]:
    """Lone surrogates (half of an emoji) cannot be written to any file: they become U+FFFD."""
    return {key: _SURROGATE.sub("\ufffd", item) if isinstance(item, str) else item for key, item in value.items()}


def read_json(path: Path, name: str, settings: ReadSettings) -> Iterator[Source | Failure]:
    """„strony.json#3": the elements (from 1) of a JSON array, or the one object of a file; JSON lines under the name .json too.

    After a broken element reading goes on at the next object. The file is held in memory.

    Raises:
        OSError: the file cannot be read.
    """
    decoded = decode(path.read_bytes(), media="text")
    text = decoded.text
    start = _SPACE.match(text).end()  # type: ignore[union-attr]
    if text[start : start + 1] == "[":
        yield from _array(text, start + 1, decoded, name, settings)
        return
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        if "\n" in text.strip() and text[start : start + 1] == "{" and "Extra data" in str(error):
            yield from read_json_lines(path, name, settings)
        else:
            yield failure(name, "malformed_row", f"not JSON: {_words(error)}")
        return
    yield json_piece(value, name, decoded, settings)


def _array(text: str, position: int, decoded: Decoded, name: str, settings: ReadSettings) -> Iterator[Source | Failure]:
    decoder = json.JSONDecoder()
    number = 0
    while True:
        position = _SPACE.match(text, position).end()  # type: ignore[union-attr]
        if position >= len(text) or text[position] == "]":
            return
        number += 1
        locator = f"{name}#{number}"
        try:
            value, position = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError) as error:
            yield failure(locator, "malformed_row", f"not JSON: {_words(error)}")
            following = _NEXT.search(text, position)
            if following is None:
                return
            position = following.end()
            continue
        yield json_piece(value, locator, decoded, settings)


def _words(error: Exception) -> str:
    return f"{error.msg} at character {error.pos}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"
