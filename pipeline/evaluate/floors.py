"""Quality floors: pinned together with the gold's hash, raised by a flag, lowered only with a written reason."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.evaluate.score import Count

_SLACK = 0.0005
"""Half of the last digit that a floor is printed with."""


class FloorError(ValueError):
    """A floor cannot be changed as asked; the message says which and why."""


def read_floors(path: Path) -> tuple[str, dict[str, float]]:
    """The gold's hash and the floor of every field (F1, for ``dropped`` recall)."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return str(data["gold"]), {str(k): float(v) for k, v in data["floors"].items()}


def figures(counts: Mapping[str, Count]) -> dict[str, float]:
    """One figure a field: F1, and recall where nothing can be given wrongly; fields without gold are left out."""
    found = {name: c.recall if name == "dropped" else c.f1 for name, c in counts.items()}
    return {name: round(value, 3) for name, value in found.items() if value is not None}


def below(counts: Mapping[str, Count], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Fields whose figure lies below their floor, with both; a field that vanished counts as 0."""
    now = figures(counts)
    return {n: (now.get(n, 0.0), floor) for n, floor in floors.items() if now.get(n, 0.0) < floor - _SLACK}


def write_floors(path: Path, counts: Mapping[str, Count], gold: str, reason: str | None = None) -> None:
    """Pins the present figures.

    Args:
        path: the floors' file.
        counts: present scores.
        gold: hash of the gold that they were measured on.
        reason: why a floor may sink; it is written beside the floors.

    Raises:
        FloorError: a figure lies below its floor and there is no reason.
    """
    old_reasons: list[str] = []
    if path.exists():
        old_reasons = tomllib.loads(path.read_text(encoding="utf-8")).get("lowered", [])
        sunk = below(counts, read_floors(path)[1])
        if sunk and not reason:
            raise FloorError("; ".join(f"{n}: {now} is below the floor {floor}" for n, (now, floor) in sunk.items()))
        if sunk and reason:
            old_reasons = [*old_reasons, f"{', '.join(sunk)}: {reason}"]
    lines = [f'gold = "{gold}"', "lowered = ["]
    lines += [f"  {_quoted(text)}," for text in old_reasons]
    lines += ["]", "", "[floors]"]
    lines += [f"{name} = {value:.3f}" for name, value in figures(counts).items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
