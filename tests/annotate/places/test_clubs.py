"""„Koła Gospodyń" is a club, „Burmistrz Koła" heads a town."""

from __future__ import annotations

import pytest
import spacy

import pipeline.annotate.places  # noqa: F401  (registers the component)
from pipeline.annotate.base import spans_of, value_of


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_places")
    return pipeline


CLUBS = [
    ("Szefową Koła Gospodyń Wiejskich wybrano Annę Lis.", []),
    ("W Kole Łowieckim wybrano zarząd.", []),
    ("Zebranie Koła Emerytów odbyło się w piątek.", []),
    ("Burmistrz Koła Jan Lis wybrał zarząd.", ["Koło"]),
    ("Urząd Miejski w Kole wybrał zarząd.", ["Koło"]),
]


@pytest.mark.parametrize(("text", "expected"), CLUBS)
def test_a_club_is_not_the_town_of_its_noun(nlp, text, expected):
    assert [value_of(s)["name"] for s in spans_of(nlp(text), "places")] == expected
