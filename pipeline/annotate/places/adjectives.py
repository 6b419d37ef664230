"""„olsztyński magistrat", „starosta gnieźnieński", „województwa kujawsko – pomorskiego": places named by adjectives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.places.words import evidence, first_of, lemmas
from pipeline.text import DASHES
from pipeline.values.place import Adjectival, Unit, read_adjective, units_named
from pipeline.values.place.adjective import lemma_of
from pipeline.values.place.gazetteer import seat_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.values.trie import Word

_ADJECTIVE_END = re.compile(r"[scz](?:k(?:iego|iemu|imi|iej|ich|im|ie|i|a)|cy)$")
_DASH = re.compile(rf"[ \u00a0]?[{DASHES}][ \u00a0]?$")
_SIDES = {"wschodni", "zachodni"}
_SKIPPED = frozenset({"powiatowe", "powiatowego", "powiatowemu", "powiatowym", "miejski", "miejskiego", "urzad", "zarzadu"})


class Named(NamedTuple):
    """„starosta gnieźnieński": the characters of the adjective, what it names, and the sort of evidence."""

    start: int
    end: int
    title: str
    unit: Unit | None
    level: str
    sort: str


def find_adjectives(text: str, words: Sequence[Word]) -> Iterator[Named]:
    """Every adjective of a place that stands beside a noun which makes it name that place.

    Args:
        text: the text.
        words: the words of the folded text.
    """
    index = 0
    while index < len(words):
        last = index
        if _ADJECTIVE_END.search(words[index].text) or _joined(text, words, index):
            first = index
            while _joined(text, words, last):
                last += 1
            named = _read(text, words, first, last)
            if named is not None:
                yield named
        index = last + 1


def _joined(text: str, words: Sequence[Word], index: int) -> bool:
    """„kujawsko" of „kujawsko – pomorskie", „golubsko" of „golubsko-dobrzyński"."""
    if index + 1 >= len(words) or not words[index].text.endswith("o"):
        return False
    right = words[index + 1]
    return bool(_DASH.match(text[words[index].end : right.start])) and bool(_ADJECTIVE_END.search(right.text))


def _read(text: str, words: Sequence[Word], first: int, last: int) -> Named | None:
    start, end = words[first].start, words[last].end
    if (sided := _with_side(text, words, first)) is not None:
        return sided
    adjective = read_adjective(text[start:end])
    if adjective is None and first < last:
        return _read(text, words, last, last)
    if adjective is None:
        return _unknown_county(text, words, first, last)
    table = evidence()
    if adjective.voivodeship is not None and _before_office(text, words, last):
        region = adjective.voivodeship
        return Named(start, end, region.title, region, "województwo", "office")
    for noun in _neighbours(text, words, first, last):
        for nouns, choose in (
            (table["voivodeship_nouns"], _voivodeship),
            (table["county_nouns"], _county),
            (table["adjective_nouns"], _town),
        ):
            sort = first_of(noun, nouns)
            if sort:
                named = choose(adjective)
                if named is not None:
                    title, unit, level = named
                    governed = level == "województwo" and sort == "unit" and _governs(text, words, first)
                    return Named(start, end, title, unit, level, "role" if governed else sort)
    return None


def _governs(text: str, words: Sequence[Word], first: int) -> bool:
    """„sejmik województwa [podlaskiego]", „zarząd województwa …": an organ of the voivodeship stands before its noun."""
    return first > 1 and bool(
        lemmas(text[words[first - 2].start : words[first - 2].end]) & set(evidence()["voivodeship_organs"])
    )


def _before_office(text: str, words: Sequence[Word], last: int) -> bool:
    """„[Podlaski] Urząd Wojewódzki", „[Opolski] Zarząd Dróg Wojewódzkich": an office of the voivodeship stands behind."""
    following = [text[w.start : w.end] for w in words[last + 1 : last + 4]]
    table = evidence()
    if not following or not lemmas(following[0]) & set(table["voivodeship_offices"]):
        return False
    return any(lemmas(word) & set(table["voivodeship_marks"]) for word in following[1:])


def _with_side(text: str, words: Sequence[Word], index: int) -> Named | None:
    """„powiat łódzki wschodni", „warszawski zachodni": two counties have adjectives of two words."""
    if index == 0 or index + 1 >= len(words):
        return None
    side = next((s for s in _SIDES if words[index + 1].text.startswith(s[:-1])), None)
    stem = re.sub(r"k\w+$", "ki", text[words[index].start : words[index].end].lower())
    county = units_named(f"{stem} {side}", "powiat") if side else ()
    sort = first_of(words[index - 1].text, evidence()["county_nouns"])
    if not county or not sort:
        return None
    return Named(words[index].start, words[index + 1].end, county[0].title, county[0], "powiat", sort)


def _unknown_county(text: str, words: Sequence[Word], first: int, last: int) -> Named | None:
    """„powiatu zalesińskiego": a county that the register does not have, or has no more."""
    lemma = lemma_of(text[words[first].start : words[last].end])
    for noun in _neighbours(text, words, first, last) if lemma else ():
        sort = first_of(noun, evidence()["county_nouns"])
        if sort:
            return Named(words[first].start, words[last].end, f"powiat {lemma}", None, "powiat", sort)
    return None


def _neighbours(text: str, words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """The nouns beside the adjective: the one before, the one after; „Starostwo Powiatowe żyrardowskie" skips one."""
    before, after = first - 1, last + 1
    if before >= 0 and words[before].text in _SKIPPED:
        before -= 1
    for index, (left, right) in ((before, (before, first)), (after, (last, after))):
        if 0 <= index < len(words) and "\n" not in text[words[left].end : words[right].start].strip(" "):
            gap = text[words[left].end : words[right].start]
            if (index == before and words[before + 1].text in _SKIPPED) or not gap.strip():
                yield text[words[index].start : words[index].end]


def _voivodeship(adjective: Adjectival) -> tuple[str, Unit | None, str] | None:
    unit = adjective.voivodeship
    return (unit.title, unit, "województwo") if unit else None


def _county(adjective: Adjectival) -> tuple[str, Unit | None, str] | None:
    if not adjective.counties:
        return None
    only = adjective.counties[0] if len(adjective.counties) == 1 else None
    return f"powiat {adjective.lemma}", only, "powiat"


def _town(adjective: Adjectival) -> tuple[str, Unit | None, str] | None:
    """The town that the adjective means: the only one, else the only one after which a county is named or which is a city."""
    towns = adjective.towns
    if len(towns) > 1:
        seats = {seat_of(county) for county in adjective.counties}
        towns = tuple(t for t in towns if t in seats) or towns
    if len(towns) > 1:
        towns = tuple(t for t in towns if any(u.kind == "city" for u in units_named(t)))
    if len(towns) != 1:
        return None
    units = units_named(towns[0])
    return towns[0], units[0] if len(units) == 1 else None, "gmina"
