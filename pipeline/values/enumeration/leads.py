"""The words that introduce a list: „W trakcie kontroli stwierdzono następujące uchybienia:"."""

from __future__ import annotations

from pipeline.values.enumeration.bounds import Span, sentences, stripped

_HEADING = 90
"""characters; a longer line without a full stop is a cut paragraph rather than a heading"""
_LOOK = 800
"""characters; no lead is longer, which keeps a line of a megabyte cheap"""
_GAP = 2
"""lines with content; a heading further above does not belong to the list"""


def line_before(text: str, position: int) -> Span | None:
    """The nearest line with content above the line of ``position``, white space stripped."""
    start = text.rfind("\n", 0, position)
    while start >= 0:
        begin = text.rfind("\n", 0, start) + 1
        if text[begin:start].strip():
            return stripped(text, begin, start)
        start = begin - 1
    return None


def line_start(text: str, position: int) -> int:
    """Start of the line that holds ``position``, at most ``_LOOK`` characters back."""
    low = max(0, position - _LOOK)
    found = text.rfind("\n", low, position)
    return found + 1 if found >= 0 else low


def is_heading(text: str, span: Span) -> bool:
    """„Mocne strony": a short line without closing punctuation."""
    return span[1] - span[0] <= _HEADING and text[span[1] - 1] not in ".,;!?"


def last_sentence(text: str, start: int, end: int) -> Span | None:
    """The last sentence of ``text[start:end]``, None where there are only spaces."""
    found = sentences(text, start, end)
    return found[-1] if found else None


def _broken(text: str, line: Span) -> Span:
    """A lead that was broken over lines begins where the line before it ended a sentence."""
    start = line[0]
    for _ in range(_GAP):
        above = line_before(text, start)
        if (
            above is None
            or not text[start].islower()
            or text[above[1] - 1] in ".:;!?"
            or text[above[1] : start].count("\n") > 1
        ):
            break
        start = above[0]
    return start, line[1]


def sentence_before(text: str, position: int) -> Span:
    """„Są braki. Dotyczą one:" -> the sentence before the one at ``position``, on its line or the line above; may be empty."""
    start = text.rfind("\n", max(0, position - _LOOK), position) + 1 or max(0, position - _LOOK)
    found = last_sentence(text, start, position)
    if found is None and (above := line_before(text, position)) is not None:
        found = last_sentence(text, max(above[0], above[1] - _LOOK), above[1])
    return found or (position, position)


def lead_above(text: str, position: int) -> tuple[Span, ...]:
    r"""„Mocne strony\nAudytorzy wskazali:\n- …": headings and lead above the line at ``position``, the nearest last."""
    line = line_before(text, position)
    if line is None:
        return ()
    start, end = _broken(text, (max(line[0], line[1] - _LOOK), line[1]))
    found = sentences(text, start, end)
    lead = (found[-1][0] if start == line[0] else found[0][0] if len(found) == 1 else found[-1][0], end)
    leads = [lead]
    if lead[0] == start:
        above = line_before(text, start)
        for _ in range(_GAP):
            if above is None or not (is_heading(text, above) or text[above[1] - 1] == ":"):
                break
            leads.insert(0, last_sentence(text, max(above[0], above[1] - _LOOK), above[1]) or above)
            above = line_before(text, above[0])
    return tuple(leads)


def lead_inline(text: str, position: int) -> tuple[Span, ...]:
    """„… bez uwag. Pochwalono: 1) ład": the sentence that runs up to ``position``, and what stands above its line."""
    start = line_start(text, position)
    lead = last_sentence(text, start, position)
    if lead is None:
        return lead_above(text, position)
    above = line_before(text, start) if lead[0] == stripped(text, start, position)[0] else None
    if above is not None and is_heading(text, above):
        return (above, lead)
    return (lead,)
