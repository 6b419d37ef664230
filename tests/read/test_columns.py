"""Which column holds what: guessed from names, said by the user, never a crawl's day for a publication's."""

import pytest

from pipeline.read.columns import Guess, as_text, find_columns, flatten, row_of
from pipeline.settings import ReadSettings


@pytest.mark.parametrize(
    ("names", "settings", "expected"),
    [
        pytest.param(["Treść", "Tytuł", "Adres URL"], {}, {"text": "Treść", "title": "Tytuł", "url": "Adres URL"}, id="Polish"),
        pytest.param(["id", "raw_html", "text"], {}, {"html": "raw_html", "text": "text"}, id="both kinds of content"),
        pytest.param(["text", "meta.url", "meta.title"], {}, {"text": "text", "url": "meta.url", "title": "meta.title"}, id="inner"),
        pytest.param(["text", "url", "meta.url"], {}, {"text": "text", "url": "url"}, id="the outer one first"),
        pytest.param(["text", "timestamp"], {}, {"text": "text", "crawled": "timestamp"}, id="C4"),
        pytest.param(["text", "date", "dump"], {}, {"text": "text", "crawled": "date"}, id="beside marks of a crawl"),
        pytest.param(["text", "published", "dump"], {}, {"text": "text", "date": "published"}, id="a telling name beside such marks"),
        pytest.param(["text", "date", "dump"], {"date_column": "date"}, {"text": "text", "date": "date"}, id="the user knows"),
        pytest.param(["text", "data pobrania"], {}, {"text": "text", "crawled": "data pobrania"}, id="Polish crawl"),
        pytest.param(["text", "tresc"], {"text_column": "Treść"}, {"text": "tresc"}, id="named"),
        pytest.param(["text"], {"text_column": "tresc"}, {}, id="named and not there"),
    ],
)  # fmt: skip
def test_roles(names, settings, expected):
    columns = find_columns(names, ReadSettings(**settings))
    roles = ("text", "html", "url", "title", "date", "site", "file", "crawled")
    assert {role: found for role in roles if (found := getattr(columns, role))} == expected


def test_the_guess_names_what_was_guessed_and_nothing_else():
    settings = ReadSettings(text_column="tresc")
    columns = find_columns(["tresc", "link", "plik"], settings)
    assert Guess.of(columns, settings).text == "url from 'link'"


@pytest.mark.parametrize(
    ("value", "text"),
    [(["a", 1, "b"], "a\nb"), (7, "7"), (True, None), (" ", None), ({"rendered": "a"}, "a"), ({"b": "a"}, None), (None, None)],
    ids=str,
)
def test_values_as_text(value, text):
    assert as_text(value) == text


def test_a_row_of_an_object_with_inner_fields():
    fields = flatten({"text": "a", "meta": {"url": "https://a.example/1"}})
    row = row_of(fields, find_columns(fields, ReadSettings()))
    assert (row.content, row.url, row.site, row.published, row.crawled) == ("a", "https://a.example/1", "a.example", None, None)
