"""„WARC/1.0 … WARC/1.0 …": the records of a WARC with their offsets, read on behind damage where the file is on disk."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from pipeline.read.errors import BrokenError, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob

_CAPTURES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
"""records that stand for a page; requests, metadata and warcinfo describe these, and are no pieces of the dump"""
_PANIC = "PanicException"
"""what a Rust library raises over what it did not expect; not an Exception, and it may not end a run"""
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/"
_STEP = 1 << 20
_RESTARTS = 1_000
"""damaged places of one file behind which the next record is sought; a file with more is no WARC"""

Capture = tuple[WarcRecord, int | None]


def captures(blob: Blob, start: int = 0) -> Iterator[Capture | BrokenError]:
    """The records that stand for pages, each valid until the next is taken, and what is wrong between them.

    Args:
        blob: a WARC, plain or in gzip.
        start: bytes; where a record begins in a file on disk.

    Yields:
        A record with its offset (None where the compression is not record by record), or an error for a damaged place.
    """
    magic = _GZIP if blob.head.startswith(_GZIP) else _PLAIN
    reader = _Reader(blob, magic)
    try:
        yield from _restarted(reader, blob, start)
    finally:
        reader.close()


def _restarted(reader: _Reader, blob: Blob, start: int | None) -> Iterator[Capture | BrokenError]:
    told = False
    for _ in range(_RESTARTS):
        if start:
            blob.stream.seek(start)
        try:
            for capture in reader.records():
                told = False
                yield capture
        except BrokenError as error:
            if not told:
                yield error
            told = True
        else:
            if reader.cut():
                yield BrokenError("truncated", "the file ends inside a record")
            return
        start = reader.following()
        if start is None:
            return


class _Reader:
    def __init__(self, blob: Blob, magic: bytes) -> None:
        self._blob = blob
        self._magic = magic
        self._last = 0
        self._probe = blob.reopen().stream if blob.on_disk and blob.reopen is not None else None

    def records(self) -> Iterator[Capture]:
        """Records from where the stream stands.

        Raises:
            BrokenError: what follows is no record.
        """
        try:
            for record in ArchiveIterator(self._blob.stream, record_types=_CAPTURES, parse_http=False, strict_mode=False):
                offset = self._offset(record.stream_pos)
                self._last = max(self._last, offset or 0)
                yield record, offset
        except GeneratorExit:
            raise
        except Exception as error:
            raise broken(error) from error
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            raise BrokenError("corrupt", "damaged: no WARC records") from error

    def _offset(self, position: int) -> int | None:
        if self._blob.on_disk:
            return position if self._at(position, len(self._magic)) == self._magic else None
        return position if self._magic == _PLAIN else None

    def _at(self, position: int, count: int) -> bytes:
        if self._probe is None:
            return b""
        self._probe.seek(position)
        return self._probe.read(count)

    def close(self) -> None:
        """Lets the second handle on the file go."""
        if self._probe is not None:
            self._probe.close()

    def following(self) -> int | None:
        """Where behind the last good record, or the last restart, another may begin."""
        if not self._blob.on_disk:
            return None
        position = self._last + 1
        while data := self._at(position, _STEP):
            found = data.find(self._magic)
            if found >= 0:
                self._last = position + found
                return self._last
            position += max(1, len(data) - len(self._magic) + 1)
        return None

    def cut(self) -> bool:
        """Whether the last gzip member of a file on disk has no end; the library takes that for the end of the file."""
        if not self._blob.on_disk or self._magic != _GZIP:
            return False
        position = self._last
        unpacker = None
        while data := self._at(position, _STEP):
            position += len(data)
            while data:
                unpacker = unpacker or zlib.decompressobj(31)
                try:
                    unpacker.decompress(data, _STEP)
                except zlib.error:  # padding behind the last member
                    return False
                data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
                unpacker = None if unpacker.eof else unpacker
        return unpacker is not None
