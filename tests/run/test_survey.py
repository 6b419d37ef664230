"""How often the inputs of a run are read, and that the survey and the run see the same."""

import gzip
import io
import json
import os
import tarfile
import zipfile

import pytest

from pipeline.read import Catalog, files, read
from pipeline.run.job import run
from pipeline.run.survey import survey
from pipeline.settings import CleanSettings, Settings

SETTINGS = Settings(model="none")
SLOGAN = "Codziennie rano czytamy Borki od deski do deski."
STORIES = {
    f"{n}.txt": f"Teczka numer {n}\n{SLOGAN}\nRadni przyjęli uchwałę z teczki {n} po długiej naradzie w remizie."
    for n in range(8)
}
INDEX = {"index.csv": "file,url\n" + "".join(f"{name},https://borki.example/{name}\n" for name in STORIES)}
TABLE = {"index.csv": f"url,tekst\nhttps://borki.example/9,{STORIES['0.txt'].splitlines()[2]}\n"}


def tar(members):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return data.getvalue()


def zipped(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def json_lines(members):
    rows = ({"url": f"https://borki.example/{name}", "tekst": text} for name, text in members.items())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


FILES = {
    "lines": ("a.jsonl.gz", gzip.compress(json_lines(STORIES)), 2),
    "zip": ("a.zip", zipped(STORIES | INDEX), 2),
    "tar": ("a.tar", tar(STORIES), 2),
    "packed tar": ("a.tar.gz", gzip.compress(tar(STORIES)), 2),
    "index in front": ("a.tar.gz", gzip.compress(tar(INDEX | STORIES)), 2),
    "index behind": ("a.tar.gz", gzip.compress(tar(STORIES | INDEX)), 3),
    "table named index": ("a.tar.gz", gzip.compress(tar(STORIES | TABLE)), 2),
    "damaged": ("a.tar.gz", gzip.compress(tar(INDEX | STORIES))[:-20], 2),
}


@pytest.fixture
def given(request, tmp_path):
    name, data, readings = FILES[request.param]
    (tmp_path / name).write_bytes(data)
    return tmp_path / name, readings


@pytest.fixture
def opened(monkeypatch):
    """Paths that were opened."""
    paths = []
    on_disk = files._on_disk

    def counting(found, about):
        paths.append(found.path)
        return on_disk(found, about)

    monkeypatch.setattr(files, "_on_disk", counting)
    return paths


@pytest.mark.parametrize("given", FILES, indirect=True)
def test_inputs_are_read_twice_and_once_more_for_an_index_behind_its_files(given, tmp_path, extractor, opened):
    path, readings = given
    report = run([path], tmp_path / "out", SETTINGS, extractor=extractor)
    assert report.articles >= 7
    assert len(opened) == readings


@pytest.mark.parametrize("given", FILES, indirect=True)
def test_a_survey_sees_the_pieces_and_sites_of_a_single_reading(given, tmp_path):
    path, _ = given
    alone = list(read([path], SETTINGS.read))
    found = survey([path], tmp_path / "out", SETTINGS)
    assert found.total == len(alone)
    assert list(read([path], SETTINGS.read, catalog=found.catalog)) == alone
    pages = [source for source in alone if getattr(source, "site", None) and source.content in STORIES.values()]
    assert all(found.site_lines.frame(page, page.content.splitlines()) == {1} for page in pages)


def test_indexes_that_describe_too_many_files_are_not_kept(tmp_path):
    known = Catalog(_left=3)
    (tmp_path / "a.tar").write_bytes(tar(STORIES | INDEX))
    alone = list(read([tmp_path / "a.tar"], SETTINGS.read))
    assert [len(list(read([tmp_path / "a.tar"], SETTINGS.read, catalog=known))) for _ in range(2)] == [8, 8]
    assert known.look_up(tmp_path / "a.tar") is None
    assert list(read([tmp_path / "a.tar"], SETTINGS.read, catalog=known)) == alone


def test_nothing_is_surveyed_where_it_is_turned_off_or_can_be_read_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert survey([tmp_path / "pipe"], tmp_path / "out", SETTINGS).total is None
    assert survey([tmp_path], tmp_path / "out", Settings(model="none", clean=CleanSettings(site_lines=False))).total is None


def test_a_limit_counts_pieces_and_looks_for_indexes_first(tmp_path, opened):
    (tmp_path / "a.tar").write_bytes(tar(STORIES | INDEX))
    found = survey([tmp_path / "a.tar"], tmp_path / "out", SETTINGS, limit=3)
    assert (found.total, found.catalog, len(opened)) == (3, None, 2)
