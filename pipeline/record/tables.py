"""„Norma | Jednostka certyfikująca | Ważny do", „Data ważności: 19.06.2021": rows and label lists, each as one passage."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.vocabulary import data
from pipeline.values.phrase import Pattern, matches_any, pattern, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.schema import Block

_LABEL = re.compile(r"[ \t•*–-]*(?P<label>[^\W\d_][^:|.\n]{1,48}?)[ \t]*:[ \t]+(?P<value>\S[^\n]*)")
_PIPE = re.compile(r"[ \t]*(?:\||\t)[ \t]*")
_CELL = re.compile(r"(?P<table>.*/table(?:\[\d+\])?)(?:/t\w+)*?/tr(?:\[(?P<row>\d+)\])?/t[dh](?:\[(?P<column>\d+)\])?(?:/.*)?$")
DATE_ROLES = frozenset({"valid_until", "valid_from", "awarded", "first_awarded", "audit"})
"""Meanings of columns that are roles of dates."""
_LINES = 3
"""lines; fewer labels in a row are a remark, not a list of data"""


class Cell(NamedTuple):
    """What stands in a column of a table or behind a label."""

    column: int
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A head and rows of cells; a label list is a table with one row."""

    start: int
    end: int
    head: dict[int, str]
    rows: list[list[Cell]] = field(default_factory=list)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _label_lists(text: str) -> list[Table]:
    """„Norma: ISO 9001 / Jednostka: PCBC / Ważny do: …": neighbouring lines of a label and a value."""
    found: list[Table] = []
    marked = ((span, _LABEL.fullmatch(text, *span)) for span in _lines(text))
    for is_label, group in groupby(marked, key=lambda entry: entry[1] is not None):
        own = [m for _, m in group if m is not None]
        if is_label and len(own) >= _LINES:
            found += [_labelled(part) for part in _repeated(own)]
    return found


def _labelled(own: list[re.Match[str]]) -> Table:
    row = [Cell(i, m.start("value"), m.end()) for i, m in enumerate(own)]
    return Table(own[0].start(), own[-1].end(), {i: m["label"] for i, m in enumerate(own)}, [row])


def _repeated(own: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """„Norma: … Ważny do: … Norma: … Ważny do: …": a new record where the first label comes again."""
    part: list[re.Match[str]] = []
    for line in own:
        if part and line["label"] == part[0]["label"]:
            yield part
            part = []
        part.append(line)
    yield part


def _cells(text: str, start: int, end: int) -> list[Cell]:
    bounds = [(m.start(), m.end()) for m in _PIPE.finditer(text, start, end)]
    opens, closes = [start, *(b for _, b in bounds)], [*(a for a, _ in bounds), end]
    return [Cell(i, a, b) for i, (a, b) in enumerate(zip(opens, closes, strict=True))]


def _piped(text: str) -> list[Table]:
    """Lines of one number of cells apart by „|" or tabs; the first is the head."""
    found: list[Table] = []
    split = ((_cells(text, *span), span) for span in _lines(text))
    for count, group in groupby(split, key=lambda entry: len(entry[0])):
        lines = list(group)
        if count > 1 and len(lines) > 1:
            head = {c.column: text[c.start : c.end] for c in lines[0][0]}
            found.append(Table(lines[0][1][0], lines[-1][1][1], head, [cells for cells, _ in lines[1:]]))
    return found


def _of_blocks(text: str, blocks: Sequence[Block]) -> list[Table]:
    """Cells that were elements of the page, each on a line of its own in the text."""
    cells = [(m, b) for b in blocks if b.path and (m := _CELL.match(b.path))]
    found: list[Table] = []
    for _, group in groupby(cells, key=lambda entry: entry[0]["table"]):
        rows: dict[str, list[Cell]] = {}
        for place, block in group:
            rows.setdefault(place["row"] or "1", []).append(Cell(int(place["column"] or 1), block.start, block.end))
        first, *rest = rows.values()
        if rest and len(first) > 1:
            head = {c.column: text[c.start : c.end] for c in first}
            found.append(Table(first[0].start, rest[-1][-1].end, head, rest))
    return found


@lru_cache(maxsize=1)
def _columns() -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
    return tuple((name, tuple(pattern(p) for p in printed)) for name, printed in data()["columns"].items())


@lru_cache(maxsize=512)
def meaning(head: str) -> str | None:
    """„Ważny do" -> valid_until, „Jednostka certyfikująca" -> certifier: what a column or a label holds; None for others."""
    own = words(head)
    return next((name for name, wanted in _columns() if matches_any(own, wanted)), None)


def date_roles(text: str, blocks: Sequence[Block], standards: Iterable[int], dates: Iterable[int]) -> dict[int, str]:
    """„Ważny do" over „10.02.2026" -> valid_until: what heads and labels say of the dates below and behind them.

    Args:
        text: the cleaned article.
        blocks: its blocks.
        standards: first characters of its standards, ascending.
        dates: first characters of its dates.

    Returns:
        First character of a date -> its role, for dates in such columns only.
    """
    cells = sorted(
        (cell.start, cell.end, role)
        for table in tables(text, blocks, standards)
        for row in table.rows
        for cell in row
        if (role := meaning(table.head.get(cell.column, ""))) is not None and role in DATE_ROLES
    )
    starts = [start for start, _, _ in cells]
    found: dict[int, str] = {}
    for date in dates if cells else ():
        _, end, role = cells[max(0, bisect_right(starts, date) - 1)]
        if starts[0] <= date < end:
            found[date] = role
    return found


def tables(text: str, blocks: Sequence[Block], standards: Iterable[int]) -> list[Table]:
    """Tables and label lists that tell of certificates: they name a standard and have a head that says what else is told.

    Args:
        text: the cleaned article.
        blocks: its blocks; cells know their place by their path.
        standards: first characters of its standards, ascending.
    """
    named = list(standards)
    found: list[Table] = []
    for table in [*_of_blocks(text, blocks), *_piped(text), *_label_lists(text)] if named else []:
        index = bisect_left(named, table.start)
        inside = index < len(named) and named[index] < table.end
        telling = {m for h in table.head.values() if (m := meaning(h))} - {"standards"}
        if inside and telling and not _lists_subjects(table, named):
            found.append(table)
    kept: list[Table] = []
    for table in sorted(found, key=lambda t: t.start):
        if not kept or table.start >= kept[-1].end:
            kept.append(table)
    return kept


def _lists_subjects(table: Table, standards: Sequence[int]) -> bool:
    """„– Starostwo: ISO 9001, ważny do …; – Szpital: ISO 14001": lines of several offices, not one record."""
    if len(table.rows) > 1:
        return False
    others = (c for c in table.rows[0] if meaning(table.head.get(c.column, "")) != "standards")
    return sum(bisect_left(standards, c.end) > bisect_left(standards, c.start) for c in others) > 1
