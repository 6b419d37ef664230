"""records.jsonl: one nested object an article, fields in declared order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pipeline.schema import Failure, Record, to_json

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.store.tables import Row

NAME = "records.jsonl"
_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""Characters that JSON lets stand but that some readers take for the end of a line (``str.splitlines``), escaped."""


class JsonlWriter:
    """Writes „{"id": …, "text": …}" a line as the records come."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / NAME).open("w", encoding="utf-8", newline="\n")

    def add(self, item: Record | Failure, rows: dict[str, list[Row]]) -> None:
        """Writes a record; failures stand in their table only."""
        del rows
        if isinstance(item, Record):
            self._file.write(line(item) + "\n")

    def close(self) -> None:
        """Ends the file."""
        self._file.close()

    def abandon(self) -> None:
        """Lets go of the file."""
        self._file.close()


def line(record: Record) -> str:
    """One record as one line of JSON, Polish letters as they are."""
    data: Any = to_json(record)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_BREAKS)
