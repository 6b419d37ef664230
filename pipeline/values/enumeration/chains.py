"""Candidates become lists where they count: „1)" then „2)", dash after dash, „a)" inside „1."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.values.enumeration.extent import extent

if TYPE_CHECKING:
    from pipeline.values.enumeration.markers import Marker

_CONTENT = re.compile(r"\S")
_MAX_DEPTH = 4
_SKIP = 2
"""numbers; a list may lose one item in scraping („1." then „3.")"""


@dataclass(slots=True)
class Chain:
    """Markers of one list, its depth, and the marker of the item that it hangs on."""

    style: str
    markers: list[Marker]
    counts: list[int]
    level: int
    parent: Marker | None = None

    def takes(self, marker: Marker) -> bool:
        """Whether the marker goes on with this list."""
        if marker.style != self.style:
            return False
        if not marker.numbers:
            return True
        step = _SKIP if marker.at_line else 1
        return any(0 < n - last <= step for n in marker.numbers for last in self._last())

    def _last(self) -> list[int]:
        return [self.counts[-1]] if len(self.markers) > 1 else [n for n in self.markers[0].numbers if n > 0]

    def add(self, marker: Marker) -> None:
        """Appends a marker that ``takes`` accepted."""
        last = self._last()
        self.counts.append(next((n for n in marker.numbers if any(0 < n - i <= _SKIP for i in last)), 0))
        self.markers.append(marker)


def _opens(marker: Marker) -> bool:
    """A list begins at 1 or a; at the start of a line it may begin higher (its first items stand elsewhere)."""
    return not marker.weak and (not marker.numbers or 1 in marker.numbers or marker.at_line)


def _limits(markers: list[Marker], length: int) -> list[int]:
    """For every candidate where the next one at a line's start stands."""
    limits = [length] * len(markers)
    following = length
    for i in range(len(markers) - 1, -1, -1):
        limits[i] = following
        if markers[i].at_line:
            following = markers[i].start
    return limits


class _Builder:
    """Reads the candidates once, with a stack of the lists that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[Chain] = []
        self._closed: list[Chain] = []
        self._reach = 0

    def _touches(self, marker: Marker) -> bool:
        """Whether nothing but white space stands between the last item and this marker, or the item holds it."""
        if marker.start <= self._reach:
            return True
        following = _CONTENT.search(self._text, self._reach)
        return following is None or following.start() >= marker.start

    def read(self, marker: Marker, limit: int) -> None:
        """Puts one candidate where it belongs, or passes over it."""
        touching = self._touches(marker)
        if not touching and not marker.numbers:
            self._close(0)
        depth = next((i for i in range(len(self._open) - 1, -1, -1) if self._fits(self._open[i], marker)), None)
        if depth is not None:
            self._close(depth + 1)
            self._open[depth].add(marker)
        elif _opens(marker):
            if not touching or self._leaves(marker):
                self._close(0)
            if len(self._open) >= _MAX_DEPTH:
                return
            self._push(marker)
        else:
            return
        if marker.at_line or marker.end >= self._reach:
            self._reach = max(self._reach, extent(self._text, marker.end, limit, narrow=True))

    def _leaves(self, marker: Marker) -> bool:
        """A list on lines of their own hangs on an item in running text only behind its colon."""
        if not (marker.at_line and self._open) or self._open[-1].markers[-1].at_line:
            return False
        return not self._text[max(0, marker.start - 8) : marker.start].rstrip().endswith(":")

    def _fits(self, chain: Chain, marker: Marker) -> bool:
        if not marker.at_line and chain.markers[0].at_line and not marker.numbers:
            return False
        return chain.takes(marker)

    def _push(self, marker: Marker) -> None:
        parent = self._open[-1].markers[-1] if self._open else None
        restarts = parent is not None and any(c.style == marker.style for c in self._open)
        if restarts:
            keep = next(i for i, c in enumerate(self._open) if c.style == marker.style)
            self._close(keep)
            parent = self._open[-1].markers[-1] if self._open else None
        numbers = [n for n in marker.numbers if n > 0]
        self._open.append(Chain(marker.style, [marker], numbers[:1], len(self._open) + 1, parent))

    def _close(self, depth: int) -> None:
        self._closed += self._open[depth:]
        del self._open[depth:]

    def finish(self) -> list[Chain]:
        """All lists, in the order of their first marker."""
        self._close(0)
        return sorted(self._closed, key=lambda c: c.markers[0].start)


def chains(text: str, markers: list[Marker]) -> list[Chain]:
    """„1) … 2) …" -> one chain of two markers; a candidate that nothing precedes or follows stays a chain of one.

    Args:
        text: the text that the candidates were read from.
        markers: candidates in text order.
    """
    builder = _Builder(text)
    for marker, limit in zip(markers, _limits(markers, len(text)), strict=True):
        builder.read(marker, limit)
    return builder.finish()
