"""Findings in running text. Every sentence is ours, every office invented."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

CHAINS = {
    "counted among the strengths": (
        "Audyt zakończył się w maju.\nDo mocnych stron zaliczono otwartość urzędników, sprawny obieg pism oraz czytelną stronę internetową.",
        "strength",
        ["otwartość urzędników", "sprawny obieg pism", "czytelną stronę internetową"],
    ),
    "auditors praised": (
        "Auditorzy docenili zaangażowanie kierownictwa i rozwój e-usług.",
        "strength",
        ["zaangażowanie kierownictwa", "rozwój e-usług"],
    ),
    "genitive inside an item is no item": (
        "Auditorzy wysoko ocenili przygotowanie kierowników i pracowników, dbałość o archiwum.",
        "strength",
        ["przygotowanie kierowników i pracowników", "dbałość o archiwum"],
    ),
    "praised for": (
        "Zespół auditorów pochwalił urząd za wzorową ewidencję, szybkie załatwianie spraw i troskę o seniorów.",
        "strength",
        ["wzorową ewidencję", "szybkie załatwianie spraw", "troskę o seniorów"],
    ),
    "attention in a certification audit": (
        "Podczas audytu auditorzy zwrócili uwagę na przejrzyste procedury, które znają wszyscy pracownicy, oraz dobrą atmosferę.",
        "strength",
        ["przejrzyste procedury, które znają wszyscy pracownicy", "dobrą atmosferę"],
    ),
    "remarks concerned": (
        "Uwagi auditorów dotyczyły m.in. oznakowania archiwum, kopii zapasowych oraz szkoleń wstępnych.",
        "observation",
        ["oznakowania archiwum", "kopii zapasowych", "szkoleń wstępnych"],
    ),
    "faults consisted in": (
        "Nieprawidłowości wykryte przez RIO polegały na zaniżeniu dochodów, zwłoce w spłacie zobowiązań i pominięciu odsetek.",
        "nonconformity",
        ["zaniżeniu dochodów", "zwłoce w spłacie zobowiązań", "pominięciu odsetek"],
    ),
    "lacks established": (
        "W trakcie kontroli stwierdzono brak rejestru umów, nieaktualne upoważnienia i błędy w ewidencji.",
        "nonconformity",
        ["brak rejestru umów", "nieaktualne upoważnienia", "błędy w ewidencji"],
    ),
    "what it was about": (
        "Inspektorzy odwiedzili osiem stołówek i w trzech wykryli nieprawidłowości. Chodziło głównie o przeterminowane mleko i brudne naczynia.",
        "nonconformity",
        ["przeterminowane mleko", "brudne naczynia"],
    ),
    "doubts": (
        "Wizytacja trwała dwa dni. Zastrzeżenia budziły natomiast wąskie korytarze, brak poręczy.",
        "nonconformity",
        ["wąskie korytarze", "brak poręczy"],
    ),
    "addressee between verb and nouns": (
        "NIK zaleciła prezesowi wdrożenie procedur oraz zwrot nadpłat.",
        "recommendation",
        ["wdrożenie procedur", "zwrot nadpłat"],
    ),
    "advice as nouns": (
        "Kontrolerzy zalecili uzupełnienie dokumentacji oraz przeszkolenie kasjerów.",
        "recommendation",
        ["uzupełnienie dokumentacji", "przeszkolenie kasjerów"],
    ),
}

SENTENCES = {
    "object clause": (
        "Kontrola wykazała, że dotacje rozliczano po terminie.",
        [("dotacje rozliczano po terminie", "nonconformity")],
    ),
    "two object clauses": (
        "Audytor stwierdził, że brakuje planu szkoleń oraz że rejestr jest niekompletny.",
        [("brakuje planu szkoleń", "nonconformity"), ("rejestr jest niekompletny", "nonconformity")],
    ),
    "consecutive sentences": (
        "NIK ustaliła, że umowy zawierano bez przetargu. Ponadto faktury opisywano niezgodnie z procedurą. Należy też poprawić regulamin.",
        [
            ("umowy zawierano bez przetargu", "nonconformity"),
            ("faktury opisywano niezgodnie z procedurą", "nonconformity"),
            ("Należy też poprawić regulamin", "recommendation"),
        ],
    ),
    "the auditor orders": (
        "Audytorka nakazała uporządkować archiwum.",
        [("Audytorka nakazała uporządkować archiwum", "recommendation")],
    ),
    "judged badly": (
        "Po kontroli negatywnie oceniono nadzór nad spółką.",
        [("Po kontroli negatywnie oceniono nadzór nad spółką", "nonconformity")],
    ),
    "verbless list in a quote": (
        "– Z raportu audytorów wyłania się bałagan. Zgubione faktury, pomyłki w naliczeniach, spóźnione przelewy – wylicza radny Wrona.",
        [
            ("Zgubione faktury", "nonconformity"),
            ("pomyłki w naliczeniach", "nonconformity"),
            ("spóźnione przelewy", "nonconformity"),
        ],
    ),
}

NOTHING = {
    "good news": "Auditorzy nie stwierdzili niezgodności ani uchybień.",
    "good news with a noun": "Audit zakończył się bez zastrzeżeń i uwag.",
    "conformity as such": "Audit wykazał, że system spełnia wymagania normy ISO 9001.",
    "the certificate itself": "Auditorzy stwierdzili, że urząd zasługuje na certyfikat.",
    "mayor praises": "Burmistrz docenił pracę sołtysów, zaangażowanie strażaków i pomoc harcerzy.",
    "police establish": "Policjanci ustalili, że kierowca był pijany.",
    "faults unnamed": "Kontrola wykazała liczne nieprawidłowości i uchybienia.",
    "faults to come": "Wykonawca straci premię, gdy kontrola wykaże opóźnienia albo brak dokumentów.",
    "court": "Sąd stwierdził, że decyzja narusza prawo.",
    "question of the control": "Kontrola miała sprawdzić, czy nie doszło do nieprawidłowości.",
    "duty without a control": "Należy zapłacić podatek do końca marca. Trzeba też złożyć deklarację.",
    "what was audited": "Auditorzy sprawdzili Wydział Finansowy, Referat Oświaty i Biuro Rady.",
    "doctor's control": "Podczas kontroli drogowej kierowca nie miał prawa jazdy.",
    "ratings": "Mieszkańcy wysoko ocenili festyn, koncert i pokaz ogni.",
}


@pytest.mark.parametrize(("text", "kind", "expected"), CHAINS.values(), ids=CHAINS.keys())
def test_chains_of_noun_phrases(text: str, kind: str, expected: list[str]) -> None:
    found = find_findings(text)
    assert [text[f.start : f.end] for f in found] == expected
    assert {(f.kind, f.marker, f.number) for f in found} == {(kind, None, None)}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_clauses_and_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_no_finding(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []


def test_lead_is_the_introducing_words() -> None:
    text = "Po przerwie wrócono do obrad. Do plusów audytu zaliczono ład w aktach i czystość sal."
    found = find_findings(text)
    assert found
    assert {text[f.lead[0] : f.lead[1]] for f in found if f.lead} == {"Do plusów audytu zaliczono"}
