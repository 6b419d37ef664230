"""„<official name="Jan Nowak" role="burmistrz">Jana Nowaka</official>": text with inline marked values.

The marks are tags named after the record's lists in the singular, with the value's keys as attributes; a mark without its main
attribute stands for its own characters. Tags may nest (an official inside a finding).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

MAIN_ATTRIBUTE = {
    "standard": "id",
    "certifier": "name",
    "official": "name",
    "organization": "name",
    "place": "name",
    "date": "value",
    "finding": "text",
}
"""The attribute that a mark may leave out when it equals the characters marked; its keys are the tags we know."""
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z]+)(?P<attributes>(?:\s+[a-z_]+=\"[^\"<>]*\")*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=\"([^\"<>]*)\"")


class MarkupError(ValueError):
    """A mark that cannot be read; an unclosed one must never make a test assert nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked value: its kind (the tag), its characters in the text without tags, its attributes."""

    kind: str
    start: int
    end: int
    text: str
    attributes: dict[str, str]

    @property
    def value(self) -> str:
        """The main attribute, or the characters themselves."""
        return self.attributes.get(MAIN_ATTRIBUTE[self.kind], self.text)


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The text without tags, and its marks in the order in which they open.

    Raises:
        MarkupError: a tag is unknown, unclosed or closed out of order, an attribute is malformed, a mark is empty.
    """
    plain: list[str] = []
    length = position = 0
    stack: list[tuple[str, int, dict[str, str], int]] = []
    marks: list[tuple[int, Mark]] = []
    for order, tag in enumerate(_TAG.finditer(marked)):
        plain.append(_checked(marked[position : tag.start()]))
        length += len(plain[-1])
        position = tag.end()
        name = tag["name"]
        if name not in MAIN_ATTRIBUTE:
            raise MarkupError(f"unknown tag <{name}>; known are {', '.join(MAIN_ATTRIBUTE)}")
        if not tag["close"]:
            stack.append((name, length, {k: unescape(v) for k, v in _ATTRIBUTE.findall(tag["attributes"])}, order))
            continue
        if not stack or stack[-1][0] != name:
            raise MarkupError(f"</{name}> closes nothing at character {tag.start()}")
        _, start, attributes, opened = stack.pop()
        text = "".join(plain)[start:length]
        if not text.strip():
            raise MarkupError(f"empty <{name}> at character {tag.start()}")
        marks.append((opened, Mark(name, start, length, text, attributes)))
    if stack:
        raise MarkupError(f"<{stack[-1][0]}> is never closed")
    plain.append(_checked(marked[position:]))
    return "".join(plain), [mark for _, mark in sorted(marks, key=lambda m: m[0])]


def _checked(text: str) -> str:
    if "<" in text or ">" in text:
        raise MarkupError(f"a stray angle bracket or a malformed tag in {text.strip()[:60]!r}")
    return text
