"""The data of this folder, read once: what introduces findings, who audits, which words blame and which praise."""

from __future__ import annotations

import csv
import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.values import morph
from pipeline.values.body import bodies
from pipeline.values.phrase import Pattern, RuleBook, matches_any, pattern, respelled, rule_book

if TYPE_CHECKING:
    from pipeline.values.phrase import Word

_FOLDER = Path(__file__).parent


def book(name: str, table: str) -> RuleBook:
    """The rules of one table of a TOML file beside this module."""
    return rule_book(_FOLDER / name, table)


@lru_cache(maxsize=1)
def _context() -> dict[str, list[str]]:
    return tomllib.loads((_FOLDER / "context.toml").read_text(encoding="utf-8"))


_AUDITING = frozenset({"near", "core", "agents"})
"""lists of ``context.toml`` to which the names of bodies belong"""
_SHORTEST = 3
"""letters; a shorter name of a body is an ordinary word, too"""


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """„=tüv", „=pcbc": the first word of every acronym and brand of those who certify and control."""
    kinds = {"certification_body", "control_body"}
    brands = [short.split()[0] for body in bodies() if body.kind in kinds and not body.needs_always for short in body.short]
    return frozenset(
        f"={respelled(b.lower())}" for b in brands if len(b) >= _SHORTEST and b.isalpha() and not morph.analyse(b.lower())
    )


@lru_cache(maxsize=64)
def context_words(name: str) -> frozenset[str]:
    """One list of ``context.toml``, "audit" spelled "audyt"; for who audits with the bodies of the register."""
    return frozenset(respelled(w) for w in _context()[name]) | (_bodies() if name in _AUDITING else frozenset())


def context_numbers(name: str) -> dict[str, int]:
    """One list of ``context.toml``, each word with its place from 1: „dwa" -> 2."""
    return {respelled(word): place for place, word in enumerate(_context()[name], 1)}


@lru_cache(maxsize=64)
def context_patterns(name: str) -> tuple[Pattern, ...]:
    """One list of ``context.toml`` as sequences."""
    return tuple(pattern(p) for p in _context()[name])


@lru_cache(maxsize=1)
def polarity() -> dict[str, str]:
    """„brak" -> fault, „zaangażowanie" -> praise, „uzupełnić" -> advice."""
    with (_FOLDER / "polarity.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["lemma"]: row["polarity"] for row in csv.DictReader(lines, delimiter="\t")}


@lru_cache(maxsize=20_000)
def _blaming(key: str) -> bool:
    """„nieaktualny", „niechlujnie", „nieporządek": a word in nie- with a counterpart without it („aktualny") blames."""
    lemma, _, part = key.partition("/")
    if part not in {"adj", "adv", "adja", "subst"} or not lemma.startswith("nie") or lemma in polarity():
        return False
    return any(r.lemma == lemma[3:] and r.pos == part for r in morph.analyse(lemma[3:]))


def polarity_of(word: Word) -> set[str]:
    """„opóźnienia" -> {"fault"}: what the lexicon says of one word, or its nie- („nieopisany", „niespójny")."""
    table = polarity()
    found = {table[key] for key in word.keys if key in table} - {"none"}
    if not found and ("/neg" in word.keys or any(_blaming(key) for key in word.keys)):
        return {"fault"}
    return found


def count(sentence: list[Word]) -> dict[str, int]:
    """„nieterminowe regulowanie zobowiązań" -> {"fault": 1, …}: how many words blame, praise and advise.

    What „bez" governs is lacking: „bez wniosku" blames, „bez opóźnień" praises. Phrases („po terminie") count as words do.
    """
    found = {"fault": 0, "praise": 0, "advice": 0}
    for i, word in enumerate(sentence):
        marks = polarity_of(word)
        negated = i > 0 and sentence[i - 1].form.lower() in context_words("without")
        if negated and marks & {"fault", "praise"}:
            marks = {"praise" if "fault" in marks else "fault"}
        for mark in marks:
            found[mark] += 1
    found["fault"] += matches_any(sentence, context_patterns("fault_phrases")) or _undone(sentence)
    return found


def _undone(sentence: list[Word]) -> bool:
    """„odpisy wydawano bez pobrania opłaty": a verbal noun behind „bez" is something that was not done."""
    return any(
        left.form.lower() == "bez" and any(key.endswith("/ger") for key in right.keys) and "fault" not in polarity_of(right)
        for left, right in pairwise(sentence)
    )
