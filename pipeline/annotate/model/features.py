"""„Szczepanik" -> surname, masculine or feminine, capitalised: what the dictionary knows of a form, as numbers for a network.

A form has one row of hashed features, computed once; a network's hash embeddings read the columns. The features depend on
the form and Morfeusz alone, never on our own lexicons, which change between versions while trained weights do not.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH, SPACY  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.strings import get_string_id

from pipeline.annotate.model.nkjp import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from pipeline.values.morph import Reading

    _Rows = np.ndarray[tuple[int, int], np.dtype[np.uint64]]

COLUMNS = ("norm", "lemma", "suffix", "prefix", "shape", "tags", "classes", "marks")
"""Features of a form, in the order of their columns; column 0 of the array is the key of the row itself."""
_SHAPE = 1 + COLUMNS.index("shape")
_START = 4096
_MOST = 400_000
"""forms after which a table starts anew: it must not grow with a dump"""
_SERIALS = count()
_KEYS = 1 << 40
"""keys of a table: they differ from those of every other table of the process"""
RARE_COLUMNS = frozenset({"norm", "lemma"})
_FREQUENT = 3
"""times a form or lemma must occur in training to be told from other rare ones"""
_STEM = 2
_RUN = 3
HIDDEN = "magistrat_hidden"
"""Key of ``doc.user_data``: this training document does not show what Morfeusz says."""


def _shape(form: str) -> str:
    """„Wiśniowa" -> „Xxxx", „KPWiK" -> „XXXxX", „2010" -> „dddd": kinds of characters, runs cut at four."""
    out: list[str] = []
    for char in form:
        kind = "d" if char.isdigit() else (("X" if char.isupper() else "x") if char.isalpha() else char)
        if len(out) <= _RUN or any(c != kind for c in out[-_RUN - 1 :]):
            out.append(kind)
    return "".join(out)


def describe(form: str, found: tuple[tuple[str, Reading], ...] | None = None) -> tuple[str, ...]:
    """„Olsztyna" -> its features as strings, in the order of ``COLUMNS``; without Morfeusz lemma, tags and marks are empty.

    Args:
        form: the word.
        found: its readings, if not those of Morfeusz.
    """
    if found is None:
        found = readings(form)
    lower = form.lower()
    lemmas = sorted({r.lemma.lower() for _, r in found})
    marks = sorted({mark for _, r in found for mark in r.labels})
    common = any(not r.labels or r.lemma[:1].islower() for _, r in found)
    return (
        lower,
        "|".join(lemmas) if lemmas else "?" + (lower[:-_STEM] if len(lower) > 2 * _STEM else lower),
        lower[-3:],
        lower[:3],
        _shape(form),
        "|".join(sorted({tag for tag, _ in found})),
        "|".join(sorted({":".join((r.pos, r.number or "", r.case or "")) for _, r in found})),
        f"{form[:1].isupper():d}{form[-1:].isupper():d}{common:d}{bool(found):d}" + "|".join(marks),
    )


@lru_cache(maxsize=100_000)
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


class FormTable:
    """Rows of features by form, filled as forms are met; ``rows`` of a document is one lookup a distinct form.

    Args:
        vocabulary: what ``learn_vocabulary`` gave; forms and lemmas outside it share one value. Empty: every one has its own.
        dictionary: whether Morfeusz is asked; a table without it serves documents that are ``HIDDEN``.
    """

    def __init__(self, vocabulary: Iterable[int] = (), *, dictionary: bool = True) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._dictionary = dictionary
        self._without = FormTable(self._vocabulary, dictionary=False) if dictionary else self
        self._empty()

    def _empty(self) -> None:
        self._index: dict[int, int] = {}
        self._table = np.zeros((_START, len(COLUMNS)), dtype="uint64")
        self._keys = np.uint64(next(_SERIALS) * _KEYS)

    def rows(self, doc: Doc) -> _Rows:
        """Array (tokens, 1 + columns): the key first, equal where all features are, in all tables of the process.

        A ``HIDDEN`` document shows what all would show without Morfeusz, so that a network learns to live without it.
        """
        if HIDDEN in doc.user_data and self._without is not self:
            return self._without.rows(doc)
        attrs = doc.to_array([ORTH, SPACY])
        orths = attrs[:, 0].tolist()
        index = self._index
        known = [index[o] if o in index else self._add(o, doc.vocab.strings[o]) for o in orths]
        numbers = np.array(known, dtype="int64")
        out = np.empty((len(orths), 1 + len(COLUMNS)), dtype="uint64")
        out[:, 1:] = self._table[numbers]
        out[:, 0] = self._keys + numbers.astype("uint64") * np.uint64(2) + attrs[:, 1]
        out[:, _SHAPE] += attrs[:, 1]
        return out

    def bound(self) -> None:
        """Forgets all forms where they are too many; between batches only, because the keys of one batch must agree."""
        for table in (self, self._without):
            if len(table._index) > _MOST:
                table._empty()

    def _kept(self, name: str, number: int) -> int:
        """The feature, or one that stands for all rare words: of a word met twice in training a network has learnt nothing."""
        if name in RARE_COLUMNS and self._vocabulary and number not in self._vocabulary:
            return int(get_string_id(f"{name}=?"))
        return number

    def _add(self, orth: int, form: str) -> int:
        number = len(self._index)
        if number == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        ids = feature_ids(form, dictionary=self._dictionary)
        self._table[number] = [self._kept(name, value) for name, value in zip(COLUMNS, ids, strict=True)]
        self._index[orth] = number
        return number
