"""How news tells of audits in running text, each form beside a neighbour that is none. Every sentence is ours."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

FOUND = {
    "grumbling": (
        "Kontrolerzy pracowali tydzień. Inspektorzy trochę narzekali na zbyt drobny druk i stare tablice.",
        [("zbyt drobny druk", "observation"), ("stare tablice", "observation")],
    ),
    "asked for": (
        "NIK wnosi między innymi o zwrot dotacji oraz podjęcie działań dyscyplinarnych.",
        [("zwrot dotacji", "recommendation"), ("podjęcie działań dyscyplinarnych", "recommendation")],
    ),
    "an order, and what its author did next": (
        "Inspektor pracy wydał nakaz wymiany drabin i skierował wystąpienie.",
        [("wymiany drabin", "recommendation")],
    ),
    "pleased that": (
        "Auditorki były u nas w maju. Spodobało się im, że skargi opisujemy tego samego dnia.",
        [("skargi opisujemy tego samego dnia", "strength")],
    ),
    "a nonconformity because": (
        "Audyt za nami. Dostaliśmy jedną niezgodność, bo kopie zapasowe leżały obok serwera.",
        [("kopie zapasowe leżały obok serwera", "nonconformity")],
    ),
    "on the side of the pluses": (
        "Audytor zapisał po stronie plusów czyste archiwum.",
        [("czyste archiwum", "strength")],
    ),
    "numbered remarks": (
        "Po audicie.\nUwaga 1: plan szkoleń mógłby obejmować cały rok.",
        [("plan szkoleń mógłby obejmować cały rok", "observation")],
    ),
    "a series of clauses": (
        "Inspektor stwierdził, że lekarze pracowali bez umów, wypłaty liczono od złej stawki, a regały nie miały tabliczek.",
        [
            ("lekarze pracowali bez umów", "nonconformity"),
            ("wypłaty liczono od złej stawki", "nonconformity"),
            ("regały nie miały tabliczek", "nonconformity"),
        ],
    ),
    "two clauses that tell one thing": (
        "Kontrola wykazała, że umowę podpisano w maju, a prace ruszyły w czerwcu.",
        [("umowę podpisano w maju, a prace ruszyły w czerwcu", "nonconformity")],
    ),
    "who acts in what is reported is not who speaks next": (
        "Wizytatorka zapisała, że uczniowie chętnie pracują w grupach. Zaleciła też uaktualnienie statutu.",
        [("uczniowie chętnie pracują w grupach", "strength"), ("uaktualnienie statutu", "recommendation")],
    ),
    "two infinitives": (
        "Strażacy nakazali wymienić gaśnice i oznakować wyjścia.",
        [("wymienić gaśnice", "recommendation"), ("oznakować wyjścia", "recommendation")],
    ),
    "at the same time": (
        "Kontrola wykazała brak spisu. Jednocześnie nie prowadzono ksiąg.",
        [("brak spisu", "nonconformity"), ("nie prowadzono ksiąg", "nonconformity")],
    ),
    "a label with a preposition": (
        "Samoocena CAF zakończona.\nObszary do poprawy: pomiar efektów szkoleń, komunikacja z klientami.",
        [("pomiar efektów szkoleń", "observation"), ("komunikacja z klientami", "observation")],
    ),
}

NOT_FOUND = {
    "inhabitants who grumble": "Mieszkańcy po kontroli narzekali na dziury.",
    "attention, please": "Audyt za nami.\nUwaga: wyniki opublikujemy jutro.",
    "what obliges": "Auditorzy wyjechali. – Mamy jezioro, to zobowiązuje – mówi wójt.",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_findings_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_nothing_is_found(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []
