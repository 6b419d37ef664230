import dataclasses
from typing import Literal

import pytest

from pipeline.schema import Failure, to_json
from pipeline.store import TABLES, UnstorableError, rows_of, table_named
from pipeline.store.tables import Column, column_of, failure_row


def test_every_list_of_the_record_has_a_table_and_failures_have_one():
    assert {t.name for t in TABLES} == {
        "articles", "standards", "certifiers", "officials", "dates", "findings", "certificates", "organizations", "certificate_entities", "duplicates", "works", "failures",
    }  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_columns_are_distinct_and_documented(table):
    names = [c.name for c in table.columns]
    assert len(set(names)) == len(names)
    assert all(c.doc.strip() for c in table.columns)
    assert table.doc


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (str, Column("x", "string", nullable=False, doc="d")),
        (str | None, Column("x", "string", nullable=True, doc="d")),
        (int | None, Column("x", "integer", nullable=True, doc="d")),
        (list[str], Column("x", "strings", nullable=False, doc="d")),
        (tuple[str, ...], Column("x", "strings", nullable=False, doc="d")),
        (Literal["a", "b"], Column("x", "string", nullable=False, doc="d", values=("a", "b"))),
    ],
    ids=str,
)
def test_a_type_has_its_column(hint, expected):
    assert column_of("x", hint, "d") == expected


@pytest.mark.parametrize("hint", [dict[str, int], list[int], str | int, bytes, float], ids=str)
def test_a_type_without_a_place_in_a_table_is_refused(hint):
    with pytest.raises(TypeError, match="no column"):
        column_of("x", hint, "d")


def as_dict(table, row):
    return dict(zip((c.name for c in table_named(table).columns), row, strict=True))


def test_rows_name_their_article_and_their_place_in_the_list(record):
    rows = rows_of(to_json(record))
    article = as_dict("articles", rows["articles"][0])
    assert (article["id"], article["place_name"], article["place_from"]) == (record.id, "Łężyce", "text")
    standard = as_dict("standards", rows["standards"][0])
    assert (standard["article_id"], standard["position"], standard["id"]) == (record.id, 1, "PN-EN ISO 9001:2015-10")


def test_an_article_without_facts_has_one_row(make_record):
    empty = {name: [] for name in LISTS}
    rows = rows_of(to_json(make_record(place=None, **empty)))
    assert list(rows) == ["articles"]
    assert as_dict("articles", rows["articles"][0])["place_name"] is None


LISTS = ("organizations", "standards", "certifiers", "officials", "dates", "findings", "certificates")


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"title": 7}, "articles.title"),
        ({"text": None}, "articles.text"),
        ({"title": "\ud800"}, "articles.title"),
        ({"authors": ["Ala", None]}, "articles.authors"),
        ({"authors": "Ala"}, "articles.authors"),
    ],
    ids=["integer-for-string", "null-text", "lone-surrogate", "null-in-list", "string-for-list"],
)
def test_a_value_that_its_column_cannot_take_is_named(changes, column, make_record):
    with pytest.raises(UnstorableError, match=column):
        rows_of(to_json(make_record(**changes)))


@pytest.mark.parametrize(("field", "value"), [("year", "2015"), ("year", True), ("year", 2**63), ("chain", [1])], ids=repr)
def test_a_row_with_a_wrong_type_is_named(record, field, value):
    wrong = dataclasses.replace(record.standards[0], **{field: value})
    with pytest.raises(UnstorableError, match=f"standards.{field}"):
        rows_of(to_json(dataclasses.replace(record, standards=[wrong])))


def test_a_failure_is_never_lost_to_its_own_characters():
    row = failure_row(Failure(source="a\udcb3.txt", stage="read", reason="undecodable"), 3)
    assert as_dict("failures", row) == {
        "position": 3, "source": "a?.txt", "stage": "read", "reason": "undecodable", "detail": "",
    }  # fmt: skip


def test_an_unknown_table_is_answered_with_those_that_there_are():
    with pytest.raises(ValueError, match=r"no table 'norms'; there are articles, .*standards"):
        table_named("norms")
