"""„Slawomirowi", „Malgorzata": first names typed without Polish diacritics, and the names that they stand for."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKED = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"}
_PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
_MOST = 2
"""letters restored in one name („Bożeną", „Łucję"); hardly a form of a name has three that carry a mark"""
_LONGEST = 14
"""letters; „Włodzimierzowi" is among the longest"""


def unmarked(text: str) -> str:
    """„Wójt Gminy" -> "Wojt Gminy": Polish letters without their marks, capitals kept."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=50_000)
def restored(word: str) -> str | None:
    """„Slawomirowi" -> "Sławomirowi": the form of a first name that a capitalised word without diacritics stands for.

    Args:
        word: as printed, with its capital.

    Returns:
        None for a word that the dictionary knows as it stands, or that no name explains.
    """
    if not word.isascii() or not word[:1].isupper() or not 3 < len(word) <= _LONGEST or morph.analyse(word):
        return None
    return next((form for form in _marked(word) if _is_first_name(form)), None)


def _is_first_name(form: str) -> bool:
    return any(morph.FIRST_NAME in r.labels and r.number == "sg" and r.case != "voc" for r in morph.analyse(form))


def _marked(word: str) -> Iterator[str]:
    """Every spelling with one or two marks put back, those with one first."""
    places = [i for i, letter in enumerate(word.lower()) if letter in _MARKED]
    for count in range(1, _MOST + 1):
        for chosen in combinations(places, count):
            for letters in product(*(_MARKED[word[i].lower()] for i in chosen)):
                form = list(word)
                for i, letter in zip(chosen, letters, strict=True):
                    form[i] = letter.upper() if word[i].isupper() else letter
                yield "".join(form)
