"""„oba wystawiono 4 maja": the model of a certificate's days, its features, its joint decoding and its vote beside the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record.certificates import candidates
from pipeline.record.daymodel import FIELDS, NONE, Scene, features
from pipeline.record.daymodel.decoding import CYCLE, best, possible
from pipeline.record.daymodel.model import load, odds
from pipeline.record.daymodel.relations import precision, when, years_to
from pipeline.record.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], Any]

OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"


def _scene(passage: Reader, marked: str) -> Scene:
    read = passage(marked)
    every = passages(read.article.text, read.mentions, read.article.blocks)
    return Scene(read.article.text, "2020-06-01", every, candidates(read.article, read.mentions, read.organizations))


def _seen(passage: Reader, marked: str, value: str) -> dict[str, float]:
    scene = _scene(passage, marked)
    return features(scene, scene.sides[0], "renewed")[value]


@pytest.mark.parametrize(
    ("marked", "value", "feature"),
    [
        pytest.param(
            "Urząd ma ISO 9001.\nData wydania: <d other 2020-05-04>4 maja 2020 r.</d>", "2020-05-04", "label=issue", id="label"
        ),
        pytest.param(
            "Urząd ma ISO 9001 (<d other ../2021-03-11>do 11.03.2021</d>).", "2021-03-11", "side=open", id="an end alone"
        ),
        pytest.param(
            "Urząd ma ISO 9001 (<d other ../2021-03-11>do 11.03.2021</d>).", "2021-03-11", "bracket", id="in brackets"
        ),
        pytest.param("ISO 9001\n<d other 2001-05>maj 2001</d> – pierwszy certyfikat", "2001-05", "calendar", id="calendar"),
        pytest.param(
            "Certyfikat ISO 9001 nosi datę <d other 2020-05-04>4 maja</d>.", "2020-05-04", "verb=print,pres", id="verb"
        ),
        pytest.param(
            "Certyfikat ISO 9001 z <d other 2020-05-04>4 maja</d> wygaśnie <d valid_until 2023-05-03>3 maja 2023 r.</d>",
            "2020-05-04",
            "starts=3",
            id="three years less a day",
        ),
        pytest.param(
            "Certyfikat ISO 9001 z <d other 2020-05>maja</d>, dokładnie z <d other 2020-05-04>4 maja</d>.",
            "2020-05",
            "vague",
            id="vaguer",
        ),
    ],
)
def test_features(passage: Reader, marked: str, value: str, feature: str) -> None:
    assert feature in _seen(passage, marked, value)


def test_dates_far_from_the_certificate_are_not_seen(passage: Reader) -> None:
    told = "Kronika\n" + "".join(f"Rok {n}: <d other {n}>{n}</d> otwarto szkołę.\n" for n in range(1950, 1960))
    scene = _scene(passage, f"{OLSZA} ma ISO 9001.\n" * 1 + "Cisza.\n" * 9 + told)
    side = scene.sides[0]
    lines = {scene.passages[i].line for i in side.weights}
    assert all(min(abs(scene.passages[p.passage].line - n) for n in lines) <= 3 for p in scene.near(side))


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        pytest.param("2020-05-04", "2023-05-03", 3, id="less a day"),
        pytest.param("2020-05-04", "2023-05-04", 3, id="the same day"),
        pytest.param("2020-05-01", "2023-04-30", 3, id="over a month's end"),
        pytest.param("2020-01-01", "2022-12-31", 3, id="over a year's end"),
        pytest.param("2020-05", "2023-05", 3, id="months"),
        pytest.param("2020-05-04", "2023-05-05", None, id="a day more"),
        pytest.param("2020-05-04", "2020-05-04", None, id="one day"),
        pytest.param("2023-05-04", "2020-05-03", None, id="backwards"),
        pytest.param("2020", "2023", None, id="years tell nothing"),
    ],
)
def test_years_to(start: str, end: str, years: int | None) -> None:
    assert years_to(start, end) == years


def test_when() -> None:
    month = 2020 * 12 + 6
    told = [when(v, month) for v in ("2023-05-03", "2020-06-01", "2020-05", "2019", "2011-02")]
    assert told == ["cycle-ahead", "now", "month", "last-year", "old"]
    assert when("2011-02", None) == "unknown"
    assert [precision(v) for v in ("2011", "2011-02", "2011-02-03")] == ["year", "month", "day"]


@pytest.mark.parametrize(
    ("days", "may"),
    [
        pytest.param({"awarded": "2020-05-04", "valid_until": "2023-05-03"}, True, id="a cycle"),
        pytest.param({"awarded": "2023-05-04", "valid_until": "2023-05-03"}, False, id="ends before it begins"),
        pytest.param({"first_awarded": "2004", "awarded": "2020-05-04"}, True, id="a first one"),
        pytest.param({"first_awarded": "2020-05", "awarded": "2020-05-04"}, False, id="one award told twice"),
        pytest.param({"awarded": "2020-05-04", "valid_from": "2020-05-04"}, False, id="one day twice"),
        pytest.param({"awarded": "2020", "valid_until": "2020-12-31"}, True, id="within one year"),
    ],
)
def test_possible(days: dict[str, str | None], may: bool) -> None:
    assert possible(days) is may


def test_best_takes_the_likeliest_that_fit() -> None:
    told = {
        "2020-05-04": {"awarded": 2.0, "valid_until": 1.5},
        "2020-05": {"awarded": 1.0, "first_awarded": 0.5},
        "2023-05-03": {"awarded": 1.0, "valid_until": 1.0},
    }
    assert best(told) == {"awarded": "2020-05-04", "valid_until": "2023-05-03", "first_awarded": None, "valid_from": None}


VALUES = st.sampled_from(["2004", "2019", "2019-05", "2019-05-04", "2019-05-05", "2022-05-03", "2022"])
ODDS = st.dictionaries(VALUES, st.dictionaries(st.sampled_from(FIELDS), st.floats(-5, 5), max_size=4), max_size=7)


@given(ODDS)
def test_best_is_always_possible(told: dict[str, dict[str, float]]) -> None:
    found = best(told)
    assert possible(found)
    assert all(v is None or told[v][name] > -CYCLE for name, v in found.items())


def test_rules_and_model_vote() -> None:
    logs = {"2020": {"awarded": -1.0, NONE: -0.5}}
    alone = odds(logs, {})["2020"]["awarded"]
    assert odds(logs, {"awarded": "2020"})["2020"]["awarded"] > odds(logs, {"awarded": "2019"})["2020"]["awarded"] > alone


def test_shipped_weights() -> None:
    model = load()
    assert set(model.classes) <= {*FIELDS, NONE}
    assert {"awarded", "first_awarded", "valid_until", NONE} <= set(model.classes)


TOLD = {
    "a label for all": (
        f"{OLSZA} posiada certyfikaty:\n– ISO 9001,\n– ISO 14001.\nData wydania: <d awarded 2019-03-12>12 marca 2019 r.</d>\n"
        "Data ważności: <d valid_until 2022-03-11>11 marca 2022 r.</d>",
        [{"awarded": "2019-03-12", "valid_until": "2022-03-11"}] * 2,
    ),
    "both bear one day": (
        f"{OLSZA} odnowił certyfikaty ISO 9001 i ISO 27001.\nOba noszą datę <d awarded 2019-11-22>22 listopada 2019 r.</d> i oba utracą "
        "ważność <d valid_until 2022-11-21>21 listopada 2022 r.</d>",
        [{"awarded": "2019-11-22", "valid_until": "2022-11-21"}] * 2,
    ),
    "a printed day before the day of handing over": (
        f"{OLSZA} odebrał <d awarded 2016-04-12>12 kwietnia</d> certyfikat ISO 14001.\nData wydania: <d awarded 2016-02-24>24 lutego 2016 "
        "r.</d> Jest ważny <d valid_until ../2019-02-23>do 23 lutego 2019 r.</d>",
        [{"awarded": "2016-02-24", "valid_until": "2019-02-23"}],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TOLD.values(), ids=TOLD.keys())
def test_certificates(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    assert [{k: getattr(c, k) for k in e} for c, e in zip(found, expected, strict=False)] == expected
    assert all(c.evidence for c in found)
