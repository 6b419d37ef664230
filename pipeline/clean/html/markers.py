"""„<ol start="4">", „<li value="7">", „b) obieg dokumentów": list markers as browsers print them or as authors typed them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.clean.html.styles import Styles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pipeline.clean.html.styles import Part

_PRINTED = re.compile(
    r"(?P<marker>\[\d{1,3}\]|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-ząćęłńóśźż]|[ivx]{1,5}|[IVX]{1,5})\)|\d{1,3}(?:\.\d{1,2}){0,3}\.|"
    r"[IVX]{1,5}\.|[a-z]\.|[-‐‑•·▪▫■□●○◦‣⁃►▸➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc\uf02d*])"
    r"(?:\s+|$|(?<=[)\]•·▪▫■□●○◦‣⁃►▸➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc])(?=\w))"
)
_DASHES = frozenset("-‐‑")
_SPEECH = re.compile(r"(?<=[\w,.?!…”\"])\s[-–—]\s[a-ząćęłńóśźż]")
"""„- To sukces - mówi wójt": the second dash, before the words that say who speaks"""
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_ROMAN_VALUES, ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True))
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_AROUND = frozenset({"ol", "ul", "menu", "dir"})
LISTS = _AROUND | {"li"}
"""elements that ``ListCounter`` wants to know of"""
_BULLETS = frozenset({"disc", "circle", "square"})
_STYLES = frozenset({"none", "decimal", "decimal-leading-zero"}) | {
    f"{case}-{script}" for case in ("lower", "upper") for script in ("alpha", "latin", "roman")
}


def printed_marker(text: str) -> tuple[str | None, str]:
    """„b) obieg dokumentów" -> ("b)", "obieg dokumentów"); a line without a typed marker -> (None, the line).

    A date („1.05.2010 r."), a time or an ordinal in a sentence is no marker: the marker ends with its own white space. Nor is
    a dash that opens direct speech.
    Word's bullets from the private use area become "•".
    """
    found = _PRINTED.match(text)
    if found is None or (found["marker"] in _DASHES and _SPEECH.search(text, found.end())):
        return None, text
    return _PRIVATE.sub("•", found["marker"]), text[found.end() :]


def ordinal(number: int, style: str) -> str:
    """(4, "lower-alpha") -> "d": a list number as CSS prints it; numbers that a style cannot print come out decimal."""
    if style in {"lower-alpha", "upper-alpha", "lower-latin", "upper-latin"} and number > 0:
        text = ""
        while number:
            number, digit = divmod(number - 1, 26)
            text = _LETTERS[digit] + text
        return text.upper() if style.startswith("upper") else text
    if style in {"lower-roman", "upper-roman"} and 0 < number < 4000:
        text = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            text += letters * count
        return text.upper() if style.startswith("upper") else text
    return f"{number:02d}" if style == "decimal-leading-zero" else str(number)


@dataclass(slots=True)
class _List:
    style: str
    """decimal, lower-alpha …; "bullet" for <ul>, "none" where the page prints nothing"""
    next: int
    step: int
    last: int = 0
    """number of the item that is being read"""


class ListCounter:
    """„<ol type="a" start="3">": counts the items of nested lists while a tree is walked."""

    def __init__(self, styles: Styles | None = None) -> None:
        self._styles = styles or Styles()
        self._open: list[_List] = []
        self._waiting: str | None = None
        self._counters: dict[str, int] = {}
        self._numbered: HtmlElement | None = None
        self.wants_all = self._styles.numbers_anything
        """whether a style sheet numbers other elements than items, and ``open`` and ``close`` want every block"""

    def open(self, element: HtmlElement) -> None:
        """Call for every element of ``LISTS`` that begins."""
        if element.tag in _AROUND:
            self._open.append(_list(element, self._styles))
        elif element.tag == "li":
            self._waiting = self._marker(element)
        if self.wants_all and element.tag != "li":
            self._number(element)

    def close(self, element: HtmlElement) -> None:
        """Call for every element of ``LISTS`` that ends."""
        if element.tag in _AROUND:
            self._open.pop()
        elif element.tag == "li" or element is self._numbered:
            self._waiting = self._numbered = None

    def _number(self, element: HtmlElement) -> None:
        """„<p class="pkt">" with „.pkt::before { content: counter(pkt) ")" }": its number, for its first line."""
        self._styles.count(element, self._counters)
        if content := self._styles.content(element):
            numbers = (ordinal(self._counters.get(part.name, 0), part.style) for part in content)
            printed = (number if part.text is None else part.text for part, number in zip(content, numbers, strict=True))
            self._waiting, self._numbered = "".join(printed).strip() or None, element

    def take(self) -> str | None:
        """The marker of the item whose first line this is; None for every further line."""
        marker, self._waiting = self._waiting, None
        return marker

    def _marker(self, element: HtmlElement) -> str | None:
        if not self._open:
            return "-"  # an item outside any list: browsers print a bullet
        current = self._open[-1]
        number = _integer(element.get("value"), current.next)
        current.next = number + current.step
        current.last = number
        if content := self._styles.content(element):
            return "".join(self._printed(part) for part in content).strip() or None
        style = _style(element, self._styles) or current.style
        if style == "none":
            return None
        return "-" if style == "bullet" else f"{ordinal(number, style)}."

    def _printed(self, part: Part) -> str:
        if part.text is not None:
            return part.text
        numbers = [level.last for level in self._open] if part.joint is not None else [self._open[-1].last]
        return (part.joint or "").join(ordinal(number, part.style) for number in numbers)


def _list(element: HtmlElement, styles: Styles) -> _List:
    style = _style(element, styles)
    first = styles.first(element)
    if element.tag != "ol":
        # a list of links without bullets is a menu as often as an enumeration: "-" is harmless there and right here
        return _List("bullet" if style in {None, "none"} else str(style), first or 1, 1)
    reverse = element.get("reversed") is not None
    usual = len(element.findall("li")) if reverse else 1
    return _List(style or "decimal", _integer(element.get("start"), usual if first is None else first), -1 if reverse else 1)


def _style(element: HtmlElement, styles: Styles) -> str | None:
    """Inline style, then style sheet, then ``type``: as browsers rank them."""
    inline = _STYLE.search(element.get("style") or "")
    written = (element.get("type") or "").strip()
    marked = (_TYPES.get(written) or written.lower(),) if written else ()
    for words in (inline[1].lower().split() if inline else (), styles.words(element), marked):
        for word in words:
            if word in _BULLETS:
                return "bullet"
            if word in _STYLES:
                return word
    return None


def _integer(value: str | None, default: int) -> int:
    if value is None:
        return default
    try:
        number = int(value.strip())
    except ValueError:
        return default
    return number if abs(number) < 1_000_000 else default
