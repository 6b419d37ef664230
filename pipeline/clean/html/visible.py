"""„Dodano: 5 marca 2012 / Certyfikat zostaje / Tekst: Jan Śliwa": a judged page as the lines of a plain-text dump.

What pages print about their date and author, dumps print too: both are read by the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import Verdict
from pipeline.clean.datelines import date_line
from pipeline.clean.html.declared import words
from pipeline.clean.html.segment import printed
from pipeline.clean.people import full_name
from pipeline.clean.plain.wrap import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.clean.html.page import Page
    from pipeline.clean.html.region import Choice
    from pipeline.clean.html.segment import Segment

BESIDE = 2
"""lines between a date and the name beside it"""


def visible_lines(page: Page, choice: Choice, headline: Segment | None) -> tuple[list[Unit], list[Verdict]]:
    """„Dodano: …" -> a line that is not the article: every line outside comments, menus and the like, with its verdict."""
    own = [segment for segment in page.segments if segment.reason not in words("foreign")]
    top = headline.index if headline is not None else None
    verdicts = [_verdict(item, choice, top) for item in own]
    for at in _bylines(own, choice, headline):
        verdicts[at] = Verdict(keep=False, reason="byline", rule="html")
    return [Unit(printed(item), item.index + 1) for item in own], verdicts


def _bylines(own: Sequence[Segment], choice: Choice, headline: Segment | None) -> Iterator[int]:
    """„Certyfikat zostaje / Jan Śliwa / 5 marca 2012, 10:15 / Urząd …": names beside a date, between headline and text."""
    if headline is None:
        return
    body = min((index for index in choice.kept if index > headline.index), default=0)
    between = [at for at, item in enumerate(own) if headline.index < item.index < body]
    dates = [at for at in between if date_line(own[at].text) is not None]
    for at in between:
        near = any(abs(at - dated) <= BESIDE for dated in dates)
        if near and own[at].index not in choice.kept and full_name(own[at].text):
            yield at


def _verdict(item: Segment, choice: Choice, top: int | None) -> Verdict:
    if item.index in choice.kept:
        return Verdict(keep=True, reason=None, rule="headline" if item.index == top else "body")
    return Verdict(keep=False, reason=item.reason or choice.reasons.get(item.index, "not_main"), rule="html")
