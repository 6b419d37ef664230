"""Pages saved in one file and newsletters: the HTML inside is read, not the message around it."""

import base64
import quopri

import pytest

from pipeline.read import read
from pipeline.schema import Source
from pipeline.settings import ReadSettings

PAGE = "<html><body><h1>Certyfikat</h1><p>Urząd Gminy Wierzbowo otrzymał certyfikat jakości, ogłosił wójt.</p></body></html>"


def message(charset, coding, extra=""):
    data = PAGE.encode(charset)
    body = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[coding](data).decode(
        "latin-1"
    )
    part = f"Content-Type: text/html; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n{body}\n"
    plain = "Content-Type: text/plain; charset=utf-8\n\nzobacz w przegladarce\n"
    head = f"From: <Saved by Blink>\n{extra}MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=XX\n\n"
    return (f"{head}--XX\n{plain}\n--XX\n{part}\n--XX--\n").encode("latin-1")


def one(path):
    (item,) = read([path], ReadSettings())
    assert isinstance(item, Source)
    return item


@pytest.mark.parametrize("charset", ["utf-8", "windows-1250", "iso-8859-2"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("name", ["a.mht", "a.eml", "a.html", "a"])
def test_the_page_inside_is_read(tmp_path, name, coding, charset):
    path = tmp_path / name
    path.write_bytes(message(charset, coding))
    item = one(path)
    assert (item.content.strip(), item.media) == (PAGE, "html")


def test_the_address_that_it_was_saved_from(tmp_path):
    path = tmp_path / "a.mht"
    path.write_bytes(message("utf-8", "base64", "Snapshot-Content-Location: https://gmina.example/iso\n"))
    assert one(path).url == "https://gmina.example/iso"


@pytest.mark.parametrize(
    "text",
    [
        "Uwaga: MIME-Version to nagłówek poczty.\n\nUrząd ma certyfikat.",
        "MIME-Version: 1.0\n\nUrząd ma certyfikat.",
        "MIME-Version: 1.0\nContent-Type: image/png\n\nUrząd ma certyfikat.",
    ],
)
def test_what_holds_no_page_stays_as_it_is(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert one(path).content == text
