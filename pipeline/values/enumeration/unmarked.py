"""Lists that lost their marks: clauses parted by semicolons, or one a line, behind a lead with a colon."""

from __future__ import annotations

from pipeline.values.enumeration.bounds import Span, last_word, lines, sentences, stripped
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.enumeration.leads import last_sentence, lead_above
from pipeline.values.enumeration.model import Enumeration, Item

_MAX_ITEM = 320
"""characters; a longer line is a paragraph rather than an item"""
MAX_ITEMS = 60
"""items; what goes on for longer is a table or a menu"""


def _semicolons(text: str, line: Span) -> Enumeration | None:
    """„Stwierdzono: brak spisu; brak podpisu." on one line."""
    for start, end in sentences(text, *line):
        colon = text.find(":", start, end)
        if colon < 0 or ";" not in text[colon:end] or text[colon + 1 : colon + 2].isdigit():
            continue
        spans: list[Span] = []
        low = colon + 1
        while low < end:
            high = text.find(";", low, end)
            high = end if high < 0 else high
            spans.append(trimmed(text, low, high))
            low = high + 1
        items = tuple(Item(start=a, end=b) for a, b in spans if a < b)
        if len(items) > 1:
            return Enumeration(items=items, leads=((start, colon + 1),), form="semicolons")
    return None


def _shape(text: str, line: Span) -> str:
    """How a line ends: "separator", "stop" or "bare"."""
    last = text[line[1] - 1]
    if last in ",;":
        return "separator"
    if last in ".!?:":
        return "stop" if last != "." or last_word(text, line[1] - 1) not in {"r", "zł", "itp", "itd"} else "bare"
    return "bare"


def block(text: str, free: list[Span], first: int) -> list[Span]:
    """The lines from ``first`` that look like items of one list."""
    if first >= len(free):
        return []
    kind = _shape(text, free[first])
    lower = text[free[first][0]].islower()
    found: list[Span] = []
    for line in free[first : first + MAX_ITEMS]:
        shape = _shape(text, line)
        if line[1] - line[0] > _MAX_ITEM or text[line[0]].islower() != lower or text[line[1] - 1] in ":?!":
            break
        closes = kind == "separator" and shape != "separator"
        if kind == "bare" and shape != "bare":
            break
        if kind == "stop" and (not lower or shape != "stop"):
            break
        if closes and shape == "stop" and len(sentences(text, *line)) > 1:
            break
        found.append(line)
        if closes:
            break
    return found


def unmarked(text: str, taken: list[Span]) -> list[Enumeration]:
    r"""„Stwierdzono:\nbrak spisu,\nbrak podpisu." -> one enumeration without markers.

    Args:
        text: any text.
        taken: characters that marked lists hold already, sorted; nothing is read from lines that touch them.
    """
    free = [stripped(text, *line) for line in outside(lines(text), taken) if text[line[0] : line[1]].strip()]
    found: list[Enumeration] = []
    i = 0
    while i < len(free):
        single = _semicolons(text, free[i])
        if single is not None:
            found.append(single)
        elif text[free[i][1] - 1] == ":":
            below = adjacent(text, block(text, free, i + 1), free[i][1])
            if len(below) > 1:
                lead = last_sentence(text, *free[i])
                above = lead_above(text, below[0][0])
                found.append(Enumeration(items=as_items(text, below), leads=above or ((lead,) if lead else ()), form="lines"))
                i += len(below)
        i += 1
    return found


def as_items(text: str, block: list[Span]) -> tuple[Item, ...]:
    """Lines without their closing separators; a line of nothing else is no item."""
    return tuple(Item(start=a, end=b) for a, b in (trimmed(text, *line) for line in block) if a < b)


def adjacent(text: str, block: list[Span], after: int) -> list[Span]:
    """The leading lines of a block between which no marked list stands."""
    kept: list[Span] = []
    for line in block:
        if text[after : line[0]].strip():
            break
        kept.append(line)
        after = line[1]
    return kept


def outside(all_lines: list[Span], taken: list[Span]) -> list[Span]:
    """The lines that touch none of the spans; both lists are sorted."""
    free: list[Span] = []
    index = 0
    for line in all_lines:
        while index < len(taken) and taken[index][1] < line[0]:
            index += 1
        if index >= len(taken) or taken[index][0] > line[1]:
            free.append(line)
    return free
