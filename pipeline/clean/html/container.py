"""„<div id="tresc">": the element of the page that holds the article, by its running text and by what trafilatura chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.elements import BLOCKS
from pipeline.clean.html.links import link_branches
from pipeline.clean.html.weights import ANCHOR, PARTS, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

SHARE = 0.6
"""share of the weight; the container is the deepest element that holds so much of each element above it"""
VOTES = 0.7
"""share of the characters that trafilatura chose; the container holds at least so many of them"""
AGREED = 0.9
"""the same for the headline's branch, which is then the article's, however much text stands beside it"""
ROUNDS = 4
"""containers that may be given up; each is a walk over the page"""


def settled(root: HtmlElement, live: Sequence[Segment], voted: set[int], headline: Segment | None) -> tuple[set[int], set[int]]:
    """„<div class="inne-wpisy">", longer than the article: a container that is all lists of links is given up for the next one.

    Args:
        root: the page.
        live: its lines.
        voted: indices of the lines that trafilatura chose.
        headline: the line that repeats the page's title, where there is one.

    Returns:
        Indices of the lines inside the container, and of those, or of containers given up, that stand in lists of links.
    """
    linked: set[int] = set()
    inside: set[int] = set()
    for _ in range(ROUNDS):
        container = _container(root, [segment for segment in live if segment.index not in linked], voted, headline)
        found = link_branches(container, live, headline) - linked
        linked |= found
        inside = _inside(container, live)
        if not found or any(weight(segment) for segment in live if segment.index in inside - linked):
            break
    return inside, linked


def _container(root: HtmlElement, segments: Sequence[Segment], voted: set[int], headline: Segment | None) -> HtmlElement:
    weights, votes = _sums(segments, voted)
    own = {headline.parent, *headline.parent.iterancestors()} if headline is not None else set()
    current = root
    while True:
        children = [child for child in current if child in weights and child.tag not in PARTS]
        best = next((child for child in children if child in own and _is_agreed(votes[child], votes[root])), None)
        if best is None:
            best = max(children, key=lambda child: weights[child], default=None)
            if best is None or weights[best] < SHARE * weights[current]:
                break
            if votes[best] < min(votes[current], VOTES * votes[root]):
                break
        current = best
    return _block(current)


def _sums(segments: Sequence[Segment], voted: set[int]) -> tuple[dict[HtmlElement, int], dict[HtmlElement, int]]:
    """Characters of running text under every element, what trafilatura chose counted twice; and what it chose alone."""
    weights: dict[HtmlElement, int] = {}
    votes: dict[HtmlElement, int] = {}
    for segment in segments:
        own = weight(segment)
        vote = own if segment.index in voted else 0
        for above in (segment.parent, *segment.parent.iterancestors()) if own else ():
            weights[above] = weights.get(above, 0) + own + vote
            votes[above] = votes.get(above, 0) + vote
    return weights, votes


def _is_agreed(votes: int, all_votes: int) -> bool:
    """„<section><h1>…<p>…</section><section>Program wyborczy …": the branch of the headline has nearly all votes."""
    return votes > 2 * ANCHOR and votes >= AGREED * all_votes


def _block(element: HtmlElement) -> HtmlElement:
    """„<td><font>Lead<p>Body</font></td>": the cell, since the lead's line belongs to it and not to the formatting."""
    while element.tag not in BLOCKS and (above := element.getparent()) is not None:
        element = above
    return element


def _inside(container: HtmlElement, segments: Sequence[Segment]) -> set[int]:
    known: dict[HtmlElement, bool] = {container: True}
    inside: set[int] = set()
    for segment in segments:
        if segment.parent not in known:
            known[segment.parent] = any(above is container for above in segment.parent.iterancestors())
        if known[segment.parent]:
            inside.add(segment.index)
    return inside
