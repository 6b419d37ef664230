"""What the grammar's builders share: a piece of a date phrase, its printed year, its lists and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipeline.values.edtf.clock import Clock
    from pipeline.values.edtf.grammar import Hit
    from pipeline.values.edtf.model import Value

RANGE = "-d"
"""atoms that make a range of what stands on both sides"""


class Piece(NamedTuple):
    """„2,4 i 5 marca" gives three: a value, its atoms, and what is still to be settled."""

    value: Value
    start: int
    end: int
    weekday: int | None = None
    relative: bool = False
    """counted from the day of publication, „wczoraj\""""


def printed_year(hit: Hit, clock: Clock, name: str = "y") -> int | None:
    """The year that a group prints or points at; None where there is none or no reference."""
    span = hit.group(name)
    if span is None:
        return clock.two_digits(short) if (short := hit.number("y2")) is not None and hit.rule.build == "days" else None
    for i in range(*span):
        if hit.atoms.kinds[i] in "Yh":
            return hit.atoms.values[i].value
        if hit.atoms.kinds[i] in "yq":  # „tego samego roku": told before, see told.py
            return None
    shift = next((hit.atoms.values[i].value for i in range(*span) if hit.atoms.kinds[i] in "J<=>"), 0)
    return clock.year(shift)


def word_at(hit: Hit, at: int) -> str:
    """The printed form of an atom; nothing outside the text."""
    atoms = hit.atoms
    return atoms.text[atoms.starts[at] : atoms.ends[at]] if 0 <= at < len(atoms.kinds) else ""


def segments(hit: Hit, name: str, kinds: str) -> list[tuple[int, int | None, int]]:
    """„2,4 i 7-9" -> (2, None, atom), (4, None, atom), (7, 9, atom): first, last of a range, atom of the first."""
    found: list[tuple[int, int | None, int]] = []
    span = hit.group(name) or (0, 0)
    separator = ""
    for i in range(*span):
        kind, value = hit.atoms.kinds[i], hit.atoms.values[i].value
        if kind not in kinds:
            separator = kind if kind in "-d,i/" else separator
            continue
        if kind == "o" and found and not separator and i and hit.atoms.kinds[i - 1] == "o" and i - 1 >= span[0]:
            found[-1] = _added(found[-1], value)  # „dwudziestego" „piątego"
        elif found and separator in RANGE and separator and found[-1][1] is None:
            found[-1] = (found[-1][0], value, found[-1][2])
        else:
            found.append((value, None, i))
        separator = ""
    return found


def _added(part: tuple[int, int | None, int], unit: int) -> tuple[int, int | None, int]:
    """(20, None, 0) and 5 -> (25, None, 0)."""
    first, last, at = part
    return (first + unit, None, at) if last is None else (first, last + unit, at)
