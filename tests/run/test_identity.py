import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.identity import Names, Originals, numbered
from pipeline.schema import Failure, Source


def source(name):
    return Source(source=name, content="x", media="text")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("001.txt", "001.txt~2"), ("pismo.jsonl#3", "pismo.jsonl~2#3"), ("", "~2")],
    ids=["file", "locator", "empty"],
)
def test_a_number_stands_before_the_locator(name, expected):
    assert numbered(name, 2) == expected


def test_equal_names_of_two_inputs_are_told_apart_in_order():
    names = Names()
    claimed = [names.claim(source(n), i).source for i, n in enumerate(["a.txt", "a.txt", "a.txt", "b.txt"])]
    assert claimed == ["a.txt", "a.txt~2", "a.txt~3", "b.txt"]


def test_a_name_that_looks_numbered_is_not_taken_twice():
    names = Names()
    claimed = [names.claim(source(n), i).source for i, n in enumerate(["a.txt~2", "a.txt", "a.txt"])]
    assert claimed == ["a.txt~2", "a.txt", "a.txt~3"]


def test_failures_of_one_input_may_share_a_name_those_of_two_may_not():
    names = Names()
    broken = Failure(source="x.jsonl", stage="read", reason="malformed_row")
    assert [names.claim(broken, owner).source for owner in (0, 0, 1)] == ["x.jsonl", "x.jsonl", "x.jsonl~2"]


@given(st.lists(st.tuples(st.sampled_from(["a", "a~2", "b#1", "b~2#1"]), st.integers(0, 2)), max_size=12))
def test_no_two_sources_share_a_name(claims):
    names = Names()
    claimed = [names.claim(source(name), owner).source for name, owner in claims]
    assert len(set(claimed)) == len(claimed)


@pytest.mark.parametrize(
    ("name", "expected"), [("a\udcb3.txt", "a\\xb3.txt"), ("łąka.txt", "łąka.txt")], ids=["latin-2-bytes", "utf-8"]
)
def test_a_file_name_that_is_no_utf_8_is_written_out(name, expected):
    assert Names().claim(source(name), 0).source == expected


def test_a_repeated_text_is_linked_to_the_first_record(make_record):
    originals = Originals()
    first = make_record("a.txt")
    assert originals.mark(first).duplicate_of is None
    originals.keep(first)
    again = originals.mark(make_record("b.txt", text=first.text.replace("\n", "\n\n ")))
    assert (again.duplicate_of, again.duplicate_kind) == (first.id, "exact")
    originals.keep(again)
    assert originals.mark(make_record("c.txt")).duplicate_of == first.id


def test_a_record_that_was_not_kept_is_nobodys_original(make_record):
    originals = Originals()
    originals.mark(make_record("a.txt"))
    assert originals.mark(make_record("b.txt")).duplicate_of is None


def test_a_record_is_not_its_own_duplicate(make_record):
    originals = Originals()
    record = make_record()
    originals.keep(record)
    assert originals.mark(record).duplicate_of is None
