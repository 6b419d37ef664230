"""„(ew)", „LK", „Ogłoszenia drobne", „W następnym numerze": what newspapers and portals print behind an article, and who signed it."""

from __future__ import annotations

import pytest

from pipeline.clean.html import extract as extract_html
from pipeline.clean.labels import bare_initials, initials
from pipeline.clean.plain.extract import extract
from pipeline.schema import Source

BODY = "Wójt odebrał w piątek certyfikat systemu zarządzania jakością, który wydała jednostka z Poznania."
NEXT = "Auditorzy wrócą do urzędu za rok, aby sprawdzić, czy wszystkie zalecenia zostały wykonane."
LAST = "Na dokument czekano w gminie od wiosny, ponieważ przygotowania trwały dłużej, niż planował wójt."
TEXT = ["Urząd z certyfikatem", "", BODY, NEXT]


def plain(*tail: str):
    return extract(Source(source="x.txt", content="\n".join([*TEXT, *tail]), media="text"))


def page(body: str, title: str = "Gmina Lipowa"):
    content = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return extract_html(Source(source="x.html", content=content, media="html"))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        pytest.param("/ak/", "ak", id="small letters are a person"),
        pytest.param("(AK)", None, id="capitals are an army"),
        pytest.param("[ew]", "ew", id="square brackets"),
        pytest.param("( mb )", "mb", id="spaces inside"),
    ],
)
def test_initials_in_brackets(line: str, mark: str | None) -> None:
    assert initials(line) == mark


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("LK", "LK"),
        ("L. K.", "L. K."),
        ("- mb", "mb"),
        ("Sesja potrwała do wieczora. mb", "mb"),
        ("Remont pochłonął 5 tys. zł", None),
        ("m.b.", "m.b."),
        ("b.r.", None),
        ("PL", None),
        ("tor", None),
        ("kupiono 12 mb", None),
    ],
)
def test_bare_initials(line: str, mark: str | None) -> None:
    assert bare_initials(line) == mark


@pytest.mark.parametrize(
    ("tail", "authors"),
    [
        pytest.param(["LK"], ["LK"], id="bare"),
        pytest.param(["", "(ew)", "", "Polecamy", "Zimowy kulig"], ["ew"], id="over other furniture"),
        pytest.param([NEXT + " mb", "", "Komentarze (2)"], ["mb"], id="behind the last sentence"),
        pytest.param(["mb", LAST], [], id="a paragraph follows"),
        pytest.param(["", "PL"], [], id="a language"),
    ],
)
def test_authors(tail: list[str], authors: list[str]) -> None:
    assert plain(*tail).authors == authors


@pytest.mark.parametrize(
    "tail",
    [
        ["", "OGŁOSZENIA DROBNE", "* Oddam szafę, tel. 00-00", "* Kupię rower"],
        ["", "W następnym numerze: komu przeszkadza targ?"],
        ["", "Fotogaleria (9)"],
        ["", "Kontakt dla mediów:", "Ewa Sowa", "e.sowa@przyklad.example"],
        ["", "Wesołych Świąt!"],
        ["", "Kalendarium", "3 maja - Bieg uliczny", "9 maja - Sesja rady"],
    ],
    ids=lambda tail: tail[1],
)
def test_ends_are_furniture(tail: list[str]) -> None:
    assert [block.text for block in plain(*tail).blocks] == [line for line in TEXT if line]


def test_an_official_below_a_contact_for_the_press_stays() -> None:
    texts = [block.text for block in plain("", "Kontakt dla mediów:", "Ewa Sowa", "rzecznik prasowy").blocks]
    assert "Ewa Sowa" in texts


def test_path_with_colons_is_no_headline() -> None:
    source = Source(source="x.txt", content="\n".join(["Urząd online : Wiadomości : Druki", "", *TEXT]), media="text")
    assert extract(source).title == TEXT[0]


@pytest.mark.parametrize("date", ["Stary Bór, 30 września 2013 r.", "Lipowa, dnia 30.09.2013 r."])
def test_date_of_a_report_above_its_signature(date: str) -> None:
    assert plain("", date, "Jan Kowal", "audytor").published == "2013-09-30"


@pytest.mark.parametrize(
    "heading", ["<h2>Kontrola dróg zakończona</h2>", "<div class='tytul'><b>Kontrola dróg zakończona</b></div>"]
)
def test_headline_outside_the_container(heading: str) -> None:
    draft = page(f"<div><div>{heading}<div>12.03.2010</div><div><p>{BODY}</p><p>{NEXT}</p></div></div></div>")
    assert draft.title == "Kontrola dróg zakończona"
    assert draft.blocks[0].kind == "title"


@pytest.mark.parametrize(
    ("name", "authors"), [("c-tekst__author", ["Ewa Sowa"]), ("c-comment__author", []), ("photo__autor", [])]
)
def test_author_of_a_block(name: str, authors: list[str]) -> None:
    head = f"<h1>Urząd z certyfikatem</h1><div>Nasz temat <span class='{name}'>Ewa Sowa</span></div>"
    assert page(f"<article>{head}<p>{BODY}</p><p>{NEXT}</p></article>").authors == authors


def test_footer_of_an_article_states_its_date() -> None:
    own = "<footer>Opublikowane 14.03.2022 - 12:05</footer>"
    assert page(f"<h1>Urząd z certyfikatem</h1><article>{own}<p>{BODY}</p><p>{NEXT}</p></article>").published == "2022-03-14"
