"""„Tytuł" once, then „Treść": the parts of a page become one text with offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline.clean.characters import SOFT_HYPHEN, tidy_line
from pipeline.clean.datelines import date_from_url, read_date
from pipeline.clean.draft import DraftBlock
from pipeline.clean.mojibake import repair
from pipeline.clean.sites import stated_headline
from pipeline.schema import Article, Block, Dropped, Failure, content_id
from pipeline.text import fold, squash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.clean.draft import Draft
    from pipeline.schema import EDTF, Source
    from pipeline.settings import CleanSettings


def assemble(draft: Draft, source: Source, settings: CleanSettings) -> Article | Failure:
    """„Urząd z certyfikatem" twice, „1. sprawna obsługa": a draft and its source as an article.

    Args:
        draft: what an extractor found.
        source: where it came from; its sidecar values (title, date) stand in for what the page lacks, and its date and address,
            which the dump's owner or the caller stated, win over the page's.
        settings: ``min_words`` counts words of two letters or more in the text.

    Returns:
        The article, or a ``Failure`` with the reason "no_text" when fewer words are left.
    """
    title = _settled(draft.title) if draft.title else None
    blocks, repeats = _headline_once(_tidied(draft.blocks), title)
    text, placed = _joined(blocks)
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    if len(words) < settings.min_words:
        return Failure(source=source.source, stage="clean", reason="no_text", detail=_shortage(len(words), len(draft.dropped)))
    published, published_from = _published(draft, source)
    return Article(
        id=content_id(source.source, source.content),
        source=source.source,
        text=text,
        title=title or stated_headline(_settled(source.title or ""), source.site),
        authors=tuple(dict.fromkeys(_settled(name) for name in draft.authors)),
        published=published,
        published_from=published_from,
        url=source.url or draft.url,
        site=source.site or _host(source.url or draft.url) or draft.site,
        blocks=placed,
        dropped=tuple(sorted((*draft.dropped, *repeats), key=lambda item: item.line)),
        encoding=source.encoding,
        encoding_reason=source.encoding_reason,
        crawled=source.crawled,
        byte_offset=source.byte_offset,
    )


def _settled(text: str) -> str:
    return " ".join(tidy_line(line).removesuffix(SOFT_HYPHEN) for line in repair(text).splitlines()).strip()


def _tidied(blocks: Iterable[DraftBlock]) -> list[DraftBlock]:
    tidied = (replace(b, text=_settled(b.text), marker=_settled(b.marker) if b.marker else None) for b in blocks)
    return [block for block in tidied if block.text]


def _headline_once(blocks: list[DraftBlock], title: str | None) -> tuple[list[DraftBlock], list[Dropped]]:
    """The headline as first block; later blocks that only repeat it are dropped, items excepted."""
    if title is None:
        return blocks, []
    key = squash(fold(title))
    first = next((b for b in blocks if squash(fold(b.text)) == key), DraftBlock("title", title))
    kept = [DraftBlock("title", title, None, first.path, first.line)]
    repeats: list[Dropped] = []
    for order, block in enumerate(blocks, 1):
        if block.kind == "item" or squash(fold(block.text)) != key:
            kept.append(block)
        elif block.kind != "title":
            repeats.append(Dropped(text=block.text, reason="repeated_title", line=block.line or order))
    return kept, repeats


def _joined(blocks: Iterable[DraftBlock]) -> tuple[str, tuple[Block, ...]]:
    parts: list[str] = []
    placed: list[Block] = []
    start = 0
    for block in blocks:
        part = f"{block.marker} {block.text}" if block.marker else block.text
        end = start + len(part)
        placed.append(Block(kind=block.kind, start=start, end=end, marker=block.marker, path=block.path, line=block.line))
        parts.append(part)
        start += len(part) + 1
    return "\n".join(parts), tuple(placed)


def _published(draft: Draft, source: Source) -> tuple[EDTF | None, str | None]:
    stated = read_date(source.published) if source.published else None
    if stated:
        return stated, "sidecar"
    if draft.published:
        return draft.published, draft.published_from
    url = source.url or draft.url
    from_url = date_from_url(url) if url else None
    return (from_url, "url") if from_url else (None, None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def _shortage(words: int, dropped: int) -> str:
    return f"{words} words are left after {dropped} lines of page furniture were taken out"
