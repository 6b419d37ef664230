"""„<h3>Podobne artykuły</h3><ul><li><a>…": headings with nothing below that is the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.declared import words
from pipeline.clean.html.weights import LINKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.region import Choice
    from pipeline.clean.html.segment import Segment


def without_empty_sections(
    kept: list[Segment], segments: Sequence[Segment], choice: Choice, headline: Segment | None
) -> list[Segment]:
    """„<h2>Zobacz też</h2>" over links that were dropped, up to the next heading or the end of the article.

    „Zapraszamy!" at the end of an invitation stays: what was dropped below it stands elsewhere on the page, or is no link.

    Args:
        kept: the article's lines.
        segments: every line of the page.
        choice: why lines were dropped; takes the headings' reason.
        headline: the article's own.
    """
    at = {item.index: place for place, item in enumerate(segments)}
    found: list[Segment] = []
    following: Segment | None = None
    for before, item in zip([None, *kept][-2::-1], kept[::-1], strict=True):
        reason = None
        if item.kind == "heading" and item is not headline and (following is None or _ends_section(following, item)):
            end = at[following.index] if following is not None else len(segments)
            reason = _reason(_section(item, (before, following)), segments[at[item.index] + 1 : end], choice)
        if reason is None:
            found.append(item)
            following = item
        else:
            choice.kept.discard(item.index)
            choice.reasons[item.index] = reason
    return found[::-1]


def _ends_section(following: Segment, heading: Segment) -> bool:
    """„<h3>" behind „<h3>" or „<h2>" behind „<h3>"."""
    return following.kind == "heading" and str(following.parent.tag) <= str(heading.parent.tag)


def _section(heading: Segment, neighbours: Sequence[Segment | None]) -> HtmlElement | None:
    """„<div><div><h4>Zobacz też</h4></div><ul>…": the element around a heading, or the next one where it stands there alone."""
    around = heading.parent.getparent()
    if around is None or any(item is not None and around in item.parent.iterancestors() for item in neighbours):
        return around
    return around.getparent()


def _reason(around: HtmlElement | None, below: Sequence[Segment], choice: Choice) -> str | None:
    """Why the line right below the heading was dropped, if that makes the heading one of such lines too."""
    if not below or around is None or around not in below[0].parent.iterancestors():
        return None
    reason = below[0].reason or choice.reasons.get(below[0].index, "not_main")
    linked = below[0].link_density >= LINKED
    return reason if reason in words("below_headings") or linked else None
