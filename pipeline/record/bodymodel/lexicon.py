"""„wystawiony przez", „zamiast": classes of the words around a body (words.toml)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.values.phrase import Pattern, has_any, matches_any, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.phrase import Word

BEFORE, BEHIND = 4, 3
"""words on either side of a body that say what it did: „wystawiony 4 maja przez", „odnowiło go""" ""
_NEGATING = frozenset({"nie", "bez", "ani", "żaden"})


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.record.bodymodel").joinpath("words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _data()["classes"].items()}


@lru_cache(maxsize=1)
def _anaphora() -> dict[str, tuple[Pattern, ...]]:
    """„ta sama jednostka", „oba": ways of taking up a body or several certificates, by name."""
    return {name: tuple(pattern(p) for p in printed) for name, printed in _data()["anaphora"].items()}


@lru_cache(maxsize=50_000)
def _of_word(keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name, words in _classes().items() if keys & words)


def classes(words: Sequence[Word]) -> set[str]:
    """„wystawiony przez" -> {"grant"}: classes of which a stretch has a word."""
    return {name for word in words for name in _of_word(word.keys)}


def preposition(before: Sequence[Word]) -> str:
    """„przez [PCBC]" -> "przez"; "firm" where a noun stands between („przez firmę [PCBC]"), "" where neither does."""
    last = before[-1] if before else None
    if last is None:
        return ""
    if any(k.endswith("/prep") for k in last.keys):
        return last.form.lower()
    return "noun" if any(k.endswith("/subst") for k in last.keys) else "verb" if "/v" in last.keys else "word"


def is_negated(words: Sequence[Word]) -> bool:
    """„nie przysłał referencji": whether a clause is denied."""
    return has_any(list(words), _NEGATING)


def ways_of(words: list[Word]) -> tuple[str, ...]:
    """„u tej samej jednostki" -> ("same", "again"): how a passage takes up a body or several certificates named before."""
    return tuple(way for way, patterns in _anaphora().items() if matches_any(words, patterns))
