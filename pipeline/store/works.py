"""„ISO 9001, Systemy zarządzania jakością – Wymagania": the table that says what is known about the run's standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.schema import WorkRow, to_json
from pipeline.store.tables import WORKS, checked_row
from pipeline.values.standard import families

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.store.tables import Row


def work_rows(named: Iterable[str]) -> list[Row]:
    """One row a family of which anything is known, by family; the others have none.

    Args:
        named: families as ``standards.family`` has them.
    """
    found = families()
    rows = []
    for family in sorted(set(named) & set(found)):
        work = found[family]
        row = WorkRow(
            family=family,
            work=work.family,
            title_pl=work.title_pl or None,
            title_en=work.title_en or None,
            withdrawn=work.withdrawn,
            replaced_by=work.replaced_by,
            source=work.source,
        )
        rows.append(checked_row(WORKS, to_json(row)))
    return rows
