"""„… Burmistrz Miasta i Gminy [Łasin]": what the words before a name say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.annotate.places.extent import name_end
from pipeline.annotate.places.relation import of_bare, of_preposition
from pipeline.annotate.places.seats import seat_level
from pipeline.annotate.places.words import evidence, first_of, lemmas
from pipeline.text import QUOTES, fold
from pipeline.values import morph
from pipeline.values.place.gazetteer import names_with_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.values.place import FoundName
    from pipeline.values.trie import Word

_REACH = 7
"""words; „Urząd Miasta i Gminy Uzdrowiskowej w X" is the longest chain seen"""
_CLOSED = frozenset(".!?;:\n")
_ABBREVIATIONS = frozenset(
    {"m", "st", "k", "ul", "al", "pl", "os", "im", "ks", "św", "dr", "prof", "inż", "mgr", "gm", "pow", "woj"}
)


@dataclass(frozen=True, slots=True)
class Before:
    """What precedes a name: the strongest sort of evidence and the kind of gmina that it speaks of."""

    sort: str
    """office, role, unit, seat, service, prep, bare, none (the name may be another word here) or not (a street or a person)"""
    office: str = ""
    """key of values.place.resolve.ADMISSIBLE, else empty"""
    relation: str = ""
    """what the place is to the story: in, from, to … behind a preposition (evidence.toml), of, name, dateline where none is;
    for a seat the level of the office"""


def _linked(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand in one phrase: nothing between them closes a sentence; a dot only behind an abbreviation."""
    gap = text[left.end : right.start]
    if not _CLOSED & set(gap):
        return "," not in gap and len(gap) <= 3
    return gap.strip() == "." and text[left.start : left.end].lower() in _ABBREVIATIONS


def words_before(text: str, words: Sequence[Word], index: int) -> list[str]:
    """Up to seven words before the word ``index`` that stand in one phrase with it, the nearest first, as printed."""
    found: list[str] = []
    while index > 0 and len(found) < _REACH and _linked(text, words[index - 1], words[index]):
        index -= 1
        found.append(text[words[index].start : words[index].end])
    return found


def look_before(text: str, words: Sequence[Word], found: FoundName) -> Before:
    """What stands before the name of a municipality, as evidence."""
    table = evidence()
    before = words_before(text, words, found.first_word)
    if _is_quoted(text, found) or _goes_on(text, words, found) or _is_person(text, words, found, before):
        return Before("none")
    if _is_club(text, words, found) or _is_of_another(before):
        return Before("not")
    position, governed = 0, False
    cases = frozenset().union(*(form.cases for form in found.forms))
    if before and (wanted := table["prepositions"].get(before[0].lower())) is not None:
        governed = bool(cases & set(wanted))
        position = 1
    unit = ""
    seen_unit = False
    while position < len(before) and lemmas(before[position]) & set(table["qualifiers"]):
        kind = first_of(before[position], table["units"])
        if kind is not None:
            unit = "mixed" if seen_unit and unit not in {"", kind} else (not seen_unit and unit) or kind
            seen_unit = True
        elif lemmas(before[position]) & {"miejski", "wiejski"}:
            unit = "town" if "miejski" in lemmas(before[position]) else "rural"
        position += 1
    head = before[position] if position < len(before) and not names_with_form(before[position]) else ""  # „Radom" is no „rada"
    if governed and not seen_unit and (seat := seat_level(before[1:])):
        return Before("service" if seat[1] else "seat", relation=seat[0])
    judged = _judge(head, unit, seen_unit=seen_unit, governed=governed, before=before)
    judged = _related(judged, text, found, before)
    if (
        judged.sort in {"bare", "prep"}
        and judged.relation not in {"address", "dated"}
        and all(form.guard == "word" for form in found.forms)
        and _opens_name(text, words, found)
    ):
        return Before("none")
    if judged.sort == "bare" and any(form.guard == "name" for form in found.forms) and _opens_name(text, words, found):
        return Before("none")
    return judged


def _related(judged: Before, text: str, found: FoundName, before: list[str]) -> Before:
    """The judgement with what the place is to the story, where no office, role or unit says it."""
    if judged.sort == "prep":
        around = text[max(0, found.start - _AROUND) : found.end + _AROUND]
        relation = of_preposition(before[0].lower(), before[1:])
        relation = "in" if relation == "to" and (_THERE.match(text, found.end) or _arrives(text, found, before)) else relation
        relation = "from" if relation == "people" and any(map(_is_arrival, before[1:])) else relation
        return replace(judged, relation="history" if relation == "in" and _CENTURY.search(around) else relation)
    if judged.sort != "bare":
        return judged
    return replace(judged, relation=of_bare(text, found, before))


def _arrives(text: str, found: FoundName, before: list[str]) -> bool:
    """„do [Barczewa] przyjechali urzędnicy", „zjechali do [Barczewa]": where guests arrive."""
    following = _NEXT_WORD.match(text, found.end)
    return (following is not None and _is_arrival(following[1])) or any(map(_is_arrival, before[1:3]))


def _is_arrival(word: str) -> bool:
    return fold(word).startswith(tuple(evidence()["arrivals"]))


_NEXT_WORD = re.compile(r"\s(\w+)")
_THERE = re.compile(r",?\s(?:gdzie|w którym)\b")
"""„do [Ełku], gdzie czekał": the goal of a journey where the story goes on"""
_CENTURY = re.compile(r"\b[XVI]{1,5}\s(?:wiek|w\.)")
_AROUND = 60
"""characters around a name in which a century is looked for"""


def _is_quoted(text: str, found: FoundName) -> bool:
    """„GŁOGOWA" in quotes of its own: the name of a club, a company, a campaign."""
    return found.start > 0 and text[found.start - 1] in QUOTES and text[found.end : found.end + 1] in set(QUOTES)


def _is_of_another(before: list[str]) -> bool:
    """„ul. [Łomżyńska]", „parafia [Kalinowo]": a word behind which the name is a street's, a patron's, a club's."""
    other = evidence()["not_after"]
    return bool(before) and (before[0].lower() in other or bool(lemmas(before[0]) & set(other)))


def _is_club(text: str, words: Sequence[Word], found: FoundName) -> bool:
    """„[Koła] Gospodyń Wiejskich", „[Kole] Łowieckim": a club and its members, not the town; „Burmistrz [Koła] Jan …" is."""
    if found.last_word - found.first_word > 1 or found.last_word >= len(words):
        return False
    behind = words[found.last_word]
    printed = text[behind.start : behind.end]
    if text[found.end : behind.start] != " " or not lemmas(text[found.start : found.end]) & set(evidence()["clubs"]):
        return False
    readings = morph.analyse(printed.lower())
    members = any(r.pos == "subst" and r.case == "gen" and r.number == "pl" for r in readings)
    return members or (printed[:1].isupper() and any(r.pos == "adj" and (r.gender or "").startswith("n") for r in readings))


def _goes_on(text: str, words: Sequence[Word], found: FoundName) -> bool:
    """„[Sosnówka] Wielka", „[Nowych] Zagórkach", „Nowe [Kobylnice]": a word that agrees makes it the name of another place."""
    cases = frozenset().union(*(form.cases for form in found.forms))
    last = found.last_word - 1
    if found.first_word and lemmas(text[words[found.first_word - 1].start : words[found.first_word - 1].end]) & {
        "gmina",
        "miasto",
    }:
        cases |= {"nom"}  # „Gminy Jaworzna Górka": behind the unit a name may stand in the nominative
    return name_end(text, words, found.first_word, last, cases) > last or _begins_before(text, words, found, cases)


def _begins_before(text: str, words: Sequence[Word], found: FoundName, cases: frozenset[str]) -> bool:
    """„w Górnych [Bielanach]": one of the adjectives that tell villages of one name apart, in the same case."""
    index = found.first_word - 1
    if index < 1 or text[words[index].end : found.start] != " " or text[words[index - 1].end : words[index].start] != " ":
        return False
    word = text[words[index].start : words[index].end]
    if not word[0].isupper() or word.isupper() or not lemmas(word) & set(evidence()["distinguishing"]):
        return False
    return any(r.pos == "adj" and r.case in cases for r in morph.analyse(word.lower()))


def _is_person(text: str, words: Sequence[Word], found: FoundName, before: list[str]) -> bool:
    """„radny [Bolesław] Gąska": a first name in the nominative between a role and a surname."""
    readings = morph.analyse(text[found.start : found.end])
    first = any(morph.FIRST_NAME in r.labels and r.case == "nom" and r.gender == "m1" for r in readings)
    role = bool(before) and first_of(before[0], evidence()["roles"]) is not None
    if not first or not role or not _opens_name(text, words, found):
        return False
    following = words[found.last_word]
    surname = morph.analyse(text[following.start : following.end])
    return not surname or any(morph.SURNAME in r.labels and r.case == "nom" for r in surname)


def _opens_name(text: str, words: Sequence[Word], found: FoundName) -> bool:
    """„[Jarosław] Nowak": a first name with a capitalised word behind it."""
    if found.last_word >= len(words):
        return False
    following = words[found.last_word]
    return text[found.end : following.start] == " " and text[following.start].isupper()


def _judge(head: str, unit: str, *, seen_unit: bool, governed: bool, before: list[str]) -> Before:
    table = evidence()
    direct = seen_unit or governed or bool(unit) or (before[:1] == [head])
    office = first_of(head, table["offices"]) if head and direct else None
    if office is not None:
        return Before("office", unit or office)
    role = first_of(head, table["roles"]) if head and direct else None
    if role is not None:
        return Before("role", role or unit)
    if seen_unit:
        return Before("unit", unit)
    if governed:
        return Before("prep")
    return Before("bare" if _may_stand_alone(before) else "none")


def _may_stand_alone(before: list[str]) -> bool:
    """„Jan [Radom]" is a man: a name right behind a capitalised first name is not a place."""
    if not before or not before[0][:1].isupper():
        return True
    return not any(morph.FIRST_NAME in r.labels for r in morph.analyse(before[0]))
