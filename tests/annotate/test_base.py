import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

from pipeline.annotate.base import (
    Context,
    Regions,
    add_span,
    chars_of,
    context_of,
    mentions_of,
    set_context,
    spans_of,
    value_of,
)

NLP = spacy.blank("pl")


def test_a_span_inside_a_token_keeps_its_exact_characters():
    doc = NLP("JeziorankiMagistrat ma ISO9001–nowe.")
    add_span(doc, "standards", 23, 30, {"id": "ISO 9001"}, "x")
    (span,) = spans_of(doc, "standards")
    assert doc.text[slice(*chars_of(span))] == "ISO9001"
    assert value_of(span) == {"id": "ISO 9001"}


def test_two_values_on_the_same_characters_stay_apart():
    doc = NLP("PCBC i Urząd")
    add_span(doc, "certifiers", 0, 4, {"name": "A"}, "r1")
    add_span(doc, "organizations", 0, 4, {"name": "B"}, "r2")
    assert [(m.kind, m.value["name"], m.rule) for m in mentions_of(doc)] == [
        ("certifiers", "A", "r1"),
        ("organizations", "B", "r2"),
    ]


def test_a_docbin_keeps_spans_values_and_context():
    doc = NLP("Dnia 2maja2011r. wydano.")
    set_context(doc, Context(title="t", published="2011-05-03", authors=("Ewa Lis",)))
    add_span(doc, "dates", 5, 14, {"value": "2011-05-02", "role": "awarded"}, "d.day")
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (loaded,) = DocBin().from_bytes(stored).get_docs(NLP.vocab)
    assert mentions_of(loaded) == mentions_of(doc)
    assert context_of(loaded) == context_of(doc)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 99)], ids=["empty", "negative", "past the end"])
def test_offsets_outside_the_text_are_refused(start, end):
    with pytest.raises(ValueError, match="no characters"):
        add_span(NLP("krótki"), "dates", start, end, {}, "x")


@given(st.text(alphabet="ab1.:- \nż", min_size=1, max_size=40), st.data())
def test_any_offsets_come_back_exactly(text, data):
    doc = NLP(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    add_span(doc, "dates", start, end, {"value": "x"}, "r")
    (mention,) = mentions_of(doc)
    assert (mention.start, mention.end, mention.text) == (start, end, text[start:end])


def test_regions_cover_what_crosses_a_border():
    regions = Regions([(0, 10), (11, 20)])
    assert regions.around(2, 4) == (0, 10)
    assert regions.around(8, 13) == (0, 20)
    assert Regions([]).around(2, 4) == (2, 4)
