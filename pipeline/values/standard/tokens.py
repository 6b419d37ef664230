"""A window of text as tokens: letters, digits, single signs; white space becomes the gap before a token.

The window bounds the work at one place of the text, which keeps the whole search linear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.text import DASHES, QUOTES

WINDOW = 160
"""characters; the longest identifier of the peers' lists has 64, line breaks and blanks inside included twice that"""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_TOKEN = re.compile(r"([\s\u200b-\u200d\u2060\ufeff]*)(?:(HL7|[^\W\d_]+)|(\d+)|(\S))")
_KINDS = dict.fromkeys(DASHES, "-") | dict.fromkeys(QUOTES, '"')


class Token(NamedTuple):
    """„9001": one run of letters ("w"), of digits ("n"), or one sign, which is then its own kind.

    Attributes:
        kind: "w", "n", "-" for every dash, '"' for every quotation mark, else the sign.
        text: the characters.
        start: offset in the whole text.
        end: offset behind the last character.
        gap: white space before it: 0 none, 1 blanks, 2 one line break, 3 more line breaks.
    """

    kind: str
    text: str
    start: int
    end: int
    gap: int


END = Token("end", "", -1, -1, 3)
"""Stands behind the last token."""


_PADDING = [END] * 6
"""as many as the grammar looks ahead"""
_CHUNK = 32
"""characters that are split at a time: enough for most identifiers and the words behind them"""


def tokenise(text: str, position: int, stop: int) -> list[Token]:
    """„PN – N 18001" -> PN, -, N, 18001: the tokens of ``text[position:stop]``; one that the edge cuts is left out."""
    tokens: list[Token] = []
    at, make, append = position, tuple.__new__, tokens.append
    for space, word, number, sign in _TOKEN.findall(text, position, stop):
        printed = word or number or sign
        start = at + len(space)  # before the invisible characters go
        at = start + len(printed)
        kind = "w" if word else "n" if number else _KINDS.get(sign, sign)
        if not space:
            gap = 0
        elif space == " ":
            gap = 1
        else:
            gap = _gap(space)
        append(make(Token, (kind, printed, start, at, gap)))  # half the time of Token(…), which counts here
    if stop < len(text) and tokens and tokens[-1].end == stop and tokens[-1].kind in {"w", "n"}:
        tokens.pop()
    return tokens


def _gap(space: str) -> int:
    seen = space if space.isspace() else space.translate(_INVISIBLE)
    return min(1 + seen.count("\n"), 3) if seen else 0


class Cursor:
    """A place in the tokens of a window of text, which are read as they are asked for.

    Args:
        text: the whole text.
        start: offset at which the window begins.
        width: characters of the window.
    """

    __slots__ = ("_behind", "_chunk", "_stop", "_text", "at", "tokens")

    def __init__(self, text: str, start: int = 0, width: int = WINDOW) -> None:
        self._text = text
        self._behind = start
        self._stop = min(len(text), start + width)
        self._chunk = _CHUNK
        self.tokens: list[Token] = []
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token some places further, ``END`` behind the last."""
        index = self.at + ahead
        try:
            return self.tokens[index]
        except IndexError:
            return self._read(index)

    def _read(self, index: int) -> Token:
        while len(self.tokens) <= index and self._behind < self._stop:
            stop = min(self._behind + self._chunk, self._stop)
            found = tokenise(self._text, self._behind, stop)
            if found:
                self.tokens += found
                self._behind = found[-1].end
            elif stop == self._stop:
                self._behind = stop  # nothing but white space, or a token that the window cuts
            else:
                self._chunk *= 2  # a token longer than a chunk
        if index >= len(self.tokens):
            self.tokens += _PADDING  # so that looking there again raises nothing
        return self.tokens[index] if index < len(self.tokens) else END

    def glued(self, kinds: str) -> bool:
        """Whether the next tokens are of these kinds, one letter each, without white space before any of them."""
        for ahead, kind in enumerate(kinds):
            token = self.peek(ahead)
            if token.kind != kind or token.gap:
                return False
        return True
