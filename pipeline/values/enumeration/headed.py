r"""Lists under a bare heading: „Mocne strony\njasne procedury\nstabilna kadra": no mark, no colon, perhaps no punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.text import SPACES
from pipeline.values.enumeration.bounds import Span, lines, sentences, stripped
from pipeline.values.enumeration.model import Enumeration
from pipeline.values.enumeration.unmarked import MAX_ITEMS, adjacent, as_items, block, outside

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_HEAD = 200
"""characters; a sentence that lost its colon („Kontrola w szkole wykazała uchybienia") is no longer"""
_MAX_LINE = 200
"""characters; a longer line under a heading is a paragraph"""
_COUNT = re.compile(rf"(?:\d{{1,2}}|[IVX]{{1,5}}|[A-Za-z])[.)][{SPACES}]+")


def _sentences(text: str, free: list[Span], first: int) -> list[Span]:
    """The lines from ``first`` that are one sentence each."""
    found: list[Span] = []
    for line in free[first : first + MAX_ITEMS]:
        if text[line[1] - 1] not in ".;" or line[1] - line[0] > _MAX_LINE or len(sentences(text, *line)) > 1:
            break
        found.append(line)
    return found


def _below(text: str, free: list[Span], first: int) -> list[Span]:
    """The lines from ``first`` that are alike: all sentences, or all phrases that begin and end alike."""
    found = _sentences(text, free, first)
    return found if len(found) > 1 else [s for s in block(text, free, first) if s[1] - s[0] <= _MAX_LINE]


def headed(text: str, taken: list[Span], wanted: Callable[[Span], bool]) -> list[Enumeration]:
    r"""„Niezgodności\nBrak napisów.\nZdjęcia bez opisów." -> the lines under a heading, up to the first that is unlike them.

    The weakest sort of list: only a heading that names what follows makes it one. A heading may be counted („2. Mocne strony").
    Where neither case nor punctuation tells the next heading from an item, it is among the items.

    Args:
        text: any text.
        taken: characters that other lists hold, sorted; a heading may stand there, an item may not.
        wanted: whether a line, its count left out, is such a heading.
    """
    whole = [stripped(text, *line) for line in lines(text) if text[line[0] : line[1]].strip()]
    free = outside(whole, taken)
    found: list[Enumeration] = []
    index = 0
    for start, end in whole:
        while index < len(free) and free[index][0] <= start:
            index += 1
        counted = _COUNT.match(text, start, end)
        head = (counted.end() if counted else start, end)
        if end - start > _MAX_HEAD or text[end - 1] in ".,;:!?" or not wanted(head):
            continue
        items = as_items(text, adjacent(text, _below(text, free, index), end))
        if len(items) > 1:
            found.append(Enumeration(items=items, leads=(head,), form="lines"))
    return found
