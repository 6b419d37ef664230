"""„42 bands of 3 rows": which of a run's texts are worth comparing, by locality-sensitive hashing at the end of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_ROWS = 3
"""values of a sketch in one band: texts with a Jaccard similarity of .4 meet in some band in 94 of 100 cases, of .6 in all"""
_ALL = 50
"""texts of one bucket that are compared with each other; in a larger one each with its nearest, so that work stays linear"""
_NEAREST = 10


def pairs(sketches: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Pairs of row numbers (smaller first, sorted, each once) whose sketches agree in some band.

    Args:
        sketches: one row a text, in an order that does not depend on how the run came by them.
    """
    count, width = sketches.shape
    found: set[int] = set()
    for band in range(0, width - _ROWS + 1, _ROWS):
        keys = np.zeros(count, dtype=np.uint64)
        for row in range(_ROWS):
            keys = keys << np.uint64(16) | sketches[:, band + row].astype(np.uint64)
        for bucket in _buckets(keys):
            found.update(_within(bucket, count))
    codes = np.array(sorted(found), dtype=np.int64)
    return np.stack([codes // max(1, count), codes % max(1, count)], axis=1)


def _buckets(keys: NDArray[np.uint64]) -> Iterator[list[int]]:
    """Row numbers with equal keys, where there are several."""
    order = np.argsort(keys, kind="stable")
    starts = np.concatenate([[0], np.flatnonzero(np.diff(keys[order])) + 1, [len(keys)]])
    for place in np.flatnonzero(np.diff(starts) > 1).tolist():
        yield order[starts[place] : starts[place + 1]].tolist()


def _within(bucket: list[int], count: int) -> set[int]:
    reach = len(bucket) if len(bucket) <= _ALL else _NEAREST
    return {a * count + b for i, a in enumerate(bucket) for b in bucket[i + 1 : i + 1 + reach]}
