"""Who signs a text, and names with offices that sign nothing."""

import pytest

from pipeline.clean import clean
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.signatures import signatures
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

HEAD = "Nowy porządek w ratuszu"
BODY = "Auditorzy przez dwa dni sprawdzali pracę urzędu i nie znaleźli żadnych niezgodności z normą."
MORE = "Certyfikat będzie ważny przez trzy lata, a za rok urząd czeka kolejny audit nadzoru."


def article(*lines: str) -> Article:
    found = clean(Source(source="x.txt", content="\n".join(lines), media="text"), CleanSettings())
    assert isinstance(found, Article)
    return found


SIGNED = {
    "possessive": ["Wasz Wójt", "Jan Kowal"],
    "by proxy": ["Z up. Burmistrza", "Ewa Sowa", "Zastępca Burmistrza"],
    "rank": ["Starszy inspektor pracy", "Ewa Sowa"],
    "broken office": ["PREZES", "Regionalnej Izby Obrachunkowej", "w Zalesinie", "mgr Jan Kowal"],
    "unit": ["Ewa Sowa", "Biuro Promocji Miasta"],
    "one line": ["Koordynatorka projektu Ewa Sowa"],
    "comma": ["Jan Kowal, rzecznik prasowy"],
    "comma and unit": ["Ewa Sowa, Wydział Promocji"],
    "closing": ["Z poważaniem", "", "Zastępca Prezesa Izby", "dr Jan Kowal"],
    "before a distribution list": ["Inspektor pracy", "Ewa Sowa", "Otrzymują:", "1. adresat,", "2. a/a."],
}


@pytest.mark.parametrize("lines", SIGNED.values(), ids=SIGNED)
def test_signature_stays_and_names_the_author(lines: list[str]) -> None:
    found = article(HEAD, "", BODY, MORE, "", *lines)
    assert found.authors in {("Jan Kowal",), ("Ewa Sowa",)}
    assert all(line in found.text for line in lines if line)


UNSIGNED = {
    "people told of": ["Kto nas sprawdzał?", "Jan Kowal, auditor wiodący", "Ewa Sowa, auditor"],
    "three people": ["Jan Kowal, auditor wiodący", "Ewa Sowa, auditor", "Piotr Maj, sekretarz gminy"],
    "contact": ["Kontakt:", "Ewa Sowa", "inspektor"],
    "label": ["Koordynatorka ds. dostępności: Ewa Sowa"],
    "sentence": ["Gości powitał wójt Jan Kowal."],
    "office without a name": ["Zastępca Burmistrza"],
}


@pytest.mark.parametrize("lines", UNSIGNED.values(), ids=UNSIGNED)
def test_who_is_told_of_is_no_author(lines: list[str]) -> None:
    assert article(HEAD, "", BODY, MORE, "", *lines).authors == ()


def test_addressee_of_a_letter_is_no_author() -> None:
    letter = article(
        "Wystąpienie pokontrolne", "", "Pan", "Jan Kowal", "Wójt Gminy", "", BODY, MORE, "", "Prezes Izby", "Ewa Sowa"
    )
    assert letter.authors == ("Ewa Sowa",)
    assert "Jan Kowal\nWójt Gminy" in letter.text


def test_lone_name_becomes_the_author_before_an_imprint() -> None:
    found = article(HEAD, "", BODY, MORE, "", "Ewa Sowa", "", "Redaguje zespół. Numer konta: 00 0000")
    assert found.authors == ("Ewa Sowa",)
    assert "Redaguje" not in found.text


@pytest.mark.parametrize(
    "line",
    ["Data publikacji: 31.08.2022   Autor: Ewa Sowa", "08.05.2024 | Ewa Sowa", "2012-05-08, autor: Ewa Sowa", "Ewa Sowa   15.09.2020, 07:55",
     "Dodał: Ewa Sowa, 2012-05-08 12:00", "Opublikowano 31.08.2022 przez Ewa Sowa", "Dodane dnia 3 maja 2014 przez: Ewa Sowa"],
)  # fmt: skip
def test_labels_with_dates(line: str) -> None:
    found = article(HEAD, line, "", BODY, MORE)
    assert found.authors == ("Ewa Sowa",)
    assert found.published is not None
    assert found.text == "\n".join((HEAD, BODY, MORE))


@pytest.mark.parametrize(
    "lead", ["Z Janem Kowalem, wójtem gminy, rozmawia Ewa Sowa", "Rozmawiała: Ewa Sowa", "Rozmawiał Jan Kowal"]
)
def test_interviewers(lead: str) -> None:
    assert article(HEAD, "", lead, "", BODY, MORE).authors in {("Ewa Sowa",), ("Jan Kowal",)}


def test_who_talks_in_the_story_is_no_author() -> None:
    assert article(HEAD, "", BODY, "O planach z mieszkańcami rozmawia Jan Kowal, wójt gminy.", MORE).authors == ()


def test_lines_of_a_signature() -> None:
    page = [read_line(line) for line in (BODY, "", "PREZES", "Izby Rolniczej", "Jan Kowal")]
    assert [(s.name, s.lines) for s in signatures(page)] == [("Jan Kowal", (2, 3, 4))]
