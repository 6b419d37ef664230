"""Lists: two thirds of them are not findings. Every sentence is ours, every office invented."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

FINDINGS = {
    "negative findings with bullets": (
        "Sprawozdanie z audytu\nUstalenia negatywne\n• brak spisu kluczy\n• nieaktualne umowy",
        "nonconformity",
        ["brak spisu kluczy", "nieaktualne umowy"],
    ),
    "a letter before a noun that numbers count": (
        "Kontrolerzy zarzucili:\na. brak ewidencji;\nb. niezlecenie przeglądów;\nc. wydanie zgód bez opinii.",
        "nonconformity",
        ["brak ewidencji", "niezlecenie przeglądów", "wydanie zgód bez opinii"],
    ),
    "plus signs": (
        "Audit\nMocne strony:\n+ ład w magazynie,\n+ uprzejma obsługa.",
        "strength",
        ["ład w magazynie", "uprzejma obsługa"],
    ),
    "numbered after attention": (
        "Urząd z certyfikatem\nPodczas auditu nadzoru auditorzy zwrócili uwagę na:\n1) sprawną obsługę interesantów,\n2) czytelne karty usług,\n"
        "3) niewielką liczbę odwołań.",
        "strength",
        ["sprawną obsługę interesantów", "czytelne karty usług", "niewielką liczbę odwołań"],
    ),
    "first item on the lead's line": (
        "Audytorzy z Gdańska pochwalili urząd za: 1) wzorowe archiwum,\n2) dobrą współpracę wydziałów.",
        "strength",
        ["wzorowe archiwum", "dobrą współpracę wydziałów"],
    ),
    "first item without its number": (
        "W trakcie audytu zwrócono uwagę na: zaangażowanie kadry,\n2) rozwój e-usług,\n3) szkolenia pracowników.",
        "strength",
        ["zaangażowanie kadry", "rozwój e-usług", "szkolenia pracowników"],
    ),
    "bare heading": (
        "Raport z audytu wewnętrznego\nMocne strony\n- jasny podział obowiązków\n- aktualne procedury\n",
        "strength",
        ["jasny podział obowiązków", "aktualne procedury"],
    ),
    "faults in a control letter": (
        "Wystąpienie pokontrolne\nKontrola wykazała następujące uchybienia i nieprawidłowości:\n1. Nie sporządzono planu zamówień.\n"
        "2. Faktury regulowano po terminie.\n3. W dwóch umowach pominięto kary umowne.",
        "nonconformity",
        ["Nie sporządzono planu zamówień", "Faktury regulowano po terminie", "W dwóch umowach pominięto kary umowne"],
    ),
    "dash alone on its line": (
        "Deklaracja dostępności\nStrona jest częściowo zgodna z ustawą z powodu niezgodności:\n-\nmapy nie mają opisu tekstowego\n-\nczęść plików PDF to skany",
        "nonconformity",
        ["mapy nie mają opisu tekstowego", "część plików PDF to skany"],
    ),
    "letters inline": (
        "W wyniku kontroli stwierdzono: a) brak ewidencji druków, b) nieterminowe przeglądy gaśnic, c) błędne naliczenie diet. Wójt złożył wyjaśnienia.",
        "nonconformity",
        ["brak ewidencji druków", "nieterminowe przeglądy gaśnic", "błędne naliczenie diet"],
    ),
    "semicolons without markers": (
        "Kontrolerzy stwierdzili nieprawidłowości: brak protokołu odbioru; zaniżenie opłaty; niedotrzymanie terminu wpłaty.",
        "nonconformity",
        ["brak protokołu odbioru", "zaniżenie opłaty", "niedotrzymanie terminu wpłaty"],
    ),
    "one a line without markers": (
        "Audit wykazał następujące niezgodności:\nbrak przeglądu ryzyka,\nnieaktualny wykaz sprzętu,\npominięcie szkolenia wstępnego.",
        "nonconformity",
        ["brak przeglądu ryzyka", "nieaktualny wykaz sprzętu", "pominięcie szkolenia wstępnego"],
    ),
    "potential for improvement": (
        "Auditorzy wskazali potencjał doskonalenia:\n• skrócenie czasu obiegu pism\n• ujednolicenie wzorów decyzji",
        "observation",
        ["skrócenie czasu obiegu pism", "ujednolicenie wzorów decyzji"],
    ),
    "after-control recommendations": (
        "Zalecenia pokontrolne\n1) Uzupełnić rejestr umów.\n2) Prowadzić ewidencję na bieżąco.",
        "recommendation",
        ["Uzupełnić rejestr umów", "Prowadzić ewidencję na bieżąco"],
    ),
    "it is necessary": (
        "Po kontroli gospodarki kasowej należy:\n– wprowadzić raporty dzienne,\n– przeszkolić kasjera.",
        "recommendation",
        ["wprowadzić raporty dzienne", "przeszkolić kasjera"],
    ),
    "two levels with leads of their own": (
        "W toku kontroli stwierdzono nieprawidłowości:\n1. W zakresie dochodów:\na) zaniżono stawkę czynszu,\nb) nie naliczono odsetek.\n"
        "2. W zakresie wydatków:\na) zapłacono dwa razy za tę samą dostawę.\nb) pominięto aneks.",
        "nonconformity",
        ["zaniżono stawkę czynszu", "nie naliczono odsetek", "zapłacono dwa razy za tę samą dostawę", "pominięto aneks"],
    ),
    "item broken over lines": (
        "Inspektorzy stwierdzili następujące uchybienia:\n1) w rejestrze upoważnień nie odnotowano dat cofnięcia dostępu\n"
        "pracownikom, którzy odeszli z urzędu,\n2) brak analizy ryzyka.",
        "nonconformity",
        [
            "w rejestrze upoważnień nie odnotowano dat cofnięcia dostępu\npracownikom, którzy odeszli z urzędu",
            "brak analizy ryzyka",
        ],
    ),
    "sentences under a heading": (
        "Deklaracja dostępności\nStrona jest częściowo zgodna z ustawą.\nNiezgodności z załącznikiem\nBrak napisów do filmów.\n"
        "Zdjęcia nie mają opisów.\nSkróty klawiaturowe\nTab przenosi dalej.\nEnter wybiera.",
        "nonconformity",
        ["Brak napisów do filmów", "Zdjęcia nie mają opisów"],
    ),
    "subheadings under one lead": (
        "W wyniku kontroli RIO stwierdzono nieprawidłowości, które dotyczyły:\nw zakresie ksiąg:\n- zapisów po terminie;\n- luk w numeracji;\n"
        "w zakresie dochodów:\n- wymiaru podatku;\n- braku wezwań.",
        "nonconformity",
        ["zapisów po terminie", "luk w numeracji", "wymiaru podatku", "braku wezwań"],
    ),
    "findings of an inspection": (
        "Wystąpienie pokontrolne\nOcenę uzasadniają następujące ustalenia:\n1) w dwóch sprawach decyzję wydano po terminie,\n2) nie prowadzono rejestru skarg.",
        "nonconformity",
        ["w dwóch sprawach decyzję wydano po terminie", "nie prowadzono rejestru skarg"],
    ),
    "square brackets": (
        "Uwagi auditorów dotyczyły:\n[1] archiwizacji nagrań,\n[2] oznaczenia pomieszczeń.",
        "observation",
        ["archiwizacji nagrań", "oznaczenia pomieszczeń"],
    ),
    "phrases under bare headings": (
        "Audit nadzoru w Lipnicy\nMocne strony\nczytelne karty usług\nstały skład zespołu\nKontakt z mediami\nRzecznik odbiera telefon.",
        "strength",
        ["czytelne karty usług", "stały skład zespołu"],
    ),
    "capital phrases up to the page's frame": (
        "Audyt w bibliotece\nStwierdzone niezgodności\nNieaktualny wykaz zbiorów\nBrak podpisów na protokołach\nGaleria zdjęć\nW bibliotece wyremontowano czytelnię.",
        "nonconformity",
        ["Nieaktualny wykaz zbiorów", "Brak podpisów na protokołach"],
    ),
    "phrases with separators under a counted heading": (
        "Raport z auditu\nII. Potencjał doskonalenia\nskrócenie obiegu faktur,\nwspólny wzór umowy.",
        "observation",
        ["skrócenie obiegu faktur", "wspólny wzór umowy"],
    ),
    "clauses with a formula each": (
        "Protokół kontroli\n1. Stwierdzono, że nie spisano umowy.\n2. Ustalono, że kasę liczono raz w roku.",
        "nonconformity",
        ["nie spisano umowy", "kasę liczono raz w roku"],
    ),
    "lead that lost its colon": (
        "Wystąpienie\nKontrola w Gminnym Ośrodku Pomocy w Zagórzycach wykazała uchybienia i nieprawidłowości\n"
        "wywiady robiono po terminie;\nw decyzjach nie było pouczeń;\nnie prowadzono rejestru skarg.",
        "nonconformity",
        ["wywiady robiono po terminie", "w decyzjach nie było pouczeń", "nie prowadzono rejestru skarg"],
    ),
    "speech behind the list": (
        "Wystąpienie pokontrolne zobowiązuje szkołę, by:\n- zaktualizowała statut,\n- przeszkoliła kadrę.\n"
        "– Wyciągniemy wnioski – zapewnia dyrektor Jan Kos. Reszta jutro.",
        "recommendation",
        ["zaktualizowała statut", "przeszkoliła kadrę"],
    ),
    "Word bullets": (
        "Kontrola NIK ujawniła:\n\uf0b7 nierzetelne sprawozdania\n\uf0b7 zwłokę w rozliczeniu dotacji",
        "nonconformity",
        ["nierzetelne sprawozdania", "zwłokę w rozliczeniu dotacji"],
    ),
}

NO_FINDINGS = {
    "phone numbers with a plus": "Audyt trwa. Kontakt:\n+48 100 200 300\n+48 100 200 301",
    "size of print": "Raport z audytu\nA+\nA++\nZmień kontrast",
    "what a gym offers with plus signs": "Karnet obejmuje:\n+ wejście na salę,\n+ szafkę w szatni.",
    "what an extra year costs": "Koszty utrzymania systemu:\n+ przegląd roczny,\n+ materiały.",
    "editions, not items": "Po audycie czekamy na święto:\n13. rocznica nadania praw\n14. edycja biegu",
    "schedule of a control to come": "Kontrola rozpocznie się w maju. Prosimy przygotować:\n+ umowy,\n+ protokoły.",
    "departments audited": "Audit w urzędzie\nAuditem objęto:\n- Wydział Finansowy,\n- Referat Oświaty,\n- Biuro Rady.",
    "cells visited": "Auditorzy odwiedzili następujące komórki:\n1) Wydział Architektury,\n2) Urząd Stanu Cywilnego.",
    "units with faults named only by name": "Audytorzy sprawdzili, czy nie ma uchybień w komórkach:\n• Wydział Geodezji\n• Kancelaria Ogólna",
    "scope of a control": "Zakres kontroli obejmował:\n1. dochody z podatków,\n2. wydatki na wynagrodzenia.",
    "aims of an audit": "Celem auditu było:\n- potwierdzenie zgodności systemu z normą,\n- ocena skuteczności działań korygujących.",
    "aims of the system": "Nasze cele:\n1) podnoszenie jakości usług,\n2) rozwój kompetencji pracowników.",
    "benefits of a certificate": "Korzyści z wdrożenia systemu:\n- sprawna obsługa,\n- wzrost zaufania mieszkańców.",
    "what the system gives": "System zarządzania jakością pozwala na:\n• skrócenie kolejek\n• jasny podział zadań",
    "steps of implementation": "Etapy wdrożenia normy:\n1. audit wstępny,\n2. szkolenia,\n3. opracowanie procedur,\n4. audit certyfikujący.",
    "certificates held": "Posiadamy certyfikaty:\n– ISO 9001:2015,\n– ISO 14001:2015.",
    "certificates with a finding word": "Po audicie bez uwag posiadamy certyfikaty:\n– ISO 9001:2015,\n– ISO 27001.",
    "agenda": "Porządek obrad:\n1. Otwarcie sesji.\n2. Sprawozdanie z kontroli Komisji Rewizyjnej.\n3. Wolne wnioski.",
    "programme": "Program konferencji o audicie:\n9.00 rejestracja\n9.30 wykład\n11.00 dyskusja",
    "contact": "Uwagi można zgłaszać:\n- tel. 12 345 67 89,\n- adres: urzad@przyklad.pl",
    "participants": "W spotkaniu z auditorami wzięli udział:\n- Jan Wrona – wójt,\n- Ewa Sroka – sekretarz.",
    "documents to attach": "Do wniosku należy dołączyć:\n1) kopię umowy,\n2) zaświadczenie o niezaleganiu.",
    "advice to citizens": "Wybierając opał, należy zwrócić uwagę na:\n1) certyfikat sprzedawcy,\n2) wilgotność drewna.",
    "duties of a department": "Do zadań Biura Kontroli należą:\n1) kontrola jednostek podległych,\n2) przygotowanie wystąpień pokontrolnych.",
    "nothing found": "Auditorzy nie stwierdzili niezgodności w obszarach:\n- nadzór nad dokumentacją,\n- zakupy.",
    "no remarks": "Kontrola zakończyła się bez zastrzeżeń w zakresie:\na) kadr,\nb) płac.",
    "investments": "Wśród inwestycji znalazły się:\n1) remont szkoły,\n2) budowa kładki,\n3) modernizacja oświetlenia.",
    "prices": "Opłaty za odpady wynoszą:\n- 20 zł od osoby,\n- 15 zł z Kartą Dużej Rodziny.",
    "winners": "Laureaci konkursu:\n1. Zofia Kret\n2. Adam Bóbr\n3. Igor Jeż",
    "ordinals": "13. rocznica nadania praw miejskich\n14. rocznica otwarcia biblioteki\nBurmistrz pogratulował organizatorom kontroli jakości.",
    "sections of a declaration": "Deklaracja dostępności\n1. Nazwa podmiotu\n2. Status zgodności\n3. Dane kontaktowe",
    "features of a page": "Strona ma następujące ułatwienia:\n- podwyższony kontrast\n- mapa serwisu",
    "links": "Zobacz także:\n- Kontrola RIO w gminie\n- Nieprawidłowości przy przetargu",
    "legal grounds": "Podstawa prawna kontroli:\n1. ustawa o finansach publicznych,\n2. statut gminy.",
    "requirements of the norm": "Norma stawia wymagania:\n1) nadzór nad dokumentacją,\n2) przegląd zarządzania,\n3) audity wewnętrzne.",
    "dialogue": "– Jesteśmy dumni – mówi wójt po audicie.\n– To zasługa całego zespołu – dodaje sekretarz.",
    "heading over a news story": "Nieprawidłowości w szkole\nKontrola trwała tydzień.\nDyrektor czeka na protokół.",
    "exceptions of a declaration": "Deklaracja dostępności\nWyłączenia\n- mapy są wyłączone z obowiązku,\n- nagrania sesji z 2019 r.",
    "shortcuts": "Na stronie można używać skrótów klawiaturowych:\n- Tab przenosi dalej\n- Enter wybiera",
    "topics of a training": "Tematyka szkolenia o audicie:\n1) planowanie auditu,\n2) niezgodności i działania korygujące.",
    "grounds for a bid's rejection": "Oferta powinna zawierać:\n1) wykaz uchybień z poprzedniej umowy,\n2) kosztorys.",
    "policy": "W ramach polityki jakości zobowiązujemy się:\n- doskonalić usługi,\n- przestrzegać prawa.",
    "strategy without an audit": "Analiza SWOT gminy\nMocne strony:\n- położenie nad jeziorem\n- dobre drogi",
    "strategy beside an audit": "Gmina po audicie nadzoru\nPowstała też analiza SWOT.\nMocne strony\npołożenie nad jeziorem\ndobre drogi",
    "failure of the waterworks": "Kontrola sieci\nBrak wody\nul. Polna\nul. Leśna",
    "advice to everybody": "Kontrole palenisk\nInspektorzy odwiedzili sto domów.\nZalecenia:\n- zostań w domu,\n- zamknij okna,\n- nie pal śmieci.",
    "advice to everybody under a heading": "Kontrole palenisk\nInspektorzy badają popiół.\nZalecenia\nograniczyć wietrzenie mieszkań\nunikać spacerów",
    "teasers under a heading": "Audyt zakończony\nDobre praktyki w gminach\nŁąka kwietna przy szkole\nRowerem do pracy",
    "what somebody binds himself to": "Polityka jakości po audicie\nZobowiązujemy się do:\n- przestrzegania prawa,\n- doskonalenia usług.",
    "story under a line on faults": "Kontrola w szkole\nInspektorzy mówią o uchybieniach w stołówce i na boisku\nnajmłodsi uczniowie jadą na wycieczkę\nstarsi grają w piłkę",
    "duties of a policy": "Audit nadzoru\nPolityka środowiskowa zobowiązuje nas do:\n[1] ochrony wód,\n[2] dialogu z mieszkańcami.",
    "advice in the imperative": "Inspekcja Handlowa radzi: przed zakupem zwróć uwagę na:\n- termin ważności,\n- skład,\n- cenę.",
    "plan of controls": "Kontrola Komisji Rewizyjnej\nPlan kontroli na rok 2015\nkontrola szkoły w Lipie\nkontrola wodociągów",
    "risks of an office": "Kontrola zarządcza w gminie\nZidentyfikowane ryzyka:\n- opóźnienia dostaw,\n- brak kadr.",
    "festival programme": "Audyt i festyn\nProgram festynu:\n14.00 występ kapeli\n15.30 pokaz kontroli psów\n18.00 koncert",
    "rules of a competition": "Regulamin konkursu po kontroli\nPrace zostaną ocenione negatywnie, gdy zawierają:\n- mniej niż dwie strony,\n- reklamę.",
    "criteria of a competition": "Konkurs „Urząd bez uchybień”\nKryteria oceny:\n1) estetyka,\n2) oryginalność,\n3) zgodność z tematem.",
    "departments under a bare heading": "Audit wewnętrzny\nWydziały objęte auditem\nWydział Finansowy\nReferat Oświaty\nBiuro Rady",
    "agenda with a report on a control": "Sesja w maju\nPorządek obrad:\n1) stwierdzenie kworum,\n2) wystąpienie pokontrolne RIO,\n3) uchwała o uwzględnieniu skargi.",
    "duties of the auditor": "Do obowiązków auditora należy:\n- stwierdzanie niezgodności,\n- zalecanie działań korygujących.",
    "stages of a control": "Kontrola przebiega w etapach:\n1. zawiadomienie,\n2. oględziny,\n3. stwierdzenie uchybień,\n4. protokół.",
    "members of the audit team": "Zespół auditorów tworzyli:\n- Ewa Sroka, auditor wiodąca,\n- Jan Kos, auditor.",
    "equipment bought after a control": "Po kontroli kupiono:\n- dwie gaśnice,\n- apteczkę,\n- drabinę.",
    "held standards under a bare heading": "Recertyfikacja urzędu\nPosiadane certyfikaty\nISO 9001:2015\nISO 14001:2015",
    "complaints of the inhabitants": "Kontrola trwa\nMieszkańcy skarżą się na:\n- hałas,\n- brak ławek.",
    "tax mistakes without an audit": "Najczęstsze błędy w zeznaniach:\n- brak podpisu\n- zły numer rachunku",
}


def _texts(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_findings(text)]


@pytest.mark.parametrize(("text", "kind", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_lists_of_findings(text: str, kind: str, expected: list[str]) -> None:
    assert _texts(text) == expected
    assert {f.kind for f in find_findings(text)} == {kind}


@pytest.mark.parametrize("text", NO_FINDINGS.values(), ids=NO_FINDINGS.keys())
def test_lists_of_something_else(text: str) -> None:
    assert _texts(text) == []


def test_two_thirds_of_the_cases_are_no_findings() -> None:
    assert len(NO_FINDINGS) >= 2 * len(FINDINGS)
