"""Holders of one function in a series, spellings without diacritics, and who is remembered, sought or denied a function."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import spans_of, value_of
from pipeline.annotate.officials.lexicon import forms


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text):
    return [(v["name"], v["role"]) for v in (value_of(s) for s in spans_of(nlp(text), "officials"))]


HOLDERS = [
    ("Sołtysi: Zatory – Jan Kos, Olszyny – Ewa Gil", [("Jan Kos", "Sołtys"), ("Ewa Gil", "Sołtys")]),
    ("Sołtysi wsi:\n1. Jan Kos (Zatory)\n2. Ewa Gil (Olszyny)", [("Jan Kos", "Sołtys wsi"), ("Ewa Gil", "Sołtys wsi")]),
    (
        "Radni okręgu nr 3: Zatory - Jan Kos; Olszyny - Ewa Gil",
        [("Jan Kos", "Radny okręgu nr 3"), ("Ewa Gil", "Radna okręgu nr 3")],
    ),
    ("Sołtysi: Zatory – Jan Kos", []),
    ("Sołtysi mówili: nowa droga – Jan Kos o niej śni, Ewa Gil nie", []),
    ("Głosowało siedmioro radnych, w tym Jan Kos.", [("Jan Kos", "radny")]),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS, ids=[t[0][:30].replace("\n", " ") for t in HOLDERS])
def test_series(nlp, text, expected):
    assert found(nlp, text) == expected


PLAIN = [
    ("Wreczono to wojtowi Slawomirowi Kosowi.", [("Slawomir Kos", "wojt")]),
    ("Przewodniczaca rady Bozena Gil", [("Bozena Gil", "Przewodniczaca rady")]),
    ("Głos zabrał z-ca wójta Jan Kos.", [("Jan Kos", "zastępca wójta")]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[t[0][:30] for t in PLAIN])
def test_text_without_diacritics(nlp, text, expected):
    assert found(nlp, text) == expected


def test_spelling_without_diacritics_is_no_other_word():
    assert "posel" not in forms()
    assert "wojta" in forms()
    assert {f.case for f in forms()["przewodniczaca"]} >= {"nom", "inst"}


NOT_ACTING = [
    "Dwór wzniósł starosta Jan Kos w połowie XVI wieku.",
    "Tablicę poświęconą wojewodzie Janowi Kosowi zdjęto.",
    "Rok ten jest rokiem marszałka Jana Kosa.",
    "Zmarł wczoraj Jan Kos, wieloletni sołtys Zatorów.",
    "Poparli kandydata na burmistrza Jana Kosa.",
    "Droga przy Wójta Kosa jest gotowa.",
    "Jan Kos nie jest już członkiem zarządu.",
    "Członkowie klubu filatelistów Jan Kos i Ewa Gil otworzą wystawę.",
    "Prezydent Francji nie przyjechał.",
    "Dyrektor Agencji Reklamowej Pąk Jan Kos zaprasza.",
    "Ekspert od ogrodów Jan Kos radzi.",
]


@pytest.mark.parametrize("text", NOT_ACTING)
def test_who_does_not_act(nlp, text):
    assert found(nlp, text) == []


ACTING = [
    ("Burmistrz Jan Kos otworzył szkołę zbudowaną w 1912 roku.", [("Jan Kos", "Burmistrz")]),
    ("Członek komisji rewizyjnej Jan Kos miał pytania.", [("Jan Kos", "Członek komisji rewizyjnej")]),
    ("Wybrano na wójta Jana Kosa.", [("Jan Kos", "wójt")]),
    ("Dyrektor Agencji Rynku Wodnego Jan Kos zaprasza.", [("Jan Kos", "Dyrektor Agencji Rynku Wodnego")]),
    ("Ekspert techniczny Jan Kos zbadał piece.", [("Jan Kos", "Ekspert techniczny")]),
    ("Obecna była skarbnik Leonarda Siemieniuk.", [("Leonarda Siemieniuk", "skarbnik")]),
    ("Mówi sekretarz miasta, mgr inż. Orjan Kos.", [("Orjan Kos", "sekretarz miasta")]),
    ("Pyta audytorka Veritor Certis Ewa Gil.", [("Ewa Gil", "audytorka Veritor Certis")]),
    ("Pisze prezydent Unii Piłkarskiej Lennart Kowalski.", [("Lennart Kowalski", "prezydent Unii Piłkarskiej")]),
]


@pytest.mark.parametrize(("text", "expected"), ACTING, ids=[t[0][:40] for t in ACTING])
def test_who_acts(nlp, text, expected):
    assert found(nlp, text) == expected
