"""Characters that are taken."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.cover import Cover

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda t: (t[0], t[0] + t[1])), max_size=6)


def test_touching_spans_do_not_overlap():
    assert not Cover(10, [(2, 4)]).overlaps(4, 6)


def test_one_common_character_is_enough():
    assert Cover(10, [(2, 4)]).overlaps(3, 9)


def test_a_span_past_the_end_is_cut():
    cover = Cover(3, [(2, 9)])
    assert cover.overlaps(2, 3)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(SPANS, st.integers(0, 20), st.integers(1, 5))
def test_says_what_comparing_all_spans_says(spans, start, length):
    expected = any(a < start + length and start < b for a, b in spans)
    assert Cover(30, spans).overlaps(start, start + length) is expected
