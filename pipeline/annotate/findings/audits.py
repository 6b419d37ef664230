"""Where a text speaks of audits: „Po kontroli NIK …" stands near the list below it."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_patterns, context_words
from pipeline.values.phrase import match, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Enumeration
    from pipeline.values.phrase import Word

_NEAR = 400
"""characters before the lead in which an audit is near; about one paragraph of news"""
_ARTICLE = 4000
"""characters before the lead in which an audit makes the article one about audits; about one printed page"""
_BEHIND = 200
"""characters behind a list in which an audit is near; about two sentences of news"""
_TITLE = 300
"""characters; a longer first line is no headline"""


class AuditWords:
    """Where the words of audits stand in a text, found once."""

    def __init__(self, text: str) -> None:
        found = words(text)
        other = {w.start for w, after in pairwise(found) if after.keys & context_words("not_audited")}
        self._starts = [w.start for w in found if w.keys & context_words("near") and w.start not in other]
        self._own = [w.start for w in found if w.keys & context_words("self_assessment")]
        terms = _terms(found)
        self._starts = sorted({*self._starts, *terms})
        core = {w.start for w in found if w.keys & context_words("core")}
        surveyed = {w.start for w, after in pairwise(found) if after.keys & context_words("surveyed")}
        self._core = sorted({*(core - other), *terms})
        self._told = sorted({*(core - (other - surveyed)), *terms})
        self._certified = [w.start for w in found if w.keys & context_words("certified")]
        self._title = min(max(text.find("\n"), 0), _TITLE)

    def core_in(self, start: int, end: int) -> bool:
        """Whether an audit, also one of energy but no „kontrola prędkości", is named in some characters of running text."""
        return _any(self._told, start, end)

    def remember(self, start: int) -> None:
        """A finding at ``start``: what stands below belongs to the same audit („Wobec powyższego należy: …")."""
        insort(self._starts, start)

    def near(self, enumeration: Enumeration, scope: str) -> bool:
        """Whether an audit is named in the leads, in what stands before them, or in the headline."""
        start = enumeration.leads[0][0] if enumeration.leads else enumeration.items[0].start
        end = enumeration.leads[-1][1] if enumeration.leads else enumeration.items[0].start
        return self.around(start, end, scope)

    def certified(self, enumeration: Enumeration) -> bool:
        """„Powodem cofnięcia certyfikatu są niezgodności: …": whether a certificate is spoken of near the list."""
        start = enumeration.items[0].start
        return _any(self._certified, start - _NEAR, start)

    def around(self, start: int, end: int, scope: str) -> bool:
        """The same for any stretch of text and what stands before it."""
        low = start - (_NEAR if scope == "near" else _ARTICLE)
        if _any(self._own, low, end):
            return False
        return _any(self._starts, low, end) or _any(self._starts, 0, self._title)

    def after(self, enumeration: Enumeration) -> bool:
        """„… Tak wynika z protokołu kontroli.": whether an audit is named right behind the list."""
        return self.behind(enumeration.items[-1].end)

    def behind(self, end: int) -> bool:
        """The same for any stretch of text that ends at ``end``."""
        return _any(self._core, end, end + _BEHIND)


def _terms(found: list[Word]) -> list[int]:
    """Where „spotkanie zamykające" and other terms of several words stand."""
    wanted = context_patterns("audit_terms")
    return [w.start for i, w in enumerate(found) if any(match(found, i, p) is not None for p in wanted)]


def _any(starts: list[int], low: int, high: int) -> bool:
    """Whether one of the sorted places lies in the window."""
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high
