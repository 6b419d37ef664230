"""Runs of degrees and ranks before a name; first names that the dictionary lacks; double surnames."""

from __future__ import annotations

import pytest

from pipeline.values.name import nominative
from pipeline.values.name.candidates import listed_first
from pipeline.values.name.phrase import adjective_in
from pipeline.values.name.recognise import find_persons
from pipeline.values.name.titles import titles_end
from pipeline.values.name.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dr n. med. Anna", "Anna"),
        ("prof. dr hab. inż. Jan", "Jan"),
        ("dr hab. n. o zdr. Anna", "Anna"),
        ("mł. bryg. mgr inż. Jan", "Jan"),
        ("gen. bryg. Jan", "Jan"),
        ("ks. prałat Jan", "Jan"),
        ("Panu doktorowi nauk medycznych Janowi", "Janowi"),
        ("o Janie", "o"),
        ("n. med. Jan", "n"),
        ("por Jan", "Jan"),
    ],
    ids=str,
)
def test_titles_end(text, name):
    tokens = tokenize(text)
    assert tokens[titles_end(tokens, 0)].text == name


def test_titles_end_where_a_name_opens():
    tokens = tokenize("Major Kot")
    assert titles_end(tokens, 0, {0}) == 0


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Oksanie", ("Oksana", "f")),
        ("Björna", ("Björn", "m")),
        ("MARZANNA", ("Marzanna", "f")),
        ("Marzannie", ("Marzanna", "f")),
        ("Uwe", ("Uwe", "m")),
    ],
)
def test_listed_first_names(word, name):
    assert name in listed_first(word)


@pytest.mark.parametrize("word", ["marzanna", "Rada", "Nikoli", "Gmina", "W", ""])
def test_other_words_are_no_listed_names(word):
    assert not listed_first(word)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klemens Filip-Konopka", ["Klemens Filip-Konopka"]),
        ("Ewa Filip-Marek przyszła", ["Ewa Filip-Marek"]),
        ("Anna-Maria Kruk", ["Anna-Maria Kruk"]),
        ("Agnieszki Kruk-Sokalskiej-Lis", ["Agnieszka Kruk-Sokalska-Lis"]),
        ("Adela Guz-Rey", ["Adela Guz-Rey"]),
        ("Jan Wilga – Szkoła nr 2", ["Jan Wilga"]),
        ("Rejestr S.A. Jan Wilga", ["Jan Wilga"]),
        ("Anna Rojek – Kałek", ["Anna Rojek-Kałek"]),
    ],
    ids=str,
)
def test_double_surnames(text, names):
    assert [name for _, _, name in find_persons(text)] == names


@pytest.mark.parametrize(
    ("printed", "name"), [("Hannie Sowa", "Hanna Sowa"), ("Oksany Kuc", "Oksana Kuc"), ("Hannie Sowie", "Hanna Sowa")]
)
def test_nominative_of_listed_and_uninflected_names(printed, name):
    assert nominative(printed) == name


def test_a_local_adjective_is_no_surname_in_lower_case():
    assert adjective_in("zalesińskiego", "gen", "sg", "m1") == "zalesiński"
    assert adjective_in("Sawicki", "nom", "sg", "m1") is None
