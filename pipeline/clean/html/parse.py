"""„<p>Urząd Miejski uzyskał certyfikat": characters become a tree that is safe to walk, however broken the page is."""

from __future__ import annotations

import re

from lxml import etree, html

from pipeline.clean.html.elements import INLINE_OLD

MAX_DEPTH = 180
"""levels; trafilatura recurses in Python, whose limit is 1000 calls, and pages of 2011 to 2026 stay below 60"""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BREAK = re.compile(r"</br\s*>", re.IGNORECASE)
_ENDS = ("</p>", "</div>", "</td>", "</tr>", "</li>")
"""libxml2 passes over an end tag without a beginning, and the words on both sides would be glued"""
_ODD_END = re.compile(r"</(?:p|div|td|tr|li)\s*>(?!\s)", re.IGNORECASE)
_FORMATTING = re.compile(rf"</?(?:{'|'.join(INLINE_OLD)})\b[^<>]*>", re.IGNORECASE)
_ELEMENTS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""lxml.html asks Python for the class of every element, to give forms and fields methods that nobody here calls"""
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")
_NESTING = re.compile(r"</?(?!(?:p|br|li|h[1-6]|title|a|head|meta|script|style)\b)[a-z][^<>]*>", re.IGNORECASE)


def parse(text: str) -> html.HtmlElement | None:
    """„<td><font>Wyniki audytu": the page as a tree of at most ``MAX_DEPTH`` levels; None where there is nothing to parse.

    libxml2 stops reading at 2,048 levels: then the page is read again without its old formatting, then without anything that
    nests. Comments and processing instructions are left out. Never raises on any string.
    """
    clean = _parted(_BREAK.sub("<br>", _UNPRINTABLE.sub("", text)))
    root, whole = _parse(clean)
    if root is None or (whole and not _depth_exceeded(root)):
        return root
    root, whole = _parse(_FORMATTING.sub("", clean))
    if root is not None and not whole:
        root, _ = _parse(_NESTING.sub("<br>", clean))
    if root is not None:
        flatten(root)
    return root


def _parted(text: str) -> str:
    """„Urząd</p>Gmina" -> „Urząd</p> Gmina"; fixed strings first, which are found ten times faster than patterns."""
    for end in _ENDS:
        text = text.replace(end, f"{end} ")
    return _ODD_END.sub(lambda found: f"{found[0]} ", text)


def _parse(text: str) -> tuple[html.HtmlElement | None, bool]:
    """The tree, and whether libxml2 read to the end."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, True
    whole = all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return (root if isinstance(root, html.HtmlElement) else None), whole


def _depth_exceeded(root: html.HtmlElement) -> bool:
    return bool(_TOO_DEEP(root))


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
