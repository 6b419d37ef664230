"""What an enumeration is: a lead and its items, as spans of characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Form = Literal["marked", "inline", "semicolons", "lines"]


@dataclass(frozen=True, slots=True)
class Item:
    """„2) nowy ratusz,": one item; ``start`` and ``end`` leave out its marker and its closing separator.

    ``number`` and ``marker`` are those printed, None where none is; ``level`` counts from 1; ``heads`` says that a deeper list
    hangs on the item, whose words are then that list's lead.
    """

    start: int
    end: int
    number: int | None = None
    marker: str | None = None
    level: int = 1
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Enumeration:
    """„Audytorzy pochwalili: 1) ład, 2) skład": items of one level and the words that introduce them.

    ``leads`` are spans of characters, the nearest last: a heading, the leads of the lists around, the lead itself.
    """

    items: tuple[Item, ...]
    leads: tuple[Span, ...]
    form: Form
    level: int = 1

    @property
    def lead(self) -> Span | None:
        """The nearest introducing words."""
        return self.leads[-1] if self.leads else None
