"""„<table width="780"><tr><td class="menu">…": tables that only place things on the page become plain containers.

Findings in layout tables vanish in every mode of trafilatura (its issue 531); with the tables unwrapped they come back
(design.md, section 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.elements import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
_STRUCTURE = HEADINGS | {"p", "ul", "ol", "form", "article", "section", "blockquote", "table"}
LONG_CELL = 200
"""characters; a table of facts has shorter cells"""


def unwrap_layout_tables(root: HtmlElement) -> int:
    """„<table><tr><td><p>Urząd …": renames the parts of layout tables to ``div``; returns how many tables were.

    A table is layout if it nests a table, has one column, is marked ``role="presentation"``, or holds paragraphs, headings,
    lists or cells longer than ``LONG_CELL`` and no header cells. Everything else is a table of facts and stays.
    """
    tables = list(root.iter("table"))
    nesting = {above for table in tables for above in table.iterancestors("table")}
    layout = [table for table in tables if table in nesting or _is_layout(table)]
    for table in layout:
        for part in _own_parts(table):
            part.tag = "div"
    return len(layout)


def unwrap_layout_forms(root: HtmlElement) -> None:
    """„<form id="aspnetForm"><h1>…": a form with most of the page's text is a frame around the page: it becomes a ``div``."""
    forms = list(root.iter("form"))
    total = len(root.text_content()) if forms else 0
    for form in forms:
        if 2 * len(form.text_content()) > total:
            form.tag = "div"


def _own_parts(table: HtmlElement) -> list[HtmlElement]:
    """The table, its rows and cells, without those of tables nested in its cells."""
    parts, pending = [table], list(table)
    while pending:
        element = pending.pop()
        if element.tag in _PARTS and element.tag != "table":
            parts.append(element)
            pending += list(element)
    return parts


def _is_layout(table: HtmlElement) -> bool:
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    own = _own_parts(table)
    rows = [part for part in own if part.tag == "tr"]
    cells = [part for part in own if part.tag in {"td", "th"}]
    if any(cell.tag == "th" for cell in cells) or table.find("caption") is not None:
        return False
    if not rows or max(sum(child.tag == "td" for child in row) for row in rows) <= 1:
        return True
    return any(_holds_structure(cell) for cell in cells)


def _holds_structure(cell: HtmlElement) -> bool:
    blocks = [element for element in cell.iter() if element is not cell and element.tag in _STRUCTURE]
    if len(blocks) > 1 or any(block.tag in HEADINGS for block in blocks):
        return True
    return len("".join(cell.itertext()).strip()) > LONG_CELL
