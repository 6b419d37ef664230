"""„Certyfikat ISO dla urzędu - Gmina Wierzbowo": the headline of a page, without the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.text import squash, squash_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

_SEPARATOR = re.compile(r"\s+[-–—|•·»«:]+\s+|\s*[|»«]\s*|(?<=\S) :: (?=\S)")
_SHORTEST = 8
"""characters; a shorter line may stand in the title by accident"""


def declared_titles(root: HtmlElement, structured: str | None) -> list[str]:
    """What the page says its title is, most trusted first: JSON-LD, og:title, twitter:title, <title>."""
    found = [structured]
    for name in ("og:title", "twitter:title", "dc.title", "title"):
        found += [
            meta.get("content")
            for meta in root.iter("meta")
            if (meta.get("property") or meta.get("name") or "").lower() == name
        ]
    found += ["".join(title.itertext()) for title in root.iter("title")][:1]
    return [title for title in (squash(text) for text in found if text) if title]


def headline(segments: Sequence[Segment], declared: Sequence[str]) -> Segment | None:
    """The line that prints the declared title; else the only first-level heading.

    A heading wins over other lines, then the longest match, then the first.
    """
    keys = [squash_key(title) for title in declared]
    best: tuple[tuple[int, int, int], Segment] | None = None
    for segment in segments:
        key = squash_key(segment.text)
        if len(key) < _SHORTEST or len(key) > 300 or not any(_prints(key, title) for title in keys):
            continue
        rank = (_level(segment), len(key), -segment.index)
        if best is None or rank > best[0]:
            best = rank, segment
    if best is not None:
        return best[1]
    first = [segment for segment in segments if segment.parent.tag == "h1" and len(segment.text) >= _SHORTEST]
    return first[0] if len(first) == 1 else None


def _prints(key: str, title: str) -> bool:
    return key == title or (key in title and (title.startswith(key) or title.endswith(key) or len(key) > len(title) / 2))


def _level(segment: Segment) -> int:
    if segment.kind != "heading":
        return 1 if segment.link_density < 0.5 else 0
    return 3 if segment.parent.tag == "h1" else 2


def title_of(declared: Sequence[str], line: Segment | None, site: str | None) -> str | None:
    """„Certyfikat ISO dla urzędu - Gmina Wierzbowo" -> "Certyfikat ISO dla urzędu".

    The headline as printed wins; else the first declared title without its site name: the part at the end (or at the front)
    behind a separator, if it is the shorter one or repeats the host.
    """
    if line is not None:
        return line.text
    return without_site(declared[0], site) if declared else None


def without_site(title: str, site: str | None) -> str:
    """„Wierzbowo.pl » Nowy certyfikat" -> "Nowy certyfikat"."""
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) < 2:
        return title
    host = squash_key((site or "").removeprefix("www.").split(".")[0])
    if host and host in squash_key(parts[0]).replace(" ", "") and host not in squash_key(parts[-1]).replace(" ", ""):
        return title[title.index(parts[1]) :]
    if len(parts[-1]) <= 60 and len(title) - len(parts[-1]) >= len(parts[-1]):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|•·»«:")
    return title
