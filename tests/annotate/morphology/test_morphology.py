"""Lemmas, parts of speech and features from Morfeusz and cheap context."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.annotate.morphology.choose import Word, choose
from pipeline.annotate.morphology.finite import finite_form
from pipeline.annotate.morphology.lexicon import abbreviations, preferences, universal
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="Morfeusz has no wheel for this machine")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_sentences")
    pipeline.add_pipe("magistrat_morphology")
    return pipeline


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos", "case"),
    [
        pytest.param("Audyt odbył się w Urzędzie Miejskim.", "Urzędzie", "urząd", "NOUN", "Loc", id="preposition-governs"),
        pytest.param("Audyt odbył się w Urzędzie Miejskim.", "Miejskim", "miejski", "ADJ", "Loc", id="adjective-agrees"),
        pytest.param("Spotkanie odbyło się w maju.", "maju", "maj", "NOUN", "Loc", id="month"),
        pytest.param("Burmistrz dziękował zespołowi.", "Burmistrz", "burmistrz", "NOUN", "Nom", id="office-not-surname"),
        pytest.param("Gratulowano pani Danucie Szczepanik.", "Danucie", "Danuta", "PROPN", "Dat", id="first-name"),
        pytest.param("Certyfikat może być cofnięty.", "może", "móc", "VERB", None, id="preferred-reading"),
        pytest.param("Przyznano nagrodę.", "Przyznano", "przyznać", "VERB", None, id="impersonal"),
        pytest.param("Szkoła im. Jana Kota.", "im", "im", "X", None, id="abbreviation"),
        pytest.param("Był tu Xyzwq.", "Xyzwq", "Xyzwq", "PROPN", None, id="unknown"),
        pytest.param("Rok 2010 minął.", "2010", "2010", "NUM", None, id="number"),
    ],
)
def test_reading(nlp, text, word, lemma, pos, case):
    token = next(t for t in nlp(text) if t.text == word)
    assert (token.lemma_, token.pos_) == (lemma, pos)
    assert token.morph.get("Case", []) == ([case] if case else [])


def test_what_a_model_gave_is_kept(nlp):
    doc = Doc(nlp.vocab, words=["Przyznano", "nagrodę"], lemmas=["x", ""], pos=["ADV", ""])
    nlp(doc)
    assert [(t.lemma_, t.pos_) for t in doc] == [("x", "ADV"), ("nagroda", "NOUN")]


def test_readings_are_a_getter(nlp):
    assert "przyznać" in {r.lemma for r in nlp("przyznano")[0]._.readings}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("przyznano", True),
        ("otrzymał", True),
        ("powinien", True),
        ("lata", False),
        ("to", False),
        ("urząd", False),
        ("Rada", False),
    ],
)
def test_finite(word, expected):
    assert finite_form(word) is expected


def test_long_stretch_is_decided_in_windows():
    assert len(choose([Word("urząd", initial=False)] * 1500)) == 1500


def test_features():
    assert universal("subst:sg:gen:m1") == ("NOUN", "Animacy=Hum|Case=Gen|Gender=Masc|Number=Sing")
    assert universal("prep:loc:nwok") == ("ADP", "")


def test_data_is_well_formed():
    assert abbreviations()["r"] is True
    assert abbreviations()["ul"] is False
    assert all(0.5 <= p.share <= 1 for p in preferences().values())
