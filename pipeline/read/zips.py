"""„dump.zip": the members of a ZIP archive, each unpacked as it is read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.read.blob import Blob, Context, buffered
from pipeline.read.errors import BrokenError, broken
from pipeline.read.members import MAX_INDEX, Indexes, Names, may_be_index, safe
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source

_ENCRYPTED = 0x1
_UTF8 = 0x800
_OEM = "cp852"
"""names without the mark for UTF-8 are in the code page of the system that packed them; in Poland that is 852"""
_DAMAGE = (zipfile.BadZipFile, struct.error, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"mimetype", b"docProps/", b"word/", b"xl/", b"META-INF/")


def is_zip(head: bytes) -> bool:
    """„PK": whether a file is a ZIP archive, and none that is a document or a program (DOCX, ODT, EPUB, JAR)."""
    if head.startswith(b"PK\x05\x06"):
        return True
    return head.startswith(b"PK\x03\x04") and not head[30:64].startswith(_OFFICE)


def read_zip(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„dump.zip#2012/a.html": every member in the archive's order, whatever it is; encrypted and damaged ones are failures.

    Raises:
        BrokenError: the archive has no readable directory.
    """
    with blob.seekable() as stream:
        try:
            archive = zipfile.ZipFile(stream, metadata_encoding=_OEM)
        except _DAMAGE as error:
            raise broken(error) from error
        with archive:
            yield from _members(archive, blob, context, wanted)


def _members(archive: zipfile.ZipFile, blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    names = Names()
    indexes = Indexes(_indexes(archive))
    empty = True
    for info in archive.infolist():
        name = None if info.is_dir() else names.claim(_name(info))
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


def _member(  # noqa: PLR0913, PLR0917
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, indexes: Indexes, blob: Blob, context: Context, rest: Wanted
) -> Iterator[Source | Failure]:
    locator = blob.locator.inside(name)
    if info.flag_bits & _ENCRYPTED:
        yield failure(str(locator), "encrypted", "a password protects it; unpack it first")
        return
    try:
        inner = archive.open(info)
    except NotImplementedError as error:
        yield failure(str(locator), "unsupported", f"{error}; unpack it first")
        return
    except _DAMAGE as error:
        yield failure(str(locator), "corrupt", broken(error).detail)
        return
    with inner:
        member = Blob(
            locator=locator,
            name=PurePosixPath(safe(_name(info))).name,
            stream=buffered(inner, context.budget),
            about=indexes.about(name, blob.about),
            depth=blob.depth + 1,
        )
        yield from context.enter(member, context, rest)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; some packers write UTF-8 and do not say so."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode(_OEM).decode("utf-8")
    except UnicodeError:
        return info.filename


def _indexes(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for info in archive.infolist():
        if may_be_index(info.filename) and info.file_size <= MAX_INDEX and not info.flag_bits & _ENCRYPTED:
            try:
                with archive.open(info) as inner:
                    yield safe(_name(info)), inner.read(MAX_INDEX)
            except (*_DAMAGE, BrokenError):
                continue  # the member itself becomes a failure row when its turn comes
