"""„<center><font size="5"><b>Certyfikat dla szkoły</b></font></center>": headlines of pages that know no headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.datelines import date_line, labelled_date
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.rules import first_rule
from pipeline.clean.html.declared import words
from pipeline.clean.html.title import LEAD
from pipeline.clean.html.weights import weight
from pipeline.clean.sites import is_section, is_site_name, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

_BOLD = frozenset({"b", "strong", "big", "h1", "h2", "h3", "h4", "h5", "h6"})
_LARGE = re.compile(r"\+[1-9]|[4-9]")
_STYLED = re.compile(
    r"font-weight: ?(?:bold|[6-9]00)|font-size: ?(?:x*-?large|1[5-9]pt|[2-9]\dp[tx]|1[89]px|1\.[3-9]|[2-9](?:\.\d)?em)"
)
_SHORTEST, _LONGEST = 8, 200
"""characters"""
_LEVELS = 4
"""elements around a string, from the inside; font, b, center and a cell are nested so deep"""
_REACH = 4
"""lines over the article; a date, a counter and a caption stand between it and its headline"""
_NAME_WORDS = 2
"""words; a <title> of so few that no line repeats names the site: „ZSZ Lipowa" """
_LOGO_WORDS, _LOGO_GAP = 3, 6
"""words of a site's name; lines of menus between it and the article"""
_WORDS = re.compile(r"\w+")
_PARTING = re.compile(r"[-_]+")


def display_line(kept: Sequence[Segment], declared: str | None) -> Segment | None:
    """„<p><b>Mamy certyfikat</b></p><p>…": the line over the first running text that is the page's headline.

    Args:
        kept: lines of the article, none of which prints the declared title.
        declared: that title without its site's name; None where it names the site alone. A title of three words or more is
            believed, since bold kickers and leads stand over articles too.

    Returns:
        The first large or bold line; else, where nothing is declared, the first short one; None where there is no such line.
    """
    if declared is not None and len(_WORDS.findall(declared)) > _NAME_WORDS:
        return None
    opening: list[Segment] = []
    for segment in kept:
        if len(segment.text) >= LEAD and read_line(segment.text).prose:
            break
        opening.append(segment)
    if len(opening) == len(kept):
        return None
    able = [segment for segment in opening if _could_be(segment)]
    large = next((segment for segment in able if _is_large(segment)), None)
    return large or (able[0] if able and declared is None else None)


def named_line(own: Sequence[Segment]) -> Segment | None:
    """„<div class="news_tytul">Mamy certyfikat</div>": the only line of a page whose class calls it a headline.

    Args:
        own: lines of the page that no furniture holds, none of which prints the declared title or is a first-level heading.

    Returns:
        That line, where running text follows; None where there are several, as over the boxes of a portal.
    """
    named = [segment for segment in own if segment.nodes and _is_named(segment) and _could_be(segment)]
    if len(named) != 1 or not any(weight(segment) for segment in own if segment.index > named[0].index):
        return None
    return named[0]


def _is_named(segment: Segment) -> bool:
    return any(_names_title(name) for name in (segment.parent.get("class") or "").lower().split())


def heading_above(own: Sequence[Segment], kept: Sequence[Segment], declared: str | None) -> Segment | None:
    """„<h2>Mamy certyfikat</h2><table>…": the headline that stands just outside the article's container.

    Args:
        own: lines of the page that no furniture holds.
        kept: lines of the article, without a headline among them.
        declared: the page's title without its site's name; a section's name often.

    Returns:
        The nearest heading over the article, a few short lines apart at most; where nothing but a site's name is declared, the
        nearest large line too; None where there is neither.
    """
    first = kept[0].index if kept else 0
    above = [segment for segment in own if segment.index < first][-_REACH:]
    named = declared is not None and len(_WORDS.findall(declared)) > _NAME_WORDS
    for segment in reversed(above):
        if len(segment.text) >= LEAD and read_line(segment.text).prose:
            return None
        if _could_be(segment) and (segment.kind == "heading" or (not named and _is_large(segment))):
            return segment
    return None


def is_logo(line: Segment, own: Sequence[Segment], kept: Sequence[Segment]) -> bool:
    """„ZSZ Lipowa" in plain letters far over the article: the site's name, though the page's title repeats it.

    Args:
        line: the line that prints the declared title.
        own: lines of the page that no furniture holds.
        kept: lines of the article.
    """
    body = next((segment.index for segment in kept if segment.index > line.index), line.index)
    between = sum(line.index < segment.index < body for segment in own)
    short = len(_WORDS.findall(line.text)) <= _LOGO_WORDS
    return short and between > _LOGO_GAP and line.kind != "heading" and not _is_large(line)


def _could_be(segment: Segment) -> bool:
    text = segment.text
    if not _SHORTEST <= len(text) <= _LONGEST or segment.marker or segment.link_density >= 0.5 or segment.kind == "caption":
        return False
    if is_site_name(text) or is_section(text) or text.endswith((":", ",", ";")):
        return False
    return date_line(text) is None and labelled_date(text) is None and first_rule(read_line(text)) is None and bool(key(text))


def _is_large(segment: Segment) -> bool:
    return bool(segment.nodes) and all(_stands_out(node.element) for node in segment.nodes)


def _stands_out(element: HtmlElement) -> bool:
    level: HtmlElement | None = element
    for _ in range(_LEVELS):
        if level is None:
            break
        names = (level.get("class") or "").lower().split()
        large = level.tag == "font" and _LARGE.fullmatch((level.get("size") or "").strip()) is not None
        styled = _STYLED.search((level.get("style") or "").lower()) is not None
        if level.tag in _BOLD or large or styled or any(map(_names_title, names)):
            return True
        level = level.getparent()
    return False


def _names_title(name: str) -> bool:
    """„contentheading", „akt_tytul", „news__title"."""
    return name in words("title_classes") or not set(words("title_words")).isdisjoint(_PARTING.split(name))
