"""Labels, pairs of what was found and what is to be done, levels. Every sentence is ours, every office invented."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings


def _texts(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_findings(text)]


def test_numbers_markers_and_levels_are_those_printed() -> None:
    text = "Kontrola wykazała nieprawidłowości:\n3. Brak spisu.\n4. Uchybienia w kadrach:\na) brak akt,\nb) błędne daty."
    found = [(f.number, f.marker, f.level) for f in find_findings(text)]
    assert found == [(3, "3.", 1), (None, "a)", 2), (None, "b)", 2)]


def test_pairs_of_fault_and_advice() -> None:
    text = "Wyniki kontroli\n1. Stwierdzono: brak rejestru upoważnień. Wnioskuję: założyć rejestr.\n2. Stwierdzono: stare instrukcje. Wnioskuję: wydać nowe."
    found = [(text[f.start : f.end], f.kind, f.number) for f in find_findings(text)]
    assert found == [
        ("brak rejestru upoważnień", "nonconformity", 1),
        ("założyć rejestr", "recommendation", 1),
        ("stare instrukcje", "nonconformity", 2),
        ("wydać nowe", "recommendation", 2),
    ]


def test_pairs_of_labels_on_lines_of_their_own() -> None:
    text = (
        "Protokół kontroli\n1. Stwierdzono:\nbrak badań lekarskich dwóch osób.\nWnioskuję:\nskierować je na badania.\n"
        "2. Stwierdzono:\nluźne przewody.\nWnioskuję:\nzabezpieczyć je."
    )
    assert [(text[f.start : f.end], f.kind, f.number) for f in find_findings(text)] == [
        ("brak badań lekarskich dwóch osób", "nonconformity", 1),
        ("skierować je na badania", "recommendation", 1),
        ("luźne przewody", "nonconformity", 2),
        ("zabezpieczyć je", "recommendation", 2),
    ]


def test_pairs_told_by_formulas() -> None:
    text = (
        "Protokół kontroli sanitarnej\n1. Stwierdzono, że lodówka nie ma termometru.\nWnioskuję o zakup termometru.\n"
        "2. Stwierdzono, że książka kontroli jest niekompletna.\nZaleca się, aby uzupełnić książkę.\nO wykonaniu proszę napisać."
    )
    assert [(text[f.start : f.end], f.kind, f.number) for f in find_findings(text)] == [
        ("lodówka nie ma termometru", "nonconformity", 1),
        ("zakup termometru", "recommendation", 1),
        ("książka kontroli jest niekompletna", "nonconformity", 2),
        ("uzupełnić książkę", "recommendation", 2),
    ]


def test_labels_alone_on_their_lines_under_a_lead_that_names_faults() -> None:
    text = (
        "Wyniki kontroli wskazują na uchybienia:\n1. Stwierdzono:\nDruki leżą luzem.\nZaleca się:\nZszyć druki.\n"
        "2. Stwierdzono:\nPieczęć oddano bez protokołu.\nZaleca się:\nSpisać protokół."
    )
    found = [(text[f.start : f.end], f.kind) for f in find_findings(text)]
    assert found == [
        ("Druki leżą luzem", "nonconformity"),
        ("Zszyć druki", "recommendation"),
        ("Pieczęć oddano bez protokołu", "nonconformity"),
        ("Spisać protokół", "recommendation"),
    ]


LABELS = {
    "numbered nonconformities": (
        "Audit wewnętrzny\nNiezgodność 1: brak zapisów ze szkoleń.\nNiezgodność 2: stary rejestr.",
        ["brak zapisów ze szkoleń", "stary rejestr"],
    ),
    "nouns behind a colon": (
        "Audytor wymienił mocne strony: zaangażowanie kadry, dobre przygotowanie oraz sprawny obieg pism.",
        ["zaangażowanie kadry", "dobre przygotowanie", "sprawny obieg pism"],
    ),
    "good news behind a label": ("Wyniki auditu\nNiezgodności: nie stwierdzono.\nUwagi: brak.", []),
    "what was audited": ("Wyniki auditu\nZakres auditu: kadry, płace, archiwum.", []),
    "who came": ("Audit nadzoru\nZespół audytorów: Jan Kos, Ewa Sroka.", []),
    "quoted speech": ("Wójt po kontroli powiedział: dziękuję pracownikom, sołtysom i radnym.", []),
}


@pytest.mark.parametrize(("text", "expected"), LABELS.values(), ids=LABELS.keys())
def test_labels(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_polarity_changes_with_the_lead_between_items() -> None:
    text = (
        "Raport z auditu wymienia mocne strony:\n1. jasne procedury;\n2. otwartość kadry.\n"
        "Znalazły się też potencjały doskonalenia:\n3. skrócenie narad."
    )
    assert [f.kind for f in find_findings(text)] == ["strength", "strength", "observation"]


def test_pair_of_labels_on_one_line() -> None:
    text = "Kontrola w szkole\nUstalono: brak podpisów na listach. Zalecono: uzupełnić podpisy."
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == [
        ("brak podpisów na listach", "nonconformity"),
        ("uzupełnić podpisy", "recommendation"),
    ]


def test_a_lead_behind_a_long_item_is_not_its_second_line() -> None:
    text = (
        "Auditorzy wyróżnili:\n• porządek w aktach\n• udział kierownika magazynu w szkoleniu nowych osób z zewnątrz\n"
        "Do poprawy zostawili nam:\n• opis dróg w pawilonie\n• czas oczekiwania na wydanie"
    )
    assert [f.kind for f in find_findings(text)] == ["strength", "strength", "observation", "observation"]
