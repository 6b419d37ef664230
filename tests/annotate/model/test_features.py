import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.model import features
from pipeline.annotate.model.features import COLUMNS, HIDDEN, FormTable, describe
from pipeline.values import morph

needs_morfeusz = pytest.mark.skipif(not morph.available(), reason="Morfeusz has no wheel here")
NLP = spacy.blank("pl")


@needs_morfeusz
@pytest.mark.parametrize(
    ("form", "column", "part"),
    [
        ("Stanisławy", "marks", "imię"),
        ("Kowalskiej", "marks", "nazwisko"),
        ("Olsztyna", "marks", "nazwa_geograficzna"),
        ("gminach", "lemma", "gmina"),
        ("gminach", "tags", "subst:pl:loc:f"),
        ("KPWiK", "shape", "XXXxX"),
        ("2010", "shape", "dddd"),
    ],
)
def test_what_is_known_of_a_form(form, column, part):
    assert part in describe(form)[COLUMNS.index(column)]


def test_equal_keys_mean_equal_features():
    table, by_key = FormTable(), {}
    for hidden in ({}, {HIDDEN: True}):
        doc = NLP("Wójt i wójt, wójt i Wójt, a Wójt.")
        doc.user_data.update(hidden)
        for row in table.rows(doc):
            assert by_key.setdefault(int(row[0]), row.tolist()) == row.tolist()


@needs_morfeusz
def test_a_training_document_hides_what_morfeusz_says():
    doc = NLP("Byłam w Olsztynie.")
    plain = FormTable().rows(doc)
    doc.user_data[HIDDEN] = True
    rows = FormTable().rows(doc)
    assert {name for name, a, b in zip(COLUMNS, plain[2, 1:], rows[2, 1:], strict=True) if a != b} == {
        "lemma",
        "tags",
        "classes",
        "marks",
    }


@pytest.fixture
def no_readings(monkeypatch):
    """Morfeusz as it is where it is missing; nothing of that stays in the cache."""

    def switch():
        features.feature_ids.cache_clear()
        monkeypatch.setattr(features, "readings", lambda form: ())

    yield switch
    features.feature_ids.cache_clear()


def test_a_hidden_dictionary_is_a_missing_one(no_readings):
    doc = NLP("Wójt Olsztyna przyszedł.")
    doc.user_data[HIDDEN] = True
    hidden = FormTable().rows(doc)
    no_readings()
    assert (FormTable().rows(NLP(doc.text))[:, 1:] == hidden[:, 1:]).all()


def test_without_the_dictionary_a_form_still_has_features(no_readings):
    no_readings()
    found = dict(zip(COLUMNS, describe("Olsztyna"), strict=True))
    assert (found["norm"], found["suffix"], found["tags"]) == ("olsztyna", "yna", "")
    assert FormTable().rows(NLP("Wójt Olsztyna przyszedł.")).shape == (4, len(COLUMNS) + 1)


def test_the_table_grows():
    words = [f"słowo{i}" for i in range(features._START + 10)]
    table = FormTable()
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    assert len(np.unique(table.rows(doc)[:, 0])) == len(words)


def test_the_table_does_not_grow_with_a_dump(monkeypatch):
    monkeypatch.setattr(features, "_MOST", 5)
    table, doc = FormTable(), NLP("Wójt otworzył nową szkołę w gminie.")
    want = table.rows(doc)[:, 1:]
    table.rows(NLP("Zupełnie inne słowa stoją tutaj."))
    table.bound()
    assert not table._index
    assert (table.rows(doc)[:, 1:] == want).all()
    table.bound()


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8))
def test_any_words_have_rows_that_depend_on_nothing_else(words):
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    one, other = FormTable(), FormTable()
    other.rows(NLP("zupełnie inne słowa"))
    assert (one.rows(doc)[:, 1:] == other.rows(doc)[:, 1:]).all()
