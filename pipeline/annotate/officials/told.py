"""„Komisji Rewizyjnej", „Zespołem Szkół w Kole": the bodies that phrases and lists name beside a person."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.complement import Walk
from pipeline.text import fold, squash
from pipeline.values.inflect import inflect
from pipeline.values.name import nominative
from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.tokens import capital

if TYPE_CHECKING:
    from collections.abc import Container

    from pipeline.annotate.officials.board import Board

_REACH = 12
"""tokens of a body's name before a verb"""
_BEFORE = 3
"""adjectives before a body's noun („Miejska Komisja Wyborcza")"""


class Told(NamedTuple):
    """A body: tokens ``first`` to ``last`` (exclusive), its name in two cases, the noun of who heads it."""

    first: int
    last: int
    nominative: str
    genitive: str
    noun: str


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, list[str]]]:
    data = tomllib.loads(resources.files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    return {key: data[key] for key in ("heads", "director", "not")}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """„komisja" -> "przewodniczący": bodies and who heads them."""
    return {lemma: noun for noun, lemmas in _data()["heads"].items() for lemma in lemmas}


def _has(printed: str, section: str) -> bool:
    """Whether a word of a section's list opens a word of a body's name."""
    return any(f" {word}" in f" {fold(printed)}" for word in _data()[section]["words"])


class TellsBodies:
    """Reads bodies in one text by the grammar of a function's complement."""

    def __init__(self, board: Board) -> None:
        self.tokens, self.text = board.tokens, board.text
        self._walk = Walk(board.tokens, board.text, frozenset(board.opens))

    def ending(self, end: int, cases: Container[str]) -> Told | None:
        """The longest body that ends right before token ``end``."""
        for i in range(max(0, end - _REACH), end):
            if any(t.kind == "line" or t.text in {".", ";", ":"} for t in self.tokens[i:end]):
                continue
            body = self._at(i, cases)
            if body is not None and body.last == end:
                return body
        return None

    def opening(self, start: int, cases: Container[str]) -> Told | None:
        """The body that opens at token ``start``, adjectives before its noun included."""
        for i in range(start, min(start + _BEFORE, len(self.tokens))):
            body = self._at(i, cases)
            if body is not None:
                return body if body.first == start else None
        return None

    def _at(self, i: int, cases: Container[str]) -> Told | None:
        """The body whose noun stands at ``i``."""
        token = self.tokens[i]
        if token.kind != "word":
            return None
        found = [r for r in readings_of(token.text) if r.pos == "subst" and r.lemma in _nouns() and r.case in cases]
        heads = {(r.case, r.number, r.gender) for r in found if r.case and r.number and r.gender}
        if not heads:
            return None
        last = self._walk.complement(i + 1, heads)
        first = i
        while first > 0 and i - first < _BEFORE and self._adjective(first - 1, heads):
            first -= 1
        printed = squash(self.text[self.tokens[first].start : self.tokens[last - 1].end])
        if self._opens_sentence(first) and not any(capital(t) for t in self.tokens[first + 1 : last]):
            printed = printed[:1].lower() + printed[1:]
        if _has(printed, "not"):
            return None
        name = nominative(printed, "organization")
        genitive = printed if cases == ("gen",) else min(inflect(name)["gen"])
        noun = "dyrektor" if _has(printed, "director") else _nouns()[found[0].lemma]
        return Told(first, last, name, genitive, noun)

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or self.tokens[i - 1].kind == "line" or self.tokens[i - 1].text in {".", "!", "?"}

    def _adjective(self, i: int, heads: set[tuple[str, str, str]]) -> bool:
        token = self.tokens[i]
        return token.kind == "word" and capital(token) and any(adjective_in(token.text, *head) for head in heads)
