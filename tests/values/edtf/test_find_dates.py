"""Dates in running text: the mention and its EDTF value. All sentences are invented."""

from __future__ import annotations

import datetime

import pytest

from pipeline.values import morph
from pipeline.values.edtf import find_dates

FRIDAY = "2010-03-26"


def found(text, reference=FRIDAY):
    return [(d.text, str(d.value)) for d in find_dates(text, reference)]


def values(text, reference=FRIDAY):
    return [str(d.value) for d in find_dates(text, reference)]


@pytest.mark.parametrize(
    ("text", "mention", "value"),
    [
        pytest.param("podpisano 28.05.2018 r. w ratuszu", "28.05.2018 r.", "2018-05-28", id="numeric"),
        pytest.param("dnia 8.6.2023", "8.6.2023", "2023-06-08", id="numeric-unpadded"),
        pytest.param("12. 05. 2010", "12. 05. 2010", "2010-05-12", id="numeric-spaced"),
        pytest.param("30-11-2021 roku", "30-11-2021 roku", "2021-11-30", id="numeric-hyphen"),
        pytest.param("aktualizacja 2021-10-06", "2021-10-06", "2021-10-06", id="iso"),
        pytest.param("3/3/2015", "3/3/2015", "2015-03-03", id="slash"),
        pytest.param("12.05.10 r.", "12.05.10 r.", "2010-05-12", id="two-digit-year"),
        pytest.param("30 IV 2012", "30 IV 2012", "2012-04-30", id="roman"),
        pytest.param("30.IV.2012", "30.IV.2012", "2012-04-30", id="roman-dots"),
        pytest.param("w dniu 6 października 2020r. odebrano", "6 października 2020r.", "2020-10-06", id="words-glued"),
        pytest.param("11-go czerwca 2011", "11-go czerwca 2011", "2011-06-11", id="ordinal-digits"),
        pytest.param("13. kwietnia 2011", "13. kwietnia 2011", "2011-04-13", id="ordinal-dot"),
        pytest.param("pierwszego czerwca 2020 r.", "pierwszego czerwca 2020 r.", "2020-06-01", id="ordinal-word"),
        pytest.param("dwudziestego piątego maja 2010", "dwudziestego piątego maja 2010", "2010-05-25", id="ordinal-two-words"),
        pytest.param("26 czerwiec 2018", "26 czerwiec 2018", "2018-06-26", id="nominative-month"),
        pytest.param("11 lut 1987", "11 lut 1987", "1987-02-11", id="abbreviated-month"),
        pytest.param(
            "w poniedzialek, 18 pazdziernika 2010", "poniedzialek, 18 pazdziernika 2010", "2010-10-18", id="no-diacritics"
        ),
        pytest.param("w maju 2010 roku", "maju 2010 roku", "2010-05", id="month"),
        pytest.param("w 05.2010 r.", "05.2010 r.", "2010-05", id="month-numeric"),
        pytest.param("w 2012r. i później", "2012r.", "2012", id="year-glued"),
        pytest.param("2010r.i dalej", "2010r.", "2010", id="year-glued-word"),
        pytest.param("Gmina z normą (rok 2011)", "rok 2011", "2011", id="title-year"),
        pytest.param("budżet na 2006 rok", "2006 rok", "2006", id="na-rok"),
        pytest.param("pod koniec 2019 roku", "2019 roku", "2019", id="edge-of-year"),
        pytest.param("około 2010 roku", "około 2010 roku", "2010~", id="approximate"),
        pytest.param("w IV kwartale 2011", "IV kwartale 2011", "2011-36", id="quarter"),
        pytest.param("4ty kwartał 2018", "4ty kwartał 2018", "2018-36", id="quarter-digits"),
        pytest.param("I półrocze 2011 r.", "I półrocze 2011 r.", "2011-40", id="half-year"),
        pytest.param("wiosną 2004 roku", "wiosną 2004 roku", "2004-21", id="season"),
        pytest.param("w latach 90. zbudowano", "latach 90.", "199X", id="decade"),
        pytest.param("w latach dziewięćdziesiątych", "latach dziewięćdziesiątych", "199X", id="decade-words"),
        pytest.param("we wrześniu roku 2004", "wrześniu roku 2004", "2004-09", id="month-roku"),
        pytest.param("w XII 2010 r.", "XII 2010 r.", "2010-12", id="roman-month"),
        pytest.param("kościół z 1567 stoi", "1567", "1567", id="old-year"),
        pytest.param("Jan Lis (1809-1881)", "1809-1881", "1809/1881", id="life"),
        pytest.param("pierwszy wtorek października 2014", "pierwszy wtorek października 2014", "2014-10-07", id="nth-weekday"),
        pytest.param("7-8 maja 2008 roku", "7-8 maja 2008 roku", "2008-05-07/2008-05-08", id="range-days"),
        pytest.param("04 - 05.07.2013 r.", "04 - 05.07.2013 r.", "2013-07-04/2013-07-05", id="range-numeric-days"),
        pytest.param("28.06 - 3.07.2013", "28.06 - 3.07.2013", "2013-06-28/2013-07-03", id="range-numeric"),
        pytest.param(
            "od 31 lipca do 2 sierpnia 2006 r.",
            "od 31 lipca do 2 sierpnia 2006 r.",
            "2006-07-31/2006-08-02",
            id="range-shared-year",
        ),
        pytest.param(
            "od 7 do 9 października br.", "od 7 do 9 października br.", "2010-10-07/2010-10-09", id="range-shared-month"
        ),
        pytest.param(
            "30 września 2011 r. – 29 września 2014 r.",
            "30 września 2011 r. – 29 września 2014 r.",
            "2011-09-30/2014-09-29",
            id="range-full",
        ),
        pytest.param(
            "20 grudnia - 5 stycznia 2011", "20 grudnia - 5 stycznia 2011", "2010-12-20/2011-01-05", id="range-new-year"
        ),
        pytest.param("lat 2002-2004", "lat 2002-2004", "2002/2004", id="range-years"),
        pytest.param("plan 2007-2010 przyjęto", "2007-2010", "2007/2010", id="range-bare-years"),
        pytest.param("między 2004 a 2008 rokiem", "2004 a 2008 rokiem", "2004/2008", id="range-between"),
        pytest.param("rok szkolny 2010/2011", "2010/2011", "2010/2011", id="school-year"),
        pytest.param("styczeń - marzec 2010", "styczeń - marzec 2010", "2010-01/2010-03", id="range-months"),
        pytest.param("ważny do maja 2011 roku", "do maja 2011 roku", "../2011-05", id="open-month"),
        pytest.param("do 28.05.2018 r.", "do 28.05.2018 r.", "../2018-05-28", id="open-day"),
        pytest.param("do dnia 5 maja 2012", "do dnia 5 maja 2012", "../2012-05-05", id="open-dnia"),
        pytest.param("do końca 2010 r.", "do końca 2010 r.", "../2010", id="open-end-of-year"),
        pytest.param("do połowy lutego 2024 roku", "do połowy lutego 2024 roku", "../2024-02", id="open-middle"),
        pytest.param("27 czerwca br.", "27 czerwca br.", "2010-06-27", id="br"),
        pytest.param("w marcu bieżącego roku", "marcu bieżącego roku", "2010-03", id="this-year"),
        pytest.param("października ub.r.", "października ub.r.", "2009-10", id="ub-r"),
        pytest.param("w grudniu ubiegłego roku", "grudniu ubiegłego roku", "2009-12", id="last-year"),
        pytest.param("na majowej sesji (24.05.) radni", "24.05.", "2010-05-24", id="bracket"),
        pytest.param("spotkanie 24.04. o godz. 10 w sali", "24.04.", "2010-04-24", id="day-and-hour"),
        pytest.param("W latach 2012-14 wójtem był", "latach 2012-14", "2012/2014", id="short-years"),
        pytest.param("w nocy z 4 na 5 marca padało", "4 na 5 marca", "2010-03-04/2010-03-05", id="night"),
        pytest.param("w minioną środę, 24 marca, radni", "minioną środę, 24 marca", "2010-03-24", id="weekday-in-apposition"),
        pytest.param("Do końca roku trzeba złożyć", "Do końca roku", "../2010", id="end-of-this-year"),
        pytest.param("od Nowego Roku obowiązują", "Nowego Roku", "2011-01-01", id="new-year"),
        pytest.param("w nowym roku ruszy budowa", "nowym roku", "2011", id="new-year-whole"),
        pytest.param("audyt odbędzie się za rok", "za rok", "2011", id="in-a-year"),
        pytest.param(
            "od 12 maja o godz. 8:00 do 14 maja 2010 r.",
            "od 12 maja o godz. 8:00 do 14 maja 2010 r.",
            "2010-05-12/2010-05-14",
            id="range-with-hours",
        ),
        pytest.param("3 marca o godz. 10.00 w sali", "3 marca", "2010-03-03", id="hour"),
        pytest.param("8.05.2012 r., godz. 12:30", "8.05.2012 r.", "2012-05-08", id="hour-after-numeric"),
        pytest.param("wczoraj radni", "wczoraj", "2010-03-25", id="yesterday"),
        pytest.param("w ubiegły piątek", "ubiegły piątek", "2010-03-19", id="last-friday"),
        pytest.param("trzy lata temu", "trzy lata temu", "2007", id="years-ago"),
        pytest.param("w ubiegłym tygodniu", "ubiegłym tygodniu", "2010-03-15/2010-03-21", id="last-week"),
        pytest.param("w ubiegłym miesiącu", "ubiegłym miesiącu", "2010-02", id="last-month"),
        pytest.param("2 marca i nic", "2 marca", "2010-03-02", id="yearless-past"),
        pytest.param("w grudniu", "grudniu", "2009-12", id="yearless-month"),
    ],
)
def test_one_date(text, mention, value):
    assert found(text) == [(mention, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "12 marca (ważny do 11 marca 2020 roku), a 15 marca drugi",
            ["2010-03-12", "../2020-03-11", "2010-03-15"],
            id="an-end-lends-no-year",
        ),
        pytest.param("w dniach 2,4 i 5 marca", ["2010-03-02", "2010-03-04", "2010-03-05"], id="days"),
        pytest.param("2005, 2008, 2011 i 2014 roku", ["2005", "2008", "2011", "2014"], id="years"),
        pytest.param("czerwiec 2010, 2013, 2016", ["2010-06", "2013-06", "2016-06"], id="month-years"),
        pytest.param("5 maja i 7 czerwca 2009 roku", ["2009-05-05", "2009-06-07"], id="shared-year"),
        pytest.param("2 marca, w 2009 roku", ["2010-03-02", "2009"], id="year-after-day-is-apart"),
        pytest.param("7 i 8 maja oraz 3 czerwca 2008 r.", ["2008-05-07", "2008-05-08", "2008-06-03"], id="days-and-day"),
        pytest.param("w maju i czerwcu 2009 r.", ["2009-05", "2009-06"], id="months"),
        pytest.param("w pkt 7, 5 maja 2009", ["2009-05-05"], id="number-before-is-no-day"),
        pytest.param("wczoraj, tj. 25 marca", ["2010-03-25", "2010-03-25"], id="said-twice"),
        pytest.param("w grudniu 2018 roku (w dniach 1-20 grudnia)", ["2018-12", "2018-12-01/2018-12-20"], id="same-story"),
    ],
)
def test_several_dates(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        pytest.param("21 maja", None, "XXXX-05-21", id="no-reference"),
        pytest.param("27 czerwca br.", None, "XXXX-06-27", id="br-without-reference"),
        pytest.param("21 maja", datetime.date(2010, 5, 21), "2010-05-21", id="same-day"),
        pytest.param("21 maja", datetime.date(2010, 5, 20), "2010-05-21", id="nearest-by-default"),
        pytest.param("21 sierpnia", datetime.date(2010, 5, 20), "2009-08-21", id="past-by-default"),
        pytest.param("poniedziałek, 18 lutego", "2013-02-12", "2013-02-18", id="weekday-decides"),
        pytest.param("12 lutego", "2013", "2013-02-12", id="reference-year-only"),
        pytest.param(
            "Certyfikat odebraliśmy 9 maja 2004 roku, audyt był 7 kwietnia.", None, "2004-05-09 2004-04-07", id="told-by-a-day"
        ),
        pytest.param(
            "Audyt był w maju 2004 roku. Wrócili 7 kwietnia br.", None, "2004-05 XXXX-04-07", id="a-month-tells-no-year"
        ),
        pytest.param(
            "Ustawa z dnia 9 maja 1991 r. o drogach weszła w życie 7 lipca.",
            None,
            "1991-05-09 XXXX-07-07",
            id="an-act-tells-no-year",
        ),
        pytest.param("29 lutego 2012", None, "2012-02-29", id="leap"),
    ],
)
def test_reference(text, reference, expected):
    assert values(text, reference) == expected.split()


@pytest.mark.skipif(not morph.available(), reason="the tense needs Morfeusz")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Audyt odbędzie się 21 maja.", "2010-05-21", id="future-perfective"),
        pytest.param("Audyt odbył się 21 maja.", "2009-05-21", id="past"),
        pytest.param("Kontrola będzie trwać 21 maja.", "2010-05-21", id="bedzie"),
        pytest.param("Komisję zaplanowano na 21 maja.", "2010-05-21", id="planned"),
        pytest.param("Prace mają się zakończyć w połowie lipca.", "2010-07", id="have-to"),
        pytest.param("Prace miały się zakończyć w połowie lipca.", "2009-07", id="had-to"),
        pytest.param("Droga zostanie oddana w sierpniu.", "2010-08", id="also-a-noun"),
        pytest.param("W dobrym stanie zachował się dwór z 5 maja.", "2009-05-05", id="is-a-noun"),
        pytest.param("Ślubowanie złoży 8 grudnia.", "2010-12-08", id="also-a-noun-far"),
        pytest.param("W razie awarii prosimy o kontakt do 13 stycznia.", "../2011-01-13", id="request"),
        pytest.param("Druki wydawane do 13 lutego.", "../2011-02-13", id="end-alone-lies-ahead"),
        pytest.param("Druki wydawano do 13 lutego.", "../2010-02-13", id="end-alone-past"),
        pytest.param("Zapisy od 1.03. do 30.04. w sekretariacie.", "2010-03-01/2010-04-30", id="range-that-has-begun"),
        pytest.param("Spotkali się w środę.", "2010-03-24", id="weekday-past"),
        pytest.param("Spotkają się w środę.", "2010-03-31", id="weekday-future"),
    ],
)
def test_tense(text, expected):
    assert values(text) == [expected]


def test_only_relative_without_reference_is_left_out():
    assert find_dates("Wczoraj i trzy lata temu.") == []


@pytest.mark.parametrize("reference", ["maj", "P3Y", "2010-13"])
def test_a_reference_that_is_no_date(reference):
    with pytest.raises(ValueError, match="EDTF"):
        find_dates("5 maja", reference)
