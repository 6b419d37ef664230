from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.plain.glue import trim_image_names, trim_place
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings


@pytest.mark.parametrize(
    ("line", "trimmed"),
    [
        ("ratusz_2012Remont rozpoczęto w maju.", "Remont rozpoczęto w maju."),
        ("Img_12.jpeg 118_13.jpeg Poniżej plan prac.", "Poniżej plan prac."),
        ("foto.jpgRemont trwa od maju", "Remont trwa od maju"),
        ("Img_12.jpeg", "Img_12.jpeg"),
        ("PN-EN ISO 9001 to norma", "PN-EN ISO 9001 to norma"),
        ("Uchwała_12Rady", "Uchwała_12Rady"),
        ("Plik regulamin.pdf dostępny", "Plik regulamin.pdf dostępny"),
        ("ISO9001:2008 dla gminy", "ISO9001:2008 dla gminy"),
    ],
)
def test_image_names(line: str, trimmed: str) -> None:
    assert trim_image_names(line) == trimmed


@pytest.mark.parametrize(
    ("line", "trimmed"),
    [
        ("LubowoUrząd z certyfikatem", "Urząd z certyfikatem"),
        ("GorzewoUrząd z certyfikatem", "GorzewoUrząd z certyfikatem"),
        ("eUrząd", "eUrząd"),
    ],
)
def test_places(line: str, trimmed: str) -> None:
    assert trim_place(line, {"Lubowo"}) == trimmed


def test_a_headline_goes_without_the_name_of_its_picture_which_is_listed() -> None:
    content = "Wstecz\nratusz_2012Remont ratusza od maja\n\nWójt mówił o remoncie, który potrwa do zimy i obejmie dach.\n"
    article = clean(Source(source="dump", content=content, media="text"), CleanSettings(min_words=1))
    assert isinstance(article, Article)
    assert article.title == "Remont ratusza od maja"
    assert article.text.startswith("Remont ratusza od maja\nWójt")
    assert [(item.text, item.reason, item.line) for item in article.dropped if item.line == 2] == [("ratusz_2012", "photo", 2)]
