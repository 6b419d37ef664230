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
