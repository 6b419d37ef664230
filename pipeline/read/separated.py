"""„==========": several articles in one text file, parted by a line that the user names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.read.documents import document
from pipeline.read.lines import lines, narrow
from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.read.blob import Blob, Context
    from pipeline.read.lines import Line
    from pipeline.read.locator import Wanted
    from pipeline.schema import Failure, Source

REGEX = "regex:"
"""„regex:-{5,}": how a separator that is a pattern begins"""
_LONGEST = 1_000
"""bytes; a longer line is no separator, so that a pattern of any kind meets short lines only"""


def matcher(separator: str) -> Callable[[str], bool]:
    """„=====" -> whether a line is it, white space around it aside; „regex:-{5,}" -> whether the whole line matches.

    Raises:
        ValueError: the separator is empty, or its pattern is none; the message says why.
    """
    if not separator.startswith(REGEX):
        literal = separator.strip()
        if not literal:
            raise ValueError("an empty separator would part every paragraph")
        return lambda line: line == literal
    try:
        pattern = re.compile(separator.removeprefix(REGEX))
    except re.error as error:
        raise ValueError(f"the separator {separator!r} is no regular expression: {error}") from error
    return lambda line: pattern.fullmatch(line) is not None


def read_separated(blob: Blob, context: Context, wanted: Wanted) -> Iterator[Source | Failure]:
    """„prasa.txt#3" or „prasa.txt#@4711": the stretches (from 1) between the separators that hold more than white space.

    A file in which no separator stands is one document under its own name. Only what is wanted is decoded.

    Raises:
        OSError: the file cannot be read.
    """
    limit = context.settings.max_bytes
    number = 0
    for stretch in _stretches(blob, context):
        if stretch.blank:
            continue
        number += 1
        locator = blob.locator if stretch.only else blob.locator.at(number, stretch.offset)
        if not (stretch.only or wanted.takes(number, stretch.offset)):
            continue
        if stretch.size > limit:
            detail = f"more than {limit} bytes, the limit for one document (read.max_bytes)"
            yield failure(str(locator), "too_large", detail)
        else:
            yield document(locator, stretch.source.decode(b"".join(stretch.data)), blob.about)
        if wanted.one:
            return
    if not number:
        yield failure(str(blob.locator), "empty", "there is nothing but separators")


class _Stretch:
    """The lines since the last separator; beyond the limit they are counted and not kept."""

    def __init__(self, first: Line, limit: int) -> None:
        self.source = first.source
        self.offset = first.offset
        self.data: list[bytes] = []
        self.size = 0
        self.blank = True
        self.only = False
        self._limit = limit

    def add(self, line: Line) -> None:
        self.size += self._limit + 1 if line.too_large else len(line.data)
        self.blank = self.blank and not line.too_large and not line.data.strip()
        if self.size <= self._limit:
            self.data.append(line.data)
        else:
            self.data.clear()


def _stretches(blob: Blob, context: Context) -> Iterator[_Stretch]:
    settings = context.settings
    separates = matcher(settings.separator or "")
    stretch: _Stretch | None = None
    parted = False
    for line in lines(narrow(blob.stream, settings.encoding), settings.max_bytes):
        if _separates(line, separates):
            parted = True
            if stretch is not None:
                yield stretch
            stretch = None
        else:
            stretch = stretch or _Stretch(line, settings.max_bytes)
            stretch.add(line)
    if stretch is not None:
        stretch.only = not parted
        yield stretch


def _separates(line: Line, separates: Callable[[str], bool]) -> bool:
    return not line.too_large and len(line.data) <= _LONGEST and separates(line.decoded.text.strip("\ufeff \t\r\n\f\v"))
