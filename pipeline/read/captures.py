"""„WARC/1.0 … WARC/1.0 …": the records of a WARC with their offsets, read on behind damage."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from pipeline.read.errors import BrokenError, broken
from pipeline.read.tape import tape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.blob import Blob
    from pipeline.read.tape import Tape

_CAPTURES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
"""records that stand for a page; requests, metadata and warcinfo describe these, and are no pieces of the dump"""
_PANIC = "PanicException"
"""what a Rust library raises over what it did not expect; not an Exception, and it may not end a run"""
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/"
_STEP = 1 << 20
_RESTARTS = 1_000
"""damaged places of one file behind which the next record is sought; a file with more is no WARC"""


@dataclass(slots=True)
class Capture:
    """One record that stands for a page, valid until the next is taken."""

    record: WarcRecord
    offset: int | None
    """bytes; None where the compression is not record by record"""
    taken: int = 0
    """bytes of its block that its reader has read"""
    told: bool = False
    """whether its reader has said that it is damaged or ends too early"""


def captures(blob: Blob, start: int = 0) -> Iterator[Capture | BrokenError]:
    """The records that stand for pages, each valid until the next is taken, and what is wrong between them.

    Behind damage the next record is sought: in a file on disk anywhere, in a stream among the bytes since the last good record.

    Args:
        blob: a WARC, plain or in gzip.
        start: bytes; where a record begins in a file on disk.

    Yields:
        A record with its offset, or an error for a damaged place that nobody told of.
    """
    magic = _GZIP if blob.head.startswith(_GZIP) else _PLAIN
    found = tape(blob)
    try:
        yield from _restarted(_Reader(found, magic), start)
    finally:
        found.close()


def _restarted(reader: _Reader, start: int | None) -> Iterator[Capture | BrokenError]:
    told = False
    for _ in range(_RESTARTS):
        if start:
            reader.tape.seek(start)
        capture = None
        try:
            for capture in reader.records():
                told = False
                yield capture
        except BrokenError as error:
            if not told and not (capture is not None and capture.told):
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
    def __init__(self, where: Tape, magic: bytes) -> None:
        self.tape = where
        self._magic = magic
        self._last = 0

    def records(self) -> Iterator[Capture]:
        """Records from where the stream stands.

        Raises:
            BrokenError: what follows is no record, or a record ends too early.
        """
        try:
            for record in ArchiveIterator(self.tape.stream, parse_http=False, strict_mode=False):
                offset = record.stream_pos
                sought = self.tape.at(offset, len(self._magic)) == self._magic
                if sought:
                    self._last = max(self._last, offset)
                    self.tape.forget(self._last)
                capture = Capture(record, offset if sought else None)
                if record.record_type & _CAPTURES:
                    yield capture
                if capture.taken + record.reader.consume() < record.content_length:
                    # its length may be wrong: then records that stand behind it were taken for its content
                    raise BrokenError("truncated", "a record ends before its stated length")
        except GeneratorExit:
            raise
        except Exception as error:
            raise broken(error) from error
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            raise BrokenError("corrupt", "damaged: no WARC records") from error

    def following(self) -> int | None:
        """Where behind the last good record, or the last restart, another may begin."""
        position = max(self._last + 1, self.tape.first)
        try:
            while data := self.tape.at(position, _STEP):
                found = data.find(self._magic)
                if found >= 0:
                    self._last = position + found
                    return self._last
                position += max(1, len(data) - len(self._magic) + 1)
                self.tape.forget(position)
        except BrokenError:  # the container around it; reading on has said so
            pass
        return None

    def cut(self) -> bool:
        """Whether the last gzip member has no end; the library takes that for the end of the file."""
        if self._magic != _GZIP:
            return False
        position = self._last
        unpacker = None
        while data := self.tape.at(position, _STEP):
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
