"""Stamps: dates that stand for themselves in cells, attributes and labels."""

import pytest

from pipeline.values.stamp import find_stamps, month_number, to_edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2024-06-17", "2024-06-17", id="iso"),
        pytest.param("2024-06-17T08:12:00+02:00", "2024-06-17", id="iso with time and zone"),
        pytest.param("2024-06-17 08:12", "2024-06-17", id="sql"),
        pytest.param("20240617", "2024-06-17", id="compact"),
        pytest.param("2024/06/17", "2024-06-17", id="slashes"),
        pytest.param("17.06.2024", "2024-06-17", id="dotted"),
        pytest.param("17-06-2024 08:12", "2024-06-17", id="dashes with time"),
        pytest.param("7.6.2024 r.", "2024-06-07", id="short, with year mark"),
        pytest.param("17/06/2024", "2024-06-17", id="day first"),
        pytest.param("06/17/2024", "2024-06-17", id="month first where the day cannot be a month"),
        pytest.param("17 czerwca 2024", "2024-06-17", id="words"),
        pytest.param("17 czerwca 2024, godz. 8:12", "2024-06-17", id="words and time"),
        pytest.param("poniedziałek, 17 czerwca 2024", "2024-06-17", id="weekday"),
        pytest.param("Mon, 17 Jun 2024 08:12:00 GMT", "2024-06-17", id="rfc 5322"),
        pytest.param("June 17, 2024", "2024-06-17", id="english"),
        pytest.param("2024-06", "2024-06", id="month"),
        pytest.param("2024", "2024", id="year"),
        pytest.param("31.02.2024", None, id="no such day"),
        pytest.param("12.13.2024", None, id="no such month"),
        pytest.param("17.06.24", None, id="two-digit year"),
        pytest.param("1718600000", None, id="seconds since 1970"),
        pytest.param("wczoraj", None, id="relative"),
        pytest.param("1804-01-01", None, id="before any page"),
        pytest.param("", None, id="nothing"),
        pytest.param("x" * 500, None, id="a text"),
    ],
)
def test_to_edtf(text, value):
    assert to_edtf(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Dodano: 3 maja 2011, zmieniono 04.05.2011", ["2011-05-03", "2011-05-04"], id="two"),
        pytest.param("PN-EN ISO/IEC 27001:2017-06-01", [], id="edition"),
        pytest.param("tel. 22 17.06.2024.11", [], id="longer number"),
        pytest.param("WK/602/58/2006", [], id="file number"),
    ],
)
def test_find_stamps(text, values):
    assert [stamp.value for stamp in find_stamps(text)] == values


def test_offsets_point_at_the_date():
    text = "Opublikowano 17 czerwca 2024 r."
    (stamp,) = find_stamps(text)
    assert text[stamp.start : stamp.end] == "17 czerwca 2024"


@pytest.mark.parametrize(("name", "number"), [("września", 9), ("WRZ.", 9), ("Sept", 9), ("brumaire", None)])
def test_month_number(name, number):
    assert month_number(name) == number
