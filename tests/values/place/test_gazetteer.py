"""Units of the TERC register and their forms."""

from __future__ import annotations

import re

import pytest

from pipeline.values.place import county_at, form_of, seat_of, unit_with, units_named
from pipeline.values.place.gazetteer import forms, units


def test_codes_are_unique():
    codes = [u.code for u in units()]
    assert len(codes) == len(set(codes))


def test_counts_are_those_of_the_register():
    levels = [u.level for u in units()]
    assert (levels.count("województwo"), levels.count("powiat"), levels.count("gmina")) == (16, 314, 2477)


def test_codes_have_the_length_of_their_level():
    lengths = {"województwo": 2, "powiat": 4, "gmina": 7}
    assert all(re.fullmatch(rf"\d{{{lengths[u.level]}}}", u.code) for u in units())


def test_every_municipality_has_every_case():
    cases = {}
    for form in forms():
        cases.setdefault(form.name, set()).update(form.cases)
    assert all(c >= {"nom", "gen", "dat", "acc", "inst", "loc"} for c in cases.values())


@pytest.mark.parametrize(
    ("name", "case", "form"),
    [
        ("Olsztyn", "gen", "Olsztyna"),
        ("Grodzisk Mazowiecki", "loc", "Grodzisku Mazowieckim"),
        ("Lądek-Zdrój", "loc", "Lądku-Zdroju"),
        ("Ostrów Mazowiecka", "gen", "Ostrowi Mazowieckiej"),
        ("Bielsko-Biała", "loc", "Bielsku-Białej"),
        ("Ruda Śląska", "gen", "Rudy Śląskiej"),
        ("Zakopane", "loc", "Zakopanem"),
        ("Kielce", "loc", "Kielcach"),
        ("Nowe Miasto nad Pilicą", "loc", "Nowym Mieście nad Pilicą"),
        ("Zławieś Wielka", "loc", "Zławsi Wielkiej"),
        ("Czerwionka-Leszczyny", "gen", "Czerwionki-Leszczyn"),
    ],
)
def test_form_of(name, case, form):
    assert form_of(name, case) == form


def test_form_of_an_unknown_name_is_none():
    assert form_of("Wierzbiany", "gen") is None


def test_legionowo():
    assert [(u.code, u.kind) for u in units_named("Legionowo")] == [("1408011", "urban")]


def test_city_with_county_rights():
    assert unit_with("2261011").kind == "city"


@pytest.mark.parametrize(
    ("county", "seat"),
    [
        ("żyrardowski", "Żyrardów"),
        ("dzierżoniowski", "Dzierżoniów"),
        ("sokólski", "Sokółka"),
        ("tatrzański", "Zakopane"),
        ("karkonoski", "Jelenia Góra"),
        ("poznański", "Poznań"),
        ("szczecinecki", "Szczecinek"),
        ("wysokomazowiecki", "Wysokie Mazowieckie"),
    ],
)
def test_seat_of(county, seat):
    assert seat_of(units_named(county, "powiat")[0]) == seat


def test_every_county_has_a_seat():
    assert [u.name for u in units() if u.level == "powiat" and seat_of(u) is None] == []


@pytest.mark.parametrize(
    ("town", "code"), [("Żyrardów", "1438"), ("Poznań", "3021"), ("Bielsk Podlaski", "2003"), ("Bielsko-Biała", "2402")]
)
def test_county_at(town, code):
    assert [u.code for u in county_at(town)] == [code]


def test_title_of_a_county():
    assert units_named("żyrardowski", "powiat")[0].title == "powiat żyrardowski"
