"""„Certyfikaty otrzymały następujące urzędy:", „<ul><li><a>Urząd w Lipowej</a>…": links that a sentence announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.weights import LINKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.html.segment import Segment

LEAD_WORDS = 5
"""words; a shorter line with a colon is a label: „Zobacz także:", „Pliki do pobrania:" """
_LISTS = frozenset({"ul", "ol"})


def introduced(segments: Sequence[Segment], inside: set[int]) -> set[int]:
    """„… mają skrzynkę na zgłoszenia:", „<p><a>zgloszenia@lipowa.example</a>": indices of such links.

    Args:
        segments: the page's lines that are no furniture by name.
        inside: indices of those in the article's container.

    A paragraph or a list right behind the sentence counts, in the same parent; its first line is a link.
    """
    found: set[int] = set()
    for at, lead in enumerate(segments[:-1]):
        following = segments[at + 1]
        if lead.index not in inside or following.index not in inside or not _announces(lead):
            continue
        block = following.parent.getparent() if following.kind == "item" else following.parent
        if block is None or following.link_density < LINKED or block.getparent() is not lead.parent.getparent():
            continue
        if block.tag in _LISTS:
            found.update(item.index for item in segments[at + 1 :] if block in item.parent.iterancestors())
        else:
            found.add(following.index)
    return found


def _announces(line: Segment) -> bool:
    return (
        line.text.endswith(":")
        and line.link_density < LINKED
        and line.kind == "paragraph"
        and len(line.text.split()) >= LEAD_WORDS
    )
