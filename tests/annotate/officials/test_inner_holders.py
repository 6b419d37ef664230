"""Functions with another function and its holder inside, who appoints whom, and who acts for private people only."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text):
    return [(v["name"], v["role"]) for v in (value_of(s) for s in spans_of(nlp(text), "officials"))]


INNER = [
    (
        "Pełnomocnik burmistrza Ewy Wilk ds. jakości Jan Gil prowadził audyt.",
        [("Ewa Wilk", "burmistrz"), ("Jan Gil", "Pełnomocnik burmistrza ds. jakości")],
    ),
    (
        "Pełnomocnika wójta Jana Gila do spraw seniorów, Ewę Wilk, zapytano o plany.",
        [("Jan Gil", "wójt"), ("Ewa Wilk", "Pełnomocnik wójta do spraw seniorów")],
    ),
    (
        "Zastępca dyrektora Jana Gila, Ewa Wilk, mówiła o remoncie.",
        [("Jan Gil", "dyrektor"), ("Ewa Wilk", "Zastępca dyrektora")],
    ),
    ("Pod kierunkiem zastępczyni dyrektora Ewy Wilk.", [("Ewa Wilk", "zastępczyni dyrektora")]),
    ("Nagrodę dla pełnomocnika burmistrza Jana Gila odebrał kolega.", [("Jan Gil", "pełnomocnik burmistrza")]),
    # who appoints is not appointed
    ("Premier wyznaczył na komisarza gminy Jana Gila.", [("Jan Gil", "komisarz gminy")]),
    ("Burmistrz powołał Jana Gila.", []),
]


@pytest.mark.parametrize(("text", "expected"), INNER, ids=[t[0][:40] for t in INNER])
def test_functions_inside_functions(nlp, text, expected):
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pełnomocnik żony i syna Jana Gila zapowiedział apelację.",
        "Pełnomocnik poszkodowanych Ewa Wilk skarży wyrok.",
        "Rzeczniczka rodziny Ewa Wilk prosi o spokój.",
        "Pełnomocnikiem pozwanej był Jan Gil.",
        "Dyrektor polskiej edycji festiwalu Jan Gil zaprasza.",
        "Kierownik „Jarzębiny” Jan Gil zaśpiewał.",
        "Szef zakładowej „Solidarności” Jan Gil zapowiedział strajk.",
    ],
    ids=str,
)
def test_who_acts_for_private_people_is_no_official(nlp, text):
    assert found(nlp, text) == []


def test_a_head_without_more_is_one(nlp):
    assert found(nlp, "Kierownik Jan Gil podpisał księgę.") == [("Jan Gil", "Kierownik")]


def test_a_representative_of_the_public_is_one(nlp):
    text = "Pełnomocnik do spraw rodziny Ewa Wilk i Rzecznik Praw Dziecka Jan Gil podpisali list."
    assert [name for name, _ in found(nlp, text)] == ["Ewa Wilk", "Jan Gil"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Burmistrz Adam Leń dziękował. Dr Leń zapowiedział audyt, zdaniem Lenia potrzebny.", 3),
        ("Wójt Jan Kot odebrał certyfikat. Kot sąsiada uciekł.", 1),
        ("Wójt Jan Kot i sekretarz Ewa Kot. Zdaniem Kota warto.", 2),
    ],
    ids=["three letters", "common noun opens a sentence", "shared surname"],
)
def test_short_surnames_again(nlp, text, mentions):
    assert len(found(nlp, text)) == mentions
