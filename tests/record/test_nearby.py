"""Mentions by place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record.nearby import Nearby
from pipeline.schema import Mention


def mention(start, end, kind="places"):
    return Mention(kind=kind, rule="r", text="x", start=start, end=end, value={}, sentence=(0, 1), clause=(0, 1))


def test_inside_includes_both_edges():
    one = mention(5, 8)
    assert Nearby([one, mention(4, 8), mention(7, 9)]).inside("places", 5, 8) == [one]


def test_around_finds_the_covering_one():
    one = mention(2, 9)
    assert Nearby([one, mention(3, 4)]).around("places", 5, 8) == one


def test_before_looks_back_a_stretch():
    near, far = mention(4, 6), mention(0, 2)
    assert Nearby([near, far]).before("places", 8, 3) == [near]


def test_kinds_are_apart():
    assert Nearby([mention(0, 3, "dates")]).inside("places", 0, 3) == []


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=12), st.integers(0, 30), st.integers(1, 8))
def test_inside_says_what_comparing_all_says(pairs, start, length):
    mentions = [mention(a, a + n) for a, n in pairs]
    found = Nearby(mentions).inside("places", start, start + length)
    expected = [m for m in mentions if start <= m.start and m.end <= start + length]
    assert sorted((m.start, m.end) for m in found) == sorted((m.start, m.end) for m in expected)
