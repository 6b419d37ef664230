"""The data of the sentence component: words that open a clause."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

_HERE = files(__package__)


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def opening_forms() -> dict[str, bool]:
    """„że" -> True, „oraz" -> False: words that open a clause, and whether they need a comma before them."""
    return {row["form"]: row["comma"] == "yes" for row in _rows("openers.tsv") if row["kind"] == "form"}


@lru_cache(maxsize=1)
def opening_lemmas() -> frozenset[str]:
    """„który", „jaki": pronouns that open a clause in any case, after a comma."""
    return frozenset(row["form"] for row in _rows("openers.tsv") if row["kind"] == "lemma")
