"""Nominatives of organizations, where the head phrase changes, and of places, where all agreeing words do."""

from __future__ import annotations

import pytest

from pipeline.values.name import nominative


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Urzędowi Miasta Łężyce", "Urząd Miasta Łężyce"),
        ("Polskiego Towarzystwa Jakości", "Polskie Towarzystwo Jakości"),
        ("Starostwem Powiatowym w Kole", "Starostwo Powiatowe w Kole"),
        ("Radzie Miejskiej", "Rada Miejska"),
        ("Klubie Abstynenta", "Klub Abstynenta"),
        ("Miejskiego Ośrodka Pomocy Społecznej", "Miejski Ośrodek Pomocy Społecznej"),
        ("Zakładów Mechanicznych", "Zakłady Mechaniczne"),
        ("GMINNEGO OŚRODKA KULTURY", "GMINNY OŚRODEK KULTURY"),
        ("Urząd Miasta", "Urząd Miasta"),
        ("PCX", "PCX"),
        ("Xylotech Group", "Xylotech Group"),
        ("", ""),
    ],
    ids=str,
)
def test_organization(name, expected):
    assert nominative(name, "organization") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Grodzisku Mazowieckim", "Grodzisk Mazowiecki"),
        ("Ostrowi Mazowieckiej", "Ostrów Mazowiecka"),
        ("Łodzi", "Łódź"),
        ("Nowym Targu", "Nowy Targ"),
        ("Legnicą", "Legnica"),
        ("Kielc", "Kielce"),
        ("Zamość", "Zamość"),
        ("", ""),
    ],
    ids=str,
)
def test_place(name, expected):
    assert nominative(name, "place") == expected
