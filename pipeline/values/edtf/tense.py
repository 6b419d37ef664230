"""„audyt odbędzie się 21 maja": whether the sentence around a date tells of what is to come or of what was."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

from pipeline.values import morph

SENTENCE_END: Final = re.compile(r"[.!?…;]\s+(?=[^\W\d_a-ząćęłńóśźż])|\n")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_REACH = 160
"""characters on each side in which a verb may tell past from future"""
_INFINITIVE = 4
"""words after „ma" within which an infinitive makes it a future: „mają się wkrótce zakończyć”"""
_HAVE = frozenset({"ma", "mają", "mamy"})
_GOVERNING = frozenset({"prep", "adj", "num", "ppas", "pact"})


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads((files(__package__) / "guards.toml").read_text(encoding="utf-8"))["future"]
    return frozenset(data["words"]), frozenset(data["past_words"])


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """„audyt odbędzie się 21 maja" -> True, „odbył się 21 maja" -> False: the nearest verb of the sentence decides.

    Looks 160 characters to either side, within the sentence; None where neither a verb nor a word of guards.toml tells.
    """
    low = max(0, start - _REACH)
    for m in SENTENCE_END.finditer(text, low, start):
        low = m.end()
    stop = SENTENCE_END.search(text, end, end + _REACH)
    high = stop.start() if stop else min(len(text), end + _REACH)
    words = list(_WORDS.finditer(text, low, high))
    best: tuple[int, bool] | None = None
    for i, m in enumerate(words):
        tense = _tense_at(words, i)
        if tense is None:
            continue
        distance = start - m.end() if m.end() <= start else max(0, m.start() - end)
        if best is None or distance < best[0]:
            best = (distance, tense)
    return best[1] if best else None


def _tense_at(words: list[re.Match[str]], i: int) -> bool | None:
    word = words[i][0]
    if word.lower() in _HAVE:
        return True if any(_is_infinitive(m[0].lower()) for m in words[i + 1 : i + 1 + _INFINITIVE]) else None
    tense, certain = _tense(word.lower())
    if tense is None or certain:
        return tense
    before = words[i - 1][0].lower() if i else ""
    return tense if word.islower() and not _governs(before) else None


@lru_cache(maxsize=50_000)
def _tense(word: str) -> tuple[bool | None, bool]:
    """True for the future, False for the past, None for words that tell nothing; and whether the form is nothing else.

    „Złoży", „zajmie", „zostanie" are also nouns; as verbs they are far more frequent in announcements.
    """
    ahead, behind = _words()
    if word in ahead or word in behind:
        return word in ahead, True
    readings = morph.analyse(word)
    nominal = any(r.case is not None for r in readings)
    for r in readings:
        if r.pos == "bedzie" or (r.pos == "fin" and ":perf" in r.tag):
            return True, not nominal
        if r.pos in {"praet", "imps"} and not nominal:
            return False, True
    return None, True


@lru_cache(maxsize=50_000)
def _is_infinitive(word: str) -> bool:
    return any(r.pos == "inf" for r in morph.analyse(word))


@lru_cache(maxsize=20_000)
def _governs(word: str) -> bool:
    """„w stanie", „nowe złoże": a preposition or an adjective before the word says that it is a noun; „droga" is both."""
    of = {r.pos for r in morph.analyse(word)}
    return bool(of & _GOVERNING) and "subst" not in of
