"""„Autor: Jan Kowalski", „<meta name="author">": who wrote the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.boilerplate import Verdict
from pipeline.clean.html.declared import bylines, metas, words
from pipeline.clean.html.segment import printed
from pipeline.clean.labels import author_label
from pipeline.clean.people import names
from pipeline.clean.plain.authors import find_authors
from pipeline.clean.plain.wrap import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.clean.html.page import Page
    from pipeline.clean.html.region import Choice


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


def signed_authors(page: Page, choice: Choice, title: str | None) -> list[str]:
    """„Tekst: Jan Kowalski", „(jk)": authors by the visible lines: labels, bylines, signatures, initials.

    Args:
        page: the page.
        choice: which of its lines are the article.
        title: the headline.
    """
    own = [segment for segment in page.segments if segment.reason not in words("foreign")]
    units = [Unit(printed(segment), segment.index + 1) for segment in own]
    return find_authors(units, [_verdict(segment.index, segment.reason, choice) for segment in own], title)


def _people(texts: Iterable[str]) -> list[str]:
    found = [name for text in texts for name in author_label(text) or names(text)]
    return list(dict.fromkeys(found))


def _verdict(index: int, reason: str | None, choice: Choice) -> Verdict:
    if index in choice.kept:
        return Verdict(keep=True, reason=None, rule="body")
    return Verdict(keep=False, reason=reason or choice.reasons.get(index, "not_main"), rule="html")
