r"""A trie over words: many names looked up in one pass over a text.

„Polskiego Centrum  Badań\ni Certyfikacji": words are compared, what stands between them only has to be a gap. The pass is
linear in the text: from each word it walks at most as far as the longest name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from pipeline.text import DASHES, QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_GAP_CHARACTERS = frozenset(f" \t\u00a0\u202f\n\r()/{DASHES}{QUOTES}")
MAX_GAP = 8
"""characters; the widest gap seen inside a printed name is a dash between quotes and spaces"""


class Word(NamedTuple):
    """„Centrum": a word with its place in the text."""

    text: str
    start: int
    end: int


class Hit(NamedTuple, Generic[T]):
    """„Polskiego Centrum Badań i Certyfikacji": words ``first`` to ``last`` (exclusive) and what is stored under them."""

    first: int
    last: int
    payload: list[T]


class _Node(Generic[T]):
    __slots__ = ("children", "payload")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.payload: list[T] | None = None


def words_of(text: str) -> list[Word]:
    """„TÜV NORD" -> two words with their offsets in characters."""
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def is_gap(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` may stand inside a name: spaces, quotes, dashes, brackets, at most one line break."""
    if end - start > MAX_GAP:
        return False
    gap = text[start:end]
    return gap.count("\n") <= 1 and all(c in _GAP_CHARACTERS for c in gap)


def _linked(text: str, words: Sequence[Word], index: int) -> bool:
    """A gap, or the dot of „m.st.", „dr. n. med.": behind one or two letters it does not end a name."""
    before, start = words[index - 1], words[index].start
    abbreviated = len(before.text) <= 2 and text[before.end : start].rstrip(" \u00a0") == "."
    return abbreviated or is_gap(text, before.end, start)


class Trie(Generic[T]):
    """Names as sequences of words, each with something stored under it."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, words: Iterable[str], item: T) -> None:
        """Stores ``item`` under a sequence of words; the same item once."""
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if node is self._root:
            return
        if node.payload is None:
            node.payload = []
        if item not in node.payload:
            node.payload.append(item)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Hit[T]]:
        """The longest name from each word on; hits do not overlap, the earlier one wins.

        Args:
            text: the text that the words' offsets refer to; gaps are read from it.
            words: the text's words, folded as the stored names are.
        """
        position = 0
        while position < len(words):
            hit = self._longest(text, words, position)
            if hit is None:
                position += 1
            else:
                yield hit
                position = hit.last

    def _longest(self, text: str, words: Sequence[Word], first: int) -> Hit[T] | None:
        node, best = self._root, None
        for index in range(first, len(words)):
            if index > first and not _linked(text, words, index):
                break
            child = node.children.get(words[index].text)
            if child is None:
                break
            node = child
            if node.payload is not None:
                best = Hit(first, index + 1, node.payload)
        return best
