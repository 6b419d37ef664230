"""„Aktualności", „Urząd z certyfikatem", „Drukuj": the lines of one page with what is known of them so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.marks import Mark

_HEAVY_LINES = 20
_HEAVY_SHARE = 0.4
_TAG_WORDS = 2
_TEXT_ENDS = (".", ":", ";", ",")


@dataclass(frozen=True)
class Page:
    """„Aktualności", „Urząd z certyfikatem", „Drukuj": lines, and sets of their numbers."""

    lines: Sequence[Line]
    marks: dict[int, Mark]
    """what single lines and sections were recognised as"""
    protected: set[int]
    """lines of enumerations"""
    signed: set[int]
    """lines of signatures (a name and its office) and of letters' heads and closings"""
    title: str | None = None
    """title that the dump's owner recorded"""
    url: str | None = None
    chosen: bool = False
    """whether somebody has taken the menus away already, so that many short lines are a list and no frame"""

    def short(self, i: int) -> bool:
        """Neither blank, running text, marked, enumerated nor signed: only its place can decide."""
        line = self.lines[i]
        known = i in self.marks or i in self.protected or i in self.signed
        return not (line.blank or line.prose or known)

    def bare(self, i: int) -> bool:
        """A short line without the mark that ends sentences, leads and items: entries of menus have none, tags a comma."""
        line = self.lines[i]
        ended = line.ending in _TEXT_ENDS and (line.words > _TAG_WORDS or line.ending == ":")
        return self.short(i) and not ended

    def body(self, i: int) -> bool:
        """Running text or an enumeration that no rule took."""
        return i not in self.marks and (self.lines[i].prose or i in self.protected)

    @cached_property
    def filled(self) -> list[int]:
        """Numbers of the lines that are not blank."""
        return [i for i, line in enumerate(self.lines) if not line.blank]

    @cached_property
    def heavy(self) -> bool:
        """Whether the dump is a whole page with its menus: many lines, and a large share of them, are no article."""
        if self.chosen:
            return False
        frame = sum(self.bare(i) or i in self.marks for i in self.filled)
        return frame >= _HEAVY_LINES and frame >= _HEAVY_SHARE * len(self.filled)
