"""„zostaje na ścianie" -> maintained: the model of statuses, read from ``weights.npz``, and its vote beside the rules'."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from pipeline.schema import Status

LENGTH = 10.0
"""what the features of a certificate are scaled to, so that long articles weigh as short ones"""
NONE = "none"
"""class of what is no certificate of the article"""
RULES, SILENCE = 2.5, 2.0
"""log-odds that an answer of the rules counts, and their silence; chosen on whole sets left out (models/README.md)"""


@dataclass(frozen=True, slots=True)
class StatusModel:
    """The weights of every feature for every class."""

    places: dict[str, int]
    """feature -> row of ``weights``"""
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    classes: tuple[str, ...]

    def log_probabilities(self, found: Mapping[str, float]) -> dict[str, float]:
        """Natural logarithms of the probability of every class.

        Args:
            found: see ``features``; names that training did not meet count nothing.
        """
        known = sorted((self.places[name], value) for name, value in found.items() if name in self.places)
        values = np.array([value for _, value in known], dtype=np.float64)
        scale = LENGTH / max(float(np.sqrt(values @ values)), 1.0)
        sums = self.bias + scale * (values @ self.weights[[place for place, _ in known]]) if known else self.bias
        top = float(np.max(sums))
        logs = np.asarray(sums, dtype=np.float64) - top
        logs -= np.log(np.exp(logs).sum())
        return dict(zip(self.classes, logs.tolist(), strict=True))


def decide(rule: Status | None, logs: Mapping[str, float]) -> Status | None:
    """The status that rules and model agree on best; None where it is no certificate of the article.

    Args:
        rule: the rules' answer.
        logs: the model's, see ``StatusModel.log_probabilities``.
    """
    answer, weight = rule or NONE, RULES if rule else SILENCE
    voted = {name: value + weight * (name == answer) for name, value in logs.items()}
    best = max(sorted(voted), key=lambda name: voted[name])
    return None if best == NONE else cast("Status", best)


@lru_cache(maxsize=1)
def load() -> StatusModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    with (
        (resources.files("pipeline.record.statusmodel") / "weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as data,
    ):
        names = bytes(data["names"]).decode().split("\n")
        return StatusModel(
            places={name: row for row, name in enumerate(names)},
            weights=data["weights"].astype(np.float32),
            bias=data["bias"].astype(np.float32),
            classes=tuple(bytes(data["classes"]).decode().split("\n")),
        )
