"""„pisma.jsonl.gz", „.bz2", „.xz", „.zst": one file behind a compression, unpacked as it is read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
import zlib
from dataclasses import replace
from typing import IO, TYPE_CHECKING, cast

from pipeline.read.blob import Blob, Context, buffered
from pipeline.read.errors import BrokenError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.read.blob import Budget
    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source

_WARC = b"WARC/"
_NEXT = b"\r\n\r\nWARC/1."
"""how one record ends and another begins"""
_LOOK = 1_000_000
"""bytes of the first gzip member that are unpacked to see whether it holds more than one record"""


def _gzip(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))


def _bz2(stream: IO[bytes]) -> IO[bytes]:
    return bz2.BZ2File(stream)


def _xz(stream: IO[bytes]) -> IO[bytes]:
    return lzma.LZMAFile(stream)


def _zstd(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", zstd.ZstdFile(stream))


_OPENERS: tuple[tuple[bytes, tuple[str, ...], Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b", (".gz", ".gzip", ".tgz"), _gzip),
    (b"BZh", (".bz2", ".tbz", ".tbz2"), _bz2),
    (b"\xfd7zXZ\x00", (".xz", ".txz"), _xz),
    (b"\x28\xb5\x2f\xfd", (".zst", ".zstd", ".tzst"), _zstd),
)
_TARS = frozenset({".tgz", ".tbz", ".tbz2", ".txz", ".tzst"})


def is_compressed(head: bytes) -> bool:
    """„1f 8b …": whether a file is compressed; a WARC in gzip record by record is its own reader's, which knows the offsets."""
    return any(head.startswith(magic) for magic, _, _ in _OPENERS) and not is_warc_gz(head)


def is_warc_gz(head: bytes) -> bool:
    """Whether gzip holds a WARC record by record; one that was compressed as a whole is a WARC in a compressed file."""
    if not head.startswith(b"\x1f\x8b"):
        return False
    unpacker = zlib.decompressobj(31)
    start = _unpacked(unpacker, head[:4096], len(_WARC))
    return start == _WARC and _NEXT not in _unpacked(unpacker, unpacker.unconsumed_tail + head[4096:], _LOOK)


def _unpacked(unpacker: zlib._Decompress, data: bytes, most: int) -> bytes:
    """The first bytes; none where they are damaged."""
    try:
        return unpacker.decompress(data, most)
    except zlib.error:
        return b""


def unpacked_name(name: str) -> str:
    """„pisma.jsonl.gz" -> „pisma.jsonl", „dump.tgz" -> „dump.tar"; a name that says nothing stays."""
    lower = name.lower()
    for _, suffixes, _ in _OPENERS:
        for suffix in suffixes:
            if lower.endswith(suffix) and len(name) > len(suffix):
                return name[: -len(suffix)] + (".tar" if suffix in _TARS else "")
    return name


def read_compressed(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„pisma.jsonl.gz#12": what lies behind the compression, under the name of the compressed file.

    Raises:
        BrokenError: the compression is damaged or the bytes are too many.
    """
    yield from context.enter(_unpack(blob, context.budget), context, wanted)


def _unpack(blob: Blob, budget: Budget) -> Blob:
    head = blob.head
    opener = next(opener for magic, _, opener in _OPENERS if head.startswith(magic))
    try:
        inner = opener(blob.stream)
    except (OSError, EOFError, ValueError, lzma.LZMAError, zstd.ZstdError) as error:
        raise BrokenError("corrupt", f"damaged: {error}") from error
    reopen = blob.reopen
    return replace(
        blob,
        name=unpacked_name(blob.name),
        stream=buffered(inner, budget),
        on_disk=False,
        depth=blob.depth + 1,
        reopen=None if reopen is None else lambda: _unpack(reopen(), budget),
    )
