"""„jeden certyfikat, który obejmuje ISO 9001 i ISO 14001": standards that one certificate covers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.vocabulary import family, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.passages import Passage

_LISTED = 110
"""characters between two standards of one list: „) oraz bezpieczeństwo i higiena pracy (" has 40, longer names twice as many"""
_NEAR = 4
"""passages between the list and the words"""
_ONE = frozenset({"jeden"})
_PAPER = frozenset({"certyfikat/sg", "świadectwo/sg", "dokument/sg", "papier/sg", "dyplom/sg", "ramka/sg"})
_PAPERS = frozenset({"certyfikat/pl", "świadectwo/pl", "dokument/pl"})
_COUNTED = 3
"""words: „jeden", an adjective, the noun that it counts"""


def _says_one(passage: Passage) -> bool:
    """„zintegrowany certyfikat", „jednym dokumentem", not „jeden audyt" and not „dwa certyfikaty"."""
    near = (passage.words[i : i + _COUNTED] for i, w in enumerate(passage.words) if w.keys & _ONE)
    if any(has_any(words, _PAPER) for words in near):
        return True
    return has_any(passage.words, words_of("reference", "whole")) and has_any(passage.words, _PAPER)


def _is_about_one(passage: Passage) -> bool:
    """Whether a passage that lists standards counts no certificates itself: „certyfikaty ISO 9001 i ISO 14001" are two."""
    return has_any(passage.words, _PAPER) or not has_any(passage.words, _PAPERS)


def integrated(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    """„Zintegrowany certyfikat wydano w maju. [Obejmuje ISO 9001, ISO 14001 i PN-N-18001.]" -> pairs of families.

    The list and the words that make it one certificate stand in one sentence or a few sentences apart.

    Args:
        passages: the article's, in text order.
    """
    found: list[tuple[str, str]] = []
    for i, passage in enumerate(passages):
        named = passage.named()
        pairs = [(family(a), family(b)) for a, b in pairwise(named) if b.start - a.end <= _LISTED and family(a) != family(b)]
        if not pairs or not _is_about_one(passage):
            continue
        near = passages[max(0, i - _NEAR) : i + _NEAR + 1]
        found += pairs if any(map(_says_one, near)) else []
    return found
