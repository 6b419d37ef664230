"""The grammar's data: every rule has a builder, ids are unique."""

from __future__ import annotations

from pipeline.values.edtf.find import _BUILDERS
from pipeline.values.edtf.grammar import rules

IDS = [
    "iso", "numeric-days", "numeric-range", "numeric", "numeric-hyphen", "numeric-short-year", "numeric-past-year",
    "slash-short-year", "numeric-this-year", "numeric-range-yearless", "numeric-range-dotted", "numeric-yearless",
    "numeric-dotted", "numeric-month", "nth-weekday", "days-between", "months-between", "days-this-month",
    "day-month-short-year", "days-month", "night", "months-moved", "days-short-month", "days-roman-month", "month-day",
    "months", "short-month", "roman-month", "quarter", "half-year", "season", "season-relative", "school-year",
    "century", "decade", "decade-words", "years-short", "years", "year", "year-bare", "year-chronicle", "year-relative",
    "year-edge", "new-year", "ago", "in", "relative", "day-relative", "weekday", "month-bare",
]  # fmt: skip


def test_rule_ids_are_stable():
    assert [r.id for r in rules()] == IDS


def test_every_rule_has_a_builder():
    assert {r.build for r in rules()} <= set(_BUILDERS)
