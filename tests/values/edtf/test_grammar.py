"""The grammar's data: every rule has a builder, ids are unique, and no input is slow."""

from __future__ import annotations

import time

import pytest

from pipeline.values.edtf import find_dates
from pipeline.values.edtf.find import _BUILDERS
from pipeline.values.edtf.grammar import rules

IDS = [
    "iso", "numeric-days", "numeric-range", "numeric", "numeric-hyphen", "numeric-short-year", "slash-short-year",
    "numeric-this-year", "numeric-yearless", "numeric-month", "nth-weekday", "day-month-short-year", "days-month",
    "days-short-month", "days-roman-month", "month-day", "months", "short-month", "roman-month", "quarter", "half-year", "season",
    "season-relative", "school-year", "decade", "decade-words", "years", "year", "year-bare", "year-relative", "ago", "in", "relative",
    "day-relative", "weekday", "month-bare",
]  # fmt: skip


def test_rule_ids_are_stable():
    assert [r.id for r in rules()] == IDS


def test_every_rule_has_a_builder():
    assert {r.build for r in rules()} <= set(_BUILDERS)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "-",
        "1-",
        "1,",
        "1. ",
        "2010, ",
        "2010 - ",
        "1 i ",
        "do ",
        "nr 1/",
        "Dz.U. poz. 1 ",
        "maja i ",
        "9 maja ",
        "\n",
        "(",
    ],
)
def test_time_is_linear(unit):
    """Four times the text takes about four times as long; sixteen would be a quadratic rule."""

    def seconds(size):
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            find_dates(text, "2010-05-05")
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 9 * max(seconds(4_000), 0.002)
