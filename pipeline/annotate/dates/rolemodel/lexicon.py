"""„wręczono" -> give, „auditorzy" -> auditor: classes of words, from classes.toml."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.values.word_classes import by_lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.annotate.dates.words import Word

EVENTS = frozenset({
    "give", "get", "come", "renew", "keep", "certify", "certification", "recert", "hold", "work", "auditv", "auditn", "auditor",
    "visit", "valid", "expire", "begin", "implement", "train", "contract", "legal", "report", "fix", "lose", "life", "built",
    "published", "contest", "ceremony", "plan", "edition", "register", "verdict", "exam",
})  # fmt: skip
"""classes that name what may have happened on a date; the others say how, whose, which one"""


@lru_cache(maxsize=50_000)
def of_lemmas(lemmas: frozenset[str]) -> tuple[str, ...]:
    """{"wręczyć", "wręczono"} -> ("give",): the classes of a word's lemmas, in alphabetical order."""
    known = by_lemma("pipeline.annotate.dates.rolemodel")
    return tuple(sorted(frozenset().union(*(known[lemma] for lemma in lemmas if lemma in known))))


def of_words(some: Iterable[Word]) -> set[str]:
    """„certyfikat wręczono" -> {"cert", "give"}: the classes of a stretch of words."""
    found: set[str] = set()
    for word in some:
        found.update(of_lemmas(word.lemmas))
    return found
