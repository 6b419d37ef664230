"""„dump/": files, tables and archives of scraped pages become Sources; what cannot be read becomes a Failure with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.catalog import Catalog
from pipeline.read.columns import Row, host_of
from pipeline.read.decode import Decoded, decode
from pipeline.read.files import Tell, read_file
from pipeline.read.locator import EVERYTHING, Locator, Wanted
from pipeline.read.piece import piece
from pipeline.read.reasons import REASONS
from pipeline.read.sidecar import Sidecars
from pipeline.read.walk import walk
from pipeline.schema import Failure, Source
from pipeline.values.stamp import to_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipeline.settings import ReadSettings

__all__ = ["REASONS", "Catalog", "Decoded", "Tell", "decode", "from_string", "read", "read_one"]


def read(
    inputs: Sequence[Path], settings: ReadSettings, tell: Tell | None = None, catalog: Catalog | None = None
) -> Iterator[Source | Failure]:
    """„magistrat extract dump/ archiwum.jsonl.gz": every piece of every input, lazily, in a stable order.

    Inputs come in the order given, folders sorted by path, archives in their own order. Nothing is passed over silently but
    hidden files and ``index.csv`` beside articles.

    Args:
        inputs: files and folders.
        settings: columns, encoding, separator and limits.
        tell: takes a file's name and how its columns were understood („text from 'Treść'"), where that was guessed.
        catalog: what an earlier reading of these inputs to their end learnt, or a new one to be filled by this reading.

    Yields:
        A ``Source`` for every document; a ``Failure`` (stage "read", reason from ``REASONS``) for every one that is no use.
    """
    for given in inputs:
        sidecars = Sidecars()
        for found in walk(given):
            if isinstance(found, Failure):
                yield found
            elif found.path == given or not sidecars.is_index(found.path):
                yield from read_file(found, settings, sidecars.about(found.path, given), EVERYTHING, tell, catalog)


def read_one(path: Path, locator: str | None, settings: ReadSettings) -> Iterator[Source | Failure]:
    """„dump.zip" and „2012/pisma.jsonl#12": the one piece that the locator names, without reading what can be skipped.

    Args:
        path: a file.
        locator: what stands behind the "#" of ``Source.source``; in place of a record's number „@4711" names its byte offset.
            None reads everything.
        settings: as for ``read``.
    """
    sidecars = Sidecars()
    for found in walk(path):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_file(found, settings, sidecars.about(found.path, path), Wanted(locator))


def from_string(text_or_html: str, url: str | None = None, published: str | None = None) -> Source | Failure:
    """„Urząd Miejski uzyskał certyfikat …" or „<html>…": a string in memory as a Source named "string".

    Args:
        text_or_html: the characters; sniffed for HTML.
        url: address of the page, where it is known.
        published: publication date, as a table's cell would hold it; one that is not clear is left out.
    """
    decoded = Decoded(text_or_html, "str", "given as characters")
    return piece(
        Locator("string"), decoded, Row(text_or_html, url, host_of(url), None, to_edtf(published) if published else None)
    )
