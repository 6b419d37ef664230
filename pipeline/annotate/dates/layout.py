"""„ISO 9001 | PRS | 12.03.2014": signs beside a date, and the head of its column where it stands in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.values.edtf import FoundDate

_CELL = " | "
_BESIDE = 3
"""characters on each side of a date among which a sign may stand"""
_ROWS = 40
"""rows above a cell that are looked at"""


def signs(text: str, found: FoundDate) -> set[str]:
    """„(12.03.2014)" -> {"sign-before=(", "sign-behind=)"}; the first or last date of a line; one in the title."""
    before = text[max(0, found.start - _BESIDE) : found.start].rstrip(" ")[-1:]
    behind = text[found.end : found.end + _BESIDE].lstrip(" ")[:1]
    some = {f"sign-before={_shown(before)}", f"sign-behind={_shown(behind)}"}
    if found.start == 0 or text[found.start - 1] == "\n":
        some.add("line-start")
    if found.end >= len(text) or text[found.end] == "\n":
        some.add("line-end")
    if found.start < text.find("\n"):
        some.add("title")
    return some


def _shown(character: str) -> str:
    if not character:
        return "none"
    return "word" if character.isalnum() else "line" if character == "\n" else character


def heading_cell(text: str, at: int) -> str:
    """„Norma | Termin ważności" over „ISO 9001 | 12.03.2014" -> "Termin ważności"; "" outside a table or without a head."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    width = text.count(_CELL, start, end if end >= 0 else len(text))
    if not width:
        return ""
    column, top = text.count(_CELL, start, at), ""
    for _ in range(_ROWS):
        if not start:
            break
        above = text.rfind("\n", 0, start - 1) + 1
        row = text[above : start - 1]
        if row.count(_CELL) != width:
            break
        top, start = row, above
    cell = top.split(_CELL)[column] if top else ""
    return "" if any(map(str.isdigit, cell)) else cell
