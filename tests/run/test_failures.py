import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.failures import describe, failure_of
from pipeline.schema import Failure


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("zły\n  wiersz"), "ValueError: zły wiersz"),
        (KeyError(), "KeyError"),
        (FileNotFoundError(2, "No such file or directory", "/home/ala/dump/a.txt"), "FileNotFoundError: No such file or directory"),
        (ValueError("cannot open /home/ala/dump/a.txt"), "ValueError: cannot open a.txt"),
        (ValueError("C:\\Users\\ala\\a.txt is odd"), "ValueError: a.txt is odd"),
        (ValueError("x" * 1000), "ValueError: " + "x" * 300),
    ],
    ids=["lines-joined", "no-message", "os-error", "unix-folders-cut", "windows-folders-cut", "long"],
)  # fmt: skip
def test_an_exception_is_told_on_one_line_without_folders(error, expected):
    assert describe(error) == expected


@given(st.text(alphabet="/\\. aC:\n'", max_size=400))
def test_no_folder_and_no_line_break_survives(message):
    told = describe(ValueError(message))
    assert "/" not in told
    assert "\n" not in told
    assert len(told) <= len("ValueError: ") + 300


def test_a_failure_names_source_and_stage():
    assert failure_of("a.txt", "annotate", RuntimeError("x")) == Failure(
        source="a.txt", stage="annotate", reason="error", detail="RuntimeError: x"
    )
