"""„<!DOCTYPE html>", „{"tekst": …}", „%PDF-1.4": what a file is, by its first bytes; its name may lie."""

from __future__ import annotations

import json
import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.schema import Media

HEAD = 65_536
"""bytes that are looked at; old pages open with screens of scripts and comments"""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML_START = re.compile(
    r"(?>(?:\s|<\?xml[^>]{0,200}\?>|<!--.*?-->)*)<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL
)
"""atomic, because a lazy comment could also end at the next one's end: many comments would cost exponential time"""
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|br|table|tr|td|span|font|ul|ol|li|h[1-6]|a\s+href|script|style|img|meta|link|strong|b|article|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</(?:p|div|td|table|ul|ol|li|body|html|h[1-6]|span|font|a|article|section)\s*>", re.IGNORECASE)


@lru_cache(maxsize=1)
def _formats() -> list[tuple[bytes, str]]:
    data = tomllib.loads(files(__package__).joinpath("magic.toml").read_text(encoding="utf-8"))
    return [(bytes.fromhex(entry["bytes"]), f"looks like {entry['name']}; {entry['advice']}") for entry in data["format"]]


def binary(head: bytes) -> str | None:
    """„%PDF-1.4 …" -> "looks like a PDF document; …": what unreadable thing these bytes begin, or None for text.

    A head of which more than a twentieth are control characters is binary, with NULs among them more than a hundredth, unless a
    byte order mark says UTF-16: a few NULs are the dirt of programs that cut text into fields.
    """
    for magic, detail in _formats():
        if head.startswith(magic):
            return detail
    if head.startswith(_UTF16):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head and controls * 100 > len(head):
        return "holds NUL bytes; it is no text"
    return "holds control characters; it is no text" if controls * 20 > len(head) else None


def media(text: str) -> Media:
    """„<p>Urząd Miejski …</p>" -> "html"; „Urząd <miejski> …" -> "text".

    HTML begins like HTML, or has several known tags in its first 65,536 characters, one of them closing or together a third.
    """
    head = text[:HEAD].lstrip("\ufeff")
    if _HTML_START.match(head):
        return "html"
    if sum(1 for _ in islice(_TAG.finditer(head), 2)) < 2:
        return "text"
    return "html" if _CLOSING.search(head) or 3 * sum(len(tag[0]) for tag in _TAG.finditer(head)) > len(head) else "text"


def json_lines(text: str) -> bool:
    """„{"url": …, "tekst": …}": whether the first line that is not empty is a JSON object."""
    for line in text.lstrip("\ufeff").splitlines():
        if line.strip():
            if not line.lstrip().startswith("{"):
                return False
            try:
                return isinstance(json.loads(line), dict)
            except (ValueError, RecursionError):
                return False
    return False
