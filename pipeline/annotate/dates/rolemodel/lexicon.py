"""„wręczono" -> give, „auditorzy" -> auditor: classes of words, from classes.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.annotate.dates.words import Word

EVENTS = frozenset({
    "give", "get", "come", "renew", "keep", "certify", "certification", "recert", "hold", "work", "auditv", "auditn", "auditor",
    "visit", "valid", "expire", "begin", "implement", "train", "contract", "legal", "report", "fix", "lose", "life", "built",
    "published", "contest", "ceremony", "plan", "edition", "register", "verdict", "exam",
})  # fmt: skip
"""classes that name what may have happened on a date; the others say how, whose, which one"""


@lru_cache(maxsize=1)
def _by_lemma() -> dict[str, frozenset[str]]:
    listed = tomllib.loads((files(__package__) / "classes.toml").read_text(encoding="utf-8"))["classes"]
    found: dict[str, set[str]] = {}
    for name, lemmas in listed.items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


@lru_cache(maxsize=50_000)
def of_lemmas(lemmas: frozenset[str]) -> tuple[str, ...]:
    """{"wręczyć", "wręczono"} -> ("give",): the classes of a word's lemmas, in alphabetical order."""
    known = _by_lemma()
    return tuple(sorted(frozenset().union(*(known[lemma] for lemma in lemmas if lemma in known))))


def of_words(some: Iterable[Word]) -> set[str]:
    """„certyfikat wręczono" -> {"cert", "give"}: the classes of a stretch of words."""
    found: set[str] = set()
    for word in some:
        found.update(of_lemmas(word.lemmas))
    return found
