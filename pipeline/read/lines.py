"""„{"tekst": …}": lines of a file of any size, each decoded on its own, in constant memory."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.read.decode import Decoded, decode
from pipeline.read.sniff import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WIDE_NAME, _WIDE_REASON = "utf-16", "byte order mark"
_STEP = 1 << 20


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8, so that every reader may look for bytes."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._rest = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest and not self._ended:
            data = self._stream.read(HEAD)
            self._ended = not data
            self._rest = self._decoder.decode(data, final=self._ended).encode("utf-8", "replace")
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


@dataclass(frozen=True, slots=True)
class Bytes:
    """A stream whose line breaks and JSON brackets are single bytes."""

    stream: io.BufferedReader
    encoding: str | None
    """of every piece, where it is known; None detects it piece by piece"""
    wide: bool = False
    """it was UTF-16: offsets into it would mean nothing"""

    def decode(self, data: bytes) -> Decoded:
        """One line, element or article as characters."""
        if self.wide:
            return Decoded(data.decode("utf-8", "replace"), _WIDE_NAME, _WIDE_REASON)
        if self.encoding is not None:
            return Decoded(data.decode(self.encoding, "replace"), self.encoding, "setting")
        return decode(data, media="text")


def narrow(stream: io.BufferedReader, encoding: str | None = None) -> Bytes:
    """A stream in UTF-16 with its mark is recoded to UTF-8; every other encoding of Polish keeps ASCII as single bytes.

    Args:
        stream: at its start.
        encoding: where the user knows it.
    """
    wide = _WIDE.get(stream.peek(2)[:2])
    if wide is None:
        return Bytes(stream, encoding)
    stream.read(2)
    return Bytes(io.BufferedReader(_Recoded(stream, wide), HEAD), None, wide=True)


@dataclass(frozen=True)
class Line:
    """A line with its end, as it stands in the file; decoded only when somebody asks."""

    number: int
    """from 1"""
    data: bytes
    source: Bytes
    offset: int | None
    """bytes before it"""
    too_large: bool = False
    """longer than the limit; its characters were skipped"""

    @cached_property
    def decoded(self) -> Decoded:
        """Its characters and how they were decoded."""
        return self.source.decode(self.data)


def lines(source: Bytes, limit: int, number: int = 0, offset: int = 0) -> Iterator[Line]:
    """„{"tekst": "gęś"}": the lines of a stream; a broken line does not spoil the others.

    Args:
        source: where the stream stands at the beginning of a line.
        limit: bytes; a longer line is skipped and marked.
        number: lines before it.
        offset: bytes before it.

    Raises:
        OSError: the stream cannot be read.
    """
    while data := source.stream.readline(limit):
        number += 1
        place = None if source.wide else offset
        offset += len(data)
        if len(data) >= limit and not data.endswith(b"\n"):
            offset += _skip_line(source.stream)
            yield Line(number, b"", source, place, too_large=True)
        else:
            yield Line(number, data, source, place)


def _skip_line(stream: io.BufferedReader) -> int:
    skipped = 0
    while rest := stream.readline(_STEP):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped
