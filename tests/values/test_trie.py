"""The word trie: many names in one pass."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.trie import MAX_GAP, Trie, is_gap, words_of

LETTERS = st.text("abc \n-.", max_size=40)


def trie_of(*phrases):
    trie = Trie()
    for phrase in phrases:
        trie.add(phrase.split(), phrase)
    return trie


def hits(trie, text):
    words = words_of(text)
    return [(text[words[h.first].start : words[h.last - 1].end], h.payload) for h in trie.find(text, words)]


def test_longest_name_wins():
    assert hits(trie_of("izba", "izba handlu"), "nowa izba handlu tu") == [("izba handlu", ["izba handlu"])]


def test_falls_back_to_the_shorter_name():
    assert hits(trie_of("izba", "izba handlu zagranicznego"), "izba handlu tu") == [("izba", ["izba"])]


def test_gap_may_hold_quotes_and_one_line_break():
    assert hits(trie_of("izba certyfikacja"), "izba –\n„certyfikacja”")


def test_gap_may_not_end_a_sentence():
    assert not hits(trie_of("izba certyfikacja"), "izba. certyfikacja")


def test_gap_may_not_be_a_blank_line():
    assert not is_gap("a\n\nb", 1, 3)


def test_dot_of_a_short_abbreviation_is_a_gap():
    assert hits(trie_of("m st warszawy"), "m.st. warszawy")


def test_wide_gap_is_none():
    text = "a" + " " * (MAX_GAP + 1) + "b"
    assert not is_gap(text, 1, len(text) - 1)


def test_same_item_is_stored_once():
    trie = trie_of("a b")
    trie.add(["a", "b"], "a b")
    assert hits(trie, "a b")[0][1] == ["a b"]


def test_empty_name_is_ignored():
    trie = Trie()
    trie.add([], "nothing")
    assert hits(trie, "a b") == []


@settings(max_examples=60, derandomize=True, deadline=None)
@given(LETTERS)
def test_hits_lie_in_order_without_overlap(text):
    words = words_of(text)
    found = list(trie_of("a b", "b c a", "c").find(text, words))
    assert all(h.first < h.last <= len(words) for h in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
