"""„Norma | Jednostka certyfikująca | Ważny do": rows under a head are data, though their cells look like menus and dates."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.clean.furniture.cells import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_COLUMNS, _LEAST_ROWS = 2, 3
"""a head and one row could be a menu above the date of an article"""
_HEAD_WORDS = 6
"""words of a cell of the head: „Nazwa jednostki, która wydała certyfikat" has five"""
_PART = " | "
_WORD = re.compile(r"[^\W\d_]{2}")


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of equal length are a head without digits and data below it: one column of figures, one of words.

    A menu has no figures, a calendar no words, a list of dated headlines no head.
    """
    if len(rows) < _LEAST_ROWS or len(rows[0]) < _LEAST_COLUMNS or any(len(row) != len(rows[0]) for row in rows):
        return False
    head, *body = rows
    if any(_has_digit(cell) or not cell or len(cell.split()) > _HEAD_WORDS for cell in head):
        return False
    by_column = list(zip(*body, strict=True))
    figures = any(all(_has_digit(cell) for cell in column) for column in by_column)
    return figures and any(all(_WORD.search(cell) for cell in column) for column in by_column)


def table_lines(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that are rows of such tables, cells parted by bars, tabs or wide gaps.

    Args:
        lines: the page's lines as printed; a table's rows stand next to each other, blank lines aside.
    """
    parted = [(i, columns(line).split(_PART)) for i, line in enumerate(lines) if line.strip()]
    found: set[int] = set()
    for width, run in groupby(parted, key=lambda item: len(item[1])):
        rows = list(run)
        if width >= _LEAST_COLUMNS and is_table([[cell.strip(" |") for cell in cells] for _, cells in rows]):
            found.update(i for i, _ in rows)
    return found


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
