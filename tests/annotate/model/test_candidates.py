import pytest

from pipeline.annotate.model.candidates import Candidates, learn_lexicon
from pipeline.annotate.model.nkjp import DIGITS
from pipeline.values import morph

TAGS = [
    "adj:sg:nom:f:pos",
    "conj",
    "fin:sg:ter:imperf",
    "interp",
    "num:pl:acc:m3:rec",
    "prep:loc",
    "subst:sg:gen:m1",
    "subst:sg:nom:f",
]
pytestmark = pytest.mark.skipif(not morph.available(), reason="Morfeusz has no wheel here")


def allowed(form, lexicon=None):
    made = Candidates(TAGS, lexicon or {})
    mask = made.masks(made.kinds([form]))[0]
    return {tag for tag, there in zip(TAGS, mask, strict=True) if there}


def test_a_known_word_may_bear_its_readings_only():
    assert allowed("ma") == {"adj:sg:nom:f:pos", "fin:sg:ter:imperf"}


def test_an_unknown_word_may_be_of_any_open_class():
    assert allowed("Wrzoskiewiczówna") == {t for t in TAGS if t.split(":")[0] not in {"conj", "interp", "prep"}}


def test_a_number_bears_what_numbers_bore_in_the_corpus():
    assert allowed("17", {DIGITS: ["num:pl:acc:m3:rec"]}) == {"num:pl:acc:m3:rec"}


def test_the_lexicon_adds_what_the_dictionary_lacks():
    pairs = [
        ("więc", "conj"),
        ("Więc", "conj"),
        ("ma", "fin:sg:ter:imperf"),
        ("ma", "prep:loc"),
        ("5", "num:pl:acc:m3:rec"),
    ] * 2
    lexicon = learn_lexicon(pairs)
    assert lexicon["więc"] == ["conj"]
    assert lexicon["ma"] == ["prep:loc"]
    assert "conj" in allowed("Więc", lexicon)


def test_a_tag_seen_once_is_not_believed():
    assert learn_lexicon([("ma", "prep:loc")]) == {}


def test_forms_that_may_bear_the_same_share_a_mask():
    made = Candidates(TAGS, {})
    kinds = made.kinds(["Wrzoskiewiczówna", "Borówczakówna", "ma"])
    assert kinds[0] == kinds[1] != kinds[2]


def test_without_the_dictionary_any_form_may_bear_any_tag(monkeypatch):
    monkeypatch.setattr("pipeline.annotate.model.candidates.entries", lambda form: ())
    monkeypatch.setattr("pipeline.values.morph.available", lambda: False)
    assert allowed("w", {"w": ["subst:sg:gen:m1"]}) == allowed("17", {DIGITS: ["prep:loc"]}) == set(TAGS)
