"""The layer that keeps vectors: always what a layer that keeps nothing gives."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import Adam, Linear, Model, chain, uniqued, with_array
from thinc.layers import hashembed

from pipeline.annotate.model import vectors
from pipeline.annotate.model.vectors import remembered

WIDTH, COLUMNS = 6, 4


def layer():
    """A layer over rows of numbers as our embedding has one: a hash embedding of a column, and a linear layer."""
    embed = hashembed.HashEmbed(WIDTH, 50, column=1, seed=7)
    model = chain(embed, with_array(Linear(WIDTH, WIDTH)))
    model.initialize(X=rows([1]), Y=np.zeros((1, WIDTH), dtype="float32"))
    return model


def rows(keys):
    """A row a key; all columns depend on it."""
    return np.array([[key, *(key * i for i in range(1, COLUMNS))] for key in keys], dtype="uint64").reshape(-1, COLUMNS)


PLAIN = layer()
PAIR = remembered(PLAIN), uniqued(PLAIN)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(batches=st.lists(st.lists(st.integers(1, 30), max_size=12), max_size=5))
def test_it_gives_what_a_layer_without_memory_gives(batches):
    kept, plain = PAIR
    for keys in batches:
        if keys:
            assert (kept.predict(rows(keys)) == plain.predict(rows(keys))).all()


def test_a_row_is_computed_once():
    seen = []

    def forward(_, given, is_train):
        seen.append(sorted(given[:, 0].tolist()))
        return np.ones((len(given), WIDTH), dtype="float32"), lambda _: given

    model = remembered(Model("counting", forward))
    for keys in ([1, 2, 1], [2, 3], [3, 1]):
        assert model.predict(rows(keys)).shape == (len(keys), WIDTH)
    assert seen == [[1, 2], [3]]


def change_in_place(model, _):
    """What an optimizer does."""
    vectors_of, backprop = model(rows([1, 2]), is_train=True)
    backprop(np.ones_like(vectors_of))
    model.finish_update(Adam(0.5))


def put_others(_, inner):
    """What ``from_bytes`` and ``use_params`` do."""
    for node in inner.walk():
        for name in node.param_names:
            node.set_param(name, node.get_param(name) * 2)


@pytest.mark.parametrize("change", [change_in_place, put_others])
def test_other_weights_give_other_vectors(change):
    model = remembered(layer())
    before = model.predict(rows([1, 2, 3]))
    change(model, model.layers[0])
    after = model.predict(rows([1, 2, 3]))
    assert (after == uniqued(model.layers[0]).predict(rows([1, 2, 3]))).all()
    assert (after != before).any()


def test_what_was_looked_up_has_no_gradient():
    model = remembered(layer())
    _, backprop = model(rows([1]), is_train=False)
    with pytest.raises(RuntimeError, match="is_train"):
        backprop(np.zeros((1, WIDTH), dtype="float32"))


def test_it_forgets_before_it_grows_with_a_dump(monkeypatch):
    monkeypatch.setattr(vectors, "_MOST", 3)
    model = remembered(layer())
    forward = model._func
    for first in range(0, 40, 4):
        model.predict(rows(range(first, first + 4)))
        assert len(forward._slots) <= 4


def test_a_copy_for_another_process_keeps_nothing():
    model = remembered(layer())
    model.predict(rows([1, 2]))
    assert pickle.loads(pickle.dumps(model._func))._slots == {}  # noqa: S301
