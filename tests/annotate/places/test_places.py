"""Municipalities, counties and voivodeships in running text."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, chars_of, set_context, spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_places")
    return pipeline


def found(nlp, text):
    return [(text[slice(*chars_of(s))], value_of(s)["name"], value_of(s)["terc"], s.id_) for s in spans_of(nlp(text), "places")]


ONE = {
    "office": ("Urząd Miasta Legionowo", "Legionowo", "1408011", "place.office.town"),
    "town declined apart from the first name": (
        "Urząd Miasta Wodzisławia Śląskiego",
        "Wodzisław Śląski",
        "2415041",
        "place.office.town",
    ),
    "town declined as a woman's noun": ("plaża w Ustce", "Ustka", None, "place.prep"),
    "genitive plural of a double name": (
        "prezydent Strzelec Opolskich",
        "Strzelce Opolskie",
        "1611053",
        "place.role.president",
    ),
    "adjectival town": ("Urząd Gminy w Łysych", "Łyse", "1415072", "place.office.gmina"),
    "noun before an adjective": ("w Woli Krzysztoporskiej", "Wola Krzysztoporska", "1010102", "place.prep"),
    "office with a preposition": ("Urząd Miejski w Wałczu", "Wałcz", "3217011", "place.office.town"),
    "office of a gmina": ("Urzędu Gminy Ulhówek", "Ulhówek", "0618132", "place.office.gmina"),
    "mixed office": ("Urząd Miasta i Gminy w Skawinie", "Skawina", "1206113", "place.office.mixed"),
    "acronym": ("informuje UM Olsztyn", "Olsztyn", "2862011", "place.office.town"),
    "mayor": ("burmistrz Łasina mówi", "Łasin", "0406033", "place.role.town"),
    "mayor with a unit": ("Burmistrza Miasta Ostrów Mazowiecka", "Ostrów Mazowiecka", "1416011", "place.role.town"),
    "wójt": ("wójt Gminy Gniezno", "Gniezno", "3003032", "place.role.rural"),
    "president": ("prezydent miasta Olsztyna", "Olsztyn", "2862011", "place.role.president"),
    "gmina": ("w gminie Kobylnica", "Kobylnica", "2212062", "place.unit.gmina"),
    "town": ("miasto Gdynia", "Gdynia", "2262011", "place.unit.town"),
    "urban gmina": ("Gmina Miejska Kraków", "Kraków", "1261011", "place.unit.town"),
    "locative": ("festyn w Poznaniu", "Poznań", "3064011", "place.prep"),
    "genitive": ("jechali do Krakowa", "Kraków", "1261011", "place.prep"),
    "bare": ("Gdynia zdobyła nagrodę", "Gdynia", "2262011", "place.bare"),
    "common word with an office": ("Urząd Miejski w Nowem", "Nowe", "0414063", "place.office.town"),
    "common word with a preposition": ("spotkanie w Górze", "Góra", "0204013", "place.prep"),
    "county": ("powiatu dzierżoniowskiego", "powiat dzierżoniowski", "0202", "place.adjective.unit"),
    "starosta": ("starosta gnieźnieński", "powiat gnieźnieński", "3003", "place.adjective.role"),
    "seat": ("Starostwo Powiatowe w Żyrardowie", "powiat żyrardowski", "1438", "place.seat.county"),
    "county with a voiced stem": ("starosta sieradzki", "powiat sieradzki", "1014", "place.adjective.role"),
    "county of two words": ("powiat łódzki wschodni", "powiat łódzki wschodni", "1006", "place.adjective.unit"),
    "voivodeship": ("województwa kujawsko – pomorskiego", "województwo kujawsko-pomorskie", "04", "place.adjective.unit"),
    "town by adjective": ("olsztyński magistrat", "Olsztyn", None, "place.adjective.office"),
    "town by adjective behind": ("szpital łosicki", "Łosice", "1410023", "place.adjective.institution"),
    "outside the register": ("Urząd Gminy Świętoszyn", "Świętoszyn", None, "place.office.unknown"),
    "longer than a name of the register": ("Urząd Gminy Sosnówka Wielka", "Sosnówka Wielka", None, "place.office.unknown"),
    "adjective and noun outside the register": ("Urzędzie Gminy w Krzywej Górce", "Krzywa Górka", None, "place.office.unknown"),
    "adjectival town before a noun": ("Urząd Miejski w Nowych Brzozówkach", "Nowe Brzozówki", None, "place.office.unknown"),
    "three words": ("Urząd Gminy w Starej Wsi Dolnej", "Stara Wieś Dolna", None, "place.office.unknown"),
    "town before a surname": ("prezydent Jaworzna Nowak", "Jaworzno", "2468011", "place.role.president"),
    "town before a body": ("Urząd Gminy Biała Komisja Rewizyjna", "Biała", "1610013", "place.office.gmina"),
    "woman as mayor": ("burmistrzyni Łeby", "Łeba", "2208021", "place.role.town"),
    "woman as vice president": ("wiceprezydentka Sopotu", "Sopot", "2264011", "place.role.president"),
    "woman as starosta": ("starościna gnieźnieńska", "powiat gnieźnieński", "3003", "place.adjective.role"),
    "woman as wójt": ("z wójtką Ulhówka", "Ulhówek", "0618132", "place.role.rural"),
    "institution outside the register": ("Szpital Powiatowy w Klonówku", "Klonówek", None, "place.institution.unknown"),
    "civil registry": ("Urząd Stanu Cywilnego w Trzmielowie Górnym", "Trzmielów Górny", None, "place.institution.unknown"),
    "social welfare": ("Gminny Ośrodek Pomocy Społecznej w Klonówku", "Klonówek", None, "place.institution.unknown"),
    "mayor of two words": ("burmistrz Olszynków Wielkich mówi", "Olszynki Wielkie", None, "place.role.unknown"),
    "ordinary word behind an office": ("Urzędu Miejskiego w Trawie", "Trawa", None, "place.office.unknown"),
    "unit with an ordinary word": ("tak chce gmina Zakola", "Zakola", None, "place.unit.unknown"),
    "county outside the register": ("powiatu zalesińskiego", "powiat zalesiński", None, "place.adjective.unit"),
}


@pytest.mark.parametrize(("text", "name", "terc", "rule"), ONE.values(), ids=ONE)
def test_place(nlp, text, name, terc, rule):
    assert [f[1:] for f in found(nlp, text)] == [(name, terc, rule)]


NONE = {
    "adjective": "Nowe zasady od stycznia",
    "common noun": "Góra papierów na biurku",
    "surname": "Jan Kowal dziękował",
    "street": "przy ul. Warszawskiej i al. Kraków",
    "patron": "szkoła im. Warszawy",
    "club in quotes": "klub „Głogów” wygrał",
    "lower case": "w gdyni i poznaniu",
    "adjective alone": "ulica olsztyńska",
    "polish": "polski urząd",
    "first name": "Jarosław Nowak i Konstanty Nowak",
    "longer than a known name": "festyn w Dębowej Łące Wielkiej",
    "quarter of villages": "w Górnych Policach",
    "competition": "Gmina Fair Play po raz drugi",
    "role before a surname": "burmistrz Nowacka i radny Górka Mała",
    "role before a full name": "radny Bolesław Gąska",
    "department": "Gmina Uzdrowiskowa",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_place(nlp, text):
    assert found(nlp, text) == []


def test_surname_like_name_may_stand_alone_once_confirmed(nlp):
    text = "Wójt gminy Celestynów mówi o drogach. Celestynów rośnie."
    assert [f[1] for f in found(nlp, text)] == ["Celestynów", "Celestynów"]


def test_address_helps_the_nominative(nlp):
    doc = nlp.make_doc("Rada Miejska w Ławsku obraduje.")
    set_context(doc, Context(url="http://lawsko.example"))
    assert [value_of(s)["name"] for s in spans_of(nlp(doc), "places")] == ["Ławsko"]


@pytest.mark.parametrize("text", ["", "w", "Gmina", "Urząd Gminy", "powiat -ski", "Gmina " * 200])
def test_odd_texts(nlp, text):
    nlp(text)
