"""„papier zostaje na ścianie": the model of statuses, its features and its vote beside the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.record.certificates import outlook
from pipeline.record.statusmodel import decide, features, load
from pipeline.record.statusmodel.history import age

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.record.linear import LinearModel

    Reader = Callable[[str], Any]

CLASSES = {"awarded", "lapsed", "maintained", "none", "planned", "renewed", "surveillance"}


def _seen(passage: Reader, marked: str, index: int = 0) -> dict[str, float]:
    read = passage(marked)
    return features(outlook(read.article, read.mentions, read.organizations), index)


@pytest.mark.parametrize(
    ("marked", "feature"),
    [
        pytest.param("Urząd nie odnowi certyfikatu ISO 9001.", "w:odnowić!:*", id="negated"),
        pytest.param("Urząd odnowi certyfikat ISO 9001.", "c:renew:fut", id="future"),
        pytest.param("Urząd odnowił certyfikat ISO 9001.", "c:renew:perf", id="perfective past"),
        pytest.param("Urząd zamierza odnowić certyfikat ISO 9001.", "c:renew:modal", id="modal"),
        pytest.param("Certyfikat ISO 9001 odnowiony\nUrząd jest zadowolony.", "c:renew:T", id="title"),
        pytest.param("Trzeci raz ISO 9001.", "b:trzeci_raz", id="pair of words"),
        pytest.param("Certyfikat ISO 9001 to nasz debiut.", "c:x_first:n", id="class that no rule trusts"),
        pytest.param("Urząd nie ma już certyfikatu ISO 9001.", "y:x_holding:pres!", id="class with the clause's negation"),
        pytest.param("Ratusz.\nCertyfikat ISO 9001 przyznano urzędowi.", "e:only:awarded", id="event of the rules"),
        pytest.param("Wygasł certyfikat ISO 9001. Wójt odebrał nowy.", "q:x_gone>x_ceremony", id="order of words"),
        pytest.param("Urząd odebrał certyfikat ISO 9001.", "z:Oo", id="own standard"),
    ],
)
def test_features(passage: Reader, marked: str, feature: str) -> None:
    assert feature in _seen(passage, marked)


RIVALS = (
    "Wieści z Lipin\n<o Urząd Miasta Lipin>Urząd Miasta Lipin</o> odnowił certyfikat ISO 9001. "
    "<o Wodociągi Lipińskie>Wodociągi Lipińskie</o> zrezygnowały z certyfikatu ISO 14001."
)


@pytest.mark.parametrize(
    ("index", "own", "rival"),
    [
        pytest.param(0, "c:renew:own", "c:leave:own", id="the office's"),
        pytest.param(1, "c:leave:own", "c:renew:own", id="the company's"),
    ],
)
def test_what_is_told_of_a_rival_is_not_the_certificates_own(passage: Reader, index: int, own: str, rival: str) -> None:
    seen = _seen(passage, RIVALS, index)
    assert own in seen
    assert rival not in seen


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        pytest.param(-2, "fut", id="to come"),
        pytest.param(1, "now", id="a month"),
        pytest.param(12, "yr", id="a year"),
        pytest.param(13, "old", id="longer"),
    ],
)
def test_age(ago: int, expected: str) -> None:
    assert age(ago) == expected


def test_age_of_an_award(passage: Reader) -> None:
    seen = _seen(
        passage, "Certyfikat ISO 9001 wydano <d awarded 2018-02-05>5 lutego 2018 r.</d>, <d other 2021-09>wrzesień 2021</d>."
    )
    assert "age:awarded:old" in seen


def test_what_a_conditional_supposes_is_not_seen(passage: Reader) -> None:
    seen = _seen(passage, "Odnowienie certyfikatu ISO 9001 kosztowałoby 17 tysięcy złotych.")
    assert "t:cond:*" in seen
    assert not any(name.startswith("c:renew") for name in seen)


def test_other_passages_are_not_seen(passage: Reader) -> None:
    seen = _seen(passage, "Urząd ma certyfikat ISO 9001.\nW parku posadzono kasztanowce.")
    assert "w:kasztanowiec" not in seen
    assert all(seen.values())


@pytest.mark.parametrize(
    ("rule", "model", "decided"),
    [
        pytest.param("renewed", {"renewed": -0.1, "awarded": -3.0, "none": -4.0}, "renewed", id="agreed"),
        pytest.param("awarded", {"renewed": -0.7, "awarded": -1.5, "none": -4.0}, "awarded", id="model unsure"),
        pytest.param("awarded", {"renewed": -0.1, "awarded": -4.0, "none": -4.0}, "renewed", id="model sure"),
        pytest.param(None, {"planned": -0.1, "awarded": -4.0, "none": -3.0}, "planned", id="rules silent"),
        pytest.param(None, {"planned": -0.7, "awarded": -4.0, "none": -0.9}, None, id="silence stands"),
        pytest.param("maintained", {"maintained": -4.0, "none": -0.1}, None, id="no certificate"),
    ],
)
def test_decide(rule: Any, model: dict[str, float], decided: str | None) -> None:
    assert decide(rule, model) == decided


def test_shipped_weights() -> None:
    model = load()
    assert set(model.classes) == CLASSES
    assert model.weights.shape == (len(model.places), len(CLASSES))


@pytest.mark.parametrize("seen", [{}, {"w:słowo-którego-nie-ma": 1.0}], ids=["nothing", "unknown words"])
def test_probabilities_of_what_it_does_not_know(seen: dict[str, float]) -> None:
    logs = load().log_probabilities(seen)
    assert sum(2.718281828**value for value in logs.values()) == pytest.approx(1.0)


def test_order_of_features_does_not_matter(passage: Reader) -> None:
    model: LinearModel = load()
    seen = _seen(passage, "Urząd po raz trzeci odnowił certyfikat ISO 9001, który wydano w 2009 roku.")
    assert model.log_probabilities(seen) == model.log_probabilities(dict(reversed(seen.items())))
