"""„eb=give, when=week" -> awarded .93: the role model, read from ``weights.npz``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

ROLES: Final = ("audit", "awarded", "first_awarded", "other", "valid_from", "valid_until")
"""the columns of the weights"""


@dataclass(frozen=True, slots=True)
class RoleModel:
    """A multinomial logistic regression over named features."""

    rows: dict[str, int]
    """feature -> its row"""
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]

    def log_probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """{"audit": -3.2, "awarded": -0.1, …}: natural logarithms of the probabilities of all roles.

        Args:
            features: what ``features`` gives for one date; unknown ones count for nothing.
        """
        known = sorted({self.rows[name] for name in features if name in self.rows})  # one order, one sum
        total = self.bias + self.weights[known].sum(axis=0, dtype=np.float64)
        total = total - np.logaddexp.reduce(total)
        return dict(zip(ROLES, total.tolist(), strict=True))


@lru_cache(maxsize=1)
def load() -> RoleModel | None:
    """The shipped weights; None in an installation without them, where the rules stand alone."""
    file = resources.files(__package__) / "weights.npz"
    if not file.is_file():
        return None
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as data:
        names = bytes(data["names"]).decode("utf-8").split("\n")
        return RoleModel({name: i for i, name in enumerate(names)}, data["weights"].astype(np.float32), data["bias"])
