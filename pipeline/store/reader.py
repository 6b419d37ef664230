"""Tables back from the files, for notebooks."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from pipeline.store.parquet import file_name
from pipeline.store.tables import table_named


def describe_table(name: str) -> pd.DataFrame:
    """What the columns of „standards" mean: one row a column, with ``type``, ``nullable`` and ``meaning``.

    Raises:
        ValueError: there is no table of that name.
    """
    columns = table_named(name).columns
    data = {"type": [c.kind for c in columns], "nullable": [c.nullable for c in columns], "meaning": [c.doc for c in columns]}
    return pd.DataFrame(data, index=pd.Index([c.name for c in columns], name="column"))


def read_table(folder: str | Path, name: str) -> pd.DataFrame:
    """The table „standards" of a run as a DataFrame; ``frame.attrs["columns"]`` maps each column to its meaning.

    Strings are pandas strings, integers are ``Int64`` (nullable), lists of strings are Python lists.

    Args:
        folder: what ``--out`` named.
        name: articles, organizations, standards, certifiers, officials, dates, findings, certificates, works or failures.

    Raises:
        ValueError: there is no table of that name.
        FileNotFoundError: no run has written to that folder.
    """
    table = table_named(name)
    path = Path(folder) / file_name(name)
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such table; `magistrat extract INPUT --out {folder}` writes it")
    stored = pq.read_table(path)
    frame = pd.DataFrame(
        {c.name: _series(stored.column(c.name).to_pylist(), c.kind) for c in table.columns},
        columns=[c.name for c in table.columns],
    )
    frame.attrs["columns"] = {c.name: c.doc for c in table.columns}
    return frame


def _series(values: list[object], kind: str) -> pd.Series:
    dtype = {"string": "string", "integer": "Int64"}.get(kind, "object")
    return pd.Series(values, dtype=dtype)
