"""What decides that a list is findings: formulas, who speaks, what the items say of themselves, what the lead points at."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings, testimony
from pipeline.annotate.findings.kinds import says_nothing
from pipeline.annotate.findings.lexicon import count
from pipeline.values.phrase import words

FAULTS = ["brak rejestru kluczy", "nieopisane segregatory"]
LISTED = "\n- {}\n- {}"


def kinds(text: str) -> list[str]:
    return [f.kind for f in find_findings(text)]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("W toku czynności stwierdzono:", "nonconformity"),
        ("Jako nieprawidłowości wskazano:", "nonconformity"),
        ("Certyfikat cofnięto, bo zostały niezgodności:", "nonconformity"),
        ("Kontrola trwała dzień. W dziale kadr:", "nonconformity"),
        ("Audytor był u nas w maju. Są uwagi. Dotyczą one:", "observation"),
        ("Uchybienia po kontroli:", "nonconformity"),
        ("Audytor ocenił nas wysoko, wytknął jednak:", "nonconformity"),
        ("Audit. Kontrolujący ustalili, co następuje.", "nonconformity"),
        ("Co zarzucili nam kontrolerzy?", "nonconformity"),
    ],
)
def test_leads_over_faults(lead: str, kind: str) -> None:
    assert kinds(lead + LISTED.format(*FAULTS)) == [kind, kind]


@pytest.mark.parametrize(
    "text",
    [
        "Wobec powyższego należy:\n1) spisać klucze,\n2) opisać segregatory.",
        "Po kontroli. W związku z uchybieniami wnoszę o:\n1) spisanie kluczy,\n2) opisanie segregatorów.",
        "Wojewoda zobowiązał dyrektora domu do:\n1) spisania kluczy,\n2) opisania segregatorów.",
        "Przekazując powyższe, proszę Panią Dyrektor o:\n1) spisanie kluczy,\n2) opisanie segregatorów.",
        "Auditorki radzą nam:\n1) spisać klucze,\n2) opisać segregatory.",
        "Zalecenia po audycie\nZalecenie 1. Spisać klucze.\nZalecenie 2. Opisać segregatory.",
    ],
)
def test_leads_over_advice(text: str) -> None:
    found = find_findings(text)
    assert [f.kind for f in found] == ["recommendation"] * 2
    assert [f.number for f in found] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Po audycie wójt wymienia powody do radości:\n- nowy parking,\n- sprawny dźwig.",
        "W wykonaniu zaleceń pokontrolnych urząd:\n- spisał klucze,\n- opisał segregatory.",
        "Po sugestiach auditorów kupiliśmy:\n- ładne szafy,\n- dobre krzesła.",
        "Po przeglądzie uczniom zalecono:\n- mycie zębów,\n- gimnastykę.",
        "Kontrola biletów. W autobusie linii 9:\n- brak miejsc,\n- nieczynny kasownik.",
        "Po kontroli wykryto:\n- wady wzroku – 12 osób,\n- wady postawy – 9 osób.",
        "Wyniki kontroli wody:\n- barwa – w normie,\n- zapach – w normie.",
        "Komisja po kontroli zarekomendowała do nagrody:\n- Olgę Ryś,\n- klub Zorza.",
        "Na naradzie po audicie ustalono:\n- dzień szkolenia,\n- kolejność remontów.",
        "Po audicie burmistrz odpowiedział na zarzuty:\n- klucze są w sejfie,\n- plan powstaje.",
        "Zidentyfikowane zagrożenia po audycie:\n- brak kadr,\n- awaria serwera.",
    ],
)
def test_lists_near_an_audit_that_are_no_findings(text: str) -> None:
    assert kinds(text) == []


def test_a_finding_above_makes_an_audit_of_what_stands_below() -> None:
    text = "Kontrola wykazała:\n- brak spisu.\nBył upał, okna otwarto, obrady przerwano na kwadrans.\nSekretarz poleciła:\n- zrobić spis,\n- wywiesić spis."
    assert kinds(text) == ["nonconformity", "recommendation", "recommendation"]


def test_bullets_that_end_with_a_colon_head_those_below() -> None:
    text = "Raport z audytu\n- Mocne strony:\n- ład w aktach\n- Słabe strony:\n- ciasne pokoje"
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == [
        ("ład w aktach", "strength"),
        ("ciasne pokoje", "nonconformity"),
    ]


def test_who_speaks_is_no_item() -> None:
    text = "– Audytorzy pochwalili:\n– ład w aktach,\n– czyste biura\n– wylicza starosta Jan Kos."
    assert [text[f.start : f.end] for f in find_findings(text)] == ["ład w aktach", "czyste biura"]


def test_as_many_as_announced() -> None:
    text = "Po audicie zapisano dwa spostrzeżenia: łączenie ankiet z opiniami i pocztowy obieg wniosków."
    assert [text[f.start : f.end] for f in find_findings(text)] == ["łączenie ankiet z opiniami", "pocztowy obieg wniosków"]


@pytest.mark.parametrize("text", ["nie stwierdzono", "brak", "brak uwag", "nie zgłoszono żadnych zastrzeżeń", "nie dotyczy"])
def test_items_that_say_nothing(text: str) -> None:
    assert says_nothing(words(text))


@pytest.mark.parametrize("text", ["brak planu", "nie zgłoszono dwóch umów"])
def test_items_that_deny_something(text: str) -> None:
    assert not says_nothing(words(text))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("decyzję wydano po terminie", "fault"),
        ("zlecano prace bez przetargu", "fault"),
        ("niestaranne zapisy", "fault"),
        ("zbyt krótki termin", "fault"),
        ("przeglądy bez opóźnień", "praise"),
    ],
)
def test_words_that_judge(text: str, mark: str) -> None:
    counts = count(words(text))
    assert counts[mark] > 0
    assert counts[{"fault": "praise", "praise": "fault"}[mark]] == 0


@pytest.mark.parametrize("text", ["niewielki pokój", "niezbędne szafy", "nieodpłatny parking"])
def test_words_in_nie_that_blame_nobody(text: str) -> None:
    assert count(words(text))["fault"] == 0


def test_testimony_of_items() -> None:
    items = ["nie otwarto ksiąg", "nikomu nie wolno palić", "sporządzić spis", "12 skarg", "spisano klucze"]
    text = "\n".join(items)
    spans = [(text.index(i), text.index(i) + len(i)) for i in items]
    told = testimony.testify(text, spans)
    assert testimony.testify(text, spans[1:2]).done == 0, "what is forbidden was not found"
    assert (told.items, told.done, told.told_to, told.figures, told.deeds) == (5, 1, 1, 1, 1)
    assert not told.of_faults
    assert not told.of_deeds
    assert testimony.testify(text, spans[:1] * 2).of_faults
