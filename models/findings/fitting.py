"""Linear models over hashed features, fitted by L-BFGS: the same data give the same weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags

from pipeline.annotate.findings.learned.model import SLOTS, Linear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Loss = Callable[[npt.NDArray[np.float64]], tuple[float, npt.NDArray[np.float64]]]

STRENGTH = 60.0
"""inverse of the regularization; 30 and 120 give F1 within .01 over the sets left out"""
RANK_STRENGTH = 20.0
"""the same for the order of a sentence's candidates"""
MIN_ROWS = 3
"""rows; a feature met less often is not learnt"""
STEPS = 100


def matrix(found: Sequence[npt.NDArray[np.int64]], slots: int = SLOTS) -> csr_matrix:
    """One row for each array of feature numbers, folded into so many slots."""
    folded = [np.unique(features % slots) for features in found]
    pointers = np.concatenate([[0], np.cumsum([len(f) for f in folded])]).astype(np.int64)
    columns = np.concatenate(folded) if folded else np.zeros(0, np.int64)
    return csr_matrix((np.ones(len(columns), np.float32), columns, pointers), shape=(len(found), slots))


def _common(rows: csr_matrix) -> npt.NDArray[np.int64]:
    return np.flatnonzero(np.bincount(rows.indices, minlength=rows.shape[1]) >= MIN_ROWS)


def _scaled(rows: csr_matrix) -> csr_matrix:
    """Rows of length 1."""
    return csr_matrix(diags(1 / np.sqrt(np.maximum(1, np.diff(rows.tocsr().indptr)))) @ rows)


def _minimum(loss: Loss, size: int) -> npt.NDArray[np.float64]:
    options = {"maxiter": STEPS, "ftol": 1e-6}
    return np.asarray(minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=options).x)


def _spread(common: npt.NDArray[np.int64], weights: npt.NDArray[np.float64], slots: int) -> npt.NDArray[np.float32]:
    """Weights over all slots; 0 is for what is unknown."""
    smallest = float(np.finfo(np.float16).tiny)
    found = np.zeros(slots, dtype=np.float32)
    found[common] = np.where(np.abs(weights) < smallest, smallest, weights)
    return found


def fitted(rows: csr_matrix, answers: npt.NDArray[np.bool_], strength: float = STRENGTH) -> Linear:
    """Logistic regression of yes and no."""
    common = _common(rows)
    table = _scaled(rows[:, common]).astype(np.float64)
    turned = table.T.tocsr()
    sign = np.where(answers, 1.0, -1.0)

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (table @ weights[:-1] + weights[-1])
        pull = -strength * sign * np.exp(-np.logaddexp(0, margin))
        value = strength * np.logaddexp(0, -margin).sum() + 0.5 * weights @ weights
        return float(value), np.append(turned @ pull, pull.sum()) + weights

    found = _minimum(loss, len(common) + 1)
    return Linear(_spread(common, found[:-1], rows.shape[1]), float(found[-1]))


def ranked(rows: csr_matrix, answers: npt.NDArray[np.bool_], groups: npt.NDArray[np.int64]) -> Linear:
    """Which rows of a group are right, where some are: the share of a softmax that falls to them."""
    common = _common(rows)
    table = _scaled(rows[:, common]).astype(np.float64)
    turned = table.T.tocsr()
    _, place = np.unique(groups, return_inverse=True)
    size = int(place.max()) + 1

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        odds = table @ weights
        highest = np.full(size, -np.inf)
        np.maximum.at(highest, place, odds)
        shares = np.exp(odds - highest[place])
        every, right = np.bincount(place, shares, size), np.bincount(place, shares * answers, size)
        pull = RANK_STRENGTH * (shares / every[place] - shares * answers / right[place])
        value = -RANK_STRENGTH * (np.log(right) - np.log(every)).sum() + 0.5 * weights @ weights
        return float(value), turned @ pull + weights

    return Linear(_spread(common, _minimum(loss, len(common)), rows.shape[1]), 0.0)


def logistic(rows: csr_matrix, model: Linear) -> npt.NDArray[np.float64]:
    """Log-odds of all rows at once, as ``Linear.log_odds`` gives them one by one."""
    known = (model.weights != 0).astype(np.float64)
    return np.asarray(rows @ model.weights.astype(np.float64) / np.sqrt(np.maximum(1, rows @ known)) + model.bias)


def kinds_fitted(
    rows: csr_matrix, named: npt.NDArray[np.str_], kinds: Sequence[str]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Each kind against the others: weights and biases."""
    models = [fitted(rows, named == kind) for kind in kinds]
    return np.array([m.weights for m in models], np.float32), np.array([m.bias for m in models], np.float32)
