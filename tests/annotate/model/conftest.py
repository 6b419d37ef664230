"""A tiny corpus of our own, in NKJP's tags, big enough to train something in a second."""

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed

import pipeline.annotate.model.parts  # noqa: F401

SENTENCES = [
    "Wójt/wójt/subst:sg:nom:m1 ma/mieć/fin:sg:ter:imperf nowy/nowy/adj:sg:acc:m3:pos plan/plan/subst:sg:acc:m3 ././interp",
    "Pani/pani/subst:sg:nom:f Wrzoskowska/Wrzoskowska/subst:sg:nom:f ma/mieć/fin:sg:ter:imperf kota/kot/subst:sg:acc:m2 ././interp",
    "Rozmawiamy/rozmawiać/fin:pl:pri:imperf o/o/prep:loc planie/plan/subst:sg:loc:m3 gminy/gmina/subst:sg:gen:f ././interp",
    "Nowa/nowy/adj:sg:nom:f:pos szkoła/szkoła/subst:sg:nom:f stoi/stać/fin:sg:ter:imperf w/w/prep:loc:nwok gminie/gmina/subst:sg:loc:f ././interp",
    "Jan/Jan/subst:sg:nom:m1 Wrzoskowski/Wrzoskowski/subst:sg:nom:m1 rozmawia/rozmawiać/fin:sg:ter:imperf z/z/prep:inst:nwok wójtem/wójt/subst:sg:inst:m1 ././interp",
]
PEOPLE = {1: (1, 2), 4: (0, 2)}


def doc_of(nlp, number):
    rows = [piece.rsplit("/", 2) for piece in SENTENCES[number].split()]
    words, lemmas, tags = zip(*rows, strict=True)
    spaces = [following != "." for following in (*words[1:], "")]
    doc = Doc(nlp.vocab, words=list(words), spaces=spaces, lemmas=list(lemmas), tags=list(tags))
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = False
    if number in PEOPLE:
        doc.set_ents([Span(doc, *PEOPLE[number], label="persName")])
    return doc


@pytest.fixture(scope="session")
def gold():
    """Makes the annotated sentences for a pipeline."""
    return lambda nlp: [doc_of(nlp, i) for i in range(len(SENTENCES))]


@pytest.fixture(scope="session")
def small_config():
    rows = dict.fromkeys(("norm", "lemma", "suffix", "prefix", "shape", "tags", "classes", "marks"), 200)
    embed = {"@architectures": "magistrat.FormEmbed.v1", "width": 24, "rows": rows, "widths": dict.fromkeys(rows, 8)}
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 24, "depth": 1, "window_size": 1, "maxout_pieces": 2}
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


@pytest.fixture(scope="session")
def trained(small_config):
    """Tagger, lemmatizer, morphologizer and ner, trained on the five sentences until they know them."""
    fix_random_seed(0)
    nlp = spacy.blank("pl")
    nlp.add_pipe(
        "magistrat_tagger",
        name="tagger",
        config={"model": {"@architectures": "magistrat.FullTagger.v1", "tok2vec": small_config}},
    )
    nlp.add_pipe("magistrat_lemmatizer", name="lemmatizer")
    nlp.add_pipe("magistrat_morphologizer", name="morphologizer")
    nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
                                          "extra_state_tokens": False, "hidden_width": 16, "maxout_pieces": 2, "use_upper": True,
                                          "tok2vec": small_config}})  # fmt: skip
    docs = [doc_of(nlp, i) for i in range(len(SENTENCES))] * 2
    examples = [Example(nlp.make_doc(d.text), d) for d in docs]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    return nlp
