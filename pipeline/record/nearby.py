"""„RIO w [Łodzi]": which mentions lie inside, around or right before some characters, found by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.schema import Mention

_DEPTH = 6
"""mentions; how many of one kind may begin between a mention's start and a place inside it"""


class Nearby:
    """The mentions of an article by kind and place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._of: dict[str, list[Mention]] = {}
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
            self._of.setdefault(mention.kind, []).append(mention)
        self._starts = {kind: [m.start for m in found] for kind, found in self._of.items()}

    def of(self, kind: str) -> list[Mention]:
        """Every mention of a kind, in text order."""
        return self._of.get(kind, [])

    def inside(self, kind: str, start: int, end: int) -> list[Mention]:
        """The mentions of a kind that lie within ``text[start:end]``."""
        starts = self._starts.get(kind, [])
        return [m for m in self.of(kind)[bisect_left(starts, start) : bisect_right(starts, end)] if m.end <= end]

    def around(self, kind: str, start: int, end: int) -> Mention | None:
        """A mention of a kind that covers ``text[start:end]``."""
        last = bisect_right(self._starts.get(kind, []), start)
        return next((m for m in self.of(kind)[max(0, last - _DEPTH) : last] if m.end >= end), None)

    def before(self, kind: str, start: int, reach: int) -> list[Mention]:
        """The mentions of a kind that end at most ``reach`` characters before ``start``."""
        last = bisect_right(self._starts.get(kind, []), start)
        return [m for m in self.of(kind)[max(0, last - _DEPTH) : last] if 0 <= start - m.end <= reach]
