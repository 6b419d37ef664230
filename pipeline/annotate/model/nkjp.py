"""Tags of NKJP as Morfeusz gives them and as the corpus has them: „subst:pl:nom:n:pt" -> „subst:pl:nom:n"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pipeline.annotate.morphology.lexicon import universal
from pipeline.values import morph

DIGITS = "dig"
"""stands for the tags of „12" and „XII", which Morfeusz leaves open and the corpus does not"""


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "nkjp.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=20_000)
def corpus_tags(tag: str) -> tuple[str, ...]:
    """„part" -> ("qub",), „brev:pun" -> both kinds of abbreviation: what a tag of Morfeusz is called in NKJP 1M.

    The corpus is of 2012, the dictionary's tagset has changed since (nkjp.toml).
    """
    table = _tables()
    part, *marks = tag.split(":")
    if part in table["parts"]:
        return tuple(table["parts"][part])
    kept = ":".join([part, *(mark for mark in marks if mark not in table["dropped"])])
    return tuple(table["tags"].get(kept, [kept]))


@lru_cache(maxsize=20_000)
def covered(tag: str) -> frozenset[str]:
    """„subst:pl:nom.acc.voc:n:pt" -> {"subst:pl:nom:n", …}: the corpus' tags that an entry of the dictionary stands for."""
    return frozenset(each for *_, plain in morph.expanded(tag) for each in corpus_tags(plain))


def word_class(tag: str) -> str:
    """„subst:sg:gen:f" -> „SUBST": the class that pl_core_news_sm's tagger calls the tag."""
    return tag.partition(":")[0].upper()


@lru_cache(maxsize=50_000)
def universal_pos(tag: str, lemma: str) -> str:
    """(„adj:sg:nom:m1:pos", „ten") -> „DET": the universal part of speech of a tag and a lemma (nkjp.toml, else tags.toml)."""
    part = tag.partition(":")[0]
    by_lemma: dict[str, dict[str, str]] = _tables()["lemmas"]
    if lemma in by_lemma.get(part, {}):
        return by_lemma[part][lemma]
    pos = _tables()["pos"].get(part) or universal(tag)[0]
    return "PROPN" if pos == "NOUN" and lemma[:1].isupper() else str(pos)


@lru_cache(maxsize=20_000)
def features(tag: str) -> str:
    """„subst:sg:gen:f" -> „Case=Gen|Gender=Fem|Number=Sing"."""
    return universal(tag)[1]
