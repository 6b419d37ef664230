"""„dump.zip": the members of a ZIP archive, each unpacked as it is read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.read.blob import Blob, Context, buffered
from pipeline.read.errors import BrokenError, broken
from pipeline.read.members import MAX_INDEX, Indexes, may_be_index, read_members, safe
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
    indexes = Indexes(_indexes(archive))
    entries = ((info, None if info.is_dir() else _name(info)) for info in archive.infolist())

    def read(info: zipfile.ZipInfo, name: str, rest: Wanted) -> Iterator[Source | Failure]:
        about = indexes.about(name, blob.about)
        return _member(archive, info, replace(blob, locator=blob.locator.inside(name), about=about), context, rest)

    return read_members(entries, indexes, blob.locator, wanted, read)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, blob: Blob, context: Context, rest: Wanted
) -> Iterator[Source | Failure]:
    """One member; ``blob`` is the archive with the member's locator and what is known about it."""
    locator = blob.locator
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
            about=blob.about,
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
