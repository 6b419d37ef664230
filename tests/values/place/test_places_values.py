"""Names, adjectives, addresses and homonyms of places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text import fold
from pipeline.values.place import Hints, find_names, read_address, read_adjective, resolve
from pipeline.values.place.adjective import decline
from pipeline.values.place.gazetteer import forms
from pipeline.values.place.guess import guess_nominative


def names(text):
    return [(text[f.start : f.end], sorted({form.name for form in f.forms})) for f in find_names(text)]


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("w Grodzisku  Mazowieckim", "Grodzisku  Mazowieckim", "Grodzisk Mazowiecki"),
        ("LEGIONOWO", "LEGIONOWO", "Legionowo"),
        ("w Losicach", "Losicach", "Łosice"),
        ("do Lądka - Zdroju", "Lądka - Zdroju", "Lądek-Zdrój"),
        ("pod Nowym Miastem nad Pilicą", "Nowym Miastem nad Pilicą", "Nowe Miasto nad Pilicą"),
        ("w Ostrowi\nMazowieckiej", "Ostrowi\nMazowieckiej", "Ostrów Mazowiecka"),
    ],
)
def test_find_names(text, printed, name):
    assert any(p == printed and name in n for p, n in names(text))


@pytest.mark.parametrize(
    "text",
    ["olsztyna", "Łódz", "redakcja@Olsztyn", "www.Olsztyn", "Nowy Wielkopolska"],
    ids=["lower", "half", "mail", "site", "no"],
)
def test_refuses(text):
    assert names(text) == []


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.sampled_from(forms()), st.text("ab ,.\n", max_size=10), st.booleans())
def test_a_form_is_found_where_it_stands(form, before, upper):
    printed = form.form.upper() if upper else form.form
    text = f"{before} {printed} x"
    found = [f for f in find_names(text) if f.start == len(before) + 1 and f.end == len(before) + 1 + len(printed)]
    assert found
    assert form.name in {g.name for g in found[0].forms}


@pytest.mark.parametrize(
    ("printed", "lemma"),
    [
        ("olsztyńskiego", "olsztyński"),
        ("Żyrardowskie", "żyrardowski"),
        ("KUJAWSKO-POMORSKIM", "kujawsko-pomorski"),
        ("kujawsko – pomorskiego", "kujawsko-pomorski"),
        ("gnieznienski", "gnieźnieński"),
        ("sokólscy", "sokólski"),
        ("łódzkiej", "łódzki"),
        ("sieradzką", "sieradzki"),
    ],
)
def test_read_adjective(printed, lemma):
    assert read_adjective(printed).lemma == lemma


@pytest.mark.parametrize("printed", ["miejskiego", "Olsztyn", "europejski", "", "gnieznieński", "-"])
def test_read_adjective_refuses(printed):
    assert read_adjective(printed) is None


@pytest.mark.parametrize(
    ("gender", "case", "form"),
    [("n", "nom", "żyrardowskie"), ("n", "gen", "żyrardowskiego"), ("m", "loc", "żyrardowskim"), ("f", "acc", "żyrardowską")],
)
def test_decline(gender, case, form):
    assert decline("żyrardowski", gender=gender, case=case) == form


@pytest.mark.parametrize(("adjective", "case"), [("nowy", "gen"), ("żyrardowski", "voc")])
def test_decline_refuses(adjective, case):
    with pytest.raises(ValueError, match=adjective):
        decline(adjective, gender="m", case=case)


ADDRESSES = {
    "town": ("https://www.katowice.example/x", ("Katowice",), None),
    "county": ("https://www.powiat-gniezno.example/pl", ("Gniezno",), "powiat"),
    "county short": ("http://pow.zyrardow.example", ("Żyrardów",), "powiat"),
    "two words": ("http://grodzisk-mazowiecki.example", ("Grodzisk Mazowiecki",), None),
    "two words glued": ("http://nowysacz.example", ("Nowy Sącz",), None),
    "cut": ("http://ostrowmaz.example/a", ("Ostrów Mazowiecka",), None),
    "portal with a letter": ("http://eostroleka.example", ("Ostrołęka",), None),
    "portal with a word": ("http://radiokielce.example", ("Kielce",), None),
    "path": ("https://gazeta.example/szpital-w-losicach,7", ("Łosice",), None),
    "office in the host": ("http://bip.um.elk.example", ("Ełk",), "gmina"),
    "percent": ("https://x.example/urz%C4%85d-miasta-sandomierz", ("Sandomierz",), None),
    "region": ("http://www.kujawsko-pomorskie.example", (), "województwo"),
    "common word as the whole host": ("https://www.brzeg.pl/a", ("Brzeg", "Brzeg Dolny"), None),
    "office glued to the name": ("http://umlipno.pl", ("Lipno",), "gmina"),
    "nothing": ("https://przyklad.example/aktualnosci/1", (), None),
    "plural is not its singular": ("https://szpital-lipniki.example/a", (), None),
}


@pytest.mark.parametrize(("url", "places", "level"), ADDRESSES.values(), ids=ADDRESSES)
def test_read_address(url, places, level):
    address = read_address(url)
    assert (address.names, address.level) == (places, level)


def test_address_with_two_readings_keeps_both():
    assert read_address("http://ladek.example").names == ("Lądek", "Lądek-Zdrój")


@pytest.mark.parametrize("url", [None, "", "http://[", "::::", "http://ą.ę/ż", "a" * 5000])
def test_read_address_never_fails(url):
    assert read_address(url).names == ()


RESOLVED = {
    "unique": ("Legionowo", Hints(), "1408011"),
    "city over village": ("Olsztyn", Hints(), "2862011"),
    "town over its gmina": ("Gniezno", Hints(), "3003011"),
    "wójt": ("Gniezno", Hints(offices=("rural",)), "3003032"),
    "several villages": ("Zakrzewo", Hints(), None),
    "by county": ("Zakrzewo", Hints(counties=frozenset({"3031"})), "3031072"),
    "by voivodeship": ("Zakrzewo", Hints(voivodeships=frozenset({"04"})), "0401092"),
    "unknown": ("Wierzbiany", Hints(), None),
}


@pytest.mark.parametrize(("name", "hints", "code"), RESOLVED.values(), ids=RESOLVED)
def test_resolve(name, hints, code):
    unit = resolve(name, hints)
    assert (unit.code if unit else None) == code


@pytest.mark.parametrize(
    ("printed", "preposition", "evidence", "name"),
    [
        ("Wierzbianach", "w", "http://wierzbiany.example", "Wierzbiany"),
        ("Wierzbianach", "w", "", "Wierzbiany"),
        ("Borowie Leśnym", "w", "", "Borów Leśny"),
        ("Świętoszynie", "w", "", "Świętoszyn"),
        ("Gorzewa", None, "miasto Gorzewo", "Gorzewo"),
        ("Gorzewo", None, "", "Gorzewo"),
        ("Kruszwinicach", "w", "", "Kruszwinice"),
        ("Ławsku", "w", "gmina Ławsko", "Ławsko"),
        # other forms of the name decide, what a preposition governs is no nominative
        ("Ławnie", "w", "droga do Ławny i Ławną", "Ławna"),
        ("Kostruchowie", "w", "z Kostruchowa do Kostruchowa", "Kostruchów"),
    ],
)
def test_guess_nominative(printed, preposition, evidence, name):
    assert guess_nominative(printed, preposition, evidence) == name


def test_folded_forms_keep_their_words():
    assert all(len(fold(f.form)) == len(f.form) for f in forms())
