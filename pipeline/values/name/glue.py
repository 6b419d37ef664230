"""„UrządMiasta", „CentrumNaukii Edukacji": words that a page lost the spaces between."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.values import morph
from pipeline.values.name.phrase import heads, institution_nouns, readings_of

_SMALL = ("i", "oraz", "w", "we", "z", "ze", "na", "nad", "pod", "przy", "do", "dla", "od", "im", "nr", "ds", "narzecz")
"""Small words that get stuck to the end of the word before them, the longest first; „na rzecz" may lose its own space."""
_ALONE = frozenset({"i", "oraz", "nr", "im", "w"})
_LONG = 5
"""characters of what is left where nothing else says that spaces were lost: „Lewicyi Demokratów" against „Berni"."""
_MANY = 4
"""words; brands that are written as one have two or three"""
_MARKS = ".,;:!?\"'„”()"
_NUMBER = re.compile(r"([^\W\d_]*[Nn]r)(\d+)")
_OPENING = re.compile(r"(\d+(?=[^\d])|(?:[IVX]+|[A-ZĄĆĘŁŃÓŚŹŻ]{2,})(?=[A-ZĄĆĘŁŃÓŚŹŻ]))([^\W\d_][^\W\d_A-Z]{4,}[^\w]*)")
_SHORTEST = 3
"""characters; shorter pieces („EuroCert" has none, „LiD" has) are a brand's or an acronym's"""


def unglued(name: str) -> str:
    """„ZespółSzkół im.WincentegoWitosa" -> "Zespół Szkół im. Wincentego Witosa".

    Words are cut before an inner capital only where the dictionary knows every piece and they make a phrase,
    so that „EuroCert", „BeskidMedia" and „MSWiA" stay; a small word („i", „nr", „na rzecz") is cut off the end of a
    piece that the dictionary knows without it.
    """
    words = name.split()
    cut = " ".join(_parted(word, last=i + 1 == len(words)) for i, word in enumerate(words))
    return cut if cut != name and _is_phrase(cut) else name


def _is_phrase(cut: str) -> bool:
    """„Unia Europejska", „Rada Miasta", four words and more; no „Euro Cert", which is a brand written as one word."""
    pieces = cut.split()
    if len(pieces) >= _MANY or any(r.lemma in institution_nouns() for p in pieces for r in readings_of(p.strip(_MARKS))):
        return True
    return any(head.words > 1 for _, head in heads(cut))


@lru_cache(maxsize=20_000)
def _parted(word: str, *, last: bool) -> str:
    humps = _humps(word)
    if humps[0].lower() == "im.":
        return " ".join(humps)  # a patron's name is in no dictionary
    if len(humps) == 1:
        parted = None if last or _known(word.strip(_MARKS)) else _without_small(word, _ALONE, _LONG)
        return parted or word
    pieces = [_without_small(p, frozenset() if last and n == len(humps) else frozenset(_SMALL)) for n, p in enumerate(humps, 1)]
    return word if None in pieces else " ".join(p for p in pieces if p is not None)


def _humps(word: str) -> list[str]:
    pieces, start = [], 0
    for i in range(1, len(word)):
        if word[i].isupper() and (word[i - 1].islower() or (word[i - 1] in ".," and i - start > 2)):
            pieces.append(word[start:i])
            start = i
    return [part for piece in (*pieces, word[start:]) for part in _numbered(piece)]


def _numbered(piece: str) -> list[str]:
    """„nr2" -> nr, 2; „11Dywizja" -> 11, Dywizja; „XXVLiceum", „PGRMiastko": what stands before or behind a known word."""
    number = _NUMBER.fullmatch(piece)
    if number:
        return [number[1], number[2]]
    opening = _OPENING.fullmatch(piece)
    return [opening[1], opening[2]] if opening and _known(opening[2].strip(_MARKS)) else [piece]


def _without_small(piece: str, allowed: frozenset[str], shortest: int = 3) -> str | None:
    """„Naukii" -> "Nauki i"; None for a piece that is no word."""
    bare = piece.strip(_MARKS)
    if bare.lower() in {"im", "św", "ul", "al", "nr"} or (len(bare) == 1 and piece.endswith(".")) or bare.isdigit():
        return piece
    if not bare.isupper() and any(c.isupper() for c in bare[1:]) and "-" not in bare:
        return None  # „SKAnER"
    if (bare.isupper() and len(bare) > 1) or (len(bare) >= _SHORTEST and _known(bare)):
        return piece
    for small in sorted(allowed, key=len, reverse=True):
        stem = bare.removesuffix(small)
        if stem != bare and len(stem) >= shortest and not stem.isupper() and _known(stem):
            start, end = piece.find(bare), piece.find(bare) + len(bare)
            return f"{piece[:start]}{stem} {'na rzecz' if small == 'narzecz' else small}{piece[end:]}"
    return None


@lru_cache(maxsize=50_000)
def _known(word: str) -> bool:
    """A form of the dictionary, a compound's parts each one."""
    parts = word.split("-")
    joined = (part.endswith("o") for part in parts[:-1])  # „Dochodzeniowo-"
    return all(j or _listed(p) for j, p in zip([*joined, False], parts, strict=True))


def _listed(word: str) -> bool:
    """Whether the dictionary has the whole word; of „Prawoi" it would read the first syllables."""
    return any(len(r.form) == len(word) for form in (word, word.lower()) for r in morph.analyse(form))
