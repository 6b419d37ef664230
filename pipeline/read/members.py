"""„../2012/a.html", „__MACOSX/._a": names inside archives, made safe and distinct."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.read.sidecar import NAME, About, look_up, parse_index
from pipeline.read.walk import SYSTEM, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        entries = ((PurePosixPath(name).parent, parse_index(data)) for name, data in found)
        self._entries = {folder: known for folder, known in entries if known}

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
