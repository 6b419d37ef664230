"""The encoder „magistrat.WindowEncoder.v1": what a word's neighbours say of it; spaCy's MaxoutWindowEncoder, faster in use.

Structure, weights and training are spaCy's „spacy.MaxoutWindowEncoder.v2"; outside of training all layers run over one block of
rows after the other, which stays in the processor's cache. The vectors differ by rounding alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.util import registry
from thinc.api import Model, NumpyOps
from thinc.layers.with_array import forward, init

if TYPE_CHECKING:
    from collections.abc import Callable

    _Rows = np.ndarray[tuple[int, int], np.dtype[np.float32]]

_BLOCK = 1024
"""rows of a block"""
_EPSILON = np.float32(1e-8)
"""of thinc's LayerNorm"""


@registry.architectures("magistrat.WindowEncoder.v1")  # type: ignore[untyped-decorator]
def window_encoder(width: int, window_size: int, maxout_pieces: int, depth: int) -> Model[list[Any], list[Any]]:
    """Vectors of the words -> vectors of the words where they stand, see spaCy's „spacy.MaxoutWindowEncoder.v2".

    Args:
        width: of the vectors.
        window_size: words to either side that one layer sees.
        maxout_pieces: of a layer.
        depth: number of layers.
    """
    plain = MaxoutWindowEncoder(width=width, window_size=window_size, maxout_pieces=maxout_pieces, depth=depth)
    model: Model[list[Any], list[Any]] = Model(
        plain.name,
        _forward,
        init=init,
        layers=plain.layers,
        dims={name: plain.maybe_get_dim(name) for name in plain.dim_names},
        attrs=plain.attrs,
    )
    return model


def _forward(model: Model[list[Any], list[Any]], texts: list[Any], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:  # noqa: FBT001
    if is_train or not isinstance(model.ops, NumpyOps) or not isinstance(texts, list):
        found: tuple[list[Any], Callable[[Any], Any]] = forward(model, texts, is_train)
        return found
    if not texts:
        return [], _no_gradient
    pad = model.attrs["pad"]
    rows: Any = model.ops.flatten(texts, pad=pad)
    layers = [_Layer(block) for block in model.layers[0].layers]
    out = np.empty_like(rows)
    for first in range(0, len(rows), _BLOCK):
        last = min(first + _BLOCK, len(rows))
        begin = max(0, first - pad)  # as far as the layers see
        out[first:last] = _encoded(layers, rows[begin : last + pad])[first - begin : last - begin]
    lengths: Any = np.array([len(text) for text in texts])
    return model.ops.unflatten(out, lengths, pad=pad), _no_gradient


class _Layer:
    """The weights of one layer."""

    def __init__(self, block: Model[Any, Any]) -> None:
        parts = {node.name: node for node in block.walk()}
        maxout, norm = parts["maxout"], parts["layernorm"]
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.pieces: int = weights.shape[1]
        self.weights = weights.reshape(-1, weights.shape[2])
        self.bias = bias.reshape(-1)
        self.scale: Any = norm.get_param("G")
        self.shift: Any = norm.get_param("b")
        self.gemm: Callable[..., Any] = maxout.ops.gemm


def _encoded(layers: list[_Layer], rows: _Rows) -> _Rows:
    """All layers over some rows; beyond them stand zeros."""
    for layer in layers:
        best = _maxout(layer, _windows(rows, layer.weights.shape[1]))
        size = np.float32(best.shape[1])
        best -= (best.sum(axis=1) / size)[:, None]
        best *= (1 / np.sqrt(np.einsum("ij,ij->i", best, best) / size + _EPSILON))[:, None]
        best *= layer.scale
        best += layer.shift
        best += rows
        rows = best
    return rows


def _windows(rows: _Rows, size: int) -> _Rows:
    """Every row between its neighbours."""
    count, width = rows.shape
    reach = size // width // 2
    out = np.zeros((count, size), dtype="float32")
    for step in range(-reach, reach + 1):
        at = (step + reach) * width
        out[max(0, -step) : count - max(0, step), at : at + width] = rows[max(0, step) : count - max(0, -step)]
    return out


def _maxout(layer: _Layer, windows: _Rows) -> _Rows:
    scores = layer.gemm(windows, layer.weights, trans2=True)
    scores += layer.bias
    best: _Rows = np.maximum(scores[:, 0 :: layer.pieces], scores[:, 1 :: layer.pieces])
    for piece in range(2, layer.pieces):
        np.maximum(best, scores[:, piece :: layer.pieces], out=best)
    return best


def _no_gradient(_: Any) -> Any:  # noqa: ANN401
    raise RuntimeError("what was computed for use has no gradient; the layer must be called with is_train=True")
