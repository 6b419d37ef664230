"""„standards  P .998  R .991  F1 .994": what `magistrat evaluate` prints, and the floors that it holds scores against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from pipeline.evaluate.floors import below, read_floors
from pipeline.run.show.terminal import safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.console import Console

    from pipeline.evaluate import Count


def print_scores(counts: Mapping[str, Count], console: Console) -> None:
    """One line a field: precision, recall, F1, and the values behind them; a field without gold and values shows dashes."""
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("field")
    for heading in ("precision", "recall", "F1", "right", "wrong", "missed"):
        table.add_column(heading, justify="right")
    for name, count in counts.items():
        figures = [_figure(value) for value in (count.precision, count.recall, count.f1)]
        table.add_row(name, *figures, str(count.tp), str(count.fp), str(count.fn))
    console.print(table)


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def print_errors(count: Count, console: Console) -> None:
    """Where a field went wrong: what the gold has and the record lacks, and the other way round."""
    for where, missed, spurious in count.errors:
        lines = [where, *(f"  missed    {value}" for value in missed), *(f"  spurious  {value}" for value in spurious)]
        console.print(Text("\n".join(safe(line) for line in lines)), soft_wrap=True)


def print_sunk(counts: Mapping[str, Count], floors: Path, gold: str, console: Console) -> bool:
    """Fields below their pinned floor; returns whether all floors hold.

    Args:
        counts: present scores.
        floors: file of pinned floors.
        gold: hash of the gold that was measured; other gold has other floors, which is said.
        console: where to print.

    Raises:
        OSError: the floors cannot be read.
    """
    pinned, wanted = read_floors(floors)
    if pinned != gold:
        console.print(f"{floors.name} was pinned on other gold ({pinned}, now {gold}): measure and --pin anew", highlight=False)
    sunk = below(counts, wanted)
    for name, (now, floor) in sunk.items():
        console.print(f"{name}: {now:.3f} is below its floor {floor:.3f}", highlight=False)
    return pinned == gold and not sunk
