"""Standards in running text: full forms, lists that share a publisher, numbers that stand alone."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.values.standard.anchors import anchor_pattern, is_plausible
from pipeline.values.standard.catalogue import vocabulary
from pipeline.values.standard.grammar import Reading, read_identifier
from pipeline.values.standard.lists import Heir, is_heritable, read_next
from pipeline.values.standard.lone import find_lone
from pipeline.values.standard.schemes import find_schemes, schemes
from pipeline.values.standard.tokens import WINDOW, Cursor, tokenise

if TYPE_CHECKING:
    from pipeline.values.standard.model import Standard

_FIRST_WINDOW = 64
"""characters that are enough for nearly every identifier; one that reaches their end is read again with more"""
_LOOK_AHEAD = 6
"""tokens that the grammar looks ahead"""


@dataclass(frozen=True, slots=True)
class Found:
    """„PN-EN ISO 9001:2009" at its place in a text.

    Attributes:
        text: the characters that were read.
        start: offset of the first one.
        end: offset behind the last one.
        value: what they mean.
        rule: id of the rule that fired.
    """

    text: str
    start: int
    end: int
    value: Standard
    rule: str


def find(text: str) -> list[Found]:
    """„ISO 9001:2015, 14001 i PN-N-18001": every mention of a standard or scheme, in text order.

    Args:
        text: any text; the work grows linearly with its length.
    """
    found = _find_full(text)
    taken = _Taken(found)
    named = (_found(text, *s) for s in find_schemes(text))
    found += [f for f in named if taken.is_free(f.start, f.end)]
    anchors = [(f.start, f.end, f.value) for f in found if f.value.number]
    lone = (_found(text, *m) for m in find_lone(text, sorted(anchors, key=lambda a: a[:2])))
    found += [f for f in lone if taken.is_free(f.start, f.end)]
    return sorted(found, key=lambda f: (f.start, f.end))


def _found(text: str, start: int, end: int, value: Standard, rule: str) -> Found:
    return Found(text[start:end], start, end, value, rule)


def rule_ids() -> tuple[str, ...]:
    """The id of every rule that can stand in ``Found.rule``."""
    own = ("full", "restored", "list", "number_edition", "number", "lone_ohsas")
    return (*(f"standard.{name}" for name in own), *(f"scheme.{s.id.lower()}" for s in schemes()))


class _Taken:
    """Which characters a full form has already."""

    def __init__(self, found: list[Found]) -> None:
        self._starts = [f.start for f in found]
        self._ends = [f.end for f in found]

    def is_free(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, start) - 1
        after = before + 1
        return (before < 0 or self._ends[before] <= start) and (after == len(self._starts) or end <= self._starts[after])


def _find_full(text: str) -> list[Found]:
    found: list[Found] = []
    behind = 0
    for match in anchor_pattern().finditer(text):
        start = match.start()
        if start < behind:
            continue
        reading = _read_at(text, start)
        if reading is None:
            continue
        behind = reading.end  # what is no standard as a whole is none in part: „ISO/IEEE 802"
        if not is_plausible(text, start, reading):
            continue
        rule = "standard.restored" if reading.restored else "standard.full"
        found.append(_found(text, start, reading.end, reading.value, rule))
        behind = _read_list(text, found)
    return found


def _read_at(text: str, start: int) -> Reading | None:
    """The identifier whose first word stands at ``start``; None where there is none."""
    for width in (_FIRST_WINDOW, WINDOW):
        tokens = tokenise(text, start, width)
        relaxed = any(c.islower() for c in tokens[0].text) and tokens[0].text not in vocabulary().european
        cursor = Cursor(tokens)
        reading = read_identifier(cursor, relaxed=relaxed, strict=False)
        if cursor.at + _LOOK_AHEAD <= len(tokens) or start + width >= len(text):
            break
    if reading is not None and _is_company(tokens[0].text, reading):
        return None
    return reading


def _is_company(first: str, reading: Reading) -> bool:
    """„Wodociągi SA ISO 9001": the rare publisher's letters are another word here, the identifier begins behind them."""
    publisher = vocabulary().publishers.get(first)
    return publisher is not None and publisher.alone == "topic" and first not in reading.value.chain[0]


def _read_list(text: str, found: list[Found]) -> int:
    """Appends what follows the last full form and shares its publisher; returns the offset behind it."""
    iso = next((f.value for f in reversed(found[-20:]) if is_heritable(f.value)), None)
    heir = Heir(found[-1].value, found[-1].end, iso)
    while (following := read_next(text, heir)) is not None:
        start, heir = following
        found.append(_found(text, start, heir.end, heir.value, "standard.list"))
    return found[-1].end


def parse(text: str) -> Standard | None:
    """„PN-EN ISO 9001:2015-10" -> its value; None where the text is not one identifier and nothing else.

    Args:
        text: one identifier, a scheme's name („WCAG 2.1") among them; white space around it does not matter.
    """
    stripped = text.strip()
    if not stripped:
        return None
    cursor = Cursor(tokenise(stripped, 0, len(stripped) if len(stripped) < 400 else 0))
    reading = read_identifier(cursor, relaxed=True, strict=True)
    if reading is not None and reading.end == len(stripped):
        return reading.value
    whole = (v for start, end, v, _ in find_schemes(stripped[:400]) if (start, end) == (0, len(stripped)))
    return next(whole, None)
