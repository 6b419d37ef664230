"""Files and folders become sources; what cannot be read becomes a failure with a reason, and the rest goes on."""

import json
import os

import pytest

from pipeline.read import REASONS, from_string, read
from pipeline.schema import Failure, Source
from pipeline.settings import ReadSettings

ARTICLE = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości. Wójt Jan Śliwa jest zadowolony."
PAGE = f"<html><body><h1>Certyfikat</h1><p>{ARTICLE}</p></body></html>"


def run(*paths, **settings):
    return list(read(list(paths), ReadSettings(**settings)))


def one(path, **settings):
    (item,) = run(path, **settings)
    return item


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        pytest.param("a.txt", ARTICLE, "text", id="text"),
        pytest.param("a.html", PAGE, "html", id="html"),
        pytest.param("a.HTM", PAGE, "html", id="suffix in capitals"),
        pytest.param("a.txt", PAGE, "html", id="html misnamed .txt"),
        pytest.param("a.html", ARTICLE, "text", id="text misnamed .html"),
        pytest.param("artykul", ARTICLE, "text", id="no suffix"),
        pytest.param("index.php?id=3", PAGE, "html", id="a page saved under its address"),
        pytest.param("a.txt", f"Norma a<b i <ważne>\n{ARTICLE}", "text", id="angle brackets in text"),
        pytest.param("a.txt", f"<p>{ARTICLE}</p><br>", "html", id="fragment"),
        pytest.param(
            "a.html", f"<!-- zapis --><?xml version='1.0'?>\n<!DOCTYPE html PUBLIC><p>{ARTICLE}", "html", id="comment first"
        ),
    ],
)
def test_content_says_what_a_file_is(tmp_path, name, content, media):
    item = one(write(tmp_path, name, content))
    assert isinstance(item, Source)
    assert (item.source, item.media) == (name, media)
    assert "Wierzbowo" in item.content


@pytest.mark.parametrize(
    ("name", "data", "reason", "words"),
    [
        pytest.param("pusty.txt", b"", "empty", "no characters", id="empty"),
        pytest.param("biel.txt", b" \n\t\n", "empty", "no characters", id="white space"),
        pytest.param("a.txt", b"%PDF-1.4\n%\xe2\xe3", "binary", "PDF", id="pdf misnamed"),
        pytest.param("a.docx", b"PK\x03\x04" + b"0" * 26 + b"[Content_Types].xml", "binary", "Office", id="docx"),
        pytest.param("a.html", b"PK\x03\x04rest", "corrupt", "damaged", id="zip"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n0000", "binary", "PNG", id="picture"),
        pytest.param("a.txt", b"tekst\x00tekst", "binary", "NUL", id="nul"),
        pytest.param("a.txt", bytes(range(1, 9)) * 50, "binary", "control", id="control characters"),
        pytest.param("a.parquet", b"PAR1....", "corrupt", "damaged", id="parquet"),
        pytest.param("a.css", b"p { color: red }", "unsupported", ".css", id="style sheet"),
        pytest.param("a.dat", b"Urzad Gminy", "unsupported", ".txt", id="unknown suffix"),
        pytest.param("a.txt", b"abc " * 100, "too_large", "limit", id="too large"),
        pytest.param("a.csv", b"lp,uwagi\n1,nic", "missing_column", "'uwagi'", id="table without text"),
        pytest.param("a.json", b'{"lp": 1}', "missing_column", "'lp'", id="object without text"),
        pytest.param("a.json", b'{"tekst": "urw', "malformed_row", "not JSON", id="cut json"),
        pytest.param("a.json", b'{"tekst":' + b"[" * 100_000, "malformed_row", "nested too deeply", id="deep json"),
    ],
)
def test_failures_have_a_reason_and_help(tmp_path, name, data, reason, words):
    item = one(write(tmp_path, name, data), max_bytes=300 if reason == "too_large" else 1_000_000)
    assert isinstance(item, Failure)
    assert (item.source, item.stage, item.reason) == (name, "read", reason)
    assert item.reason in REASONS
    assert words in item.detail


def test_a_missing_input_is_a_failure_and_the_rest_goes_on(tmp_path):
    missing, there = run(tmp_path / "brak.txt", write(tmp_path, "a.txt", ARTICLE))
    assert (missing.source, missing.reason) == ("brak.txt", "missing_input")
    assert there.source == "a.txt"


def test_a_broken_link_is_unreadable(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "nigdzie")
    assert one(tmp_path / "link.txt").reason == "unreadable"
    assert one(tmp_path).reason == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_no_permission_is_unreadable(tmp_path):
    path = write(tmp_path, "a.txt", ARTICLE)
    path.chmod(0)
    assert one(path).reason == "unreadable"


def test_a_link_to_a_folder_is_said_to_be(tmp_path):
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "wstecz").symlink_to(tmp_path)
    found = one(tmp_path / "dump")
    assert (found.reason, "link to a folder" in found.detail) == ("unsupported", True)


def test_a_few_nuls_are_taken_out(tmp_path):
    data = "Wójt odebrał certyfikat. ".encode() * 10
    assert one(write(tmp_path, "a.txt", b"\x00" + data)).content == data.decode()


def test_a_pipe_that_the_user_names_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "rura.txt")
    assert one(tmp_path / "rura.txt").reason == "unsupported"


def test_a_name_that_is_no_utf8_can_be_written(tmp_path):
    (tmp_path / os.fsdecode("źdźbło.txt".encode("cp1250"))).write_text(ARTICLE, encoding="utf-8")
    one(tmp_path).source.encode("utf-8")


def test_an_unknown_encoding_is_said_to_be(tmp_path):
    item = one(write(tmp_path, "a.txt", ARTICLE), encoding="utf-9")
    assert (item.reason, "utf-9" in item.detail) == ("undecodable", True)


def test_an_empty_folder_is_said_to_be(tmp_path):
    (tmp_path / "dump").mkdir()
    assert one(tmp_path / "dump").reason == "no_documents"


def test_a_folder_is_walked_in_the_order_of_paths_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.html", ".ukryty.txt", ".git/x.txt", "Thumbs.db"):
        write(tmp_path, name, ARTICLE)
    assert [item.source for item in run(tmp_path)] == ["b.txt", "a/z.txt", "a/b/c.html"]


def test_legacy_encodings_are_decoded_and_named(tmp_path):
    item = one(write(tmp_path, "a.txt", ARTICLE.encode("cp1250")))
    assert item.content == ARTICLE
    assert (item.encoding, item.encoding_reason) == ("windows-1250", "polish letters")


def test_the_user_may_name_the_encoding(tmp_path):
    item = one(write(tmp_path, "a.txt", "źródło".encode("cp852")), encoding="cp852")
    assert (item.content, item.encoding_reason) == ("źródło", "setting")


@pytest.mark.parametrize(
    ("name", "index"),
    [
        pytest.param("index.csv", "file,url,title,date\na.txt,https://www.wierzbowo.example/a,Tytuł,2012-03-05\n", id="commas"),
        pytest.param(
            "INDEX.CSV", "Plik;Adres;Tytuł;Data\nA.TXT;https://www.wierzbowo.example/a;Tytuł;05.03.2012\n", id="Polish"
        ),
        pytest.param(
            "index.csv", "\ufefffile,url,title,date\n./a.txt,https://www.wierzbowo.example/a,Tytuł,5 marca 2012", id="bom"
        ),
    ],
)
def test_an_index_adds_what_the_owner_knew(tmp_path, name, index):
    write(tmp_path, "a.txt", ARTICLE)
    write(tmp_path, name, index)
    item = one(tmp_path)
    assert (item.url, item.site) == ("https://www.wierzbowo.example/a", "www.wierzbowo.example")
    assert (item.title, item.published) == ("Tytuł", "2012-03-05")


def test_an_index_above_names_files_below_and_serves_single_files(tmp_path):
    path = write(tmp_path, "2012/a.txt", ARTICLE)
    write(tmp_path, "index.csv", "file,url\n2012/a.txt,https://x.example/1\n")
    assert one(tmp_path).url == "https://x.example/1"
    write(path.parent, "index.csv", "file,url\na.txt,https://x.example/2\n")
    assert one(path).url == "https://x.example/2"


def test_a_table_named_index_is_a_table(tmp_path):
    write(tmp_path, "index.csv", f"url,tekst\nhttps://x.example/1,{ARTICLE}\n")
    assert one(tmp_path).source == "index.csv#1"


def test_same_input_same_sources(tmp_path):
    write(tmp_path, "a.jsonl", json.dumps({"tekst": ARTICLE}) + "\n")
    write(tmp_path, "b.html", PAGE)
    assert run(tmp_path) == run(tmp_path)


@pytest.mark.parametrize(("given", "media"), [(ARTICLE, "text"), (PAGE, "html")])
def test_from_string(given, media):
    item = from_string(given, url="https://www.wierzbowo.example/2012/03/05/a", published="5 marca 2012")
    assert (item.source, item.media, item.site, item.published) == ("string", media, "www.wierzbowo.example", "2012-03-05")


def test_an_empty_string_is_a_failure():
    assert from_string(" \n").reason == "empty"


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "rura.txt")
    (found,) = read([tmp_path], ReadSettings())
    assert (found.source, found.reason) == ("rura.txt", "unsupported")
