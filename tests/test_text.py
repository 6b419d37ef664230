import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, line_bounds, squash, squash_key, window


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("Łódź", "lodz"), ("ŚWIĘTOCHŁOWICE", "swietochlowice"), ("TÜV SÜD", "tuv sud"), ("Ørsted", "orsted"), ("№ 5", "№ 5")],
    ids=["l with stroke", "capitals", "umlauts", "o with stroke", "signs stay"],
)
def test_fold(printed, folded):
    assert fold(printed) == folded


@given(st.text())
def test_fold_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_squash_leaves_single_spaces(text):
    assert squash(text).split() == text.split()
    assert squash(squash(text)) == squash(text)


def test_one_key_for_two_printed_forms():
    assert squash_key("Urząd  Miasta\nŁÓDŹ") == squash_key("urząd miasta Łódź")


@given(st.text(alphabet="ab\n"), st.data())
def test_line_bounds_hold_no_line_break(text, data):
    position = data.draw(st.integers(0, len(text)))
    start, end = line_bounds(text, position)
    assert start <= position <= end
    assert "\n" not in text[start:end]


def test_window_stops_at_the_ends():
    assert window("norma ISO 9001", 6, 9, 100) == "norma ISO 9001"
    assert window("norma ISO 9001", 6, 9, 2) == "a ISO 9"
