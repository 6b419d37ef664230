"""The encoder gives what spaCy's gives, in blocks of any size."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.util import fix_random_seed

from pipeline.annotate.model import encoder
from pipeline.annotate.model.encoder import window_encoder

WIDTH = 8
SHAPES = [(1, 3, 4), (2, 2, 3)]
"""Window, pieces, depth; those of the shipped model, and another."""


def pair(shape):
    window, pieces, depth = shape
    settings = {"width": WIDTH, "window_size": window, "maxout_pieces": pieces, "depth": depth}
    fix_random_seed(3)
    ours, plain = window_encoder(**settings), MaxoutWindowEncoder(**settings)
    sample = [np.ones((3, WIDTH), dtype="float32")]
    for model in (ours, plain):
        model.initialize(X=sample, Y=sample)
    for node in plain.walk():
        for name in node.param_names:
            node.set_param(name, np.random.uniform(-1, 1, node.get_param(name).shape).astype("float32"))
    return ours.from_bytes(plain.to_bytes()), plain


PAIRS = [pair(shape) for shape in SHAPES]


def texts(lengths):
    numbers = np.random.RandomState(sum(lengths))
    return [numbers.uniform(-1, 1, (n, WIDTH)).astype("float32") for n in lengths]


@pytest.mark.parametrize("number", range(len(SHAPES)))
@settings(max_examples=40, deadline=None, derandomize=True)
@given(lengths=st.lists(st.integers(0, 40), min_size=1, max_size=6), block=st.integers(1, 50))
def test_it_gives_what_spacys_gives(number, lengths, block):
    ours, plain = PAIRS[number]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "_BLOCK", block)
        found = ours.predict(texts(lengths))
    for one, other in zip(found, plain.predict(texts(lengths)), strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-4)


def test_in_training_it_is_spacys():
    ours, plain = PAIRS[0]
    sample = texts([5, 2])
    (one, back), (other, plainly) = ours(sample, is_train=True), plain(sample, is_train=True)
    assert all((a == b).all() for a, b in zip(one, other, strict=True))
    assert all((a == b).all() for a, b in zip(back(one), plainly(other), strict=True))


def test_what_was_computed_for_use_has_no_gradient():
    _, backprop = PAIRS[0][0](texts([3]), is_train=False)
    with pytest.raises(RuntimeError, match="is_train"):
        backprop(texts([3]))


def test_no_texts():
    assert PAIRS[0][0].predict([]) == []
