"""„{"tekst": …}": lines of a file of any size, each decoded on its own, in constant memory."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from pipeline.read.decode import Decoded, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, as it stands in the file."""

    number: int
    """from 1"""
    decoded: Decoded
    too_large: bool = False
    """longer than the limit; its characters were skipped"""


def lines(stream: IO[bytes], limit: int, encoding: str | None = None) -> Iterator[Line]:
    """„{"tekst": "gęś"}": the lines of a binary stream; a broken line does not spoil the others.

    Args:
        stream: opened for reading bytes, at its start.
        limit: bytes; a longer line is skipped and marked.
        encoding: where the user knows it; None detects it line by line.

    Raises:
        OSError: the stream cannot be read.
    """
    mark = stream.read(2)
    wide = _WIDE.get(mark)
    if wide is not None:
        yield from _wide_lines(stream, wide)
        return
    head = mark + stream.readline(limit - 1 if not mark.endswith(b"\n") else 0)
    number = 0
    while head:
        number += 1
        if len(head) >= limit and not head.endswith(b"\n"):
            _skip_line(stream)
            yield Line(number, Decoded("", "", ""), too_large=True)
        else:
            yield Line(number, _line(head, encoding))
        head = stream.readline(limit)


def _line(data: bytes, encoding: str | None) -> Decoded:
    if encoding is not None:
        return Decoded(data.decode(encoding, "replace"), encoding, "setting")
    return decode(data, media="text")


def _skip_line(stream: IO[bytes]) -> None:
    while True:
        rest = stream.readline(1 << 20)
        if not rest or rest.endswith(b"\n"):
            return


def _wide_lines(stream: IO[bytes], encoding: str) -> Iterator[Line]:
    reader = codecs.getreader(encoding)(stream, "replace")
    for number, text in enumerate(reader, start=1):
        yield Line(number, Decoded(text, "utf-16", "byte order mark"))
