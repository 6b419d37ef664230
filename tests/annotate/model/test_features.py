import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.model import features, table
from pipeline.annotate.model.features import COLUMNS, describe
from pipeline.annotate.model.table import HIDDEN, Forms, FormTable
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
    forms, by_key = (Forms(), Forms(dictionary=False)), {}
    for made in (FormTable(forms=forms), FormTable([1, 2], forms), FormTable()):
        for hidden in ({}, {HIDDEN: True}):
            doc = NLP("Wójt i wójt, wójt i Wójt, a Wójt.")
            doc.user_data.update(hidden)
            for row in made.rows(doc):
                assert by_key.setdefault(int(row[0]), row.tolist()) == row.tolist()


def test_a_vocabulary_shows_rare_words_as_one():
    forms = Forms(), Forms(dictionary=False)
    doc = NLP("Wójt czyta, wójt pisze.")
    plain, kept = FormTable(forms=forms).rows(doc), features.learn_vocabulary([t.text for t in doc if t.lower_ == "wójt"] * 2)
    norm = 1 + COLUMNS.index("norm")
    shown = FormTable(kept, forms).rows(doc)
    assert (shown[[0, 3], norm] == plain[[0, 3], norm]).all()
    assert len({*shown[[1, 4], norm].tolist()}) == 1 < len({*plain[[1, 4], norm].tolist()})
    assert (FormTable(kept).rows(doc)[:, 1:] == shown[:, 1:]).all(), "whether the forms are new or known"


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
def no_entries(monkeypatch):
    """Morfeusz as it is where it is missing."""
    return lambda: monkeypatch.setattr(features, "entries", lambda form: ())


def test_a_hidden_dictionary_is_a_missing_one(no_entries):
    doc = NLP("Wójt Olsztyna przyszedł.")
    doc.user_data[HIDDEN] = True
    hidden = FormTable().rows(doc)
    no_entries()
    assert (FormTable().rows(NLP(doc.text))[:, 1:] == hidden[:, 1:]).all()


def test_without_the_dictionary_a_form_still_has_features(no_entries):
    no_entries()
    found = dict(zip(COLUMNS, describe("Olsztyna"), strict=True))
    assert (found["norm"], found["suffix"], found["tags"]) == ("olsztyna", "yna", "")
    assert FormTable().rows(NLP("Wójt Olsztyna przyszedł.")).shape == (4, len(COLUMNS) + 1)


def test_the_table_grows():
    words = [f"słowo{i}" for i in range(table._START + 10)]
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    assert len(np.unique(FormTable([1]).rows(doc)[:, 0])) == len(words)


def test_the_table_does_not_grow_with_a_dump(monkeypatch):
    monkeypatch.setattr(table, "_MOST", 5)
    forms = Forms(), Forms(dictionary=False)
    made, doc = FormTable((), forms), NLP("Wójt otworzył nową szkołę w gminie.")
    want = made.rows(doc)
    made.rows(NLP("Zupełnie inne słowa stoją tutaj."))
    made.bound()
    assert len(forms[0]) == 0
    again = made.rows(doc)
    assert (again[:, 1:] == want[:, 1:]).all()
    assert not {*again[:, 0].tolist()} & {*want[:, 0].tolist()}, "what was kept under the old keys is of no use any more"


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8))
def test_any_words_have_rows_that_depend_on_nothing_else(words):
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    one, other = FormTable(), FormTable()
    other.rows(NLP("zupełnie inne słowa"))
    assert (one.rows(doc)[:, 1:] == other.rows(doc)[:, 1:]).all()
