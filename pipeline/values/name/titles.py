"""„dr n. med.", „gen. bryg.", „ks. prałat": courtesy, degrees and ranks before a name, a run of any length."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from pipeline.values.name.tokens import Token


class _Titles(NamedTuple):
    """Words that open a run, those that need their full stop for it, those that only go on with one."""

    opening: frozenset[str]
    dotted: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str], ...]:
    text = resources.files(__package__).joinpath("titles.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    return tuple((row["form"], row["sort"]) for row in rows)


def _forms(lemma: str) -> set[str]:
    return {lemma} | {r.form.lower() for r in morph.generate(lemma) if r.pos == "subst" and r.gender in {"m1", "f", "n"}}


def _of(*sorts: str) -> frozenset[str]:
    forms = ({form} if not sort.startswith("noun") else _forms(form) for form, sort in _rows() if sort in sorts)
    return frozenset().union(*forms)


@lru_cache(maxsize=1)
def _titles() -> _Titles:
    return _Titles(_of("abbreviation", "noun"), _of("dotted"), _of("after", "word_after", "noun_after"))


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """„dr", „pana", „bryg": every word that can be part of a run, in lower case and without its full stop."""
    return _titles().opening | _titles().dotted | _titles().after


@lru_cache(maxsize=1)
def abbreviated_titles() -> frozenset[str]:
    """„dr", „płk", „med": the abbreviated ones."""
    return _of("abbreviation", "dotted", "after")


def titles_end(tokens: Sequence[Token], i: int, names: Container[int] = ()) -> int:
    """„dr n. med. Anna" -> position of "Anna": behind the titles that open at ``i``, ``i`` itself where none does.

    Args:
        tokens: the text's tokens.
        i: index of the first token.
        names: indexes at which names open; the run ends there („Major Kot" may be one).
    """
    titles, start = _titles(), i
    while i < len(tokens) and i not in names and tokens[i].kind == "word":
        dot = i + 1 < len(tokens) and tokens[i + 1].text == "." and not tokens[i + 1].gap
        low = tokens[i].low
        if not (low in titles.opening or (dot and low in titles.dotted) or (i > start and low in titles.after)):
            break
        i += 2 if dot else 1
    return i
