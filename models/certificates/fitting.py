"""Fits the linear models of certificates, leaves sets out in turn, and writes arrays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.record.linear import LENGTH, LinearModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Example:
    """What a model sees of one candidate: the set that it is from, its story, features and class."""

    group: str
    source: str
    seen: dict[str, float]
    label: str
    weight: float = 1.0


def fit(listed: list[Example], *, cost: float = 2.0, rarest: int = 2) -> LinearModel:
    """A logistic regression over the features that enough examples have.

    Args:
        listed: the examples, of two classes at least.
        cost: inverse of the regularization.
        rarest: examples that must have a feature.
    """
    common = Counter(name for e in listed for name in e.seen)
    places = {name: row for row, name in enumerate(sorted(n for n, count in common.items() if count >= rarest))}
    cells = [
        (i, places[name], LENGTH * value / max(_length(e, places), 1.0))
        for i, e in enumerate(listed)
        for name, value in e.seen.items()
        if name in places
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(listed), len(places)))
    regression = LogisticRegression(C=cost, max_iter=400, tol=1e-5)
    model = regression.fit(matrix, [e.label for e in listed], [e.weight for e in listed])
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:  # of two classes the regression keeps the second one's weights
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.concatenate([-bias / 2, bias / 2])
    narrow = weights.astype(np.float16).astype(np.float32)
    return LinearModel(places, narrow, bias.astype(np.float32), tuple(model.classes_.tolist()))


def _length(example: Example, places: dict[str, int]) -> float:
    return float(np.sqrt(sum(v * v for name, v in example.seen.items() if name in places)))


def save(model: LinearModel, path: Path) -> None:
    """Writes the weights as arrays, nothing pickled."""
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(model.places).encode(), dtype=np.uint8),
        classes=np.frombuffer("\n".join(model.classes).encode(), dtype=np.uint8),
        weights=model.weights.astype(np.float16),
        bias=model.bias,
    )


def left_out(listed: list[Example], *, cost: float = 2.0, rarest: int = 2) -> Iterator[tuple[str, LinearModel, list[Example]]]:
    """Every set with a model that did not see it.

    Yields:
        The set's name, the model, the set's examples.
    """
    for group in sorted({e.group for e in listed}):
        held = [e for e in listed if e.group == group]
        yield group, fit([e for e in listed if e.group != group], cost=cost, rarest=rarest), held


def best(model: LinearModel, example: Example) -> str:
    """The class that a model holds likeliest."""
    logs = model.log_probabilities(example.seen)
    return max(sorted(logs), key=lambda name: logs[name])


def print_left_out(listed: list[Example], *, cost: float = 2.0, rarest: int = 2) -> None:
    """Prints what share of every set a model gets right that did not see the set."""
    right = 0
    for group, model, held in left_out(listed, cost=cost, rarest=rarest):
        own = sum(best(model, e) == e.label for e in held)
        print(f"{group:14} {own / len(held):.3f} of {len(held)}")
        right += own
    print(f"{'all':14} {right / len(listed):.3f} of {len(listed)}")
