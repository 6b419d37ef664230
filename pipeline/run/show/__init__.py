"""One article with its spans, for people: in a notebook, as a page, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.run.show.page import Page

if TYPE_CHECKING:
    from pipeline.schema import Article, Record

__all__ = ["Page", "show"]


def show(record: Record, article: Article | None = None) -> Page:
    """„Urząd Miasta uzyskał certyfikat …" with its values coloured: a notebook shows it, ``.html`` is a whole page.

    Args:
        record: what ``pipeline.extract`` returned.
        article: what ``pipeline.read_article`` returned for the same text; with it, dropped lines are shown too.
    """
    return Page(record, article)
