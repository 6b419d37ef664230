"""Golden dumps: ``+|`` a kept line, ``-|`` a dropped one, ``=|`` a line whose text changes (``printed>>>cleaned``, or joined)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


@dataclass
class Golden:
    name: str
    head: dict[str, str] = field(default_factory=dict)
    content: str = ""
    kept: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def load(path: Path) -> Golden:
    head, _, body = path.read_text(encoding="utf-8").partition("----\n")
    golden = Golden(
        path.stem, {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in head.splitlines())}
    )
    lines = []
    for line in body.splitlines():
        mark, _, text = line.partition("|")
        printed, changed, cleaned = text.partition(">>>")
        lines.append(printed)
        if mark == "+" or (mark == "=" and changed and cleaned):
            golden.kept.append(cleaned or printed)
        elif mark == "=" and not changed:
            golden.kept[-1] = (
                golden.kept[-1][:-1] + printed if golden.kept[-1].endswith("-") else f"{golden.kept[-1]} {printed}"
            )
        elif mark == "-":
            golden.dropped.append(printed)
    golden.content = "\n".join(lines) + "\n"
    return golden


def all_goldens() -> list[Golden]:
    return [load(path) for path in sorted(FOLDER.glob("*.dump"))]
