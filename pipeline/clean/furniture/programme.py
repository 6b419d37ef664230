"""„Piątek, 7 lipca", „godz. 17.00 - spływ kajakowy": the programme of an event, printed between paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.marks import Mark

_CLOCK = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d| ?h\b)"
_HOUR = re.compile(rf"(?:od |ok\. ?|o )?(?:godz(?:ina|\.)?:? ?)?(?:od )?(?:{_CLOCK}|(?<=godz\. )\d{{1,2}}\b)")
_WEEKDAY = r"(?:poniedzialek|wtorek|sroda|czwartek|piatek|sobota|niedziela)"
_MONTH = "(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia)"
_DATE = rf"\d{{1,2}}(?:\.\d{{1,2}}\.?(?:\d{{4}})?| {_MONTH})(?: \d{{4}})?(?: ?r\.| roku)?"
_DAY = re.compile(
    rf"(?:dzien [^\W\d_]+[ ,-]+)?(?:{_WEEKDAY}[ ,(-]*(?:{_DATE})?|{_DATE}[ ,(-]*{_WEEKDAY}"
    rf"|\d{{1,2}} {_MONTH}(?: \d{{4}})?(?: ?r\.| roku)?)[ ):.-]*"
)
_FEWEST = 2
"""rows with an hour; one is a sentence's remark as often"""
_UNKNOWN_WORDS = 12
"""words; a place or a remark between two rows"""
_LEAD_WORDS = 14


def programme_lines(page: Sequence[Line], marks: Mapping[int, Mark]) -> set[int]:
    """„W programie:", „Sobota, 8 lipca", „godz. 12.00 - zawody wędkarskie": line numbers of programmes with their leads.

    A programme has rows that open with an hour, two at least, days on lines of their own over them, and at most one other
    short line between two such rows. Running text or a lead with a colon stands above it, running text below it, or both lead
    and text above: repertoires and calendars of a site's frame stand beside no text.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    found: set[int] = set()
    at = 0
    while at < len(filled):
        end = _run_end(page, filled, at, marks)
        run = filled[at:end]
        if sum(_is_hour(page[i]) for i in run) >= _FEWEST and (lead := _lead(page, filled, at, end, marks)) is not None:
            found.update(lead, run)
        at = max(end, at + 1)
    return found


def _is_hour(line: Line) -> bool:
    """An hour and what happens then; „00:00" alone is a player's."""
    found = _HOUR.match(line.body)
    return found is not None and any(map(str.isalpha, line.body[found.end() :]))


def _is_row(line: Line) -> bool:
    return _is_hour(line) or _DAY.fullmatch(line.body) is not None


def _run_end(page: Sequence[Line], filled: list[int], at: int, marks: Mapping[int, Mark]) -> int:
    """Index behind the run of rows that begins at ``at``; the same index where none begins."""
    end = at
    while end < len(filled):
        if _is_row(page[filled[end]]):
            end += 1
        elif end > at and end + 1 < len(filled) and _is_remark(page, filled[end], marks) and _is_row(page[filled[end + 1]]):
            end += 2
        else:
            break
    return end


def _is_remark(page: Sequence[Line], i: int, marks: Mapping[int, Mark]) -> bool:
    return i not in marks and not page[i].prose and page[i].words <= _UNKNOWN_WORDS


def _lead(page: Sequence[Line], filled: list[int], at: int, end: int, marks: Mapping[int, Mark]) -> tuple[int, ...] | None:
    """The lines that lead to a run, () where running text does so at once; None where the run stands in no text."""
    above = [i for i in filled[max(0, at - 2) : at] if i not in marks]
    below = end < len(filled) and _told(page, filled[end], marks)
    if not above or above[-1] != filled[at - 1]:
        return None
    lead, told = page[above[-1]], [_told(page, i, marks) for i in above]
    if told[-1] and (below or lead.ending == ":"):
        return (above[-1],) if lead.ending == ":" else ()
    short = not lead.prose and 0 < lead.words <= _LEAD_WORDS
    after_text = short and len(told) > 1 and told[0] and (below or lead.ending == ":")
    return (above[-1],) if after_text else None


def _told(page: Sequence[Line], i: int, marks: Mapping[int, Mark]) -> bool:
    return page[i].prose and i not in marks
