"""„<li>sprawna obsługa interesanta</li>": the page as lines, each with its kind, its list marker and its place in the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lxml import etree

from pipeline.clean.html.elements import BLOCKS, CONTROLS, INVISIBLE, is_control
from pipeline.clean.html.kinds import INLINE_OF_ROWS, is_concealed, is_part_of_row, kind_of
from pipeline.clean.html.markers import LISTS, ListCounter, printed_marker
from pipeline.clean.html.styles import read_styles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from pipeline.clean.html.prune import Rule
    from pipeline.clean.html.styles import Styles
    from pipeline.schema import BlockKind

_INVISIBLE_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SILENT = INVISIBLE | CONTROLS
_STRUCTURE = _SILENT | BLOCKS | {"a", "br"}
"""elements whose beginning and end mean something; those of all others are passed over, which halves the cost of a page"""


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


@dataclass(slots=True)
class _Block:
    """A block element that is being read."""

    element: HtmlElement
    number: int
    """its place among its parent's block elements of the same name, from 1"""
    kind: BlockKind
    concealed: bool
    seen: dict[str, int]
    """name -> how many block elements of it stood inside so far"""
    path: str | None = None
    """filled when a line asks for it: most blocks of a page frame nothing"""


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
        self._blocks: list[_Block] = []
        self._links = self._hidden = self._concealed = self._pre = self._forms = 0
        self._lists = ListCounter(styles)

    def run(self, root: HtmlElement) -> list[Segment]:
        """„<p>…</p><ul><li>…": the lines of the tree, in page order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag
            if event == "start":
                if tag in _STRUCTURE or element in self._furniture:
                    self._start(element, tag)
                if element.text and isinstance(tag, str):
                    self._add(element, "text", element.text)
            else:
                if tag in _STRUCTURE or element in self._furniture:
                    self._end(element, tag)
                if element.tail:
                    self._add(element, "tail", element.tail)
                elif (tag == "time" and element.getnext() is not None) or (tag in INLINE_OF_ROWS and is_part_of_row(element)):
                    self._flush()  # „<time>5 maja</time><span>Jan Kowal</span>": only style sheets part them
        self._flush()
        self._release()
        return self.segments

    def _start(self, element: HtmlElement, tag: str) -> None:
        if element in self._furniture:
            self._enter(element)
        if tag in _SILENT and (tag in INVISIBLE or is_control(element)):
            self._hidden += 1
        elif tag == "br":
            self._flush()
        elif tag in BLOCKS:
            self._flush()
            self._open(element, tag)
        elif tag == "a" and element.get("href"):
            self._links += 1

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag in _SILENT and (tag in INVISIBLE or is_control(element)):
            self._hidden -= 1
        elif tag in BLOCKS:
            self._flush()
            self._close(element, tag)
        elif tag == "a" and element.get("href"):
            self._links -= 1
        if element in self._furniture:
            self._leave()

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

    def _open(self, element: HtmlElement, tag: str) -> None:
        seen = self._blocks[-1].seen if self._blocks else {}
        seen[tag] = number = seen.get(tag, 0) + 1
        block = _Block(element, number, kind_of(element, tag, self._inherited), is_concealed(element), {})
        self._blocks.append(block)
        self._concealed += block.concealed
        if tag in LISTS or self._lists.wants_all:
            self._lists.open(element)
        self._pre += tag == "pre"
        self._forms += tag == "form"

    def _close(self, element: HtmlElement, tag: str) -> None:
        self._concealed -= self._blocks.pop().concealed
        if tag in LISTS or self._lists.wants_all:
            self._lists.close(element)
        self._pre -= tag == "pre"
        self._forms -= tag == "form"

    @property
    def _inherited(self) -> BlockKind:
        return self._blocks[-1].kind if self._blocks else "paragraph"

    def _path(self) -> str:
        """„/html/body/div[2]/p": of the innermost block."""
        known = next((at for at in range(len(self._blocks) - 1, -1, -1) if self._blocks[at].path is not None), -1)
        path = (self._blocks[known].path or "") if known >= 0 else ""
        for block in self._blocks[known + 1 :]:
            path += f"/{block.element.tag}" + (f"[{block.number}]" if block.number > 1 else "")
            block.path = path
        return path

    def _add(self, element: HtmlElement, slot: Literal["text", "tail"], value: str) -> None:
        if self._hidden:
            return
        lines = value.split("\n") if self._pre else (value,)
        for number, line in enumerate(lines):
            if number:
                self._flush()
            if line and not line.isspace():
                self._nodes.append(Node(element, slot))
            elif not self._parts:
                continue
            self._parts.append((line, self._links > 0))

    def _flush(self) -> None:
        if not self._parts:
            return
        if self._nodes and self._blocks:
            raw = "".join([part for part, _ in self._parts])
            if text := " ".join(raw.translate(_INVISIBLE_CHARACTERS).split()):
                self._emit(text)
        self._parts, self._nodes = [], []

    def _emit(self, text: str) -> None:
        kind = self._inherited
        counted = self._lists.take() if kind != "heading" else None
        printed, rest = printed_marker(text)
        if printed and not rest:
            self._hold(printed)
            return
        nodes, marker = self._nodes, printed or counted
        if self._pending is not None and printed is None and kind != "heading":
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
        element = self._blocks[-1].element if self._blocks else nodes[0].element
        kind = self._inherited
        self.segments.append(
            Segment(
                index=len(self.segments),
                text=text,
                kind="item" if marker and kind in {"paragraph", "item", "cell"} else "paragraph" if kind == "item" else kind,
                marker=marker,
                path=self._path(),
                parent=element,
                link_chars=sum(len(part.strip()) for part, linked in self._parts if linked),
                nodes=nodes,
                in_form=self._forms > 0,
                hidden=self._concealed > 0,
                reason=self._reason,
            )
        )


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
