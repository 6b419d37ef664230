"""The inputs as one stream of sources with distinct names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read import read
from pipeline.run.failures import failure_of
from pipeline.run.identity import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipeline.read import Catalog, Tell
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings


def sources(
    inputs: Sequence[Path],
    settings: ReadSettings,
    out: Path | None = None,
    tell: Tell | None = None,
    catalog: Catalog | None = None,
) -> Iterator[Source | Failure]:
    """Every piece of „data/raw" in order; of two inputs that hold an equal name the later one's gets "~2".

    Args:
        inputs: files and folders.
        settings: how tables and encodings are to be read.
        out: where the run writes; what lies there is a result, not an input, also where an input folder holds it.
        tell: takes a file's name and how its columns were understood, where that was guessed.
        catalog: what readers learn of archives, for inputs that are read more than once.
    """
    names = Names()
    for number, path in enumerate(inputs):
        results = _inside(out, path) if out is not None else None
        try:
            for item in read([path], settings, tell, catalog):
                if results is None or not item.source.startswith(results):
                    yield names.claim(item, number)
        except Exception as error:  # noqa: BLE001 - a reader that raises loses its input, not the run
            yield failure_of(path.name, "read", error)


def _inside(out: Path, path: Path) -> str | None:
    """„data/processed" in "data" -> "processed/": how the names of its files begin, None where it lies elsewhere."""
    folder, inner = path.resolve(), out.resolve()
    return f"{inner.relative_to(folder).as_posix()}/" if folder in inner.parents else None
