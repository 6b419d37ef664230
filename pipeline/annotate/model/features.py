"""„Szczepanik" -> surname, masculine or feminine, capitalised: what the dictionary knows of a form, as numbers for a network.

A form has one row of hashed features, computed once; a network's hash embeddings read the columns. The features depend on
the form and Morfeusz alone, never on our own lexicons, which change between versions while trained weights do not.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH, SPACY  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.strings import get_string_id

from pipeline.annotate.model.nkjp import readings
from pipeline.values.morph import FIRST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

COLUMNS = ("norm", "lemma", "suffix", "prefix", "shape", "tags", "classes", "marks")
"""Features of a form, in the order of their columns; column 0 of the array is the key of the row itself."""
DOCUMENT = "document"
"""A feature of a token that depends on the rest of the document; the last column, see ``FormTable.rows``."""
_SHAPE = 1 + COLUMNS.index("shape")
_START = 4096
RARE_COLUMNS = frozenset({"norm", "lemma"})
_FREQUENT = 3
"""times a form or lemma must occur in training to be told from other rare ones"""
_STEM = 2
_RUN = 3
_SHORTEST, _ENDING = 4, 3
"""characters of an unknown word's beginning that stay, and that are cut off"""
_REPEATS = (2, 4)
"""times a word stands in a document: once, a few times, often"""
_DOCUMENT_KINDS = 16


def _shape(form: str) -> str:
    """„Wiśniowa" -> „Xxxx", „KPWiK" -> „XXXxX", „2010" -> „dddd": kinds of characters, runs cut at four."""
    out: list[str] = []
    for char in form:
        kind = "d" if char.isdigit() else (("X" if char.isupper() else "x") if char.isalpha() else char)
        if len(out) <= _RUN or any(c != kind for c in out[-_RUN - 1 :]):
            out.append(kind)
    return "".join(out)


def describe(form: str) -> tuple[str, ...]:
    """„Olsztyna" -> its features as strings, in the order of ``COLUMNS``; without Morfeusz lemma, tags and marks are empty."""
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


def feature_ids(form: str) -> Iterator[tuple[str, int]]:
    """Column and hashed value of each feature of a form."""
    for name, value in zip(COLUMNS, describe(form), strict=True):
        yield name, int(get_string_id(f"{name}={value}"))


def learn_vocabulary(forms: Iterable[str]) -> list[int]:
    """Values of „norm" and „lemma" that a corpus has often enough to learn something of them."""
    counts: Counter[int] = Counter()
    for form, n in Counter(forms).items():
        for name, number in feature_ids(form):
            if name in RARE_COLUMNS:
                counts[number] += n
    return sorted(number for number, n in counts.items() if n >= _FREQUENT)


def stem(form: str) -> str:
    """„Wrzosowicza" and „Wrzosowiczem" -> the same string: a lemma, for an unknown word its beginning."""
    lemmas = sorted({r.lemma.lower() for _, r in readings(form)})
    lower = form.lower()
    return lemmas[0] if lemmas else lower[: max(_SHORTEST, len(lower) - _ENDING)]


class FormTable:
    """Rows of features by form, filled as forms are met; ``rows`` of a document is one lookup a distinct form.

    Args:
        vocabulary: what ``learn_vocabulary`` gave; forms and lemmas outside it share one value. Empty: every one has its own.
    """

    def __init__(self, vocabulary: Iterable[int] = ()) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._index: dict[int, int] = {}
        self._table = np.zeros((_START, len(COLUMNS)), dtype="uint64")
        self._stems = np.zeros(_START, dtype="uint64")
        self._kinds = np.zeros((_START, 3), dtype=bool)

    def rows(self, doc: Doc, *, document: bool = False) -> np.ndarray[tuple[int, int], np.dtype[np.uint64]]:
        """Array (tokens, 1 + columns): the key first, which is equal where all features are.

        Args:
            doc: the document.
            document: whether a last column says of capitalised words what the document does with them elsewhere:
                writes them small, puts them behind a first name, repeats them.
        """
        attrs = doc.to_array([ORTH, SPACY])
        orths = attrs[:, 0].tolist()
        index = self._index
        known = [index[o] if o in index else self._add(o, doc.vocab.strings[o]) for o in orths]
        numbers = np.array(known, dtype="int64")
        out = np.empty((len(orths), 1 + len(COLUMNS) + document), dtype="uint64")
        out[:, 1 : 1 + len(COLUMNS)] = self._table[numbers]
        out[:, 0] = numbers.astype("uint64") * np.uint64(2) + attrs[:, 1]
        out[:, _SHAPE] += attrs[:, 1]
        if document:
            out[:, -1] = self._elsewhere(numbers)
            out[:, 0] = out[:, 0] * np.uint64(_DOCUMENT_KINDS) + out[:, -1]
        return out

    def _elsewhere(self, numbers: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        """0 for a word without a capital, else 1 and more: the bits say small elsewhere, behind a first name, how often."""
        stems, kinds = self._stems[numbers], self._kinds[numbers]
        capital, small, first = kinds[:, 0], kinds[:, 1], kinds[:, 2]
        behind = np.zeros(len(numbers), dtype=bool)
        behind[1:] = capital[1:] & first[:-1]
        out = np.zeros(len(numbers), dtype="uint64")
        where = stems[capital]
        if len(where):
            _, inverse, counts = np.unique(where, return_inverse=True, return_counts=True)
            repeated = np.digitize(counts[inverse], _REPEATS)
            bits = np.isin(where, stems[small]) + 2 * np.isin(where, stems[behind]) + 4 * repeated
            out[capital] = 1 + bits.astype("uint64")
        return out

    def _kept(self, name: str, number: int) -> int:
        """The feature, or one that stands for all rare words: of a word met twice in training a network has learnt nothing."""
        if name in RARE_COLUMNS and self._vocabulary and number not in self._vocabulary:
            return int(get_string_id(f"{name}=?"))
        return number

    def _add(self, orth: int, form: str) -> int:
        number = len(self._index)
        if number == len(self._table):
            self._table, self._stems, self._kinds = (
                np.concatenate([old, np.zeros_like(old)]) for old in (self._table, self._stems, self._kinds)
            )
        self._table[number] = [self._kept(name, number) for name, number in feature_ids(form)]
        self._stems[number] = get_string_id(stem(form))
        capital = form[:1].isupper() and len(form) > 1
        first = capital and any(FIRST_NAME in r.labels for _, r in readings(form))
        self._kinds[number] = capital, form[:1].islower(), first
        self._index[orth] = number
        return number
