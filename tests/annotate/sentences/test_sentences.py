"""Sentences and clauses: „Przyznano go w 2010 r. Burmistrz dziękuje."."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.base import CLAUSES


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("magistrat_sentences")
    return pipeline


def sentences(nlp, text):
    return [s.text.strip() for s in nlp(text).sents]


def clauses(nlp, text):
    doc = nlp(text)
    return [c.text.strip() for c in doc.spans[CLAUSES]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Audyt trwał dzień. Wynik był dobry.", 2, id="two"),
        pytest.param("Audyt trwał dzień\nWynik był dobry", 2, id="line-break"),
        pytest.param("Urząd przy ul. Lipowej 3 uzyskał certyfikat.", 1, id="ul"),
        pytest.param("Szkoła im. Jana Kota działa.", 1, id="im"),
        pytest.param("Nagrodę odebrała dr inż. Anna Lis.", 1, id="dr-inz"),
        pytest.param("Firma Dąb S.A. wygrała, a Sosna Sp. z o.o. przegrała.", 1, id="legal-forms"),
        pytest.param("Pracował w Dąb S.A. Odszedł po roku, bo zachorował.", 2, id="legal-form-ends"),
        pytest.param("Pełnomocnik ds. Jakości mówił, m.in. Kowalowi, o planach.", 1, id="ds-min"),
        pytest.param("W maju 2010 r. Burmistrz odebrał certyfikat.", 1, id="r-inside"),
        pytest.param("Certyfikat przyznano w 2010 r. Burmistrz dziękuje zespołowi.", 2, id="r-ends"),
        pytest.param("Certyfikat przyznano w 2010r. Burmistrz dziękuje zespołowi.", 2, id="glued-r-ends"),
        pytest.param("Cieszymy się, że 9 maja 2011 r. Urząd Gminy otrzymał certyfikat.", 1, id="r-inside-a-clause"),
        pytest.param("Certyfikat, który dostaliśmy w 2011 r. Burmistrz powiesił w holu.", 2, id="r-ends-a-clause"),
        pytest.param("Przyszedł wójt, a także rada z 2011 r. Burmistrz wygłosił mowę.", 2, id="a-takze-opens-no-clause"),
        pytest.param("Kontrola trwała do 2011 r. Funkcję wójta pełni Anna Lis.", 2, id="r-before-an-ambiguous-verb"),
        pytest.param("Certyfikat przyznano w 2011 r. Szkole Podstawowej w Lipie.", 1, id="r-before-a-noun-phrase"),
        pytest.param("Odebrał go J. Kowal, a podpisał A. B. Lis.", 1, id="initials"),
        pytest.param("Obchodzono 13. rocznicę partnerstwa.", 1, id="ordinal"),
        pytest.param("1. Burmistrz podpisał umowę. 2. Rada ją przyjęła.", 2, id="inline-markers"),
        pytest.param("Spotkanie było 12.05.2010 w sali.", 1, id="numeric-date"),
        pytest.param("Wdrożono ISO 9001:2009. Urząd się cieszy.", 2, id="edition-ends"),
        pytest.param("To sukces! Gratulujemy… Naprawdę?", 3, id="marks"),
        pytest.param("„To sukces.” Tak mówi wójt.", 2, id="closing-quote"),
        pytest.param("Odebrano certyfikat.Urząd dziękuje.", 2, id="lost-space"),
        pytest.param("Strona www.gmina-lipa.pl działa. zapraszamy", 1, id="lower-case-goes-on"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_sentences(nlp, text, expected):
    assert len(sentences(nlp, text)) == expected, sentences(nlp, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Audyt odbył się w maju, a certyfikat wręczono w czerwcu.",
            ["Audyt odbył się w maju,", "a certyfikat wręczono w czerwcu."],
            id="comma-a",
        ),
        pytest.param(
            "Burmistrz mówi, że audyt wypadł dobrze.",
            ["Burmistrz mówi,", "że audyt wypadł dobrze."],
            id="ze",
        ),
        pytest.param("Objęto urząd, szkoły, domy kultury i bibliotekę.", None, id="enumeration"),
        pytest.param("Obecni byli: wójt, sekretarz oraz skarbnik.", None, id="colon-enumeration"),
        pytest.param(
            "Przyznano certyfikat; będzie ważny trzy lata.",
            ["Przyznano certyfikat;", "będzie ważny trzy lata."],
            id="semicolon",
        ),
        pytest.param(
            "Sprawdzono akta oraz przesłuchano kierowników.", ["Sprawdzono akta", "oraz przesłuchano kierowników."], id="oraz"
        ),
        pytest.param("Certyfikat odebrał Jan Rój – Kałek, wójt.", None, id="double-name"),
        pytest.param(
            "Odwiedzono urząd, w którym działa system.",
            ["Odwiedzono urząd,", "w którym działa system."],
            id="preposition-which",
        ),
    ],
)
def test_clauses(nlp, text, expected):
    assert clauses(nlp, text) == (expected or [text])


def test_a_document_with_sentence_starts_is_taken(nlp):
    doc = nlp.make_doc("Audyt trwał. Wynik dobry")
    for token in doc:
        token.is_sent_start = token.i == 1
    assert [s.text for s in nlp(doc).sents] == ["Audyt trwał.", "Wynik dobry"]


def test_a_parsed_document_keeps_its_sentences(nlp):
    doc = nlp.make_doc("Audyt trwał. Wynik dobry")
    words = [t.text for t in doc]
    parsed = spacy.tokens.Doc(nlp.vocab, words=words, heads=[1, 1, 1, 4, 4], deps=["dep"] * 5)
    assert len(list(nlp(parsed).sents)) == 2


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aa1. ,;:–-\n„”!?…rRżI"), max_size=60))
def test_clauses_partition_the_text(nlp, text):
    doc = nlp(text)
    spans = sorted((c.start, c.end) for c in doc.spans[CLAUSES])
    assert sum(b - a for a, b in spans) == len(doc)
    assert all(x[1] == y[0] for x, y in pairwise(spans))
