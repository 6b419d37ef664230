"""„Urząd Gminy Wierzbowo", „Aktualności", „wierzbowo.example": what stands in titles and is no headline."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from pipeline.text import fold
from pipeline.values import morph

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")
_WORDS = re.compile(r"\w+")
_LONGEST = 8
"""words; a longer line is a sentence"""
_VERBS = frozenset({"fin", "praet", "imps", "bedzie", "winien"})
"""finite forms in the tagset of the National Corpus of Polish"""


@lru_cache(maxsize=1)
def _data() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("data/titles.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@lru_cache(maxsize=4096)
def is_site_name(text: str) -> bool:
    """„Urząd Gminy Wierzbowo" -> True; „Urząd Gminy z certyfikatem", „Gmina Wierzbowo uzyskała certyfikat" -> False.

    A name opens with the word of an office, a bulletin or a paper and is no sentence: it has neither a finite verb (by
    Morfeusz) nor a word that only sentences have. The lexicon is data/titles.toml.
    """
    words = _WORDS.findall(text.lower())
    folded = [fold(word) for word in words]
    if not words or len(words) > _LONGEST:
        return False
    if _HOST.fullmatch(text.strip()) or " ".join(folded) in _data()["sections"] or folded[-1] in _data()["endings"]:
        return True
    while len(folded) > 1 and folded[0] in _data()["prefaces"]:
        folded, words = folded[1:], words[1:]
    if folded[0] not in _data()["offices"]:
        return False
    return not any(word in _data()["sentence"] for word in folded[1:]) and not any(map(_is_verb, words[1:]))


def _is_verb(word: str) -> bool:
    readings = morph.analyse(word)
    return bool(readings) and all(reading.pos in _VERBS for reading in readings)
