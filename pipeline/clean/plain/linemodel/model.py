"""„Drukuj" -> -4.2, „Auditorzy chwalili obsługę." -> 3.9: the line model, read from ``weights.npz``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from pipeline.clean.plain.linemodel.features import table
from pipeline.clean.plain.linemodel.grams import logits

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from pipeline.clean.furniture.lines import Line


_ROWS = 1024
"""rows; the walk holds two numbers for every row and tree"""


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted regression trees as arrays: node i asks whether column ``feature[i]`` is at most ``threshold[i]``."""

    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int64]
    """number of the node for yes; a leaf names itself"""
    right: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    """log-odds that a leaf adds"""
    roots: npt.NDArray[np.int64]
    depth: int
    bias: float

    def sums(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Log-odds of every row: all trees walk down together, a level at a time, for so many rows as caches hold."""
        if len(rows) > _ROWS:
            parts = [self.sums(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]
            return np.concatenate(parts)
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        line = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            low = rows[line, self.feature[node]] <= self.threshold[node]
            node = np.where(low, self.left[node], self.right[node])
        return np.asarray(self.bias + self.value[node].sum(axis=1), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class LineModel:
    """The weights of the characters' n-grams and the trees over shape, place and neighbours."""

    characters: npt.NDArray[np.float32]
    bias: float
    trees: Trees

    def log_odds(self, page: Sequence[Line]) -> npt.NDArray[np.float64]:
        """„Urząd z certyfikatem", „Drukuj": log-odds of being part of the article for each line; 0 for empty lines.

        Args:
            page: the lines of one dump, in order.
        """
        found = np.zeros(len(page))
        filled = [i for i, line in enumerate(page) if not line.blank]
        if filled:
            found[filled] = self.trees.sums(rows(page, filled, self.characters, self.bias))
        return found


def rows(page: Sequence[Line], filled: Sequence[int], weights: npt.NDArray[np.float32], bias: float) -> npt.NDArray[np.float64]:
    """The features of a page's filled lines."""
    lines = [page[i] for i in filled]
    return table(lines, logits([line.key for line in lines], weights, bias), blanks(page, filled))


def blanks(page: Sequence[Line], filled: Sequence[int]) -> list[tuple[bool, bool]]:
    """Whether an empty line, or the page's border, stands above and below each filled line."""
    last = len(page) - 1
    return [(i == 0 or page[i - 1].blank, i == last or page[i + 1].blank) for i in filled]


@lru_cache(maxsize=1)
def load() -> LineModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    with (
        (resources.files("pipeline.clean.plain.linemodel") / "weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as data,
    ):
        depth, tree_bias, bias = (float(value) for value in data["scalars"])
        trees = Trees(
            feature=data["feature"].astype(np.int64),
            threshold=data["threshold"].astype(np.float64),
            left=data["left"].astype(np.int64),
            right=data["right"].astype(np.int64),
            value=data["value"].astype(np.float64),
            roots=data["roots"].astype(np.int64),
            depth=int(depth),
            bias=tree_bias,
        )
        return LineModel(data["characters"].astype(np.float32), bias, trees)
