"""„dump.tar.gz" read twice: what the first reading learns of its index files, so that the second need not look for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.read.members import Indexes

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 100_000
"""files that all indexes together may describe and be kept, some 30 MB; where there are more, archives are looked through
again, since memory may not grow with the dump"""


@dataclass(slots=True)
class Learnt:
    """What a reading knows, or is to learn, of one archive's indexes."""

    indexes: Indexes
    known: bool
    """whether ``indexes`` is all that the archive holds; else the reading adds what it meets"""


@dataclass(slots=True)
class Catalog:
    """The indexes of the tar archives that one reading of the inputs has gone through, for the next one."""

    late: bool = False
    """whether an index stood behind members that it may describe: these were read without it"""
    _archives: dict[Path, Indexes | None] = field(default_factory=dict)
    """by file on disk, which holds one such archive at most; None for what is too much to be kept"""
    _left: int = KEPT

    def look_up(self, path: Path) -> Learnt | None:
        """What is known of a file's archive; None where it has to be looked through first."""
        if path not in self._archives:
            return Learnt(Indexes(), known=False)
        indexes = self._archives[path]
        return None if indexes is None else Learnt(indexes, known=True)

    def keep(self, path: Path, indexes: Indexes) -> None:
        """Takes note of an archive that was read to its end."""
        self._left -= len(indexes)
        self._archives[path] = indexes if self._left >= 0 else None
