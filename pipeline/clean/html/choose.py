"""„Urząd Miejski uzyskał certyfikat": trafilatura says which lines of the page are the article.

Every line is stamped with three characters that no Polish page prints and that trafilatura keeps; what comes back stamped was
chosen. So the text, its list numbers and its tables stay ours, and only the choice is trafilatura's (its text output loses the
numbers of ordered lists, its Markdown renumbers ``<ol start="4">``: design.md, section 4).
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import trafilatura
from trafilatura.settings import use_config

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Node, Segment

_FIRST, _BASE = 0x13000, 1000
"""Egyptian hieroglyphs: 1,072 printable letters in a row, untouched by Unicode normalization"""
_OPEN = chr(_FIRST + _BASE)
_STAMP = re.compile(f"{_OPEN}([{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]{{2}})")
_LONG = 40
"""characters; a longer string gets a stamp of its own, in case the line's first string is taken away"""
MAX_LINES = 5_000
"""lines; a longer page is no news article, and trafilatura takes longer for it than all else: it gets no vote there"""

_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MAX_FILE_SIZE", "200000000")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports pages without text, which we report ourselves
logging.getLogger("readability").setLevel(logging.CRITICAL)


def chosen(root: HtmlElement, segments: Sequence[Segment]) -> set[int]:
    """Indices of the lines that trafilatura takes for the article; the tree is left as it was found.

    Options as measured in design.md, section 4: no comments, no metadata (its date search takes an edition for a date), never
    ``deduplicate`` (it keeps state between calls).
    """
    if len(segments) > MAX_LINES:
        return set()
    stamped = list(_stamps(segments))
    for node, index in stamped:
        _write(node, stamp(index) + _read(node))
    try:
        document = trafilatura.bare_extraction(
            root, include_comments=False, include_tables=True, with_metadata=False, deduplicate=False, config=_CONFIG
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        # a page that breaks trafilatura is a page without its opinion
        document = None
    finally:
        for node, _ in stamped:
            _write(node, _read(node)[3:])
    body = getattr(document, "body", None)
    return set() if body is None else {_number(found[1]) for found in _STAMP.finditer("".join(body.itertext()))}


def stamp(index: int) -> str:
    """Three characters that stand for a line's index, 0 to 999,999."""
    high, low = divmod(index, _BASE)
    return _OPEN + chr(_FIRST + high) + chr(_FIRST + low)


def _number(pair: str) -> int:
    return (ord(pair[0]) - _FIRST) * _BASE + ord(pair[1]) - _FIRST


def _stamps(segments: Sequence[Segment]) -> Iterator[tuple[Node, int]]:
    for segment in segments:
        for number, node in enumerate(segment.nodes):
            if number == 0 or len(_read(node)) > _LONG:
                yield node, segment.index


def _read(node: Node) -> str:
    return (node.element.text if node.slot == "text" else node.element.tail) or ""


def _write(node: Node, value: str) -> None:
    if node.slot == "text":
        node.element.text = value
    else:
        node.element.tail = value
