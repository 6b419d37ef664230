"""Inflection of nominative phrases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values import morph
from pipeline.values.inflect import forms, inflect

CASES = [
    ("Polskie Centrum Badań i Certyfikacji", "gen", "Polskiego Centrum Badań i Certyfikacji"),
    ("Polski Rejestr Statków", "inst", "Polskim Rejestrem Statków"),
    ("Polska Izba Handlu Zagranicznego – Certyfikacja", "acc", "Polską Izbę Handlu Zagranicznego – Certyfikacja"),
    ("Urząd Dozoru Technicznego", "loc", "Urzędzie Dozoru Technicznego"),
    ("Urząd Miasta", "dat", "Urzędowi Miasta"),
    ("Starostwo Powiatowe", "loc", "Starostwie Powiatowym"),
    ("STAROSTWO POWIATOWE", "gen", "STAROSTWA POWIATOWEGO"),
    ("rzecznik prasowy", "gen", "rzecznika prasowego"),
    ("Ostrów Mazowiecka", "loc", "Ostrowi Mazowieckiej"),
]


@pytest.mark.parametrize(("phrase", "case", "form"), CASES)
def test_inflect(phrase, case, form):
    assert form in inflect(phrase)[case]


@pytest.mark.parametrize("phrase", ["", "TÜV NORD", "Bureau Veritas", "123", "—"])
def test_a_phrase_without_a_polish_head_stays(phrase):
    assert all(found == {phrase} for found in inflect(phrase).values())


def test_only_the_head_changes():
    assert all("Handlu Zagranicznego" in form for form in forms("Izba Handlu Zagranicznego"))


def test_negated_and_higher_degrees_are_other_words():
    assert not any("nie" in form.lower() for form in forms("przewodnicząca"))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from(["Urząd", "Miejski", "Gminy", "i", "„X”", "Nowa", "Izba", "-", "sp"]), max_size=5).map(" ".join)
)
def test_every_case_is_there_and_keeps_the_number_of_words(phrase):
    found = inflect(phrase)
    assert set(found) == set(morph.CASES)
    assert all(len(form.split()) == len(phrase.split()) for options in found.values() for form in options)
