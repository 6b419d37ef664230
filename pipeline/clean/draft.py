"""What both ways of cleaning return, before the parts become one text with offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.schema import EDTF, BlockKind, Dropped


@dataclass(slots=True)
class DraftBlock:
    """„1. sprawna obsługa interesanta": one element or joined line of the article proper."""

    kind: BlockKind
    text: str
    """the characters without the list marker"""
    marker: str | None = None
    """list marker as printed or as the browser would print it: "1.", "a)", "-", "•" """
    path: str | None = None
    """DOM path of the element; None for plain text"""
    line: int | None = field(default=None, compare=False)
    """where the block stands: line of the dump or order on the page, from 1, as in ``Dropped``"""


@dataclass(slots=True)
class Draft:
    """An article in parts: ``assemble`` puts the headline first, once, and counts the offsets."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: EDTF | None = None
    published_from: str | None = None
    """json-ld, meta, time, label, line, url or sidecar"""
    url: str | None = None
    """address that the page itself states; counts where the source has none"""
    site: str | None = None
    """name of the site that the page itself states; counts where neither the source nor an address tells"""
    blocks: list[DraftBlock] = field(default_factory=list)
    """the blocks in page order; the headline may be among them, assembling keeps it once"""
    dropped: list[Dropped] = field(default_factory=list)
    """what was left out, in page order, with reason codes"""
