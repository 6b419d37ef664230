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
    "two infinitives of one object": (
        "Strażacy nakazali oczyścić i oznakować wyjścia.",
        [("oczyścić i oznakować wyjścia", "recommendation")],
    ),
    "at the same time": (
        "Kontrola wykazała brak spisu. Jednocześnie nie prowadzono ksiąg.",
        [("brak spisu", "nonconformity"), ("nie prowadzono ksiąg", "nonconformity")],
    ),
    "a label with a preposition": (
        "Samoocena CAF zakończona.\nObszary do poprawy: pomiar efektów szkoleń, komunikacja z klientami.",
        [("pomiar efektów szkoleń", "observation"), ("komunikacja z klientami", "observation")],
    ),
    "whom a list's lead names goes on": (
        "Wśród zalet kontrolujący wskazali: prostotę druków, dobrą komunikację. Za słabość uznali rotację kadr w archiwum.",
        [
            ("prostotę druków", "strength"),
            ("dobrą komunikację", "strength"),
            ("rotację kadr w archiwum", "nonconformity"),
        ],
    ),
    "told at the closing meeting": (
        "Na spotkaniu zamykającym usłyszeliśmy dwa spostrzeżenia. Po pierwsze, cele są ogólne. Po drugie, mapa nie ma dat.",
        [("cele są ogólne", "observation"), ("mapa nie ma dat", "observation")],
    ),
    "an audit committee's councillors": (
        "Komisja rewizyjna wzięła pod lupę basen. Radni wytknęli kierownikowi, że nie rozliczył karnetów.",
        [("nie rozliczył karnetów", "nonconformity")],
    ),
    "a letter with its legal basis": (
        "Kontrola RIO trwała miesiąc.\nStosownie do art. 9 ust. 2 ustawy proszę o:\n1. Założenie ksiąg.\n2. Podjęcie spisu.",
        [("Założenie ksiąg", "recommendation"), ("Podjęcie spisu", "recommendation")],
    ),
    "how a control went is no finding": (
        "6. Ustalenia kontroli\n6.1. Kontrolą objęto 30 spraw.\n6.2. W 2 sprawach nie wezwano strony.\n6.3. W 4 sprawach"
        " decyzję wydano po terminie.\n6.4. Wyjaśnienia złożył kierownik.",
        [("W 2 sprawach nie wezwano strony", "nonconformity"), ("W 4 sprawach decyzję wydano po terminie", "nonconformity")],
    ),
    "what a named body is told to do, without marks": (
        "Zalecenia pokontrolne dla Muzeum Ziemi\nOpracować instrukcję spisu\nUbytki ewidencjonować na bieżąco",
        [("Opracować instrukcję spisu", "recommendation"), ("Ubytki ewidencjonować na bieżąco", "recommendation")],
    ),
    "narrow columns": (
        "W czasie kontroli stwierdzono:\na) umowy zawierano\npo wykonaniu dzieła,\nb) nie prowadzono ewi-\ndencji sprzętu.",
        [("umowy zawierano\npo wykonaniu dzieła", "nonconformity"), ("nie prowadzono ewi-\ndencji sprzętu", "nonconformity")],
    ),
    "a question and its answer": (
        "Dwie inspektorki z sanepidu były w kuchni. Co zobaczyły? Garnki z odpryskami, stłuczone talerze i jajka bez oznaczeń.",
        [
            ("Garnki z odpryskami", "nonconformity"),
            ("stłuczone talerze", "nonconformity"),
            ("jajka bez oznaczeń", "nonconformity"),
        ],
    ),
    "a question for advice": (
        "Kontrola dostępności za nami. Eksperci obejrzeli dom. Co radzą? Zlikwidować próg, obniżyć domofon, kupić pętlę.",
        [("Zlikwidować próg", "recommendation"), ("obniżyć domofon", "recommendation"), ("kupić pętlę", "recommendation")],
    ),
    "what must be done by a day": (
        "Kontrola wykazała brak sprzętu. Szkoła musi do końca maja kupić maty.",
        [("brak sprzętu", "nonconformity"), ("kupić maty", "recommendation")],
    ),
    "called a strong side, called in need of work": (
        "Auditorzy wskazali obieg faktur jako mocną stronę, za wymagające poprawy uznali zasady pracy zdalnej.",
        [("obieg faktur", "strength"), ("zasady pracy zdalnej", "observation")],
    ),
    "faults behind an agent's own words": (
        "Wizytatorzy mieli mało powodów do zachwytu: łóżka na korytarzu, nieaktualne karty leków, brak podjazdu.",
        [
            ("łóżka na korytarzu", "nonconformity"),
            ("nieaktualne karty leków", "nonconformity"),
            ("brak podjazdu", "nonconformity"),
        ],
    ),
    "orders in a row": (
        "Po kontroli. Zalecenia: obniżyć domofon, kupić pętlę i niezwłocznie oznaczyć schody.",
        [
            ("obniżyć domofon", "recommendation"),
            ("kupić pętlę", "recommendation"),
            ("niezwłocznie oznaczyć schody", "recommendation"),
        ],
    ),
    "one order in two verbs": (
        "Po kontroli.\nZalecenia: uzupełnić i podpisać spis druków.",
        [("uzupełnić i podpisać spis druków", "recommendation")],
    ),
    "an adjective that may be a noun": (
        "Kontrola trwała dzień. Inspektorki pochwaliły czyste i dobrze opisane próbki.",
        [("czyste i dobrze opisane próbki", "strength")],
    ),
    "under an impression": (
        "Auditor był pod wrażeniem sposobu prowadzenia rejestru skarg.",
        [("sposobu prowadzenia rejestru skarg", "strength")],
    ),
    "remarks about": (
        "Inspektorzy izby mieli uwagi między innymi do opisu faktur oraz do terminów wypłat.",
        [("opisu faktur", "observation"), ("terminów wypłat", "observation")],
    ),
    "it turned out": (
        "Kontrola trwała dwa dni. Okazało się też, że przez rok nikt nie sprawdzał kasy.",
        [("przez rok nikt nie sprawdzał kasy", "nonconformity")],
    ),
    "whose opinion it is stands between": (
        "Po kontroli słabo wypadła zdaniem inspektorów analiza wniosków.",
        [("analiza wniosków", "nonconformity")],
    ),
    "conclusions asked for": (
        "Audytor badał sekretariaty. Wnioski? Hasła na kartkach, otwarte szafy, brak umów powierzenia.",
        [
            ("Hasła na kartkach", "nonconformity"),
            ("otwarte szafy", "nonconformity"),
            ("brak umów powierzenia", "nonconformity"),
        ],
    ),
    "days to do something": (
        "Kontrola wykazała korozję dźwigarów. Zarządca ma 30 dni na sporządzenie ekspertyzy.",
        [("korozję dźwigarów", "nonconformity"), ("sporządzenie ekspertyzy", "recommendation")],
    ),
    "a noun and what to points at": (
        "Audytorka skrytykowała niejasne zasady i to, że nikt nie liczy efektów.",
        [("niejasne zasady", "nonconformity"), ("nikt nie liczy efektów", "nonconformity")],
    ),
    "read out of the report": (
        "Po audicie dyrektorka odczytała fragment raportu: „wzorowo prowadzony rejestr skarg”.",
        [("wzorowo prowadzony rejestr skarg", "strength")],
    ),
    "announced with an adjective, then told": (
        "Kontrola ujawniła rażące zaniedbania sanitarne. Mięso leżało w chłodni po terminie, a pracownice nie miały książeczek.",
        [("Mięso leżało w chłodni po terminie", "nonconformity"), ("pracownice nie miały książeczek", "nonconformity")],
    ),
    "what follows": (
        "Kontrola archiwum. Pracownik delegatury ustalił, co następuje. Lokal nie ma czujnika. Spisy prowadzone są nierzetelnie.",
        [("Lokal nie ma czujnika", "nonconformity"), ("Spisy prowadzone są nierzetelnie", "nonconformity")],
    ),
    "demanded": (
        "Inspektorzy zażądali natychmiastowej utylizacji żywności.",
        [("natychmiastowej utylizacji żywności", "recommendation")],
    ),
    "delighted with": (
        "Wizytatorki były zachwycone kącikiem przyrodniczym i samodzielnością dzieci.",
        [("kącikiem przyrodniczym", "strength"), ("samodzielnością dzieci", "strength")],
    ),
    "high marks went to": (
        "Audit trwał dwa dni. Wysokie noty zebrały szkolenia załogi oraz nowa dyspozytornia.",
        [("szkolenia załogi", "strength"), ("nowa dyspozytornia", "strength")],
    ),
    "counted in digits": (
        "Jednostka certyfikująca zgłosiła dwie niezgodności małe: nr 1 – brak zapisów z przeglądu, nr 2 – puste apteczki.",
        [("brak zapisów z przeglądu", "nonconformity"), ("puste apteczki", "nonconformity")],
    ),
    "a violation that consists in": (
        "Kontrolerzy stwierdzili naruszenie dyscypliny finansów polegające na zaciągnięciu pożyczki bez upoważnienia.",
        [("zaciągnięciu pożyczki bez upoważnienia", "nonconformity")],
    ),
    "areas to work at": (
        "Po audicie wskazano dwa obszary, nad którymi trzeba popracować: obieg umów i archiwizację poczty.",
        [("obieg umów", "observation"), ("archiwizację poczty", "observation")],
    ),
    "a letter in the first person": (
        "Po kontroli informuję, że rejestr jest kompletny. Jednocześnie zwracam uwagę na nieczytelne podpisy oraz brak dat.",
        [("nieczytelne podpisy", "nonconformity"), ("brak dat", "nonconformity")],
    ),
    "good news among faults": (
        "Ustalenia kontroli NIK:\n» gminy nie miały planów\n» piasek kupowano bez przetargu\n» płace liczono prawidłowo",
        [
            ("gminy nie miały planów", "nonconformity"),
            ("piasek kupowano bez przetargu", "nonconformity"),
            ("płace liczono prawidłowo", "strength"),
        ],
    ),
    "as the report says": (
        "Jak wynika z raportu NIK, co czwarty most nie przeszedł przeglądu, a książki prowadzono niestarannie.",
        [("co czwarty most nie przeszedł przeglądu", "nonconformity"), ("książki prowadzono niestarannie", "nonconformity")],
    ),
    "the comment behind a dash": (
        "Most nie miał ważnego przeglądu – ustalili kontrolerzy NIK.",
        [("Most nie miał ważnego przeglądu", "nonconformity")],
    ),
    "must after an inspection": (
        "Po kontroli sanepidu szkoła musi wymienić wykładzinę.",
        [("wymienić wykładzinę", "recommendation")],
    ),
    "a paper obliges": (
        "Prezes otrzymał zarządzenie pokontrolne, które zobowiązuje go do uszczelnienia placu.",
        [("uszczelnienia placu", "recommendation")],
    ),
    "an inspectorate's doubts": (
        "Państwowa Inspekcja Pracy miała zastrzeżenia do rozliczania nadgodzin. Nakazała też naprawę instalacji.",
        [("rozliczania nadgodzin", "nonconformity"), ("naprawę instalacji", "recommendation")],
    ),
}

NOT_FOUND = {
    "inhabitants who grumble": "Mieszkańcy po kontroli narzekali na dziury.",
    "councillors after another's control": "Po kontroli radni wytknęli kierownikowi, że nie rozliczył karnetów.",
    "an answer that blames nothing": "Kontrola NIK trwała. Co znaleźli kontrolerzy? Stare mapy, portrety królów i zegar.",
    "a question for plans": "Kontrola trwa. Co zrobi burmistrz? Nową halę, basen i park.",
    "what an agent checked": "Kontrolerzy sprawdzili trzy obszary: zamówienia, podatki, kasę.",
    "a spokesman on a control": "Rzecznik podkreśla, że kontrola skarbowa nie wykazała nieprawidłowości, a faktury są w porządku.",
    "time to answer": "Kontrola wykazała usterki. Zarządca ma 14 dni na złożenie zastrzeżeń.",
    "speed checks": "Policjanci prowadzą kontrole prędkości. Okazało się, że wielu kierowców nie zwalnia.",
    "what an official does next": (
        "Kontrola ujawniła rażące zaniedbania sanitarne. Burmistrz mówi, że brak pieniędzy to zła wymówka."
    ),
    "the award itself in a report": "Kontrola za nami. Jak wynika z raportu, urząd spełnia wymagania normy.",
    "an auditor's word that judges nothing": "Kontrola trwa. – Czekamy na wyniki – stwierdził audytor.",
    "attention, please": "Audyt za nami.\nUwaga: wyniki opublikujemy jutro.",
    "what obliges": "Auditorzy wyjechali. – Mamy jezioro, to zobowiązuje – mówi wójt.",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_findings_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_nothing_is_found(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []
