r"""How far an item reaches, and what of it is text: „2) nowy ratusz –\nudogodnienie dla mieszkańców," goes over two lines."""

from __future__ import annotations

import re

from pipeline.text import SPACES
from pipeline.values.enumeration.bounds import BROKEN, Span, keeps_dot, sentences, stripped

_S = f"[{SPACES}]"
_PAGE = re.compile(rf"{_S}*(?:[-–—]?{_S}?\d{{1,3}}{_S}?[-–—]?|[Ss]tr(?:ona|\.){_S}\d{{1,3}}(?:{_S}(?:z|/){_S}\d{{1,3}})?){_S}*")
"""„– 3 –", „Strona 2 z 5": a line with nothing but a page's number"""
_TERMINAL = ".;:!?…"
_CONJUNCTION = re.compile(r"[,;]?\s+(?:oraz|i|a także|jak również|lub)$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
"""„nie prowadzono ewi-": a word broken at the end of its line"""
_CLOSING = ",;.-"
_WRAPPED = 55
"""characters; a line at least as long that ends without punctuation was broken at a fixed width (mail wraps at 65 to 80)"""


def next_line(text: str, position: int, limit: int) -> Span | None:
    """The first line with content behind the line of ``position``, before ``limit``."""
    start = text.find("\n", position, limit)
    while start >= 0:
        end = text.find("\n", start + 1, limit)
        end = limit if end < 0 else end
        if text[start + 1 : end].strip():
            return start + 1, end
        start = -1 if end >= limit else end
    return None


def _continues(text: str, line: Span, following: Span, *, narrow: bool) -> bool:
    """Whether the next line goes on with the sentence of this one.

    Only items with marks (``narrow``) may be broken below the width of pages: what stands between two marks is one item.
    """
    before = text[line[0] : line[1]].rstrip()
    after = text[following[0] : following[1]].strip()
    if after.endswith(":") and after[:1].isupper():
        return False  # „Do poprawy zostały:" introduces what follows
    if not before or before[-1] in _TERMINAL:
        return bool(before) and before[-1] == "." and keeps_dot(text, line[0] + len(before) - 1) and after[:1].islower()
    if _HYPHEN.search(before) and after[:1].islower():
        return True
    if len(before) < BROKEN:
        return narrow and after[:1].islower() and before[-1] != "," and after[-1] in _CLOSING
    return after[:1].islower() or (len(before) >= _WRAPPED and before[-1] != "," and after[:1] not in "-–•")


def extent(text: str, start: int, limit: int, *, narrow: bool = False) -> int:
    """One past the last character of the item that begins at ``start``, at most ``limit``.

    A marker alone on its line takes the next line; a line that was broken inside a sentence takes the one that goes on; a page
    number between the two is passed over.
    """
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    line: Span = (start, end)
    if not text[start:end].strip():
        following = next_line(text, start, limit)
        if following is None:
            return start
        line = following
    while (following := next_line(text, line[1], limit)) is not None:
        if _PAGE.fullmatch(text, *following):
            beyond = next_line(text, following[1], limit)
            if beyond is None or not text[beyond[0] : beyond[1]].lstrip()[:1].islower():
                break
            following = beyond
        elif text[line[1] : following[0]].count("\n") > 1 or not _continues(text, line, following, narrow=narrow):
            break
        line = following
    return line[1]


def trimmed(text: str, start: int, end: int) -> Span:
    """„nowy ratusz, oraz" -> „nowy ratusz": without white space, closing separators and a conjunction behind them."""
    start, end = stripped(text, start, end)
    found = _CONJUNCTION.search(text, max(start, end - 16), end)
    if found is not None and text[found.start() : found.start() + 1] in {",", ";"}:
        end = found.start()
    while end > start and (text[end - 1] in ",;" or text[end - 1].isspace() or _full_stop(text, end - 1)):
        end -= 1
    return start, end


def _full_stop(text: str, position: int) -> bool:
    return text[position] == "." and text[position - 1 : position] != "." and not keeps_dot(text, position)


def first_sentence(text: str, start: int, end: int) -> int:
    """End of the first sentence of ``text[start:end]``."""
    found = sentences(text, start, end)
    return found[0][1] if found else end
