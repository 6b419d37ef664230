"""„read_article": what ``import pipeline`` offers for reading and cleaning one text, without spaCy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pipeline.clean import clean
from pipeline.read import from_string
from pipeline.schema import Failure
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.schema import Article, Source


class NoArticleError(ValueError):
    """A text in which cleaning found no article; ``failure`` says at which stage and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"no article: {failure.reason}" + (f" ({failure.detail})" if failure.detail else ""))
        self.failure = failure


def source_of(text_or_html: str, url: str | None, published: str | date | None) -> Source:
    """„<html>…" or „Urząd …" as a source named "string".

    Raises:
        NoArticleError: it holds no characters, or is no text.
    """
    recorded = published.isoformat() if isinstance(published, date) else published
    source = from_string(text_or_html, url, recorded)
    if isinstance(source, Failure):
        raise NoArticleError(source)
    return source


def article_of(source: Source) -> Article:
    """A source as a cleaned article.

    Raises:
        NoArticleError: cleaning left nothing.
    """
    article = clean(source, Settings().clean)
    if isinstance(article, Failure):
        raise NoArticleError(article)
    return article


def read_article(text_or_html: str, url: str | None = None, published: str | date | None = None) -> Article:
    """„Wiadomości | Pogoda | … | Urząd znów z certyfikatem | …" -> the article alone: reads and cleans, extracts nothing.

    Args:
        text_or_html: a page's HTML or its text as scraped; which of the two is seen from the characters.
        url: where it was scraped; addresses often hold the town or the year that the text leaves out.
        published: publication date where you know it, a date or EDTF.

    Raises:
        NoArticleError: there is no article in it; ``error.failure.reason`` says why.
    """
    return article_of(source_of(text_or_html, url, published))
