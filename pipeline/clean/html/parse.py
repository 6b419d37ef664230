"""„<p>Urząd Miejski uzyskał certyfikat": characters become a tree that is safe to walk, however broken the page is."""

from __future__ import annotations

import re

from lxml import etree, html

from pipeline.clean.html.elements import INLINE_OLD

MAX_DEPTH = 180
"""levels; libxml2 gives up at 256 (2048 with huge_tree) and trafilatura recurses in Python, whose limit is 1000 calls"""

_TOO_DEEP = "Excessive depth"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_OLD_FORMATTING = re.compile(rf"</?(?:{'|'.join(INLINE_OLD)})\b[^<>]*>", re.IGNORECASE)


def parse(text: str) -> html.HtmlElement | None:
    """„<td><font>Wyniki audytu": the page as a tree of at most ``MAX_DEPTH`` levels; None where there is nothing to parse.

    Comments and processing instructions are left out. Never raises on any string.
    """
    clean = _UNPRINTABLE.sub("", text)
    root = _parse(clean)
    if root is not None and _depth_exceeded(root):
        root = _parse(_OLD_FORMATTING.sub(" ", clean))
    if root is not None:
        flatten(root)
    return root


def _parse(text: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root, html.HtmlElement) else None


def _depth_exceeded(root: html.HtmlElement) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > MAX_DEPTH:
            return True
    return False


def flatten(root: html.HtmlElement) -> None:
    """„<font><font><font>…": elements below ``MAX_DEPTH`` become children of the last allowed level, text and order kept."""
    depth = 0
    deep: list[html.HtmlElement] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == MAX_DEPTH and len(element):
            deep.append(element)
    for element in deep:
        _spill(element)


def _spill(top: html.HtmlElement) -> None:
    """Rebuilds one subtree as text with line breaks: its shape beyond this depth carries no meaning."""
    parts = [part for part in top.itertext(with_tail=False) if part.strip()]
    for child in list(top):
        top.remove(child)
    top.text = parts[0] if parts else None
    for part in parts[1:]:
        etree.SubElement(top, "br").tail = part
