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
    "town declined as a woman's noun": ("plaża w Ustce", "Ustka", None, "place.prep.in"),
    "genitive plural of a double name": (
        "prezydent Strzelec Opolskich",
        "Strzelce Opolskie",
        "1611053",
        "place.role.president",
    ),
    "adjectival town": ("Urząd Gminy w Łysych", "Łyse", "1415072", "place.office.gmina"),
    "noun before an adjective": ("w Woli Krzysztoporskiej", "Wola Krzysztoporska", "1010102", "place.prep.in"),
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
    "locative": ("festyn w Poznaniu", "Poznań", "3064011", "place.prep.in"),
    "genitive": ("jechali do Krakowa", "Kraków", "1261011", "place.prep.to"),
    "bare": ("Gdynia zdobyła nagrodę", "Gdynia", "2262011", "place.bare"),
    "common word with an office": ("Urząd Miejski w Nowem", "Nowe", "0414063", "place.office.town"),
    "common word with a preposition": ("spotkanie w Górze", "Góra", "0204013", "place.prep.in"),
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
    "origin": ("auditor z Łodzi", "Łódź", "1061011", "place.prep.from"),
    "seat of a court": ("sąd w Łodzi", "Łódź", "1061011", "place.prep.seat"),
    "event elsewhere": ("na gali w Katowicach", "Katowice", "2469011", "place.prep.event"),
    "trip": ("turnus w Ciechocinku", "Ciechocinek", "0401021", "place.prep.trip"),
    "goal of a journey": ("jechał do Gdyni, gdzie czekał burmistrz", "Gdynia", "2262011", "place.prep.in"),
    "neighbour": ("obok Gdyni", "Gdynia", "2262011", "place.prep.near"),
    "history": ("pokój w Toruniu w XV wieku", "Toruń", "0463011", "place.prep.history"),
    "genitive of a noun": ("herb Siewierza", "Siewierz", "2401073", "place.bare.of"),
    "genitive of a town like a surname": ("herb Reszla", "Reszel", "2808053", "place.bare.of"),
    "beside its unit": ("nasze miasto, Puszczykowo, rośnie", "Puszczykowo", "3021021", "place.bare.of"),
    "name of a thing": ("prom Gdynia", "Gdynia", "2262011", "place.bare.name"),
    "dateline with a day": ("Łódź, dnia 6 września 2006 r.", "Łódź", "1061011", "place.bare.dated"),
    "dateline in capitals": ("PISZ. Audyt trafił do ratusza.", "Pisz", "2816033", "place.bare.dateline"),
    "direction": ("objazd w kierunku Ełku", "Ełk", None, "place.bare.to"),
    "neighbourhood": ("w okolicach Ełku rośnie las", "Ełk", None, "place.bare.near"),
    "both endings": ("w Wysokiem Mazowieckiem", "Wysokie Mazowieckie", None, "place.prep.in"),
    "dateline of an agency": ("Szczytno (inf. wł.) – Nowe place", "Szczytno", None, "place.bare.dateline"),
    "postcode": ("64-920 Piła", "Piła", "3019011", "place.bare.address"),
    "abbreviated unit": ("Kalinka, gm. Trzebiel", "Trzebiel", "0811082", "place.unit.gmina"),
    "road office": ("Zarząd Dróg Powiatowych w Rypinie", "powiat rypiński", "0412", "place.seat.county"),
    "labour office": ("Powiatowego Urzędu Pracy w Łęczycy", "powiat łęczycki", "1004", "place.seat.county"),
    "council of a county": ("Rada Powiatu w Sejnach", "powiat sejneński", "2009", "place.seat.county"),
    "police of a county": ("Komenda Powiatowa Policji w Rypinie", "powiat rypiński", "0412", "place.service.county"),
    "hospital of a county": ("Zarząd Szpitala Powiatowego w Rypinie", "Rypin", None, "place.prep.in"),
    "office of a voivodeship": ("Urząd Marszałkowski w Łodzi", "województwo łódzkie", "10", "place.seat.voivodeship"),
    "adjective before an office": ("Podlaski Urząd Wojewódzki", "województwo podlaskie", "20", "place.adjective.office"),
    "assembly": ("Sejmik Podkarpacki", "województwo podkarpackie", "18", "place.adjective.office"),
    "inhabitants": ("Wągrowczanie wybrali", "Wągrowiec", None, "place.inhabitants"),
    "women who live there": ("spotkanie rzeszowianek", "Rzeszów", "1863011", "place.inhabitants"),
    "adjective of a city and a town": ("krośnieński ratusz", "Krosno", "1861011", "place.adjective.office"),
    "role before a genitive": ("wójt Czarnej Strugi mówi", "Czarna Struga", None, "place.role.unknown"),
    "irregular locative": ("festyn w Nowej Rudzie", "Nowa Ruda", None, "place.prep.in"),
    "county outside the register": ("powiatu zalesińskiego", "powiat zalesiński", None, "place.adjective.unit"),
}


@pytest.mark.parametrize(("text", "name", "terc", "rule"), ONE.values(), ids=ONE)
def test_place(nlp, text, name, terc, rule):
    assert [f[1:] for f in found(nlp, text)] == [(name, terc, rule)]


NONE = {
    "foreign letters": "Władze miasta Shenzhen apelują o spokój",
    "foreign name that does not decline": "Ośrodek Zdrowia w Wisconsin bada grypę",
    "many gminas": "wśród 1504 gmin Kraju Loary",
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


def test_a_route_names_no_place(nlp):
    assert [f[3] for f in found(nlp, "autobus Radom – Kozienice")] == ["place.bare.name"] * 2


@pytest.mark.parametrize("text", ["remont drogi gminnej Wiśniewa – Kobyle Doły", "szosa Celestynów–Kobyle Doły"])
def test_a_way_to_a_village_that_no_gazetteer_holds_names_no_place(nlp, text):
    assert {f[3] for f in found(nlp, text)} <= {"place.bare.name"}


def test_a_list_shares_its_preposition(nlp):
    assert [f[3] for f in found(nlp, "goście z Gdyni, Sopotu i Lublina")] == ["place.prep.from"] * 3


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
