"""Which tags a form may bear: the readings of Morfeusz and what the corpus adds to them, as rows of a mask."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotate.model.nkjp import DIGITS, covered
from pipeline.values import morph
from pipeline.values.morph import entries

if TYPE_CHECKING:
    from collections.abc import Iterable

_START = 256
_SEEN = 2
"""times a tag that the dictionary lacks must occur with a form to be believed"""
_OPEN = frozenset(
    {"subst", "adj", "adja", "adjp", "adv", "brev", "depr", "fin", "ger", "imps", "impt", "inf", "interj", "pact", "pant"}
    | {"pcon", "ppas", "praet", "xxx", "xxs", "burk", "num", "qub"}
)
"""Classes to which a word unknown to the dictionary may belong."""


def learn_lexicon(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Tags that the corpus gives to forms and the dictionary does not: „więc" -> ["conj"]; under ``DIGITS`` those of numbers.

    Args:
        pairs: form and full tag of every token of the training corpus.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, tag in pairs:
        known = {t for entry in entries(form) for t in covered(entry.tag)}
        if DIGITS in known:
            counts[DIGITS][tag] += 1
        open_word = any(map(str.isalpha, form)) and tag.partition(":")[0] in _OPEN
        if (known and tag not in known) or (not known and not open_word):
            counts[form.lower()][tag] += 1
    found = {form: sorted(t for t, n in c.items() if n >= _SEEN) for form, c in counts.items()}
    return {form: tags for form, tags in sorted(found.items()) if tags}


class Candidates:
    """Masks over an inventory of tags: ``masks(kinds(["ma"]))`` is True where „ma" may bear the tag.

    Without Morfeusz (Linux on ARM) every form may bear every tag: what it may not, the network has learnt in part.
    """

    def __init__(self, tags: list[str], lexicon: dict[str, list[str]]) -> None:
        self._number = {tag: i for i, tag in enumerate(tags)}
        self._lexicon = lexicon
        self._dictionary = morph.available()
        self._open = np.array([not self._dictionary or tag.partition(":")[0] in _OPEN for tag in tags], dtype=bool)
        self._rows: dict[str, int] = {}
        self._by_entries: dict[tuple[object, ...], int] = {}
        self._kinds: dict[frozenset[str], int] = {}
        self._masks = np.zeros((_START, len(tags)), dtype=bool)
        self._numbers: dict[int, np.ndarray[tuple[int], np.dtype[np.int64]]] = {}

    def kinds(self, forms: list[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Number of the mask of each form; forms that may bear the same tags share one."""
        known = self._rows
        return np.array([known[f] if f in known else self._add(f) for f in forms], dtype="int64")

    def masks(self, kinds: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
        """One mask a form; one of which nothing is known may bear the tags of every open class."""
        return self._masks[kinds]

    def numbers(self, kind: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Numbers of the tags that a form of this kind may bear."""
        if kind not in self._numbers:
            self._numbers[kind] = np.flatnonzero(self._masks[kind])
        return self._numbers[kind]

    def _add(self, form: str) -> int:
        listed = tuple(dict.fromkeys(entry.tag for entry in entries(form)))
        unknown = not listed and any(map(str.isalpha, form))
        added: list[str] = []
        if self._dictionary:  # the lexicon completes the dictionary, it is none
            added += [*self._lexicon.get(form, ()), *self._lexicon.get(form.lower(), ())]
            if form[:1].isdigit() or DIGITS in added or any(DIGITS in covered(tag) for tag in listed):
                added += self._lexicon.get(DIGITS, ())
        key = (unknown, listed, *added)  # many forms have the same entries
        if key not in self._by_entries:
            self._by_entries[key] = self._kind(frozenset(added).union(*map(covered, listed)), unknown=unknown)
        self._rows[form] = self._by_entries[key]
        return self._rows[form]

    def _kind(self, tags: frozenset[str], *, unknown: bool) -> int:
        kind = frozenset(t for t in tags if t in self._number) | ({"?"} if unknown else set())
        if kind not in self._kinds:
            number = len(self._kinds)
            if number == len(self._masks):
                self._masks = np.concatenate([self._masks, np.zeros_like(self._masks)])
            self._masks[number] = self._mask(kind)
            self._kinds[kind] = number
        return self._kinds[kind]

    def _mask(self, kind: frozenset[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        mask = np.zeros(len(self._number), dtype=bool)
        mask[[self._number[t] for t in kind if t != "?"]] = True
        if "?" in kind or not mask.any():
            mask |= self._open
        return mask
