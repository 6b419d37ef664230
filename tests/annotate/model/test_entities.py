"""The search by words finds what spaCy's own finds, whatever the weights."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline.ner import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example

from pipeline.annotate.model.entities import GreedyEntityRecognizer

LABELS = ("persName", "orgName", "date")
WORDS = ("wójt", "Jan", "Wrzos", "Gmina", "Sosnówka", "3", "maja", ".", "\n", "  ", "i")


def pipelines(small_config):
    """Our „ner" and spaCy's over the same model."""
    nlp = spacy.blank("pl")
    config = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False,
              "hidden_width": 16, "maxout_pieces": 2, "use_upper": True, "tok2vec": small_config}  # fmt: skip
    ours = nlp.add_pipe("magistrat_ner", name="ner", config={"model": config})
    for label in LABELS:
        ours.add_label(label)
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Jan Wrzos"), {"entities": [(0, 9, "persName")]})])
    plain = EntityRecognizer(
        nlp.vocab, ours.model, moves=ours.moves, beam_width=1, beam_density=0.0, beam_update_prob=0.0, incorrect_spans_key=None
    )
    return nlp, ours, plain


@pytest.fixture(scope="module")
def both(small_config):
    return pipelines(small_config)


def shake(model, seed):
    """Weights that begin, continue and end entities at every turn."""
    numbers = np.random.RandomState(seed)
    for part in ("lower", "upper"):
        for node in model.get_ref(part).walk():
            for name in node.param_names:
                node.set_param(name, numbers.normal(size=node.get_param(name).shape).astype("float32"))


def found(doc):
    return [(e.start, e.end, e.label_) for e in doc.ents], [t.ent_iob_ for t in doc]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=14), min_size=1, max_size=4))
def test_it_finds_what_spacys_search_finds(both, seed, texts):
    nlp, ours, plain = both
    shake(ours.model, seed)
    one, other = ([Doc(nlp.vocab, words=words) for words in texts] for _ in range(2))
    ours.set_annotations(one, ours.predict(one))
    plain.set_annotations(other, plain.predict(other))
    assert [found(doc) for doc in one] == [found(doc) for doc in other]


def test_entities_of_several_words_are_among_what_is_compared(both):
    nlp, ours, _ = both
    lengths = set()
    for seed in range(20):
        shake(ours.model, seed)
        doc = next(ours.pipe([Doc(nlp.vocab, words=WORDS[:8] * 3)]))
        lengths |= {len(e) for e in doc.ents}
    assert {1, 2, 3} <= lengths


def with_sentences(doc):
    for token in doc:
        token.is_sent_start = token.i % 2 == 0


def with_an_entity(doc):
    doc.set_ents([Span(doc, 1, 3, "orgName")], default="unmodified")


@pytest.mark.parametrize("prepare", [with_sentences, with_an_entity])
def test_what_a_document_already_has_is_respected(both, prepare):
    nlp, ours, plain = both
    for seed in range(10):
        shake(ours.model, seed)
        docs = [Doc(nlp.vocab, words=WORDS[:8]) for _ in range(2)]
        for doc, part in zip(docs, (ours, plain), strict=True):
            prepare(doc)
            part(doc)
        assert found(docs[0]) == found(docs[1])


def test_the_interface_is_that_of_spacys(both, tmp_path):
    nlp, ours, _ = both
    assert isinstance(ours, EntityRecognizer) and isinstance(ours, GreedyEntityRecognizer)
    assert set(ours.labels) == set(LABELS)
    nlp.to_disk(tmp_path / "m")
    again = spacy.load(tmp_path / "m")
    text = "Jan Wrzos i gmina."
    assert found(again(text)) == found(nlp(text))
    assert not nlp("").ents
    scores = nlp.evaluate([Example.from_dict(nlp.make_doc(text), {"entities": [(0, 9, "persName")]})])
    assert "ents_f" in scores
