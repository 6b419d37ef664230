"""„Gazpromu", „Sanghę": the case ending of a name that no Polish dictionary has, taken off where it can only be one."""

from __future__ import annotations

from pipeline.values.name.phrase import readings_of

# ending of the form -> of the nominative; endings that foreign nominatives also have (-a, -y, -i, -e) are left alone.
# Source: the regular declension of masculine and feminine nouns (Tokarski, Fleksja polska).
_ENDINGS = (("owi", ""), ("iem", ""), ("em", ""), ("ii", "ia"), ("ę", "a"), ("ą", "a"), ("u", ""))
_SHORTEST = 3
"""letters of what is left"""
_HARD = frozenset("bcdfghklłmnprstwzxvśćźńż")


def uninflected(word: str) -> str:
    """„Gazpromu" -> "Gazprom", „Jobbiku" -> "Jobbik"; the word itself where it is known or its ending says nothing."""
    if word.isupper() or not word[:1].isupper() or (readings_of(word) and not word.endswith(("ą", "ę"))):
        return word
    for ending, nominative in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        if ending == "iem" and stem[-1:] not in "kg":
            continue
        return stem + nominative if len(stem) >= _SHORTEST and (nominative or stem[-1:] in _HARD) else word
    return word
