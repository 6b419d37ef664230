"""„Urząd Gminy w Wierzbianach": the nominative of a place that neither the gazetteer nor the dictionary knows."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from pipeline.text import fold
from pipeline.values.name import nominative

# Ending of the locative or genitive -> endings of the nominative, likelier first. Source: the declension of Polish place names
# as any grammar gives it (-ów/-owie, -ice/-icach, -sk/-sku, -ek/-ku, adjectival -owa/-owej).
_LOCATIVE = (
    ("owie", ("ów", "owo")), ("ewie", ("ew", "ewo")), ("icach", ("ice",)), ("ycach", ("yce",)), ("kach", ("ki", "ka")),
    ("gach", ("gi", "ga")), ("ach", ("y", "e", "a", "i")), ("icy", ("ica",)), ("ycy", ("yca",)), ("ówce", ("ówka",)),
    ("ce", ("ka",)), ("owej", ("owa",)), ("ej", ("a",)), ("ym", ("y", "e")), ("im", ("i", "ie")), ("ich", ("ie",)),
    ("ych", ("e",)), ("inie", ("in", "ino")),
    ("ynie", ("yn", "yno")), ("nie", ("n", "no", "na", "nie")), ("sku", ("sko", "sk")), ("cku", ("cko", "ck")),
    ("ku", ("ek", "ko", "k")), ("cu", ("ec", "c")), ("niu", ("ń", "nie")), ("rze", ("r", "ra", "rze")),
    ("dzie", ("d", "da", "dzie")),
    ("cie", ("t", "ta", "to", "cie")), ("le", ("ł", "ła", "ło", "l", "la", "le")), ("u", ("", "e")), ("wie", ("w", "wa")),
    ("ie", ("", "a", "o", "ie")), ("y", ("a", "y")), ("i", ("a", "i")),
)  # fmt: skip
_GENITIVE = (
    ("isk", ("iska",)), ("ców", ("ce", "cy")), ("ków", ("ki",)), ("ich", ("ie",)), ("ych", ("e",)),
    ("owa", ("ów", "owo", "owa")), ("ewa", ("ew", "ewo", "ewa")), ("ska", ("sko", "sk")), ("cka", ("cko", "ck")),
    ("ego", ("y", "e")), ("ej", ("a",)), ("ca", ("ec", "c")), ("ka", ("ek", "ko", "ka")), ("nia", ("ń", "nie")),
    ("ic", ("ice",)), ("ek", ("ki", "ek")), ("a", ("", "o", "a")), ("y", ("a", "y")), ("i", ("a", "i")), ("n", ("ny", "n")),
)  # fmt: skip


_FOREIGN = re.compile(r"[qvx]|[sztp]h(?=[aeiouy])|oo|ee|yu", re.IGNORECASE)
"""Letters that no name of GUS TERC 2024-01-01 has."""
_IN_LOCATIVE = ("e", "u", "ach", "ech", "ej", "m", "ich", "ych", "i", "y")
"""Endings of the locative, by which the first word of every name of the register goes but one („w Gać")."""


def is_foreign_name(name: str, preposition: str | None) -> bool:
    """„miasta Shenzhen", „Uniwersytet w Wisconsin": letters, or behind „w" an ending, that no Polish place has."""
    return _FOREIGN.search(name) is not None or (
        preposition in {"w", "we"} and not name.split(maxsplit=1)[0].endswith(_IN_LOCATIVE)
    )


_GOVERNING = frozenset(
    {"w", "we", "z", "ze", "do", "od", "dla", "kolo", "spod", "pod", "nad", "za", "przed", "ku"}
    | {"gminy", "gminie", "miasta", "miescie", "miastu", "wsi", "powiatu"}
)
"""Folded words behind which a place is in another case than the nominative („do Ławna": Ławno)."""


def _candidates(word: str, table: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    for ending, endings in table:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return [word[: len(word) - len(ending)] + new for new in endings]
    return []


def guess_nominative(printed: str, preposition: str | None, evidence: str) -> str:
    """„Wierzbianach" behind "w" -> „Wierzbiany": the candidate that the article or its address prints, else the likeliest.

    Args:
        printed: one to three capitalised words.
        preposition: the preposition before them, None where there is none: then the print may be nominative or genitive.
        evidence: the article's text and address; a candidate that stands there as a word wins.
    """
    words = printed.split()
    table = _LOCATIVE if preposition in {"w", "we"} else _GENITIVE
    options = [
        list(dict.fromkeys([*_candidates(word, table), *([word] if preposition is None else [])])) or [word] for word in words
    ]
    known = _words(evidence)
    full = [" ".join(choice) for choice in product(*options)]
    seen = [c for c in full if c != printed and all(w in known for w in fold(c).split())]
    if preposition is None:
        return printed if not seen or _in_address(printed, evidence) else seen[0]
    if seen:
        return seen[0]
    if len(words) == 1 and (agreed := _agreed(printed, full, evidence)):
        return agreed
    dictionary = nominative(printed, "place", preposition)
    half = any(word in words for word in dictionary.split())  # „Jaworzna Górce": one word left as it stood
    return full[0] if half or words[0].endswith("owie") else dictionary


def _agreed(printed: str, candidates: list[str], evidence: str) -> str | None:
    """„w Ławnie" beside „do Ławny": the one candidate that every other form of the name in the text also allows."""
    opening = fold(printed)[: max(3, len(printed) - _ENDING)]
    longest = len(printed) + _ENDING
    others = {w for w in _capitals(evidence) if w != printed and fold(w).startswith(opening) and len(w) <= longest}
    left = candidates
    for word in sorted(others):
        allowed = {c for table in (_LOCATIVE, _GENITIVE) for c in _candidates(word, table)} | {word}
        left = [c for c in left if c in allowed] or left
    return left[0] if others and len(left) == 1 and len(candidates) > 1 else None


_ENDING = 3
"""characters by which two forms of one name may differ at the end"""


@lru_cache(maxsize=4)
def _capitals(evidence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+\b", evidence))


@lru_cache(maxsize=4)
def _words(evidence: str) -> frozenset[str]:
    """The folded words of an article that may be nominatives: none behind a preposition or „gminy".

    Kept for the article's next unknown place: reading them again for each would be quadratic.
    """
    words = re.findall(r"\w+", fold(evidence))
    return frozenset(
        word for before, word in zip(["", *words], words, strict=False) if before not in _GOVERNING and not _HEAD.match(before)
    )


_HEAD = re.compile(r"(?:wice)?(?:burmistrz|wojt|prezydent|mieszkan|radn|sekretarz|skarbnik|urz[ae]d|soltys)")
"""folded beginnings of heads behind which a place stands in the genitive („burmistrz Zalewisk")"""


@lru_cache(maxsize=256)
def _in_address(printed: str, evidence: str) -> bool:
    return bool(re.search(rf"[./-]{re.escape(fold(printed).replace(' ', '-'))}\b", fold(evidence)))
