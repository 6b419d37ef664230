"""records -> files: one description of tables, three writers, one reader.

Heavy libraries are imported inside the functions that need them, so that ``magistrat schema`` answers at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.store.tables import TABLES, Column, Table, UnstorableError, rows_of, table_named

if TYPE_CHECKING:
    from pipeline.store.reader import describe_table, read_table
    from pipeline.store.writer import Store

__all__ = [
    "TABLES",
    "Column",
    "Store",
    "Table",
    "UnstorableError",
    "describe_table",
    "read_table",
    "rows_of",
    "table_named",
]

_HOMES = {"Store": "writer", "read_table": "reader", "describe_table": "reader"}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Imports pandas and pyarrow only for who asks for a name that needs them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
