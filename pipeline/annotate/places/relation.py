"""„auditor z [Łodzi]", „herb [Siewierza]", „[Kępno], 12 maja": what a name without an office is to the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.places.words import evidence, first_of, lemmas
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.place import FoundName

_REACH = 5
"""words before a preposition in which a noun says what is at the place"""
_DATELINE = re.compile(
    r"\s?(?:,?\s{0,3}(?:dn\.|dnia\b|\d{1,2}(?:\.|\s?[a-zśźIVX]))|,?\s?\([^)\n]{1,25}\)\s?[–—-]|:\s|\s[–—-]\s|\.\s(?=[A-ZĄĆĘŁŃÓŚŹŻ]))"
)
"""„, 12 maja", „ (PAP) –", „: ", „. Nowa …" behind a name that begins a line; a hyphen inside a word is none of them"""
_DATED = re.compile(r",?\s{0,3}(?:dn\.|dnia\b|\d)")
_POSTCODE = re.compile(r"\d{2}-\d{3}\s{1,2}$")
_NAMED_UNIT = re.compile(r"\b(?:miast|miasteczk|gmin|stolic)\w{1,3},\s$", re.IGNORECASE)
"""„nasze miasto, [Puszczykowo],": a name beside the unit that it names"""
_JOINT = re.compile(r"\s{0,2}(?:,|–|—|-|/|\si\s|\soraz\s|\slub\s|\sa także\s)\s{0,2}$|^\s(?:i|oraz|lub|czy)\s$")


def of_preposition(preposition: str, before: Sequence[str]) -> str:
    """„(siedzibą) w" -> seat, „z" -> from: the relation of the town behind a preposition.

    Args:
        preposition: in lower case.
        before: the words before it, the nearest first.
    """
    table = evidence()
    plain: str = table["relations"].get(preposition, "in")
    if plain == "from" and before and _serves(before[0]):
        return "people"
    if plain != "in":
        return plain
    return next((sort for word in before[:_REACH] if (sort := first_of(word, table["elsewhere"]))), plain)


def _serves(word: str) -> bool:
    """„Druhowie" z Bielawy, „strażacy": people of the town in the nominative plural, the subject of the sentence."""
    readings = [r for r in morph.analyse(word.lower()) if r.number == "pl" and r.case == "nom"]
    return any(r.lemma in evidence()["local_people"] for r in readings)


def of_bare(text: str, found: FoundName, before: Sequence[str]) -> str:
    """„Herb [Siewierza]" -> of, „Prom [Gdynia]" -> name, „47-100 [Strzelce]" -> address; empty for a subject.

    Args:
        text: the text.
        found: a name with no office, unit or preposition before it.
        before: the words before it, the nearest first.
    """
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if not line.strip(" \t•*–—-") and _DATELINE.match(text, found.end):
        return "dated" if _DATED.match(text, found.end) else "dateline"
    if _POSTCODE.search(line):
        return "address"
    if _NAMED_UNIT.search(line):
        return "of"
    if not before or text[: found.start].rstrip(" ") != text[: found.start].rstrip(" ,:;("):
        return ""
    return "name" if _is_route(text, found, before) else _beside(found, before[0])


_ON = re.compile(r"[ \u00a0]?[–—-][ \u00a0]?[^\W\d_a-ząćęłńóśźż]")
"""„ – R" behind a name: where a way goes on to"""
_ROUTE = 3
"""words before the first name of a way: its noun and two adjectives („droga powiatowa nieutwardzona")"""


def _is_route(text: str, found: FoundName, before: Sequence[str]) -> bool:
    """„droga gminna [Wiśniewa] – Radońsk": villages that a way joins, whether or not a gazetteer holds the second one."""
    nouns = frozenset(evidence()["routes"]["nouns"])
    return _ON.match(text, found.end) is not None and any(lemmas(word) & nouns for word in before[:_ROUTE])


def _beside(found: FoundName, word: str) -> str:
    cases = frozenset().union(*(form.cases for form in found.forms))
    readings = morph.analyse(word.lower() if not word.isupper() else word)
    if word.isupper() and len(word) > 1:
        return "of"
    nouns = [r for r in readings if r.pos in {"subst", "ger"}]
    if not nouns or any(r.pos in {"prep", "fin", "praet", "conj"} for r in readings):
        return ""
    if "gen" in cases:
        return first_of(word, evidence()["ways"]) or "of"
    return "name" if "nom" in cases and any(r.case == "nom" for r in nouns) else ""


def joined(text: str, left: FoundName, right: FoundName) -> bool:
    """„Poznań i [Gdańsk]", „Kraków – [Gdynia]": whether two names stand in one list."""
    return right.start - left.end <= _GAP and bool(_JOINT.search(text[left.end : right.start]))


_GAP = 9
"""characters; " a także " is the longest joint"""
