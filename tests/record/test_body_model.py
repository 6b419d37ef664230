"""„zamiast TÜV SÜD dokument wystawiło PCBC": the model of bodies, its features and its vote beside the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.record.bodymodel import Survey, decide, features, load
from pipeline.record.bodymodel.survey import CLAUSE, FAR, LINE, NEAR_LINE, NEXT, PASSAGE
from pipeline.record.certificates import candidates
from pipeline.record.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], Any]

OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
SOSNA = "<o Starostwo Powiatowe w Sośnie>Starostwo Powiatowe w Sośnie</o>"


def _survey(passage: Reader, marked: str) -> Survey:
    read = passage(marked)
    text, mentions = read.article.text, read.mentions
    return Survey(text, passages(text, mentions, read.article.blocks), candidates(read.article, mentions, read.organizations))


@pytest.mark.parametrize(
    ("marked", "near"),
    [
        pytest.param("Certyfikat ISO 9001 wydała <c>DEKRA</c>.", CLAUSE, id="clause"),
        pytest.param("Urząd ma certyfikat ISO 9001, a wystawiła go <c>DEKRA</c>.", PASSAGE, id="sentence"),
        pytest.param("Urząd ma certyfikat ISO 9001. Wydała go <c>DEKRA</c>.", NEXT, id="sentence beside"),
        pytest.param("Urząd ma certyfikat ISO 9001. Cieszy. Wydała go <c>DEKRA</c>.", LINE, id="line"),
        pytest.param("Urząd ma certyfikat ISO 9001.\nWydała go <c>DEKRA</c>.", NEAR_LINE, id="line beside"),
        pytest.param("Urząd ma certyfikat ISO 9001.\nCieszy.\nWydała go <c>DEKRA</c>.", FAR, id="elsewhere"),
    ],
)
def test_nearness(passage: Reader, marked: str, near: int) -> None:
    assert _survey(passage, marked).tie(0, "DEKRA") == near


@pytest.mark.parametrize(
    ("marked", "feature"),
    [
        pytest.param("Certyfikat ISO 9001 wydała <c>DEKRA</c>.", "b:grant:A", id="verb before the body"),
        pytest.param("Certyfikat ISO 9001 wydany przez <c>DEKRA</c>.", "prep:przez", id="preposition"),
        pytest.param("Urząd ma certyfikat ISO 9001. Nie wydała go <c>DEKRA</c>.", "neg", id="negated"),
        pytest.param("Certyfikat ISO 9001 miał dawniej podpis <c>DEKRA</c>.", "b:former", id="former"),
        pytest.param("Urząd ma certyfikat ISO 9001.\nWystawca: <c>DEKRA</c>.", "label", id="label"),
        pytest.param("Certyfikat ISO 9001 dała <c>DEKRA</c>, a <c>PCBC</c> przegrało.", "rival:behind", id="two in a sentence"),
        pytest.param(
            "<c>DEKRA</c> dała ISO 9001. Urząd ma od tej samej jednostki ISO 14001.", "cand:more", id="nearest certificate"
        ),
        pytest.param("2003 – ISO 9001 od <c>DEKRA</c>.\n2009 – zmiana ISO 9001 na <c>PCBC</c>.", "turn:away", id="succeeded"),
        pytest.param("Urząd ma certyfikat ISO 9001. Oba wydała <c>DEKRA</c>.", "upon:all", id="both"),
    ],
)
def test_features(passage: Reader, marked: str, feature: str) -> None:
    assert feature in features(_survey(passage, marked), 0, "DEKRA", "maintained")


@pytest.mark.parametrize(
    ("ruled", "odds", "body"),
    [
        pytest.param("PCBC", {"PCBC": 0.1, "DEKRA": 0.4}, "PCBC", id="the rules' choice weighs"),
        pytest.param("PCBC", {"PCBC": -2.0, "DEKRA": 3.0}, "DEKRA", id="a sure model overrules"),
        pytest.param(None, {"DEKRA": -0.4}, None, id="silence weighs"),
        pytest.param(None, {"DEKRA": 1.0}, "DEKRA", id="silence is overruled"),
        pytest.param(None, {}, None, id="no body at all"),
    ],
)
def test_vote(ruled: str | None, odds: dict[str, float], body: str | None) -> None:
    assert decide(ruled, odds)[0] == body


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            f"{OLSZA} odnowił certyfikat ISO 9001. Zamiast <c>TÜV SÜD</c> dokument wystawiło <c>PCBC</c>.",
            ["PCBC"],
            id="former",
        ),
        pytest.param(
            f"<c>PCBC</c> odnowiło certyfikat ISO 9001, który ma {OLSZA}. U tej samej jednostki urząd uzyskał certyfikat ISO 14001.",
            ["PCBC", "PCBC"],
            id="the same",
        ),
        pytest.param(
            f"{OLSZA} odebrał certyfikaty. Pierwszy potwierdza ISO 9001, drugi dotyczy ISO 14001. Oba wystawiło <c>PCBC</c>.",
            ["PCBC", "PCBC"],
            id="both",
        ),
        pytest.param(
            f"{OLSZA} otrzymał certyfikat ISO 9001 od <c>PCBC</c>.\n{SOSNA} odnowiło certyfikat ISO 9001. Wydała go <c>DEKRA</c>.",
            ["PCBC", "DEKRA"],
            id="two holders",
        ),
        pytest.param(
            f"{OLSZA} stara się o certyfikat ISO 9001. Oferty złożyły <c>PCBC</c>, <c>DEKRA</c> i <c>SGS</c>.",
            [None],
            id="bidders",
        ),
        pytest.param(
            f"Do 2014 roku {OLSZA} certyfikował <c>Bureau Veritas</c>, od tego czasu robi to <c>DNV</c>. Certyfikat ISO 9001 odnowiono "
            "4 maja.",
            ["DNV"],
            id="history",
        ),
        pytest.param(
            f"{OLSZA} został wpisany do rejestru EMAS. Weryfikował go <c>DEKRA</c>.", [None], id="entered in a register"
        ),
    ],
)
def test_who_certified(passage: Reader, marked: str, expected: list[str | None]) -> None:
    assert [c.certifier for c in passage(marked).certificates()] == expected


def test_equal_votes_stay_in_conflict(passage: Reader) -> None:
    found = passage(f"{OLSZA} ma certyfikat ISO 9001, który wydały <c>PCBC</c> i <c>DEKRA</c>.").certificates()
    assert [c.conflicts for c in found] == [["certifier"]]


def test_weights_know_two_classes() -> None:
    assert set(load().classes) == {"certifies", "not"}


def test_a_catalogue_is_left_to_the_rules(passage: Reader) -> None:
    lines = "\n".join(f"ISO 9001, Firma nr {n}: <c>Jednostka {n % 7}</c>" for n in range(700))
    survey = _survey(passage, f"{OLSZA} ma certyfikat ISO 9001.\n{lines}")
    assert len(survey.in_order) * len(survey.candidates) >= 700
    assert len(passage(f"{OLSZA} ma certyfikat ISO 9001.\n{lines}").certificates()) >= 1
