"""„Autor: Jan Kowalski", „<meta name="author">": who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.html.declared import bylines, metas, words
from pipeline.clean.people import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.clean.html.page import Page
    from pipeline.clean.html.segment import Segment

_WRITER = r"autor(?:ka|zy)?(?: (?:artykułu|tekstu|wpisu))?|tekst(?: i (?:foto|zdjęcia|fot\.))?|opracowa(?:ła|ł|nie|li)|opr\."
_HELPER = r"napisała?|przygotowała?|relacja|dodała?|zamieściła?|wytworzyła?|by|przez"
_LABEL = re.compile(rf"(?:{_WRITER}|{_HELPER})\s*[:\-–]?\s+", re.IGNORECASE)
_SIGNED = re.compile(rf"(?:{_WRITER})\s*:", re.IGNORECASE)
SHORT = 90
"""characters; a longer line is a sentence about an author, not a label"""


def authors(page: Page) -> list[str]:
    """„Autor: Jan Kowalski" -> ["Jan Kowalski"]: full names of people, from the most trusted evidence that names any.

    JSON-LD, meta, marked elements, then Polish labels in the text. Editorial offices, agencies and accounts are nobody.
    """
    marked = bylines(page.root, page.furniture)
    for evidence in (page.structured.authors, metas(page.root, words("author")), marked, _labelled(page.segments)):
        if found := _people(evidence):
            return found
    return []


def _people(texts: Iterable[str]) -> list[str]:
    found = [name for text in texts for name in names(_LABEL.sub("", text.strip(), count=1))]
    return list(dict.fromkeys(found))


def _labelled(segments: Sequence[Segment]) -> Iterator[str]:
    """„Tekst:" with the name behind it or on the next line."""
    own = [segment for segment in segments if segment.reason not in words("foreign")]
    for position, segment in enumerate(own):
        label = _SIGNED.match(segment.text) if len(segment.text) <= SHORT else None
        if label is None:
            continue
        rest = segment.text[label.end() :].strip()
        if rest:
            yield rest
        elif position + 1 < len(own):
            yield own[position + 1].text
