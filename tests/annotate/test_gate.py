from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from pipeline.annotate.base import mentions_of
from pipeline.annotate.gate import annotate_for_records, can_wait, needed_parts, statistical_parts
from pipeline.annotate.load import COMPONENTS, document, load
from pipeline.annotate.officials.component import may_add_officials
from pipeline.schema import Article
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="without Morfeusz every part runs")
LONGEST = 3
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
    assert needed_parts(counted[0]) == ["ner"]
    assert needed_parts(load("none")) == []


class Shared(Counting):
    """A „tok2vec" that an „ner" listens to."""

    listener_map = {"ner": []}  # noqa: RUF012


def test_what_entities_listen_to_runs_before_them(counted):
    nlp = counted[0]
    nlp._components.insert(0, ("tok2vec", Shared()))
    assert needed_parts(nlp) == ["tok2vec", "ner"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (PLAIN, False),
        ("Burmistrz otworzył szkołę. Padał deszcz.", False),
        ("Certyfikat odebrał rzecznik strażników Mowglan Udugrow.", True),
        ("Certyfikat odebrał rzecznik strażników Mowglan van Udugrow.", True),
        ("Certyfikat wójta odebrała Xymena Wrzoskgar, a nie on.", False),  # the rules know the first name
        ("Rano Mowglan Udugrow zagrał na skrzypcach.", False),  # nobody holds a function
        ("Dziekan Wydziału Ekonomiczno-Zarządczego był obecny.", False),
        ("Wójt dziękował.\n\n\nOtwarto most.\n\nZagrał Mowglan Udugrow.", False),  # too far from the function
        ("Wójt dziękował. " + "Padał deszcz i wiał wiatr. " * 15 + "Zagrał Mowglan Udugrow.", False),
    ],
)
def test_entities_are_sought_where_they_can_add_an_official(counted, text, runs):
    nlp, parts = counted
    annotate_for_records(nlp, document(nlp, article(text)))
    assert bool(parts["ner"].seen) == runs
    assert parts["tagger"].seen == []


def test_a_loaded_pipeline_runs_whole(counted):
    nlp, parts = counted
    nlp(PLAIN)
    assert parts["ner"].seen == parts["tagger"].seen == [PLAIN]


def marking(text):
    """An „ner" that takes these characters for a person wherever they stand."""

    def ner(doc):
        at = doc.text.find(text)
        doc.set_ents([doc.char_span(at, at + len(text), "persName")] if at >= 0 else [])
        assert not doc.has_annotation("SENT_START"), "entities must see the document as in the whole pipeline"
        return doc

    return ner


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (PLAIN, "Jan Wrzos"),
        ("Certyfikat odebrał rzecznik strażników Mowglan Udugrow.", "Mowglan Udugrow"),
        ("Gości witał Mowglan Udugrow. Potem mówił wójt.", "Mowglan Udugrow"),
        ("Rano Mowglan Udugrow zagrał na skrzypcach.", "Mowglan Udugrow"),
    ],
)
def test_the_gate_changes_nothing(text, person):
    nlp = load("none")
    nlp._components.insert(0, ("ner", marking(person)))
    gated = mentions_of(annotate_for_records(nlp, document(nlp, article(text))))
    assert gated == mentions_of(nlp(document(nlp, article(text))))
    assert nlp.pipe_names[-len(COMPONENTS) :] == list(COMPONENTS)


def zealous(doc):
    """An „ner" that takes every run of up to three words for a person, wherever one begins with a capital letter."""
    spans, at = [], 0
    while at < len(doc):
        end = at
        while end < len(doc) and end - at < LONGEST and doc[end].text[0].isupper():
            end += 1
        if end > at:
            spans.append(Span(doc, at, end, label="persName"))
        at = max(end, at + 1)
    doc.set_ents(spans)
    return doc


PIECES = (
    "Certyfikat odebrał rzecznik strażników Mowglan Udugrow.",
    "Gości witał Mowglan Udugrow.",
    "Potem mówił wójt.",
    "Burmistrz Jan Wrzos i Xerxun Wrzoskgar dziękowali.",
    "Sekretarz Gminy Sosnówka Yrsa Holt-Gvorn otworzyła naradę.",
    "Padał deszcz i wiał wiatr. " * 12,
    "\n\n",
    "Urząd Miasta Olsztyna uzyskał certyfikat PN-EN ISO 9001:2015 w maju 2011 r.",
    "Komisja: dyrektor Uldrik Zvan, kierownik Thjorn Agvar, Xymena Lis",
)


@pytest.fixture(scope="module")
def with_zealous():
    nlp = load("none")
    nlp._components.insert(0, ("ner", zealous))
    return nlp


@settings(max_examples=40, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=5))
def test_the_gate_loses_nothing_whatever_a_model_says(with_zealous, pieces):
    text = " ".join(pieces)
    gated = mentions_of(annotate_for_records(with_zealous, document(with_zealous, article(text))))
    assert gated == mentions_of(with_zealous(document(with_zealous, article(text))))


@pytest.mark.parametrize("name", ["entity_ruler", "my_part"])
def test_parts_that_nobody_knows_run_always(counted, name):
    nlp, parts = counted
    nlp._components.insert(0, (name, Counting()))
    assert not can_wait(nlp)
    annotate_for_records(nlp, document(nlp, article(PLAIN)))
    assert parts["ner"].seen == parts["tagger"].seen == [PLAIN]


def test_without_morfeusz_every_part_runs(counted, monkeypatch):
    nlp, parts = counted
    monkeypatch.setattr(
        "pipeline.annotate.gate.morph", SimpleNamespace(available=lambda: False)
    )  # not for lexicons, which stay
    annotate_for_records(nlp, document(nlp, article(PLAIN)))
    assert parts["ner"].seen == parts["tagger"].seen == [PLAIN]


@pytest.mark.parametrize("text", ["", "\n", "A B", "12 Xerxun", "wójt", "Xerxun Wrzoskgar"])
def test_odd_texts_need_no_model(text):
    assert not may_add_officials(load("none").make_doc(text))
