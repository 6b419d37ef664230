"""„… certyfikat, nadany przez [UDT]": which groups of cue words a stretch of text holds."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.values import morph

_AUDIT = re.compile(r"audi(?=t|ci)")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def cues() -> dict[str, Any]:
    """The tables of cues.toml and clauses.toml."""
    folder = files("pipeline.annotate.certifiers")
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("cues.toml", "clauses.toml"))
    return {table: content for text in texts for table, content in tomllib.loads(text).items()}


@cache
def _groups_of_lemma() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group, lemmas in cues()["groups"].items():
        for lemma in lemmas:
            table.setdefault(lemma, set()).add(group)
    return {lemma: frozenset(groups) for lemma, groups in table.items()}


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """„certyfikaty" -> {"certyfikat"}: lemmas in lower case, the word itself among them."""
    low = word.lower()
    known = _AUDIT.sub("audy", low)  # the trade's own spelling, which the dictionary lacks
    again = "re" if known.startswith("recertyf") else ""  # as it lacks „recertyfikacja"
    return frozenset(again + lemma.lower() for lemma in morph.lemmas(known.removeprefix(again))) | {low}


@lru_cache(maxsize=65536)
def _groups_of_word(word: str) -> frozenset[str]:
    table = _groups_of_lemma()
    return frozenset().union(*(table[lemma] for lemma in lemmas(word) if lemma in table))


@lru_cache(maxsize=4096)
def groups_in(text: str) -> frozenset[str]:
    """„certyfikat ISO 9001" -> {"certification", "award", "standard", "system"}."""
    of_words = (_groups_of_word(m.group()) for m in _WORD.finditer(text))
    return frozenset(g for g, phrases in _phrases().items() if any(p.search(text) for p in phrases)).union(*of_words)


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], ...]]:
    """„ocenił wydatki pozytywnie" -> "inspection": groups that several words give together."""
    table = cues()["phrases"]
    return {group: tuple(re.compile(p, re.IGNORECASE) for p in phrases) for group, phrases in table.items()}
