"""„Wyślij znajomemu" -> "wys", "yśl", …: hashed n-grams of characters, for all lines of a page at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

SLOTS = 1 << 15
"""weights; n-grams that share one are told apart by their neighbours"""
SIZES = (3, 4, 5)
HEAD, TAIL = 90, 40
"""characters of a line that are looked at: furniture names itself at its start, cut teasers and credits at their end"""
_PRIME = np.uint32(0x01000193)
_MIX = np.uint32(0x9E3779B1)
_DIGIT = re.compile(r"\d")


def shown(key: str) -> str:
    """„drukuj 12" -> "^drukuj 00$": start and end of a folded line, with digits alike and its borders marked."""
    text = key if len(key) <= HEAD + TAIL else f"{key[:HEAD]}\n{key[-TAIL:]}"
    return f"^{_DIGIT.sub('0', text)}$"


def grams(keys: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """„drukuj", „12.03.2010": the hashed n-grams of some lines.

    Args:
        keys: folded lines.

    Returns:
        For every n-gram the number of its line, and its slot, 0 to ``SLOTS`` - 1.
    """
    texts = [shown(key) for key in keys]
    if not texts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    codes = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)
    lengths = np.fromiter((len(text) for text in texts), np.int64, len(texts))
    line = np.repeat(np.arange(len(texts)), lengths)
    lines, slots = [], []
    for size in SIZES:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        hashed = np.full(count, size, np.uint32)
        for offset in range(size):
            hashed = (hashed ^ codes[offset : offset + count]) * _PRIME
        whole = line[:count] == line[size - 1 : size - 1 + count]
        lines.append(line[:count][whole])
        slots.append(((hashed * _MIX) >> np.uint32(17))[whole].astype(np.int64))
    return np.concatenate(lines), np.concatenate(slots)


def logits(keys: Sequence[str], weights: npt.NDArray[np.float32], bias: float) -> npt.NDArray[np.float64]:
    """„Drukuj" -> -3.1: what the characters of each line say, in log-odds of being kept.

    A line's n-grams share a vector of length 1, as in training.
    """
    line, slot = grams(keys)
    total = np.bincount(line, weights=weights[slot], minlength=len(keys))
    count = np.bincount(line, minlength=len(keys))
    return np.asarray(bias + total / np.sqrt(np.maximum(count, 1)), dtype=np.float64)
