"""„Na sesji radni wysłuchali sprawozdania …": how much running text a line holds, and how much of it is links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.elements import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.html.segment import Segment

RUNNING = 40
"""characters; shorter lines carry no weight: menus, labels and captions are made of them"""
LINKED = 0.5
"""share of linked characters from which a line is a link, not a sentence with a link"""
LINKED_LITTLE = 0.3
"""share of linked characters up to which a line is running text"""
ANCHOR = 120
"""characters of running text; with so much in its branch, the headline shows where the article is"""
PARTS = HEADINGS | {"p", "li", "ul", "ol", "dl", "table", "blockquote", "pre", "figure"}
"""elements that are parts of an article and never the whole"""


def weight(segment: Segment) -> int:
    """Characters of a line of running text; 0 for labels, captions and links."""
    if len(segment.text) < RUNNING or segment.link_density > LINKED_LITTLE or segment.kind == "caption":
        return 0
    return len(segment.text)


def link_share(lines: Sequence[Segment]) -> float:
    """Share of the characters of some lines that stand in lines which are links, 0 to 1."""
    linked = sum(len(item.text) for item in lines if item.link_density >= LINKED)
    return linked / sum(len(item.text) for item in lines) if linked else 0.0
