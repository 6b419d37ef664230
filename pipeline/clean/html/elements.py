"""Names of HTML elements by what they mean for running text (HTML Living Standard, section 4; old ones from HTML 4.01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SECTIONS = {"address", "article", "aside", "body", "dialog", "footer", "header", "hgroup", "html", "main", "nav", "section"}
_GROUPS = {
    "blockquote",
    "center",
    "details",
    "dir",
    "div",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "frameset",
    "hr",
    "iframe",
}
_LISTS = {"dd", "dl", "dt", "legend", "li", "menu", "ol", "p", "pre", "summary", "ul"}
_TABLES = {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}

BLOCKS = HEADINGS | _SECTIONS | _GROUPS | _LISTS | _TABLES
"""Elements that begin and end a line; everything else runs on inside it."""

_CODE = {"script", "style", "noscript", "template", "head", "meta", "link", "base", "noindex"}
_MEDIA = {"svg", "canvas", "iframe", "frame", "noframes", "object", "embed", "applet", "audio", "video", "map", "math"}

INVISIBLE = frozenset(_CODE | _MEDIA)
"""Elements whose characters are never running text."""

CONTROLS = frozenset(
    {"select", "option", "optgroup", "datalist", "button", "input", "textarea", "label", "output", "progress", "meter"}
)
"""Parts of forms."""

_PANELS = frozenset({"tab", "tabs", "tabpanel", "pane", "accordion", "akordeon", "collapse", "toggle", "spoiler", "faq"})


def is_control(element: HtmlElement) -> bool:
    """„<select>", „<button>Szukaj</button>": a part of a form; not „<h3><button>Uwagi auditorów</button></h3>".

    The heading of an accordion holds a button by the pattern of the ARIA Authoring Practices Guide.
    """
    return element.tag in CONTROLS and not (element.tag == "button" and _is_heading(element.getparent()))


def _is_heading(element: HtmlElement | None) -> bool:
    return element is not None and (element.tag in HEADINGS or element.tag == "summary")


def is_panel(element: HtmlElement) -> bool:
    """„<div role="tabpanel">", „<div class="accordion-body">": a part that a click shows; its text is the page's own."""
    names = (element.get("class") or "").lower().replace("-", " ").replace("_", " ").split()
    return element.get("role") == "tabpanel" or not _PANELS.isdisjoint(names)


INLINE_OLD = ("font", "b", "i", "u", "big", "small", "span", "strong", "em", "tt", "center", "strike")
"""Formatting that old pages leave unclosed by the thousand, each one a level deeper."""
