"""What stands around a sentence: „Po kontroli … Wytknęli brak spisu." names who looked two sentences before."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.findings.learned.words import marks, of
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

BEFORE, BEHIND = 700, 200
"""characters around a sentence in which somebody who audits may be named; two paragraphs before, two sentences behind"""
_CLOSE = 200
"""characters before a sentence whose words count one by one; about two sentences of news"""
_LOOKING = ("core", "near", "agents", "weak_agents", "said:inspect")
"""classes of words that say that somebody looked at something: „kontrola", „raport", „sprawdzili\""""
_COUNTED = (
    *_LOOKING, "guests", "authorities", "critics", "public", "meetings", "motions", "conditional", "modal", "generic_faults",
    "said:noun_remark", "said:noun_fault", "said:noun_praise", "said:noun_advice", "said:find", "said:blame", "said:praise",
    "said:order", "said:advise", "said:say", "said:lack", "said:judge", "said:document",
)  # fmt: skip
"""classes of words of which a sentence is told whether the text, and what stands close by, hold them"""


class Surroundings:
    """The words of a text and where their classes stand, found once."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self._starts = [w.start for w in self.words]
        places: dict[str, list[int]] = {name: [] for name in _COUNTED}
        for word in self.words:
            for name in marks(word).classes:
                if name in places:
                    places[name].append(word.start)
        self._places = {name: found for name, found in places.items() if found}

    def between(self, start: int, end: int) -> list[Word]:
        """The words that begin from one character on and before another."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def looked(self, start: int, end: int) -> bool:
        """„Sprawdzili kasę. Było czysto.": whether the text says near a sentence that somebody looks at something."""
        return any(self._has(name, start - BEFORE, end + BEHIND) for name in _LOOKING)

    def of(self, span: Span, sentence: list[Word]) -> list[str]:
        """Features of a sentence as a whole: its words, those right before it, classes around it and in the text.

        Args:
            span: the sentence's characters.
            sentence: its words.
        """
        start, end = span
        found = [f for w in sentence for f in (*of("in", marks(w).lemmas), *of("in:class", marks(w).classes))]
        found += [f for w in sentence for f in (*of("in:says", marks(w).polarity), *of("in:stem", marks(w).stem))]
        found += [f for w in self.between(start - _CLOSE, start) for f in of("close", marks(w).lemmas)]
        return [*found, *self.classes(start, end)]

    def classes(self, start: int, end: int) -> list[str]:
        """Which classes of words the text holds, and which of them stand near a stretch of it."""
        near = [name for name in self._places if self._has(name, start - BEFORE, end + BEHIND)]
        return of("text", self._places) + of("around", near)

    def _has(self, name: str, low: int, high: int) -> bool:
        places = self._places.get(name, ())
        index = bisect_left(places, low)
        return index < len(places) and places[index] < high
