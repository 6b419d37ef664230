"""„Kontrolerzy chwalili ład." -> how likely „ład" is a finding, and of which kind: linear models over hashed features.

The weights lie in ``weights.npz``; the recipe that makes them in ``models/findings``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import sqrt
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

SLOTS = 1 << 17
"""weights of the decisions; 45,000 features were met three times or more in training"""
KINDS = ("nonconformity", "observation", "recommendation", "strength", "unspecified")
KIND_SLOTS = 1 << 16
"""weights of each kind; fewer findings than candidates teach them"""


@lru_cache(maxsize=200_000)
def _slot(name: str) -> int:
    return crc32(name.encode())


def slots(names: Iterable[str]) -> npt.NDArray[np.int64]:
    """„verb=chwalić" -> 32-bit numbers of the features, each once, in ascending order."""
    return np.array(sorted({_slot(name) for name in names}), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of one decision; the features that training knew share a vector of length 1.

    A weight of exactly 0 says that training did not know the feature: new words must not make a candidate less sure.
    """

    weights: npt.NDArray[np.float32]
    bias: float

    def log_odds(self, features: npt.NDArray[np.int64]) -> float:
        """How likely the answer is yes for something with these features."""
        own = self.weights[np.unique(features % SLOTS)]
        return float(own.sum()) / sqrt(max(1, int(np.count_nonzero(own)))) + self.bias


@dataclass(frozen=True, slots=True)
class FindingModel:
    """Whether a sentence tells findings, whether a candidate is one, which of them, all in context; and of what kind."""

    sentence: Linear
    candidate: Linear
    rank: Linear
    context: npt.NDArray[np.float64]
    """weights of the columns of ``context.NAMES``, the bias last"""
    kinds: npt.NDArray[np.float32]
    """one row a kind, in the order of ``KINDS``"""
    kind_bias: npt.NDArray[np.float32]
    gate: float
    """log-odds of a sentence from which its candidates are read"""
    threshold: float
    """log-odds in context from which a candidate is proposed"""

    def kind(self, features: npt.NDArray[np.int64]) -> str:
        """The likeliest kind of a finding with these features of its sentence and its own."""
        own = self.kinds[:, np.unique(features % KIND_SLOTS)]
        length = sqrt(max(1, int(np.count_nonzero(own.any(axis=0)))))
        return KINDS[int((own.sum(axis=1) / length + self.kind_bias).argmax())]


@lru_cache(maxsize=1)
def load() -> FindingModel | None:
    """The shipped weights; None where they are missing, which leaves the rules alone."""
    path = resources.files("pipeline.annotate.findings.learned") / "weights.npz"
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        biases = [float(value) for value in data["biases"]]
        sentence, candidate, rank = (
            Linear(data[name].astype(np.float32), bias)
            for name, bias in zip(("sentence", "candidate", "rank"), biases, strict=True)
        )
        gate, threshold = (float(value) for value in data["thresholds"])
        return FindingModel(
            sentence=sentence,
            candidate=candidate,
            rank=rank,
            context=data["context"].astype(np.float64),
            kinds=data["kinds"].astype(np.float32),
            kind_bias=data["kind_bias"].astype(np.float32),
            gate=gate,
            threshold=threshold,
        )
