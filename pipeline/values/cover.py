"""Which characters of a text are taken: „Polski Rejestr Statków" is a body, so its „Rejestr" is not looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cover:
    """Characters of a text that some span covers; asking and adding cost as much as the span is long."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Takes the text's length in characters and the spans that are taken already."""
        self._taken = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Marks ``text[start:end]`` as taken."""
        self._taken[start:end] = b"\x01" * (min(end, len(self._taken)) - start)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of ``text[start:end]`` is taken."""
        return self._taken.find(1, start, end) >= 0
