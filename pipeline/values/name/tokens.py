"""„p.o. kierownika": the text as words, numbers, marks and line breaks, apart from spaCy's own tokens.

Names and functions are read from characters, so that a page's glued or split words do not depend on a tokenizer's exceptions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<number>\d+)|(?P<line>[^\S\n]*\n\s*)|(?P<mark>[^\s\w]|_)")

Kind = Literal["word", "number", "line", "mark"]


class Token(NamedTuple):
    """„kierownika": a piece of the text; ``low`` is its lower case, ``gap`` whether white space stands before it."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    gap: bool


def tokenize(text: str) -> list[Token]:
    r"""„Jan Nowak\nburmistrz" -> word, word, line, word; several line breaks in a row are one token."""
    found: list[Token] = []
    previous = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        piece = match.group()
        found.append(Token(piece, piece.lower(), start, end, match.lastgroup or "mark", start > previous))
        previous = end
    return found


def capital(token: Token) -> bool:
    """„Nowak", „NOWAK": a word that opens with a capital letter."""
    return token.kind == "word" and token.text[0].isupper()


def compound_end(tokens: Sequence[Token], i: int) -> int:
    """„finansowo-administracyjny": position behind a word at ``i`` and what a tight hyphen joins to it."""
    end = i + 1
    while end + 1 < len(tokens) and tokens[end].text == "-" and not (tokens[end].gap or tokens[end + 1].gap):
        if tokens[end + 1].kind != "word":
            break
        end += 2
    return end


def single_break(token: Token) -> bool:
    """A line break inside a paragraph: one, not an empty line."""
    return token.kind == "line" and token.text.count("\n") == 1


def broken_end(tokens: Sequence[Token], end: int) -> int:
    """„Szcze- / panik", „Kot- / Lis": position behind the rest of a word that a hyphen at a line's end parts before ``end``."""
    rest = tokens[end : end + 3]
    broken = len(rest) == 3 and rest[0].text == "-" and not rest[0].gap and single_break(rest[1]) and rest[2].kind == "word"
    return end + 3 if broken else end


def printed(tokens: Sequence[Token], i: int, end: int) -> str:
    """The characters of tokens ``i`` to ``end``, any white space as one space, words that a line's end parts made whole."""
    text = ""
    for n in range(i, end):
        token = tokens[n]
        if token.text == "-" and broken_end(tokens, n) > n:
            text += "" if tokens[n + 2].text.islower() else "-"
        elif token.kind == "line":
            text += "" if n > i and broken_end(tokens, n - 1) > n - 1 else " "
        else:
            text += f" {token.text}" if token.gap and n > i and tokens[n - 1].kind != "line" else token.text
    return text
