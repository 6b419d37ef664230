"""„Zarząd Dróg Powiatowych w [Rypinie]", „Sejmik Województwa w [Opolu]": towns that are the seat of a higher office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pipeline.annotate.places.words import evidence, lemmas
from pipeline.values import morph
from pipeline.values.place import county_at, unit_with, units_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import JSON

Level = Literal["powiat", "województwo"]
_NOMINAL = frozenset({"subst", "adj", "conj", "ger", "ppas"})


def seat_level(before: Sequence[str]) -> tuple[Level, bool] | None:
    """„Powiatowy Urząd Pracy (w)" -> powiat: the level of the office whose seat the town is, None for a town's own office.

    Args:
        before: the words before the preposition, the nearest first.

    Returns:
        The level and whether the office is one of the state's services („Komenda Powiatowa Policji"), not of the county's own.
    """
    table = evidence()
    chain: list[frozenset[str]] = []
    for word in before:
        if not any(r.pos in _NOMINAL for r in morph.analyse(word.lower())):
            break
        chain.append(lemmas(word))
    heads: tuple[tuple[Level, str, str, bool], ...] = (
        ("powiat", "county_services", "county_marks", True),
        ("powiat", "county_offices", "county_marks", False),
        ("województwo", "voivodeship_offices", "voivodeship_marks", False),
    )
    if any(found & set(table["institutions"]) for found in chain):
        return None
    for level, offices, marks, service in heads:
        if any(c & set(table[offices]) for c in chain) and any(c & set(table[marks]) for c in chain):
            return level, service
    return None


def region_of(town: str, level: Level) -> dict[str, JSON]:
    """„Żyrardów" -> powiat żyrardowski; the town itself where no county is named after it.

    Args:
        town: nominative of the seat.
        level: what has its seat there.
    """
    if level == "województwo":
        codes = {u.code[:2] for u in units_named(town) if u.kind == "city"}
        unit = unit_with(codes.pop()) if len(codes) == 1 else None
        return {"name": unit.title, "terc": unit.code, "kind": level} if unit else _town(town)
    counties = county_at(town)
    if not counties:
        return _town(town)
    return {"name": counties[0].title, "terc": counties[0].code if len(counties) == 1 else None, "kind": level}


def _town(name: str) -> dict[str, JSON]:
    return {"name": name, "terc": None, "kind": "gmina"}
