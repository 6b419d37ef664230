"""Dates in running text: one case a line of cases.tsv, the mention and its EDTF value. All sentences are invented."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from pipeline.values import morph
from pipeline.values.edtf import find_dates

with Path(__file__).with_name("cases.tsv").open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
CASES = [
    pytest.param(
        row["text"].replace("\\n", "\n"),
        row["reference"] or None,
        list(zip(row["mentions"].split(" | "), row["values"].split(" | "), strict=True)),
        id=f"{row['group']}-{row['id']}",
        marks=pytest.mark.skipif(row["group"] == "tense" and not morph.available(), reason="the tense needs Morfeusz"),
    )
    for row in ROWS
]


def test_ids_are_unique():
    assert len({row["id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("text", "reference", "expected"), CASES)
def test_dates(text, reference, expected):
    assert [(d.text, str(d.value)) for d in find_dates(text, reference)] == expected


@pytest.mark.parametrize(
    "day", [datetime.date(2010, 5, 21), datetime.datetime(2010, 5, 21, 14, 30, tzinfo=datetime.UTC)], ids=["date", "datetime"]
)
def test_a_day_is_a_reference(day):
    assert [str(d.value) for d in find_dates("21 maja", day)] == ["2010-05-21"]


def test_only_relative_without_reference_is_left_out():
    assert find_dates("Wczoraj i trzy lata temu.") == []


@pytest.mark.parametrize("reference", ["maj", "P3Y", "2010-13"])
def test_a_reference_that_is_no_date(reference):
    with pytest.raises(ValueError, match="EDTF"):
        find_dates("5 maja", reference)
