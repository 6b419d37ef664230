"""„Inaczej w Urzędzie Gminy. Tam certyfikat …": whose certificate it is where several offices stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.record.holder import offices, same
from pipeline.record.holdermodel import choose, load
from pipeline.schema import OrganizationRow

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], Any]


def _row(name: str, kind: str = "city_office", start: int = 0) -> OrganizationRow:
    return OrganizationRow(mention_id=name, rule="test", text=name, start=start, end=start + len(name), name=name, kind=kind)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Urząd Miasta Olsztyna", "Gmina Olsztyn", True, id="office and its town"),
        pytest.param("Urząd Miasta Olsztyna", "Urząd Miasta Ełku", False, id="two towns"),
        pytest.param("Urząd Gminy Lasowice Górne", "Urząd Gminy Lasowice Dolne", False, id="upper and lower"),
        pytest.param("Urząd Gminy Drohojów", "Urząd Gminy Stary Drohojów", False, id="old one"),
        pytest.param("Urząd Miejski w Grodzisku", "Urząd Miejski w Grodzisku Mazowieckim", True, id="shorter name"),
        pytest.param("Urząd Miasta Ruszów", "Urząd Gminy Ruszów", False, id="town and commune around it"),
    ],
)
def test_same(one: str, other: str, expected: bool) -> None:
    assert same(_row(one), _row(other)) is expected


def test_a_council_is_no_holder_beside_its_office() -> None:
    found = offices([_row("Rada Gminy Lipa", "council"), _row("Urząd Gminy Lipa", "municipal_office", 40)])
    assert [[row.name for row in office] for office in found] == [["Urząd Gminy Lipa"]]


@pytest.mark.parametrize(
    ("logs", "chosen"),
    [
        pytest.param([], [], id="no office"),
        pytest.param([-3.0, -1.0], [1], id="the likeliest where none is likely"),
        pytest.param([0.5, -1.0, 2.0], [0, 2], id="all that are likely"),
    ],
)
def test_choose(logs: list[float], chosen: list[int]) -> None:
    assert choose(logs) == chosen


OLSZA = "<o Urząd Gminy Olsza>{}</o>"
DAB = "<o Starostwo Powiatowe w Dębie>{}</o>"
HOLDERS = {
    "other office in the sentence before": (
        "W "
        + OLSZA.format("Urzędzie Gminy Olsza")
        + " wisi certyfikat ISO 9001:2015.\nInaczej w "
        + DAB.format("Starostwie Powiatowym w Dębie")
        + ". Tam certyfikat ISO 9001 stracił ważność w czerwcu.",
        [("Urząd Gminy Olsza", "maintained"), ("Starostwo Powiatowe w Dębie", "lapsed")],
    ),
    "listed behind the award": (
        "Dwa urzędy dostały wczoraj po jednym certyfikacie ISO 9001:2008.\nOtrzymały je:\n"
        + OLSZA.format("Urząd Gminy Olsza")
        + ",\n"
        + DAB.format("Starostwo Powiatowe w Dębie")
        + ".",
        [("Urząd Gminy Olsza", "awarded"), ("Starostwo Powiatowe w Dębie", "awarded")],
    ),
    "a line for each office": (
        "Certyfikaty w powiecie:\n– "
        + DAB.format("Starostwo Powiatowe w Dębie")
        + ": ISO 9001:2015, ważny do 19 sierpnia 2020 r.;\n– "
        + OLSZA.format("Urząd Gminy Olsza")
        + ": ISO 14001:2015, certyfikat wygasł i nie został odnowiony;\n– pozostałe urzędy: brak.",
        [("Starostwo Powiatowe w Dębie", "maintained"), ("Urząd Gminy Olsza", "lapsed")],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), HOLDERS.values(), ids=HOLDERS.keys())
def test_holders(passage: Reader, marked: str, expected: list[tuple[str, str]]) -> None:
    found = [(c.organization, c.status) for c in passage(marked).certificates()]
    assert sorted(found) == sorted(expected)


def test_weights_are_finite() -> None:
    model = load()
    assert set(model.classes) == {"holds", "other"}
    assert model.weights.shape == (len(model.places), 2)
    assert abs(model.weights).max() < 100
