"""„Burmistrz odebrał certyfikat …", reprinted: what is remembered of a text so that copies of it are known later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
from datasketch import MinHash

from pipeline.text import fold, squash
from pipeline.values.stamp import month_number

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERMUTATIONS = 126
"""hash functions of the sketch, 42 bands of 3 rows; the standard error of a similarity is at most 0.045"""
SEGMENTS = 64
"""sentences and lines that are remembered of one text"""
_SHINGLE = 3
"""words; shorter ones also match in texts that only share phrases, longer ones break at every repaired typo"""
_SHORTEST = 4
"""words of a segment that says anything"""
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"(?<=[.!?…;:])\s+|\n+")
_NUMBER = re.compile(r"\d\w*|[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Signature:
    """Some 800 bytes at most, whatever the length of the text."""

    exact: int
    """64 bits of the text without its white space"""
    shingles: int
    """distinct runs of three words"""
    sketch: NDArray[np.uint16]
    """MinHash of the shingles, the lower halves of its values"""
    segments: NDArray[np.uint64]
    """of each segment: 32 bits of its words without figures and names, 16 of its figures and dates, 16 of its names"""


def exact_key(text: str) -> int:
    """„Urząd  Miasta" and „Urząd Miasta" -> one number: 64 bits of the text, white space aside."""
    return _hash(squash(text), 8)


def signature(text: str) -> Signature:
    """The signature of a cleaned article; equal texts have equal ones, on any machine."""
    words = _WORD.findall(fold(text))
    shingles = {" ".join(words[i : i + _SHINGLE]).encode() for i in range(max(1, len(words) - _SHINGLE + 1))}
    minhash = MinHash(num_perm=PERMUTATIONS, seed=1, scheme="affine32")
    minhash.update_batch(sorted(shingles))
    segments = {segment for part in _ENDS.split(text) if (segment := _segment(part)) is not None}
    return Signature(
        exact=exact_key(text),
        shingles=len(shingles),
        sketch=(minhash.hashvalues & 0xFFFF).astype(np.uint16),
        segments=np.array(sorted(segments)[:SEGMENTS], dtype=np.uint64),
    )


def _segment(text: str) -> int | None:
    """„W dniach 7 i 8 maja gościli w Mokrzynach" -> hashes of „w dniach # i # # goscili w #", „7 8 maja", „mokrzynach"."""
    words = _WORD.findall(text)
    if len(words) < _SHORTEST:
        return None
    plain, numbers, names = [], [], []
    for place, word in enumerate(words):
        if _NUMBER.fullmatch(word) or month_number(word) is not None:
            numbers.append(fold(word))
            plain.append("#")
        elif place and word[0].isupper():
            names.append(fold(word))
            plain.append("#")
        else:
            plain.append(fold(word))
    return _hash(" ".join(plain), 4) << 32 | _hash(" ".join(numbers), 2) << 16 | _hash(" ".join(names), 2)


def _hash(text: str, size: int) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest(), "big")
