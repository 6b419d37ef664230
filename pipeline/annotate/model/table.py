"""„Szczepanik" -> its row of hashed features, looked up: what all networks of the process know of the forms met so far."""

from __future__ import annotations

from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH, SPACY  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.strings import get_string_id

from pipeline.annotate.model.features import COLUMNS, RARE_COLUMNS, feature_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.strings import StringStore
    from spacy.tokens import Doc

    _Rows = np.ndarray[tuple[int, int], np.dtype[np.uint64]]
    _Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

HIDDEN = "magistrat_hidden"
"""Key of ``doc.user_data``: this training document does not show what Morfeusz says."""
_SHAPE = 1 + COLUMNS.index("shape")
_RARE = {COLUMNS.index(name): np.uint64(get_string_id(f"{name}=?")) for name in sorted(RARE_COLUMNS)}
"""column -> what stands for all rare values: of a word met twice in training a network has learnt nothing"""
_START = 4096
_MOST = 400_000
"""forms after which a table starts anew: it must not grow with a dump"""
_SERIALS = count()
_KEYS = 1 << 40
"""keys of a table: they differ from those of every other table of the process"""


def _grown(table: _Rows, needed: int) -> _Rows:
    """The table with room for so many rows."""
    if needed <= len(table):
        return table
    more = np.zeros((max(needed, 2 * len(table)) - len(table), len(COLUMNS)), dtype="uint64")
    return np.concatenate([table, more])


class Forms:
    """Numbers and features of forms, by the hash of their text; shared by tables of several vocabularies.

    Args:
        dictionary: whether Morfeusz is asked.
    """

    def __init__(self, *, dictionary: bool = True) -> None:
        self._dictionary = dictionary
        self.lock = Lock()
        self._empty()

    def _empty(self) -> None:
        self._index: dict[int, int] = {}
        self.features: _Rows = np.zeros((_START, len(COLUMNS)), dtype="uint64")
        self.serial = next(_SERIALS)

    def __len__(self) -> int:
        return len(self._index)

    def numbers(self, orths: list[int], strings: StringStore) -> _Numbers:
        """Number of each form, the row of ``features`` that it has."""
        index = self._index
        return np.array([index[o] if o in index else self._add(o, strings[o]) for o in orths], dtype="int64")

    def bound(self) -> None:
        """Forgets all forms where they are too many."""
        with self.lock:
            if len(self) > _MOST:
                self._empty()

    def _add(self, orth: int, form: str) -> int:
        number = len(self)
        self.features = _grown(self.features, number + 1)
        self.features[number] = feature_ids(form, dictionary=self._dictionary)
        self._index[orth] = number
        return number


class _View:
    """Forms as a vocabulary shows them."""

    def __init__(self, vocabulary: frozenset[int], forms: Forms) -> None:
        self.forms = forms
        self._vocabulary = vocabulary
        self._empty()

    def _empty(self) -> None:
        self._serial = self.forms.serial
        self._done = 0
        self._features: _Rows = np.zeros((_START, len(COLUMNS)), dtype="uint64")
        self._keys = np.uint64(next(_SERIALS) * _KEYS)

    def rows(self, doc: Doc) -> _Rows:
        """See ``FormTable.rows``."""
        attrs = doc.to_array([ORTH, SPACY])
        out = np.empty((len(attrs), 1 + len(COLUMNS)), dtype="uint64")
        with self.forms.lock:
            numbers = self.forms.numbers(attrs[:, 0].tolist(), doc.vocab.strings)
            self._follow()
            out[:, 1:] = self._features[numbers]
            out[:, 0] = self._keys + numbers.astype("uint64") * np.uint64(2) + attrs[:, 1]
        out[:, _SHAPE] += attrs[:, 1]
        return out

    def _follow(self) -> None:
        """Takes over the forms that were met since."""
        if self._serial != self.forms.serial:
            self._empty()
        first, last = self._done, len(self.forms)
        if first == last:
            return
        self._features = _grown(self._features, last)
        new = self._features[first:last]
        new[:] = self.forms.features[first:last]
        for column, other in _RARE.items() if self._vocabulary else ():
            new[[number not in self._vocabulary for number in new[:, column].tolist()], column] = other
        self._done = last


class FormTable:
    """Rows of features of a document's tokens, one look-up a token.

    Args:
        vocabulary: what ``learn_vocabulary`` gave; forms and lemmas outside it share one value. Empty: every one has its own.
        forms: forms met so far, with and without the dictionary, to share; else new ones.
    """

    def __init__(self, vocabulary: Iterable[int] = (), forms: tuple[Forms, Forms] | None = None) -> None:
        shown, hidden = forms or (Forms(), Forms(dictionary=False))
        kept = frozenset(vocabulary)
        self._shown, self._hidden = _View(kept, shown), _View(kept, hidden)

    def rows(self, doc: Doc) -> _Rows:
        """Array (tokens, 1 + columns): the key first, equal only where all features are, in all tables of the process.

        A ``HIDDEN`` document shows what all would show without Morfeusz, so that a network learns to live without it.
        """
        return (self._hidden if HIDDEN in doc.user_data else self._shown).rows(doc)

    def bound(self) -> None:
        """Forgets all forms where they are too many."""
        self._shown.forms.bound()
        self._hidden.forms.bound()
