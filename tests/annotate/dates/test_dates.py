"""Dates with roles in whole sentences, all invented: „Certyfikat jest ważny do 14 czerwca 2012 r."."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, add_span, mentions_of, set_context
from pipeline.annotate.dates.cues import cues, cues_of
from pipeline.annotate.dates.words import lemmas_of
from pipeline.schema import DateRole
from pipeline.values import morph

needs_morfeusz = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_morphology", "magistrat_dates"):
        pipeline.add_pipe(name)
    return pipeline


def mentions(nlp, text, kind="dates", published=None):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published=published))
    return [m for m in mentions_of(nlp(doc)) if m.kind == kind]


@needs_morfeusz
@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("Urząd Gminy uzyskał certyfikat ISO 9001 w czerwcu 2009 roku.", ["awarded"], id="awarded"),
        pytest.param("Uroczyste wręczenie certyfikatu odbyło się 12 maja 2010 r.", ["awarded"], id="ceremony"),
        pytest.param("Certyfikat odebrał wójt. Wręczono go 12 maja 2010 r.", ["awarded"], id="topic-in-sentence-before"),
        pytest.param("Data wydania certyfikatu: 03.02.2011", ["awarded"], id="label"),
        pytest.param("Certyfikat z 2009 r. dotyczył tylko wydziału komunikacji.", ["awarded"], id="certificate-of"),
        pytest.param("Certyfikat jest ważny do 14 czerwca 2012 r.", ["valid_until"], id="valid-until"),
        pytest.param("Ważność certyfikatu upływa 30 września 2014 r.", ["valid_until"], id="expiry"),
        pytest.param(
            "Certyfikat, ważny od 1 maja 2009 r. do 30 kwietnia 2012 r., wisi.", ["valid_from", "valid_until"], id="validity"
        ),
        pytest.param("Certyfikat obowiązuje od 1 stycznia 2012 r.", ["valid_from"], id="valid-from"),
        pytest.param("Po raz pierwszy certyfikat przyznano nam w 2003 roku.", ["first_awarded"], id="first-time"),
        pytest.param("Od 2005 roku urząd posiada certyfikat ISO 9001.", ["first_awarded"], id="holding-since"),
        pytest.param("Audyt certyfikujący przeprowadzono w dniach 3-4 marca 2011 roku.", ["audit"], id="audit"),
        pytest.param("W dniach 3 i 4 marca 2011 r. gościli auditorzy.", ["audit", "audit"], id="auditors-days"),
        pytest.param("Ostatnią recertyfikację urząd przeszedł 6 maja 2019 r.", ["audit"], id="recertification"),
        pytest.param("Kolejne recertyfikacje były w 2013 i 2016 r.", ["awarded", "awarded"], id="recertification-years"),
        pytest.param("Kontrola NIK trwała od 5 do 20 kwietnia 2016 r.", ["audit"], id="control"),
        pytest.param("Kontrolą objęto okres od 1 stycznia 2012 r. do 31 grudnia 2013 r.", ["other"], id="scope-of-control"),
        pytest.param("Zgodnie z ustawą z dnia 8 marca 1990 r. certyfikat podlega kontroli.", ["other"], id="law"),
        pytest.param("Oferty w przetargu na audyt można składać do 15 maja 2013 r.", ["other"], id="deadline"),
        pytest.param("Gmina otrzymała dotację w 2010 roku.", ["other"], id="no-topic"),
        pytest.param(
            "Certyfikat przyznany w 2008 r. był ważny do 2011 r.", ["awarded", "valid_until"], id="awarded-and-valid-until"
        ),
    ],
)
def test_roles(nlp, text, roles):
    assert [m.value["role"] for m in mentions(nlp, text)] == roles


def test_published_is_the_reference(nlp):
    (mention,) = mentions(nlp, "Spotkanie odbyło się 2 marca.", published="2010-03-26")
    assert mention.value["value"] == "2010-03-02"


@pytest.mark.parametrize("published", [None, "", "wczoraj", "2010-99"])
def test_without_a_usable_publication_date_the_year_stays_open(nlp, published):
    (mention,) = mentions(nlp, "Spotkanie odbyło się 2 marca.", published=published)
    assert mention.value["value"] == "XXXX-03-02"


def test_what_a_standard_covers_is_no_date(nlp):
    doc = nlp.make_doc("Norma z 2009 roku")
    add_span(doc, "standards", 8, 17, {}, "test")
    assert [m for m in mentions_of(nlp(doc)) if m.kind == "dates"] == []


def test_a_century_dates_nothing(nlp):
    assert [m.text for m in mentions(nlp, "Urząd na miarę XXI wieku uzyskał certyfikat w 2010 r.")] == ["2010 r."]


def test_durations(nlp):
    (mention,) = mentions(nlp, "Certyfikat przyznano na kolejne 3 lata.", kind="durations")
    assert (mention.text, mention.value) == ("na kolejne 3 lata", {"value": "P3Y"})


def test_the_rule_names_grammar_and_cue(nlp):
    (mention,) = mentions(nlp, "Audyt trwał 5 maja 2010 r.")
    assert mention.rule.startswith("days-month/")


@pytest.mark.parametrize("names", [["magistrat_dates"], ["magistrat_sentences", "magistrat_dates"]])
def test_works_without_the_components_before_it(names):
    pipeline = spacy.blank("pl")
    for name in names:
        pipeline.add_pipe(name)
    doc = pipeline("Audyt trwał 5 maja 2010 r.\nGotowe.")
    assert [s.text for s in doc.spans["dates"]] == ["5 maja 2010 r."]


def test_an_empty_text(nlp):
    assert list(nlp("").spans["dates"]) == []


def test_cues_are_sound():
    ids = [c.id for c in cues()]
    assert len(ids) == len(set(ids))
    assert {c.role for c in cues()} <= set(DateRole.__args__)
    assert all(c.lemmas or c.phrases or c.ordinal for c in cues())
    assert sum(len(cues_of(kind)) for kind in ("phrase", "clause", "verb", "noun")) == len(ids)


@needs_morfeusz
@pytest.mark.parametrize(
    ("word", "lemma"),
    [("wręczono", "wręczyć"), ("auditorzy", "audytor"), ("Recertyfikacji", "recertyfikacja"), ("xyzwq", "xyzwq")],
)
def test_lemmas(word, lemma):
    assert lemma in lemmas_of(word)
