"""Text -> atoms: one pass, one dictionary look-up a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf import guards
from pipeline.values.edtf.lexicon import Atom, atoms
from pipeline.values.edtf.wordyears import with_word_years

if TYPE_CHECKING:
    from collections.abc import Collection

_TOKEN: Final = re.compile(
    r"(\d{1,2}(?=['’-]?(?:szego|szym|szy|tego|tym|ciego|cim|ego|emu|go|ty|ci|gi|my|ym|im|mu|tych|tymi|te)(?![^\W_]))"
    r"['’-]?[^\W\d_]{2,5}|\d+|[^\W\d]+|\n|[^\w\s])"
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
_SIGNS: Final = frozenset(',.-–—:;/()\n"„”%')
"""what stands beside words and numbers without a blank and makes no codes"""
_kind: Final = itemgetter(Atom._fields.index("kind"))
_dotted: Final = itemgetter(Atom._fields.index("dotted"))


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
        if watched := guards.watch(token):
            atom = atom._replace(watch=watched)
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
    parts = _TOKEN.split(text)  # what lies between, a token, what lies between, …
    tokens = parts[1::2]
    places = list(accumulate(map(len, parts)))
    values = list(map(_printed_forms().__getitem__, tokens))
    found = Atoms(text, "".join(map(_kind, values)), places[:-1:2], places[1::2], values)
    dotted = [i for i, dot in enumerate(map(_dotted, values)) if dot]
    dots = _dots(found, tokens, dotted) if dotted else ()
    gaps = parts[2:-1:2]
    touching = [i for i, gap in enumerate(gaps, 1) if not gap and tokens[i] not in _SIGNS] if "" in gaps else ()
    if touching:
        _unglued(found, touching)
    if dots:
        _without(found, dots)
    return with_word_years(found)


def _dots(found: Atoms, tokens: list[str], dotted: list[int]) -> list[int]:
    """The atoms that are dots of abbreviations („br."), now part of these; one that needs a dot and has none is no atom."""
    starts, ends, values = found.starts, found.ends, found.values
    kinds = list(found.kinds)
    dots = []
    for at in dotted:
        if tokens[at + 1 : at + 2] == ["."] and starts[at + 1] == ends[at]:
            ends[at] += 1
            dots.append(at + 1)
        elif values[at].needs_dot:
            values[at] = values[at]._replace(kind=_OTHER.kind)
            kinds[at] = _OTHER.kind
    found.kinds = "".join(kinds)
    return dots


def _without(found: Atoms, dropped: Collection[int]) -> None:
    kept = [1] * len(found.values)
    for at in dropped:
        kept[at] = 0
    found.kinds = "".join(compress(found.kinds, kept))
    found.starts, found.ends = list(compress(found.starts, kept)), list(compress(found.ends, kept))
    found.values = list(compress(found.values, kept))


def _unglued(found: Atoms, touching: Collection[int]) -> None:
    """Marks what digits and letters without a blank between them make: codes, but for „2012r." and „14kwietnia"."""
    kinds, text = list(found.kinds), found.text
    for at in touching:
        start = found.starts[at]
        _glue(kinds, at, text[start - 1], text[start])
    found.kinds = "".join(kinds)


def _unlisted(token: str) -> Atom:
    """„11-go" -> ordinal 11; anything else is no atom."""
    if not token[0].isdigit() or token[-1].isdigit():
        return _OTHER
    number = int(re.match(r"\d+", token).group())  # type: ignore[union-attr]
    if token.endswith(_PLURAL):  # „w latach 90-tych"
        return Atom("p", number) if number >= 20 and number % 10 == 0 else _OTHER
    return Atom("o", number) if 1 <= number <= 31 else _OTHER


def _glue(kinds: list[str], at: int, before: str, first: str) -> None:
    """The kind of an atom that follows its neighbour without a blank; marks codes on both sides."""
    if before.isdigit() and (first.isalpha() or first == "_"):
        if kinds[at] in _GLUED_AFTER_NUMBER and kinds[at - 1] in _NUMBERS:
            return
    elif first.isdigit() and (before.isalpha() or before == "_"):
        if kinds[at - 1] in _GLUED_BEFORE_NUMBER:
            return
    else:
        return
    kinds[at - 1] = kinds[at] = "x"
