import pytest

from pipeline.annotate.model.nkjp import corpus_tags, covered, features, universal_pos, word_class


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("subst:pl:nom:n:pt", ("subst:pl:nom:n",)),
        ("subst:sg:gen:n:ncol", ("subst:sg:gen:n",)),
        ("part", ("qub",)),
        ("brev:pun", ("brev:pun", "brev:npun")),
        ("adv", ("adv", "qub")),
        ("fin:sg:ter:imperf", ("fin:sg:ter:imperf",)),
        ("romandig", ("dig", "interj")),
    ],
)
def test_tags_of_the_dictionary_in_the_corpus(tag, expected):
    assert corpus_tags(tag) == expected


def test_an_entry_covers_each_of_its_alternatives():
    assert covered("subst:pl:nom.acc:n:pt") == {"subst:pl:nom:n", "subst:pl:acc:n"}
    assert covered("brev:pun") == {"brev:pun", "brev:npun"}


def test_a_class_is_what_stands_before_the_first_colon():
    assert word_class("ppron3:sg:gen:m1:ter:akc:npraep") == "PPRON3"


@pytest.mark.parametrize(
    ("tag", "lemma", "pos"),
    [
        ("subst:sg:nom:f", "gmina", "NOUN"),
        ("subst:sg:nom:m1", "Wrzosek", "PROPN"),
        ("subst:sg:nom:n", "coś", "PRON"),
        ("adj:sg:nom:m1:pos", "ten", "DET"),
        ("adj:sg:nom:m1:pos", "gminny", "ADJ"),
        ("fin:sg:ter:imperf", "być", "AUX"),
        ("fin:sg:ter:imperf", "mieć", "VERB"),
        ("num:pl:nom:m3:rec", "kilka", "DET"),
        ("num:pl:nom:m3:rec", "pięć", "NUM"),
        ("qub", "nie", "PART"),
        ("interp", ",", "PUNCT"),
    ],
)
def test_parts_of_speech(tag, lemma, pos):
    assert universal_pos(tag, lemma) == pos


def test_features_of_universal_dependencies():
    assert features("subst:sg:gen:f") == "Case=Gen|Gender=Fem|Number=Sing"
