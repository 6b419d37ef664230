"""„gminy" -> its vector, computed once and kept: a layer for rows of features that repeat from text to text.

Outside of training a form's vector depends on the form and the weights alone, so most words of a dump are looked up instead of
computed. The result is the same to the bit. In training the layer is thinc's ``uniqued``.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model
from thinc.layers.uniqued import forward, init

if TYPE_CHECKING:
    from collections.abc import Callable

    _Rows = np.ndarray[tuple[int, int], np.dtype[np.uint64]]
    _Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]

_MOST = 100_000
"""forms after which the vectors are forgotten; 40 MB of width 96"""


def remembered(layer: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that computes equal rows once; column 0 of its input is a row's key, equal where the whole row is.

    Saved as thinc's ``uniqued`` is; what it keeps is not saved.

    Args:
        layer: from an array of rows to a vector each, every row by itself.
    """
    return Model(
        f"uniqued({layer.name})",
        _Remembered(),
        init=init,
        layers=[layer],
        dims={"nO": None, "nI": None},
        attrs={"column": 0},
    )


class _Remembered:
    """The forward pass, with the vectors of one set of weights; forgets them when the weights are others or have changed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._weights: list[Any] = []
        self._small = b""
        self._forget()

    def __reduce__(self) -> tuple[type[_Remembered], tuple[()]]:
        return type(self), ()

    def __call__(self, model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:  # noqa: ANN401, FBT001
        if is_train or not len(rows) or not isinstance(rows, np.ndarray):
            found: tuple[Any, Callable[[Any], Any]] = forward(model, rows, is_train)
            return found
        with self._lock:
            self._check(model.layers[0])
            return self._vectors(model.layers[0], rows), _no_gradient

    def _forget(self) -> None:
        self._slots: dict[int, int] = {}
        self._kept: _Vectors = np.zeros((0, 0), dtype="float32")

    def _check(self, layer: Model[Any, Any]) -> None:
        """Other arrays are other weights; an optimizer changes arrays in place, but then biases too, which are compared."""
        names = [(node, name) for node in layer.walk() for name in node.param_names if node.has_param(name)]
        weights: list[Any] = [node.get_param(name) for node, name in names]
        small = b"".join(each.tobytes() for each in weights if each.ndim == 1)
        same = len(weights) == len(self._weights) and all(a is b for a, b in zip(weights, self._weights, strict=True))
        if not same or small != self._small or len(self._slots) > _MOST:
            self._weights, self._small = weights, small
            self._forget()

    def _vectors(self, layer: Model[Any, Any], rows: _Rows) -> _Vectors:
        slots, keys = self._slots, rows[:, 0].tolist()
        new = {key: at for at, key in enumerate(keys) if key not in slots}
        if new:
            computed = layer.predict(rows[list(new.values())])
            first = len(slots)
            slots.update({key: first + i for i, key in enumerate(new)})
            self._keep(first, computed)
        return self._kept[[slots[key] for key in keys]]

    def _keep(self, first: int, computed: _Vectors) -> None:
        last = first + len(computed)
        if last > len(self._kept):
            grown = np.empty((max(last, 2 * len(self._kept)), computed.shape[1]), dtype=computed.dtype)
            if first:
                grown[:first] = self._kept[:first]
            self._kept = grown
        self._kept[first:last] = computed


def _no_gradient(_: Any) -> Any:  # noqa: ANN401
    raise RuntimeError("vectors that were looked up have no gradient; the layer must be called with is_train=True")
