"""„papier zostaje na ścianie": the model of statuses, its features and its vote beside the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.record.certificates import candidates
from pipeline.record.statusmodel import decide, features, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.record.linear import LinearModel

    Reader = Callable[[str], Any]

CLASSES = {"awarded", "lapsed", "maintained", "none", "planned", "renewed", "surveillance"}


def _seen(passage: Reader, marked: str) -> dict[str, float]:
    read = passage(marked)
    found = candidates(read.article, read.mentions, read.organizations)
    return features(read.article.text, read.article.published, found[0].cluster, several=False, held=True)


@pytest.mark.parametrize(
    ("marked", "feature"),
    [
        pytest.param("Urząd nie odnowi certyfikatu ISO 9001.", "w:odnowić!:*", id="negated"),
        pytest.param("Urząd odnowi certyfikat ISO 9001.", "c:renew:fut", id="future"),
        pytest.param("Urząd odnowił certyfikat ISO 9001.", "c:renew:perf", id="perfective past"),
        pytest.param("Urząd zamierza odnowić certyfikat ISO 9001.", "c:renew:modal", id="modal"),
        pytest.param("Certyfikat ISO 9001 odnowiony\nUrząd jest zadowolony.", "c:renew:T", id="title"),
        pytest.param("Trzeci raz ISO 9001.", "b:trzeci_raz", id="pair of words"),
    ],
)
def test_features(passage: Reader, marked: str, feature: str) -> None:
    assert feature in _seen(passage, marked)


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
        pytest.param(None, {"planned": -0.7, "awarded": -4.0, "none": -1.0}, None, id="silence stands"),
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
