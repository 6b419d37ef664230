"""„13-03-2006 08:12" over a headline, „Dodano: 12.03.2010": the publication date that a dump prints, with its evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.datelines import bare_label, date_line, issue_date, labelled_date, place_date
from pipeline.clean.furniture.cells import cell_date
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.marks import signed_date
from pipeline.clean.labels import author_label
from pipeline.values.stamp import find_stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.plain.wrap import Unit
    from pipeline.schema import EDTF

_SKIPPED = {"comments", "calendar", "related", "newsletter", "cookies", "form"}
"""reasons; a date inside such a section is not the article's"""
_TOWN = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+(?:[ -][A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+){0,3}, ")
"""„Stary Bór, 3 maja 2010 r.": below the last sentence, where reports and letters are signed; events open with other words"""
_MODIFIED = 9
_NEAR = 12
"""filled lines before the headline or behind it, or at the end: a date further off belongs to something else"""


class _Candidate(NamedTuple):
    trust: int
    """1 to 3 labels, 4 a byline with a date, 5 a lone date, 6 one behind the article, 7 a paper's issue, 8 a letter's date"""
    order: int
    value: EDTF
    source: str


def find_published(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> tuple[EDTF | None, str | None]:
    """„Opublikowano: 12 marca 2010 r." -> ("2010-03-12", "label"); a lone date line by the headline -> "line".

    Labels win over lone dates, those over an issue line, that over the date of a letter. A weekday and a date without a time of
    day before the headline is the day of the crawl, and dates in comments, calendars and teasers do not count.
    """
    opening = next((i for i, verdict in enumerate(verdicts) if verdict.keep), 0)
    filled = [i for i, v in enumerate(verdicts) if v.reason not in {"blank"} | _SKIPPED or _is_issue(v, units[i], i, opening)]
    kept = [at for at, i in enumerate(filled) if verdicts[i].keep]
    if not kept:
        return None, None
    top = next((at for at, i in enumerate(filled) if verdicts[i].rule == "headline"), kept[0])
    prose = max((at for at in kept if read_line(units[filled[at]].text).prose), default=kept[-1])
    found = [c for at, i in enumerate(filled) for c in _read(units, verdicts, filled, at, i, top, kept[-1], prose)]
    best = min(found, default=None)
    return (best.value, best.source) if best else (None, None)


def _is_issue(verdict: Verdict, unit: Unit, at: int, opening: int) -> bool:
    """„Newsletter nr 3/2021, 22 marca 2021" above the text: the letter that this is, not one to subscribe to."""
    return verdict.reason == "newsletter" and at < opening and issue_date(unit.columns) is not None


def _read(  # noqa: PLR0913, PLR0917 - a line, its place, and the article's place
    units: Sequence[Unit], verdicts: Sequence[Verdict], filled: Sequence[int], at: int, i: int, top: int, last: int, prose: int
) -> list[_Candidate]:
    text = units[i].text
    if verdicts[i].keep:
        letter = place_date(text) if at - top <= _NEAR or (at > prose and _TOWN.match(text)) else None
        return [_Candidate(8, at, letter, "line")] if letter else []
    text = units[i].columns
    label = labelled_date(text)
    if label and label.trust < _MODIFIED:
        return [_Candidate(label.trust, at, label.value, "label")]
    lone = date_line(text)
    if lone and lone.trust < _MODIFIED:
        return _lone(units, filled, at, lone.value, crawl=lone.weekday and not lone.clock, top=top, last=last)
    signed = signed_date(text)
    beside = signed[1] if signed else cell_date(text) if verdicts[i].rule == "cells.dated" else _credited(text)
    if beside:
        return [_Candidate(4, at, beside, "line")]
    issue = issue_date(text)
    return [_Candidate(7, at, issue, "line")] if issue else []


def _credited(text: str) -> EDTF | None:
    """„Autor: Jan Kowal dnia 3 maja 2013, 11:51 | 2 komentarze": the only date of a line that names the author."""
    if not author_label(text):
        return None
    stamps = {stamp.value for stamp in find_stamps(text)}
    return cell_date(text) or (stamps.pop() if len(stamps) == 1 else None)


def _lone(  # noqa: PLR0913
    units: Sequence[Unit], filled: Sequence[int], at: int, value: EDTF, *, crawl: bool, top: int, last: int
) -> list[_Candidate]:
    above = bare_label(units[filled[at - 1]].text) if at else None
    if above and above[1] < _MODIFIED:
        return [_Candidate(above[1], at, value, "label")]
    if crawl and at < top:
        return []
    if abs(at - top) <= _NEAR:
        return [_Candidate(5, at, value, "line")]
    return [_Candidate(6, at, value, "line")] if last < at <= last + _NEAR else []
