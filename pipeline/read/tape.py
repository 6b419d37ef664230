"""„… WARC/1.0 …" inside „dump.tar.gz": a stream whose last bytes can be read again, to go on behind damage."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from pipeline.read.blob import Blob

MOST = 64_000_000
"""bytes that a stream keeps at most; one document may hold 50 million (``ReadSettings.max_bytes``)"""
_STEP = 1 << 16


class Tape(Protocol):
    """A file or a stream, read from its start on, parts of it again."""

    @property
    def stream(self) -> IO[bytes]:
        """What a reader of records reads on, from where ``seek`` left it."""

    @property
    def first(self) -> int:
        """The first position that can be read again."""

    def at(self, position: int, count: int) -> bytes:
        """The bytes at a position, fewer at the end, none where they are gone; moves nothing."""

    def seek(self, position: int) -> None:
        """Lets reading go on at a position."""

    def forget(self, position: int) -> None:
        """What stands before a position is not asked for any more."""

    def close(self) -> None:
        """Lets go of what was opened here."""


def tape(blob: Blob) -> Tape:
    """The file itself where it lies on a disk, else a stream that keeps its last bytes."""
    if blob.on_disk and blob.reopen is not None:
        return _File(blob.stream, blob.reopen().stream)
    return _Stream(blob.stream)


class _File:
    """A file on disk, read through one handle and looked into through another."""

    first = 0

    def __init__(self, stream: IO[bytes], probe: IO[bytes]) -> None:
        self.stream = stream
        self._probe = probe

    def at(self, position: int, count: int) -> bytes:
        """As ``Tape.at``."""
        self._probe.seek(position)
        return self._probe.read(count)

    def seek(self, position: int) -> None:
        """As ``Tape.seek``."""
        self.stream.seek(position)

    def forget(self, position: int) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Closes the second handle."""
        self._probe.close()


class _Stream:
    """A stream that keeps what was read since the position that it was told to forget up to, ``MOST`` bytes at most."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self._held = bytearray()
        self._from = 0
        self._position = 0

    @property
    def stream(self) -> IO[bytes]:
        """As ``Tape.stream``."""
        return cast("IO[bytes]", self)

    @property
    def first(self) -> int:
        """As ``Tape.first``."""
        return self._from

    def read(self, size: int) -> bytes:
        """The next bytes, at least one before the end.

        Raises:
            BrokenError: the container around them is damaged.
        """
        if self._position >= self._end:
            self._fetch()
        start = self._position - self._from
        data = bytes(self._held[start : start + size])
        self._position += len(data)
        return data

    def tell(self) -> int:
        """Bytes from the start of the stream."""
        return self._position

    def at(self, position: int, count: int) -> bytes:
        """As ``Tape.at``."""
        if position < self._from:
            return b""
        while self._end < position + count and self._fetch():
            pass
        start = position - self._from
        return bytes(self._held[start : start + count])

    def seek(self, position: int) -> None:
        """As ``Tape.seek``; to the first byte that is kept where the position is gone."""
        self._position = max(position, self._from)

    def forget(self, position: int) -> None:
        """As ``Tape.forget``."""
        gone = min(position, self._position) - self._from
        if gone > 0:
            del self._held[:gone]
            self._from += gone

    def close(self) -> None:
        """The stream belongs to who opened it."""

    @property
    def _end(self) -> int:
        return self._from + len(self._held)

    def _fetch(self) -> bool:
        data = self._inner.read(_STEP)
        self._held += data
        excess = min(len(self._held) - MOST, self._position - self._from)
        if excess > 0:
            del self._held[: excess + MOST // 4]
            self._from += excess + MOST // 4
        return bool(data)
