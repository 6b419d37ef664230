"""„Urząd Miejski … / Dodaj komentarz / Polecamy": the part of the page that holds the article, around what trafilatura chose.

Trafilatura votes line by line; here the votes and the running text decide on one element of the page, the article's
container. Inside it, lines that trafilatura lost (enumerations in sibling ``<div>``s, items in table cells) come back; outside
it, only the headline and the lead above the container stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.clean.html.elements import BLOCKS
from pipeline.clean.html.threads import comment_lines
from pipeline.text import squash_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

SHARE = 0.6
"""share of the weight; the container is the deepest element that holds so much of each element above it"""
RUNNING = 40
"""characters; shorter lines carry no weight: menus, labels and captions are made of them"""
LINKED = 0.5
"""share of linked characters from which a line is a link, not a sentence with a link"""
LINKED_LITTLE = 0.3
"""share of linked characters up to which a line is running text"""
VOTES = 0.7
"""share of the characters that trafilatura chose; the container holds at least so many of them"""
LINKS = 0.25
"""share of a branch's characters that stand in link lines from which the branch is a list of other articles"""
LISTED = 2
"""linked headings; so many and no other make a branch a list of other articles"""
ANCHOR = 120
"""characters of running text; with so much in its branch, the headline shows where the article is"""
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
    repeated = _repeated(segments)
    choice.reasons.update(dict.fromkeys(repeated, "repeated"))
    comments = comment_lines(segments, headline)
    choice.reasons.update(dict.fromkeys(comments, "comments"))
    live = [segment for segment in segments if segment.index not in repeated and segment.index not in comments]
    container = _container(root, live, voted)
    linked = _link_branches(container, live, headline)
    choice.reasons.update(dict.fromkeys(linked, "links"))
    inside = _inside(container, live) - linked
    for segment in live:
        if segment.index in inside and (segment.index in voted or _fits(segment)):
            choice.kept.add(segment.index)
    _add_head(choice, live, headline)
    _add_tail(choice, live, voted)
    return choice


def _fits(segment: Segment) -> bool:
    return segment.link_density < LINKED and not segment.in_form and not segment.hidden and segment.kind != "caption"


def _repeated(segments: Sequence[Segment]) -> set[int]:
    """Long lines that the page prints a second time (a version for print, for phones): the first copy counts."""
    seen: set[str] = set()
    repeated: set[int] = set()
    for segment in segments:
        if len(segment.text) < 2 * RUNNING:
            continue
        key = squash_key(segment.text)
        if key in seen:
            repeated.add(segment.index)
        seen.add(key)
    return repeated


def _container(root: HtmlElement, segments: Sequence[Segment], voted: set[int]) -> HtmlElement:
    weights: dict[HtmlElement, int] = {}
    votes: dict[HtmlElement, int] = {}
    for segment in segments:
        weight = _weight(segment)
        vote = weight if segment.index in voted else 0
        for above in (segment.parent, *segment.parent.iterancestors()) if weight else ():
            weights[above] = weights.get(above, 0) + weight + vote
            votes[above] = votes.get(above, 0) + vote
    current = root
    while True:
        best = max((child for child in current if child in weights), key=lambda child: weights[child], default=None)
        if best is None or best.tag in {"p", "li"} or weights[best] < SHARE * weights[current]:
            return _block(current)
        if votes[best] < min(votes[current], VOTES * votes[root]):
            return _block(current)
        current = best


def _block(element: HtmlElement) -> HtmlElement:
    """„<td><font>Lead<p>Body</font></td>": the cell, since the lead's line belongs to it and not to the formatting."""
    while element.tag not in BLOCKS and (above := element.getparent()) is not None:
        element = above
    return element


def _weight(segment: Segment) -> int:
    if len(segment.text) < RUNNING or segment.link_density > LINKED_LITTLE or segment.kind == "caption":
        return 0
    return len(segment.text)


def _inside(container: HtmlElement, segments: Sequence[Segment]) -> set[int]:
    known: dict[HtmlElement, bool] = {container: True}
    inside: set[int] = set()
    for segment in segments:
        if segment.parent not in known:
            known[segment.parent] = any(above is container for above in segment.parent.iterancestors())
        if known[segment.parent]:
            inside.add(segment.index)
    return inside


def _link_branches(container: HtmlElement, segments: Sequence[Segment], headline: Segment | None) -> set[int]:
    """„Polecamy w portalu": lines of the container's branches that are lists of links.

    The branch with the headline is none; nor is one with most of the running text, unless there is some below the headline.
    """
    branch: dict[HtmlElement, HtmlElement | None] = {container: None}
    lines: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        top = _branch(segment.parent, branch)
        if top is not None:
            lines.setdefault(top, []).append(segment)
    weights = {top: sum(map(_weight, members)) for top, members in lines.items()}
    anchored = any(headline in members and weights[top] >= ANCHOR for top, members in lines.items())
    dropped: set[int] = set()
    for top, members in lines.items():
        linked = sum(len(item.text) for item in members if item.link_density >= LINKED)
        lists_links = linked > LINKS * sum(len(item.text) for item in members) or _lists_articles(members)
        if lists_links and headline not in members and (anchored or weights[top] * 2 <= sum(weights.values())):
            dropped.update(item.index for item in members)
    return dropped


def _lists_articles(members: Sequence[Segment]) -> bool:
    """„<h3><a>Dożynki</a></h3><p>…</p><h3><a>Jarmark</a></h3><p>…": at least two headings, all of them links."""
    headings = [item for item in members if item.kind == "heading"]
    return len(headings) >= LISTED and all(item.link_density >= LINKED for item in headings)


def _branch(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The child of the container (the key with the value None) above an element; remembers every element on the way."""
    path = []
    current: HtmlElement | None = element
    while current is not None and current not in known:
        path.append(current)
        current = current.getparent()
    if current is None:
        return None
    top = known[current] if known[current] is not None else (path[-1] if path else None)
    for passed in path:
        known[passed] = top
    return top


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
        if _weight(segment):
            choice.kept.update(waiting)
            waiting = []
