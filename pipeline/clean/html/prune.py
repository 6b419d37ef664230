"""„<div id="komentarze">", „<ul class="box-polecane">": elements whose names say that they are not the article.

The words stand in data/prune.toml. An element that holds the headline or a good part of the page's running text is never taken
away for its name: ``<body class="menu-open">`` is no menu.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.clean.html.elements import CONTROLS, INVISIBLE
from pipeline.text import fold, squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SHARE = 0.3
"""share of the page's running text; more of it in one element means that the name is not to be believed"""
_RUNNING = 80
"""characters of unlinked text in one string; shorter ones are labels, captions and menu entries"""
_WORD = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]?[a-ząćęłńóśźż]+|[A-ZĄĆĘŁŃÓŚŹŻ]+(?![a-ząćęłńóśźż])|\d+")
_ROOTS = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of data/prune.toml."""

    id: str
    reason: str
    always: bool


@dataclass(frozen=True, slots=True)
class Pruned:
    """An element that was taken out of the tree."""

    element: HtmlElement
    reason: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[tuple[str, ...], Rule]
    roles: dict[str, str]
    elements: dict[str, str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files(__package__).joinpath("data/prune.toml").read_text(encoding="utf-8"))
    words: dict[tuple[str, ...], Rule] = {}
    for entry in data["rule"]:
        rule = Rule(entry["id"], entry["reason"], entry.get("always", False))
        for phrase in entry["words"]:
            words[tuple(phrase.split())] = rule
    return _Lexicon(words, data["roles"], data["elements"])


@lru_cache(maxsize=16384)
def rule_of(names: str) -> Rule | None:
    """„boxKomentarze lista" -> the rule "prune-comments": what the class and id names of an element say, or None."""
    lexicon = _lexicon().words
    for name in names.split():
        words = [fold(word) for word in _WORD.findall(name)]
        for size in (3, 2, 1):
            for start in range(len(words) - size + 1):
                if rule := lexicon.get(tuple(words[start : start + size])):
                    return rule
    return None


def verdict(element: HtmlElement) -> Rule | None:
    """„<nav>", „role="complementary"", „class="stopka"": why an element may not be the article, or None."""
    tag = str(element.tag)
    if tag in _ROOTS:
        return None
    if rule := rule_of(f"{element.get('id') or ''} {element.get('class') or ''}"):
        return rule
    lexicon = _lexicon()
    role = (element.get("role") or "").lower()
    reason = lexicon.roles.get(role) or lexicon.elements.get(tag)
    return Rule(f"prune-element-{reason}", reason, always=False) if reason else None


def prune(root: HtmlElement) -> list[Pruned]:
    """„<div id="komentarze">…": takes furniture out of the tree; returns the elements in page order, each with its reason."""
    running = _running_text(root)
    total = max(1, running[root])
    found: list[Pruned] = []
    inside: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            inside = None if element is inside else inside
            continue
        if inside is not None or not isinstance(element.tag, str) or element.tag in INVISIBLE or element.tag in CONTROLS:
            continue
        rule = verdict(element)
        if rule is not None and not _is_article(element, rule, running.get(element, 0) / total):
            found.append(Pruned(element, rule.reason))
            inside = element
    for item in found:
        item.element.drop_tree()
    return found


def _is_article(element: HtmlElement, rule: Rule, share: float) -> bool:
    if share > MAX_SHARE and not rule.always:
        return True
    return element.find(".//h1") is not None or element.find(".//*[@itemprop='articleBody']") is not None


def _running_text(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of long unlinked strings below every element that has any."""
    sums: dict[HtmlElement, int] = {}
    stack: list[int] = []
    links = hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        step = 1 if event == "start" else -1
        links += step * (tag == "a")
        hidden += step * (tag in INVISIBLE or tag in CONTROLS)
        if event == "start":
            stack.append(0 if hidden or links else _length(element.text))
            continue
        below = stack.pop()
        if below or element is root:
            sums[element] = below
        if stack:
            stack[-1] += below + (0 if hidden or links else _length(element.tail))
    return sums


def _length(text: str | None) -> int:
    size = len(squash(text)) if text else 0
    return size if size >= _RUNNING else 0
