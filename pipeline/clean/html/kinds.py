"""„<figcaption>", „<p class="podpis">", „<div style="display: none">": what an element alone says of the lines inside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.clean.html.elements import HEADINGS, is_panel

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pipeline.schema import BlockKind

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    "td": "cell",
    "th": "cell",
    "li": "item",
}
_CONCEALED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ROWS = frozenset({"div", "header", "section", "footer", "article", "aside"})
INLINE_OF_ROWS = frozenset({"a", "span"})
"""elements of which such rows are made"""
_INHERITING = frozenset({"p", "div", "center", "section", "address"})
"""elements whose lines are of the kind of what is around them"""
_CAPTIONED = frozenset({"p", "div", "dd", "span"})
_CAPTION_WORDS = ("caption", "podpis", "foto-opis", "opis-zdjecia")


def kind_of(element: HtmlElement, tag: str, inherited: BlockKind) -> BlockKind:
    """„<p class="wp-caption-text">" -> "caption"; ``inherited`` is the kind of the block around it."""
    if tag in _CAPTIONED:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(names) > 1 and _names_caption(names):
            return "caption"
    return inherited if tag in _INHERITING else _KINDS.get(tag, "paragraph")


@lru_cache(maxsize=4096)
def _names_caption(names: str) -> bool:
    """„wp-caption-text", „foto-opis"."""
    lowered = names.lower()
    return any(word in lowered for word in _CAPTION_WORDS)


def is_concealed(element: HtmlElement) -> bool:
    """„<div style="display: none">": not yet shown, and no panel of a tab or an accordion either."""
    style = element.get("style")
    concealed = element.get("hidden") is not None or (style is not None and _CONCEALED.search(style) is not None)
    return concealed and not is_panel(element)


def is_part_of_row(element: HtmlElement) -> bool:
    """„<div><a class="kto">Jan Kowal</a><span class="kiedy">5 maja</span></div>": a frame of named strings without white space.

    What word processors leave behind, „<p><span>cert</span><span>yfikat</span></p>", has no names or stands in paragraphs.
    """
    row, after = element.getparent(), element.getnext()
    if row is None or after is None or row.tag not in _ROWS or not {element.tag, after.tag} <= INLINE_OF_ROWS:
        return False
    named = element.get("class") and after.get("class") and element.get("class") != after.get("class")
    return bool(named or _is_glued(element, after)) and not (row.text or "").strip()


def _is_glued(element: HtmlElement, after: HtmlElement) -> bool:
    """„…artykułu" and „0:00", „Kowal" and „Zobacz": no word goes on like that."""
    left, right = "".join(element.itertext())[-1:], "".join(after.itertext())[:1]
    return left.isalpha() and (right.isdigit() or (right.isupper() and left.islower()))
