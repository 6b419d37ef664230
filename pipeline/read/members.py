"""„../2012/a.html", „__MACOSX/._a": names inside archives, made safe and distinct."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from pipeline.read.reasons import failure
from pipeline.read.sidecar import NAME, About, look_up, parse_index
from pipeline.read.walk import SYSTEM, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pipeline.read.locator import Locator, Wanted
    from pipeline.schema import Failure, Source

Entry = TypeVar("Entry")
"""a member as its archive's library describes it"""

_DRIVE = re.compile(r"^[A-Za-z]:")
MAX_INDEX = 20_000_000
"""bytes; a larger index.csv inside an archive is no index"""


def safe(name: str) -> str:
    """„C:/strony/../../a.html" -> „a.html": a path that stays inside whatever folder somebody joins it to."""
    parts: list[str] = []
    for part in _DRIVE.sub("", printable(name)).replace("\\", "/").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def hidden(name: str) -> bool:
    """„.git/config", „__MACOSX/._a.html": what a walk over the folder would have passed over too."""
    return any(part.startswith(".") or part.lower() in SYSTEM for part in name.split("/"))


class Names:
    """Safe names of an archive's members; a name that stands there again gets "~2", since archives may hold it twice."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def claim(self, raw: str) -> str | None:
        """The member's name, None for one that is hidden or has no name."""
        name = safe(raw)
        if not name or hidden(name):
            return None
        key = hash(name)
        self._seen[key] += 1
        return name if self._seen[key] == 1 else f"{name}~{self._seen[key]}"


class Indexes:
    """What the ``index.csv`` files inside an archive say about their neighbours."""

    def __init__(self, found: Iterable[tuple[str, bytes]] = ()) -> None:
        self._entries: dict[PurePosixPath, dict[str, About]] = {}
        for name, data in found:
            self.learn(name, data)

    def __len__(self) -> int:
        """Files that are described."""
        return sum(map(len, self._entries.values()))

    def learn(self, name: str, data: bytes) -> bool:
        """„2012/index.csv" and its bytes: whether it is an index, which counts from now on."""
        known = parse_index(data)
        if known:
            self._entries[PurePosixPath(name).parent] = known
        return bool(known)

    def about(self, name: str, otherwise: About) -> About:
        """The entry of the nearest index above a member; else what is known about the archive."""
        path = PurePosixPath(name)
        for folder in path.parents:
            known = self._entries.get(folder)
            if known and (found := look_up(known, path.relative_to(folder).as_posix(), path.name)):
                return found
        return otherwise

    def is_index(self, name: str) -> bool:
        """Whether the member is an index, not a table of articles."""
        path = PurePosixPath(name)
        return path.name.lower() == NAME and path.parent in self._entries


def may_be_index(raw: str) -> bool:
    """„2012/index.csv"."""
    return PurePosixPath(safe(raw)).name.lower() == NAME


def read_members(
    entries: Iterable[tuple[Entry, str | None]],
    indexes: Indexes,
    locator: Locator,
    wanted: Wanted,
    read: Callable[[Entry, str, Wanted], Iterator[Source | Failure]],
) -> Iterator[Source | Failure]:
    """„2012/a.html", „2012/index.csv", „__MACOSX/._a": every member that is wanted, neither hidden nor an index, in order.

    Args:
        entries: members with their names as stored; None for a folder.
        indexes: what is known when a member's turn comes.
        locator: of the archive; an archive without a file is a failure under its name.
        wanted: the piece that is asked for.
        read: reads one member, whose safe name it is given.
    """
    names = Names()
    empty = True
    for entry, raw in entries:
        name = None if raw is None else names.claim(raw)
        if name is None or indexes.is_index(name):
            continue
        empty = False
        rest = wanted.member(name)
        if rest is None:
            continue
        yield from read(entry, name, rest)
        if wanted.one:
            return
    if empty:
        yield failure(str(locator), "no_documents", "the archive holds no file")
