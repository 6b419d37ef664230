"""„Certyfikat ISO dla urzędu - Gmina Wierzbowo": the headline of a page, without the site's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.sites import LONGEST_TITLE, is_site_name, key, without_site
from pipeline.text import squash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

LEAD = 60
"""characters; a line that long before any heading means that the article opens without one"""
_SHORTEST, _SHORTEST_HEADING = 8, 4
"""characters; a shorter line may stand in the title by accident"""
_META = ("og:title", "twitter:title", "dc.title", "title")


def declared_titles(root: HtmlElement, structured: str | None) -> list[str]:
    """What the page says its title is, most trusted first: JSON-LD, og:title, twitter:title, <title>."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        found.setdefault((meta.get("property") or meta.get("name") or "").lower(), meta.get("content") or "")
    texts = [structured or "", *(found.get(name, "") for name in _META)]
    texts += ["".join(title.itertext()) for title in root.iter("title")][:1]
    return [title for title in map(squash, texts) if title]


def headline(segments: Sequence[Segment], declared: Sequence[str], site: str | None = None) -> Segment | None:
    """The line that prints the declared title; else the only first-level heading.

    A line that prints the title without its site's name wins over one that prints another part of it (logos are first-level
    headings too), then headings over other lines, lines without links over linked ones, the longest, the first.
    """
    titles = [(key(title), key(without_site(title, site))) for title in declared]
    best: tuple[tuple[int, int, int, int], Segment] | None = None
    for segment in segments:
        line = key(segment.text) if len(segment.text) <= LONGEST_TITLE else ""
        shortest = _SHORTEST_HEADING if segment.kind == "heading" else _SHORTEST
        match = max((_match(line, *title) for title in titles), default=0) if len(line) >= shortest else 0
        if not match or is_site_name(segment.text):
            continue
        rank = (match, _level(segment), len(line), -segment.index)
        if best is None or rank > best[0]:
            best = rank, segment
    if best is not None:
        return best[1]
    first = [segment for segment in segments if segment.parent.tag == "h1" and len(segment.text) >= _SHORTEST]
    return first[0] if len(first) == 1 and not is_site_name(first[0].text) else None


def _match(line: str, title: str, core: str) -> int:
    """3: the title without its site; 2: most of it; 1: another part of the title; 0: nothing of it."""
    if line in {title, core}:
        return 3
    if line in core and len(line) > len(core) / 2:
        return 2
    printed = line in title and (title.startswith(f"{line} ") or title.endswith(f" {line}") or len(line) > len(title) / 2)
    return 1 if printed else 0


def _level(segment: Segment) -> int:
    level = 1 if segment.kind != "heading" else 3 if segment.parent.tag == "h1" else 2
    return level if segment.link_density < 0.5 else level - 2


def leading_heading(kept: Sequence[Segment]) -> Segment | None:
    """„<h2>Mamy ISO!</h2><p>…": the heading that opens the article, where the page's title does not name it."""
    for segment in kept:
        if segment.kind == "heading" and len(segment.text) <= LONGEST_TITLE and not is_site_name(segment.text):
            return segment
        if len(segment.text) >= LEAD:
            return None
    return None


def title_of(declared: Sequence[str], line: Segment | None, site: str | None) -> str | None:
    """„Certyfikat ISO dla urzędu - Gmina Wierzbowo" -> "Certyfikat ISO dla urzędu".

    The headline as printed wins; else the first declared title without its site name, unless nothing but a site's name is left.
    """
    if line is not None:
        return line.text
    title = without_site(declared[0], site) if declared else None
    return None if title is None or is_site_name(title) else title
