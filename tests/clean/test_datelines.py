from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.datelines import bare_label, date_from_url, date_line, issue_date, labelled_date, place_date, read_date


@pytest.mark.parametrize(
    ("line", "value", "weekday", "clock", "trust"),
    [
        ("13-03-2006 08:12", "2006-03-13", False, True, 5),
        ("21.06.2019", "2019-06-21", False, False, 5),
        ("26 marca 2010 r.", "2010-03-26", False, False, 5),
        ("7 V 2011", "2011-05-07", False, False, 5),
        ("piątek, 22 listopada, 2024", "2024-11-22", True, False, 5),
        ("BIPCzwartek, 08.6.2023", "2023-06-08", True, False, 5),
        ("Dzisiaj jest: środa 5 lutego 2020", "2020-02-05", True, False, 5),
        ("gazeta.example.pl • Poniedziałek [29.06.2020, 23:29:40] • Lubowo", "2020-06-29", True, True, 5),
        ("Opublikowano: 12 marca 2010 r., godz. 10:22", "2010-03-12", False, True, 1),
        ("Data wytworzenia: 2013-04-17", "2013-04-17", False, False, 3),
        ("ostatnia aktualizacja: 8 kwietnia 2010 r.", "2010-04-08", False, False, 9),
        ("05-03-2006 , ostatnia aktualizacja 06-03-2006 22:21", "2006-03-05", False, True, 5),
        ("2012-01-03 13:50:11", "2012-01-03", False, True, 5),
        ("pt., 2013-06-28 12:40 — sekretariat", "2013-06-28", True, True, 5),
        ("Marzec 12 2008 10:11", "2008-03-12", False, True, 5),
        ("wt., 06/18/2013 - 12:11", "2013-06-18", True, True, 5),
        ("Posted on 12 marca 2010", "2010-03-12", False, False, 1),
    ],
)
def test_lines_that_are_dates(line: str, value: str, weekday: bool, clock: bool, trust: int) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.value, found.weekday, found.clock, found.trust) == (value, weekday, clock, trust)


@pytest.mark.parametrize(
    "line",
    ["27001:2017-06", "31.02.2010", "W dniu 12 marca 2010 r. odbył się audit", "12.03.10", "tel. 12 345 67 89", "1.  2.  3.", "12 marca 1893", "12.03.2010 10:20 - sesja", ""],
    ids=["edition", "no such day", "a sentence", "two-digit year", "telephone", "photo numbers", "before the web", "a timetable", "empty"],
)  # fmt: skip
def test_lines_that_are_not(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Dodano: 12.03.2010 przez redakcję | Wyświetleń: 210", "2010-03-12"),
        ("Aktualizacja: 14.03.2010, opublikowano: 12.03.2010", "2010-03-12"),
        ("Data publikacji strony internetowej: 7 czerwca 2023 r.", None),
        ("Opublikowano w dziale Kultura", None),
    ],
    ids=["first of several", "the more trusted label", "the label speaks of a site", "no date"],
)
def test_labels(line: str, value: str | None) -> None:
    found = labelled_date(line)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://szpital.example.pl/2019/10/11/audyt/", "2019-10-11"),
        ("https://gmina.example.pl/aktualnosci/2019-10-11-audyt.html", "2019-10-11"),
        ("https://gmina.example.pl/2019/10/audyt", "2019-10"),
        ("https://gmina.example.pl/aktualnosci/2020/audyt", None),
        ("https://gmina.example.pl/archiwum/06/01/01", None),
        ("https://gmina.example.pl/iso-27001-2017-06", None),
        ("https://gmina.example.pl/2019/13/45/x", None),
        ("http://[zle", None),
    ],
    ids=["path", "in a name", "month", "year alone", "two digits", "edition", "no such month", "no address"],
)
def test_url(url: str, value: str | None) -> None:
    assert date_from_url(url) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("WIEŚCI ZNAD STRUGI MAJ 1997 cena 1 zł", "1997-05"),
        ("„Nasz Powiat” nr 7 (31) lipiec 2002 egz. bezpłatny", "2002-07"),
        ("Nasz Powiat, lipiec 2002, 1,20 zł", "2002-07"),
        ("GAZETA DOLINY * Nr 14 (212) * 8 kwietnia 1999 * str. 3", "1999-04-08"),
        ("Nr 23/2010 (1107) 7 czerwca 2010 Cena 2,30 zł", "2010-06-07"),
        ("Uchwała nr 14 z 8 kwietnia 1999", None),
        ("Informator Gminny, maj 2004", "2004-05"),
        ("Sesja Rady Gminy - marzec 2010", None),
        ("Echo tragedii z grudnia 2003", None),
        ("Biuletyn za marzec 2004", None),
        ("Kalendarz imprez na maj 2004", None),
    ],
)
def test_heads_of_papers(line: str, value: str | None) -> None:
    assert issue_date(line) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("05.12.2011 Aktualności", "2011-12-05"),
        ("Wydarzenia, 5 grudnia 2011", "2011-12-05"),
        ("[2011-12-05] Ogłoszenia", "2011-12-05"),
        ("05.12.2011 Certyfikat", None),
        ("Wiadomości 05.12.2011 Aktualności", None),
    ],
)
def test_date_beside_a_section(line: str, value: str | None) -> None:
    found = date_line(line)
    assert (found.value if found else None) == value


def test_label_with_a_month_alone() -> None:
    found = labelled_date("Dodano: październik 2004, webmaster: zs")
    assert found is not None
    assert found.value == "2004-10"
    assert labelled_date("Dodano w październiku 2004 nowe zdjęcia") is None


def test_issue_place_and_bare_label() -> None:
    assert issue_date("nr 3 (45)   marzec 2006") == "2006-03"
    assert issue_date("Kurier Gminny nr 12, grudzień 1998 r.") == "1998-12"
    assert issue_date("NA ZMIANIE. Miesięcznik załogi, listopad 2020, nr 11 (87)") == "2020-11"
    assert issue_date("Sesja Rady Gminy, listopad 2020, porządek obrad") is None
    assert issue_date("nr 3 z marca") is None
    assert place_date("Łódź, dnia 6 września 2006 r.Pan") == "2006-09-06"
    assert place_date("Sesja, która odbyła się 6 września 2006 r.") is None
    assert bare_label("Data publikacji:") == ("published.published", 1)
    assert bare_label("Data urodzenia:") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("2010-03-12T10:22:00Z", "2010-03-12"), ("2010-03", "2010-03"), ("2010", "2010"), ("12 marca 2010", "2010-03-12"), ("wczoraj", None), ("2010-13", None)],
)  # fmt: skip
def test_values_of_fields(text: str, value: str | None) -> None:
    assert read_date(text) == value


@given(st.dates(min_value=__import__("datetime").date(1990, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_any_day_is_read_back(day) -> None:
    for shape in (f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day.day}-{day.month}-{day.year} 10:00"):
        found = date_line(shape)
        assert found is not None
        assert found.value == day.isoformat()


@given(st.text(max_size=120))
def test_nothing_raises(text: str) -> None:
    (
        date_line(text),
        labelled_date(text),
        read_date(text),
        date_from_url(text),
        issue_date(text),
        place_date(text),
        bare_label(text),
    )
