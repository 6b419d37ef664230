"""Parquet: rows become sources, only what is used is read, damage is a failure."""

import datetime
import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

STORY = "Urząd Gminy Wierzbowo otrzymał certyfikat jakości."


def table(columns, rows_a_group=None):
    data = io.BytesIO()
    pq.write_table(pa.table(columns), data, row_group_size=rows_a_group)
    return data.getvalue()


def test_rows_with_guessed_columns(found):
    heard = []
    data = table({
        "Treść": [STORY, "Drugi tekst o gminie."], "Adres": ["https://a.example/1", None],
        "Data publikacji": [datetime.date(2013, 5, 6), None], "crawl_date": [datetime.datetime(2014, 1, 2, 3), None],  # noqa: DTZ001
    })  # fmt: skip
    first, second = found("a.parquet", data, tell=lambda *told: heard.append(told))
    assert (first.source, first.content, first.record) == ("a.parquet#1", STORY, 1)
    assert (first.url, first.site, first.published, first.crawled) == (
        "https://a.example/1",
        "a.example",
        "2013-05-06",
        "2014-01-02",
    )
    assert (second.published, second.encoding_reason) == (None, "stored as characters")
    assert heard == [
        ("a.parquet", "text from 'Treść', url from 'Adres', date from 'Data publikacji', crawled from 'crawl_date'")
    ]


def test_bytes_are_decoded_as_a_file_is(found):
    page = "<html><p>gęś, źródło, świerszcz</p>"
    items = found("a.parquet", table({"html": pa.array([page.encode("cp1250"), page.encode()], pa.binary())}))
    assert [item.content for item in items] == [page, page]
    assert [item.encoding for item in items] == ["windows-1250", "utf-8"]


def test_lists_and_inner_fields(found):
    data = table({"text": [[STORY, "Drugi akapit."]], "meta": [{"url": "https://a.example/x", "title": "Tytuł"}]})
    (item,) = found("a.parquet", data)
    assert (item.content, item.url, item.title) == (f"{STORY}\nDrugi akapit.", "https://a.example/x", "Tytuł")


def test_a_date_beside_marks_of_a_crawl_is_the_day_of_the_crawl(found):
    (item,) = found("a.parquet", table({"text": [STORY], "dump": ["CC-MAIN-2014-10"], "date": ["2014-03-09T10:00:00Z"]}))
    assert (item.published, item.crawled) == (None, "2014-03-09")


def test_one_row_of_many_groups(found, monkeypatch):
    data = table({"text": [f"{STORY} {n}" for n in range(100)]}, rows_a_group=10)
    read_groups = []
    whole = pq.ParquetFile.iter_batches
    monkeypatch.setattr(
        pq.ParquetFile, "iter_batches", lambda self, *a, **k: read_groups.extend(k["row_groups"]) or whole(self, *a, **k)
    )
    (item,) = found("a.parquet", data, "57")
    assert (item.source, item.content) == ("a.parquet#57", f"{STORY} 56")
    assert read_groups == [5]
    assert found("a.parquet", data, "101") == []


def test_a_table_inside_an_archive(found, build):
    (item,) = found("a.zip", build.zip([("x/a.parquet", table({"text": [STORY]}))]))
    assert (item.source, item.content) == ("a.zip#x/a.parquet#1", STORY)


@pytest.mark.parametrize(
    ("columns", "settings", "reason", "words"),
    [
        pytest.param({"lp": [1], "uwagi": ["nic"]}, {}, "missing_column", "'uwagi'", id="no text"),
        pytest.param(
            {"text": [STORY]}, {"text_column": "tresc"}, "missing_column", "'tresc'", id="a named one that is not there"
        ),
        pytest.param({"text": [" "]}, {}, "empty", "white space", id="blank"),
        pytest.param({"text": [None]}, {}, "empty", "white space", id="null"),
        pytest.param({"text": ["x" * 2000]}, {"max_bytes": 1000}, "too_large", "1000", id="too large"),
    ],
)
def test_failures(found, columns, settings, reason, words):
    (item,) = found("a.parquet", table(columns), **settings)
    assert (item.reason, words in item.detail) == (reason, True)


@pytest.mark.parametrize("cut", [40, -30], ids=["the beginning alone", "no footer"])
def test_a_cut_table_is_corrupt(found, cut):
    (item,) = found("a.parquet", table({"text": [STORY] * 50})[:cut])
    assert (item.source, item.reason) == ("a.parquet", "corrupt")
