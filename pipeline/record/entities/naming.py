"""„Gmina Gołdap" here, „Urząd Miejski w Gołdapi" there: one name and one place for a holder in all rows of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.record.entities.report import Report
    from pipeline.schema import PlaceRow

_UNITS = ("Gmina ", "Miasto ", "Powiat ", "Województwo ")


class Holder(NamedTuple):
    """What a run calls a holder and where it puts it."""

    name: str | None
    place: PlaceRow | None


def holders(reports: Iterable[Report]) -> dict[str, Holder]:
    """Every holder by its id, whatever the order of the reports.

    The office goes before the municipality that it acts for („Gmina Gołdap"); then the name that most reports give, of equals
    the longest („Urząd Miasta" says less than „Urząd Miasta Ełku"). The place is the one that most of them give.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, dict[str, PlaceRow]] = defaultdict(dict)
    placed: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        if report.holder is None:
            continue
        if report.certificate.organization:
            names[report.holder][report.certificate.organization] += 1
        if report.place is not None:
            places[report.holder][report.place.id] = report.place
            placed[report.holder][report.place.id] += 1
    return {i: Holder(_name(names[i]), _place(placed[i], places[i])) for i in sorted({*names, *placed})}


def _name(found: Counter[str]) -> str | None:
    return max(found, key=lambda n: (not n.startswith(_UNITS), found[n], len(n), n), default=None)


def _place(counted: Counter[str], places: dict[str, PlaceRow]) -> PlaceRow | None:
    best = max(counted, key=lambda i: (places[i].terc is not None, counted[i], i), default=None)
    return places[best] if best is not None else None
