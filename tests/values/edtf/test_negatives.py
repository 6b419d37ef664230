"""What looks like a date and is none: one case a line of negatives.tsv, all invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.values.edtf import find_dates

with Path(__file__).with_name("negatives.tsv").open(encoding="utf-8") as lines:
    CASES = [pytest.param(row["text"], id=row["id"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize("text", CASES)
def test_no_date(text):
    assert [d.text for d in find_dates(text, "2010-05-05")] == []


@pytest.mark.parametrize("text", CASES)
def test_no_date_inside_a_sentence(text):
    assert [d.text for d in find_dates(f"Urząd podaje: {text}, jak co roku.", "2010-05-05")] == []
