"""„… prezydent Piotr<br>Kral podkreślił": lines that an editor broke with <br> in mid sentence become one again."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.clean.html.segment import printed
from pipeline.clean.plain.wrap import unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.html.segment import Segment


def join_wrapped(kept: Sequence[Segment]) -> list[Segment]:
    """„1) obieg pism<br>przychodzących" -> one line: lines of one element, joined where it is certain (clean.plain.wrap).

    Lines of different elements are never joined: the page's author parted them.
    """
    joined: list[Segment] = []
    for _, group in groupby(kept, key=lambda item: id(item.parent)):
        run = list(group)
        joined += _joined(run) if len(run) > 1 else run
    return joined


def _joined(run: list[Segment]) -> list[Segment]:
    joined: list[Segment] = []
    position = 0
    for unit in unwrap([printed(item) for item in run]):
        first = run[position]
        position += unit.lines
        text = unit.text.removeprefix(f"{first.marker} ") if first.marker else unit.text
        joined.append(first if unit.lines == 1 else replace(first, text=text))
    return joined
