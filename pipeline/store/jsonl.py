"""records.jsonl: one nested object an article, fields in declared order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.schema import JSON
    from pipeline.store.tables import Row

NAME = "records.jsonl"
_BREAKS = ("\x85", "\u2028", "\u2029")
"""Characters that JSON lets stand but that some readers take for the end of a line (``str.splitlines``): escaped."""


class JsonlWriter:
    """Writes „{"id": …, "text": …}" a line as the records come."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / NAME).open("w", encoding="utf-8", newline="\n")

    def add(self, record: JSON | None, rows: dict[str, list[Row]]) -> None:
        """Writes a record; failures stand in their table only."""
        del rows
        if record is not None:
            self._file.write(line(record) + "\n")

    def close(self) -> None:
        """Ends the file."""
        self._file.close()

    def abandon(self) -> None:
        """Lets go of the file."""
        self._file.close()


def line(record: JSON) -> str:
    """One record, as ``schema.to_json`` gives it, as one line of JSON, Polish letters as they are."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for char in _BREAKS:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
