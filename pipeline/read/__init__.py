"""„dump/": files, tables and archives of scraped pages become Sources; what cannot be read becomes a Failure with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.columns import Row, host_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.piece import piece
from pipeline.read.reasons import REASONS, failure
from pipeline.read.registry import reader_for, supported
from pipeline.read.sidecar import About, Sidecars
from pipeline.read.sniff import HEAD, binary
from pipeline.read.walk import Found, reason_of, walk
from pipeline.schema import Failure, Source
from pipeline.values.stamp import to_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipeline.read.reasons import Reason
    from pipeline.settings import ReadSettings

__all__ = ["REASONS", "Decoded", "decode", "from_string", "read"]


def read(inputs: Sequence[Path], settings: ReadSettings) -> Iterator[Source | Failure]:
    """„magistrat extract dump/ archiwum.jsonl": every piece of every input, lazily, in a stable order.

    Inputs come in the order given, folders sorted by path. Nothing is passed over silently but hidden files and ``index.csv``
    beside articles.

    Args:
        inputs: files and folders.
        settings: columns, encoding and the size limit of one document, in bytes.

    Yields:
        A ``Source`` for every document; a ``Failure`` (stage "read", reason from ``REASONS``) for every one that is no use.
    """
    for given in inputs:
        sidecars = Sidecars()
        for found in walk(given):
            if isinstance(found, Failure):
                yield found
            elif found.path == given or not sidecars.is_index(found.path):
                yield from _file(found, settings, sidecars.about(found.path, given))


def _file(found: Found, settings: ReadSettings, about: About) -> Iterator[Source | Failure]:
    if settings.encoding is not None and not _known(settings.encoding):
        yield failure(
            found.name, "undecodable", f"there is no encoding {settings.encoding!r}; check read.encoding in the settings"
        )
        return
    try:
        if not found.path.is_file() and found.path.exists():
            yield failure(found.name, "unsupported", "a pipe, a socket or a device; write its content to a file")
            return
        with found.path.open("rb") as stream:
            head = stream.read(HEAD)
    except OSError as error:
        yield failure(found.name, "unreadable", reason_of(error))
        return
    problem = _problem(head)
    if problem is not None:
        yield failure(found.name, *problem)
        return
    reader = reader_for(found.path.suffix, _peek(head, settings))
    if reader is None:
        yield failure(
            found.name, "unsupported", f"no reader for {found.path.suffix or 'such files'}; supported are {supported()}"
        )
        return
    try:
        yield from reader.read(found.path, found.name, settings, about)
    except OSError as error:
        yield failure(found.name, "unreadable", reason_of(error))


def _known(encoding: str) -> bool:
    try:
        return isinstance(b"a".decode(encoding), str)
    except (LookupError, ValueError):
        return False


def _peek(head: bytes, settings: ReadSettings) -> str:
    return head.decode(settings.encoding, "replace") if settings.encoding else decode(head).text


def _problem(head: bytes) -> tuple[Reason, str] | None:
    if not head.strip():
        return "empty", "the file holds no characters"
    detail = binary(head)
    return ("binary", detail) if detail is not None else None


def from_string(text_or_html: str, url: str | None = None, published: str | None = None) -> Source | Failure:
    """„Urząd Miejski uzyskał certyfikat …" or „<html>…": a string in memory as a Source named "string".

    Args:
        text_or_html: the characters; sniffed for HTML.
        url: address of the page, where it is known.
        published: publication date, as a table's cell would hold it; one that is not clear is left out.
    """
    decoded = Decoded(text_or_html, "str", "given as characters")
    return piece("string", decoded, Row(text_or_html, url, host_of(url), None, to_edtf(published) if published else None))
