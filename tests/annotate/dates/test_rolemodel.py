"""„stał się posiadaczem certyfikatu": the trained model of date roles, its features and its vote beside the rules."""

from __future__ import annotations

import math
import tomllib
from importlib.resources import files

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.annotate.dates import rolemodel
from pipeline.annotate.dates.layout import heading_cell
from pipeline.annotate.dates.reading import reading
from pipeline.annotate.dates.rolemodel.timing import order, relation
from pipeline.annotate.dates.rolemodel.vote import CUE
from pipeline.values import morph
from pipeline.values.edtf import parse_edtf

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")
PUBLISHED = "2021-07-12"


def built(*, trained):
    nlp = spacy.blank("pl")
    nlp.add_pipe("magistrat_sentences")
    nlp.add_pipe("magistrat_morphology")
    nlp.add_pipe("magistrat_dates", config={"trained": trained})
    return nlp


@pytest.fixture(scope="module")
def voting():
    return built(trained=True)


@pytest.fixture(scope="module")
def rules():
    return built(trained=False)


def dates(nlp, text):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published=PUBLISHED))
    return [(m.value["role"], m.rule) for m in mentions_of(nlp(doc)) if m.kind == "dates"]


def seen(nlp, text):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published=PUBLISHED))
    doc = nlp(doc)
    return reading(doc, doc.text).features(doc, doc.text)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        pytest.param("Certyfikat wręczono 6 lipca 2021 r.", "eb=give", id="event-before"),
        pytest.param("6 lipca 2021 r. wręczono certyfikat.", "ea=give", id="event-behind"),
        pytest.param("Certyfikat zostanie wręczony w maju 2022 r.", "vbt=participle", id="participle"),
        pytest.param("W maju 2022 r. odbędzie się audyt.", "govt=future", id="tense"),
        pytest.param("Audyt odbył się w maju 2019 r.", "when=cycle", id="time"),
        pytest.param("Certyfikat jest ważny do maja 2022 r.", "form*when=end,ahead", id="form-and-time"),
        pytest.param("Certyfikatu nie przyznano w maju 2019 r.", "gov*neg=give,True", id="negated"),
        pytest.param("Certyfikat nadano w 2003 r., odnowiono w 2006 r.", "next*gov=give,renew", id="neighbour"),
        pytest.param("Norma | Termin ważności\nISO 9001 | 12.03.2023", "head=valid", id="head-of-a-column"),
        pytest.param("– Do kiedy ważny jest certyfikat?\n– Do 12 marca 2023 r.", "asked", id="question"),
    ],
)
def test_features(rules, text, feature):
    assert any(feature in one for one in seen(rules, text))


def test_nothing_is_asked_where_nobody_speaks_of_certificates_or_audits(rules):
    assert seen(rules, "Festyn odbył się 6 lipca 2021 r. w parku.") == []


@pytest.mark.parametrize(
    ("role", "cue", "probable", "decided"),
    [
        pytest.param("audit", "audit.noun", {"audit": -0.1, "awarded": -3.0}, ("audit", "audit.noun"), id="agreed"),
        pytest.param("audit", "audit.noun", {"audit": -1.2, "awarded": -0.5}, ("audit", "audit.noun"), id="model-unsure"),
        pytest.param("audit", "audit.noun", {"audit": -3.0, "awarded": -0.1}, ("awarded", CUE), id="model-sure"),
        pytest.param("other", "none", {"other": -0.9, "awarded": -0.5}, ("awarded", CUE), id="rules-silent"),
        pytest.param("other", "other.law", {"other": -0.9, "awarded": -0.5}, ("other", "other.law"), id="rules-say-other"),
    ],
)
def test_vote(role, cue, probable, decided):
    assert rolemodel.decide(role, cue, probable) == decided


def test_the_model_reads_what_no_rule_knows(voting, rules):
    text = "Urząd Gminy w Olszynie stał się 6 lipca 2021 r. posiadaczem certyfikatu ISO 9001."
    assert dates(rules, text) == [("other", "days-month/none")]
    assert dates(voting, text) == [("awarded", f"days-month/{CUE}")]


def test_an_agreed_role_keeps_its_cue(voting):
    assert dates(voting, "Certyfikat jest ważny do 30 maja 2023 r.") == [("valid_until", "days-month/valid-until.of")]


def test_rules_stand_alone_without_weights(voting, monkeypatch):
    monkeypatch.setattr(rolemodel, "load", lambda: None)
    text = "Urząd Gminy w Olszynie stał się 6 lipca 2021 r. posiadaczem certyfikatu ISO 9001."
    assert dates(voting, text) == [("other", "days-month/none")]


def test_a_range_of_validity_has_two_roles(voting):
    found = dates(voting, "Certyfikat ISO 9001 jest ważny od 1 maja 2020 r. do 30 kwietnia 2023 r.")
    assert [role for role, _ in found] == ["valid_from", "valid_until"]


def test_shipped_weights():
    model = rolemodel.load()
    assert model is not None
    assert model.weights.shape == (len(model.rows), len(rolemodel.ROLES))
    assert list(model.rows) == sorted(model.rows)


@given(st.data())
def test_probabilities_sum_to_one_in_any_order(data):
    model = rolemodel.load()
    names = data.draw(st.lists(st.sampled_from(sorted(model.rows)[::50]) | st.text(max_size=5), max_size=30))
    logs = model.log_probabilities(names)
    assert math.fsum(map(math.exp, logs.values())) == pytest.approx(1.0)
    assert model.log_probabilities(reversed(names)) == logs


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-07-10", "week"),
        ("2021-06-10", "weeks"),
        ("2021-07", "now"),
        ("2021-07-20", "soon"),
        ("2023", "ahead"),
        ("../2023-05", "ahead"),
        ("2005", "old"),
        ("XXXX-05-01", "unknown"),
    ],
)
def test_relation_to_the_day_of_publication(value, expected):
    assert relation(parse_edtf(value), parse_edtf(PUBLISHED)) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [("2003", "2006", "<"), ("2006", "2003", ">"), ("XXXX-05", "2003", "?")])
def test_order(one, other, expected):
    assert order(parse_edtf(one), parse_edtf(other)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Norma | Ważny do\nISO 9001 | 1.03.2023\nISO 14001 | 2.03.2023", "Ważny do", id="two-rows"),
        pytest.param("ISO 9001 | 1.03.2023\nISO 14001 | 2.03.2023", "", id="no-head"),
        pytest.param("Ważny do 2.03.2023", "", id="no-table"),
        pytest.param("Zdanie.\nISO 9001 | 2.03.2023", "", id="one-row"),
    ],
)
def test_head_of_a_column(text, expected):
    assert heading_cell(text, text.index("2.03.2023") if "2.03.2023" in text else len(text) - 1) == expected


def test_classes_are_lemmas_in_small_letters():
    text = (files("pipeline.annotate.dates.rolemodel") / "classes.toml").read_text(encoding="utf-8")
    for name, lemmas in tomllib.loads(text)["classes"].items():
        assert lemmas, name
        assert len(lemmas) == len(set(lemmas)), name
        assert all(lemma == lemma.lower() and " " not in lemma for lemma in lemmas), name
