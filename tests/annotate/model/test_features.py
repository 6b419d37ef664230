import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.model import features
from pipeline.annotate.model.features import COLUMNS, FormTable, describe, stem
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


@needs_morfeusz
def test_case_forms_of_one_name_share_a_stem():
    assert stem("Wrzoskowi") == stem("Wrzoskiem")
    assert stem("Wrzoskiewiczem") == stem("Wrzoskiewicza")


def test_equal_keys_mean_equal_features():
    rows = FormTable().rows(NLP("Wójt i wójt, wójt i Wójt, a Wójt."), document=True)
    by_key = {}
    for row in rows:
        assert by_key.setdefault(int(row[0]), row.tolist()) == row.tolist()


@needs_morfeusz
def test_the_document_tells_a_surname_that_stood_behind_a_first_name():
    doc = NLP("Przyszedł Jan Wrzosek. Potem Wrzosek mówił, a Ulewa padała.")
    last = {t.text: int(row[-1]) for t, row in zip(doc, FormTable().rows(doc, document=True), strict=True)}
    assert (last["Wrzosek"] - 1) & 2
    assert not (last["Ulewa"] - 1) & 2
    assert last["mówił"] == 0


@needs_morfeusz
def test_the_document_tells_a_word_that_is_written_small_elsewhere():
    doc = NLP("Wrzosek kwitnie, a wrzosek pachnie.")
    assert (int(FormTable().rows(doc, document=True)[0][-1]) - 1) & 1


def test_without_the_dictionary_a_form_still_has_features(monkeypatch):
    monkeypatch.setattr(features, "readings", lambda form: ())
    found = dict(zip(COLUMNS, describe("Olsztyna"), strict=True))
    assert (found["norm"], found["suffix"], found["tags"]) == ("olsztyna", "yna", "")
    assert FormTable().rows(NLP("Wójt Olsztyna przyszedł."), document=True).shape == (4, len(COLUMNS) + 2)


def test_the_table_grows():
    words = [f"słowo{i}" for i in range(features._START + 10)]
    table = FormTable()
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    assert len(np.unique(table.rows(doc)[:, 0])) == len(words)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8))
def test_any_words_have_rows_that_depend_on_nothing_else(words):
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    one, other = FormTable(), FormTable()
    other.rows(NLP("zupełnie inne słowa"))
    assert (one.rows(doc)[:, 1:] == other.rows(doc)[:, 1:]).all()
