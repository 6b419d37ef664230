"""The story's place and its organisations, from real mentions."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from pipeline.annotate.base import mentions_of
from pipeline.annotate.load import annotate
from pipeline.record.organizations import arrange
from pipeline.record.place import choose
from pipeline.schema import Article, PlaceRow, content_id


@pytest.fixture(scope="module")
def read():
    nlp = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_places", "magistrat_certifiers", "magistrat_organizations"):
        nlp.add_pipe(name)

    def run(text, url=None, site=None):
        title = text.split("\n")[0]
        article = Article(id=content_id("x", text), source="x", text=text, title=title, url=url, site=site)
        return article, mentions_of(annotate(nlp, article))

    return run


PLACES = {
    "town of a contractor": (
        "Nowy plan\nWiceprezydentka Sopotu zamówiła badanie. Wykonała je pracownia z Gdyni i firma z Gdyni.",
        None,
        ("Sopot", "2264011", "gmina", "text"),
    ),
    "unit against an adjective": (
        "Kontrola w zalewskich szkołach\nTak karmiła gmina Zalewiny. Szkoły zalewskie czekają.",
        None,
        ("Zalewiny", None, "gmina", "text"),
    ),
    "governor's visit": (
        "Medale\nWojewoda podlaska wręczyła w Augustowie odznaczenia. Burmistrz gratulował.",
        None,
        ("Augustów", "2001011", "gmina", "text"),
    ),
    "governor's visit to the town that the story calls ours": (
        "Promesa dla Augustowa\nNasze miasto dostało promesę. W Augustowie wręczyła ją wojewoda podlaska.",
        None,
        ("Augustów", "2001011", "gmina", "text"),
    ),
    "dateline alone": ("Sopot, 4 maja 2015 r. – Nowa plaża już gotowa.", None, ("Sopot", "2264011", "gmina", "text")),
    "labour office": (
        "Pośredniak\nPowiatowy Urząd Pracy w Rypinie zaprasza.",
        None,
        ("powiat rypiński", "0412", "powiat", "text"),
    ),
    "police beside a town": (
        "Festyn\nUrząd Miejski w Rypinie zaprasza. Porządku pilnuje Komenda Powiatowa Policji w Rypinie.",
        None,
        ("Rypin", "0412011", "gmina", "text"),
    ),
    "people of the town": ("Druhowie z Bielawy mają nowy wóz.", None, ("Bielawa", "0202011", "gmina", "text")),
    "unknown village by its street": (
        "Asfalt\nRuszył remont ulicy Leszczynowej w Zadrożach Małych.",
        None,
        ("Zadroża Małe", None, "gmina", "text"),
    ),
    "unknown town by its institution": (
        "Obiady\nMiejski Zarząd Dróg w Sławutowicach ma nowy walec.",
        None,
        ("Sławutowice", None, "gmina", "text"),
    ),
    "hyphenated adjective": ("Bielsko-bialski ratusz świeci.", None, ("Bielsko-Biała", "2461011", "gmina", "text")),
    "office next door": (
        "Goście\nWójt gminy Puck pojechał do sąsiadów. Tamtejszy Urząd Miejski w Redzie pokazał archiwum.",
        None,
        ("Puck", "2211072", "gmina", "text"),
    ),
    "head of another gmina among guests": (
        "Karetka\nKolneński szpital ma karetkę. W uroczystości uczestniczyli: starosta i wójt gminy Turośl.",
        None,
        ("Kolno", "2006011", "gmina", "text"),
    ),
    "governor alone": ("Wojewoda łódzki wydał zarządzenie.", None, ("województwo łódzkie", "10", "województwo", "text")),
    "governor as a guest": (
        "Most\nWojewoda łódzki i burmistrz Krośniewic otworzyli most. Wojewoda łódzki dziękował.",
        None,
        ("Krośniewice", "1002043", "gmina", "text"),
    ),
    "starosta beside a mayor without a town": (
        "Powódź\nWoda minęła gminę Baranów. Wójt ogłosił alarm w Urzędzie Gminy, przyjechał starosta puławski.",
        None,
        ("Baranów", "0614022", "gmina", "text"),
    ),
    "homonym by the site's county": (
        "Urząd Gminy w Dąbrowie ma certyfikat.",
        "http://dabrowa.powiatopolski.example",
        ("Dąbrowa", "1609022", "gmina", "text"),
    ),
    "homonym by the site's town": (
        "Urząd Gminy w Dąbrowie ma certyfikat.",
        "http://wiesci.mogilno.example",
        ("Dąbrowa", "0409012", "gmina", "text"),
    ),
    "homonym by the text before the site": (
        "Urząd Gminy w Dąbrowie (powiat opolski) ma certyfikat.",
        "http://wiesci.mogilno.example",
        ("Dąbrowa", "1609022", "gmina", "text"),
    ),
    "homonym near a town": ("Urząd Gminy Lipno koło Leszna", None, ("Lipno", "3013022", "gmina", "text")),
    "starosta as a guest": (
        "Nowa sala\nBurmistrz Ełku i burmistrz Ełku senior witali gości. Był też starosta ełcki i starosta ełcki poprzedniej kadencji.",
        None,
        ("Ełk", "2805011", "gmina", "text"),
    ),
    "starosta with the office": (
        "Starostwo Powiatowe w Żyrardowie ma nową salę. Otworzył ją starosta żyrardowski, był też burmistrz Mszczonowa.",
        None,
        ("powiat żyrardowski", "1438", "powiat", "text"),
    ),
    "office": ("Certyfikat dla urzędu\nUrząd Miasta Legionowo ma ISO 9001.", None, ("Legionowo", "1408011", "gmina", "text")),
    "county office": (
        "Starostwo Powiatowe w Żyrardowie przeszło audyt.",
        None,
        ("powiat żyrardowski", "1438", "powiat", "text"),
    ),
    "voivodeship office": (
        "Urząd Marszałkowski Województwa Śląskiego odnowił certyfikat. Festyn był w Tychach.",
        None,
        ("województwo śląskie", "24", "województwo", "text"),
    ),
    "starosta over villages": (
        "Gratulowali starosta gnieźnieński, wójt gminy Mieleszyn i wicestarosta gnieźnieński.",
        "http://powiat-gniezno.example",
        ("powiat gnieźnieński", "3003", "powiat", "text"),
    ),
    "seat of a control body": (
        "Regionalna Izba Obrachunkowa w Łodzi zbadała gminę Krośniewice.",
        None,
        ("Krośniewice", "1002043", "gmina", "text"),
    ),
    "dateline": (
        "Łódź, dnia 6 września 2006 r.\nBurmistrz Krośniewic odpisał.",
        None,
        ("Krośniewice", "1002043", "gmina", "text"),
    ),
    "town of a firm": (
        "Urząd Miejski w Ełku szkoliła firma Wzór Sp. z o.o. z Gdyni.",
        None,
        ("Ełk", "2805011", "gmina", "text"),
    ),
    "company's adjective": ("Poznańska Energetyka Cieplna S.A. ma certyfikat.", None, ("Poznań", "3064011", "gmina", "text")),
    "hospital": ("Szpital Miejski w Rudzie Śląskiej ma certyfikat.", None, ("Ruda Śląska", "2472011", "gmina", "text")),
    "address": ("Certyfikat dla Urzędu Miejskiego.", "http://zmigrod.example", ("Żmigród", "0220063", "gmina", "url")),
    "address by the kind of office": (
        "Urząd Miasta i Gminy stara się o ISO.",
        "http://ladek.example/a",
        ("Lądek-Zdrój", "0208083", "gmina", "url"),
    ),
    "address of a region": (
        "Urząd Marszałkowski odbiera certyfikat.",
        "http://kujawsko-pomorskie.example",
        ("województwo kujawsko-pomorskie", "04", "województwo", "url"),
    ),
    "homonym left open": ("Urząd Gminy Zakrzewo ma nową stronę.", None, ("Zakrzewo", None, "gmina", "text")),
    "homonym by county": (
        "Urząd Gminy Zakrzewo w powiecie złotowskim ma nową stronę.",
        None,
        ("Zakrzewo", "3031072", "gmina", "text"),
    ),
    "rural gmina": ("Urząd Gminy Gniezno ma certyfikat.", None, ("Gniezno", "3003032", "gmina", "text")),
    "town of the same name": ("Urząd Miejski w Gnieźnie ma certyfikat.", None, ("Gniezno", "3003011", "gmina", "text")),
    "outside the register": ("Urząd Gminy Świętoszyn ma certyfikat.", None, ("Świętoszyn", None, "gmina", "text")),
}


NOWHERE = {
    "origin alone": "Badanie\nAuditor przyjechał z Gdyni, trener z Sopotu.",
    "origin beside an office": "Badanie\nUrząd Miejski czeka. Auditor przyjechał z Gdyni.",
    "trip": "Seniorzy jadą na turnus w Ciechocinku.",
    "route": "Autobus Radom – Kozienice odjedzie później.",
    "governor's scene": "Wóz\nDruhowie z naszej gminy mają wóz. Kluczyki wręczył w Toruniu wojewoda kujawsko-pomorski.",
    "minister's scene": "Promesa\nNasze miasto dostało promesę. W Rzeszowie wręczył ją minister infrastruktury.",
    "three offices alike": "Kwartał\nUrząd Miasta Sopotu, Urząd Miejski w Ełku i Urząd Miasta Legionowo mają certyfikat.",
}


@pytest.mark.parametrize("text", NOWHERE.values(), ids=NOWHERE)
def test_no_place_of_the_story(read, text):
    assert choose(*read(text)) is None


def test_governor_beside_the_head_of_an_office_that_his_town_cannot_have(read):
    article, mentions = read("Promesa\nPromesę wręczyła w Rzeszowie wicewojewoda. Wójt Jan Kłos odebrał ją w piątek.")
    at = article.text.index("Jan Kłos")
    head = {"name": "Jan Kłos", "role": "Wójt", "role_id": "mayor", "gender": "m"}
    named = replace(mentions[0], kind="officials", start=at, end=at + len("Jan Kłos"), text="Jan Kłos", value=head)
    assert choose(article, mentions).name == "Rzeszów"
    assert choose(article, [*mentions, named]) is None


@pytest.mark.parametrize(("text", "url", "expected"), PLACES.values(), ids=PLACES)
def test_choose(read, text, url, expected):
    place = choose(*read(text, url))
    assert (place.name, place.terc, place.kind, place.from_) == expected


def test_site_is_read_where_the_address_says_nothing(read):
    place = choose(*read("Certyfikat dla urzędu.", site="powiat-zyrardow.example"))
    assert place == PlaceRow(name="powiat żyrardowski", terc="1438", kind="powiat", from_="site")


@pytest.mark.parametrize("site", ["pomorska.pl", "gazeta.pomorska.example", "Polska i świat"])
def test_newspapers_and_countries_are_no_places_of_the_story(read, site):
    assert choose(*read("Certyfikat ISO 9001 odnowiono.", site=site)) is None


@pytest.mark.parametrize("text", ["Certyfikat ISO 9001 odnowiono.", "", "Nowe zasady segregacji."])
def test_no_place(read, text):
    assert choose(*read(text)) is None


FIRST = {
    "variants are one": (
        "Olsztyński urząd z ISO\nUrząd Miasta Olsztyna ma certyfikat. W olsztyńskim magistracie radość. Źródło: UM Olsztyn",
        None,
        {"Urząd Miasta Olsztyna"},
    ),
    "bare office": ("Certyfikat przyznano Urzędowi Miejskiemu w Ełku. Urząd ma go od lat.", None, {"Urząd Miejski w Ełku"}),
    "short before full": (
        "ISO w starostwie\nStarostwo Powiatowe w Pucku ma certyfikat.",
        None,
        {"Starostwo Powiatowe w Pucku"},
    ),
    "by adjective only": ("Gorzowski magistrat odnowił certyfikat.", None, {"Urząd Miasta Gorzowa Wielkopolskiego"}),
    "by adjective and acronym": ("SPZOZ ma certyfikat. Łosicki szpital go odebrał.", None, {"SPZOZ w Łosicach"}),
    "completed by the region": (
        "Urząd Marszałkowski ma certyfikat.",
        "http://kujawsko-pomorskie.example",
        {"Urząd Marszałkowski Województwa Kujawsko-Pomorskiego"},
    ),
    "completed by the town": ("Certyfikat dla Urzędu Miejskiego.", "http://zmigrod.example", {"Urząd Miejski w Żmigrodzie"}),
    "town itself": ("Gdynia zdobyła certyfikat ISO 37120.", None, {"Miasto Gdynia"}),
    "patron in full": (
        "Szpital Miejski im. J. Nowaka w Ełku ma certyfikat. Szpitalowi Miejskiemu im. Jana Nowaka w Ełku gratulujemy.",
        None,
        {"Szpital Miejski im. Jana Nowaka w Ełku"},
    ),
    "acronym by initials": (
        "ISO dla ZGK\nZakład Gospodarki Komunalnej w Łomiankach ma certyfikat.",
        None,
        {"Zakład Gospodarki Komunalnej w Łomiankach"},
    ),
    "office of the burmistrz": (
        "Certyfikat dla urzędu\nOdebrał go Burmistrz Miasta Mława.",
        None,
        {"Urząd Miasta Mława", "Miasto Mława"},
    ),
    "bare hall alone": ("W ratuszu zapalono światła.", None, set()),
}


@pytest.mark.parametrize(("text", "url", "names"), FIRST.values(), ids=FIRST)
def test_variants_are_merged(read, text, url, names):
    assert {row.name for row in arrange(*read(text, url))} == names


ORDER = {
    "audited before auditing office": (
        "Mazowiecki Urząd Wojewódzki w Warszawie prowadził kontrolę w Urzędzie Miasta Płocka.",
        "Urząd Miasta Płocka",
    ),
    "certified before praised": (
        "W szkole gościł Urząd Gminy Puck.\nCertyfikat ISO 9001 przyznano Szpitalowi Powiatowemu w Pucku.",
        "Szpital Powiatowy w Pucku",
    ),
    "office before its gmina": (
        "W Gminie Krośniewice kontrola objęła dotacje. Wnioski złożono w Urzędzie Gminy w Krośniewicach.",
        "Urząd Gminy w Krośniewicach",
    ),
    "office before the council": ("Rada Miejska w Ełku i Urząd Miejski w Ełku mają certyfikat.", "Urząd Miejski w Ełku"),
    "title counts": (
        "Zarząd Dróg i Zieleni w Gdyni z certyfikatem\nPomógł Urząd Miasta Gdyni.",
        "Zarząd Dróg i Zieleni w Gdyni",
    ),
}


@pytest.mark.parametrize(("text", "first"), ORDER.values(), ids=ORDER)
def test_the_certified_one_comes_first(read, text, first):
    assert arrange(*read(text))[0].name == first


def test_rows_point_at_their_characters(read):
    article, mentions = read("Urzędowi Miasta Olsztyna przyznano certyfikat. Urząd Miasta Olsztyna dziękuje.")
    rows = arrange(article, mentions)
    assert [article.text[r.start : r.end] for r in rows] == ["Urzędowi Miasta Olsztyna", "Urząd Miasta Olsztyna"]
    assert len({r.mention_id for r in rows}) == 2
    assert all(r.text == article.text[r.start : r.end] for r in rows)


def test_two_offices_stay_two(read):
    rows = arrange(*read("Urząd Miasta Płocka i Urząd Miasta Tychy mają certyfikat."))
    assert {r.name for r in rows} == {"Urząd Miasta Płocka", "Urząd Miasta Tychy"}


def test_town_and_gmina_of_one_name_have_an_office_each(read):
    text = "Urząd Gminy Bartoszyce i Urząd Miasta Bartoszyce mają certyfikat. Urząd Gminy kupił piec."
    rows = arrange(*read(text))
    assert {(r.name, r.text) for r in rows} == {
        ("Urząd Gminy Bartoszyce", "Urząd Gminy Bartoszyce"),
        ("Urząd Gminy Bartoszyce", "Urząd Gminy"),
        ("Urząd Miasta Bartoszyce", "Urząd Miasta Bartoszyce"),
    }
    assert len({r.organization_id for r in rows}) == 2


def test_bare_office_of_the_town_is_not_the_gminas(read):
    rows = arrange(*read("Urząd Gminy Tczew podpisał umowę. Zegar na budynku Urzędu Miejskiego stanął."))
    assert {r.name for r in rows} == {"Urząd Gminy Tczew", "Urząd Miejski w Tczewie"}


def test_two_bare_offices_side_by_side_are_two(read):
    text = "Certyfikat dla starostwa i urzędu. Starostwo Powiatowe w Pucku dziękuje, Urząd Miasta Pucka też."
    names = {(r.text, r.name) for r in arrange(*read(text))}
    assert {("starostwa", "Starostwo Powiatowe w Pucku"), ("urzędu", "Urząd Miasta Pucka")} <= names


def test_bare_mention_has_the_kind_of_its_office(read):
    rows = arrange(*read("Starostwo Powiatowe w Pucku ma certyfikat. W urzędzie pracuje sto osób."))
    assert {(r.text, r.kind) for r in rows} == {("Starostwo Powiatowe w Pucku", "county_office"), ("urzędzie", "county_office")}


def test_office_misnamed_where_one_gmina_bears_the_name_stays_one(read):
    rows = arrange(*read("Urząd Gminy w Krośniewicach ma certyfikat. Urząd Miejski w Krośniewicach odnowi go."))
    assert len({r.organization_id for r in rows}) == 1


def test_plural_office_names_one_for_each_town(read):
    rows = arrange(
        *read("Kontrola objęła urzędy gmin w Lipnie, Bielsku i Starej Białej oraz urzędy miasta w Koninie, Kole i Turku.")
    )
    assert {r.name for r in rows} == {
        "Urząd Gminy w Lipnie",
        "Urząd Gminy w Bielsku",
        "Urząd Gminy w Starej Białej",
        "Urząd Miasta w Koninie",
        "Urząd Miasta w Kole",
        "Urząd Miasta w Turku",
    }


def test_same_input_same_rows(read):
    text = "Urząd Miasta Płocka i Starostwo Powiatowe w Pucku mają certyfikat."
    assert arrange(*read(text)) == arrange(*read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Certyfikat wręczony\nZastępca wójta odebrał certyfikat ISO 37120 dla miasta Ławsko.", "Miasto Ławsko"),
        ("Certyfikat wręczony\nZastępca wójta odebrał certyfikat ISO 37120 dla gminy Ławsko.", "Gmina Ławsko"),
    ],
    ids=["town", "gmina"],
)
def test_unit_as_the_text_calls_it(read, text, name):
    assert arrange(*read(text))[0].name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ratusz ma certyfikat\nBurmistrz Mrągowa odebrał go w piątek.", {"Urząd Miasta Mrągowa"}),
        ("Magistrat po audycie\nOstróda. Magistrat przeszedł audyt bez uwag.", {"Urząd Miasta Ostródy"}),
        ("Starostwo z certyfikatem\nStarosta piski odebrał go w piątek.", {"Starostwo Powiatowe w Piszu"}),
        ("Hejnał\nZ wieży ratusza w Lesznie słychać hejnał, a pod ratuszem certyfikowany śpiew.", set()),
        ("Spotkanie\nBurmistrz Mrągowa zaprasza. Ratusz będzie otwarty.", set()),
    ],
    ids=["town", "dateline", "county", "house", "no certificate"],
)
def test_office_of_the_place_where_no_body_is_named(read, text, names):
    assert {row.name for row in arrange(*read(text))} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Świetlica\nW Cimochach w gminie Wieliczki powstanie świetlica.", "Wieliczki"),
        ("Sesja\nSejmik województwa podlaskiego zebrał się w Białymstoku.", "województwo podlaskie"),
        ("Drogi\nPowiat sejneński pomoże gminom Puńsk i Krasnopol.", "powiat sejneński"),
        ("Goście\nDo Barczewa przyjechali urzędnicy z Mielca.", "Barczewo"),
    ],
    ids=["nominative behind the unit", "organ of a voivodeship", "several units", "guests"],
)
def test_place_by_the_words_beside_it(read, text, name):
    place = choose(*read(text))
    assert place is not None
    assert place.name == name
