"""„{"@type": "NewsArticle", "datePublished": …}": what a page says about its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NEWS = {"newsarticle", "reportagenewsarticle", "reviewnewsarticle", "analysisnewsarticle", "opinionnewsarticle"}
_OTHER = {
    "article",
    "blogposting",
    "liveblogposting",
    "report",
    "techarticle",
    "advertisercontentarticle",
    "socialmediaposting",
}
_ARTICLES = frozenset(_NEWS | _OTHER)
"""Article and its subtypes at schema.org"""
_PAGES = frozenset({"webpage", "itempage", "aboutpage", "governmentservice"})
_MAX_NODES = 2000
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$")


@dataclass(frozen=True, slots=True)
class Structured:
    """What JSON-LD says; everything may be missing."""

    headline: str | None = None
    published: str | None = None
    """as written, mostly with time and zone"""
    authors: tuple[str, ...] = ()
    """names of persons, not of organizations"""


def read_structured(root: HtmlElement) -> Structured:
    """„<script type="application/ld+json">": the first article among a page's JSON-LD, else its first WebPage.

    Broken JSON is passed over.
    """
    nodes = [node for script in root.iter("script") for node in _nodes(script)]
    for wanted in (_ARTICLES, _PAGES):
        for node in nodes:
            if wanted & _types(node) and not _is_part_of_list(node):
                return _structured(node, nodes)
    return Structured()


def _nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    text = _WRAPPING.sub("", script.text or "")
    try:
        pending: list[Any] = [json.loads(text, strict=False)]
    except (json.JSONDecodeError, RecursionError):
        return
    count = 0
    while pending and count < _MAX_NODES:
        value = pending.pop(0)
        count += 1
        if isinstance(value, list):
            pending = value + pending
        elif isinstance(value, dict):
            yield value
            pending = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value] + pending


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).lower().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _is_part_of_list(node: dict[str, Any]) -> bool:
    return "position" in node and "headline" not in node


def _structured(node: dict[str, Any], nodes: list[dict[str, Any]]) -> Structured:
    return Structured(
        headline=_text(node.get("headline")) or (_text(node.get("name")) if _ARTICLES & _types(node) else None),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        authors=tuple(_people(node.get("author"), nodes)),
    )


def _people(value: object, nodes: list[dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        person = item
        if isinstance(person, dict) and "name" not in person and "@id" in person:
            person = next((node for node in nodes if node.get("@id") == person["@id"] and "name" in node), person)
        if isinstance(person, dict):
            if "organization" not in " ".join(_types(person)) and (name := _text(person.get("name"))):
                yield name
        elif name := _text(person):
            yield name


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    return " ".join(value.split()) or None if isinstance(value, str) else None
