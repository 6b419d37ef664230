"""Names of municipalities in running text: „w Grodzisku  Mazowieckim", „LEGIONOWO", „Lodz"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import fold
from pipeline.values.place.gazetteer import Form, trie
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.values.trie import Word


class FoundName(NamedTuple):
    """„Olsztyna": a printed form, the words it spans and what it may be a form of."""

    start: int
    end: int
    first_word: int
    last_word: int
    forms: tuple[Form, ...]


def find_names(text: str, words: Sequence[Word] | None = None) -> Iterator[FoundName]:
    """Every capitalised form of a municipality's name, whatever it means where it stands.

    Args:
        text: the text as printed.
        words: the words of the folded text, where the caller has them already.
    """
    words = words_of(fold(text)) if words is None else words
    for hit in trie().find(text, words):
        first, last = words[hit.first], words[hit.last - 1]
        if _prefixed(text, first.start) or not _capitalised(text, words[hit.first : hit.last]):
            continue
        printed = text[first.start : last.end]
        fitting = tuple(form for form in hit.payload if _same_letters(printed, form.form))
        if fitting:
            yield FoundName(first.start, last.end, hit.first, hit.last, fitting)


def _prefixed(text: str, start: int) -> bool:
    """„mieszkaniec@Olsztyn", „www.Olsztyn": part of an address, not a name."""
    return (start > 0 and text[start - 1] in "@/_") or (start > 1 and text[start - 1] == "." and text[start - 2].isalnum())


def _capitalised(text: str, words: Sequence[Word]) -> bool:
    return all(text[w.start].isupper() or w.text in {"nad", "swietej"} for w in words)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).lower()


def _same_letters(printed: str, form: str) -> bool:
    """Diacritics fit, or the print has none at all: „Losice" may be Łosice, „Łódz" is nothing."""
    letters = _letters(printed)
    return letters == _letters(form) or (letters.isascii() and letters == fold(_letters(form)))
