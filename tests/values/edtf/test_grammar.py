"""The grammar's data: every rule has a builder, ids are unique, and what narrows the search loses nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text import fold
from pipeline.values.edtf import guards
from pipeline.values.edtf.find import _BUILDERS
from pipeline.values.edtf.grammar import next_hit, rules
from pipeline.values.edtf.lexer import Atoms, lex

IDS = [
    "iso", "iso-dotted", "numeric-days", "numeric-range", "numeric", "numeric-hyphen", "numeric-short-year", "numeric-past-year",
    "slash-short-year", "numeric-this-year", "numeric-range-yearless", "numeric-range-dotted", "numeric-yearless",
    "numeric-dotted", "numeric-weekday", "numeric-range-padded",
    "numeric-until", "numeric-month", "nth-weekday", "days-between", "months-between", "days-this-month",
    "day-month-short-year", "days-month", "night", "months-moved", "days-short-month", "days-roman-month", "month-day",
    "months", "short-month", "roman-month", "roman-months", "quarter", "first-quarters", "half-year", "season", "season-relative", "school-year",
    "century", "decade", "decade-words", "years-short", "years-chronicle", "years", "year", "year-bare", "year-chronicle", "year-relative",
    "year-edge", "new-year", "ago", "in", "relative", "day-relative", "weekday", "month-bare",
]  # fmt: skip
KINDS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXY<=>+,./()\n:;-"
WORDS = [
    "nr", "Nr", "sygn.", "art.", "tel.", "godz.", "www.", "Dz.U.", "poz.", "ISO", "PN-EN", "ul.", "Święto", "s.", "normy", "m",
    "12", "2010", "9001", "1", "178", "016", "12.05", "30-11-2021", "7/12", "zł", "mln", "maja", "Maja", "r.", "wersja", "z",
    ":", "-", "–", "/", ",", "§", "(", ")", "\n", "tysiąc", "b.",
]  # fmt: skip


def printed(name):
    with Path(__file__).with_name(f"{name}.tsv").open(encoding="utf-8") as lines:
        return [row["text"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def plain_hits(kinds):
    """Every match, rule by rule at each atom, as the grammar is written."""
    found, at = [], 0
    while at < len(kinds):
        hit = next(((r.id, m.span()) for r in rules() if (m := r.pattern.match(kinds, at))), None)
        if hit:
            found.append(hit)
        at = hit[1][1] if hit else at + 1
    return found


def hits(kinds):
    atoms, found, at = Atoms("", kinds, [], [], []), [], 0
    while (hit := next_hit(atoms, at)) is not None:
        found.append((hit.rule.id, (hit.start, hit.end)))
        at = hit.end
    return found


def plain_zones(text):
    """Where the guards' expressions match anywhere in the text."""
    words, digits, cased = guards._patterns()
    spans = [(m.span() for m in each.finditer(fold(text))) for each in (words, digits)]
    return sorted(span for each in (*spans, (m.span() for m in cased.finditer(text))) for span in each)


def test_rule_ids_are_stable():
    assert [r.id for r in rules()] == IDS


def test_every_rule_has_a_builder():
    assert {r.build for r in rules()} <= set(_BUILDERS)


@settings(derandomize=True, max_examples=2000, deadline=None)
@given(st.text(alphabet=st.sampled_from(KINDS), max_size=12))
def test_rules_are_tried_where_they_can_begin(kinds):
    assert hits(kinds) == plain_hits(kinds)


@pytest.mark.parametrize("name", ["cases", "negatives"])
def test_rules_are_tried_where_texts_need_them(name):
    for text in printed(name):
        assert hits(lex(text).kinds) == plain_hits(lex(text).kinds), text


@pytest.mark.parametrize("name", ["cases", "negatives"])
def test_guards_are_tried_where_they_can_begin(name):
    for text in printed(name):
        assert guards._zones(lex(text)) == plain_zones(text), text


@settings(derandomize=True, max_examples=1000, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " "])), max_size=8))
def test_no_guard_is_lost(words):
    text = "".join(word + gap for word, gap in words)
    assert guards._zones(lex(text)) == plain_zones(text), text
