"""„ISO 9001: Systemy zarządzania jakością – Wymagania": what is known about each family of standards that an article names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.standard import families

if TYPE_CHECKING:
    from pipeline.schema import Record
    from pipeline.values.standard import Work


def families_of(record: Record) -> list[tuple[str, Work | None]]:
    """The families of the record's standards in the order of the text, each once; None where nothing is known."""
    known = families()
    return [(family, known.get(family)) for family in dict.fromkeys(s.family for s in record.standards)]


def titles(work: Work) -> str:
    """„Systemy zarządzania jakością – Wymagania (Quality management systems – Requirements)", one alone where one is known."""
    if work.title_pl and work.title_en:
        return f"{work.title_pl} ({work.title_en})"
    return work.title_pl or work.title_en
