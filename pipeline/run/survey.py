"""„2,310 pieces, of 14 sites": what a first reading of the inputs finds out for the second one, which extracts."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.clean.site_lines import SiteLines
from pipeline.read import Catalog
from pipeline.run.stream import sources
from pipeline.schema import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.settings import Settings


@dataclass(slots=True)
class Survey:
    """What is known before a run begins."""

    total: int | None = None
    """pieces that the run will meet; None where nobody counted them"""
    site_lines: SiteLines | None = None
    """what sites repeat on their pages; None where nobody looked"""
    catalog: Catalog | None = field(default=None, repr=False)
    """what the readers learnt of archives; None where only one reading is to come"""


def survey(inputs: Sequence[Path], out: Path, settings: Settings, limit: int | None = None) -> Survey:
    """„Tygodnik Lipowski – czytaj w każdy piątek" on page after page: one reading counts, and finds what sites repeat.

    It looks at every piece that the run will look at, so that the records do not depend on their order or on how the work is
    parted. Where an archive's index turns up behind the files that it describes, their sites were not known, and it reads once
    more. An empty survey where the settings turn it off or an input is a pipe or a device.
    """
    if not settings.clean.site_lines or not _rereadable(inputs):
        return Survey()
    catalog = Catalog() if limit is None else None
    found = _read(inputs, out, settings, limit, catalog)
    return _read(inputs, out, settings, limit, catalog) if catalog is not None and catalog.late else found


def _read(inputs: Sequence[Path], out: Path, settings: Settings, limit: int | None, catalog: Catalog | None) -> Survey:
    total, lines = 0, SiteLines()
    for source in islice(sources(inputs, settings.read, out, catalog=catalog), limit):
        total += 1
        if not isinstance(source, Failure):
            lines.add(source)
    return Survey(total, lines, catalog)


def _rereadable(inputs: Sequence[Path]) -> bool:
    return not any(path.exists() and not (path.is_file() or path.is_dir()) for path in inputs)
