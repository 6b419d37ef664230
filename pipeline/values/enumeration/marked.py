"""Lists that carry marks: chains of markers become enumerations with leads, levels and trimmed items."""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.text import DASHES
from pipeline.values.enumeration.bounds import Span, sentences
from pipeline.values.enumeration.chains import Chain, chains
from pipeline.values.enumeration.extent import extent, first_sentence, trimmed
from pipeline.values.enumeration.leads import is_heading, last_sentence, lead_above, lead_inline, line_before, line_start
from pipeline.values.enumeration.markers import Marker, candidates
from pipeline.values.enumeration.model import Enumeration, Form, Item

_THAT = re.compile(r"(?<=,) (?:że|iż)(?= )")


def _introduced(text: str, first: Marker) -> bool:
    """Whether a colon stands right before the first item."""
    return text[max(0, first.start - 8) : first.start].rstrip().endswith(":")


def _opened(text: str, line: Span) -> int | None:
    """Where on a line the words that introduce a list end: behind its colon, or behind „stwierdzono, że"."""
    colon = text.rfind(":", line[0], line[1] - 1)
    if colon >= 0:
        return colon + 1
    said = [m.end() for m in _THAT.finditer(text, *line)]
    return said[-1] if said else None


def _unnumbered(text: str, first: Marker) -> tuple[int, Item] | None:
    r"""„zwrócili uwagę na: ład,\n2) skład": the end of the lead and the first item, which lost its number, up to the second."""
    line = line_before(text, first.start)
    if line is None or not (first.at_line and 2 in first.numbers):
        return None
    opening = _opened(text, line)
    if opening is None:
        above = line_before(text, line[0])
        if above is None or text[above[1] - 1] != ":":
            return None
        opening = above[1]
    start, end = trimmed(text, opening, first.start)
    if start >= end or len(sentences(text, opening, first.start)) > 1:
        return None
    return opening, Item(start=start, end=end)


def _valid(text: str, chain: Chain) -> bool:
    r"""Two items that count make a list; one alone does behind a colon or with the number one at a line's start.

    „2. Referat Dróg:\n- spisać aneksy": below an item of another list one alone does behind a colon only.
    """
    first = chain.markers[0]
    if len(chain.markers) > 1:
        dash = not first.at_line and not first.numbers and first.printed in "-–—*"
        return not dash or _introduced(text, first)
    if not first.at_line:
        return False
    if chain.parent is not None:
        return chain.parent.at_line and _introduced(text, first) and (not first.numbers or 1 in first.numbers)
    if first.printed[0].isupper() and first.printed.endswith("."):
        return False  # „A. Nowak": an initial
    if first.numbers:
        return 1 in first.numbers or _unnumbered(text, first) is not None
    return _introduced(text, first)


class _Marked:
    """Turns the chains of one text into enumerations."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chains = [c for c in chains(text, candidates(text)) if _valid(text, c)]
        self._starts = sorted(m.start for c in self._chains for m in c.markers)
        known = set(self._starts)
        self._parents = {c.parent.start for c in self._chains if c.parent is not None and c.parent.start in known}
        self._ends: dict[int, int] = {}
        self._context: dict[int, tuple[int, tuple[Span, ...]]] = {}

    def build(self) -> list[Enumeration]:
        for chain in self._chains:
            self._measure(chain)
        lists = [c for c in self._chains if not self._conversation(c)]
        return [e for chain in lists for e in self._enumerations(chain) if e.items]

    def _conversation(self, chain: Chain) -> bool:
        r"""„– Co wykryto?\n– Nic. Było dobrze.": lines with dashes that ask, or are mostly several sentences, are speech."""
        first = chain.markers[0]
        if first.numbers or not first.at_line or first.printed[0] not in DASHES or _introduced(self._text, first):
            return False
        bodies = [(m.end, self._ends[m.start]) for m in chain.markers]
        asks = any(self._text[a:b].rstrip().endswith("?") for a, b in bodies)
        return asks or sum(len(sentences(self._text, a, b)) > 1 for a, b in bodies) > len(bodies) / 2

    def _measure(self, chain: Chain) -> None:
        """Where each item of a chain ends; in running text the last one ends with its sentence if the others are one each."""
        single = True
        for marker in chain.markers:
            index = bisect_right(self._starts, marker.start)
            limit = self._starts[index] if index < len(self._starts) else len(self._text)
            end = extent(self._text, marker.end, limit, narrow=True)
            if marker is chain.markers[-1] and not marker.at_line and single and marker.start not in self._parents:
                end = first_sentence(self._text, marker.end, end)
            single = single and len(sentences(self._text, marker.end, end)) <= 1
            self._ends[marker.start] = end

    def _item(self, marker: Marker, level: int) -> Item | None:
        start, end = trimmed(self._text, marker.end, self._ends[marker.start])
        if start >= end:
            return None
        heads = marker.start in self._parents
        return Item(start=start, end=end, number=marker.number, marker=marker.printed, level=level, heads=heads)

    def _enumerations(self, chain: Chain) -> list[Enumeration]:
        """One enumeration, or several where other leads stand between the items."""
        first = chain.markers[0]
        level, leads, extra = self._opening(chain)
        groups: list[tuple[tuple[Span, ...], list[Item]]] = [(leads, [extra] if extra else [])]
        for marker in chain.markers:
            if marker is not first and (between := self._between(marker)):
                groups.append((between, []))
            self._context[marker.start] = (level, groups[-1][0])
            item = self._item(marker, level)
            if item is not None and marker is not chain.markers[-1] and self._heads_group(marker, item):
                groups.append(((*leads, (item.start, item.end)), []))
            elif item is not None:
                groups[-1][1].append(item)
        form: Form = "marked" if first.at_line else "inline"
        return [Enumeration(items=tuple(items), leads=lead, form=form, level=level) for lead, items in groups]

    def _heads_group(self, marker: Marker, item: Item) -> bool:
        r"""„- Mocne strony:\n- ład\n- skład": a bullet that ends with a colon introduces those below it, of no deeper list."""
        return not marker.numbers and marker.at_line and not item.heads and self._text[item.end - 1] == ":"

    def _opening(self, chain: Chain) -> tuple[int, tuple[Span, ...], Item | None]:
        first, parent = chain.markers[0], chain.parent
        if parent is not None and parent.start in self._context:
            level, leads = self._context[parent.start]
            start, end = trimmed(self._text, parent.end, self._ends[parent.start])
            return level + 1, (*leads, (start, end)) if start < end else leads, None
        extra = _unnumbered(self._text, first) if first.numbers else None
        if extra is not None:
            end, item = extra
            lead = last_sentence(self._text, line_start(self._text, end - 1), end)
            return 1, (lead,) if lead else (), item
        return 1, self._above(first), None

    def _above(self, marker: Marker) -> tuple[Span, ...]:
        """The leads above a list; the last item of another list is a lead only with a colon."""
        leads = lead_above(self._text, marker.start) if marker.at_line else lead_inline(self._text, marker.start)
        index = bisect_right(self._starts, marker.start - 1) - 1
        if leads and index >= 0 and self._ends[self._starts[index]] > leads[-1][0] >= self._starts[index]:
            return leads[-1:] if self._text[leads[-1][1] - 1] == ":" else ()
        return self._inherited(leads, index)

    def _inherited(self, leads: tuple[Span, ...], index: int) -> tuple[Span, ...]:
        """„W zakresie dochodów:" right behind the list „W zakresie wydatków: …" stands under the same outer leads."""
        if not leads or index < 0 or self._text[leads[-1][1] - 1] != ":":
            return leads
        own = next((n for n, lead in enumerate(leads) if lead[0] >= self._ends[self._starts[index]]), len(leads))
        level, outer = self._context.get(self._starts[index], (1, ()))
        if (
            level != 1
            or len(outer) < 2
            or self._text[self._ends[self._starts[index]] : leads[own][0] if own < len(leads) else 0].strip()
        ):
            return leads[own:] or leads
        return (*outer[:-1], *leads[own:])

    def _between(self, marker: Marker) -> tuple[Span, ...]:
        """„Obszary do poprawy:" between two items: the leads of what follows, none where the list simply goes on."""
        before = self._starts[bisect_right(self._starts, marker.start - 1) - 1]
        if not marker.at_line or not self._text[self._ends[before] : marker.start].strip():
            return ()
        line = line_before(self._text, marker.start)
        if line is None or not (self._text[line[1] - 1] == ":" or is_heading(self._text, line)):
            return ()
        return lead_above(self._text, marker.start)


def marked(text: str) -> list[Enumeration]:
    r"""„Uwagi:\n1) brak spisu,\n2) brak podpisu" -> one enumeration of two items.

    Args:
        text: any text.

    Returns:
        Enumerations in the order of their first item; a deeper list is one of its own, its leads end with its parent's words.
    """
    return _Marked(text).build()
