"""„prezes Izby", „dyrektor szpitala": the body of an official under the name of the record."""

from __future__ import annotations

import pytest

from pipeline import extract

CASES = {
    "control body": (
        "Regionalna Izba Obrachunkowa w Olsztynie skontrolowała gminę.\nPrezes Izby Ewa Kruk podpisała wystąpienie.",
        "Regionalna Izba Obrachunkowa w Olsztynie",
    ),
    "hospital of another name": (
        "Powiatowy Zespół Opieki Zdrowotnej w Ostródzie ma certyfikat. Szpital leczy. Dyrektor szpitala Ewa Kruk dziękuje.",
        "Powiatowy Zespół Opieki Zdrowotnej w Ostródzie",
    ),
    "two hospitals": (
        "Szpital Powiatowy w Pile i Szpital Miejski w Ełku mają ISO. Przyjechała też dyrektor szpitala Ewa Kruk.",
        "szpital",
    ),
    "part of a body": ("Urząd Miasta Ełku ma ISO. Przygotowała go kierownik referatu Ewa Kruk.", "referat"),
    "none": ("Spotkanie otworzyła dyrektor szpitala Ewa Kruk.", "szpital"),
}


@pytest.mark.parametrize(("text", "body"), CASES.values(), ids=CASES)
def test_short_name_of_a_body(text, body):
    assert {o.organization for o in extract(text, model="none").officials} == {body}
