"""„pisma.jsonl" in „dump.tar.gz": bytes from a disk or from inside a container, which readers take alike."""

from __future__ import annotations

import io
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from pipeline.read.errors import BrokenError, broken
from pipeline.read.sidecar import About
from pipeline.read.sniff import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pipeline.read.catalog import Catalog
    from pipeline.read.locator import Locator, Wanted
    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings

FREE = 100_000_000
"""bytes that any file may unpack to, whatever its own size: small files compress well and do no harm"""
_SPOOL = 8_000_000
"""bytes that are held in memory before a member that must be read out of order goes to a temporary file"""


class Budget:
    """Bytes that one file of the input may still unpack to, over all its layers: a bomb ends as a failure row."""

    def __init__(self, packed: int, ratio: int) -> None:
        self._left = max(FREE, packed * ratio)
        self._ratio = ratio

    def spend(self, count: int) -> None:
        """Takes note of unpacked bytes.

        Raises:
            BrokenError: there were too many; with the reason "too_large".
        """
        self._left -= count
        if self._left < 0:
            raise BrokenError("too_large", f"it unpacks to more than {self._ratio} times its size (read.max_ratio)")


class Unpacked(io.RawIOBase):
    """A decompressor's bytes, counted; what it raises becomes a ``BrokenError`` once all bytes before were given."""

    def __init__(self, inner: IO[bytes], budget: Budget | None) -> None:
        self._read = getattr(inner, "read1", inner.read)
        """not ``read``, which waits for all that was asked for and loses it when a break comes first"""
        self._budget = budget
        self._position = 0
        self._error: BrokenError | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes given so far."""
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer, but at the end or before damage.

        Raises:
            BrokenError: the bytes cannot be unpacked, or are too many.
        """
        if self._error is not None:
            raise self._error
        filled = 0
        while filled < len(buffer):
            try:
                data = self._read(len(buffer) - filled)
                if self._budget is not None:
                    self._budget.spend(len(data))
            except Exception as error:  # every library of compression raises its own
                self._error = broken(error)
                if not filled:
                    raise self._error from error
                break
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        self._position += filled
        return filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """One file, or one member of a container, ready to be read once."""

    locator: Locator
    name: str
    """file name whose suffix tells the format: „pisma.jsonl" for „pisma.jsonl.gz" once it is unpacked"""
    stream: io.BufferedReader
    about: About = field(default_factory=About)
    on_disk: bool = False
    """whether ``stream`` is the file itself and may be sought in"""
    depth: int = 0
    """containers around it"""
    reopen: Callable[[], Blob] | None = None
    """reads it again from its start, where that is possible"""

    @property
    def suffix(self) -> str:
        """„.jsonl"; "" for none."""
        return PurePosixPath(self.name).suffix

    @property
    def head(self) -> bytes:
        """The first 65,536 bytes at most; they are not consumed."""
        return self.stream.peek(HEAD)[:HEAD]

    def seekable(self) -> BinaryIO:
        """The bytes in a form that may be read out of order: the file, else a temporary copy.

        Raises:
            BrokenError: the bytes end too early, are corrupt or too many.
        """
        if self.on_disk:
            return cast("BinaryIO", self.stream)
        copy = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - its reader closes it
        shutil.copyfileobj(self.stream, copy, HEAD)
        copy.seek(0)
        return cast("BinaryIO", copy)


def buffered(inner: IO[bytes], budget: Budget | None) -> io.BufferedReader:
    """What a decompressor gives, as a stream that can be peeked into; counted unless ``budget`` is None."""
    return io.BufferedReader(Unpacked(inner, budget), HEAD)


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader needs to know beside its bytes."""

    settings: ReadSettings
    budget: Budget
    enter: Callable[[Blob, Context, Wanted], Iterator[Source | Failure]]
    """reads a member, whatever it is"""
    tell: Callable[[str, str], None]
    """takes a file's name and how its columns were understood"""
    path: Path | None = None
    """the file on disk"""
    catalog: Catalog | None = None
    """what earlier readings of the same inputs learnt; None where there is only one"""
