"""Tables of findings with bars, with tabulators and one cell a line; tables of something else. Every sentence is ours."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

PAIRS = [
    ("Rejestr prowadzono ołówkiem", "nonconformity"),
    ("Prowadzić rejestr trwale", "recommendation"),
    ("Nie sporządzono spisu", "nonconformity"),
    ("Sporządzić spis", "recommendation"),
]
TABLES = {
    "bars": (
        "Kontrola w szkole\nLp. | Ustalenie | Zalecenie | Termin\n1 | Rejestr prowadzono ołówkiem | Prowadzić rejestr trwale |"
        " 30.06\n2 | Nie sporządzono spisu | Sporządzić spis | 31.07\nKoniec.",
        PAIRS,
    ),
    "tabulators": (
        "Kontrola w szkole\nUstalenie\tZalecenie\nRejestr prowadzono ołówkiem\tProwadzić rejestr trwale\n"
        "Nie sporządzono spisu\tSporządzić spis",
        PAIRS,
    ),
    "markdown": (
        "Kontrola w szkole\n| Ustalenie | Zalecenie |\n|---|---|\n| Rejestr prowadzono ołówkiem | Prowadzić rejestr trwale |\n"
        "| Nie sporządzono spisu | Sporządzić spis |",
        PAIRS,
    ),
    "one cell a line": (
        "Kontrola w szkole\nUstalenie\nZalecenie\nRejestr prowadzono ołówkiem\nProwadzić rejestr trwale\nNie sporządzono spisu\n"
        "Sporządzić spis\nDyrektor przyjął zalecenia do wykonania.",
        PAIRS,
    ),
    "numbers of rows that got lost": (
        "Audit wewnętrzny\nLp.\nOpis niezgodności\nPunkt normy\nBrak nadzoru nad wzorami\n4.2.3\nNie oceniono dostawców\n7.4.1\n"
        "Termin minie w czerwcu. Sprawozdanie przyjął burmistrz.",
        [("Brak nadzoru nad wzorami", "nonconformity"), ("Nie oceniono dostawców", "nonconformity")],
    ),
}
OTHERS = {
    "tasks": "Audyt wewnętrzny\nLp. | Zadanie | Termin\n1 | Gospodarka mieniem | marzec\n2 | Dotacje | maj",
    "counts": "Kontrole zewnętrzne\nLp. | Organ | Temat kontroli | Liczba zaleceń\n1 | PIP | czas pracy | 3",
    "nothing found": "Kontrola\nUstalenie | Zalecenie\nNie stwierdzono uchybień | Brak zaleceń",
    "no audit": "Nasza wycieczka\nPropozycja | Uwaga\nspacer po lesie | zabierz buty",
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES.keys())
def test_cells_of_the_right_columns_are_findings(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_other_tables_hold_none(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []


def test_lead_is_the_head_of_the_column_and_the_row_gives_the_number() -> None:
    text = "Kontrola w szkole\nLp. | Ustalenie | Termin\n1 | Rejestr prowadzono ołówkiem | 30.06\n2 | Nie sporządzono spisu | 31.07"
    found = find_findings(text)
    assert [f.number for f in found] == [1, 2]
    assert {text[f.lead[0] : f.lead[1]] for f in found if f.lead} == {"Ustalenie"}
