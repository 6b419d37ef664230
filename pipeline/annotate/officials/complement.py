"""„ds. przedsiębiorczości i ochrony klimatu", „Oddziału Dolnośląskiego Polskiej Izby": how far a function's name reaches.

A small grammar over tokens, left to right, each token looked at once: adjectives that agree with the function, then noun
phrases in the genitive, "ds." with what follows it, names of institutions with their town, quotes, legal forms, acronyms. It
stops where a person's name opens, at another function, at a verb, at a line's end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.officials.lexicon import forms
from pipeline.annotate.officials.towns import is_reversed, is_unknown_body, is_unknown_person, is_unknown_town
from pipeline.annotate.officials.words import (
    ABBREVIATED,
    AND,
    ENDINGS,
    NAMED,
    PLACES,
    TIME,
    is_acronym,
    is_genitive,
    is_geographic,
    is_nominal,
    is_verbal,
)
from pipeline.text import DASHES, QUOTES
from pipeline.values import morph
from pipeline.values.name.phrase import adjective_in, readings_of
from pipeline.values.name.recognise import is_first_name
from pipeline.values.name.titles import titles_end
from pipeline.values.name.tokens import Token, capital, compound_end, single_break

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEGAL = re.compile(r"(?:[Ss]p(?:ółka|\.)? ?z ?o\. ?o\.|S\. ?A\.|[Ss]p\. ?[jkp]\.|SA\b|S\.C\.|s\.c\.)")
_ROMAN = re.compile(r"[IVX]+$")
_TRAILING = AND | PLACES | {"z", ",", *DASHES}
MAX_TOKENS = 32
"""tokens; the longest function read so far has 17"""
_WRAPPED = 60
"""characters; a line at least this long was broken by its width, so a function may go on behind the break"""
_QUOTED = 9  # tokens; the longest quoted name of an institution that is followed


class Walk:
    """One pass behind a function's head noun."""

    def __init__(self, tokens: Sequence[Token], text: str, people: frozenset[int]) -> None:
        self.tokens = tokens
        self.text = text
        self.people = people
        self._affairs = False
        """whether "ds." was read: lists and datives may follow"""
        self._named = False
        """whether a noun was read after which a name may stand uninflected"""
        self._governed = False
        """whether a verbal noun was read that governs the instrumental („gospodarowania zasobami")"""
        self._start = 0

    def complement(self, i: int, readings: Iterable[tuple[str, str, str]]) -> int:
        """Position behind the complement of a head that ends before token ``i``.

        Args:
            i: index of the first token behind the head.
            readings: case, number (sg, pl) and gender (m1, f) of each way in which the head can be read.
        """
        i = self._elect(i)
        self._start, self._affairs, self._named, self._governed = i, False, False, False
        end = max((self._adjectives(i, *reading) for reading in readings), default=i)
        while end < len(self.tokens) and end - self._start < MAX_TOKENS and not self._person(end):
            reached = self._constituent(end)
            if reached == end:
                break
            end = reached
        return self._trimmed(end)

    def affairs(self, i: int) -> int:
        """Position behind „ds. jakości" from token ``i``; ``i`` itself where no such phrase opens there."""
        if i >= len(self.tokens) or self._ds(i) == i:
            return i
        return self.complement(i, ())

    def _elect(self, i: int) -> int:
        low = [t.low for t in self.tokens[i : i + 2]]  # „prezydent elekt", „burmistrz-elekt"
        return i + 1 if low[:1] == ["elekt"] else i + 2 if low in (["-", "elekt"], ["–", "elekt"]) else i

    def _person(self, i: int) -> bool:
        """Whether a name opens at ``i``, its titles before it („dyrektor szpitala dr n. med. Anna Lis")."""
        return i in self.people or titles_end(self.tokens, i, self.people) in self.people

    def _constituent(self, i: int) -> int:
        """Position behind the one constituent that opens at ``i``; ``i`` itself where none does."""
        first = (self._ds, self._abbreviated, self._break, self._quoted, self._legal, self._patron)
        for part in (*first, self._number, self._list, self._dash, self._place, self._with, self._noun):
            reached = part(i)
            if reached > i:
                return reached
        return i

    def _adjectives(self, i: int, case: str, number: str, gender: str) -> int:
        """„gnieźnieński", „prasowa": position behind the adjectives that agree with the head."""
        tokens = self.tokens
        while self._word(i) and tokens[i].low not in TIME:
            word = compound_end(tokens, i) - 1
            # „Starosta Zalesiński Jan Nowak": before a name even a capitalised local adjective is no surname
            text = tokens[word].low if self._person(word + 1) else tokens[word].text
            if not adjective_in(text, case, number, gender):
                break
            i = word + 1
        return i

    def _word(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].kind == "word" and i not in self.people and self._free(i)

    def _free(self, i: int) -> bool:
        """Not another function in the nominative singular, which would open a new phrase („wójt gminy i starosta")."""
        low = self.tokens[i].low
        found = forms().get(low, ())
        own = any(f.case == "gen" and f.lemma != low for f in found)
        return own or all(f.case != "nom" or f.number != "sg" for f in found)

    def _ds(self, i: int) -> int:
        """„ds.", „d/s", „do spraw"."""
        low = [t.low for t in self.tokens[i : i + 4]]
        end = i
        if low[0] in {"ds", "dz"}:
            end = i + 2 if low[1:2] == ["."] else i + 1
        elif low[:2] == ["do", "spraw"]:
            end = i + 2
        elif low[0] == "d" and low[2:3] == ["s"] and low[1] in {".", "/"}:
            end = i + 4 if low[3:4] == ["."] else i + 3
        if end > i:
            self._affairs, self._named = True, False
        return end

    def _abbreviated(self, i: int) -> int:
        """„m.st. Warszawy", „woj. śląskiego"; „m.in." is no town."""
        low = [t.low for t in self.tokens[i : i + 3]]
        capital_city = low[0] == "st" and self.tokens[i - 2].low == "m"
        return i + 2 if (low[0] in ABBREVIATED or capital_city) and low[1:2] == ["."] and low[2:] != ["in"] else i

    def _break(self, i: int) -> int:
        """A line break that only wraps a long line inside a name („Polskiej Izby Handlu / Zagranicznego")."""
        tokens = self.tokens
        if not single_break(tokens[i]) or i == 0 or not self._word(i + 1) or tokens[i + 1].low in forms():
            return i
        opens = self.text.rfind("\n", 0, tokens[i].start) + 1
        goes_on = is_genitive(tokens[i + 1].text) or tokens[i + 1].low in PLACES
        if goes_on and self._block(i):
            return i + 1
        return i + 1 if tokens[i].start - opens >= _WRAPPED and goes_on else i

    def _block(self, i: int) -> bool:
        """„PREZES / Regionalnej Izby Obrachunkowej / w Katowicach": a function that opens its line goes on over short ones."""
        tokens = self.tokens
        alone = self._start == 1 or tokens[self._start - 2].kind == "line"
        named = capital(tokens[i + 1]) or (i > self._start and tokens[i + 1].low in PLACES)
        return alone and named and tokens[i].start - tokens[self._start - 1].start < _WRAPPED * 2

    def _quoted(self, i: int) -> int:
        """„„Certyfikacja”": a name in quotes on one line."""
        if self.tokens[i].text not in QUOTES or self.tokens[i].kind != "mark":
            return i
        for j in range(i + 1, min(i + _QUOTED, len(self.tokens))):
            if self.tokens[j].kind == "line":
                return i
            if self.tokens[j].text in QUOTES:
                self._named = False
                # two marks make one („,,", „''"): an opening that closes at once is no name
                return j + 1 if j > i + 1 else i
        return i

    def _legal(self, i: int) -> int:
        """„Sp. z o.o.", „S.A."."""
        match = _LEGAL.match(self.text, self.tokens[i].start)
        j = i
        while match and j < len(self.tokens) and self.tokens[j].start < match.end():
            j += 1
        return j

    def _patron(self, i: int) -> int:
        """„im. Jana Pawła II": the patron's name in the genitive, as far as capitals and titles go."""
        if self.tokens[i].low not in {"im", "imienia"}:
            return i
        j = i + 1
        while j < len(self.tokens) and j - i < 10 and not (j in self.people and j > i + 3):
            token = self.tokens[j]
            title = token.text == "." or (token.kind == "word" and len(token.low) <= 4 and not capital(token))
            genitive = capital(token) and (len(token.text) == 1 or is_genitive(token.text) or bool(_ROMAN.match(token.text)))
            if not (title or genitive):
                break
            j += 1
        return j

    def _number(self, i: int) -> int:
        """„nr 5", „Nr 2"."""
        token, before = self.tokens[i], self.tokens[i - 1]
        if token.low in {"nr", "numer"}:
            return i + 2 if self.tokens[i + 1 : i + 2] and self.tokens[i + 1].text == "." else i + 1
        return i + 1 if token.kind == "number" and (before.low in {"nr", "numer"} or before.text == ".") else i

    def _list(self, i: int) -> int:
        """„i ochrony klimatu", „, sportu i turystyki": counts where a genitive follows that is neither function nor name."""
        low = self.tokens[i].low
        if (low not in AND and not (low == "," and self._affairs)) or not self._word(i + 1):
            return i
        token = self.tokens[i + 1]
        if token.low in forms() or token.low in TIME or is_first_name(token.text):
            return i
        if self._named and low != "," and capital(token) and capital(self.tokens[i - 1]):
            return i + 2  # „spółki Wodociągi i Kanalizacja"
        if not is_genitive(token.text):
            return i
        return i + 1 if low != "," or self._closing(i + 2) else i

    def _closing(self, i: int) -> bool:
        """Whether a list that goes on at ``i`` ends in „i" before the next mark."""
        for t in self.tokens[i : i + 6]:
            if t.low in {"i", "oraz"}:
                return True
            if t.kind in {"line", "mark"} and t.text != ",":
                return False
        return False

    def _dash(self, i: int) -> int:
        """„Kujawsko-Pomorskiego": a tight dash between two words of one sort."""
        tokens = self.tokens
        if tokens[i].text not in DASHES or i == self._start or not self._word(i + 1) or tokens[i + 1].low in forms():
            return i
        tight = not tokens[i].gap and not tokens[i + 1].gap
        if tight and is_acronym(tokens[i - 1].text) and tokens[i + 1].low in ENDINGS:
            return i + 2
        return i + 2 if tight and capital(tokens[i + 1]) == capital(tokens[i - 1]) else i

    def _place(self, i: int) -> int:
        """„w Żyrardowie", „w CJM": a preposition counts where a proper name follows, inside "ds." any locative."""
        if self.tokens[i].low not in PLACES or not self._word(i + 1):
            return i
        j = i + 1
        token = self.tokens[j]
        if self.tokens[i].low == "na" and token.low == "sejm":
            return j + 1  # „poseł na Sejm"
        proper = capital(token) and (is_nominal(token.text, "loc") or not readings_of(token.text))
        affair = self._affairs and is_nominal(token.text, "loc") and token.low not in TIME
        if is_acronym(token.text) or not (proper or affair):
            return j + 1 if is_acronym(token.text) else i
        while proper and self._word(j + 1) and capital(self.tokens[j + 1]) and is_nominal(self.tokens[j + 1].text, "loc"):
            j += 1
        self._named = False
        return j + 1

    def _with(self, i: int) -> int:
        """„ds. współpracy z zagranicą": inside "ds." the preposition and its noun."""
        if not self._affairs or self.tokens[i].low not in {"z", "ze"} or not self._word(i + 1):
            return i
        noun = self.tokens[i + 1]
        return i + 2 if is_nominal(noun.text, "inst") and not capital(noun) else i

    def _noun(self, i: int) -> int:
        """A noun or adjective in the genitive, an acronym, a name that does not inflect."""
        token = self.tokens[i]
        if not self._word(i) or token.low in TIME or token.low in AND or token.low in PLACES or self._ends_in_person(i):
            return i
        if is_acronym(token.text) or (_ROMAN.match(token.text) and i > self._start):
            return i + 1
        if is_genitive(token.text):
            self._named = token.low in NAMED or (self._named and capital(token))
            self._governed = is_verbal(token.text) or token.low == "gospodarki"
            return i + 1
        alike = i > self._start and capital(token) == capital(self.tokens[i - 1])
        if alike and self._governed and is_nominal(token.text, "inst"):
            return i + 1
        if self._affairs and ((alike and is_nominal(token.text, "dat")) or not (capital(token) or readings_of(token.text))):
            return i + 1  # „ds. przeciwdziałania zagrożeniom", a word that the dictionary lacks
        return i + (2 if self._town(i) else int(capital(token) and self._uninflected(i, alike=alike)))

    def _ends_in_person(self, i: int) -> bool:
        return is_reversed(self.tokens, i) or (i > self._start and is_unknown_person(self.tokens, i, self.people))

    def _town(self, i: int) -> bool:
        return i == self._start and i + 1 not in self.people and is_unknown_town(self.tokens, i)

    def _uninflected(self, i: int, *, alike: bool) -> bool:
        """„Miasta Ostrów Mazowiecka", „Izby Handlu Certyfikacja": a capitalised word that is no genitive."""
        word = self.tokens[i].text
        if i == self._start and is_unknown_body(self.tokens, i, self.people):
            return True
        if self._named:
            return True
        known = is_geographic(word) or not morph.analyse(word) or is_nominal(word, "nom")
        return alike and known and not is_first_name(word)

    def _trimmed(self, end: int) -> int:
        while end > self._start and (self.tokens[end - 1].low in _TRAILING or self.tokens[end - 1].kind == "line"):
            end -= 1
        return end
