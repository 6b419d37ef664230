"""„… 22 i 23 maja 2013 …" and „… 20 i 21 maja 2014 …": whether two texts are one, or one template filled in twice.

Thresholds were set on tests/quality/duplicates/pairs.toml: 25 copies hold .77 to 1 of the shorter text, other stories .50 at
most. Templates (the same office a year later, another town's policy, the next session's agenda) hold up to .97: what tells them
apart is that sentences which are otherwise equal differ in a figure, a date or in several names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from pipeline.run.duplicates.signature import Signature

CONTAINED = 0.65
"""share of the shorter text's shingles that the longer one must hold"""
LENGTH = 0.45
"""of the longer text, in shingles; a shorter copy is a teaser, which tells less than the story"""
NAMES = 0.15
"""share of otherwise equal sentences whose names may differ: a typo that somebody repaired"""
_FEWEST = 2
"""otherwise equal sentences; with fewer nothing speaks against a template"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts compare."""

    contained: float
    """share of the shorter one's shingles in the longer one, estimated"""
    length: float
    """the shorter one's shingles by the longer one's"""
    equal: int
    """segments that are equal but perhaps for figures and names"""
    figures: int
    """of these: with other figures or dates"""
    names: int
    """of these: with other names"""

    @property
    def is_copy(self) -> bool:
        """Whether one is a copy of the other, shortened, extended or repaired."""
        return (
            self.contained >= CONTAINED
            and self.length >= LENGTH
            and self.equal >= _FEWEST
            and not self.figures
            and self.names <= NAMES * self.equal
        )

    @property
    def percent(self) -> int:
        """``contained`` in whole percent, at most 99: 100 is for equal texts."""
        return min(99, round(100 * self.contained))


def compare(one: Signature, other: Signature) -> Likeness:
    """The likeness of two texts, the same in either order."""
    small, large = sorted((one.shingles, other.shingles))
    same = float(np.mean(one.sketch == other.sketch))
    shared = same * (small + large) / (1 + same)
    first, second = _by_words(one.segments), _by_words(other.segments)
    equal = [(first[words], second[words]) for words in first.keys() & second.keys()]
    return Likeness(
        contained=min(1.0, shared / small),
        length=small / large,
        equal=len(equal),
        figures=sum(a >> 16 != b >> 16 for a, b in equal),
        names=sum(a & 0xFFFF != b & 0xFFFF for a, b in equal),
    )


def _by_words(segments: NDArray[np.uint64]) -> dict[int, int]:
    """Hash of the words -> hashes of figures and names; of segments that differ in these alone within one text, the least."""
    found: dict[int, int] = {}
    for segment in segments.tolist():
        found.setdefault(segment >> 32, segment & 0xFFFFFFFF)
    return found
