"""Lines of several cells against lines of an article that only look like them."""

import pytest

from pipeline.clean import clean
from pipeline.clean.furniture.cells import cells_mark, columns
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

BODY = "Auditorzy przez dwa dni sprawdzali pracę urzędu i nie znaleźli żadnych niezgodności z normą."
MORE = "Certyfikat będzie ważny przez trzy lata, a za rok urząd czeka kolejny audit nadzoru."


@pytest.mark.parametrize(
    ("raw", "settled"),
    [
        ("Kraj    Region\tSport", "Kraj | Region | Sport"),
        ("Kraj  Region  Sport", "Kraj | Region | Sport"),
        ("Mamy  certyfikat!", "Mamy certyfikat!"),
        ("* Kraj * Region *", "* Kraj | Region *"),
        ("   Kraj   ", "Kraj"),
    ],
    ids=["wide", "double twice", "a slip", "stars", "margins"],
)
def test_columns(raw: str, settled: str) -> None:
    assert columns(raw) == settled


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("AKTUALNOŚCI  KULTURA  SPORT", "cells.menu"),
        ("O spółce   Taryfy   Jakość wody   Laboratorium", "cells.bar"),
        ("* Wiadomości * Kultura * Powiat * Gminy *", "cells.menu"),
        ("wydrukuj   poleć znajomemu", "cells.tools"),
        ("Wersja kontrastowa A A+ A++", "cells.two"),
        ("(PAP) 21.11.2007", "cells.dated"),
        ("Wyszukiwarka: [        ] szukaj", "cells.menu"),
        ("REKLAMA   Tanie okna od zaraz!   REKLAMA", "cells.ad"),
        ("Anna Lis   15.09.2020, 07:55", "cells.dated"),
        ("14 października 2021 / admin / 0 komentarzy", "cells.dated"),
        ("powiat zalesiński / oświata / 18.10.2004", "cells.dated"),
        ("2012-05-08, autor: Jan Kot", "cells.dated"),
        ("piątek, 14 marca 2025   Imieniny: Matyldy, Leona   9°C", "cells.crawl"),
    ],
)
def test_cells_are_known(raw: str, rule: str) -> None:
    found = cells_mark(columns(raw))
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    "raw",
    [
        "Urząd  z certyfikatem",
        "Łódź, 6 września 2006",
        "Kowalno, dnia 6.09.2006",
        "Droga Borki – Lipa / etap drugi",
        "Anna Lis / Jan Kot",
        "A radni swoje",
        "Sport w szkole",
        "Partnerzy wydarzenia:",
        "Rozbudowa szkoły w Borkach     12.03.2010",
        "Wydział Finansowy     12 etatów     98,5 %",
        "",
        "|",
    ],
)
def test_lines_of_articles_have_no_such_cells(raw: str) -> None:
    assert cells_mark(columns(raw)) is None


def article(*lines: str) -> Article:
    found = clean(Source(source="x.txt", content="\n".join(lines), media="text"), CleanSettings())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "header",
    ["AKTUALNOŚCI  KULTURA  SPORT", "Powiat Sosnowski    Wyszukiwarka", "O spółce   Taryfy   Przetargi   Praca", "* Wiadomości * Kultura *",
     "GŁOS DOLINY    LUTY 1999    cena 50 gr", "W numerze: Sejmik ..... 2  Sport ..... 5", "Gmina Sosnowo Wielkie - aktualności",
     "Archiwum wiadomości >> styczeń 2003", "Menu przedmiotowe", "Timetable", "05.12.2011  Aktualności"],
)  # fmt: skip
@pytest.mark.parametrize("headline", ["Budżet uchwalony", "Gmina Sosnowo Wielkie z nagrodą"])
def test_header_of_a_site_is_no_headline(header: str, headline: str) -> None:
    found = article(header, "", headline, "", BODY, MORE)
    assert found.title == headline
    assert found.text == "\n".join((headline, BODY, MORE))


def test_table_inside_the_article_stays() -> None:
    lines = ("Budżet uchwalony", BODY, "Dział   Wydatki   Udział", "Oświata   12 mln   40", MORE)
    assert article(*lines).text.count("Wydatki") == 1


def test_a_printed_line_keeps_its_words() -> None:
    assert article("Nowy  porządek   obrad", "", BODY, MORE).title == "Nowy porządek obrad"
