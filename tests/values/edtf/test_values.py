"""EDTF values: printing, reading back, ends, durations."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.edtf import Date, Duration, Interval, find_dates, find_durations, parse_edtf

days = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2199, 12, 31)).map(
    lambda d: Date(d.year, d.month, d.day)
)
codes = st.sampled_from([*range(1, 13), 21, 22, 23, 24, 33, 34, 35, 36, 40, 41])
dates = st.one_of(
    days,
    st.builds(Date, st.integers(1000, 2199), codes),
    st.builds(Date, st.integers(1000, 2199)),
    st.builds(lambda y: Date(y, approximate=True), st.integers(1000, 2199)),
    st.builds(lambda y: Date(10 * y, masked=1), st.integers(100, 219)),
    days.map(lambda d: d.with_year(None)),
)
intervals = st.one_of(
    dates.map(lambda d: Interval(None, d)),
    dates.map(lambda d: Interval(d, None)),
    st.tuples(days, days).map(lambda p: Interval(*sorted(p, key=str))),
)
durations = st.builds(Duration, st.integers(0, 99), st.integers(0, 11), st.integers(1, 400))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.one_of(dates, intervals, durations))
def test_printing_and_parsing_is_the_identity(value):
    assert parse_edtf(str(value)) == value


@settings(derandomize=True, max_examples=200, deadline=None)
@given(days)
def test_a_printed_day_is_found(value):
    text = f"Podpisano {value.day:02d}.{value.month:02d}.{value.year} r."
    assert [str(d.value) for d in find_dates(text)] == [str(value)]


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789 .,-/–:\ndomajarwi§()XIV "), max_size=60))
def test_offsets_point_at_the_printed_form(text):
    for d in find_dates(text, "2010-05-05"):
        assert text[d.start : d.end] == d.text
        assert d.text == d.text.strip()
        assert parse_edtf(str(d.value)) == d.value
    for d in find_durations(text):
        assert text[d.start : d.end] == d.text


PHRASES = [
    "1", "2", "12", "30", "31", "05", "9", "2010", "2011", "10", "XII", "-", "–", ",", "i", "do", "od", "w", "na", "za", "przed", "r.",
    "roku", "br.", "ub.", "bm.", "maja", "lutego", "grudnia", "stycznia", "listopad", "lip", "piątek", "środę", "ostatni", "ubiegły",
    "przyszłym", "tego", "samego", "następnym", "szkolnym", "tygodniu", "miesiąc", "lata", "temu", "dwa", "trzech", "pierwszy",
    "dwudziestego", "kwartale", "kwartałach", "półrocze", "połowie", "końca", "przełomie", "wiosną", "dniach", "między", "a", "wczoraj",
    "tj.", ".", "/", "(", ")", "\n", "odbędzie", "odbył", "co", "godz.", "o", "wieku", "około", "nocy", "z",
]  # fmt: skip


@settings(derandomize=True, max_examples=1500, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PHRASES), st.sampled_from(["", " ", " "])), max_size=14), st.booleans())
def test_any_phrase_is_taken(words, dated):
    text = "".join(word + gap for word, gap in words)
    for d in find_dates(text, "2010-05-05" if dated else None):
        assert text[d.start : d.end] == d.text
        assert parse_edtf(str(d.value)) == d.value


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_taken(text):
    find_dates(text, "2010-05-05")
    find_durations(text)


@pytest.mark.parametrize("text", ["2010-13", "2010-02-30", "maj", "../..", "2010/2009", "P", "P0Y", "20100", "", "XX-05"])
def test_no_edtf(text):
    assert parse_edtf(text) is None


@pytest.mark.parametrize(
    ("start", "duration", "expected"),
    [
        pytest.param("2018-05-03", "P3Y", "2021-05-03", id="years"),
        pytest.param("2023-12", "P3Y", "2026-12", id="month-precision"),
        pytest.param("2010", "P3Y", "2013", id="year-precision"),
        pytest.param("2012-02-29", "P1Y", "2013-02-28", id="leap"),
        pytest.param("2010-11-30", "P3M", "2011-02-28", id="months"),
        pytest.param("2010-12-30", "P14D", "2011-01-13", id="days"),
    ],
)
def test_a_duration_is_added(start, duration, expected):
    assert str(parse_edtf(start).plus(parse_edtf(duration))) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011-36", "2011-10-01", "2011-12-31"),
        ("2004-24", "2004-12-01", "2005-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2011-41", "2011-07-01", "2011-12-31"),
        ("2011-02", "2011-02-01", "2011-02-28"),
        ("2008-05-07/2008-05-08", "2008-05-07", "2008-05-08"),
    ],
)
def test_ends(text, first, last):
    value = parse_edtf(text)
    assert (str(value.first()), str(value.last())) == (first, last)


@pytest.mark.parametrize("arguments", [(2010, 13), (2010, 2, 30), (2010, None, 5), (-1,), (2010, 34, 5)])
def test_no_such_day(arguments):
    with pytest.raises(ValueError, match="no "):
        Date(*arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ważny na kolejne 3 lata", [("na kolejne 3 lata", "P3Y")], id="na-kolejne"),
        pytest.param("certyfikat ważny trzy lata", [("trzy lata", "P3Y")], id="wazny"),
        pytest.param("przez okres trzech lat", [("przez okres trzech lat", "P3Y")], id="przez-okres"),
        pytest.param("na okres 12 miesięcy", [("na okres 12 miesięcy", "P12M")], id="months"),
        pytest.param("przyznany na półtora roku", [("na półtora roku", "P1Y6M")], id="one-and-a-half"),
        pytest.param("3-letni certyfikat", [("3-letni", "P3Y")], id="adjective-digits"),
        pytest.param("dwuletnia umowa", [("dwuletnia", "P2Y")], id="adjective"),
        pytest.param("w ciągu 14 dni", [("14 dni", "P14D")], id="days"),
        pytest.param("trzy lata temu", [], id="ago"),
        pytest.param("syn ma 3 lata", [], id="age"),
        pytest.param("recertyfikacja co 3 lata", [], id="frequency"),
        pytest.param("na rok 2010", [], id="year"),
    ],
)
def test_durations(text, expected):
    assert [(d.text, str(d.value)) for d in find_durations(text)] == expected
