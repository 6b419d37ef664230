"""„Szczepanik" -> surname, masculine or feminine, capitalised: what the dictionary knows of a form, as numbers for a network.

A form has one row of hashed features, computed once; a network's hash embeddings read the columns. The features depend on
the form and Morfeusz alone, never on our own lexicons, which change between versions while trained weights do not.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.strings import get_string_id

from pipeline.annotate.model.nkjp import covered
from pipeline.values.morph import entries, expanded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.morph import Entry

COLUMNS = ("norm", "lemma", "suffix", "prefix", "shape", "tags", "classes", "marks")
"""Features of a form, in order."""
RARE_COLUMNS = frozenset({"norm", "lemma"})
_FREQUENT = 3
"""times a form or lemma must occur in training to be told from other rare ones"""
_STEM = 2
_RUN = re.compile(r"(.)\1{4,}", re.DOTALL)


class _Kinds(dict[int, str]):
    """Code of a character -> its kind, learnt as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = "d" if char.isdigit() else (("X" if char.isupper() else "x") if char.isalpha() else char)
        return self[code]


_KINDS = _Kinds()


def _shape(form: str) -> str:
    """„Wiśniowa" -> „Xxxx", „KPWiK" -> „XXXxX", „2010" -> „dddd": kinds of characters, runs cut at four."""
    return _RUN.sub(r"\1\1\1\1", form.translate(_KINDS))


@lru_cache(maxsize=20_000)
def _of_tags(tags: tuple[str, ...]) -> tuple[str, str]:
    """The features „tags" and „classes" of the entries' tags, which many forms share."""
    classes = {":".join((pos, number or "", case or "")) for tag in tags for pos, number, case, *_ in expanded(tag)}
    return "|".join(sorted({each for tag in tags for each in covered(tag)})), "|".join(sorted(classes))


def describe(form: str, found: tuple[Entry, ...] | None = None) -> tuple[str, ...]:
    """„Olsztyna" -> its features as strings, in the order of ``COLUMNS``; without Morfeusz lemma, tags and marks are empty.

    Args:
        form: the word.
        found: its entries, if not those of Morfeusz.
    """
    if found is None:
        found = entries(form)
    lower = form.lower()
    lemmas = sorted({e.lemma.lower() for e in found})
    marks = sorted({mark for e in found for mark in e.labels})
    common = any(not e.labels or e.lemma[:1].islower() for e in found)
    return (
        lower,
        "|".join(lemmas) if lemmas else "?" + (lower[:-_STEM] if len(lower) > 2 * _STEM else lower),
        lower[-3:],
        lower[:3],
        _shape(form),
        *_of_tags(tuple(dict.fromkeys(e.tag for e in found))),
        f"{form[:1].isupper():d}{form[-1:].isupper():d}{common:d}{bool(found):d}" + "|".join(marks),
    )


def feature_ids(form: str, *, dictionary: bool = True) -> tuple[int, ...]:
    """Hashed value of each feature of a form, in the order of ``COLUMNS``; tables of several networks share them."""
    values = describe(form) if dictionary else describe(form, ())
    return tuple(int(get_string_id(f"{name}={value}")) for name, value in zip(COLUMNS, values, strict=True))


def learn_vocabulary(forms: Iterable[str]) -> list[int]:
    """Values of „norm" and „lemma" that a corpus has often enough to learn something of them."""
    counts: Counter[int] = Counter()
    for form, n in Counter(forms).items():
        for name, number in zip(COLUMNS, feature_ids(form), strict=True):
            if name in RARE_COLUMNS:
                counts[number] += n
    return sorted(number for number, n in counts.items() if n >= _FREQUENT)
