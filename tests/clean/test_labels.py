from __future__ import annotations

import pytest

from pipeline.clean.labels import author_label, first_author, initials, signer
from pipeline.clean.people import full_name, is_office, join_double, names, without_inserted


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Tekst: Jan Borówka", ["Jan Borówka"]),
        ("Tekst i foto: Anna Lipka", ["Anna Lipka"]),
        ("tekst/zdjęcia: Anna Lipka", ["Anna Lipka"]),
        ("Autor: Ewa Sowa, fot. Marek Jodła", ["Ewa Sowa"]),
        ("Opr. Ewa Sowa", ["Ewa Sowa"]),
        ("Autor: Ewa Sowa, 12.03.2010", ["Ewa Sowa"]),
        ("Tekst: Ewa Sowa, Jan Borówka", ["Ewa Sowa", "Jan Borówka"]),
        ("12.03.2010 | Autor: Ewa Sowa | Kultura", ["Ewa Sowa"]),
        ("Wpisany przez Ewa Sowa", ["Ewa Sowa"]),
        ("Opracowała: Ewa Sowa, Wydział Promocji", ["Ewa Sowa"]),
        ("Opublikowano 3 maja 2014 przez Ewa Sowa", ["Ewa Sowa"]),
        ("Wpisany przez Ewa Sowa poniedziałek, 12 marca 2012 10:22", ["Ewa Sowa"]),
        ("Opublikowane przez Ewa Sowa w czw., 08/10/2020 - 11:15", ["Ewa Sowa"]),
        ("Autor: Ewa Sowa o 20:14", ["Ewa Sowa"]),
        ("Redaktor: Ewa Sowa", ["Ewa Sowa"]),
        ("Redaktor naczelny: Ewa Sowa", []),
        ("Wpisany przez Administrator", []),
        ("Autor: PAP", []),
        ("Fot. Marek Jodła", []),
        ("Zdjęcia: Marek Jodła", []),
        ("Źródło: Urząd Gminy", []),
        ("Tekst ustawy z uwagami", []),
    ],
)
def test_author_labels(line: str, authors: list[str]) -> None:
    assert author_label(line) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Sporządziła: Ewa Sowa, Sekretarz Miasta", ["Ewa Sowa"]),
        ("Sporządził: Marek Jodła, dnia 3.05.2013", ["Marek Jodła"]),
        ("Notatkę sporządził Marek Jodła", ["Marek Jodła"]),
        ("Informację przygotowała Ewa Sowa, Wydział Promocji", ["Ewa Sowa"]),
        ("Protokół sporządziła komisja", []),
        ("Opublikowała: Ewa Sowa", []),
        ("Ewa Sowa sporządziła protokół", []),
    ],
)
def test_who_drew_up_a_notice(line: str, authors: list[str]) -> None:
    assert signer(line) == authors


def test_name_on_the_next_line() -> None:
    assert first_author(["Źródło: UM", "Tekst i foto:", "Ewa Sowa – Bąk"]) == ["Ewa Sowa-Bąk"]
    assert first_author(["Zdjęcia:", "Ewa Sowa"]) == []


@pytest.mark.parametrize(
    ("name", "title", "repaired"),
    [
        ("Jan Kowal –certyfikat IsoNowak", "Certyfikat ISO", "Jan Kowal-Nowak"),
        ("Anna – Dni Otwarte w RatuszuLipka", "Miasto: dni otwarte w ratuszu", "Anna-Lipka"),
        ("Jan Kowal", "Certyfikat ISO", "Jan Kowal"),
        ("Jan Kowal –koncert chóruNowak", "Certyfikat ISO", "Jan Kowal –koncert chóruNowak"),
        ("Jan Kowal –certyfikat IsoNowak", None, "Jan Kowal –certyfikat IsoNowak"),
    ],
    ids=["double name", "too little is left for a name", "nothing to repair", "words of another title", "no title"],
)
def test_alternative_text_inside_a_name(name: str, title: str | None, repaired: str) -> None:
    assert without_inserted(name, title) == (repaired if repaired != "Anna-Lipka" else name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ewa Sowa – Bąk", "Ewa Sowa-Bąk"),
        ("mgr inż. Jan M. Kowal", "Jan M. Kowal"),
        ("J. Kowal", "J. Kowal"),
        ("Jan Kowal vel Kowalik", "Jan Kowal vel Kowalik"),
        ("Urząd Miejski", None),
        ("Redakcja Portalu", None),
        ("Jan", None),
        ("Nowa Sól", None),
        ("Piękny Dzień", None),
        ("Jan Kowal powiedział", None),
    ],
)
def test_full_names(text: str, name: str | None) -> None:
    assert full_name(text) == name


def test_lists_doubles_and_offices() -> None:
    assert names("Jan Kowal, Ewa Sowa i Adam Bąk") == ["Jan Kowal", "Ewa Sowa", "Adam Bąk"]
    assert names("Jan Kowal i spółka") == []
    assert join_double("Sowa –Bąk") == "Sowa-Bąk"
    assert is_office("p.o. kierownika referatu") is False
    assert is_office("p.o. kierownik referatu")
    assert is_office("Rzecznik prasowa Starostwa")
    assert not is_office("Remont ulicy")


@pytest.mark.parametrize(
    ("line", "mark"),
    [("Koniec uroczystości. (mo)", "mo"), ("(jk)", "jk"), ("Zapraszamy! /AB/", "AB"), ("zgodnie z normą (ISO)", None), ("Zdjęcia w galerii. (fot)", None), ("", None)],
)  # fmt: skip
def test_initials(line: str, mark: str | None) -> None:
    assert initials(line) == mark
