"""„Polecamy w portalu", „<ul><li><a>Dożynki</a>…": branches of the article's container that are lists of other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.weights import ANCHOR, LINKED, link_share, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

LINKS = 0.25
"""share of a branch's characters that stand in link lines from which the branch is a list of other articles"""
LINKS_OF_TABLE = 0.6
"""the same of a table of data without running text, whose first column often has addresses"""
LISTED = 2
"""linked headings; so many and no other make a branch a list of other articles"""


def link_branches(container: HtmlElement, segments: Sequence[Segment], headline: Segment | None) -> set[int]:
    """„Polecamy w portalu": lines of the container's branches that are lists of links.

    The branch with the headline is none; nor is one with most of the running text, unless there is some below the headline.
    """
    branch: dict[HtmlElement, HtmlElement | None] = {container: None}
    lines: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        top = _branch(segment.parent, branch)
        if top is not None:
            lines.setdefault(top, []).append(segment)
    weights = {top: sum(map(weight, members)) for top, members in lines.items()}
    if headline is not None and _is_wall(lines, weights, headline, segments):
        return {item.index for members in lines.values() for item in members}
    anchored = any(headline in members and weights[top] >= ANCHOR for top, members in lines.items())
    dropped: set[int] = set()
    for top, members in lines.items():
        lists_links = _is_linked(top, members) or _lists_articles(members)
        if lists_links and headline not in members and (anchored or weights[top] * 2 <= sum(weights.values())):
            dropped.update(item.index for item in members)
    return dropped


def _is_wall(
    lines: dict[HtmlElement, list[Segment]], weights: dict[HtmlElement, int], headline: Segment, segments: Sequence[Segment]
) -> bool:
    """„<div><h2><a>Dożynki</a></h2><p>…</div><div><h2><a>Jarmark</a>…": nothing but others, the article is elsewhere."""
    members = [item for branch in lines.values() for item in branch]
    if headline in members or not _lists_articles(members):
        return False
    return sum(map(weight, segments)) - sum(weights.values()) >= ANCHOR


def _is_linked(top: HtmlElement, members: Sequence[Segment]) -> bool:
    """„<ul><li><a>Dożynki</a> Było gwarno.</li>…": a list with a link in most items; else enough of the characters."""
    links = [item for item in members if item.link_density >= LINKED]
    if top.tag in {"ul", "ol"}:
        return len({_child(item.parent, top) for item in links}) > LINKED * len({_child(item.parent, top) for item in members})
    cells = [item for item in members if item.kind == "cell"]
    if not any(map(weight, cells)) and (link_share(cells) <= LINKS_OF_TABLE or _is_headed(cells)):
        members = [item for item in members if item.kind != "cell"]
    return link_share(members) > LINKS


def _is_headed(cells: Sequence[Segment]) -> bool:
    """„<th>Norma</th><th>Ważność</th> …": a table with header cells and an address in one column of three or more."""
    linked = sum(item.link_density >= LINKED for item in cells)
    return 3 * linked <= len(cells) and any(item.parent.tag == "th" for item in cells)


def _child(element: HtmlElement, top: HtmlElement) -> HtmlElement:
    """The item of a list around one of its lines."""
    while (above := element.getparent()) is not None and above is not top:
        element = above
    return element


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
