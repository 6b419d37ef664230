"""People whom a model marked, with functions that the rules left open; what the rules found stays."""

import pytest
import spacy

from pipeline.annotate.base import add_span, spans_of, value_of
from pipeline.annotate.officials.component import may_add_officials
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="Morfeusz has no wheel here")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_officials")
    return pipeline


def found(nlp, text, *marked, label="persName"):
    """(name, role) of every official where a model marked these characters."""
    doc = nlp.make_doc(text)
    doc.set_ents([doc.char_span(text.find(m), text.find(m) + len(m), label) for m in marked])
    for _, part in nlp.pipeline:
        doc = part(doc)
    return [(value_of(s)["name"], value_of(s)["role"]) for s in spans_of(doc, "officials")]


GUARDS = "Mówił o tym rzecznik strażników Mowglan Udugrow."


def test_a_function_that_the_rules_left_open(nlp):
    assert found(nlp, GUARDS) == []
    assert found(nlp, GUARDS, "Mowglan Udugrow") == [("Mowglan Udugrow", "rzecznik strażników")]
    assert found(nlp, GUARDS, "Mowglan Udugrow", label="PER") == [("Mowglan Udugrow", "rzecznik strażników")]
    assert found(nlp, GUARDS, "Mowglan Udugrow", label="orgName") == []


def test_one_who_shares_a_function(nlp):
    text = "Zastępcy burmistrza: Jan Wrona, Mowglan Udugrow i Ewa Lis."
    names = {name for name, _ in found(nlp, text, "Mowglan Udugrow")}
    assert names == {"Jan Wrona", "Mowglan Udugrow", "Ewa Lis"}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Pan\nFeliks Wrona\nBurmistrz Xymanowa Górnego\ndziękował.", "Xymanowa Górnego"),
        ("Burmistrz Jan Wrona i Ewa Lis", "Jan Wrona"),
        ("Wójt gminy Xymanów Wielki otworzył most.", "Xymanów Wielki"),
        ("Dyplom dla Jana Wrony, wójta, wręczył zespół Mowglan Udugrow.", "Jana Wrony"),
        ("Dyrektor Wydziału Ekonomiczno-Zarządczego", "Wydziału Ekonomiczno"),
        ("Rzecznik\nMowglan\nUdugrow", "Mowglan\nUdugrow"),
        ("Ulica im. Mowglana Udugrowa, wójta", "Mowglana Udugrowa"),
    ],
)
def test_what_the_rules_found_stays(nlp, text, marked):
    assert found(nlp, text, marked) == found(nlp, text)


def test_a_body_is_nobody(nlp):
    doc = nlp.make_doc(GUARDS)
    assert may_add_officials(doc)
    add_span(doc, "certifiers", GUARDS.find("Mowglan"), len(GUARDS) - 1, {"name": "Mowglan Udugrow"}, "test")
    assert not may_add_officials(doc)
