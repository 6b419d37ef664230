"""The record of texts made to be slow: chains of clauses, lists, tables, one person named again and again."""

from __future__ import annotations

import pytest

from pipeline.annotate.base import mentions_of
from pipeline.annotate.load import annotate, load
from pipeline.record import record
from pipeline.schema import Article, Provenance, content_id

RAN = Provenance(model="none", settings="", version="")

PIECES = {
    "relative clauses": "Urząd Gminy Olsza ma certyfikat ISO 9001, który wydało PCBC, które zna burmistrz Jan Wrona, ",
    "relative clauses without commas": "certyfikat który wydał urząd który ma ",
    "coordinate clauses": "PCBC wydało ISO 9001 i ISO 14001 od PRS oraz ",
    "sentences": "Urząd Gminy Olsza otrzymał w 2010 r. certyfikat ISO 9001. ",
    "lines": "Burmistrz Jan Wrona odebrał certyfikat ISO 9001\n",
    "labels": "Norma: ISO 9001\nJednostka: PCBC\nWażny do: 5.05.2012\n\n",
    "rows": "ISO 9001 | PCBC | 5.05.2012\n",
    "families": "ISO 9001, ISO 14001, ISO 27001, ",
    "surnames": "Burmistrz Jan Wrona. Wrona mówi. ",
}


@pytest.fixture(scope="module")
def nlp():
    return load("none")


@pytest.mark.parametrize("unit", PIECES.values(), ids=PIECES.keys())
def test_record(nlp, unit, is_linear):
    def prepare(text):
        article = Article(id=content_id("bench", text), source="a.txt", text=text)
        return article, list(mentions_of(annotate(nlp, article)))

    is_linear(lambda given: record(*given, RAN), unit, start=4_000, largest=32_000, prepare=prepare)
