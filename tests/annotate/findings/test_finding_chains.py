"""Chains of noun phrases in running text. Every sentence is ours, every office invented."""

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
    "advice to two addressees": (
        "NIK zaleciła burmistrzowi wzmocnienie nadzoru nad świetlicą, dyrektorom zaś – spisanie instrukcji.",
        "recommendation",
        ["wzmocnienie nadzoru nad świetlicą", "spisanie instrukcji"],
    ),
    "addressee as a pronoun": (
        "W marcu audytorzy wytknęli nam brak spisu, stare mapy i nieszczelne okna.",
        "nonconformity",
        ["brak spisu", "stare mapy", "nieszczelne okna"],
    ),
    "held exemplary": (
        "Audit trwał dwa dni. Za wzorcowe uznano prowadzenie kroniki oraz nadzór nad kluczami.",
        "strength",
        ["prowadzenie kroniki", "nadzór nad kluczami"],
    ),
    "what pleased the auditors": (
        "Auditorów ujęła zwłaszcza czystość korytarzy i uprzejmość portierów.",
        "strength",
        ["czystość korytarzy", "uprzejmość portierów"],
    ),
    "observations whose source was named before": (
        "Auditorzy zakończyli pracę w piątek. Spostrzeżenia, bo kilka zgłoszono, dotyczyły m.in. opisu kart i oznakowania drzwi.",
        "observation",
        ["opisu kart", "oznakowania drzwi"],
    ),
    "reservations of gerunds": (
        "NIK skontrolowała cztery świetlice. Zastrzeżenia dotyczyły braku umów, pobierania opłat bez podstawy oraz nieprzechowywania próbek.",
        "nonconformity",
        ["braku umów", "pobierania opłat bez podstawy", "nieprzechowywania próbek"],
    ),
    "faults told by a participle": (
        "Kontrola wykazała liczne nieprawidłowości dotyczące spisu majątku, rozliczania delegacji oraz kasy.",
        "nonconformity",
        ["spisu majątku", "rozliczania delegacji", "kasy"],
    ),
    "doubts about": (
        "Kontrolerzy mieli zastrzeżenia do sposobu liczenia odsetek i terminów wpłat.",
        "nonconformity",
        ["sposobu liczenia odsetek", "terminów wpłat"],
    ),
    "praise in the passive": (
        "Audit nadzoru trwał dzień. Na szczególne uznanie zasługuje zaangażowanie kadry i porządek w aktach.",
        "strength",
        ["zaangażowanie kadry", "porządek w aktach"],
    ),
    "praise behind a contrast": (
        "Audit odbył się w środę. Niezgodności nie było. Wyróżniono za to pracę archiwum.",
        "strength",
        ["pracę archiwum"],
    ),
    "behind good news": (
        "Auditorzy nie stwierdzili niezgodności, zaproponowali natomiast dwa działania doskonalące: nowy wzór umowy i przegląd zapisów.",
        "recommendation",
        ["nowy wzór umowy", "przegląd zapisów"],
    ),
    "counted by ordinals": (
        "Po audicie sformułowano dwa spostrzeżenia: pierwsze mówiło o tym, że ankiety warto rozdawać w filii, drugie zaś – że rejestr powinien mieć tytuł.",
        "observation",
        ["ankiety warto rozdawać w filii", "rejestr powinien mieć tytuł"],
    ),
    "counted in the next sentence": (
        "Auditorzy sformułowali dwa spostrzeżenia. Pierwsze dotyczyło szkoleń wstępnych, drugie – opisu kluczy.",
        "observation",
        ["szkoleń wstępnych", "opisu kluczy"],
    ),
    "criticised by the one who praised": (
        "Auditor pracował w magazynie dwa dni. Skrytykował jedynie opisy półek i brak wagi.",
        "nonconformity",
        ["opisy półek", "brak wagi"],
    ),
    "clause behind one observation": (
        "Raport z audytu zawierał jedno spostrzeżenie: plan remontów należałoby uzgadniać z radą. Niezgodności nie było.",
        "observation",
        ["plan remontów należałoby uzgadniać z radą"],
    ),
    "counted by adverbs in sentences": (
        "Kontrola wykazała dwie nieprawidłowości. Po pierwsze, nie prowadzono rejestru. Po drugie, umowy podpisano po terminie.",
        "nonconformity",
        ["nie prowadzono rejestru", "umowy podpisano po terminie"],
    ),
    "counted by adverbs in one sentence": (
        "Kontrola wykazała dwie nieprawidłowości: po pierwsze, nie prowadzono rejestru, po drugie, umowy podpisano po terminie.",
        "nonconformity",
        ["nie prowadzono rejestru", "umowy podpisano po terminie"],
    ),
    "two plurals with genitives of their own": (
        "Audit trwał dzień. Najwyżej oceniono przeglądy pojazdów oraz szkolenia kierowców.",
        "strength",
        ["przeglądy pojazdów", "szkolenia kierowców"],
    ),
    "two genitives of one plural": (
        "Audit trwał dzień. Doceniono zasady ochrony danych oraz bezpieczeństwa informacji.",
        "strength",
        ["zasady ochrony danych oraz bezpieczeństwa informacji"],
    ),
    "the auditor's words in front of the verb": (
        "Audit w urzędzie. „Macie bardzo dobrze prowadzone akta” – napisała auditorka Ewa Lis.",
        "strength",
        ["Macie bardzo dobrze prowadzone akta"],
    ),
    "the auditor's words behind the verb": (
        "– Audytorka powiedziała nam wprost: „Nie badacie ścieków” i „plany są nieaktualne” – relacjonuje kierownik Jan Lis.",
        "nonconformity",
        ["Nie badacie ścieków", "plany są nieaktualne"],
    ),
    "advice as nouns": (
        "Kontrolerzy zalecili uzupełnienie dokumentacji oraz przeszkolenie kasjerów.",
        "recommendation",
        ["uzupełnienie dokumentacji", "przeszkolenie kasjerów"],
    ),
}


@pytest.mark.parametrize(("text", "kind", "expected"), CHAINS.values(), ids=CHAINS.keys())
def test_chains_of_noun_phrases(text: str, kind: str, expected: list[str]) -> None:
    found = find_findings(text)
    assert [text[f.start : f.end] for f in found] == expected
    assert {(f.kind, f.marker, f.number) for f in found} == {(kind, None, None)}
