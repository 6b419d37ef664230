"""Findings in running text. Every sentence is ours, every office invented."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

SENTENCES = {
    "advice in the conditional": (
        "Audit trwał dzień. Zdaniem auditorki warto by rozbudować monitoring.",
        [("rozbudować monitoring", "recommendation")],
    ),
    "suggestion that": (
        "Auditor zasugerował, że przydałby się drugi skaner.",
        [("przydałby się drugi skaner", "recommendation")],
    ),
    "fault ascertained": (
        "Kontrola trwała tydzień. Ustalono brak spisu.",
        [("brak spisu", "nonconformity")],
    ),
    "object clause": (
        "Kontrola wykazała, że dotacje rozliczano po terminie.",
        [("dotacje rozliczano po terminie", "nonconformity")],
    ),
    "two object clauses": (
        "Audytor stwierdził, że brakuje planu szkoleń oraz że rejestr jest niekompletny.",
        [("brakuje planu szkoleń", "nonconformity"), ("rejestr jest niekompletny", "nonconformity")],
    ),
    "purpose clause": (
        "Auditorzy zasugerowali jedynie, aby wydłużyć termin archiwizacji.",
        [("wydłużyć termin archiwizacji", "recommendation")],
    ),
    "purposes with an infinitive each": (
        "Wystąpienie pokontrolne\nZalecam, aby opłatę pobierać przed ślubem, a przypiski opatrywać datą.",
        [("opłatę pobierać przed ślubem", "recommendation"), ("przypiski opatrywać datą", "recommendation")],
    ),
    "first person of a letter": (
        "Kontrola zakończona\nZalecam pobieranie opłaty. Wnioskuję o spisanie umów.",
        [("pobieranie opłaty", "recommendation"), ("spisanie umów", "recommendation")],
    ),
    "subject left out": (
        "Audytorem wiodącym była Ewa Sroka.\n– Byli z nas zadowoleni. Chwalili nas za kulturę obsługi i porządek w archiwum. Zalecili jednak, żebyśmy liczyli czas oczekiwania.",
        [
            ("kulturę obsługi", "strength"),
            ("porządek w archiwum", "strength"),
            ("liczyli czas oczekiwania", "recommendation"),
        ],
    ),
    "subject left out behind a noun": (
        "Kontrola RIO trwała tydzień. Wykazała brak podpisów i opóźnienia we wpłatach.",
        [("brak podpisów", "nonconformity"), ("opóźnienia we wpłatach", "nonconformity")],
    ),
    "two verbs in a sentence": (
        "Audytorka uznała, że obieg pism jest wzorowy, zasugerowała jednak, aby odświeżyć instrukcję.",
        [("obieg pism jest wzorowy", "strength"), ("odświeżyć instrukcję", "recommendation")],
    ),
    "what could be better": (
        "W raporcie auditorzy zapisali, że regulamin wymaga doprecyzowania. Zauważyli też, że karty mogłyby mieć większy druk.",
        [("regulamin wymaga doprecyzowania", "observation"), ("karty mogłyby mieć większy druk", "observation")],
    ),
    "praise behind that": (
        "Kontrolerzy stwierdzili, że jadłospisy są urozmaicone i zgodne z zaleceniami dietetyka.",
        [("jadłospisy są urozmaicone i zgodne z zaleceniami dietetyka", "strength")],
    ),
    "between questions of an interview": (
        "Szpital bez certyfikatu\n– Wygasł. Nikt o to nie dbał.\n– Czego zabrakło?\n– Jesienią audytorzy wytknęli nam brak przeglądów i stare procedury.",
        [("brak przeglądów", "nonconformity"), ("stare procedury", "nonconformity")],
    ),
    "worth in their opinion": (
        "Rejestr obejrzał auditor wiodący. Jego zdaniem warto rozbudować spis kluczy. Zdaniem audytora należałoby też opisać drzwi.",
        [("rozbudować spis kluczy", "recommendation"), ("też opisać drzwi", "recommendation")],
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
        [("uporządkować archiwum", "recommendation")],
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
    "faults unnamed, as gaps": "Audyt wstępny ujawnił pewne braki.",
    "good news behind a colon": "Kontrola zgłosiła jedno zastrzeżenie: brak.",
    "arguments in order": "Po audycie radni rozmawiali o drodze. Po pierwsze, jest dziurawa. Po drugie, brakuje na niej lamp.",
    "critics who do not audit": "Po kontroli mieszkańcy skrytykowali remont ulicy i brak parkingu.",
    "the mayor's words": "Po audycie burmistrz nie krył radości. „Macie bardzo dobrze prowadzone akta” – napisał do załogi.",
    "the auditor congratulates": "Audit się skończył. „Gratuluję wam tego certyfikatu” – powiedział auditor.",
    "the auditor found nothing": "Audyt w bibliotece. „Nie stwierdziliśmy żadnych niezgodności” – powiedziała audytorka.",
    "the auditor names the award": "Audyt w bibliotece. „System spełnia wymagania normy” – powiedziała audytorka.",
    "court": "Sąd stwierdził, że decyzja narusza prawo.",
    "question of the control": "Kontrola miała sprawdzić, czy nie doszło do nieprawidłowości.",
    "duty without a control": "Należy zapłacić podatek do końca marca. Trzeba też złożyć deklarację.",
    "what was audited": "Auditorzy sprawdzili Wydział Finansowy, Referat Oświaty i Biuro Rady.",
    "doctor's control": "Podczas kontroli drogowej kierowca nie miał prawa jazdy.",
    "remarks of the inhabitants": "Kontrola trwała tydzień. Uwagi mieszkańców dotyczyły dróg i chodników.",
    "observations of councillors": "Audyt zakończono. Spostrzeżenia radnych dotyczyły dróg i chodników.",
    "mayor behind the auditors": "Burmistrz spotkał się z auditorami. Pochwalił pracowników za cierpliwość i porządek.",
    "guests behind the auditors": "Audytorzy wyjechali. Mieszkańcy przyszli na festyn. Chwalili orkiestrę za muzykę i porządek.",
    "subject named in between": "Auditorzy przyjechali w maju. Wójt powitał ich chlebem. Wskazał, że brakuje miejsc parkingowych.",
    "people who are honoured": "Audyt zakończono. Podczas gali wyróżniono sołtysów i strażaków.",
    "people by name": "Audyt zakończono. Wyróżniono Annę Kos i Jana Wronę.",
    "next visit": "Auditorzy zaznaczyli, że następna wizyta odbędzie się w maju.",
    "all is well": "Kontrola wykazała, że wszystko jest w porządku.",
    "mayor advises": "Kontrola trwała dzień. Burmistrz zalecił, aby mieszkańcy uważali na drogach.",
    "commune applies": "Kontrola w toku. Gmina wnioskowała, aby przebudować drogę.",
    "prizes by ordinals": "Po kontroli wręczono dwie nagrody: pierwsza dotyczyła ogrodu, druga – balkonu.",
    "motions by ordinals": "Audyt zakończono. Rada przyjęła dwa wnioski: pierwszy dotyczył dróg, drugi – budżetu.",
    "charges of the police": "Policja zakończyła kontrolę. Zarzuty dotyczyły jazdy po alkoholu i braku dokumentów.",
    "the audited body praised": "Auditorzy chwalą nasz urząd. Auditorzy docenili urząd w Lipnicy.",
    "the verdict on everything": "NIK negatywnie oceniła działania starostwa w latach 2011-2013.",
    "a report on the economy": "Z raportu wynika, że wzrośnie zapotrzebowanie na kucharzy i kierowców.",
    "a head of the control body": "Sprawę zakupu kurtek kazał wyjaśnić prezes NIK.",
    "a committee moves": "Po kontroli Komisja Rewizyjna wnioskowała o udzielenie absolutorium. Komisja wnosi o odrzucenie poprawki.",
    "a councillor blames": "Po kontroli radny Kos zarzucił wójtowi brak konsultacji i opieszałość.",
    "all requirements met": "Auditorzy stwierdzili, że urząd spełnia wszystkie wymagania.",
    "villages honoured": "Po audicie podziękowano załodze. Wyróżniono też trzy sołectwa.",
    "the mayor's opinion": "Audytor wyjechał. Wójt Jan Kos planuje dalej. Jego zdaniem warto zbudować most.",
    "a duty taken on": "Kontrola trwa. Zobowiązaliśmy się do uchwalenia trzech programów.",
    "a show on a fair": "Festyn się udał. Na uwagę zasługuje występ orkiestry i pokaz ogni.",
    "ratings": "Mieszkańcy wysoko ocenili festyn, koncert i pokaz ogni.",
}


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
