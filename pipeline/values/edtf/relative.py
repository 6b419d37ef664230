"""Dates counted from the day of publication: „wczoraj", „trzy lata temu", „w ubiegły piątek"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.values import morph
from pipeline.values.edtf import today
from pipeline.values.edtf.model import FIRST_QUARTER, Date, Value
from pipeline.values.edtf.piece import Piece, word_at

if TYPE_CHECKING:
    from pipeline.values.edtf.clock import Clock, Direction
    from pipeline.values.edtf.grammar import Hit

_LARGEST = {"D": 400, "T": 200, "e": 120, "r": 300, "l": 300}
"""Larger numbers are no relative dates; days, weeks, months, years."""
_BEFORE_TIME = frozenset({"się", "już", "dopiero", "ponownie", "znów", "znowu", "zaś", "i", "a", "że", "bo", "może"})
"""„odbędzie się za rok": behind these „za rok" says when"""

_SINGULAR = frozenset({"rok", "tydzień", "miesiąc", "kwartał"})
"""„rok temu"; the other forms ask for a numeral"""
_NARRATED = ("następn", "poprzedn", "najbliższ", "nadchodząc")
"""„następnego dnia": counted from what was told before, not from the day of publication"""
_HABITS = frozenset({"środy", "soboty", "niedziele"})
"""„w środy": every week"""


def _piece(hit: Hit, value: Value | None) -> list[Piece]:
    return [] if value is None else [Piece(value, hit.start, hit.end, relative=True)]


def _moved(clock: Clock, unit: str, number: int) -> Value | None:
    """A number of units away; years and months at their own precision, a week as a day, roughly."""
    if abs(number) > _LARGEST.get(unit, 0):
        return None
    if unit == "D":
        return clock.day(number)
    if unit == "T":
        day = clock.day(7 * number)
        return Date(day.year, day.month, day.day, approximate=True) if day else None
    if unit == "e":
        return clock.month(number)
    year = clock.year(number)
    return Date(year) if year is not None and year > 0 else None


def _count(hit: Hit) -> int:
    found = hit.numbers("n", "Kabc")
    return found[0] if found else 1


def ago(hit: Hit, clock: Clock) -> list[Piece]:
    """„trzy lata temu", „tydzień temu", „pół roku temu"; „kilka lat temu" says no date."""
    span = hit.group("u") or (hit.start, hit.end)
    if hit.group("h"):
        return _halves(hit, clock, -1)
    if hit.group("n") is None and word_at(hit, span[0]).lower() not in _SINGULAR:
        return []
    return _piece(hit, _moved(clock, hit.atoms.kinds[span[0]], -_count(hit)))


def _halves(hit: Hit, clock: Clock, sign: int) -> list[Piece]:
    """„pół roku", „półtora roku" away."""
    half, unit = hit.group("h") or (hit.start, hit.end), hit.group("u") or (hit.start, hit.end)
    months = 6 if hit.atoms.kinds[half[0]] == "P" else 18
    return _piece(hit, clock.month(sign * months)) if hit.atoms.kinds[unit[0]] == "r" else []


def ahead(hit: Hit, clock: Clock) -> list[Piece]:
    """„za dwa tygodnie", „za pół roku", „przed rokiem", „przed dwoma laty"."""
    span = hit.group("u") or (hit.start, hit.end)
    unit, counted = hit.atoms.kinds[span[0]], hit.group("n") is not None
    if hit.atoms.kinds[hit.start] == "+":
        # „za rok" is a date, „za rok 2010" and „za lata" are not; the numeral asks for the plural
        if not (counted or hit.group("h")) and (unit == "l" or (unit == "r" and not _is_adverbial(hit))):
            return []
        if (counted or hit.group("h")) and _is_genitive(word_at(hit, hit.end)):
            return []
        return _halves(hit, clock, 1) if hit.group("h") else _piece(hit, _moved(clock, unit, _count(hit)))
    # the instrumental: „przed rokiem", not „przed dniem otwarcia", and not „przed laty"
    told = word_at(hit, span[0]).lower().endswith(("em", "ami", "laty")) and not hit.group("h")
    return _piece(hit, _moved(clock, unit, -_count(hit))) if told and (counted or unit not in "Dl") else []


def _is_adverbial(hit: Hit) -> bool:
    """„Za rok święto potrwa", „odbędzie się za rok", „kolejny audyt za rok,".

    Not „składka za rok", „zapłacą za rok z góry", „za rok szkolny".
    """
    before = word_at(hit, hit.start - 1).lower()
    adjective, noun = word_at(hit, hit.end), word_at(hit, hit.end + 1)
    opens = not before or not before[0].isalnum() or before in _BEFORE_TIME
    ends = not adjective[:1].isalnum()
    return (opens or (ends and today.is_event(before))) and (not _agrees_with_year(adjective) or _belongs_to(adjective, noun))


@lru_cache(maxsize=2_000)
def _belongs_to(adjective: str, noun: str) -> bool:
    """„za rok [pierwszy audyt]": an adjective of the noun behind it is none of the year's."""
    cases = {(r.gender, r.case) for r in morph.analyse(adjective) if r.pos == "adj" and r.number == "sg"}
    return any(
        r.pos == "subst" and r.number == "sg" and r.case == "nom" and (r.gender, r.case) in cases for r in morph.analyse(noun)
    )


@lru_cache(maxsize=5_000)
def _is_genitive(word: str) -> bool:
    """„za dwa lata [pracy]", „za trzy miesiące [nauki]": what was done so long; „za dwa lata gmina" is a date."""
    if not word.islower():
        return False
    readings = morph.analyse(word)
    nominal = {r.case for r in readings if r.pos in {"subst", "ger"}}
    return "gen" in nominal and "nom" not in nominal and all(r.case is not None for r in readings)


@lru_cache(maxsize=2_000)
def _agrees_with_year(word: str) -> bool:
    """„szkolny", „budżetowego": an adjective that makes another year of it."""
    return word.islower() and any(r.pos == "adj" and r.number == "sg" and r.gender == "m3" for r in morph.analyse(word))


def year_edge(hit: Hit, clock: Clock) -> list[Piece]:
    """„do końca roku": this year; not „do końca roku szkolnego", „od początku roku" and „saldo na koniec roku"."""
    year = clock.year()
    if word_at(hit, hit.start - 2).lower() == "na" and not today.lies_ahead(hit):
        return []
    if year is None or not word_at(hit, hit.start - 1).lower().startswith("ko") or _agrees_with_year(word_at(hit, hit.end)):
        return []
    return [Piece(Date(year), hit.start, hit.end, relative=True)]


def new_year(hit: Hit, clock: Clock) -> list[Piece]:
    """„od Nowego Roku" -> 1 January, „w nowym roku" -> the year; the next one, in January still this one."""
    january = clock.reference is not None and clock.reference.month == 1
    year = clock.year(0 if january else 1)
    if year is None or _agrees_with_year(word_at(hit, hit.end)):
        return []
    whole = hit.atoms.kinds[hit.start - 1] == "v" and word_at(hit, hit.start).islower()
    return [Piece(Date(year) if whole else Date(year, 1, 1), hit.start, hit.end, relative=True)]


def relative(hit: Hit, clock: Clock) -> list[Piece]:
    """„w ubiegły piątek", „w przyszłym miesiącu", „w bieżącym kwartale"."""
    span = hit.group("u") or (hit.start, hit.end)
    unit, shift = hit.atoms.kinds[span[0]], hit.atoms.values[hit.start].value
    if hit.atoms.kinds[hit.start] == "s":
        if (
            unit == "e" and word_at(hit, hit.start - 2).lower() != "jeszcze"
        ):  # „w tym miesiącu" is one that was told before, too
            return []
        shift = 0
    number = hit.atoms.values[span[0]].value
    direction: Direction = "future" if shift > 0 else "past"
    if unit == "W":
        return _piece(hit, clock.weekday(number, direction, strict=shift != 0))
    if unit == "D":
        return [] if word_at(hit, hit.start).lower().startswith(_NARRATED) else _piece(hit, clock.day(shift))
    if unit in "eT":
        return _piece(hit, clock.month(shift) if unit == "e" else clock.week(shift))
    if unit == "M":
        return _piece(hit, clock.complete(Date(None, number), direction))
    month = clock.month(3 * shift)
    return _piece(hit, Date(month.year, FIRST_QUARTER + ((month.month or 1) - 1) // 3) if month else None)


def relative_day(hit: Hit, clock: Clock) -> list[Piece]:
    """„wczoraj", „dzisiejszego dnia"; not „dziś" that means nowadays."""
    if not hit.atoms.values[hit.start].value and not today.is_day(hit):
        return []
    return _piece(hit, clock.day(hit.atoms.values[hit.start].value))


def weekday(hit: Hit, clock: Clock) -> list[Piece]:
    """„w piątek", „od soboty": the day itself is settled by the tense, later; here the nearest in the past."""
    if hit.atoms.kinds[max(0, hit.start - 3) : hit.start] == "zWd":
        return []  # „od poniedziałku do piątku"
    if word_at(hit, hit.start).lower() in _HABITS and word_at(hit, hit.start - 1).lower() in {"w", "we", "i"}:
        return []
    return [p._replace(weekday=hit.number("w")) for p in _piece(hit, clock.weekday(hit.number("w") or 0, "past"))]


BUILDERS = (year_edge, new_year, ago, ahead, relative, relative_day, weekday)
