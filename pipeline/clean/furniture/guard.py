"""„Wydział Komunikacji," under „Komórki, do których zajrzeli:": enumerations are short but never furniture."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.text import DASHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.marks import Mark

_LEAD_WORDS = 3
"""words; "Menu:" and "Zobacz też:" end with a colon too, and are shorter or marked"""
_BLOCK_WORDS = 8
"""words; a name with its office, a school with its town"""
_ROW = re.compile(r"[^\W\d].{1,60}?[ :-] ?\d{1,3}(?:[:.]\d{2}\b|(?:[.,]\d{2})? ?zl\b)")
_ROW_WORDS = 14
"""a row of hours or prices opens with a word; teasers open with their hour"""
_ITEM_WORDS = 4
"""words on average; entries of menus have one to three"""


def enumerations(page: Sequence[Line], marks: Mapping[int, Mark]) -> set[int]:
    """„auditorzy zwrócili uwagę na:", „1) …", „2) …": line numbers of enumerations with their leads.

    Protected are: runs of items with printed markers, where they are numbered, a lead stands above them, they end with a
    separator or are longer than menu entries; unmarked lines below a lead that end with a separator or go on in lower case;
    and rows of hours or prices between running text.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    kept: set[int] = set()
    at = 0
    while at < len(filled):
        end = _marked_run(page, filled, at)
        if end > at:
            run = filled[at:end]
            lead = _lead_above(page, filled, at, marks)
            if _is_enumeration(page, run, lead is not None, marks):
                kept.update(run if lead is None else (lead, *run))
            at = end
        else:
            inside = at > 0 and (filled[at - 1] in kept or (page[filled[at - 1]].prose and filled[at - 1] not in marks))
            kept.update(_unmarked_run(page, filled, at, marks, inside=inside))
            at += 1
    return kept | _rows(page, filled, marks)


def _rows(page: Sequence[Line], filled: list[int], marks: Mapping[int, Mark]) -> set[int]:
    """„poniedziałek: 8.00–16.00", „bilet ulgowy – 12 zł": rows of hours or prices with their heading, between running text.

    Opening hours of the office itself stand above or below the article, never in it.
    """
    found: set[int] = set()
    at = 0
    while at < len(filled):
        end = at
        while end < len(filled) and _is_row(page[filled[end]]):
            end += 1
        if end - at > 1 and end < len(filled) and _told(page, filled[end], marks):
            heading = at > 1 and not _told(page, filled[at - 1], marks)
            start = at - heading
            if start and _told(page, filled[start - 1], marks):
                found.update(filled[start:end])
        at = max(end, at + 1)
    return found


def _is_row(line: Line) -> bool:
    return not line.prose and line.marker is None and line.words <= _ROW_WORDS and _ROW.match(line.key) is not None


def _told(page: Sequence[Line], i: int, marks: Mapping[int, Mark]) -> bool:
    return page[i].prose and i not in marks


def _marked_run(page: Sequence[Line], filled: list[int], at: int) -> int:
    """Index behind a run of items; the line after a lone marker is its item."""
    while at < len(filled) and page[filled[at]].marker is not None:
        at += 2 if page[filled[at]].lone_marker and at + 1 < len(filled) and page[filled[at + 1]].marker is None else 1
    return at


def _lead_above(page: Sequence[Line], filled: list[int], at: int, marks: Mapping[int, Mark]) -> int | None:
    above = filled[at - 1] if at else None
    return above if above is not None and page[above].ending == ":" and above not in marks else None


def _is_lead(line: Line) -> bool:
    return line.ending == ":" and (line.words >= _LEAD_WORDS or line.prose)


def _is_enumeration(page: Sequence[Line], run: list[int], has_lead: bool, marks: Mapping[int, Mark]) -> bool:  # noqa: FBT001
    items = [page[i] for i in run if page[i].body]
    known = [marks[i] for i in run if page[i].body and i in marks]
    if has_lead and len(items) > 1:
        known = [mark for mark in known if mark.reason != "paging"]  # „→ windę," below a lead is no pager
    if not items or 2 * len(known) > len(items):
        return False
    if _is_numbered(items) or _has_lone_dashes([page[i] for i in run]):
        return True
    separated = sum(item.ending in {",", ";", "."} for item in items)
    return has_lead or 2 * separated >= len(items) or sum(item.words for item in items) >= _ITEM_WORDS * len(items)


def _is_numbered(items: list[Line]) -> bool:
    """„1." and „2.", „a)" and „b)" one after another: menus are not numbered."""
    marks = [(item.marker or "").strip("().[] ").lower() for item in items]
    numbers = [
        int(mark) if mark.isdecimal() else ord(mark)
        for mark in marks
        if mark.isdecimal() or (len(mark) == 1 and mark.isalpha())
    ]
    return any(a == b - 1 for a, b in pairwise(numbers))


def _has_lone_dashes(run: list[Line]) -> bool:
    """„-" alone on its line twice, each over its item: a list whose markup was lost; menus lose bullets, not dashes."""
    return sum(line.lone_marker and (line.marker or "")[0] in DASHES for line in run) > 1


def _unmarked_run(page: Sequence[Line], filled: list[int], at: int, marks: Mapping[int, Mark], *, inside: bool) -> list[int]:
    """The lead at ``at`` and the unmarked items below it; empty where no lead or no item stands.

    Directly below running text or another enumeration (``inside``) a lead may be one word: „Laureaci:".
    """
    lead = page[filled[at]]
    if not (_is_lead(lead) or (inside and lead.ending == ":")) or filled[at] in marks:
        return []
    run = [filled[at]]
    for i in filled[at + 1 :]:
        line = page[i]
        item = line.ending in {",", ";"} or line.text[0].islower() or line.text[0].isdigit()
        if line.marker is not None or (i in marks and not _closes(page, run, i)) or not (item or _in_block(page, run, i)):
            break
        run.append(i)
    return run if len(run) > 1 else []


def _closes(page: Sequence[Line], run: list[int], i: int) -> bool:
    """„wyszukiwarka." behind „mapa strony,": in small letters with a full stop it ends the sentence that the lead began."""
    line = page[i]
    return len(run) > 1 and page[run[-1]].ending in {",", ";"} and line.text[0].islower() and line.ending in {".", ",", ";"}


def _in_block(page: Sequence[Line], run: list[int], i: int) -> bool:
    """The last item after separators, or a short line right below the lead's block, as names of the awarded are printed."""
    line = page[i]
    after_separator = len(run) > 1 and page[run[-1]].ending in {",", ";"}
    below = i == run[-1] + 1 and line.words <= _BLOCK_WORDS and line.ending != ":"
    return not line.prose and (after_separator or below)
