"""„[{"tekst": …}, {"tekst": …}]": a JSON array, one object or objects one after the other, an element at a time.

The elements are cut out by the standard library's decoder over a window that grows only as long as one element is; a parser of
events (ijson) would stop at the first broken element and would want UTF-8, and here reading goes on behind it, in any encoding.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pipeline.read.jsonlines import parsed, words
from pipeline.read.lines import narrow
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.lines import Bytes
    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source

_CHUNK = 1 << 16
"""bytes; small, because the decoder counts the lines of the whole window for each error that it reports"""
_NEXT = re.compile(r"\}\s*,?\s*(?=\{)")
_BETWEEN = re.compile(r"[\s,\x1e]*")
_LONGEST_ESCAPE = 16
"""characters; an error so near to the window's end may only mean that the rest is not there yet"""


class _Window:
    """The bytes around one element as Latin-1, one character a byte, so that positions are offsets."""

    def __init__(self, source: Bytes) -> None:
        self._stream = source.stream
        self.text = ""
        self.start = 0
        """bytes before the window"""

    def more(self) -> bool:
        """Up to twice the window; False at the end of the file."""
        data = self._stream.read1(max(_CHUNK, len(self.text)))  # read() would lose with a break what stands before it
        self.text += data.decode("latin-1")
        return bool(data)

    def drop(self, position: int) -> int:
        """Forgets what stands before a position, once that is much; returns where the position is now."""
        if position < _CHUNK // 2 and position < len(self.text):
            return position
        self.text, self.start = self.text[position:], self.start + position
        return 0

    def skip(self, position: int) -> int:
        """The next position that is no space, comma or record separator."""
        while True:
            position = self.drop(_BETWEEN.match(self.text, position).end())  # type: ignore[union-attr]
            if position < len(self.text) or not self.more():
                return position


def read_json(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„strony.json#3": elements (from 1) of an array, or the one object of a file; JSON lines under the name .json too.

    An object without text whose one list of objects is the articles („{"posts": […]}") is read as that list.

    Raises:
        OSError: the file cannot be read.
    """
    source = narrow(blob.stream, context.settings.encoding)
    window = _Window(source)
    position = window.skip(_after_mark(window))
    is_array = window.text[position : position + 1] == "["
    number = 0
    for found in _elements(window, position + is_array, context.settings.max_bytes):
        number += 1
        alone = number == 1 and not is_array and found.last
        locator = blob.locator if alone else blob.locator.at(number, None if source.wide else found.offset)
        if alone and found.problem is None and (listed := _list_in(source, found.text)) is not None:
            yield from _listed(listed, blob, context, wanted)
            return
        if not (wanted.takes(number, found.offset) or alone):
            continue
        if found.problem is not None:
            yield failure(str(locator), "too_large" if found.large else "malformed_row", found.problem)
        else:
            yield parsed(source.decode(found.text.encode("latin-1")), locator, context, blob)
        if wanted.one:
            return


class _Element:
    """One element's characters, or what is wrong with it."""

    __slots__ = ("large", "last", "offset", "problem", "text")

    def __init__(self, offset: int, text: str, problem: str | None = None, *, large: bool = False) -> None:
        self.offset = offset
        self.text = text
        self.problem = problem
        self.large = large
        self.last = False


def _after_mark(window: _Window) -> int:
    window.more()
    return 3 if window.text.startswith("\xef\xbb\xbf") else 0


def _elements(window: _Window, position: int, limit: int) -> Iterator[_Element]:
    decoder = json.JSONDecoder()
    while True:
        position = window.skip(position)
        if position >= len(window.text) or window.text[position] == "]":
            return
        try:
            _, end = decoder.raw_decode(window.text, position)
        except (ValueError, RecursionError) as error:
            if _cut(error, window.text) and len(window.text) - position < limit and window.more():
                continue
            large = len(window.text) - position >= limit
            problem = f"the element is longer than {limit} bytes" if large else f"not JSON: {words(error)}"
            element = _Element(window.start + position, "", problem, large=large)
            position = _resync(window, position)
        else:
            if end == len(window.text) and window.more():
                continue
            element = _Element(window.start + position, window.text[position:end])
            position = end
        position = window.skip(position)
        element.last = position >= len(window.text)
        yield element


def _cut(error: Exception, text: str) -> bool:
    """Whether the error may be that the element goes on behind the window."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated string") or error.pos >= len(text) - _LONGEST_ESCAPE


def _resync(window: _Window, position: int) -> int:
    """The next place where an object ends and another begins; the end of the file if there is none."""
    while True:
        following = _NEXT.search(window.text, position)
        if following is not None:
            return following.end()
        position = window.drop(max(position, len(window.text) - _CHUNK // 2))
        if not window.more():
            return len(window.text)


def _list_in(source: Bytes, text: str) -> list[object] | None:
    """„{"liczba": 2, "posts": [{…}, {…}]}" -> the two objects."""
    try:
        value = json.loads(source.decode(text.encode("latin-1")).text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    lists = [item for item in value.values() if isinstance(item, list) and item and all(isinstance(e, dict) for e in item)]
    texts = [item for item in value.values() if isinstance(item, str) and len(item) > _LONGEST_ESCAPE * 4]
    return lists[0] if len(lists) == 1 and not texts else None


def _listed(items: list[object], blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    from pipeline.read.decode import Decoded  # noqa: PLC0415
    from pipeline.read.jsonlines import json_piece  # noqa: PLC0415

    for number, item in enumerate(items, 1):
        if wanted.takes(number):
            yield json_piece(item, blob.locator.at(number), Decoded("", "utf-8", "valid utf-8"), context, blob)
