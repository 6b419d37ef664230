"""„<li>sprawna obsługa interesanta</li>": the page as lines, each with its kind, its list marker and its place in the tree."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lxml import etree

from pipeline.clean.html.elements import BLOCKS, HEADINGS, INVISIBLE, is_control, is_panel
from pipeline.clean.html.markers import ListCounter, printed_marker
from pipeline.clean.html.styles import read_styles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from pipeline.clean.html.prune import Rule
    from pipeline.clean.html.styles import Styles
    from pipeline.schema import BlockKind

_INVISIBLE_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    "td": "cell",
    "th": "cell",
    "li": "item",
}
_CONCEALED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ROWS = frozenset({"div", "header", "section", "footer", "article", "aside"})
_STRINGS = frozenset({"a", "span"})
_CAPTION_WORDS = ("caption", "podpis", "foto-opis", "opis-zdjecia")


@dataclass(slots=True)
class Node:
    """One string of the tree: the ``text`` or the ``tail`` of an element."""

    element: HtmlElement
    slot: Literal["text", "tail"]


@dataclass(slots=True)
class Segment:
    """One line of the page, before anyone decided whether it belongs to the article."""

    index: int
    text: str
    kind: BlockKind
    marker: str | None
    path: str
    parent: HtmlElement
    """the innermost block element around the line"""
    link_chars: int
    """characters, of ``text``, that stand inside a link"""
    nodes: list[Node] = field(default_factory=list)
    in_form: bool = False
    hidden: bool = False
    """the page does not show the line until a script does"""
    reason: str | None = None
    """why the line is furniture, where the name of an element around it says so"""

    @property
    def link_density(self) -> float:
        """Share of the characters that stand inside a link, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0


class Segmenter:
    """Walks a tree once, in document order, in time linear in its size."""

    def __init__(self, furniture: Mapping[HtmlElement, Rule], styles: Styles) -> None:
        self.segments: list[Segment] = []
        self._furniture = furniture
        self._reason: str | None = None
        self._interrupted: tuple[list[Node], list[tuple[str, bool]]] = ([], [])
        self._pending: tuple[str, list[Node]] | None = None
        self._nodes: list[Node] = []
        self._parts: list[tuple[str, bool]] = []
        self._blocks: list[tuple[HtmlElement, str, Counter[str]]] = []
        self._kinds: list[BlockKind] = ["paragraph"]
        self._links = self._hidden = self._concealed = self._pre = self._forms = 0
        self._lists = ListCounter(styles)

    def run(self, root: HtmlElement) -> list[Segment]:
        """„<p>…</p><ul><li>…": the lines of the tree, in page order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                if event == "end":
                    self._add(element, "tail")
                continue
            if event == "start":
                self._start(element)
            else:
                self._end(element)
        self._flush()
        self._release()
        return self.segments

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        if element in self._furniture:
            self._enter(element)
        if tag in INVISIBLE or is_control(element):
            self._hidden += 1
        elif tag == "br":
            self._flush()
        elif tag in BLOCKS:
            self._flush()
            self._open(element)
        elif tag == "a" and element.get("href"):
            self._links += 1
        self._add(element, "text")

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in INVISIBLE or is_control(element):
            self._hidden -= 1
        elif tag in BLOCKS:
            self._flush()
            self._close(element)
        elif tag == "a" and element.get("href"):
            self._links -= 1
        if element in self._furniture:
            self._leave()
        if not element.tail and element.getnext() is not None and (tag == "time" or _is_part_of_row(element)):
            self._flush()  # „<time>5 maja</time><span>Jan Kowal</span>": only style sheets part them
        self._add(element, "tail")

    def _enter(self, element: HtmlElement) -> None:
        """Furniture in mid sentence („… 12 osób <span class="share">Lubię to</span> z urzędu") is a line of its own."""
        if element.tag in BLOCKS:
            self._flush()
        self._interrupted = self._nodes, self._parts
        self._nodes, self._parts = [], []
        self._reason = self._furniture[element].reason

    def _leave(self) -> None:
        self._flush()
        self._release()
        self._nodes, self._parts = self._interrupted
        self._reason = None

    def _open(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        above, seen = (self._blocks[-1][1], self._blocks[-1][2]) if self._blocks else ("", Counter[str]())
        seen[tag] += 1
        path = f"{above}/{tag}" + (f"[{seen[tag]}]" if seen[tag] > 1 else "")
        self._blocks.append((element, path, Counter()))
        self._kinds.append(self._kind(element))
        self._lists.open(element)
        self._pre += tag == "pre"
        self._forms += tag == "form"
        self._concealed += _is_concealed(element)

    def _close(self, element: HtmlElement) -> None:
        self._blocks.pop()
        self._kinds.pop()
        self._lists.close(element)
        self._pre -= element.tag == "pre"
        self._forms -= element.tag == "form"
        self._concealed -= _is_concealed(element)

    def _kind(self, element: HtmlElement) -> BlockKind:
        words = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.tag in {"p", "div", "dd", "span"} and any(word in words for word in _CAPTION_WORDS):
            return "caption"
        kind = _KINDS.get(str(element.tag))
        if kind is None and element.tag in {"p", "div", "center", "section", "address"}:
            return self._kinds[-1]
        return kind or "paragraph"

    def _add(self, element: HtmlElement, slot: Literal["text", "tail"]) -> None:
        value = element.text if slot == "text" else element.tail
        if not value or self._hidden:
            return
        lines = value.split("\n") if self._pre else [value]
        for number, line in enumerate(lines):
            if number:
                self._flush()
            self._parts.append((line, self._links > 0))
            if line.strip():
                self._nodes.append(Node(element, slot))

    def _flush(self) -> None:
        text = " ".join("".join(part for part, _ in self._parts).translate(_INVISIBLE_CHARACTERS).split())
        if text and self._blocks:
            self._emit(text)
        self._parts, self._nodes = [], []

    def _emit(self, text: str) -> None:
        counted = self._lists.take() if self._kinds[-1] != "heading" else None
        printed, rest = printed_marker(text)
        if printed and not rest:
            self._hold(printed)
            return
        nodes, marker = self._nodes, printed or counted
        if self._pending is not None and printed is None and self._kinds[-1] != "heading":
            marker, nodes = self._pending[0], [*self._pending[1], *nodes]
            self._pending = None
        self._release()
        self._append(rest if printed else text, marker, nodes)

    def _hold(self, marker: str) -> None:
        """„<td>1.</td><td>obieg dokumentów</td>": a marker alone on its line waits for the next line."""
        self._release()
        self._pending = marker, self._nodes

    def _release(self) -> None:
        """A marker that no line followed is a line of its own."""
        if self._pending is not None:
            marker, nodes = self._pending
            self._pending = None
            if any(char.isalnum() for char in marker):
                self._append(marker, None, nodes)

    def _append(self, text: str, marker: str | None, nodes: list[Node]) -> None:
        element, path, _ = self._blocks[-1] if self._blocks else (nodes[0].element, "", None)
        kind = self._kinds[-1]
        self.segments.append(
            Segment(
                index=len(self.segments),
                text=text,
                kind="item" if marker and kind in {"paragraph", "item", "cell"} else "paragraph" if kind == "item" else kind,
                marker=marker,
                path=path,
                parent=element,
                link_chars=sum(len(part.strip()) for part, linked in self._parts if linked),
                nodes=nodes,
                in_form=self._forms > 0,
                hidden=self._concealed > 0,
                reason=self._reason,
            )
        )


def _is_concealed(element: HtmlElement) -> bool:
    """„<div style="display: none">": not yet shown, and no panel of a tab or an accordion either."""
    concealed = element.get("hidden") is not None or _CONCEALED.search(element.get("style") or "") is not None
    return concealed and not is_panel(element)


def _is_part_of_row(element: HtmlElement) -> bool:
    """„<div><a class="kto">Jan Kowal</a><span class="kiedy">5 maja</span></div>": a frame of named strings without white space.

    What word processors leave behind, „<p><span>cert</span><span>yfikat</span></p>", has no names or stands in paragraphs.
    """
    row, after = element.getparent(), element.getnext()
    if row is None or after is None or row.tag not in _ROWS or element.tag not in _STRINGS or after.tag not in _STRINGS:
        return False
    named = element.get("class") and after.get("class") and element.get("class") != after.get("class")
    return bool(named or _is_glued(element, after)) and not (row.text or "").strip()


def _is_glued(element: HtmlElement, after: HtmlElement) -> bool:
    """„…artykułu" and „0:00", „Kowal" and „Zobacz": no word goes on like that."""
    left, right = "".join(element.itertext())[-1:], "".join(after.itertext())[:1]
    return left.isalpha() and (right.isdigit() or (right.isupper() and left.islower()))


def printed(item: Segment) -> str:
    """„1. obieg dokumentów": a line with its marker in front."""
    return f"{item.marker} {item.text}" if item.marker else item.text


def segment(root: HtmlElement, furniture: Mapping[HtmlElement, Rule] | None = None) -> list[Segment]:
    """„<p>…</p><ul><li>…": the visible lines of a tree, in page order.

    Args:
        root: the page.
        furniture: elements that are no part of the article, with the rule that says so; their lines carry its reason.
    """
    return Segmenter(furniture or {}, read_styles(root)).run(root)
