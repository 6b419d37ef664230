"""Forms of findings beyond lists with a plain lead, each with a neighbour that is none. Every sentence is ours."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

FOUND = {
    "two clauses of one rank": (
        "Zdaniem kontrolerów w kasie zabrakło instrukcji, a raporty sporządzano zbyt rzadko.",
        [("w kasie zabrakło instrukcji", "nonconformity"), ("raporty sporządzano zbyt rzadko", "nonconformity")],
    ),
    "a clause that hangs on another stays with it": (
        "Kontrolerzy ustalili, że opłat nie pobierano, ponieważ brakowało kasjera.",
        [("opłat nie pobierano, ponieważ brakowało kasjera", "nonconformity")],
    ),
    "announced, then told": (
        "Po kontroli stwierdzono poważne uchybienia. Nie prowadzono rejestru kluczy, magazyn zamykano bez plombowania.",
        [("Nie prowadzono rejestru kluczy", "nonconformity"), ("magazyn zamykano bez plombowania", "nonconformity")],
    ),
    "pairs without an audit": (
        "Ustalenie: okna zabito deskami.\nZalecenie: odsłonić okna.",
        [("okna zabito deskami", "nonconformity"), ("odsłonić okna", "recommendation")],
    ),
    "an order in the infinitive": (
        "Kontrola trwała dzień. Inspektorka nakazała kierownikowi niezwłocznie uporządkować skład, a klucze oddać strażnikowi.",
        [("niezwłocznie uporządkować skład", "recommendation"), ("klucze oddać strażnikowi", "recommendation")],
    ),
    "blame and praise with za": (
        "– Audytor zganił nas za stare mapy i za puste apteczki, za ogród różany zebraliśmy same pochwały – opowiada Alina Wrzos.",
        [("stare mapy", "nonconformity"), ("puste apteczki", "nonconformity"), ("ogród różany", "strength")],
    ),
    "what the paper of a control says": (
        "Kontrolę zakończono w piątek. W protokole zapisano, że piec nie był czyszczony.",
        [("piec nie był czyszczony", "nonconformity")],
    ),
    "the predicate names the finding": (
        "Audyt trwał trzy dni. Jedyną uwagą audytorki był brak numerów na drzwiach.",
        [("brak numerów na drzwiach", "observation")],
    ),
    "deadline behind the recommendation": (
        "Zalecenia po kontroli:\n1. Założyć rejestr skarg. Termin realizacji: 3 maja.\n2. Spisać druki. Termin: od zaraz.",
        [("Założyć rejestr skarg", "recommendation"), ("Spisać druki", "recommendation")],
    ),
    "faults behind a colon alone": (
        "Kontrola w szatni: brak wieszaków, niedomknięte okna, zepsuty zamek.",
        [("brak wieszaków", "nonconformity"), ("niedomknięte okna", "nonconformity"), ("zepsuty zamek", "nonconformity")],
    ),
    "heading on the first line": (
        "Niezgodności z audytu\nSpisy nie mają dat.\nPlan szkoleń jest nieaktualny.",
        [("Spisy nie mają dat", "nonconformity"), ("Plan szkoleń jest nieaktualny", "nonconformity")],
    ),
    "a strong side and whose it is": (
        "Wizytatorka uznała za mocną stronę internatu zadbany ogród.",
        [("zadbany ogród", "strength")],
    ),
    "needs seen by the auditor": (
        "Audytor dostrzega potrzebę:\na) opisania zastępstw,\nb) wymiany szaf.",
        [("opisania zastępstw", "recommendation"), ("wymiany szaf", "recommendation")],
    ),
    "faults in spite of a good mark": (
        "Kontrolę zakończono oceną dobrą mimo stwierdzonych usterek:\n- pęknięty stopień,\n- luźna poręcz.",
        [("pęknięty stopień", "nonconformity"), ("luźna poręcz", "nonconformity")],
    ),
    "figures of a control": (
        "Kontrola wykazała, że:\n- 4 faktury opłacono po terminie,\n- 2 umów nie podpisano.",
        [("4 faktury opłacono po terminie", "nonconformity"), ("2 umów nie podpisano", "nonconformity")],
    ),
    "adjectives that share a noun": (
        "Kontrolerki pochwaliły jasne i dobrze ogrzane sale.",
        [("jasne i dobrze ogrzane sale", "strength")],
    ),
    "whom an authority reproaches, and of what": (
        "Po wizytacji kuratorium zarzuciło dyrektorce internatu braki w opisach i spóźnione sprawozdania.",
        [("braki w opisach", "nonconformity"), ("spóźnione sprawozdania", "nonconformity")],
    ),
    "a verbal noun behind a fault": (
        "Kontrolerzy wytknęli kierownikowi parkingu brak rejestru skarg i odwoływanie dyżurów.",
        [("brak rejestru skarg", "nonconformity"), ("odwoływanie dyżurów", "nonconformity")],
    ),
    "an authority orders": (
        "Kurator zobowiązał dyrektora do zatrudnienia logopedy oraz do poprawienia statutu.",
        [("zatrudnienia logopedy", "recommendation"), ("poprawienia statutu", "recommendation")],
    ),
    "urged to": (
        "Audyt trwał dwa dni. Audytorzy zachęcali kierownictwo do częstszych przeglądów.",
        [("częstszych przeglądów", "recommendation")],
    ),
    "a possibility seen": (
        "Audytorka wskazała na możliwość skrócenia obiegu faktur.",
        [("skrócenia obiegu faktur", "observation")],
    ),
    "what pleased them": (
        "Auditorzy pracowali u nas dwa dni. Spodobał się im plan remontów i czytelny grafik.",
        [("plan remontów", "strength"), ("czytelny grafik", "strength")],
    ),
    "plus and minus": (
        "Po kontroli na plus zapisano krótkie kolejki do kasy, a na minus policzono nieczynną windę.",
        [("krótkie kolejki do kasy", "strength"), ("nieczynną windę", "nonconformity")],
    ),
    "two clauses behind a label": (
        "Kontrola w szkole. Stwierdzone nieprawidłowości: ksiąg nie zamknięto w terminie, a spis trwał dwa dni.",
        [("ksiąg nie zamknięto w terminie", "nonconformity"), ("spis trwał dwa dni", "nonconformity")],
    ),
    "what does not conform": (
        "Kontrolerzy stwierdzili, że wzór umowy nie spełnia wymagań ustawy, a klauzula nie jest w pełni zgodna z normą.",
        [
            ("wzór umowy nie spełnia wymagań ustawy", "nonconformity"),
            ("klauzula nie jest w pełni zgodna z normą", "nonconformity"),
        ],
    ),
    "a label behind a heading": (
        "Ustalenia audytu:\nNiezgodność nr 1 – raporty kasowe podpisuje jedna osoba.",
        [("raporty kasowe podpisuje jedna osoba", "nonconformity")],
    ),
}

NOT_FOUND = {
    "nothing raised doubts": "Zastrzeżeń kontrolerów nie wzbudziły:\n- umowy najmu,\n- rozliczanie delegacji.",
    "charges in a debate": "Po audycie opozycja zarzuciła wójtowi:\n- zbyt wysokie nagrody,\n- brak remontów.",
    "plans of an office": "Po certyfikacji prezes ogłosił kierunki doskonalenia na rok 2019:\n- nowy portal,\n- kurs języka.",
    "other pairs": "Pytanie: kiedy otwarcie?\nZalecenie: dzwonić wcześniej.",
    "a conclusion that tells nobody to do a thing": "Audyt za nami.\nWniosek: warto było.",
    "only heads that count": "Kontrola ujawniła dwa rodzaje uchybień.",
    "looked for and not found": "Wyniki kontroli wody:\n- bakterii nie wykryto,\n- ołowiu nie stwierdzono.",
    "figures": "Kontrola wykazała:\n- 12 skarg,\n- 40 wniosków,\n- 3 petycje.",
    "a protest that goes to an authority": "Protest trafił do wojewody, bo rada zakwestionowała przetarg na stragany.",
    "the certificate itself is advised": "Audytorzy zalecili utrzymanie certyfikatu.",
    "the certificate behind a colon": "Audyt skończył się rekomendacją: auditorzy polecili przyznać urzędowi certyfikat.",
    "a scholar's opinion": "Po kontroli inspektor wyszedł. Prof. Ziarno zwraca uwagę, że brak zgody szkodzi firmie.",
    "settled in a talk": "Kontrola trwała tydzień. W wyniku dyskusji ustalono, że brak chodnika trzeba usunąć wiosną.",
    "what is to come": "Kontrola wykazała, że umowa będzie obowiązywała do 2017 roku.",
    "what may be": "Kontrola w muzeum. W toku badań stwierdzono, że można zmienić układ ekspozycji.",
    "a question in the accusative": "Biegły rewident ustalił, jakie straty poniosła huta oraz ile osób jest winnych braków.",
    "a court": "Inspektor pracy przypomniał, że sąd ustalił z materiału, że brakowało drabin.",
    "a chamber of parliament": "NIK zbadała sprawę. Senat proponuje zmianę redakcyjną, a Prezydium Sejmu proponuje, aby projekt odesłać.",
    "named, not judged": "Lustracja wymienia:\n- młyn,\n- karczmę,\n- dwór.",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_findings_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_nothing_is_found(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []
