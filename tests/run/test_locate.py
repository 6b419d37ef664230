import pytest

from pipeline.run.locate import LocateError, locate, split
from pipeline.schema import Failure, Source
from pipeline.settings import ReadSettings

SETTINGS = ReadSettings()


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "pisma.jsonl"
    path.write_text("\n".join(f'{{"text": "Pismo numer {n} w sprawie audytu."}}' for n in range(1, 9)), encoding="utf-8")
    return path


def test_a_locator_finds_one_piece_of_many(lines):
    found = locate(f"{lines}#7", SETTINGS)
    assert isinstance(found, Source)
    assert "numer 7" in found.content


def test_a_file_of_one_piece_needs_no_locator(dump):
    found = locate(str(dump / "a.txt"), SETTINGS)
    assert isinstance(found, Source)


def test_what_cannot_be_read_is_a_failure(dump):
    assert isinstance(locate(str(dump / "pusty.txt"), SETTINGS), Failure)


def test_a_file_may_have_a_hash_in_its_own_name(tmp_path):
    (tmp_path / "a#1.txt").write_text("Burmistrz odebrał certyfikat.", encoding="utf-8")
    assert split(str(tmp_path / "a#1.txt")) == (tmp_path / "a#1.txt", None)
    assert isinstance(locate(str(tmp_path / "a#1.txt"), SETTINGS), Source)


@pytest.mark.parametrize(
    ("name", "message"),
    [("pisma.jsonl", r"several articles; name one: .*#1, .*#5 …"), ("pisma.jsonl#99", "no piece '99'"), (".", "is a folder")],
    ids=["none-named", "not-there", "folder"],
)
def test_a_name_that_no_single_piece_answers_to(lines, name, message):
    with pytest.raises(LocateError, match=message):
        locate(str(lines.parent / name), SETTINGS)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(LocateError, match="no such file"):
        locate(str(tmp_path / "x.txt"), SETTINGS)
