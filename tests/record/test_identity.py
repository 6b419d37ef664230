from dataclasses import replace

import pytest

from pipeline.record import identity
from pipeline.schema import Article, CertifierRow, OfficialRow, PlaceRow

OLSZTYN = PlaceRow(name="Olsztyn", terc="2862011", kind="gmina", from_="text", id="2862011")
LAWSKO = PlaceRow(name="Ławsko", terc=None, kind="gmina", from_="text")

SAME = {
    "office by any name of its town": (
        ("town", "Urząd Miasta Olsztyna", "Olsztyn"),
        ("town", "Urząd Miejski w Olsztynie", None),
    ),
    "office of the story's town": (("town", "Urząd Miasta", None), ("town", "olsztyński magistrat", "Olsztyn")),
    "company with and without its legal form": (
        ("company", "Wodociągi Łęckie Sp. z o.o.", None),
        ("company", "Wodociągi Łęckie", None),
    ),
    "order of words": (
        ("hospital", "Szpital Powiatowy im. Jana Kiepury", None),
        ("hospital", "Powiatowy Szpital im. Jana Kiepury", None),
    ),
}
OTHER = {
    "a starostwo and the office of a county of two": (
        ("county", "Starostwo Powiatowe", "Olsztyn"),
        ("county", "Starostwo Powiatowe w Ełku", "Ełk"),
    ),
    "office and starostwo of one town": (("town", "Urząd Miasta", "Olsztyn"), ("county", "Starostwo Powiatowe", "Olsztyn")),
    "offices of two towns": (("town", "Urząd Miasta Olsztyna", "Olsztyn"), ("town", "Urząd Miasta Ełku", "Ełk")),
    "two companies": (("company", "Wodociągi Łęckie", None), ("company", "Ciepłownia Łęcka", None)),
}


@pytest.mark.parametrize(("first", "second"), SAME.values(), ids=SAME.keys())
def test_one_organization_has_one_id(first, second):
    assert identity.organization_id(*first, OLSZTYN) == identity.organization_id(*second, OLSZTYN)


@pytest.mark.parametrize(("first", "second"), OTHER.values(), ids=OTHER.keys())
def test_other_organizations_have_other_ids(first, second):
    assert identity.organization_id(*first, OLSZTYN) != identity.organization_id(*second, OLSZTYN)


OLECKO = PlaceRow(name="Olecko", terc="2813043", kind="gmina", from_="text", id="2813043")
POWIAT = PlaceRow(name="powiat olecki", terc="2813", kind="powiat", from_="text", id="2813")
MOGILNO = PlaceRow(name="powiat mogileński", terc="0409", kind="powiat", from_="text", id="0409")
DABROWA = PlaceRow(name="Dąbrowa", terc="0409012", kind="gmina", from_="text", id="0409012")
LIBRARY = "Miejska Biblioteka Publiczna"
ACROSS = {
    "a county's office in a story of the town": (
        ("county", "Starostwo Powiatowe w Olecku", "Olecko", OLECKO),
        ("county", "Starostwo Powiatowe w Olecku", "powiat olecki", POWIAT),
    ),
    "a county's office without a town": (
        ("county", "Starostwo Powiatowe", None, POWIAT),
        ("county", "Starostwo Powiatowe w Olecku", "Olecko", None),
    ),
    "a county whose seat has another name": (
        ("county", "Starostwo Powiatowe w Ustrzykach Dolnych", "Ustrzyki Dolne", None),
        ("county", "Powiat Bieszczadzki", "Powiat Bieszczadzki", None),
    ),
    "a homonymous gmina in a story of its county": (
        ("town", "Urząd Gminy Dąbrowa", "Dąbrowa", MOGILNO),
        ("town", "Urząd Gminy Dąbrowa", "Dąbrowa", DABROWA),
    ),
    "an institution with and without its town": (
        ("institution", LIBRARY, None, OLECKO),
        ("institution", f"{LIBRARY} w Olecku", "Olecko", POWIAT),
    ),
}


@pytest.mark.parametrize(("first", "second"), ACROSS.values(), ids=ACROSS.keys())
def test_one_id_in_stories_of_several_places(first, second):
    assert identity.organization_id(*first) == identity.organization_id(*second)


def test_an_institution_that_every_town_has_is_told_apart_by_the_storys():
    assert identity.organization_id("institution", LIBRARY, None, OLECKO) != identity.organization_id(
        "institution", LIBRARY, None, OLSZTYN
    )
    agency = ("agency", "Narodowy Fundusz Zdrowia", None)
    assert identity.organization_id(*agency, OLECKO) == identity.organization_id(*agency, OLSZTYN)


def test_the_articles_place_tells_homonyms_apart():
    here = PlaceRow(name="Dąbrowa", terc="1609022", kind="gmina", from_="text")
    there = PlaceRow(name="Dąbrowa", terc="0409022", kind="gmina", from_="text")
    ids = {identity.organization_id("town", "Urząd Gminy Dąbrowa", "Dąbrowa", place) for place in (here, there)}
    assert len(ids) == 2


@pytest.mark.parametrize(("place", "expected"), [(OLSZTYN, "2862011"), (None, None)], ids=["a place with a code", "no place"])
def test_a_place_is_known_by_its_code(place, expected):
    found = identity.placed(place)
    assert (found.id if found else None) == expected


REGIONS = {
    "gmina": ("2813043", "powiat olecki", "warmińsko-mazurskie"),
    "county": ("2813", "powiat olecki", "warmińsko-mazurskie"),
    "voivodeship": ("28", None, "warmińsko-mazurskie"),
    "city with county rights": ("2862011", "Olsztyn", "warmińsko-mazurskie"),
    "no code": (None, None, None),
}


@pytest.mark.parametrize(("code", "county", "voivodeship"), REGIONS.values(), ids=REGIONS.keys())
def test_a_place_knows_its_county_and_voivodeship(code, county, voivodeship):
    found = identity.placed(replace(OLSZTYN, terc=code))
    assert (found.county, found.voivodeship) == (county, voivodeship)


def test_a_place_without_a_code_is_known_by_name_and_kind():
    gmina = identity.placed(LAWSKO)
    assert gmina.id.startswith(identity.UNREGISTERED)
    assert gmina.id == identity.placed(replace(LAWSKO, from_="url")).id
    assert gmina.id != identity.placed(replace(LAWSKO, kind="powiat")).id


def person(name, organization=None):
    return OfficialRow(
        mention_id="0", rule="test", text=name, start=0, end=1, name=name, role="audytor", role_id=None,
        organization=organization, gender=None,
    )  # fmt: skip


def ids(rows, place, bodies=()):
    return [row.person_id for row in identity.identified(rows, place, bodies)]


def test_a_person_is_known_by_name_and_town():
    assert ids([person("Jan Żak")], OLSZTYN) == ids([person("Jan Żak", "Urząd Miasta")], OLSZTYN)
    assert ids([person("Jan Żak")], OLSZTYN) != ids([person("Jan Żak")], identity.placed(LAWSKO))
    assert ids([person("Jan Żak")], OLSZTYN) != ids([person("Jan Żuk")], OLSZTYN)


def test_an_auditor_is_known_by_name_and_body_in_any_town():
    body = CertifierRow(
        mention_id="1", rule="test", text="PRS", start=0, end=1, name="Polski Rejestr Statków", acronym="PRS",
        kind="certification_body", body_id="PRS",
    )  # fmt: skip
    auditor = [person("Ewa Lis", "Polski Rejestr Statków")]
    assert ids(auditor, OLSZTYN, [body]) == ids(auditor, identity.placed(LAWSKO), [body])


def chambers(extractor, text):
    return [row.body_id for row in extractor.record(Article(id="0", source="a.txt", text=text)).certifiers]


def test_bodies_of_many_seats_are_told_apart_and_their_short_mentions_follow(extractor):
    told = "Regionalna Izba Obrachunkowa w {} skontrolowała gminę Lipowiec. Inspektorzy RIO wytknęli jej błędy w przetargach."
    lodz, lublin = (chambers(extractor, told.format(seat)) for seat in ("Łodzi", "Lublinie"))
    assert len(lodz) == len(lublin) == 2
    assert len(set(lodz)) == len(set(lublin)) == 1
    assert lodz[0].startswith("RIO~")
    assert lodz[0] != lublin[0]


def test_a_body_without_a_seat_has_its_own_id(extractor):
    assert chambers(extractor, "Regionalna Izba Obrachunkowa skontrolowała gminę Lipowiec i wytknęła jej błędy.") == ["RIO"]


def test_every_row_of_a_record_has_its_ids(extractor):
    text = (
        "Urząd Gminy Lipowiec ma certyfikat ISO 9001. Wydała go Jednostka Certyfikująca Ogończyk, audyt prowadziła audytor "
        "wiodąca Alicja Ogończyk. Wójt Adam Kruk dziękuje pracownikom Urzędu Gminy w Lipowcu za wysiłek."
    )
    record = extractor.record(Article(id="0", source="a.txt", text=text))
    assert record.organizations
    assert len({row.organization_id for row in record.organizations}) == 1
    assert record.officials
    assert all(row.person_id for row in record.officials)
    assert [row.body_id[0] for row in record.certifiers] == [identity.UNREGISTERED]
    assert record.place.id
