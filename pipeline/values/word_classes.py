"""„wręczyć" -> {"give"}: classes of words that a trained model sees in place of single lemmas, as its package lists them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def by_lemma(package: str) -> dict[str, frozenset[str]]:
    """„wręczyć" -> {"give"}: the classes of every lemma in a package's ``classes.toml``.

    Args:
        package: dotted name of the package that ships the file, with a table ``classes`` of name -> lemmas.

    Raises:
        OSError: it ships none.
    """
    listed = tomllib.loads((files(package) / "classes.toml").read_text(encoding="utf-8"))["classes"]
    found: dict[str, set[str]] = {}
    for name, lemmas in listed.items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}
