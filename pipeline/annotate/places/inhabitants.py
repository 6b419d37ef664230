"""„[Wągrowczanie] wybrali", „dla [ełczanek]": places named by those who live there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.places.words import lemmas
from pipeline.values.place import units_named
from pipeline.values.place.gazetteer import towns_by_demonym

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipeline.values.trie import Word

_ENDING = re.compile(
    r"(?:nin(?:a|owi|em|ie)?|nie|an|anom|anami|anach|nk(?:a|i|ę|ą|om|ami|ach|o)|nce|nek|a[ck](?:a|owi|iem|i|ów|om|ami|ach)?)$"
)
_RANKS = (frozenset({"city"}), frozenset({"urban", "mixed"}), frozenset({"rural"}))
"""kinds of municipality; a town's inhabitants are spoken of more often than a village's of the same name"""


class Inhabitants(NamedTuple):
    """„Ełczanie": the characters and the municipality."""

    start: int
    end: int
    name: str


def find_inhabitants(text: str, words: Sequence[Word], confirmed: Collection[str]) -> Iterator[Inhabitants]:
    """Every noun for the inhabitants of one municipality.

    Args:
        text: the text.
        words: the words of the folded text.
        confirmed: names that the article gives evidence for; they settle what several towns share („bielszczanie").
    """
    for word in words:
        printed = text[word.start : word.end]
        if (
            len(printed) < _SHORTEST
            or (printed[0].isupper() and not opens_sentence(text, word.start))
            or not _ENDING.search(printed)
        ):
            continue
        names = {name for lemma in _men(printed) for name in towns_by_demonym().get(lemma, ())}
        name = _only(names, confirmed)
        if name is not None:
            yield Inhabitants(word.start, word.end, name)


_SHORTEST = 6
"""characters; „pilanie", „ełczan"; what is shorter is another word („banan", „Anka")"""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word begins a sentence: there a capital says nothing; „Rumian" inside one is a surname, „Radom" a town."""
    before = text[max(0, start - 3) : start].rstrip(' „"–-•*\t')
    return not before or before[-1] in ".!?:\n…"


def _men(printed: str) -> set[str]:
    """„ełczanki" -> {"ełczanin"}: the noun for a man, which the table has."""
    found = set(lemmas(printed))
    return found | {lemma.removesuffix("anka") + "anin" for lemma in found if lemma.endswith("anka")}


def _only(names: set[str], confirmed: Collection[str]) -> str | None:
    known = names & set(confirmed)
    if len(known) == 1:
        return known.pop()
    for kinds in _RANKS:
        left = sorted(name for name in names if any(u.kind in kinds for u in units_named(name)))
        if left:
            return left[0] if len(left) == 1 else None
    return None
