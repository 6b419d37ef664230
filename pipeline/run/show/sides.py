"""„Dodaj komentarz" beside „Urząd z certyfikatem": a page line by line, what was kept and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.run.show.marks import labels

if TYPE_CHECKING:
    from pipeline.schema import Article


@dataclass(frozen=True, slots=True)
class Side:
    """One line of the source as cleaning saw it."""

    line: int | None
    """line number or order on the page, from 1; None for a headline that the page prints nowhere"""
    kept: str | None
    """the characters as they stand in the article, the list marker included"""
    block: str | None
    """kind of the block that was kept"""
    path: str | None
    """DOM path of the element, for HTML"""
    dropped: str | None
    reason: str | None
    """reason code"""


def sides(article: Article) -> list[Side]:
    """„Strona główna | Urząd z certyfikatem | …": kept and dropped lines in the order of the source.

    A kept line goes where its block stands; blocks that know no line follow the one before them.
    """
    rows: list[tuple[int, int, Side]] = []
    at = 0
    for block in article.blocks:
        at = block.line if block.line is not None else at
        text = article.text[block.start : block.end]
        rows.append((at, 0, Side(block.line, text, block.kind, block.path, None, None)))
    rows += [(item.line, 1, Side(item.line, None, None, None, item.text, item.reason)) for item in article.dropped]
    return [side for _, _, side in sorted(rows, key=lambda row: row[:2])]


def block_name(kind: str) -> str:
    """„item" -> "punkt": a block's kind as a page prints it."""
    return str(labels()["blocks"].get(kind, kind))


def reason_name(code: str) -> str:
    """„share" -> "udostępnianie": a reason as a page prints it."""
    return str(labels()["reasons"].get(code, code))
