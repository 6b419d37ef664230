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


def tokenise(text: str, position: int = 0, width: int = WINDOW) -> list[Token]:
    """„PN – N 18001" -> PN, -, N, 18001 from ``position`` on, at most ``width`` characters of text.

    A token that the window's edge cuts is left out.
    """
    stop = min(len(text), position + width)
    tokens: list[Token] = []
    at, make, append = position, tuple.__new__, tokens.append
    for space, word, number, sign in _TOKEN.findall(text, position, stop):
        printed = word or number or sign
        start = at + len(space)  # before the invisible characters go
        at = start + len(printed)
        kind = "w" if word else "n" if number else _KINDS.get(sign, sign)
        if space and not space.isspace():
            space = space.translate(_INVISIBLE)  # noqa: PLW2901
        gap = min(1 + space.count("\n"), 3) if space else 0
        append(make(Token, (kind, printed, start, at, gap)))  # half the time of Token(…), which counts here
    if stop < len(text) and tokens and tokens[-1].end == stop and tokens[-1].kind in {"w", "n"}:
        tokens.pop()
    return tokens


class Cursor:
    """A place in a list of tokens."""

    __slots__ = ("at", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens + _PADDING
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token at most five places further, ``END`` behind the last."""
        return self.tokens[self.at + ahead]

    def glued(self, kinds: str) -> bool:
        """Whether the next tokens are of these kinds, one letter each, without white space before any of them."""
        at = self.at
        for kind in kinds:
            token = self.tokens[at]
            if token.kind != kind or token.gap:
                return False
            at += 1
        return True
