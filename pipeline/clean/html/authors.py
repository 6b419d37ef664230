"""„Autor: Jan Kowalski", „<meta name="author">": who wrote the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.html.declared import bylines, metas, words
from pipeline.clean.labels import author_label
from pipeline.clean.people import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.clean.html.page import Page


def marked_authors(page: Page) -> list[str]:
    """„<meta name="author" content="Jan Kowalski">" -> ["Jan Kowalski"]: people whom the page's markup names as authors.

    JSON-LD, meta, then visible elements; the first evidence that names anybody counts. Editorial offices, agencies and accounts
    are nobody.
    """
    visible = bylines(page.root, page.furniture)
    for evidence in (page.structured.authors, metas(page.root, words("author")), visible):
        if found := _people(evidence):
            return found
    return []


def _people(texts: Iterable[str]) -> list[str]:
    found = [name for text in texts for name in author_label(text) or names(text)]
    return list(dict.fromkeys(found))
