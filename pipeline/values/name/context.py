"""„Pełnomocnika ds. Zarządzania" -> genitive or accusative: the cases that a role printed beside a name allows."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.values import morph

_FIRST_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)
_SKIP = frozenset({"p", "o", "po", "pan", "ds"})


@lru_cache(maxsize=20_000)
def cases_of(role: str | None) -> frozenset[str]:
    """„Burmistrzowi Gminy" -> {"dat", "loc"}; every case for a phrase that says nothing.

    The first word that has a noun reading in the masculine personal or feminine gender is taken for the head; a title that does
    not inflect with women ("prezydent Annie") also reads as nominative here, so it narrows a woman's name to nothing.
    """
    if not role:
        return frozenset(morph.CASES)
    for word in _FIRST_WORDS.findall(role)[:4]:
        if word.lower() in _SKIP:
            continue
        readings = morph.analyse(word.lower()) or morph.analyse(word)
        found = {r.case for r in readings if r.pos == "subst" and r.gender == "m1" and r.case and r.number == "sg"}
        found = found or {r.case for r in readings if r.pos in {"subst", "adj"} and r.gender in {"m1", "f"} and r.case}
        if found:
            return frozenset(c for c in found if c)
    return frozenset(morph.CASES)


_TEXT = 20
"""words; a role printed beside a name is shorter, what is longer is the text around it"""


def is_text(context: str) -> bool:
    """Whether a context is running text, so that it tells what else is printed rather than a case."""
    return "\n" in context or len(context.split()) > _TEXT


def mentioned(name: str, text: str) -> bool:
    """„Jan Nowak" in „… mówił Jan Nowak.": whether a nominative is printed as such, as whole words in any capitals."""
    return f" {' '.join(_words(name))} " in _padded(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _FIRST_WORDS.findall(text))


@lru_cache(maxsize=16)
def _padded(text: str) -> str:
    return f" {' '.join(_words(text))} "
