"""„Urząd Miejski … / Dodaj komentarz / Polecamy": the part of the page that holds the article, around what trafilatura chose.

Trafilatura votes line by line; here the votes and the running text decide on one element of the page, the article's
container. Inside it, lines that trafilatura lost (enumerations in sibling ``<div>``s, items in table cells) come back; outside
it, only the headline and the lead above the container stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.clean.html.container import settled
from pipeline.clean.html.introduced import introduced
from pipeline.clean.html.language import is_foreign
from pipeline.clean.html.threads import comment_lines
from pipeline.clean.html.weights import LINKED, LINKED_LITTLE, RUNNING, weight
from pipeline.text import fold, squash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

LEAD = 60
"""characters; a shorter line between headline and body is a date, a name or a caption"""


@dataclass(slots=True)
class Choice:
    """Which lines are the article, and why the others are not."""

    kept: set[int] = field(default_factory=set)
    reasons: dict[int, str] = field(default_factory=dict)
    """index -> reason code, for lines whose reason is not the general "not_main" """


def article(root: HtmlElement, segments: Sequence[Segment], voted: set[int], headline: Segment | None) -> Choice:
    """„headline, lead, body": the lines of the article.

    Args:
        root: the pruned page.
        segments: its lines.
        voted: indices of the lines that trafilatura chose.
        headline: the line that repeats the page's title, where there is one.
    """
    choice = Choice()
    repeated = _repeated(segments, voted if headline is None else voted | {headline.index})
    choice.reasons.update(dict.fromkeys(repeated, "repeated"))
    comments = comment_lines(segments, headline)
    choice.reasons.update(dict.fromkeys(comments, "comments"))
    live = [segment for segment in segments if segment.index not in repeated and segment.index not in comments]
    inside, linked = settled(root, live, voted, headline)
    announced = introduced(live, inside)
    # what lists of links look like was learnt from Polish pages alone: elsewhere trafilatura's choice counts
    linked -= announced | (voted if is_foreign(root, live) else set())
    choice.reasons.update(dict.fromkeys(linked, "links"))
    inside -= linked
    for segment in live:
        if segment.index in inside and (segment.index in voted or segment.index in announced or _fits(segment)):
            choice.kept.add(segment.index)
    _add_head(choice, live, headline)
    _add_tail(choice, live, voted)
    return choice


def _fits(segment: Segment) -> bool:
    return segment.link_density < LINKED and not segment.in_form and not segment.hidden


def _repeated(segments: Sequence[Segment], voted: set[int]) -> set[int]:
    """Long lines that the page prints a second time (a version for print, for phones).

    The first copy that trafilatura chose or that is the headline counts, else the first of all: shops print the first sentence
    over the price, too.
    """
    first: dict[str, int] = {}
    repeated: set[int] = set()
    for segment in segments:
        if len(segment.text) < 2 * RUNNING:
            continue
        key = squash(fold(segment.text))
        earlier = first.get(key)
        if earlier is not None and (earlier in voted or segment.index not in voted):
            repeated.add(segment.index)
            continue
        if earlier is not None:
            repeated.add(earlier)
        first[key] = segment.index
    return repeated


def _add_head(choice: Choice, segments: Sequence[Segment], headline: Segment | None) -> None:
    """The headline and the running text between it and the body: many templates put the lead into a box of its own."""
    if headline is None or not choice.kept:
        return
    first = min(choice.kept)
    choice.kept.add(headline.index)
    for segment in segments:
        between = headline.index < segment.index < first and segment.kind != "caption" and not segment.in_form
        if between and len(segment.text) >= LEAD and segment.link_density < LINKED_LITTLE:
            choice.kept.add(segment.index)


def _add_tail(choice: Choice, segments: Sequence[Segment], voted: set[int]) -> None:
    """„<section><h3>Co dalej</h3><p>…": what trafilatura chose right behind the container, up to its last running text.

    A link ends it: behind an article come lists of others.
    """
    last = max(choice.kept, default=-1)
    waiting: list[int] = []
    for segment in segments:
        if segment.index <= last:
            continue
        if segment.index not in voted or segment.link_density >= LINKED:
            return
        waiting.append(segment.index)
        if weight(segment):
            choice.kept.update(waiting)
            waiting = []
