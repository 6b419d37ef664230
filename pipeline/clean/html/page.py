"""„<html>…": a page, read but not yet judged; what titles, dates and authors are looked for in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.prune import Rule
    from pipeline.clean.html.segment import Segment
    from pipeline.clean.html.structured import Structured


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page."""

    root: HtmlElement
    elements: Sequence[HtmlElement]
    """all of them, held together: lxml builds Python objects anew on every walk over elements that nobody holds"""
    furniture: Mapping[HtmlElement, Rule]
    """elements that are no part of the article, by their names"""
    segments: Sequence[Segment]
    """every visible line, furniture included"""
    structured: Structured
    """JSON-LD"""

    @property
    def own(self) -> list[Segment]:
        """The lines that are not furniture by name."""
        return [segment for segment in self.segments if segment.reason is None]
