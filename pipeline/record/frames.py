"""„Przedłużono ważność certyfikatu", „certyfikatowi przedłużono ważność": verbs and their objects in any order.

A pattern of ``statuses.toml`` with "+" is a frame: the predicate stands first, then what else its clause must hold, each a
sequence of words in the notation of values/phrase. Polish parts a verb from its object by case, not by place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.clauses import is_finite
from pipeline.record.vocabulary import DATA, data, words_of
from pipeline.values.phrase import Hit, Pattern, match, pattern, rule_book

if TYPE_CHECKING:
    from pipeline.values.phrase import Rule, Word

_CLASS = re.compile(r"\$(\w+)")
_SIDES = 2
"""candidates on either side of the predicate that are tried before a frame is given up"""


class Frame(NamedTuple):
    """„przedłużyć + ważność certyfikatu": a predicate and what its clause must hold beside it."""

    rule: Rule
    predicate: Pattern
    objects: tuple[Pattern, ...]


def _frame(rule: Rule, printed: str) -> Frame:
    spelled = _CLASS.sub(lambda m: data()["classes"][m[1]], printed)
    predicate, *objects = (pattern(part) for part in spelled.split(" + "))
    return Frame(rule, predicate, tuple(objects))


@lru_cache(maxsize=1)
def _frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by the first keys of their predicates."""
    found: dict[str, list[Frame]] = {}
    for rule in rule_book(DATA, "status").rules:
        for frame in (_frame(rule, printed) for printed in rule.options.get("frames", [])):
            for key in frame.predicate.steps[0]:
                found.setdefault(key, []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}


class _Places:
    """Where each object of a frame stands in a clause; a clause is read once for each."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._known: dict[Pattern, list[tuple[int, ...]]] = {}

    def nearest(self, wanted: Pattern, at: int, taken: set[int]) -> tuple[int, ...] | None:
        """The match that begins nearest to a word and shares none with what is taken."""
        if wanted not in self._known:
            matched = (match(self._words, i, wanted) for i in range(len(self._words)))
            self._known[wanted] = [tuple(m) for m in matched if m is not None]
        found = self._known[wanted]
        index = bisect_left(found, (at,))
        near = sorted(found[max(0, index - _SIDES) : index + _SIDES], key=lambda m: abs(m[0] - at))
        return next((m for m in near if taken.isdisjoint(m)), None)


def frame_hits(words: list[Word]) -> list[Hit]:
    """Every frame that a clause fills, its predicate's words first among the places.

    Args:
        words: those of one clause, with their "@cert" and "@norm".
    """
    places, found = _Places(words), {}
    for i, word in enumerate(words):
        for key in sorted(word.keys & _frames().keys()):
            for frame in _frames()[key]:
                filled = _filled(words, i, frame, places)
                if filled is not None:
                    found[filled, frame.rule.id] = Hit(frame.rule, filled)
    return [found[key] for key in sorted(found)]


def _filled(words: list[Word], first: int, frame: Frame, places: _Places) -> tuple[int, ...] | None:
    predicate = match(words, first, frame.predicate)
    if predicate is None:
        return None
    filled = list(predicate)
    for wanted in frame.objects:
        own = places.nearest(wanted, first, set(filled))
        if own is None or _is_bound(words, first, own[0]) or _is_reason(words, first, own[0]):
            return None
        filled += own
    return tuple(filled)


def _is_reason(words: list[Word], predicate: int, thing: int) -> bool:
    """„punkty przyznano [za] inwestycje i certyfikat": what something else is given for."""
    place = thing
    while place - 1 > predicate:
        place -= 1
        word = words[place]
        if word.form.lower() in _FOR:
            return True
        joined = any(words[i].form.lower() in _AND for i in range(place, thing))
        noun = any(k.endswith("/subst") for k in word.keys)
        if is_finite(word) or (noun and not joined) or any(k.endswith("/prep") for k in word.keys):
            return False
    return False


_FOR = frozenset({"za", "bez", "zamiast", "oprócz", "poza"})
_AND = frozenset({"i", "oraz", "lub"})


def _is_bound(words: list[Word], predicate: int, thing: int) -> bool:
    """„dostarczy spółka, [legitymująca się] certyfikatem": whether an active participle before it has the object."""
    held = words_of("mood", "possessing")
    return any(
        w.keys & held and any(k.endswith("/pact") for k in w.keys) for w in words[predicate + 1 : thing] if predicate < thing
    )
