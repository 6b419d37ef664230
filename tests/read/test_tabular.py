"""CSV and TSV: delimiters, quotation marks, broken rows."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read import read, read_one
from pipeline.settings import ReadSettings

ARTICLE = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości, a wójt się cieszy; radni także."


def run(path, data, **settings):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([path], ReadSettings(**settings)))


def table(rows, delimiter):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "\t"), ("a.csv", "|")]
)
def test_delimiters(tmp_path, name, delimiter):
    (item,) = run(
        tmp_path / name, table([["url", "tytuł", "treść"], ["https://x.example/1", "Certyfikat", ARTICLE]], delimiter)
    )
    assert (item.source, item.url, item.title, item.content) == (f"{name}#1", "https://x.example/1", "Certyfikat", ARTICLE)


def test_quoted_newlines_and_long_fields(tmp_path):
    long = "\n\n".join([ARTICLE] * 3000)
    items = run(tmp_path / "a.csv", table([["tekst"], [long], ["drugi"]], ","))
    assert [item.content for item in items] == [long, "drugi"]


def test_broken_rows_are_failures_of_their_own(tmp_path):
    text = f'url;tekst\nu1;Pierwszy tekst\nu2;za;dużo;pól\nu3;\nu4;"{ARTICLE}"\n'
    items = run(tmp_path / "a.csv", text)
    assert [getattr(item, "reason", None) for item in items] == [None, "malformed_row", "empty", None]
    assert [item.source for item in items] == ["a.csv#1", "a.csv#2", "a.csv#3", "a.csv#4"]


def test_a_quotation_mark_never_closed_loses_one_row(tmp_path):
    text = 'url,tekst\nu1,Pierwszy\nu2,"otwarty cudzysłów\nu3,Trzeci\nu4,Czwarty\n'
    items = run(tmp_path / "a.csv", text)
    assert [getattr(item, "content", None) for item in items] == ["Pierwszy", None, "Trzeci", "Czwarty"]
    assert items[1].reason == "malformed_row"


def test_a_row_above_the_limit_is_skipped(tmp_path):
    text = 'url,tekst\nu1,"' + "\n".join(["wiersz"] * 500) + '"\nu2,Drugi\n'
    items = run(tmp_path / "a.csv", text, max_bytes=1000)
    assert items[0].reason == "too_large"
    assert items[-1].content == "Drugi"


def test_windows_1250_from_a_spreadsheet(tmp_path):
    (item,) = run(tmp_path / "a.csv", f"adres;treść\nx;{ARTICLE.replace(';', ',')}\n".encode("cp1250"))
    assert (item.encoding, "otrzymał" in item.content) == ("windows-1250", True)


def test_html_in_cells_stays_a_table(tmp_path):
    (item,) = run(tmp_path / "a.csv", f'html,url\n"<html><body><p>{ARTICLE}</p></body></html>",u\n')
    assert (item.source, item.media) == ("a.csv#1", "html")


def test_a_page_misnamed_csv_is_a_page(tmp_path):
    (item,) = run(tmp_path / "a.csv", f"<!DOCTYPE html><html><body><p>{ARTICLE}</p></body></html>")
    assert (item.source, item.media) == ("a.csv", "html")


def test_nul_in_a_late_row_does_no_harm(tmp_path):
    data = b"tekst\n" + b"zwykly wiersz\n" * 10_000 + b"z\x00erem\n"
    assert run(tmp_path / "a.csv", data)[-1].content == "zerem"


cells = st.text(alphabet=st.sampled_from('aąbęź \n",;|\t'), min_size=1, max_size=40).filter(lambda text: text.strip())


@given(rows=st.lists(cells, min_size=1, max_size=8), delimiter=st.sampled_from(",;\t"))
@settings(max_examples=50, derandomize=True, deadline=None)
def test_what_a_csv_writer_wrote_comes_back(tmp_path_factory, rows, delimiter):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    items = run(path, table([["lp", "tekst"], *([str(n), row] for n, row in enumerate(rows))], delimiter))
    assert [item.content for item in items] == rows


def test_a_table_in_utf16_as_excel_saves_it(tmp_path):
    (tmp_path / "a.csv").write_bytes('tytuł;treść;data\nCertyfikat;"Urząd, „gęś”\nDrugi wiersz";5.03.2012\n'.encode("utf-16"))
    (item,) = read([tmp_path / "a.csv"], ReadSettings())
    assert (item.content, item.title, item.published) == ("Urząd, „gęś”\nDrugi wiersz", "Certyfikat", "2012-03-05")
    assert item.encoding == "utf-16"


def test_one_row_of_a_table(tmp_path):
    (tmp_path / "a.csv").write_text("tekst\n" + "".join(f"Tekst numer {n} tutaj.\n" for n in range(1, 30)), encoding="utf-8")
    (item,) = read_one(tmp_path / "a.csv", "17", ReadSettings())
    assert (item.source, item.content) == ("a.csv#17", "Tekst numer 17 tutaj.")


def test_the_guess_is_told_once_a_file_and_not_what_the_settings_named(tmp_path):
    (tmp_path / "a.csv").write_text("Treść,Adres\nTekst pierwszy tutaj.,x.example\nDrugi tekst.,x.example\n", encoding="utf-8")
    heard = []
    list(read([tmp_path / "a.csv"], ReadSettings(), lambda *told: heard.append(told)))
    list(read([tmp_path / "a.csv"], ReadSettings(text_column="tresc", url_column="adres"), lambda *told: heard.append(told)))
    assert heard == [("a.csv", "text from 'Treść', url from 'Adres'"), ("a.csv", "")]
