"""„<div id="tresc">…": gold of whole HTML pages, block by block, and the scores of cleaned articles against it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from pipeline.evaluate.score import Count
from pipeline.text import squash_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pipeline.schema import Article

FIELDS = ("text", "blocks", "title", "published", "published_from", "authors", "dropped", "offsets", "failures")
_DECLARED = frozenset({"json-ld", "meta", "url"})
"""evidence that gold names exactly; whatever a page prints visibly may be found by markup, label or place"""
_WORD = re.compile(r"\w+")

Line = tuple[str, str, str | None]
"""kind, characters without the marker, marker"""


@dataclass(frozen=True, slots=True)
class PageGold:
    """What one page holds: its article's blocks and what must be left out."""

    name: str
    title: str | None
    published: str | None
    published_from: str | None
    authors: tuple[str, ...]
    blocks: tuple[Line, ...]
    dropped: tuple[str, ...]
    optional: frozenset[str]
    """lines that may be kept or dropped: captions that say something"""
    failure: str | None
    """reason of the failure that is expected instead of an article"""


def load_pages(folder: Path) -> list[PageGold]:
    """„wp-gutenberg.json" …: the gold of every page of a folder, by name.

    Raises:
        FileNotFoundError: the folder holds none.
        ValueError: a file is no JSON.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"no *.json in {folder}")
    return [_page(path) for path in paths]


def _page(path: Path) -> PageGold:
    data = json.loads(path.read_text(encoding="utf-8"))
    return PageGold(
        name=path.stem,
        title=data.get("title"),
        published=data.get("published"),
        published_from=data.get("published_from"),
        authors=tuple(data.get("authors", ())),
        blocks=tuple((kind, text, marker) for kind, text, marker in data.get("blocks", ())),
        dropped=tuple(data.get("dropped", ())),
        optional=frozenset(data.get("optional", ())),
        failure=data.get("failure"),
    )


def pages_hash(folder: Path) -> str:
    """16 hexadecimal digits over names and bytes of the pages (``raw``) and their gold (``gold``); pinned with the floors."""
    digest = blake2b(digest_size=8)
    for path in sorted([*folder.glob("raw/*.html"), *folder.glob("gold/*.json")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def score_pages(gold: Iterable[PageGold], articles: Mapping[str, Article | None]) -> dict[str, Count]:
    """Scores of every field.

    Args:
        gold: gold pages.
        articles: name of a page -> its cleaned article, None where cleaning failed.
    """
    counts = {name: Count() for name in FIELDS}
    for page in gold:
        article = articles.get(page.name)
        counts["failures"].sets([page.name] if page.failure else [], [page.name] if article is None else [], page.name)
        if page.failure is None:
            _score_blocks(counts, page, _lines(page, article))
            _score_header(counts, page, article)
            _score_dropped(counts["dropped"], page, article)
        if article is not None:
            _score_offsets(counts["offsets"], article, page.name)
    return counts


def _lines(page: PageGold, article: Article | None) -> list[Line]:
    found: list[Line] = []
    for block in article.blocks if article else ():
        text = article.text[block.start : block.end] if article else ""
        found.append((block.kind, text.removeprefix(f"{block.marker} ") if block.marker else text, block.marker))
    return [line for line in found if line[1] not in page.optional]


def _score_blocks(counts: dict[str, Count], page: PageGold, lines: list[Line]) -> None:
    counts["blocks"].match(page.blocks, lines, lambda a, b: bool(a == b), page.name)
    wanted, given = _words(page.blocks), _words(lines)
    counts["text"].tp += (wanted & given).total()
    counts["text"].fp += (given - wanted).total()
    counts["text"].fn += (wanted - given).total()


def _words(lines: Iterable[Line]) -> Counter[str]:
    return Counter(_WORD.findall("\n".join(f"{marker or ''} {text}" for _, text, marker in lines).lower()))


def _score_header(counts: dict[str, Count], page: PageGold, article: Article | None) -> None:
    for field in ("title", "published"):
        wanted, given = getattr(page, field), getattr(article, field, None)
        counts[field].sets([wanted] if wanted else [], [given] if given else [], page.name)
    counts["authors"].sets(page.authors, article.authors if article else (), page.name)
    if page.published_from and article is not None and article.published == page.published:
        counts["published_from"].sets([_family(page.published_from)], [_family(article.published_from)], page.name)


def _family(evidence: str | None) -> str:
    return evidence if evidence in _DECLARED else "visible"


def _score_dropped(count: Count, page: PageGold, article: Article | None) -> None:
    """A line is dropped rightly where the text lacks it and the list of dropped lines has it."""
    text = squash_key(article.text) if article else ""
    out = squash_key("\n".join(item.text for item in article.dropped)) if article else ""
    right = [line for line in page.dropped if squash_key(line) not in text and squash_key(line) in out]
    count.sets(page.dropped, right, page.name)


def _score_offsets(count: Count, article: Article, who: str) -> None:
    """Blocks follow each other, one line break apart, from the text's first character to its last."""
    edges = [block.start for block in article.blocks] + [len(article.text) + 1]
    wanted = [0] + [block.end + 1 for block in article.blocks]
    count.match(wanted, edges, lambda a, b: bool(a == b), who)
