import pytest

from pipeline.annotate.base import mentions_of
from pipeline.annotate.gate import annotate_for_records, needed_parts, statistical_parts
from pipeline.annotate.load import COMPONENTS, document, load
from pipeline.annotate.officials.entities import may_hold_person
from pipeline.schema import Article
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="without Morfeusz every part runs")
PLAIN = "Urząd Gminy Sosnówka uzyskał 3 maja 2016 r. certyfikat PN-EN ISO 9001:2015. Odebrał go wójt Jan Wrzos."


class Counting:
    """A statistical part that counts what it is given and marks nothing."""

    def __init__(self):
        self.seen = []

    def __call__(self, doc):
        self.seen.append(doc.text)
        return doc


@pytest.fixture
def counted():
    """The rules behind an „ner" and a „tagger" that count."""
    nlp = load("none")
    parts = {}
    for name in ("tagger", "ner"):
        parts[name] = Counting()
        nlp._components.insert(0, (name, parts[name]))
    return nlp, parts


def article(text):
    return Article(id="1", source="a", text=text)


def test_rules_are_no_statistical_parts(counted):
    assert statistical_parts(counted[0]) == ["ner", "tagger"]
    assert statistical_parts(load("none")) == []


def test_only_entities_are_read(counted):
    assert needed_parts(counted[0]) == {"ner"}
    assert needed_parts(load("none")) == frozenset()


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (PLAIN, False),
        ("Burmistrz otworzył szkołę. Padał deszcz.", False),
        ("Certyfikat odebrał wójt Xerxun Wrzoskgar.", True),
    ],
)
def test_entities_are_sought_where_they_can_add_a_person(counted, text, runs):
    nlp, parts = counted
    annotate_for_records(nlp, document(nlp, article(text)))
    assert bool(parts["ner"].seen) == runs
    assert parts["tagger"].seen == []


def test_a_loaded_pipeline_runs_whole(counted):
    nlp, parts = counted
    nlp(PLAIN)
    assert parts["ner"].seen == parts["tagger"].seen == [PLAIN]


def test_the_rules_see_what_they_see_without_a_gate(counted):
    nlp = counted[0]
    gated = mentions_of(annotate_for_records(nlp, document(nlp, article(PLAIN))))
    assert gated == mentions_of(nlp(document(nlp, article(PLAIN))))
    assert {m.kind for m in gated} >= {"standards", "officials"}
    assert nlp.pipe_names[-len(COMPONENTS) :] == list(COMPONENTS)


def test_without_morfeusz_every_part_runs(counted, monkeypatch):
    nlp, parts = counted
    monkeypatch.setattr("pipeline.annotate.gate.morph.available", lambda: False)
    annotate_for_records(nlp, document(nlp, article(PLAIN)))
    assert parts["ner"].seen == parts["tagger"].seen == [PLAIN]


@pytest.mark.parametrize("text", ["", "\n", "A B", "12 Xerxun"])
def test_odd_texts_hold_nobody(text):
    assert not may_hold_person(load("none").make_doc(text))
