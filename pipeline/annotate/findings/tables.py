"""Findings in tables: „Lp. | Ustalenie | Zalecenie" over rows, or the same cells one a line, as pages print them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.headings import is_pure
from pipeline.annotate.findings.kinds import says_nothing
from pipeline.annotate.findings.lexicon import context_words
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.notes import without_notes
from pipeline.annotate.findings.openings import label
from pipeline.annotate.findings.verdict import strongest
from pipeline.values.enumeration import sentences
from pipeline.values.enumeration.bounds import lines, stripped
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.values.enumeration import Span

_BARS = "|\t"
_BAR = re.compile(r"[|\t]")
_RULES = frozenset("-:=+–— ")
"""characters of a line that only parts the head of a table from its rows"""
_HEAD = 60
"""characters; the head of a column is a phrase („Ustalenia z kontroli" has 20)"""
_CELL = 600
"""characters; a longer line is a paragraph"""
_MIN_WORDS = 2
"""words; a cell of one word („usunięto") names no finding"""
_MIN_COLUMNS = 2
_MAX_COLUMNS = 12
_MAX_CELLS = 600
"""cells one a line; a table of 100 findings with six columns has as many"""


class _Column(NamedTuple):
    """What one column holds: findings of a kind by a rule, numbers of rows, or something else."""

    span: Span
    kind: str | None
    rule: str
    counts: bool = False


def _column(text: str, span: Span) -> _Column | None:
    """„Opis niezgodności" -> findings, „Lp." -> numbers, „Termin" -> something else; None for what heads no column."""
    sentence = words(text, *span)
    if not sentence or span[1] - span[0] > _HEAD or text[span[1] - 1] in ",;:?!":
        return None
    if all(w.form.lower() in context_words("row_numbers") for w in sentence):
        return _Column(span, None, "", counts=True)
    if not has_any(sentence, context_words("other_columns")):
        hit = label(sentence) or strongest(text, sentence)[0]
        if hit is not None and hit.rule.kind not in {"none", "unspecified"} and is_pure(sentence, hit):
            return _Column(span, hit.rule.kind, hit.rule.id)
    known = context_words("other_columns") | context_words("column_words")
    return _Column(span, None, "") if all(w.keys & known or len(w.form) == 1 for w in sentence) else None


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a line that bars or tabulators part."""
    start, end = stripped(text, *line)
    while start < end and text[start] in _BARS:
        start += 1
    while end > start and text[end - 1] in _BARS:
        end -= 1
    cuts = [start - 1, *(m.start() for m in _BAR.finditer(text, start, end)), end]
    return [stripped(text, a + 1, b) for a, b in pairwise(cuts)]


class _Tables:
    """Finds the tables of one text and reads their rows."""

    def __init__(self, text: str, audits: AuditWords) -> None:
        self._text = text
        self._audits = audits
        self._lines = [stripped(text, *line) for line in lines(text) if text[line[0] : line[1]].strip()]
        self.found: list[Finding] = []
        self.taken: list[Span] = []

    def read(self) -> None:
        """Every table, in order."""
        place = 0
        while place < len(self._lines):
            place = self._barred(place) or self._stacked(place) or place + 1

    def _barred(self, place: int) -> int | None:
        """„Lp. | Ustalenie | Termin" and the rows below; the line behind them, None where no table of findings begins."""
        head = _cells(self._text, self._lines[place])
        if len(head) < _MIN_COLUMNS:
            return None
        columns = [_column(self._text, span) or _Column(span, None, "") for span in head]
        if not self._of_findings(columns):
            return None
        last = place
        for line in self._lines[place + 1 : place + _MAX_CELLS]:
            cells = _cells(self._text, line)
            if len(cells) != len(columns) and not set(self._text[line[0] : line[1]]) <= _RULES | set(_BARS):
                break
            if len(cells) == len(columns):
                self._row(columns, cells)
            last += 1
        return self._close(place, last)

    def _stacked(self, place: int) -> int | None:
        """„Ustalenie", „Zalecenie" on lines of their own, then the cells, one a line."""
        columns: list[_Column] = []
        for line in self._lines[place : place + _MAX_COLUMNS]:
            column = _column(self._text, line) if len(_cells(self._text, line)) == 1 else None
            if column is None:
                break
            columns.append(column)
        if len(columns) < _MIN_COLUMNS or not self._of_findings(columns):
            return None
        first = place + len(columns)
        cells = self._below(first)
        if not cells:
            return None
        if not self._text[cells[0][0] : cells[0][1]].strip(". ").isdigit():
            columns = [c for c in columns if not c.counts]  # numbers of rows get lost on the way
        rows = len(cells) // len(columns)
        for n in range(rows):
            self._row(columns, cells[n * len(columns) : (n + 1) * len(columns)])
        return self._close(place, first + max(rows * len(columns) - 1, 0))

    def _below(self, first: int) -> list[Span]:
        """The lines that look like cells: one sentence each, all with a full stop or without as those of the first row."""
        found: list[Span] = []
        stopped = False
        for line in self._lines[first : first + _MAX_CELLS]:
            ends = self._text[line[1] - 1] == "."
            stopped = stopped or (ends and len(found) < _MIN_COLUMNS)
            long = line[1] - line[0] > _CELL or len(sentences(self._text, *line)) > 1
            if long or (ends and not stopped) or self._text[line[1] - 1] in ":?!":
                break
            found.append(line)
        return found

    def _of_findings(self, columns: list[_Column]) -> bool:
        """Whether a column holds findings, and an audit is near or two columns pair fault and advice."""
        kinds = {c.kind for c in columns if c.kind}
        span = (columns[0].span[0], columns[-1].span[1])
        near = self._audits.around(*span, "near") or self._audits.behind(span[1])
        return bool(kinds) and (near or {"nonconformity", "recommendation"} <= kinds)

    def _row(self, columns: list[_Column], cells: list[Span]) -> None:
        counted = next((self._text[a:b].strip(". ") for c, (a, b) in zip(columns, cells, strict=True) if c.counts), "")
        number = int(counted) if counted.isdigit() and len(counted) < len("000") else None
        for column, cell in zip(columns, cells, strict=True):
            start, end = without_notes(self._text, *trimmed(self._text, *cell))
            inside = words(self._text, start, end)
            if column.kind and len(inside) >= _MIN_WORDS and not says_nothing(inside):
                self.found.append(Finding(start, end, number, None, 1, column.kind, column.span, column.rule))

    def _close(self, first: int, last: int) -> int:
        self.taken.append((self._lines[first][0], self._lines[last][1]))
        return last + 1


def findings_in_tables(text: str, audits: AuditWords) -> tuple[list[Finding], list[Span]]:
    r"""„Ustalenie | Zalecenie\nBrak spisu | Sporządzić spis" near an audit -> two findings, and the characters of the table.

    Args:
        text: the cleaned article.
        audits: where the text names audits.
    """
    tables = _Tables(text, audits)
    tables.read()
    return tables.found, tables.taken
