"""Offices, institutions and companies in running text."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import chars_of, spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_places", "magistrat_certifiers", "magistrat_organizations"):
        pipeline.add_pipe(name)
    return pipeline


def found(nlp, text):
    doc = nlp(text)
    return [(text[slice(*chars_of(s))], value_of(s)["name"], value_of(s)["kind"]) for s in spans_of(doc, "organizations")]


ONE = {
    "another's name behind a court": ("Sąd Najwyższy Wilhelma Kosa", "Sąd Najwyższy", "institution"),
    "person in the dative": ("Prokuratura Rejonowa Krzysztofowi Kosowi", "Prokuratura Rejonowa", "institution"),
    "namesake of a museum": ("Muzeum Jana Kosa w Turku", "Muzeum Jana Kosa w Turku", "institution"),
    "town it comes from": ("I Liceum Ogólnokształcące z Turku", "I Liceum Ogólnokształcące", "school"),
    "organ of a company": ("Walnemu Zgromadzeniu PKX SA.", "PKX SA", "company"),
    "adjective behind a function": (
        "Prezes Miejskich Wodociągów w Turku Sp. z o.o.",
        "Miejskie Wodociągi w Turku Sp. z o.o.",
        "company",
    ),
    "adjective of the noun before": ("Rady Nadzorczej Spółdzielni Mieszkaniowej", "Spółdzielnia Mieszkaniowa", "company"),
    "gazette is no town": ("Główny Urząd Statystyczny w Dzienniku Urzędowym", "Główny Urząd Statystyczny", "office"),
    "closing quotes": ("Teatr Lalek'' z Turku pt. „Bajka”", "Teatr Lalek", "institution"),
    "several workshops in one body": (
        "Warsztaty Terapii Zajęciowej w Turku",
        "Warsztaty Terapii Zajęciowej w Turku",
        "institution",
    ),
    "unknown town": ("Centrum Usług Wspólnych w Sławutowicach", "Centrum Usług Wspólnych w Sławutowicach", "institution"),
    "dative": ("Przyznano Urzędowi Miasta Legionowo nagrodę", "Urząd Miasta Legionowo", "city_office"),
    "genitive of the town": ("z Urzędem Miasta Olsztyna", "Urząd Miasta Olsztyna", "city_office"),
    "locative": ("w Urzędzie Miejskim w Grodzisku Mazowieckim", "Urząd Miejski w Grodzisku Mazowieckim", "city_office"),
    "broken line": ("do Urzędu Miejskiego\nw Gdańsku", "Urząd Miejski w Gdańsku", "city_office"),
    "gmina": ("Urzędu Gminy Ulhówek", "Urząd Gminy Ulhówek", "municipal_office"),
    "gmina in the locative": ("Urzędzie Gminy w Krośniewicach", "Urząd Gminy w Krośniewicach", "municipal_office"),
    "mixed": ("Urzędu Miasta i Gminy Gostyń", "Urząd Miasta i Gminy Gostyń", "municipal_office"),
    "capitals": ("URZĄD MIASTA W STAROGARDZIE GDAŃSKIM", "Urząd Miasta w Starogardzie Gdańskim", "city_office"),
    "acronym": ("podał UM Olsztyn", "Urząd Miasta Olsztyn", "city_office"),
    "county": ("Starostwu Powiatowemu we Wrocławiu", "Starostwo Powiatowe we Wrocławiu", "county_office"),
    "county by adjective": ("żyrardowskie starostwo", "Starostwo Powiatowe w Żyrardowie", "county_office"),
    "county by town": ("starostwo w Mielcu", "Starostwo Powiatowe w Mielcu", "county_office"),
    "voivodeship": (
        "Urzędzie Marszałkowskim Województwa Śląskiego",
        "Urząd Marszałkowski Województwa Śląskiego",
        "voivodeship_office",
    ),
    "double voivodeship": (
        "Urzędu Marszałkowskiego Województwa Kujawsko-Pomorskiego",
        "Urząd Marszałkowski Województwa Kujawsko-Pomorskiego",
        "voivodeship_office",
    ),
    "capital": ("Urząd m.st. Warszawy", "Urząd m.st. Warszawy", "city_office"),
    "town hall by adjective": ("gorzowski magistrat", "Urząd Miasta Gorzowa Wielkopolskiego", "city_office"),
    "bare": ("w magistracie", "magistrat", "city_office"),
    "bare office": ("Urząd działa", "urząd", "city_office"),
    "hospital": ("Szpitalowi Miejskiemu w Rudzie Śląskiej", "Szpital Miejski w Rudzie Śląskiej", "hospital"),
    "hospital with a patron": (
        "Szpitala Powiatowego im. dr. A. Nowaka w Łosicach",
        "Szpital Powiatowy im. dr. A. Nowaka w Łosicach",
        "hospital",
    ),
    "health": (
        "Samodzielnym Publicznym Zakładem Opieki Zdrowotnej w Pucku",
        "Samodzielny Publiczny Zakład Opieki Zdrowotnej w Pucku",
        "hospital",
    ),
    "company": ("Poznańskiej Energetyce Cieplnej S.A.", "Poznańska Energetyka Cieplna S.A.", "company"),
    "company with a head": (
        "Miejskiego Przedsiębiorstwa Wodociągów i Kanalizacji Sp. z o.o. w Lublinie",
        "Miejskie Przedsiębiorstwo Wodociągów i Kanalizacji Sp. z o.o. w Lublinie",
        "company",
    ),
    "unit of a town": ("Zarządu Dróg i Zieleni w Gdyni", "Zarząd Dróg i Zieleni w Gdyni", "institution"),
    "school": (
        "II Liceum Ogólnokształcącym im. Jana Nowaka w Ełku",
        "II Liceum Ogólnokształcące im. Jana Nowaka w Ełku",
        "school",
    ),
    "port": ("Portowi Lotniczemu Bydgoszcz", "Port Lotniczy Bydgoszcz", "company"),
    "court": ("Sądem Rejonowym w Rybniku", "Sąd Rejonowy w Rybniku", "institution"),
    "hyphen in the name": (
        "Uniwersytetu Warmińsko-Mazurskiego w Olsztynie",
        "Uniwersytet Warmińsko-Mazurski w Olsztynie",
        "university",
    ),
    "acronym with a town": ("SPZOZ w Łosicach", "SPZOZ w Łosicach", "hospital"),
    "gmina itself": ("Gminie Korfantów", "Gmina Korfantów", "municipality"),
    "town itself": ("Miasta Gdynia", "Miasto Gdynia", "municipality"),
    "abbreviated": ("ogłosiło Starostwo Pow. w Żyrardowie", "Starostwo Powiatowe w Żyrardowie", "county_office"),
    "office of a gmina": ("Urzędu Miejskiego Gminy Rawicz", "Urząd Miejski Gminy Rawicz", "municipal_office"),
    "joined head": (
        "Miejskich Wodociągów i Kanalizacji w Ełku Sp. z o.o.",
        "Miejskie Wodociągi i Kanalizacja w Ełku Sp. z o.o.",
        "company",
    ),
    "housing": ("Towarzystwem Budownictwa Społecznego w Ełku", "Towarzystwo Budownictwa Społecznego w Ełku", "company"),
    "ambulances": (
        "Wojewódzkiej Stacji Pogotowia Ratunkowego w Rzeszowie",
        "Wojewódzka Stacja Pogotowia Ratunkowego w Rzeszowie",
        "institution",
    ),
    "waste": ("Zakładu Gospodarowania Odpadami w Ełku", "Zakład Gospodarowania Odpadami w Ełku", "institution"),
    "acronym, form and town": ("MPWiK Sp. z o.o. w Ełku", "MPWiK Sp. z o.o. w Ełku", "company"),
    "acronym, name in quotes and form": ("TBS „Nasz Dom” w Ełku Sp. z o.o.", "TBS „Nasz Dom” w Ełku Sp. z o.o.", "company"),
    "town outside the register": ("Domowi Kultury w Nowej Rudzie Dolnej", "Dom Kultury w Nowej Rudzie Dolnej", "institution"),
    "town outside the register and form": (
        "Zakładowi Usług Komunalnych w Bystrej Wielkiej Sp. z o.o.",
        "Zakład Usług Komunalnych w Bystrej Wielkiej Sp. z o.o.",
        "company",
    ),
    "verbal noun": ("Zakładowi Oczyszczania Miasta w Ełku", "Zakład Oczyszczania Miasta w Ełku", "institution"),
    "library by another name": ("Książnicą Miejską w Ełku", "Książnica Miejska w Ełku", "institution"),
    "water company": ("Spółce Wodnej „Dolina” w Ełku", "Spółka Wodna „Dolina” w Ełku", "company"),
    "trams": ("Tramwajom Miejskim w Ełku Sp. z o.o.", "Tramwaje Miejskie w Ełku Sp. z o.o.", "company"),
    "public adjective": ("Miejskim Zakładem Tarpanów w Ełku", "Miejski Zakład Tarpanów w Ełku", "institution"),
    "certified firm": ("Certyfikat ISO 9001 ma też Kruszpol Tarnawa S.A.", "Kruszpol Tarnawa S.A.", "company"),
    "outside the register": ("Urzędowi Miejskiemu w Wierzbianach", "Urząd Miejski w Wierzbianach", "city_office"),
}


@pytest.mark.parametrize(("text", "name", "kind"), ONE.values(), ids=ONE)
def test_organization(nlp, text, name, kind):
    assert [f[1:] for f in found(nlp, text)] == [(name, kind)]


NONE = {
    "programme": "Program Szkoła Ekspertów trwa.",
    "several schools": "Konferencja Rektorów Szkół Akademickich trwa.",
    "several theatres": "Forum Teatrów Szkolnych trwa.",
    "ex officio": "Prokuratura działa z urzędu",
    "board": "Zarząd Powiatu przyjął uchwałę",
    "hospitals": "budowa szpitali",
    "certifier": "Certyfikat wydał Polski Rejestr Statków S.A.",
    "lower case": "zakład pracy i dom",
    "head alone": "Zakład Kowalskiego",
    "private firm": "Spółka Agro-Zdrój S.A. otworzyła sklep",
    "private enterprise": "Przedsiębiorstwo Rolne Kłosek uprawia żyto",
    "award in quotes": "Nadano tytuł „Szkoła Przyjazna Sowom”",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_organization(nlp, text):
    assert found(nlp, text) == []


def test_name_stops_before_a_person(nlp):
    assert found(nlp, "Dyrektor Szpitala Powiatowego Jan Nowak")[0][1] == "Szpital Powiatowy"


def test_name_stops_before_the_next_office(nlp):
    names = [f[1] for f in found(nlp, "Szpital Miejski i Starostwo Powiatowe w Ełku")]
    assert names == ["Szpital Miejski", "Starostwo Powiatowe w Ełku"]


@pytest.mark.parametrize("text", ["", "Urząd", "Sp. z o.o.", "Szpital im.", "Zakład „", "UM", "S.A. S.A."])
def test_odd_texts(nlp, text):
    nlp(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Certyfikaty otrzymały urzędy gmin w Krośniewicach, Ulhówku i Zakrzewie.",
            ["Urząd Gminy w Krośniewicach", "Urząd Gminy w Ulhówku", "Urząd Gminy w Zakrzewie"],
        ),
        (
            "Były tam starostwa powiatowe w Mielcu oraz Żyrardowie.",
            ["Starostwo Powiatowe w Mielcu", "Starostwo Powiatowe w Żyrardowie"],
        ),
        ("Urzędy gmin w całej Polsce stosują normę, także w Mielcu.", []),
    ],
    ids=["three offices", "two counties", "no list"],
)
def test_lists_of_offices(nlp, text, names):
    assert [name for _, name, _ in found(nlp, text)] == names


def test_a_laboratorys_name_names_its_company(nlp):
    text = "Akredytację ma Laboratorium Przedsiębiorstwa Wodociągów i Kanalizacji w Turku."
    assert [(name, kind) for _, name, kind in found(nlp, text)] == [
        ("Laboratorium Przedsiębiorstwa Wodociągów i Kanalizacji w Turku", "institution"),
        ("Przedsiębiorstwo Wodociągów i Kanalizacji w Turku", "company"),
    ]
    assert len(found(nlp, "Taryfy podał Zakład Wodociągów i Kanalizacji w Turku.")) == 1


@pytest.mark.parametrize("text", ["Choinka stoi pod ratuszem.", "Zegar z wieży turkowskiego ratusza bije."])
def test_the_house_is_no_organization(nlp, text):
    assert found(nlp, text) == []
