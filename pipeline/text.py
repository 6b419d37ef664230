"""Text helpers that every stage shares: standard library only.

Offsets are character offsets into a Python string, start inclusive, end exclusive.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DASHES = "-‐‑‒–—―−\u00ad"
"""Every character that pages print for a dash or a hyphen, the soft hyphen included."""

QUOTES = "\"'„”“‟‚’‘‛«»‹›″′`´"
"""Every character that pages print for a quotation mark or an apostrophe."""

SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Horizontal white space, for use inside a character class of a regular expression."""


class _Fold(dict[int, str]):
    """Fills itself on first use; a table over all of Unicode would cost start-up time."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _SPECIAL.get(char) or unicodedata.normalize("NFD", char)[0]
        folded = base.lower()
        result = folded if len(folded) == 1 else char
        self[code] = result
        return result


_SPECIAL = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i"}
_TABLE = _Fold()


def fold(text: str) -> str:
    """„Łódź" -> "lodz": lower case without diacritics, every character at its own offset.

    The result has the same length in characters as ``text``, so that an offset found in one fits the other.
    SQLite's FTS5 does not fold ł (design.md, section 4), which is why the search column holds this.
    """
    return text.lower() if text.isascii() else text.translate(_TABLE)


def squash(text: str) -> str:
    """„Urząd  Miasta  Olsztyna" -> "Urząd Miasta Olsztyna": runs of white space become one space, ends are stripped."""
    return " ".join(text.split())


@lru_cache(maxsize=65536)
def squash_key(text: str) -> str:
    """„Urząd Miasta  OLSZTYNA" -> "urzad miasta olsztyna": the key under which two printed forms are the same words."""
    return squash(fold(text))


def window(text: str, start: int, end: int, width: int) -> str:
    """„… zgodności z normą PN-EN ISO 9001 …": the characters from ``width`` before ``start`` to ``width`` after ``end``."""
    return text[max(0, start - width) : end + width]


def line_bounds(text: str, position: int) -> tuple[int, int]:
    """„1) zaangażowanie kierownictwa": start and end of the line that holds ``position``, without its line break."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end
