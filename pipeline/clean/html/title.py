"""„Certyfikat ISO dla urzędu - Gmina Wierzbowo": the headline of a page, without the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.text import squash, squash_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

LONGEST = 300
"""characters; longer lines are no headlines"""
LEAD = 60
"""characters; a line that long before any heading means that the article opens without one"""
_SHORTEST, _SHORTEST_HEADING = 8, 4
"""characters; a shorter line may stand in the title by accident"""
_META = ("og:title", "twitter:title", "dc.title", "title")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")
_WORDS = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[-–—|•·»«:/]+\s+|\s*[|»«]\s*")
_SITE_NAMES = re.compile(
    r"(?:oficjaln[ay] )?(?:urzad|starostwo|gmina|miasto|powiat|biuletyn|bip|portal|serwis|strona|witryna|aktualnosci|"
    r"wiadomosci|news|archiwum|artykuly|wersja do druku|drukuj|home)\b.{0,60}$|(?:\w+ ){0,3}(?:pl|com|eu|info|org|net)$"
)
"""what sites call themselves and their sections; folded words"""


def declared_titles(root: HtmlElement, structured: str | None) -> list[str]:
    """What the page says its title is, most trusted first: JSON-LD, og:title, twitter:title, <title>."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        found.setdefault((meta.get("property") or meta.get("name") or "").lower(), meta.get("content") or "")
    texts = [structured or "", *(found.get(name, "") for name in _META)]
    texts += ["".join(title.itertext()) for title in root.iter("title")][:1]
    return [title for title in map(squash, texts) if title]


def headline(segments: Sequence[Segment], declared: Sequence[str]) -> Segment | None:
    """The line that prints the declared title; else the only first-level heading.

    A heading wins over other lines, then the longest match, then the first.
    """
    titles = [key(title) for title in declared]
    best: tuple[tuple[int, int, int], Segment] | None = None
    for segment in segments:
        line = key(segment.text) if len(segment.text) <= LONGEST else ""
        shortest = _SHORTEST_HEADING if segment.kind == "heading" else _SHORTEST
        if len(line) < shortest or not any(_prints(line, title) for title in titles):
            continue
        rank = (_level(segment), len(line), -segment.index)
        if best is None or rank > best[0]:
            best = rank, segment
    if best is not None:
        return best[1]
    first = [segment for segment in segments if segment.parent.tag == "h1" and len(segment.text) >= _SHORTEST]
    return first[0] if len(first) == 1 else None


def key(text: str) -> str:
    """„Mamy  ISO!" -> "mamy iso": words alone, since <title> and headline differ in quotation marks and dashes."""
    return " ".join(_WORDS.findall(squash_key(text)))


def _prints(line: str, title: str) -> bool:
    if line == title:
        return True
    return line in title and (title.startswith(f"{line} ") or title.endswith(f" {line}") or len(line) > len(title) / 2)


def _level(segment: Segment) -> int:
    if segment.kind != "heading":
        return 1 if segment.link_density < 0.5 else 0
    return 3 if segment.parent.tag == "h1" else 2


def leading_heading(kept: Sequence[Segment]) -> Segment | None:
    """„<h2>Mamy ISO!</h2><p>…": the heading that opens the article, where the page's title does not name it."""
    first = next((segment for segment in kept if segment.kind == "heading" or len(segment.text) >= LEAD), None)
    return first if first is not None and first.kind == "heading" and len(first.text) <= LONGEST else None


def title_of(declared: Sequence[str], line: Segment | None, site: str | None) -> str | None:
    """„Certyfikat ISO dla urzędu - Gmina Wierzbowo" -> "Certyfikat ISO dla urzędu".

    The headline as printed wins; else the first declared title without its site name, unless nothing but a site's name is left.
    """
    if line is not None:
        return line.text
    title = without_site(declared[0], site) if declared else None
    return None if title is None or _SITE_NAMES.match(key(title)) else title


def without_site(title: str, site: str | None) -> str:
    """„Wierzbowo.pl » Nowy certyfikat" -> "Nowy certyfikat".

    Parts that name an office, a site or the host go from either end; else a short last part behind a longer rest goes, since
    sites append their names.
    """
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if not parts:
        return title
    host = key((site or "").removeprefix("www.").split(".")[0])
    before = len(parts)
    while len(parts) > 1 and _is_site(parts[0], host):
        parts.pop(0)
    while len(parts) > 1 and _is_site(parts[-1], host):
        parts.pop()
    if before == len(parts) > 1 and len(parts[-1]) < sum(map(len, parts[:-1])):
        parts.pop()
    start = title.index(parts[0])
    return title[start : title.index(parts[-1], start) + len(parts[-1])].strip()


def _is_site(part: str, host: str) -> bool:
    folded = key(part)
    if _HOST.fullmatch(part.strip()) or _SITE_NAMES.match(folded):
        return True
    return bool(host and host in folded.replace(" ", ""))
