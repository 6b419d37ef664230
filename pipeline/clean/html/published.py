"""„Opublikowano: 16 lutego 2017": when the article appeared, and which evidence says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.datelines import date_from_url, date_line, read_date
from pipeline.clean.html.declared import metas, times, words
from pipeline.clean.plain.published import find_published
from pipeline.values.stamp import find_stamps

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.boilerplate import Verdict
    from pipeline.clean.html.page import Page
    from pipeline.clean.html.segment import Segment
    from pipeline.clean.plain.wrap import Unit
    from pipeline.schema import EDTF

CHANGED = 9
"""trust of a label that names a later change (clean.datelines)"""
ABOVE, BELOW = 6, 12
"""lines above and below the headline in which a date without a label is the article's: leads and captions stand between"""
LONGEST = 90
"""characters of a line that opens with the date of publication"""
REST = 6
"""words behind that date"""
_CLOCK = re.compile(r"^[\s,|•-]*(?:r\.|roku)?[\s,|•-]*(?:godz\.?|o)?\s*\d{1,2}[:.]\d{2}(?::\d{2})?")


def marked_date(page: Page, headline: Segment | None) -> tuple[EDTF | None, str | None]:
    """„<time datetime="2017-02-16">" -> ("2017-02-16", "time"): the publication date by markup.

    JSON-LD, meta, then ``<time>`` and elements whose classes say so; of several the one that is closest to the headline.
    """
    if value := read_date(page.structured.published or ""):
        return value, "json-ld"
    for content in metas(page.root, words("published")):
        if value := read_date(content):
            return value, "meta"
    marked = list(times(page.root, page.furniture))
    surest = min((rank for rank, _, _ in marked), default=None)
    values = [value for rank, _, value in marked if rank == surest]
    if len(values) > 1 and headline is not None:
        away = {above: steps for steps, above in enumerate((headline.parent, *headline.parent.iterancestors()))}
        return min(marked, key=lambda item: (_steps(item[1], away), item[0]))[2], "time"
    return (values[0], "time") if values else (None, None)


def _steps(element: HtmlElement, away: Mapping[HtmlElement, int]) -> int:
    """Elements to climb from the headline until the element is inside."""
    return next((away[above] for above in (element, *element.iterancestors()) if above in away), len(away))


def printed_date(
    units: Sequence[Unit],
    verdicts: Sequence[Verdict],
    headline: Segment | None,
    url: str | None,
    cells: Collection[int] = (),
) -> tuple[EDTF | None, str | None]:
    """„Opublikowano: 16 lutego 2017" -> ("2017-02-16", "label"): the date by visible lines, then by the address.

    Sentences of the article do not count („ustawa z dnia 8 marca 1990 r."); nor does a weekday and a date without a time of day
    above the headline: that is the day of the visit. ``cells`` are the line numbers of tables of data, whose dates are data.
    """
    value, evidence = find_published(units, verdicts)
    if value:
        return value, evidence
    if value := _beside([unit for unit in units if unit.line not in cells], headline):
        return value, "line"
    value = date_from_url(url) if url else None
    return (value, "url") if value else (None, None)


def _beside(units: Sequence[Unit], headline: Segment | None) -> EDTF | None:
    top = headline.index + 1 if headline is not None else None
    near = [] if top is None else [unit for unit in units if -ABOVE <= unit.line - top <= BELOW]
    values = (_opening(unit.text) for unit in sorted(near, key=lambda unit: abs(unit.line - (top or 0))))
    return next((value for value in values if value), None)


def _opening(text: str) -> EDTF | None:
    """„2012-03-05 10:15 Źródło: PAP": a line that opens with a date and goes on with a source or a section, not a sentence."""
    lone = date_line(text)
    if lone is not None:
        return lone.value if lone.trust < CHANGED and (lone.clock or not lone.weekday) else None
    if len(text) > LONGEST or text.endswith((".", "!", "?", ":")):
        return None
    stamps = list(find_stamps(text))
    if len(stamps) != 1 or stamps[0].start > 0:
        return None
    rest = _CLOCK.sub("", text[stamps[0].end :])
    return stamps[0].value if len(rest.split()) <= REST and not rest.lstrip(" ,|•-–")[:1].islower() else None
