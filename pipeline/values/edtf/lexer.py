"""Text -> atoms: one pass, one dictionary look-up a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.values.edtf.lexicon import Atom, atoms
from pipeline.values.edtf.wordyears import with_word_years

_TOKEN: Final = re.compile(
    r"\d{1,2}(?=['’-]?(?:szego|szym|szy|tego|tym|ciego|cim|ego|emu|go|ty|ci|gi|my|ym|im|mu|tych|tymi|te)(?![^\W_]))"
    r"['’-]?[^\W\d_]{2,5}|\d+|[^\W\d]+|\n|[^\w\s]"
)
"""„11-go" and „18tego" are one token, else digits, letters, a line break or one sign."""
_OTHER = Atom("x")
_PLURAL: Final = ("tych", "tymi", "te")
_CACHED = 200_000
"""tokens"""
_GLUED_AFTER_NUMBER = frozenset("rJMmlk")
"""„2012r.", „14kwietnia": what pages glue to a number; anything else glued makes it a code („12b", „4K")."""
_GLUED_BEFORE_NUMBER = frozenset("Mm")
_NUMBERS = frozenset("abchYo")


@dataclass(slots=True)
class Atoms:
    """„do maja 2011 roku" -> kinds "dMYr" with the characters and the value of each atom."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[Atom]


class _Printed(dict[str, Atom]):
    """Printed token -> atom; fills itself, and starts anew before it grows without end."""

    def __missing__(self, token: str) -> Atom:
        known = atoms()
        atom = known.get(token) or known.get(token.lower()) or _unlisted(token)
        if len(self) >= _CACHED:
            self.clear()
        self[token] = atom
        return atom


@lru_cache(maxsize=1)
def _printed_forms() -> _Printed:
    return _Printed()


@lru_cache(maxsize=1)
def lex(text: str) -> Atoms:
    """All atoms of a text; words that dates are not made of have the kind "x". Dates and durations read the same atoms."""
    table = _printed_forms()
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Atom] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < end:
            continue  # the dot of an abbreviation
        token = match.group()
        glued = start == end and start > 0
        end = match.end()
        atom = table[token]
        if atom.dotted:
            if text.startswith(".", end):
                end += 1
            elif atom.needs_dot:
                atom = _OTHER
        kind = atom.kind
        if glued and kinds:
            kind = _glue(kinds, kind, token, text[start - 1])
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
        values.append(atom)
    return with_word_years(Atoms(text, "".join(kinds), starts, ends, values))


def _unlisted(token: str) -> Atom:
    """„11-go" -> ordinal 11; anything else is no atom."""
    if not token[0].isdigit() or token[-1].isdigit():
        return _OTHER
    number = int(re.match(r"\d+", token).group())  # type: ignore[union-attr]
    if token.endswith(_PLURAL):  # „w latach 90-tych"
        return Atom("p", number) if number >= 20 and number % 10 == 0 else _OTHER
    return Atom("o", number) if 1 <= number <= 31 else _OTHER


def _glue(kinds: list[str], kind: str, token: str, before: str) -> str:
    """The kind of a token that follows its neighbour without a space; marks codes on both sides."""
    digits, left_digits = token[0].isdigit(), before.isdigit()
    letters = token[0].isalpha() or token[0] == "_"
    left_letters = before.isalpha() or before == "_"
    if letters and left_digits:
        if kind in _GLUED_AFTER_NUMBER and kinds[-1] in _NUMBERS:
            return kind
    elif digits and left_letters:
        if kinds[-1] in _GLUED_BEFORE_NUMBER:
            return kind
    else:
        return kind
    kinds[-1] = "x"
    return "x"
