"""„<html>…" or „Urząd Miejski …": decoded characters become a Source or a Failure; every reader ends here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.reasons import failure
from pipeline.read.sniff import media

if TYPE_CHECKING:
    from pipeline.read.columns import Row
    from pipeline.read.decode import Decoded
    from pipeline.read.locator import Locator
    from pipeline.schema import Failure, Source
from pipeline.schema import Source as _Source

_FEW = 3
"""characters that could not be decoded, or NULs, that do no harm in a text of any length"""
_BROKEN = 0.05
"""share of characters that could not be decoded; above it the text is not readable in any encoding we know"""


def piece(locator: Locator, decoded: Decoded, row: Row) -> Source | Failure:
    """„archiwum.jsonl#12": one document, its media sniffed from its characters.

    Args:
        locator: where it stands.
        decoded: encoding and reason; its ``text`` is not read here.
        row: the characters and what the dump's owner knew about them.
    """
    name = str(locator)
    content = row.content.replace("\r\n", "\n").replace("\r", "\n")
    nuls = content.count("\x00")
    content = content.replace("\x00", "")
    if not content.strip():
        return failure(name, "empty", "there are no characters but white space")
    if content.count("\ufffd") + nuls > max(_FEW, _BROKEN * len(content)):
        return failure(name, "undecodable", f"not text in UTF-8, windows-1250 or ISO-8859-2 (tried {decoded.encoding})")
    return _Source(
        source=name,
        content=content,
        media=media(content),
        url=row.url,
        site=row.site,
        title=row.title,
        published=row.published,
        crawled=row.crawled,
        member=locator.member,
        record=locator.record,
        byte_offset=locator.offset,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
    )
