"""„dump.tar.gz": the members of a tar archive, in order, in one pass."""

from __future__ import annotations

import tarfile
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast

from pipeline.read.blob import Blob, Context, buffered
from pipeline.read.errors import BrokenError, broken
from pipeline.read.members import MAX_INDEX, Indexes, may_be_index, read_members, safe
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from typing import IO

    from pipeline.read.catalog import Catalog
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


class _Entry(NamedTuple):
    """A member's header."""

    info: tarfile.TarInfo
    data: bytes | None = None
    """its content where that was read already"""


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

    An ``index.csv`` may stand behind the files it describes, so where the archive can be read again a first pass looks for it,
    unless the context's catalog knows, or wants to learn, which there are.

    Raises:
        BrokenError: the archive is damaged; what stands before the damage has been given.
    """
    path, catalog = context.path, context.catalog
    if blob.reopen is None or path is None or catalog is None or (learnt := catalog.look_up(path)) is None:
        yield from _read(blob, context, wanted, Indexes(_indexes(blob)), None)
    elif learnt.known:
        yield from _read(blob, context, wanted, learnt.indexes, None)
    else:
        try:
            yield from _read(blob, context, wanted, learnt.indexes, catalog)
        except BrokenError:
            catalog.keep(path, learnt.indexes)
            raise
        catalog.keep(path, learnt.indexes)


def _read(
    blob: Blob, context: Context, wanted: Wanted, indexes: Indexes, learning: Catalog | None
) -> Iterator[Source | Failure]:
    with _open(blob) as archive:

        def read(entry: _Entry, name: str, rest: Wanted) -> Iterator[Source | Failure]:
            about = indexes.about(name, blob.about)
            return _member(archive, entry, replace(blob, locator=blob.locator.inside(name), about=about), context, rest)

        entries = _headers(archive) if learning is None else _learnt(archive, indexes, learning)
        yield from read_members(
            ((e, None if e.info.isdir() else e.info.name) for e in entries), indexes, blob.locator, wanted, read
        )


def _open(blob: Blob) -> tarfile.TarFile:
    how: dict[str, Any] = {"tarinfo": _Info, "errors": "surrogateescape", "encoding": "utf-8"}
    try:
        if blob.on_disk:
            return tarfile.open(fileobj=blob.stream, mode="r:", **how)
        return tarfile.open(fileobj=cast("IO[bytes]", _Short(blob.stream)), mode="r|", **how)
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise broken(error) from error


def _headers(archive: tarfile.TarFile) -> Iterator[_Entry]:
    while True:
        try:
            info = archive.next()
        except (tarfile.TarError, ValueError, EOFError) as error:
            raise broken(error) from error
        if info is None:
            return
        archive.members = []  # type: ignore[attr-defined]  # it would remember every header
        yield _Entry(info)


def _learnt(archive: tarfile.TarFile, indexes: Indexes, catalog: Catalog) -> Iterator[_Entry]:
    """The members, with index files learnt as they come; one that is none keeps its bytes, which a stream gives only once."""
    before = False
    for entry in _headers(archive):
        if not _may_be_index(entry.info):
            before = before or entry.info.isreg()
            yield entry
            continue
        data = _bytes(archive, entry.info)
        if indexes.learn(safe(entry.info.name), data):
            catalog.late = catalog.late or before
        yield _Entry(entry.info, data)


def _bytes(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    """The content of an index; none of one that is cut off, which the next header says."""
    try:
        return cast("IO[bytes]", archive.extractfile(info)).read()
    except (tarfile.TarError, OSError, EOFError):
        return b""


def _member(archive: tarfile.TarFile, entry: _Entry, blob: Blob, context: Context, rest: Wanted) -> Iterator[Source | Failure]:
    """One member; ``blob`` is the archive with the member's locator and what is known about it."""
    info = entry.info
    if not info.isreg():
        kind = "a link; what it points at is read where it stands" if info.issym() or info.islnk() else "a device, no file"
        yield failure(str(blob.locator), "unsupported", kind)
        return
    inner = cast("IO[bytes]", archive.extractfile(info)) if entry.data is None else BytesIO(entry.data)
    member = Blob(
        locator=blob.locator,
        name=PurePosixPath(safe(info.name)).name,
        stream=buffered(inner, None),
        about=blob.about,
        depth=blob.depth + 1,
    )
    yield from context.enter(member, context, rest)


def _may_be_index(info: tarfile.TarInfo) -> bool:
    return info.isreg() and info.size <= MAX_INDEX and may_be_index(info.name)


def _indexes(blob: Blob) -> Iterator[tuple[str, bytes]]:
    if blob.reopen is None:
        return
    again = blob.reopen()
    with again.stream:
        try:
            with _open(again) as archive:
                for entry in _headers(archive):
                    if _may_be_index(entry.info):
                        yield safe(entry.info.name), cast("IO[bytes]", archive.extractfile(entry.info)).read()
        except (OSError, tarfile.TarError):
            return  # the reading pass says it
