"""„Sokółka odebrała certyfikat ISO 9001": what one article reports of one certificate, small enough to keep for a whole run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.record.identity import body_id, organization_id
from pipeline.record.organization_groups import seat
from pipeline.values.standard import families

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.schema import Certificate, OrganizationRow, PlaceRow, Record

_OFFICES = {"gmina": "town", "powiat": "county", "województwo": "voivodeship"}


@dataclass(frozen=True, slots=True)
class Report:
    """One row of ``certificates`` with what tells certificates apart.

    ``holder`` and ``body`` are ids that hold across the run, None where the article does not say; ``place`` is the
    story's where it is the holder's too; ``families`` are the names under which their publishers know them: „ISO 27001" is
    ISO/IEC 27001.
    """

    certificate: Certificate
    article: str
    published: str | None
    holder: str | None
    place: PlaceRow | None
    families: frozenset[str]
    body: str | None


def reports_of(record: Record) -> Iterator[Report]:
    """The certificates of one record, in its order."""
    named = {row.id: _work(row.family) for row in record.standards}
    bodies = {row.name: row.body_id for row in record.certifiers}
    for certificate in record.certificates:
        certifier = certificate.certifier
        yield Report(
            certificate=certificate,
            article=record.id,
            published=record.published,
            holder=_holder(record, certificate),
            place=record.place if record.place is not None and record.place.name == certificate.place else None,
            families=frozenset(named.get(name, name) for name in certificate.standards),
            body=(bodies.get(certifier) or body_id(certifier)) if certifier else None,
        )


def _work(family: str) -> str:
    known = families().get(family)
    return known.family if known is not None else family


def _holder(record: Record, certificate: Certificate) -> str | None:
    """The holder's id. „Gmina Sokółka" holds what its office holds; without a holder the place's own office does."""
    place = record.place
    row = next((r for r in record.organizations if r.name == certificate.organization), None)
    if row is not None:
        return _office_of(row, record) if row.kind == "municipality" else row.organization_id
    if certificate.organization is not None:
        return organization_id("other", certificate.organization, None)
    if place is None:
        return None
    return organization_id(_OFFICES.get(place.kind, "town"), place.name, place.name, place)


def _office_of(row: OrganizationRow, record: Record) -> str:
    """„Gmina Sokółka", „powiat sokólski" -> the id of the office that acts for it."""
    place = record.place
    if place is not None and seat(place.name).casefold() in row.name.casefold():
        return organization_id(_OFFICES.get(place.kind, "town"), row.name, place.name, place)
    first, _, rest = row.name.partition(" ")
    family = _OFFICES.get(first.lower(), "town")
    return organization_id(family, row.name, row.name if family != "town" else rest or first, place)
