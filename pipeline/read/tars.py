"""„dump.tar.gz": the members of a tar archive, in order, in one pass."""

from __future__ import annotations

import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Self, cast

from pipeline.read.blob import Blob, Context, buffered
from pipeline.read.errors import BrokenError, broken
from pipeline.read.members import MAX_INDEX, Indexes, Names, may_be_index, safe
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from typing import IO

    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source

_MAGIC = slice(257, 262)
_EXTENDED = frozenset({b"L", b"K", b"x", b"g", b"X"})
_ENDS = frozenset({"EOFHeaderError", "EmptyHeaderError"})
"""blocks of zeros, and the end of a file without them"""
_MAX_HEADER = 1_000_000
"""bytes of an extended header, which tarfile reads at once; names are short"""


class _Info(tarfile.TarInfo):
    """A header that never ends an archive in silence: tarfile takes a damaged one in the middle for its end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """A header from its 512 bytes."""
        info = super().frombuf(buf, encoding, errors)
        if info.type in _EXTENDED and info.size > _MAX_HEADER:
            raise BrokenError("corrupt", "damaged: a name that is longer than a million bytes")
        return info

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next header."""
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            if type(error).__name__ in _ENDS:
                raise
            raise broken(error) from error


class _Short:
    """Gives what is there instead of waiting for more: what stands before a break is not lost with it."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """At least one byte before the end."""
        return self._stream.read1(size)


def is_tar(head: bytes, suffix: str) -> bool:
    """„ustar": whether a file is a tar archive; the oldest kind has no mark, so its name must do."""
    return head[_MAGIC] == b"ustar" or (suffix.lower() == ".tar" and len(head) >= 512)


def read_tar(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„dump.tar.gz#2012/a.html": every file in the archive's order, whatever it is; links are failures.

    An ``index.csv`` may stand behind the files it describes, so where the archive can be read again a first pass looks for it.

    Raises:
        BrokenError: the archive is damaged; what stands before the damage has been given.
    """
    indexes = Indexes(_indexes(blob))
    names = Names()
    empty = True
    with _open(blob) as archive:
        for info in _headers(archive):
            name = None if info.isdir() else names.claim(info.name)
            if name is None or indexes.is_index(name):
                continue
            empty = False
            rest = wanted.member(name)
            if rest is None:
                continue
            yield from _member(archive, info, name, indexes, blob, context, rest)
            if wanted.one:
                return
    if empty:
        yield failure(str(blob.locator), "no_documents", "the archive holds no file")


def _open(blob: Blob) -> tarfile.TarFile:
    how: dict[str, Any] = {"tarinfo": _Info, "errors": "surrogateescape", "encoding": "utf-8"}
    try:
        if blob.on_disk:
            return tarfile.open(fileobj=blob.stream, mode="r:", **how)
        return tarfile.open(fileobj=cast("IO[bytes]", _Short(blob.stream)), mode="r|", **how)
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise broken(error) from error


def _headers(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while True:
        try:
            info = archive.next()
        except (tarfile.TarError, ValueError, EOFError) as error:
            raise broken(error) from error
        if info is None:
            return
        archive.members = []  # type: ignore[attr-defined]  # it would remember every header
        yield info


def _member(  # noqa: PLR0913, PLR0917
    archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, indexes: Indexes, blob: Blob, context: Context, rest: Wanted
) -> Iterator[Source | Failure]:
    locator = blob.locator.inside(name)
    if not info.isreg():
        kind = "a link; what it points at is read where it stands" if info.issym() or info.islnk() else "a device, no file"
        yield failure(str(locator), "unsupported", kind)
        return
    inner = cast("IO[bytes]", archive.extractfile(info))
    member = Blob(
        locator=locator,
        name=PurePosixPath(safe(info.name)).name,
        stream=buffered(inner, None),
        about=indexes.about(name, blob.about),
        depth=blob.depth + 1,
    )
    yield from context.enter(member, context, rest)


def _indexes(blob: Blob) -> Iterator[tuple[str, bytes]]:
    if blob.reopen is None:
        return
    again = blob.reopen()
    with again.stream:
        try:
            with _open(again) as archive:
                for info in _headers(archive):
                    if info.isreg() and info.size <= MAX_INDEX and may_be_index(info.name):
                        yield safe(info.name), cast("IO[bytes]", archive.extractfile(info)).read()
        except (OSError, tarfile.TarError):
            return  # the reading pass says it
