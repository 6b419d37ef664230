"""„… [w Grodzisku Mazowieckim]", „… [Legionowo]", „… [im. dr. L. Błażka]": what may follow the head of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.base import chars_of, spans_of, value_of
from pipeline.annotate.organizations.lexicon import continues, head_kind, is_namesake, lemmas, lexicon
from pipeline.text import QUOTES, squash
from pipeline.values import morph
from pipeline.values.body import legal_tail
from pipeline.values.place.gazetteer import names_with_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

_GAP = r"(?:[ \u00a0]{1,2}|[ \u00a0]?\n)"
_IN = re.compile(rf"{_GAP}we?{_GAP}", re.IGNORECASE)
_NEXT = re.compile(rf"{_GAP}")
_WORD = re.compile(r"\w+(?:-\w+)?")
_PATRON = re.compile(rf"{_GAP}(?:im\.?[ \u00a0]?|imienia[ \u00a0])", re.IGNORECASE)
_PATRON_WORD = re.compile(r"[ \u00a0]?(?:i[ \u00a0])?(\w+(?:-\w+)?)(\.?)")
_NUMBER = re.compile(rf"{_GAP}[Nn]r\.?[ \u00a0]?\d{{1,3}}")
_QUOTED = re.compile(rf"{_GAP}?[{QUOTES}]{{1,2}}([^{QUOTES}\s][^{QUOTES}\n]{{0,38}}[^{QUOTES}\s])[{QUOTES}]{{1,2}}")
_VOIVODESHIP = re.compile(rf"{_GAP}[Ww]ojewództwa{_GAP}")
_MAX_WORDS = 9
"""words behind the head; longer names are rare and run into the sentence"""


_SMALL = frozenset({"w", "we", "i", "z", "ze", "nad", "pod", "im", "dla", "ds", "oraz", "do", "na"})


class PlaceAt(NamedTuple):
    """A place that begins at a character."""

    end: int
    name: str
    level: str
    terc: str | None = None


class Places:
    """The document's places by where they begin."""

    def __init__(self, doc: Doc) -> None:
        self._at: dict[int, PlaceAt] = {}
        for span in spans_of(doc, "places"):
            start, end = chars_of(span)
            value = value_of(span)
            known = self._at.get(start)
            if known is None or end > known.end:
                self._at[start] = PlaceAt(end, value["name"], value["kind"], value.get("terc"))

    def at(self, start: int) -> PlaceAt | None:
        """The place that begins at ``start``."""
        return self._at.get(start)


def tidy(text: str) -> str:
    """„w  GRODZISKU MAZOWIECKIM" -> „w Grodzisku Mazowieckim": one space, capitals of a heading undone."""
    text = squash(text)
    if not (letters := [c for c in text if c.isalpha()]) or not all(c.isupper() for c in letters):
        return text
    return re.sub(r"\w+", lambda m: m.group().lower() if m.group().lower() in _SMALL else m.group().capitalize(), text)


def place_tail(text: str, end: int, places: Places, *, beside: bool) -> tuple[int, str | None]:
    """Where the place that follows a name ends, and its nominative; ``end`` and None where none follows.

    Args:
        text: the text.
        end: one past the last character of the name.
        places: places of the document.
        beside: whether the place may follow without a preposition („Urząd Gminy Zakrzewo").
    """
    match = _IN.match(text, end)
    if match:
        place = places.at(match.end())
        unknown = _locative(text, match.end())
        if place is not None:  # „w Nowej Rudzie Dolnej": a guess from the first word alone is no town
            longer = unknown is not None and unknown > place.end and place.terc is None
            return (unknown or place.end, None) if longer else (place.end, place.name)
        return (unknown, None) if unknown else (end, None)
    match = _NEXT.match(text, end) if beside else None
    place = places.at(match.end()) if match else None
    if place is not None and place.level == "gmina":
        return place.end, place.name
    return end, None


def town_end(text: str, start: int, places: Places) -> int | None:
    """Where a town that begins at ``start`` ends, by the gazetteer or its locative („Cycowie, [Ludwinie]"); None for none."""
    place = places.at(start)
    return place.end if place is not None else _registered(text, start) or _locative(text, start)


def _registered(text: str, start: int) -> int | None:
    """„w Turku, [Kole] i Koninie": in a list of towns the locative of a municipality is one, though it is a common word too."""
    first = _WORD.match(text, start)
    second = _WORD.match(text, first.end() + 1) if first is not None else None
    ends = [m.end() for m in (second, first) if m is not None]
    return next((end for end in ends if any(case == "loc" for _, case in names_with_form(text[start:end]))), None)


def _locative(text: str, start: int) -> int | None:
    """„w Czaplach Wielkich", „w Nowej Rudzie Dolnej": capitalised words in the locative that no gazetteer holds."""
    end = None
    position = start
    described = False
    for _ in range(3):
        match = _WORD.match(text, position)
        if match is None or not match.group()[0].isupper() or legal_tail(text, position - 1) > position - 1:
            break
        readings = [*morph.analyse(match.group()), *morph.analyse(match.group().lower())]
        locatives = [r for r in readings if r.case == "loc"]
        adjective = any(r.pos == "adj" for r in locatives)
        known = adjective or any(morph.GEOGRAPHIC in r.labels or (described and r.pos == "subst") for r in locatives)
        if not known and (readings or not _UNKNOWN_TOWN.fullmatch(match.group())):
            break
        described = adjective and end is None
        end = match.end()
        position = end + 1
    return end


_UNKNOWN_TOWN = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,}(?:ie|ach|[sc]ku|ku|cu|ej|[yi]m|[yi]ch|niu|le|rze|c[ye])")
"""„w Drezdenkowie": a word that the dictionary lacks, with an ending of a town's locative"""


def voivodeship_tail(text: str, end: int, places: Places) -> tuple[int, str | None]:
    """„[Urząd Marszałkowski] Województwa Pomorskiego": where it ends, and the voivodeship."""
    match = _VOIVODESHIP.match(text, end) or _NEXT.match(text, end)
    place = places.at(match.end()) if match else None
    if place is not None and place.level == "województwo":
        return place.end, place.name
    return end, None


def name_tail(text: str, end: int, *, namesakes: bool = True) -> int:
    """„[Zakład] Gospodarki Komunalnej i Mieszkaniowej nr 2 im. Jana Nowaka": where the words that belong to a name end.

    Args:
        text: the text.
        end: one past the last character of the head.
        namesakes: whether the name may go on with a person's („Muzeum Jana Kochanowskiego"); „Sąd Najwyższy" bears none.
    """
    connectors = set(lexicon()["parts"]["connectors"]) - {"w", "we"}
    for _ in range(_MAX_WORDS):
        for pattern in (_NUMBER, _QUOTED):
            match = pattern.match(text, end)
            if match:
                end = match.end()
        patron = _patron(text, end)
        if patron != end:
            return patron
        following = _continuation(text, end, connectors, namesakes=namesakes)
        if following == end:
            return end
        end = following
    return end


def _continuation(text: str, end: int, connectors: set[str], *, namesakes: bool) -> int:
    if legal_tail(text, end) > end:
        return end
    position, come_from = end, False
    for step in range(3):
        gap = _NEXT.match(text, position)
        match = _WORD.match(text, gap.end()) if gap else None
        if match is None:
            return end
        word = match.group()
        if word[0].isupper():
            other = (is_namesake(word) and not namesakes) or (come_from and _is_town(word))
            return match.end() if not other and _belongs(text, end, word, joined=step > 0) else end
        if word not in connectors:
            return end
        come_from = word in {"z", "ze"}
        position = match.end() + (text[match.end() : match.end() + 1] == ".")
    return end


def _is_town(word: str) -> bool:
    """„z [Nakła]": a place's name, not what a body has („z Oddziałami Integracyjnymi")."""
    readings = morph.analyse(word)
    return not readings or any(morph.GEOGRAPHIC in r.labels and r.case == "gen" for r in readings)


def _belongs(text: str, end: int, word: str, *, joined: bool) -> bool:
    """Whether a capitalised word goes on with the name that ends at ``end``; ``joined`` by „i" or another small word."""
    if joined and lemmas(word) & set(lexicon()["parts"]["coordinated"]):
        return True
    if not joined and _is_governed(text, end, word):
        return True
    begins = joined and head_kind(word) is not None and _is_nominative(word)
    return continues(word) and not begins and not word.isupper() | word[0].isdigit()


def _is_governed(text: str, end: int, word: str) -> bool:
    """„Gospodarowania [Odpadami]": a noun that asks for the instrumental stands before."""
    before = _LAST.search(text, max(0, end - _LAST_REACH), end)
    governs = before is not None and bool(lemmas(before.group()) & set(lexicon()["parts"]["governing"]))
    return governs and any(r.case == "inst" for r in morph.analyse(word.lower()))


_LAST = re.compile(r"\w+$")
_LAST_REACH = 20
"""characters: the longest noun that governs the next"""


def _is_nominative(word: str) -> bool:
    return any(r.case == "nom" for r in morph.analyse(word.lower()))


def _patron(text: str, end: int) -> int:
    """„im. dra L. Błażka": the patron belongs to the name."""
    match = _PATRON.match(text, end)
    if match is None:
        return end
    titles = set(lexicon()["parts"]["titles"])
    position, last = match.end(), end
    for _ in range(6):
        word = _PATRON_WORD.match(text, position)
        if word is None:
            break
        printed = word.group(1)
        initial = len(printed) == 1 and printed.isupper() and word.group(2) == "."
        if initial or printed.lower() in titles:
            position = word.end()
            continue
        if not printed[0].isupper():
            break
        position = last = word.end(1)
    return last
