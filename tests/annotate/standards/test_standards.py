"""The component: spans with the keys of StandardRow, on a bare pipeline."""

from __future__ import annotations

import dataclasses

import pytest
import spacy

from pipeline.annotate.base import chars_of, mentions_of, spans_of
from pipeline.schema import Row, StandardRow


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_standards")
    return pipeline


def test_keys_are_those_of_the_row(nlp):
    own = {f.name for f in dataclasses.fields(StandardRow)} - {f.name for f in dataclasses.fields(Row)}
    doc = nlp("Norma PN-EN ISO 9001:2015-10 i schemat EMAS.")
    assert [set(s._.value) for s in spans_of(doc, "standards")] == [own, own]


def test_values(nlp):
    doc = nlp("Beton według PN-EN 206+A1:2016-12 i PN-EN 12899-1:2010/Ap1:2011 odebrano.")
    first, second = (s._.value for s in spans_of(doc, "standards"))
    assert (first["id"], first["family"], first["supplements"]) == ("PN-EN 206+A1:2016-12", "EN 206", ["A1:2016-12"])
    assert second == {
        "id": "PN-EN 12899-1:2010/Ap1:2011",
        "family": "EN 12899",
        "kind": "standard",
        "chain": ["PN", "EN"],
        "number": "12899",
        "parts": ["1"],
        "year": 2010,
        "month": None,
        "supplements": ["Ap1:2011"],
    }


def test_scheme(nlp):
    value = spans_of(nlp("zgodność z WCAG 2.1"), "standards")[0]._.value
    assert (value["id"], value["kind"], value["chain"], value["number"]) == ("WCAG 2.1", "scheme", [], None)


def test_exact_characters_inside_tokens(nlp):
    doc = nlp("systemISO 9001:2008oraz inne")
    span = spans_of(doc, "standards")[0]
    start, end = chars_of(span)
    assert doc.text[start:end] == "ISO 9001:2008"
    assert mentions_of(doc)[0].text == "ISO 9001:2008"


def test_every_mention_is_listed(nlp):
    doc = nlp("ISO 9001 dziś i ISO 9001 jutro; 14001 nigdy.")
    assert [s._.value["id"] for s in spans_of(doc, "standards")][:2] == ["ISO 9001", "ISO 9001"]


def test_second_pass_changes_nothing(nlp):
    doc = nlp("ISO 9001, 14001 i HACCP")
    before = [(chars_of(s), s.kb_id_, s.id_) for s in spans_of(doc, "standards")]
    again = nlp.get_pipe("magistrat_standards")(doc)
    assert [(chars_of(s), s.kb_id_, s.id_) for s in spans_of(again, "standards")] == before


def test_empty_text(nlp):
    assert spans_of(nlp(""), "standards") == []


def test_saved_pipeline_loads(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert [s._.value["id"] for s in spans_of(loaded("ISO 9001:2015"), "standards")] == ["ISO 9001:2015"]
