"""„ratusz_2011Remont", „Img_12.jpeg": names of image files stuck to the text, and a place stuck to a headline."""

from __future__ import annotations

import re

_FILE = r"[\w()%.~-]{1,80}\.(?:jpe?g|png|gif|bmp|tiff?|webp|svg)"
_LEADING_FILES = re.compile(rf"^(?:{_FILE}(?![\w.])[ ,;]*)+(?=[A-ZĄĆĘŁŃÓŚŹŻ„\"(])", re.IGNORECASE)
_GLUED_FILE = re.compile(r"^[\w%~-]{1,80}\.(?:jpe?g|png|gif|bmp|tiff?|webp|JPE?G|PNG|GIF)(?=[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż])")
# letters, an underscore, digits, then a capital and small letters without a space: no Polish word is written so
_GLUED_NAME = re.compile(r"^[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*?_[0-9]{1,8}(?=[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+ [a-ząćęłńóśźż])")
_PLACE_WORDS = 3


def trim_image_names(line: str) -> str:
    """„ratusz_2011Remont rozpoczęto …" -> „Remont rozpoczęto …"; „a.jpeg b.jpeg Poniżej plan" -> „Poniżej plan".

    Certain where a picture's suffix ends the name, or an underscore and digits stand before a capital without a space.
    A line of nothing but file names is left to the rules. Running text keeps the names (what is lost here is lost for good);
    the rules judge a line without them, and a headline goes without them.
    """
    for pattern in (_GLUED_FILE, _LEADING_FILES, _GLUED_NAME):
        trimmed = pattern.sub("", line, count=1)
        if trimmed != line and len(trimmed.split()) > 1:
            return trimmed.strip()
    return line


def trim_place(line: str, short_lines: set[str]) -> str:
    """„LubowoLubowski urząd …" -> „Lubowski urząd …" where „Lubowo" stands on a line of its own elsewhere.

    Args:
        line: a line of the page.
        short_lines: the page's lines of one to three words, as printed.
    """
    for cut in range(3, min(40, len(line) - 1)):
        if line[cut].isupper() and line[cut - 1].islower() and line[:cut] in short_lines:
            return line[cut:]
    return line


def is_short(line: str) -> bool:
    """„Lubowo": one to three words, as places and categories are."""
    return 0 < len(line.split()) <= _PLACE_WORDS
