"""„ds. przedsiębiorczości i ochrony klimatu", „Oddziału Dolnośląskiego Polskiej Izby": how far a function's name reaches.

A small grammar over tokens, left to right, each token looked at once: adjectives that agree with the function, then noun phrases in
the genitive, "ds." with what follows it, names of institutions with their town, quotes, legal forms, acronyms. It stops where a person's
name opens, at another function, at a verb, at a line's end.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.officials.lexicon import forms
from pipeline.text import QUOTES
from pipeline.values import morph
from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.recognise import is_first_name
from pipeline.values.name.tokens import Token, capital, single_break

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ACRONYM = re.compile(r"(?:[A-ZĄĆĘŁŃÓŚŹŻ]{2,8}|[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,4}[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,3})$")
_LEGAL = re.compile(r"(?:[Ss]p(?:ółka|\.)? ?z ?o\. ?o\.|S\. ?A\.|[Ss]p\. ?[jkp]\.|SA\b|S\.C\.|s\.c\.)")
_ROMAN = re.compile(r"[IVX]+$")
_NOMINAL = frozenset({"subst", "adj", "ger", "ppas", "pact", "num", "depr"})
_AFFAIRS = frozenset({"ds", "dz"})
_TIME = frozenset(
    {
        "dnia",
        "roku",
        "r",
        "godziny",
        "lat",
        "miesiąca",
        "tygodnia",
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
    }
    | {"lipca", "sierpnia", "września", "października", "listopada", "grudnia", "razem", "pana", "pani", "państwa", "panów"}
    | {"tego", "tej", "tych", "swojego", "swojej", "swoich", "jego", "jej", "ich", "którego", "której", "których", "co", "nas"}
    | {"był", "była", "to", "jak", "jako", "też", "także", "również", "obok", "podczas", "wraz", "dzięki", "z", "po", "on"}
)
_PLACES = frozenset({"w", "we", "przy", "na"})
_NAMED = frozenset(
    {"miasta", "gminy", "powiatu", "województwa", "spółki", "firmy", "miejscowości", "przedsiębiorstwa", "klubu", "banku"}
    | {"miastu", "gminie", "zakładu", "grupy", "fundacji", "stowarzyszenia", "sołectwa", "osiedla", "hotelu", "tygodnika"}
)
"""Nouns after which a name may stand uninflected („Burmistrz Miasta Ostrów Mazowiecka", „prezes spółki Wodociągi")."""
MAX_TOKENS = 32
"""tokens; the longest function read so far has 17"""


class Complement(NamedTuple):
    """Where a function's name ends: position behind its last token, and how many tokens after the head only agree with it."""

    last: int
    agreeing: int


@lru_cache(maxsize=50_000)
def is_genitive(word: str) -> bool:
    """„ochrony", „Miasta": a nominal form that can be a genitive."""
    return any(r.case == "gen" and r.pos in _NOMINAL for r in readings_of(word))


@lru_cache(maxsize=50_000)
def _nominal(word: str, case: str) -> bool:
    return any(r.case == case and r.pos in _NOMINAL for r in readings_of(word))


@lru_cache(maxsize=50_000)
def _geographic(word: str) -> bool:
    return any(morph.GEOGRAPHIC in r.labels for r in readings_of(word))


class Walk:
    """One pass behind a function's head noun."""

    def __init__(self, tokens: Sequence[Token], text: str, people: frozenset[int]) -> None:
        self.tokens = tokens
        self.text = text
        self.people = people

    def complement(self, i: int, readings: Iterable[tuple[str, str, str]]) -> Complement:
        """The complement of a head that ends before token ``i``.

        Args:
            i: index of the first token behind the head.
            readings: case, number (sg, pl) and gender (m1, f) of each way in which the head can be read.
        """
        start = i
        i = max((self._adjectives(start, *reading) for reading in readings), default=start)
        agreeing = i - start
        tokens, end = self.tokens, i
        affairs = named = False
        while i < len(tokens) and i - start < MAX_TOKENS:
            step, affairs, named = self._step(i, affairs=affairs, named=named, first=i == start)
            if step == i:
                break
            i = end = step
        return Complement(self._trimmed(start, end), agreeing)

    def _adjectives(self, i: int, case: str, number: str, gender: str) -> int:
        """„gnieźnieński", „prasowa": position behind the adjectives that agree with the head."""
        tokens = self.tokens
        while self._word(i) and tokens[i].low not in _TIME and adjective_in(tokens[i].text, case, number, gender):
            i += 1
        return i

    def _word(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].kind == "word" and i not in self.people and self._free(i)

    def _free(self, i: int) -> bool:
        """Not another function in the nominative singular, which would open a new phrase („wójt gminy i starosta")."""
        low = self.tokens[i].low
        found = forms().get(low, ())
        return all(f.case != "nom" or f.number != "sg" for f in found) or any(f.case == "gen" and f.lemma != low for f in found)

    def _step(self, i: int, *, affairs: bool, named: bool, first: bool) -> tuple[int, bool, bool]:
        """One constituent from ``i``: the position behind it (``i`` where the complement ends) and the state after it."""
        token = self.tokens[i]
        if i in self.people:
            return i, affairs, named
        opened = self._affairs(i)
        if opened > i:
            return opened, True, False
        if token.kind == "line":
            return self._wrapped(i), affairs, named
        if token.text in QUOTES and token.text not in "'’`":
            return self._quoted(i), affairs, False
        legal = self._legal(i)
        if legal > i:
            return legal, affairs, False
        if token.low in {"im", "imienia"}:
            return self._patron(i), affairs, False
        if token.kind == "word":
            return self._noun(i, affairs=affairs, named=named, first=first)
        if token.kind == "number":
            return (i + 1 if self.tokens[i - 1].low in {"nr", "numer"} else i), affairs, named
        if affairs and token.text == ",":
            return self._list(i), affairs, named
        if token.text in "-–" and not first:
            return self._dash(i), affairs, named
        return i, affairs, named

    def _affairs(self, i: int) -> int:
        """Behind „ds.", „d/s", „do spraw" """
        tokens = self.tokens
        low = [t.low for t in tokens[i : i + 4]]
        if low[:1] and low[0] in _AFFAIRS:
            return i + 2 if low[1:2] == ["."] else i + 1
        if low[:2] == ["do", "spraw"]:
            return i + 2
        if low[:1] == ["d"] and low[2:3] == ["s"] and low[1] in {".", "/"}:
            return i + 4 if low[3:4] == ["."] else i + 3
        return i

    def _noun(self, i: int, *, affairs: bool, named: bool, first: bool) -> tuple[int, bool, bool]:
        tokens = self.tokens
        token = tokens[i]
        if token.low in _TIME and not (capital(token) and affairs and token.low == "z"):
            return (self._with(i) if affairs and token.low == "z" else i), affairs, named
        if token.low in _PLACES:
            return self._place(i, affairs=affairs), affairs, False
        if token.low in {"i", "oraz", "a"}:
            return self._list(i), affairs, named
        if token.low == "nr":
            return (i + 2 if i + 1 < len(tokens) and tokens[i + 1].text == "." else i + 1), affairs, named
        if not self._free(i):
            return i, affairs, named
        if _ACRONYM.match(token.text) or (_ROMAN.match(token.text) and not first):
            return i + 1, affairs, False
        if is_genitive(token.text):
            return i + 1, affairs, token.low in _NAMED or (named and capital(token))
        if capital(token) and (named or (not first and capital(tokens[i - 1]) and not is_first_name(token.text))):
            known = named or _geographic(token.text) or not morph.analyse(token.text)
            return (i + 1 if known or _nominal(token.text, "nom") else i), affairs, named
        if affairs and _nominal(token.text, "dat") and capital(token) == capital(tokens[i - 1]):
            return i + 1, affairs, named  # „ds. przeciwdziałania zagrożeniom"
        if affairs and not capital(token) and not readings_of(token.text):
            return i + 1, affairs, named
        return i, affairs, named

    def _place(self, i: int, *, affairs: bool) -> int:
        """„w Żyrardowie", „przy Wojewodzie", „w CJM": a preposition counts where a proper name follows it."""
        j = i + 1
        if not self._word(j):
            return i
        token = self.tokens[j]
        if _ACRONYM.match(token.text):
            return j + 1
        if capital(token) and (_nominal(token.text, "loc") or not readings_of(token.text)):
            while self._word(j + 1) and capital(self.tokens[j + 1]) and _nominal(self.tokens[j + 1].text, "loc"):
                j += 1
            return j + 1
        if affairs and _nominal(token.text, "loc") and not capital(token) and token.low not in _TIME:
            return j + 1
        return i

    def _with(self, i: int) -> int:
        """„ds. współpracy z zagranicą": inside "ds." the preposition and its noun."""
        j = i + 1
        return j + 1 if self._word(j) and _nominal(self.tokens[j].text, "inst") and not capital(self.tokens[j]) else i

    def _list(self, i: int) -> int:
        """„i ochrony klimatu", „, sportu i turystyki": a conjunction counts where another genitive follows that is no function."""
        j = i + 1
        if not self._word(j) or self.tokens[j].low in forms() or self.tokens[j].low in _TIME:
            return i
        if not is_genitive(self.tokens[j].text) or is_first_name(self.tokens[j].text):
            return i
        if self.tokens[i].text != ",":
            return j
        later = self.tokens[j + 1 : j + 7]
        cut = next((n for n, t in enumerate(later) if t.kind in {"line", "mark"} and t.text != ","), len(later))
        return j if any(t.low in {"i", "oraz"} for t in later[:cut]) else i

    def _dash(self, i: int) -> int:
        """„Kujawsko-Pomorskiego", „Handlu Zagranicznego - Certyfikacja": a tight dash between words, or one before a capital."""
        tokens = self.tokens
        if i + 1 >= len(tokens) or tokens[i + 1].kind != "word" or i + 1 in self.people or tokens[i + 1].low in forms():
            return i
        tight = not tokens[i].gap and not tokens[i + 1].gap
        return i + 2 if tight and capital(tokens[i + 1]) == capital(tokens[i - 1]) else i

    def _wrapped(self, i: int) -> int:
        """A line break that only wraps a long line inside a name („Polskiej Izby Handlu / Zagranicznego")."""
        tokens = self.tokens
        if not single_break(tokens[i]) or not self._word(i + 1) or i == 0:
            return i
        opens = self.text.rfind("\n", 0, tokens[i].start) + 1
        goes_on = is_genitive(tokens[i + 1].text) or tokens[i + 1].low in _PLACES
        return i + 1 if tokens[i].start - opens >= 60 and goes_on and tokens[i + 1].low not in forms() else i

    def _quoted(self, i: int) -> int:
        for j in range(i + 1, min(i + 9, len(self.tokens))):
            if self.tokens[j].kind == "line":
                return i
            if self.tokens[j].text in QUOTES:
                return j + 1 if j > i + 1 else i
        return i

    def _legal(self, i: int) -> int:
        match = _LEGAL.match(self.text, self.tokens[i].start)
        if not match:
            return i
        j = i
        while j < len(self.tokens) and self.tokens[j].start < match.end():
            j += 1
        return j

    def _patron(self, i: int) -> int:
        """„im. Jana Pawła II": the patron's name in the genitive, as far as capitals and titles go."""
        j = i + 1
        while j < len(self.tokens) and j - i < 10:
            token = self.tokens[j]
            if j in self.people and j > i + 3:
                break
            if token.text == "." or (token.kind == "word" and (capital(token) or len(token.low) <= 4)):
                if capital(token) and len(token.text) > 1 and not (is_genitive(token.text) or _ROMAN.match(token.text)):
                    break
                j += 1
            else:
                break
        return j if j > i + 1 else i

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and (
            self.tokens[end - 1].low in {"i", "oraz", "a", "w", "we", "przy", "na", "z", ",", "-", "–"}
            or self.tokens[end - 1].kind == "line"
        ):
            end -= 1
        return end
