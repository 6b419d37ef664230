"""„papier zostaje na ścianie" -> maintained: the linear models of certificates, read from arrays, and their probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

LENGTH = 10.0
"""what the features of an example are scaled to, so that long articles weigh as short ones"""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """The weights of every feature for every class."""

    places: dict[str, int]
    """feature -> row of ``weights``"""
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    classes: tuple[str, ...]

    def log_probabilities(self, found: Mapping[str, float]) -> dict[str, float]:
        """Natural logarithms of the probability of every class.

        Args:
            found: features with their values; names that training did not meet count nothing.
        """
        known = sorted((self.places[name], value) for name, value in found.items() if name in self.places)
        values = np.array([value for _, value in known], dtype=np.float64)
        scale = LENGTH / max(float(np.sqrt(values @ values)), 1.0)
        sums = self.bias + scale * (values @ self.weights[[place for place, _ in known]]) if known else self.bias
        top = float(np.max(sums))
        logs = np.asarray(sums, dtype=np.float64) - top
        logs -= np.log(np.exp(logs).sum())
        return dict(zip(self.classes, logs.tolist(), strict=True))


def read(package: str) -> LinearModel:
    """The weights that a package ships as ``weights.npz``.

    Args:
        package: dotted name.

    Raises:
        OSError: they are not there.
    """
    with (
        (resources.files(package) / "weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as data,
    ):
        names = bytes(data["names"]).decode().split("\n")
        return LinearModel(
            places={name: row for row, name in enumerate(names)},
            weights=data["weights"].astype(np.float32),
            bias=data["bias"].astype(np.float32),
            classes=tuple(bytes(data["classes"]).decode().split("\n")),
        )
