"""Dates counted from the day of publication: „wczoraj", „trzy lata temu", „w ubiegły piątek"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.edtf.model import FIRST_QUARTER, Date, Value
from pipeline.values.edtf.piece import Piece

if TYPE_CHECKING:
    from pipeline.values.edtf.clock import Clock, Direction
    from pipeline.values.edtf.grammar import Hit

_LARGEST = {"D": 400, "T": 200, "e": 120, "r": 300, "l": 300}
"""Larger numbers are no relative dates; days, weeks, months, years."""


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
    """„trzy lata temu", „tydzień temu"."""
    span = hit.group("u") or (hit.start, hit.end)
    return _piece(hit, _moved(clock, hit.atoms.kinds[span[0]], -_count(hit)))


def ahead(hit: Hit, clock: Clock) -> list[Piece]:
    """„za dwa tygodnie", „przed rokiem", „przed dwoma laty"."""
    span = hit.group("u") or (hit.start, hit.end)
    unit = hit.atoms.kinds[span[0]]
    word = hit.atoms.text[hit.atoms.starts[span[0]] : hit.atoms.ends[span[0]]].lower()
    if hit.atoms.kinds[hit.start] == "+":
        # „za rok" is a date, „za rok 2010" and „za lata" are not; the numeral asks for the plural
        return [] if hit.group("n") is None and unit == "l" else _piece(hit, _moved(clock, unit, _count(hit)))
    if not word.endswith(("em", "ami", "laty")):  # the instrumental: „przed rokiem", not „przed dniem otwarcia"
        return []
    if unit == "D" and hit.group("n") is None:
        return []
    return _piece(hit, _moved(clock, unit, -_count(hit)))


def relative(hit: Hit, clock: Clock) -> list[Piece]:
    """„w ubiegły piątek", „w przyszłym miesiącu", „w bieżącym kwartale"."""
    span = hit.group("u") or (hit.start, hit.end)
    unit, shift = hit.atoms.kinds[span[0]], hit.atoms.values[hit.start].value
    number = hit.atoms.values[span[0]].value
    direction: Direction = "future" if shift > 0 else "past"
    if unit == "W":
        return _piece(hit, clock.weekday(number, direction, strict=shift != 0))
    if unit == "D":
        return _piece(hit, clock.day(shift))
    if unit == "e":
        return _piece(hit, clock.month(shift))
    if unit == "T":
        return _piece(hit, clock.week(shift))
    if unit == "M":
        return _piece(hit, clock.complete(Date(None, number), direction))
    month = clock.month(3 * shift)
    return _piece(hit, Date(month.year, FIRST_QUARTER + ((month.month or 1) - 1) // 3) if month else None)


def relative_day(hit: Hit, clock: Clock) -> list[Piece]:
    """„wczoraj", „dzisiejszego dnia"."""
    return _piece(hit, clock.day(hit.atoms.values[hit.start].value))


def weekday(hit: Hit, clock: Clock) -> list[Piece]:
    """„w piątek": the day itself is settled by the tense, later; here the nearest in the past."""
    return [p._replace(weekday=hit.number("w")) for p in _piece(hit, clock.weekday(hit.number("w") or 0, "past"))]


BUILDERS = (ago, ahead, relative, relative_day, weekday)
