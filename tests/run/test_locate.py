import zipfile

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


def test_a_member_of_an_archive_whose_name_holds_a_hash(tmp_path):
    with zipfile.ZipFile(tmp_path / "d#1.zip", "w") as archive:
        archive.writestr("2012/a#b.txt", "Burmistrz odebrał certyfikat.")
        archive.writestr("2012/c.jsonl", '{"text": "Pierwszy tekst."}\n{"text": "Drugi tekst."}\n')
    found = locate(f"{tmp_path}/d#1.zip#2012/a#b.txt", SETTINGS)
    assert (found.source, found.member) == ("d#1.zip#2012/a#b.txt", "2012/a#b.txt")
    assert locate(f"{tmp_path}/d#1.zip#2012/c.jsonl#2", SETTINGS).content == "Drugi tekst."
    with pytest.raises(LocateError, match=r"several articles; name one: .*c\.jsonl#1, .*c\.jsonl#2$"):
        locate(f"{tmp_path}/d#1.zip#2012/c.jsonl", SETTINGS)


def test_an_offset_in_place_of_a_number(lines):
    offset = lines.read_bytes().index(b'{"text": "Pismo numer 4')
    assert "numer 4" in locate(f"{lines}#@{offset}", SETTINGS).content
    with pytest.raises(LocateError, match="no piece '@3'"):
        locate(f"{lines}#@3", SETTINGS)


def test_a_damaged_container_says_so_for_every_piece_in_it(tmp_path):
    (tmp_path / "d.zip").write_bytes(b"PK\x03\x04" + b"0" * 50)
    found = locate(f"{tmp_path}/d.zip#a.txt", SETTINGS)
    assert (found.source, found.reason) == ("d.zip", "corrupt")


def test_a_document_has_no_pieces(tmp_path):
    (tmp_path / "a.txt").write_text("Burmistrz odebrał certyfikat.", encoding="utf-8")
    with pytest.raises(LocateError, match=r"no piece '3'; there are .*a\.txt$"):
        locate(f"{tmp_path}/a.txt#3", SETTINGS)
