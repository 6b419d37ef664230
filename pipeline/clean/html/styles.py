"""„ol.rzymska { list-style: upper-roman }", „li::before { content: counter(pkt) ")" }": list numbers that style sheets make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MAX_SHEET = 500_000
"""characters of style sheets that are read; themes print up to a tenth of it into a page"""
MAX_RULES = 200
"""rules that speak of list numbers; a page of the field has fewer than ten"""
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<names>(?:[.#][\w-]+)*)(?P<before>::?before)?", re.IGNORECASE)
_NAME = re.compile(r"([.#])([\w-]+)")
_LIST_STYLE = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_CONTENT = re.compile(r"(?:^|;)\s*content\s*:\s*([^;]+)", re.IGNORECASE)
_COUNTED = re.compile(r"(?:^|;)\s*counter-(reset|increment|set)\s*:\s*([^;]+)", re.IGNORECASE)
_NAMED_NUMBER = re.compile(r"([a-z_-][\w-]*)(?:\s+(-?\d{1,6}))?", re.IGNORECASE)
_RESET = re.compile(r"(?:^|;)\s*counter-reset\s*:\s*[\w-]+\s+(-?\d{1,6})", re.IGNORECASE)
_PART = re.compile(
    r"\"(?P<double>[^\"]{0,20})\"|'(?P<single>[^']{0,20})'"
    r"|counter\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)"
    r"|counters\(\s*(?P<names>[\w-]+)\s*,\s*[\"'](?P<joint>[^\"']{0,5})[\"']\s*(?:,\s*(?P<styles>[\w-]+)\s*)?\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Compound:
    """„ol.rzymska": one element of a selector."""

    tag: str | None
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: HtmlElement) -> bool:
        """Whether the element has the tag, the classes and the ids."""
        if self.tag is not None and element.tag != self.tag:
            return False
        named = not self.classes or self.classes <= set((element.get("class") or "").split())
        return named and (not self.ids or element.get("id") in self.ids)


@dataclass(frozen=True, slots=True)
class Part:
    """„counter(pkt, lower-alpha)", „")"": one piece of what stands before an item."""

    text: str | None = None
    style: str = "decimal"
    joint: str | None = None
    """what joins the numbers of nested lists; None where only the innermost is printed"""
    name: str = ""
    """of the counter"""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one selector says of list numbers."""

    target: Compound
    around: tuple[Compound, ...]
    words: tuple[str, ...] = ()
    """the values of ``list-style``, in small letters"""
    content: tuple[Part, ...] = ()
    """what a ``::before`` prints; empty for rules of the list itself"""
    first: int | None = None
    """number of the first item, from ``counter-reset``"""
    resets: tuple[tuple[str, int], ...] = ()
    """counters and what they are set to, from ``counter-reset`` and ``counter-set``"""
    steps: tuple[tuple[str, int], ...] = ()
    """counters and what is added to them, from ``counter-increment``"""

    def fits(self, element: HtmlElement) -> bool:
        """Whether the selector selects the element; the order of what stands around it is not looked at."""
        if not self.target.fits(element):
            return False
        return all(any(compound.fits(above) for above in element.iterancestors()) for compound in self.around)


@dataclass(slots=True)
class Styles:
    """The rules of a page that speak of list numbers; later ones win."""

    rules: list[Rule] = field(default_factory=list)

    def words(self, element: HtmlElement) -> tuple[str, ...]:
        """„list-style: lower-alpha inside" -> ("lower-alpha", "inside"), or nothing."""
        return next((rule.words for rule in reversed(self.rules) if rule.words and rule.fits(element)), ())

    def content(self, element: HtmlElement) -> tuple[Part, ...]:
        """What is printed before an item, where a counter is in it."""
        return next((rule.content for rule in reversed(self.rules) if rule.content and rule.fits(element)), ())

    @property
    def numbers_anything(self) -> bool:
        """Whether a counter is printed before some element: hardly any page has one."""
        return any(rule.content for rule in self.rules)

    def count(self, element: HtmlElement, counters: dict[str, int]) -> None:
        """„p { counter-increment: pkt }": sets and steps the counters as the element's rules say."""
        fitting = [rule for rule in self.rules if (rule.resets or rule.steps) and rule.fits(element)]
        resets = next((rule.resets for rule in reversed(fitting) if rule.resets), ())
        counters.update(resets)
        for name, step in next((rule.steps for rule in reversed(fitting) if rule.steps), ()):
            counters[name] = counters.get(name, 0) + step

    def first(self, element: HtmlElement) -> int | None:
        """Number of a list's first item, where a counter is set to it."""
        return next((rule.first for rule in reversed(self.rules) if rule.first is not None and rule.fits(element)), None)


def read_styles(root: HtmlElement) -> Styles:
    """„<style>ol.litery { list-style: lower-alpha }</style>": what a page's own style sheets say of list numbers.

    Linked style sheets are not there to be read. A reset („ol, ul { list-style: none }") is passed over, since a linked sheet
    takes it back for the article.
    """
    text = "".join(style.text or "" for style in root.iter("style"))[:MAX_SHEET]
    if "list-style" not in text and "counter" not in text:
        return Styles()
    rules: list[Rule] = []
    for chunk in _without_remarks(text).split("}"):
        head, _, body = chunk.rpartition("{")
        if "list-style" in body or "counter" in body:
            rules += _rules(head.rpartition("{")[2], body)
        if len(rules) > MAX_RULES:
            break
    return Styles(rules[:MAX_RULES])


def _without_remarks(text: str) -> str:
    """„/* lista */ ol {…}" -> „ ol {…}", in one pass however remarks are opened and never closed."""
    first, *others = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _rules(selectors: str, body: str) -> Iterator[Rule]:
    style, content, reset = _LIST_STYLE.search(body), _CONTENT.search(body), _RESET.search(body)
    words = tuple(style[1].lower().replace("!important", "").split()) if style else ()
    parts = tuple(_parts(content[1])) if content else ()
    resets, steps = _counted(body)
    for selector in selectors.split(","):
        found = [_COMPOUND.fullmatch(piece) for piece in selector.replace(">", " ").split()]
        if not found or any(piece is None for piece in found):
            continue
        *around, target = [(_compound(piece), bool(piece["before"])) for piece in found if piece is not None]
        compound, before = target
        rule = Rule(
            compound,
            tuple(above for above, _ in around),
            words=() if before or (words == ("none",) and not compound.classes and not compound.ids) else words,
            content=parts if before else (),
            first=int(reset[1]) + 1 if reset and not before else None,
            resets=resets,
            steps=steps,
        )
        if rule.words or rule.content or rule.first is not None or resets or steps:
            yield rule


def _counted(body: str) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """„counter-reset: pkt 3; counter-increment: pkt" -> what is set and what is added."""
    resets: dict[str, int] = {}
    steps: dict[str, int] = {}
    for found in _COUNTED.finditer(body[:1000]):
        adds = found[1].lower() == "increment"
        numbers = {name: int(value) if value else int(adds) for name, value in _NAMED_NUMBER.findall(found[2][:200])}
        (steps if adds else resets).update({name: value for name, value in numbers.items() if name.lower() != "none"})
    return tuple(resets.items()), tuple(steps.items())


def _compound(found: re.Match[str]) -> Compound:
    names = _NAME.findall(found["names"])
    tag = (found["tag"] or "*").lower()
    return Compound(
        None if tag == "*" else tag,
        frozenset(name for mark, name in names if mark == "."),
        frozenset(name for mark, name in names if mark == "#"),
    )


def _parts(value: str) -> list[Part]:
    """„counter(pkt) ") "" -> its pieces; nothing where no counter is among them: arrows and dashes number nothing."""
    parts = [_part(found) for found in _PART.finditer(value[:200])]
    return parts if any(part.text is None for part in parts) else []


def _part(found: re.Match[str]) -> Part:
    text = found["double"] if found["double"] is not None else found["single"]
    if text is not None:
        return Part(text=text)
    name = found["name"] or found["names"]
    return Part(style=(found["style"] or found["styles"] or "decimal").lower(), joint=found["joint"], name=name)
