"""„data wydania" -> print, issue: classes of words beside a date, with the shape of verbs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.values.word_classes import by_lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.phrase import Word


@lru_cache(maxsize=50_000)
def _of_keys(keys: frozenset[str]) -> tuple[str, ...]:
    known = by_lemma("pipeline.record.daymodel")
    found = set().union(*(known[k] for k in keys if k in known))
    for key, name in (("@cert", "cert"), ("@norm", "norm"), ("@again", "again"), ("@first", "first")):
        if key in keys:
            found.add(name)
    return tuple(sorted(found))


def classes_of(word: Word) -> tuple[str, ...]:
    """„wręczono" -> ("hand",): the classes of a word's lemmas, in alphabetical order; "cert", "norm" by its marks."""
    return _of_keys(word.keys)


def classes_in(some: Iterable[Word]) -> set[str]:
    """„certyfikat wręczono" -> {"cert", "hand"}: the classes of a stretch of words."""
    found: set[str] = set()
    for word in some:
        found.update(_of_keys(word.keys))
    return found


@lru_cache(maxsize=50_000)
def _shape(keys: frozenset[str]) -> str | None:
    for key, name in _SHAPES:
        if any(k.endswith(key) for k in keys):
            return name
    return "pres" if "/v" in keys else None


_SHAPES = (("/ppas", "ppas"), ("/ger", "ger"), ("/inf", "inf"), ("/imps", "past"), ("/future", "fut"), ("/praet", "past"))


def shape_of(word: Word) -> str | None:
    """„wręczono" -> "past", „wygaśnie" -> "fut", „wydany" -> "ppas", „papier" -> None."""
    return _shape(word.keys)
