"""„Opublikowano: 16 lutego 2017": when the article appeared, and which evidence says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.datelines import bare_label, date_from_url, date_line, labelled_date, read_date
from pipeline.clean.html.declared import metas, times, words
from pipeline.values.stamp import find_stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.html.page import Page
    from pipeline.clean.html.segment import Segment
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


def published(page: Page, headline: Segment | None, url: str | None) -> tuple[EDTF | None, str | None]:
    """„16 lutego 2017" -> ("2017-02-16", "label"): the publication date and its evidence, in falling trust.

    JSON-LD, meta, ``<time>`` and its like, a Polish label, a date line beside the headline, the address. A date line with a
    weekday and no time of day is the day of the visit, not of the article (clean.datelines).
    """
    if value := read_date(page.structured.published or ""):
        return value, "json-ld"
    for content in metas(page.root, words("published")):
        if value := read_date(content):
            return value, "meta"
    marked = [(rank, value) for rank, text in times(page.root, page.furniture) if (value := read_date(text))]
    if marked:
        return min(marked, key=lambda item: item[0])[1], "time"
    own = [segment for segment in page.segments if segment.reason not in words("foreign")]
    if value := _labelled(own):
        return value, "label"
    if value := _beside(own, headline):
        return value, "line"
    value = date_from_url(url) if url else None
    return (value, "url") if value else (None, None)


def _labelled(segments: Sequence[Segment]) -> EDTF | None:
    """The date behind the most telling label; of equals, the first on the page."""
    best: tuple[int, EDTF] | None = None
    for position, segment in enumerate(segments):
        found = labelled_date(segment.text) or date_line(segment.text)
        dated = (found.trust, found.value) if found and found.label else None
        label = bare_label(segment.text)
        if dated is None and label is not None and position + 1 < len(segments):
            line = date_line(segments[position + 1].text)
            dated = (label[1], line.value) if line and line.label is None else None
        if dated and dated[0] < CHANGED and (best is None or dated[0] < best[0]):
            best = dated
    return best[1] if best else None


def _beside(segments: Sequence[Segment], headline: Segment | None) -> EDTF | None:
    if headline is None:
        return None
    near = [segment for segment in segments if -ABOVE <= segment.index - headline.index <= BELOW]
    for segment in sorted(near, key=lambda item: abs(item.index - headline.index)):
        line = date_line(segment.text)
        if line and line.trust < CHANGED and (line.clock or not line.weekday):
            return line.value
        if line is None and (value := _opening(segment.text)):
            return value
    return None


def _opening(text: str) -> EDTF | None:
    """„2012-03-05 10:15 Źródło: PAP": a line that opens with a date and goes on with a source or a section, not a sentence."""
    if len(text) > LONGEST or text.endswith((".", "!", "?", ":")):
        return None
    stamps = list(find_stamps(text))
    if len(stamps) != 1 or stamps[0].start > 0:
        return None
    rest = _CLOCK.sub("", text[stamps[0].end :])
    return stamps[0].value if len(rest.split()) <= REST and not rest.lstrip(" ,|•-–")[:1].islower() else None
