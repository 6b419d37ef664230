"""Standards in running text: full forms, lists that share a publisher, numbers that stand alone."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.values.standard.anchors import find_anchors, is_plausible
from pipeline.values.standard.catalogue import vocabulary
from pipeline.values.standard.grammar import Reading, read_identifier
from pipeline.values.standard.lists import Heir, is_heritable, may_go_on, read_next
from pipeline.values.standard.lone import find_lone
from pipeline.values.standard.plain import read_plain
from pipeline.values.standard.schemes import find_schemes, schemes
from pipeline.values.standard.tokens import Cursor

if TYPE_CHECKING:
    from pipeline.values.standard.model import Standard

_LONGEST = 400
"""characters of a text that ``parse`` takes for one identifier or scheme"""


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
    anchors = [(f.start, f.end, f.value) for f in found]
    others = [_found(text, *m) for m in (*find_schemes(text), *find_lone(text, anchors))]
    if others:
        taken = _Taken(found)
        found += [f for f in others if taken.is_free(f.start, f.end)]
        found.sort(key=lambda f: (f.start, f.end))
    return found


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
    for start in find_anchors(text):
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
    plain = read_plain(text, start)
    if plain is not None:
        return Reading(*plain, restored=False, exact=True)
    cursor = Cursor(text, start)
    first = cursor.peek().text
    relaxed = not first.isupper() and first not in vocabulary().european
    reading = read_identifier(cursor, relaxed=relaxed, strict=False)
    if reading is not None and _is_company(first, reading):
        return None
    return reading


def _is_company(first: str, reading: Reading) -> bool:
    """„Wodociągi SA ISO 9001": the rare publisher's letters are another word here, the identifier begins behind them."""
    publisher = vocabulary().publishers.get(first)
    return publisher is not None and publisher.alone == "topic" and first not in reading.value.chain[0]


def _read_list(text: str, found: list[Found]) -> int:
    """Appends what follows the last full form and shares its publisher; returns the offset behind it."""
    if not may_go_on(text, found[-1].end):
        return found[-1].end
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
    plain = read_plain(stripped, 0)
    if plain is not None and plain[1] == len(stripped):
        return plain[0]
    cursor = Cursor(stripped, 0, len(stripped) if len(stripped) < _LONGEST else 0)
    reading = read_identifier(cursor, relaxed=True, strict=True)
    if reading is not None and reading.end == len(stripped):
        return reading.value
    whole = (v for start, end, v, _ in find_schemes(stripped[:_LONGEST], alone=True) if (start, end) == (0, len(stripped)))
    return next(whole, None)
