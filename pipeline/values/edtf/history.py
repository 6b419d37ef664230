"""„Wydany pierwotnie w grudniu 2006 r.": dates that tell of the past of a thing and not of the story's own days."""

from __future__ import annotations

import re
from typing import Final

from pipeline.values import morph

_SINCE: Final = re.compile(r"\b(?:od|z|ze|sprzed|do)\s+(?:dnia\s+)?$", re.IGNORECASE)
"""„certyfikat z marca 2006 r.": such a year dates a thing, not the story"""
_MARK: Final = re.compile(
    r"\b(?:pierwotn\w{1,4}|pierwsz\w{1,4}|poprzedni\w{0,5}|dawn\w{1,4}|niegdyś|kiedyś|przed laty|jeszcze w|histori\w{1,3}"
    r"|(?:rok|miesiąc|dekadę|lat|lata|miesiące|miesięcy) po)\b",
    re.IGNORECASE,
)
"""what says that something was long before; „rok po" counts from it"""
_PARTICIPLE: Final = re.compile(r"([^\W\d_]{5,})\s+(?:(?:w|we|dnia|roku)\s+)*$")
_CLAUSE: Final = re.compile(r"[.;!?\n]")
_BACK = 70
"""characters before a date in which such a mark stands"""
_WHO: Final = re.compile(r",\s+(?:\w{1,3}\s+)?któr\w{1,4}\b[^,.;\n]*$")
"""a relative clause that the date stands in"""


def is_history(text: str, start: int, end: int, after: int) -> bool:
    """„Rok po odebraniu certyfikatu (październik 2013 r.)": whether a date only tells of the past, seen from a later one.

    Args:
        text: the article.
        start: the date's first character.
        end: one past its last.
        after: first character of the later date, which is in another clause where a bracket or a comma parts them.
    """
    low = max(0, start - _BACK)
    for m in _CLAUSE.finditer(text, low, start):
        low = m.end()
    before, between = text[low:start], text[end:after]
    if "(" in before and ")" not in before[before.rindex("(") :] and ")" in between:
        return True
    if _SINCE.search(before) or _MARK.search(before):
        return True
    if "," not in between and "." not in between and "(" not in between:
        return False
    participle = _PARTICIPLE.search(before)
    return bool(_WHO.search(before)) or bool(participle and _is_participle(participle[1]))


def _is_participle(word: str) -> bool:
    readings = morph.analyse(word.lower())
    return any(r.pos == "ppas" for r in readings) and not any(r.pos in {"imps", "praet", "subst"} for r in readings)
