"""Verbs and their objects in any order, and what tense, mood and negation make of them."""

import pytest

from pipeline.record.clauses import Clause
from pipeline.record.frames import frame_hits
from pipeline.record.mood import kind_of, verb_of
from pipeline.record.vocabulary import data
from pipeline.values import morph
from pipeline.values.phrase import words

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas come from Morfeusz")

LEMMAS = sorted({w.partition("/")[0] for group in data()["classes"].values() for w in group.split("|") if w[0] not in "@="})


def marked(text):
    nouns = {"certyfikat": "@cert", "świadectwo": "@cert"}
    found = words(text)
    return [w._replace(keys=w.keys | {mark for noun, mark in nouns.items() if noun in w.keys}) for w in found]


def kinds(text):
    own = marked(text)
    clause = Clause("main", own, [])
    return {(h.rule.id, kind_of(clause, h, verb_of(own, h))) for h in frame_hits(own)}


@pytest.mark.parametrize(
    ("text", "rule", "kind"),
    [
        ("Certyfikat urzędowi przyznano wczoraj", "certificate.awarded", "awarded"),
        ("Przyznano wczoraj urzędowi certyfikat", "certificate.awarded", "awarded"),
        ("Certyfikat urząd otrzyma jesienią", "certificate.awarded", "planned"),
        ("Jesienią urząd otrzyma certyfikat", "certificate.awarded", "planned"),
        ("Ważność certyfikatu jednostka przedłużyła", "certificate.renewed", "renewed"),
        ("Jednostka nie przedłużyła ważności certyfikatu", "certificate.renewed", "lapsed"),
        ("Certyfikat urząd utracił", "certificate.lapsed", "lapsed"),
        ("Urząd nie utracił certyfikatu", "certificate.lapsed", "maintained"),
        ("Utrata certyfikatu nie wpłynie na opłaty", "certificate.lapsed", "lapsed"),
        ("Urzędowi grozi utrata certyfikatu", "certificate.lapsed", "held"),
        ("Kończyła się ważność certyfikatu", "certificate.lapsed", "ending"),
        ("W maju kończy się ważność certyfikatu", "certificate.lapsed", "held"),
        ("Certyfikatem może się szczycić szkoła", "certificate.held", "held"),
        ("Wójt zawiesił certyfikat na ścianie sekretariatu", "certificate.hung", "awarded"),
        ("Od piątku certyfikatem dysponuje żłobek", "certificate.held_since", "awarded"),
        ("O certyfikat zabiega muzeum", "certificate.planned", "planned"),
    ],
)
def test_a_frame_is_filled_in_any_order(text, rule, kind):
    assert (rule, kind) in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["Na zdjęciu wójt gminy", "Uczniowie odebrali nagrody", "Minął rok od otwarcia szkoły", "Zawieszono kursowanie autobusu"],
)
def test_without_a_certificate_no_frame_is_filled(text):
    assert frame_hits(marked(text)) == []


@pytest.mark.parametrize("lemma", LEMMAS)
def test_every_word_of_a_class_is_a_lemma_of_the_dictionary(lemma):
    derived = lemma.startswith("recertyfik") or lemma == "wznowieniowy"
    assert derived or lemma in {r.lemma.partition(":")[0].lower() for r in morph.analyse(lemma)}


def test_a_frame_needs_words_of_its_own_for_each_object():
    assert ("certificate.lapsed", "lapsed") not in kinds("Zerwano rozmowy o certyfikacie")
