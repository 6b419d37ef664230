"""People who act in no public function stay out of the records; beside each a neighbour who acts in one and stays."""

from __future__ import annotations

import pytest
import spacy

import pipeline.annotate.officials  # noqa: F401  (registers the component)
from pipeline.annotate.base import spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text):
    """(name, role) of every official, in text order."""
    values = [value_of(s) for s in spans_of(nlp(text), "officials")]
    return [(v["name"], v["role"]) for v in values]


RELATIVE = [
    ("Pisać można do pełnomocnika dyrektora muzeum, którym jest Jan Wilga.", [("Jan Wilga", "pełnomocnik dyrektora muzeum")]),
    ("Pisać można do dyrektora muzeum, którym jest Jan Wilga.", [("Jan Wilga", "dyrektor muzeum")]),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_relative_clause_belongs_to_the_head_noun_alone(nlp, text, expected):
    assert found(nlp, text) == expected


DEAD = [
    ("Wczoraj zmarł śp. Adam Sęk, wieloletni skarbnik gminy.", []),
    ("Adam Sęk, wieloletni skarbnik gminy, zmarł w niedzielę.", []),
    ("Modlono się za wójta śp. Adama Sęka.", []),
    ("Zmarł Adam Sęk, sołtys. Adam Sęk był też radnym.", []),
    ("Adam Sęk, wieloletni skarbnik gminy, odebrał certyfikat.", [("Adam Sęk", "skarbnik gminy")]),
    ("Zmarł znany malarz. Kondolencje złożył wójt Adam Sęk.", [("Adam Sęk", "wójt")]),
]


@pytest.mark.parametrize(("text", "expected"), DEAD)
def test_the_dead_do_not_act(nlp, text, expected):
    assert found(nlp, text) == expected


FORMER = [
    ("Ojciec pana młodego, emerytowany dyrektor muzeum Jan Wilga, dziękował.", []),
    ("Córka byłego wójta Jana Wilgi uczy muzyki.", []),
    ("Poszkodowany to dawny naczelnik poczty Jan Wilga.", []),
    ("Jan Wilga był przez lata dyrektorem muzeum.", []),
    ("Gościem honorowym był były burmistrz Jan Wilga.", [("Jan Wilga", "były burmistrz")]),
    ("Medale wręczał emerytowany dyrektor Jan Wilga.", [("Jan Wilga", "emerytowany dyrektor")]),
    ("Mieszkańców powitał wójt Jan Wilga.", [("Jan Wilga", "wójt")]),
    ("Jan Wilga jest od lat dyrektorem muzeum.", [("Jan Wilga", "dyrektor muzeum")]),
]


@pytest.mark.parametrize(("text", "expected"), FORMER)
def test_a_former_function_counts_where_its_holder_acts(nlp, text, expected):
    assert found(nlp, text) == expected


PROFESSIONS = [
    ("Na mecie pierwsza była księgowa Ewa Kruk.", []),
    ("Ofiarą oszusta padła księgowa Ewa Kruk.", []),
    ("Ofiarą oszusta padła nauczycielka Ewa Kruk.", []),
    ("Nagrodę wylosowała Ewa Kruk, emerytowana księgowa.", []),
    ("Rodzinie zmarłego Jana Wilgi, wieloletniego radnego, składamy wyrazy współczucia.", []),
    ("W latach trzydziestych wójtem gminy był Jan Wilga.", []),
    ("Opowiadał o burmistrzu Janie Wildze, który rządził miastem przed wojną.", []),
    ("Tablicę ku czci sekretarza Jana Wilgi odsłonięto wczoraj.", []),
    ("Była dyrektorka szkoły Ewa Kruk, dziś emerytka, hoduje alpaki.", []),
    ("~Jan Wilga, były radny: a nie mówiłem?", []),
    ("Raport omówiła główna księgowa Ewa Kruk.", [("Ewa Kruk", "główna księgowa")]),
    ("Medale wręczyła księgowa urzędu Ewa Kruk.", [("Ewa Kruk", "księgowa urzędu")]),
    ("Na mecie czekała dyrektor szkoły Ewa Kruk.", [("Ewa Kruk", "dyrektor szkoły")]),
]


@pytest.mark.parametrize(("text", "expected"), PROFESSIONS)
def test_a_profession_of_a_winner_or_victim_is_no_function(nlp, text, expected):
    assert found(nlp, text) == expected


ASSOCIATIONS = [
    ("Kontakt: Jan Wilga, prezes zarządu wspólnoty.", []),
    ("Puchar ufundował prezes banku Jan Wilga.", []),
    ("Mówi Jan Wilga, przewodniczący koła łowieckiego.", []),
    ("Mówi skarbnik rady parafialnej Jan Wilga.", []),
    ("Mówi prezes Stowarzyszenia Miłośników Dąbrowy Jan Wilga.", []),
    (
        "Bank w Dąbrowie otrzymał certyfikat ISO 27001. Cieszy się prezes banku Jan Wilga.",
        [("Jan Wilga", "prezes banku")],
    ),
    ("Pierwszy był prezes OSP Jan Wilga.", []),
    ("Dziękuje naczelnik Ochotniczej Straży Pożarnej w Rudce Jan Wilga.", []),
    ("Dyżurem kieruje komendant gminny OSP Jan Wilga.", [("Jan Wilga", "komendant gminny OSP")]),
    ("Mówi dyrektor Caritas Diecezji Rudzkiej Jan Wilga.", []),
    ("Zbiórkę prowadzi Caritas, a jej szefowa Ewa Kruk prosi o cukier.", []),
    ("Mówi prezes Spółdzielni Mieszkaniowej „Zgoda” Jan Wilga.", []),
    (
        "Spółdzielnia Mieszkaniowa „Zgoda” wdrożyła ISO 9001. Mówi prezes spółdzielni mieszkaniowej Jan Wilga.",
        [("Jan Wilga", "prezes spółdzielni mieszkaniowej")],
    ),
    ("Prezes banku Jan Wilga wręczył laureatom certyfikaty.", []),
    ("Certyfikat odebrał prezes banku Jan Wilga.", [("Jan Wilga", "prezes banku")]),
    ("Mówi przewodnicząca rady rodziców Ewa Kruk.", []),
    ("Prezes Gromu Jan Wilga i trener zapowiadają awans.", []),
    ("Na walnym zebraniu OSP w Rudce prezesem wybrano Jana Wilgę.", []),
    ("Potrącony to Jan Wilga, inspektor w firmie ubezpieczeniowej.", []),
    ("Kierownik pociągu Jan Wilga wezwał pogotowie.", []),
    ("Stoiska dogląda dyrektor handlowy Jan Wilga.", []),
    ("Kierownik trasy Jan Wilga prowadził pątników.", []),
    ("Oszust przedstawiał się jako inspektor Jan Wilga.", []),
    ("Mówi przewodniczący klubu radnych Jan Wilga.", [("Jan Wilga", "przewodniczący klubu radnych")]),
    ("Mówi prezes Związku Gmin Doliny Rudki Jan Wilga.", [("Jan Wilga", "prezes Związku Gmin Doliny Rudki")]),
    ("Mówi dyrektor szpitala w Kole Jan Wilga.", [("Jan Wilga", "dyrektor szpitala w Kole")]),
    ("Mówi przewodniczący rady powiatu Jan Wilga.", [("Jan Wilga", "przewodniczący rady powiatu")]),
    ("Mówi prezes miejskiej spółki Zieleń Jan Wilga.", [("Jan Wilga", "prezes miejskiej spółki Zieleń")]),
]


@pytest.mark.parametrize(("text", "expected"), ASSOCIATIONS)
def test_heads_of_private_associations_and_banks_hold_no_public_function(nlp, text, expected):
    assert found(nlp, text) == expected
