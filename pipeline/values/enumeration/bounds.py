"""Sentences and lines in plain characters: „Kontrola trwała do 5 maja 2010 r. Nie było uwag." holds two sentences."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.text import DASHES, QUOTES
from pipeline.values import morph

Span = tuple[int, int]

_DATA = Path(__file__).with_name("enumeration.toml")
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[{re.escape(QUOTES)})\]]*+(?=\s)")
_OPENER = re.compile(rf"\s+[{re.escape(QUOTES + DASHES)}(\[]{{0,3}}\s?\w")
_LAST_WORD = re.compile(r"([^\W\d_]+\.)*[^\W\d_]+$")
BROKEN = 35
"""characters; no page breaks lines at a smaller width, so a shorter line that ends without punctuation is whole"""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FINITE = frozenset({"fin", "praet", "imps", "bedzie", "winien", "pred"})
_CLAUSE = 160
"""characters; a clause of news is shorter, which keeps the look back constant"""
_MAX_WORD = 24
"""characters; no abbreviation is longer, which keeps the look back constant"""


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """The tables of ``enumeration.toml``."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    table = data()["abbreviations"]
    return frozenset(table["words"]), frozenset(table["closing"])


def last_word(text: str, end: int) -> str:
    """„… z 2010 r." -> "r": the word, dots inside included, that ends right before ``end``, in lower case."""
    found = _LAST_WORD.search(text[max(0, end - _MAX_WORD) : end])
    return found.group().lower() if found else ""


def keeps_dot(text: str, dot: int) -> bool:
    """„5 maja 2010 r.": whether the dot at ``dot`` belongs to an abbreviation, also where it ends a sentence."""
    word = last_word(text, dot)
    words, closing = _abbreviations()
    return word in words or word in closing


def _says(text: str, start: int, end: int) -> bool:
    """„odbył się 7 maja 2008": whether the last clause before ``end`` holds a finite verb."""
    low = max(start, end - _CLAUSE, *(text.rfind(c, start, end) + 1 for c in ",;:"))
    return any(r.pos in _FINITE for w in _WORD.findall(text, low, end) for r in morph.analyse(w.lower()))


def _ends_sentence(text: str, first_char: int, stop: int, after: int) -> bool:
    opener = _OPENER.match(text, after)
    if opener is None:
        return True
    first = opener.group()[-1]
    if first.islower():
        return False
    if text[stop] != ".":
        return True
    word = last_word(text, stop)
    words, closing = _abbreviations()
    if word in closing:
        # „12 marca 2009 r. Urząd otrzymał …" goes on, „Audit odbył się 12 marca 2009 r. Urząd …" does not
        return not first.isdigit() and (word != "r" or not morph.available() or _says(text, first_char, stop))
    if len(word) == 1 or word in words:
        return False
    return not _counts(text, stop)


def _counts(text: str, stop: int) -> bool:
    """„dnia 13. Festiwalu": one or two digits with a dot are an ordinal or a marker, a year or an amount ends a sentence."""
    digits = re.search(r"\d+$", text[max(0, stop - 6) : stop])
    return digits is not None and len(digits.group()) <= 2


def lines(text: str) -> list[Span]:
    """Start and end of every line, without its line break, empty lines included."""
    found: list[Span] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append((start, end))
        start = end + 1
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """„Nie było uwag. Audit zakończono." -> two spans of characters; a line break ends a sentence.

    Args:
        text: any text.
        start: first character to read.
        end: one past the last character to read; None for the text's end.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    for low, high in lines(text[start:stop]):
        first = start + low
        for mark in _STOP.finditer(text, start + low, start + high):
            if _ends_sentence(text, first, mark.start(), mark.end()):
                found.append((first, mark.end()))
                first = mark.end()
        found.append((first, start + high))
    return [stripped(text, a, b) for a, b in found if text[a:b].strip()]


def flowing(text: str) -> list[Span]:
    r"""„… rozwoju miasta\ni zadowolenia mieszkańców." -> one span: sentences, also where a line was broken inside one.

    A line is taken to go on where it ends without punctuation, is long enough to have been broken, and the next begins in
    lower case.
    """
    found: list[Span] = []
    for start, end in sentences(text):
        if found:
            low, high = found[-1]
            gap = text[high:start]
            broken = gap.count("\n") == 1 and text[high - 1] not in ".;:!?…" and text[start].islower()
            if broken and high - text.rfind("\n", 0, high) > BROKEN:
                found[-1] = (low, end)
                continue
        found.append((start, end))
    return found


def stripped(text: str, start: int, end: int) -> Span:
    """The same characters without white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
