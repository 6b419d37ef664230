from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.run.reading import NoArticleError
from pipeline.schema import Article, Failure, Record

STORY = """Sosnówka z certyfikatem jakości

Urząd Miasta Sosnówka otrzymał certyfikat PN-EN ISO 9001:2015. Dokument odebrał burmistrz Tadeusz Wrzos.
"""


@pytest.mark.parametrize("name", pipeline.__all__)
def test_every_public_name_can_be_imported_and_is_documented(name):
    assert getattr(pipeline, name).__doc__


def test_public_names_are_listed_without_importing_them():
    assert set(pipeline.__all__) <= set(dir(pipeline))
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = pipeline.extrakt


def test_reading_gives_a_clean_article():
    article = pipeline.read_article(STORY, url="https://sosnowka.example/a", published=date(2028, 6, 1))
    assert isinstance(article, Article)
    assert article.title == "Sosnówka z certyfikatem jakości"
    assert (article.url, article.published) == ("https://sosnowka.example/a", "2028-06-01")


@pytest.mark.parametrize("text", ["", "   \n", "<html><body></body></html>"], ids=["empty", "blank", "empty-page"])
def test_where_there_is_no_article_the_error_says_why(text):
    with pytest.raises(NoArticleError) as caught:
        pipeline.read_article(text)
    assert isinstance(caught.value, ValueError)
    assert caught.value.failure.reason in str(caught.value)


def test_extracting_gives_a_record_and_plain_json():
    record = pipeline.extract(STORY, model="none")
    assert isinstance(record, Record)
    data = pipeline.to_json(record)
    assert data["standards"][0]["id"] == "PN-EN ISO 9001:2015"
    assert data["officials"][0]["name"] == "Tadeusz Wrzos"


def test_extracting_nothing_is_an_error():
    with pytest.raises(NoArticleError):
        pipeline.extract("", model="none")


def test_many_texts_mappings_and_paths(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    items = [STORY, {"text": STORY.replace("Wrzos", "Bór"), "url": "https://sosnowka.example/b"}, Path(tmp_path), ""]
    first, second, third, fourth = pipeline.extract_many(items, model="none")
    assert [type(r) for r in (first, second, third, fourth)] == [Record, Record, Record, Failure]
    assert second.url == "https://sosnowka.example/b"
    assert (third.source, third.duplicate_of) == ("a.txt", first.id)


def test_rows_of_a_data_frame_have_empty_cells_and_days():
    items = [
        {"text": STORY, "url": None, "published": date(2028, 6, 1)},
        {"text": STORY, "url": float("nan"), "published": pd.Timestamp("2028-06-02 12:00")},
        {"text": STORY, "url": pd.NA, "published": pd.NaT},
        {"text": float("nan"), "published": "2028-06-03"},
        {"html": None, "text": None},
    ]
    found = list(pipeline.extract_many(items, model="none"))
    assert [(r.published, r.url) for r in found[:3]] == [("2028-06-01", None), ("2028-06-02", None), (None, None)]
    assert [r.reason for r in found[3:]] == ["empty", "empty"]


def test_an_item_of_another_kind_is_refused():
    with pytest.raises(TypeError, match="int"):
        list(pipeline.extract_many([5], model="none"))
