"""Which characters of an article carry which values, free of any output format."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.schema import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.schema import Record

_TITLES = {
    "standards": "{id}",
    "certifiers": "{name}",
    "officials": "{name} – {role}",
    "organizations": "{name}",
    "dates": "{value} · {role}",
    "findings": "{kind} {number}",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """„normą PN-EN ISO 9001": characters of the text and what they mean."""

    kind: str
    start: int
    end: int
    title: str
    mention_id: str


@lru_cache(maxsize=1)
def labels() -> dict[str, Any]:
    """Names, colours and columns of the kinds, from ``labels.toml``."""
    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))


def polish(code: str) -> str:
    """„valid_until" -> "ważny do": a code as a page prints it."""
    return str(labels()["codes"].get(code, code))


def rows(record: Record, kind: str) -> list[dict[str, Any]]:
    """The record's rows of one kind, as plain dicts."""
    found: list[dict[str, Any]] = to_json(getattr(record, kind))
    return found


def marks_of(record: Record) -> list[Mark]:
    """Every mention of the record that lies inside its text, by start, longer ones first."""
    found = [
        Mark(kind, row["start"], row["end"], _title(kind, row), row["mention_id"])
        for kind in labels()["kinds"]
        for row in rows(record, kind)
        if 0 <= row["start"] < row["end"] <= len(record.text)
    ]
    return sorted(found, key=lambda m: (m.start, -m.end, m.kind, m.mention_id))


def _title(kind: str, row: dict[str, Any]) -> str:
    printed = {key: "" if value is None else polish(str(value)) for key, value in row.items()}
    return f"{_TITLES[kind].format(**printed).strip(' –·')} [{row['rule']}]"


def segments(length: int, marks: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """The text cut wherever a mark begins or ends: start, end and the marks over each piece, the longest first.

    Args:
        length: characters of the text.
        marks: sorted as ``marks_of`` sorts them; they may overlap.
    """
    edges = sorted({0, length, *(m.start for m in marks), *(m.end for m in marks)})
    waiting, active = iter(marks), list[Mark]()
    upcoming = next(waiting, None)
    for start, end in pairwise(edges):
        active = [m for m in active if m.end > start]
        while upcoming is not None and upcoming.start == start:
            active.append(upcoming)
            upcoming = next(waiting, None)
        yield start, end, sorted(active, key=lambda m: m.start - m.end)
