"""„Urząd Gminy Zakrzewo": which of several units of one name is meant, or none where nothing tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.place.gazetteer import Unit, UnitKind, units_named

ADMISSIBLE: dict[str, tuple[UnitKind, ...]] = {
    "city": ("city",),
    "president": ("city", "urban"),
    "town": ("city", "urban", "mixed"),
    "mixed": ("mixed",),
    "gmina": ("rural", "mixed"),
    "rural": ("rural",),
}
"""What kind of gmina has which office or head: a wójt only a rural one, a prezydent a big town.

Source: ustawa o samorządzie gminnym, art. 11a and 26.
"""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the article and its address say about where a place lies."""

    offices: tuple[str, ...] = ()
    """keys of ADMISSIBLE, the most telling first"""
    counties: frozenset[str] = frozenset()
    """four-digit codes"""
    voivodeships: frozenset[str] = frozenset()
    """two-digit codes"""


def _narrow(units: tuple[Unit, ...], wanted: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return wanted or units


def resolve(name: str, hints: Hints = Hints()) -> Unit | None:
    """The municipality of this name that the hints leave; without hints a town wins over villages of its name.

    Returns:
        None where the gazetteer lacks the name or where several remain.
    """
    units = units_named(name)
    units = _narrow(units, tuple(u for u in units if u.county in hints.counties))
    units = _narrow(units, tuple(u for u in units if u.code[:2] in hints.voivodeships))
    for office in hints.offices:
        units = _narrow(units, tuple(u for u in units if u.kind in ADMISSIBLE[office]))
    if len(units) <= 1:
        return units[0] if units else None
    towns = tuple(u for u in units if u.kind == "city") or tuple(u for u in units if u.kind in {"urban", "mixed"})
    return towns[0] if len(towns) == 1 else None
