"""„Dodano: 5 marca 2012 / Certyfikat zostaje / Tekst: Jan Śliwa": a judged page as the lines of a plain-text dump.

What pages print about their date and author, dumps print too: both are read by the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import Verdict
from pipeline.clean.html.declared import words
from pipeline.clean.html.segment import printed
from pipeline.clean.plain.wrap import Unit

if TYPE_CHECKING:
    from pipeline.clean.html.page import Page
    from pipeline.clean.html.region import Choice
    from pipeline.clean.html.segment import Segment


def visible_lines(page: Page, choice: Choice, headline: Segment | None) -> tuple[list[Unit], list[Verdict]]:
    """„Dodano: …" -> a line that is not the article: every line outside comments, menus and the like, with its verdict."""
    own = [segment for segment in page.segments if segment.reason not in words("foreign")]
    top = headline.index if headline is not None else None
    return [Unit(printed(item), item.index + 1) for item in own], [_verdict(item, choice, top) for item in own]


def _verdict(item: Segment, choice: Choice, top: int | None) -> Verdict:
    if item.index in choice.kept:
        return Verdict(keep=True, reason=None, rule="headline" if item.index == top else "body")
    return Verdict(keep=False, reason=item.reason or choice.reasons.get(item.index, "not_main"), rule="html")
