"""„Jana Sitki" -> Jan Sitko 14.2, Jan Sitka 13.6 …: the readings of a name that were weighed, with what spoke for each.

What ``nominative`` returns is the first of them, so a wrong nominative can be explained (``magistrat inspect``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.name import Kind


class Weighed(NamedTuple):
    """„Nowym Sączu" as "Nowy Sącz", locative: one nominative, the case and gender it reads, its score and what spoke for it.

    ``score`` adds up the weights of ``candidates`` (persons) or ``phrase`` (places, organizations): it compares readings of one
    name and says nothing across names. ``gender`` is m or f for persons, empty for the rest.
    """

    name: str
    case: str
    gender: str
    score: float
    why: tuple[str, ...]


def weigh(name: str, kind: Kind = "person", context: str | None = None) -> tuple[Weighed, ...]:
    """„Sitki", person -> Sitko (genitive, m), Sitka (genitive, f) …, the best first, every nominative once.

    Args:
        name: the name as printed.
        kind: person, organization or place.
        context: as for ``nominative``.

    Returns:
        The readings in the order of preference; empty where nothing in the name inflects.

    Raises:
        ValueError: an unknown kind.
    """
    if kind == "person":
        from pipeline.values.name.person import person_readings  # noqa: PLC0415

        return _once(person_readings(name, context))
    if kind == "organization":
        from pipeline.values.name.organization import organization_readings  # noqa: PLC0415

        return _once(organization_readings(name, context))
    if kind == "place":
        from pipeline.values.name.place import place_readings  # noqa: PLC0415

        return _once(place_readings(name, context))
    raise ValueError(f"unknown kind of name {kind!r}; known are person, organization, place")


def _once(readings: Iterable[Weighed]) -> tuple[Weighed, ...]:
    found: dict[str, Weighed] = {}
    for reading in readings:
        found.setdefault(reading.name, reading)
    return tuple(found.values())
