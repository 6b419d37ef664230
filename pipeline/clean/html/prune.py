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

from pipeline.clean.html.elements import BLOCKS, CONTROLS, HEADINGS, INVISIBLE, is_control
from pipeline.clean.html.mail import mail_boxes
from pipeline.text import fold, squash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

MAX_SHARE = 0.4
"""share of the page's running text; more of it in one element means that the name is not to be believed"""
MAX_SHARE_OF_ALL = 0.5
"""the same of all unlinked text, for pages of short lines"""
MAX_SHARE_ALWAYS = 0.9
"""the same for rules with ``always``: readers may write more than the author, but not everything"""
_RUNNING = 80
"""characters of unlinked text in one string; shorter ones are labels, captions and menu entries"""
_WORD = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ]?[a-ząćęłńóśźż]+|[A-ZĄĆĘŁŃÓŚŹŻ]+(?![a-ząćęłńóśźż])|\d+")
_SHORT = frozenset({"advert", "share", "tools", "metadata", "media", "menu", "newsletter"})
"""reasons of furniture that is short beside an article, however often it stands there"""
_ROOTS = frozenset({"html", "body"})
_UNCOUNTED = INVISIBLE | CONTROLS | {"a"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of data/prune.toml."""

    id: str
    reason: str
    always: bool


_MAIL = Rule("prune-mail-box", "newsletter", always=False)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[tuple[str, ...], Rule]
    before: frozenset[tuple[str]]
    after: frozenset[tuple[str]]
    prefixes: tuple[str, ...]
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
    states = data["states"]
    before, after = (frozenset((word,) for word in states[side]) for side in ("before", "after"))
    return _Lexicon(words, before, after, tuple(states["prefixes"]), data["roles"], data["elements"])


@lru_cache(maxsize=16384)
def rule_of(names: str) -> Rule | None:
    """„boxKomentarze lista" -> the rule "prune-comments": what the class and id names of an element say, or None."""
    return next((rule for name in names.split() if (rule := _rule_of_name(name))), None)


def _rule_of_name(name: str) -> Rule | None:
    if ":" in name:  # „print:hidden", „md:menu": utility classes say how, not what
        return None
    lexicon = _lexicon()
    words = tuple(fold(word) for word in _WORD.findall(name))
    if words in lexicon.words:
        return lexicon.words[words]
    if name.lower().startswith(lexicon.prefixes):
        return None
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            rule = lexicon.words.get(words[start : start + size])
            if rule and not _is_state(words[:start], words[start + size :], lexicon):
                return rule
    return None


def _is_state(before: tuple[str, ...], after: tuple[str, ...], lexicon: _Lexicon) -> bool:
    return before[-1:] in lexicon.before or after[:1] in lexicon.after


def verdict(element: HtmlElement) -> Rule | None:
    """„<nav>", „role="complementary"", „class="stopka"": why an element may not be the article, or None."""
    tag = str(element.tag)
    if tag in _ROOTS:
        return None
    rule = rule_of(_names(element))
    if rule and not (tag == "blockquote" and rule.reason == "share"):  # „<blockquote class="twitter-tweet">": a quotation
        return rule
    lexicon = _lexicon()
    role = (element.get("role") or "").lower()
    reason = lexicon.roles.get(role) or lexicon.elements.get(tag)
    if tag == "footer" and reason and any(above.tag == "article" for above in element.iterancestors()):
        reason = "metadata"  # „Opublikowane 12.03.2010": HTML gives such a footer to its article, not to the page
    return Rule(f"prune-element-{reason}", reason, always=False) if reason else None


def _names(element: HtmlElement) -> str:
    if element.tag in HEADINGS:  # „<h2 id="kalendarz-zmian">Kalendarz zmian": anchors are made of the heading's words
        return element.get("class") or ""
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def furniture(root: HtmlElement) -> dict[HtmlElement, Rule]:
    """„<div id="komentarze">…": the outermost elements that are furniture by their names, each with its rule.

    The tree is not changed.
    """
    sums = _text_sums(root)
    protected = _protected(root)
    found: dict[HtmlElement, Rule] = {}
    inside: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            inside = None if element is inside else inside
            continue
        if inside is not None or not isinstance(element.tag, str) or element in protected or element.tag in CONTROLS:
            continue
        rule = verdict(element)
        if rule is not None and _holds_paragraphs(element, rule, sums):
            continue
        if rule is not None and not _is_most(sums.get(element, (0, 0)), sums[root], always=rule.always):
            found[element] = rule
            inside = element
    for box in mail_boxes(root, sums, protected):
        if not any(above in found for above in (box, *box.iterancestors())):
            found = {element: rule for element, rule in found.items() if box not in element.iterancestors()} | {box: _MAIL}
    return _believed(found, sums, sums[root])


def _holds_paragraphs(element: HtmlElement, rule: Rule, sums: dict[HtmlElement, tuple[int, int]]) -> bool:
    """„<span class="tagsInfo">W sobotę na rynku …", „<p class="font-size-16">": running text where a tool would be."""
    running, _ = sums.get(element, (0, 0))
    return running > 0 and (rule.reason == "tools" or (rule.reason in _SHORT and element.tag not in BLOCKS))


def _believed(
    found: dict[HtmlElement, Rule], sums: dict[HtmlElement, tuple[int, int]], page: tuple[int, int]
) -> dict[HtmlElement, Rule]:
    """„<section class="tekst tekst--ads">", six of them: a name that most of the page's running text bears says something else.

    Lists of other articles may be longer than the article, and so may comments; adverts, tools and tags are not.
    """
    bearers: dict[str, list[HtmlElement]] = {}
    for element, rule in found.items():
        if rule.reason in _SHORT:
            name = next((name for name in _names(element).split() if _rule_of_name(name)), "")
            bearers.setdefault(name, []).append(element)
    doubtful = {
        element
        for name, elements in bearers.items()
        if name and len(elements) > 1 and sum(sums[element][0] for element in elements) > MAX_SHARE_OF_ALL * page[0]
        for element in elements
    }
    return {element: rule for element, rule in found.items() if element not in doubtful}


def blank(elements: Iterable[HtmlElement]) -> None:
    """„<nav>…</nav> Tekst" -> „<nav/> Tekst": empties elements where they stand, so that no other string changes its place."""
    for element in elements:
        element.clear(keep_tail=True)


def _protected(root: HtmlElement) -> set[HtmlElement]:
    """The elements around the page's first headline and around what Schema.org markup calls the article's body."""
    kernels = [h1 for h1 in root.iter("h1") if squash("".join(h1.itertext()))][:1]
    kernels += root.xpath(".//*[@itemprop='articleBody']")
    protected: set[HtmlElement] = set()
    for kernel in kernels:
        for element in (kernel, *kernel.iterancestors()):
            if element in protected:
                break
            protected.add(element)
    return protected


def _is_most(below: tuple[int, int], page: tuple[int, int], *, always: bool) -> bool:
    if always:
        return below[0] > MAX_SHARE_ALWAYS * page[0]
    return below[0] > MAX_SHARE * page[0] or below[1] > MAX_SHARE_OF_ALL * page[1]


def _text_sums(root: HtmlElement) -> dict[HtmlElement, tuple[int, int]]:
    """Characters of unlinked strings below every element: in long strings, in all."""
    sums: dict[HtmlElement, tuple[int, int]] = {}
    long, every = [0], [0]
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        counts = tag not in _UNCOUNTED or (tag == "button" and not is_control(element))
        if event == "start":
            silent += not counts
            text = None if silent else element.text
            size = len(text.strip()) if text else 0
            long.append(size if size >= _RUNNING else 0)
            every.append(size)
            continue
        silent -= not counts
        tail = None if silent else element.tail
        size = len(tail.strip()) if tail else 0
        sums[element] = below = long.pop(), every.pop()
        long[-1] += below[0] + (size if size >= _RUNNING else 0)
        every[-1] += below[1] + size
    return sums
