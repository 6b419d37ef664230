"""Programmes of events stay with the days over them; repertoires of a site's frame go."""

from __future__ import annotations

import pytest

from pipeline.clean.boilerplate import classify
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.programme import programme_lines

BEFORE = "Święto miodu potrwa w tym roku dwa dni, a gości przywita na rynku burmistrz miasta."
AFTER = "Zgłoszenia do biegu przyjmuje sekretariat biblioteki, a liczba miejsc jest ograniczona."


def found(*lines: str) -> list[str]:
    page = [read_line(line) for line in lines]
    return [lines[i] for i in sorted(programme_lines(page, {}))]


@pytest.mark.parametrize(
    "rows",
    [
        ["Piątek, 7 lipca", "godz. 17.00 - spływ", "godz. 21.00 - ognisko", "Sobota, 8 lipca", "godz. 18:00 gwiazda wieczoru"],
        ["12 maja (sobota)", "10:00 otwarcie", "Scena nad stawem", "11:30-12:00 pokaz strażaków", "13.00 zakończenie"],
        ["Dzień pierwszy - 3 czerwca 2011 r.", "od godz. 9.00 kiermasz", "ok. 15.00 koncert"],
    ],
    ids=["days and hours", "a place between", "numbered day"],
)
def test_programme_between_paragraphs(rows: list[str]) -> None:
    assert found(BEFORE, "", *rows, "", AFTER) == rows
    assert found(BEFORE, "W programie:", "", *rows) == ["W programie:", *rows]
    assert found(*rows, "", AFTER) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Repertuar kina", "17.00 Zimowa podróż", "19.30 Powrót do domu"],
        [BEFORE, "Czytaj też", "12:40 Pożar stodoły", "Drukuj"],
        [BEFORE, "12.05.2011", AFTER],
        [BEFORE, "W programie:", "godz. 10.00 - otwarcie", AFTER],
        [BEFORE, "00:00", "02:48", AFTER],
    ],
    ids=["no text", "a teaser", "a date", "one row", "a player"],
)
def test_no_programme(lines: list[str]) -> None:
    assert found(*lines) == []


def test_classified_as_text() -> None:
    lines = ["Święto miodu", BEFORE, "W programie:", "Sobota, 8 lipca", "godz. 10.00   bieg", "godz. 12.00   koncert", AFTER]
    assert [verdict.keep for verdict in classify(lines)] == [True] * len(lines)
