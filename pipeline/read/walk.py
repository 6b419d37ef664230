"""„dump/2012/artykul-17.html": the files behind the paths that a user names, in a stable order."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.read.reasons import failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.schema import Failure

SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""files that file managers leave behind"""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read."""

    path: Path
    name: str
    """path relative to the INPUT argument, with "/"; for a single file its name"""


def walk(given: Path) -> Iterator[Found | Failure]:
    """„dump/": the files of a folder, sorted by path, without hidden ones; a file itself; a failure row for a missing path."""
    try:
        kind = "folder" if given.is_dir() else "file" if given.exists() else "missing"
    except (OSError, ValueError) as error:
        yield failure(printable(str(given)), "unreadable", reason_of(error))
        return
    if kind == "missing":
        broken = given.is_symlink()
        yield failure(
            printable(given.name or str(given)), "unreadable" if broken else "missing_input", _missing(given, broken=broken)
        )
    elif kind == "file":
        yield Found(given, printable(given.name))
    else:
        yield from _folder(given)


def _missing(given: Path, *, broken: bool) -> str:
    return "the link points nowhere" if broken else f"there is no file or folder {given}; check the path"


def _folder(top: Path) -> Iterator[Found | Failure]:
    count = 0
    for item in _entries(top, top):
        count += 1
        yield item
    if not count:
        yield failure(top.name or str(top), "no_documents", "the folder holds no file that is not hidden")


def _entries(folder: Path, top: Path) -> Iterator[Found | Failure]:
    """Depth first; a folder's entries sorted by name, so that the order is that of the sorted paths on every machine."""
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            with os.scandir(current) as entries:
                names = sorted((entry.name, entry.is_dir(follow_symlinks=False), _waits(entry)) for entry in entries)
        except OSError as error:
            yield failure(printable(current.relative_to(top).as_posix()), "unreadable", reason_of(error))
            continue
        folders = []
        for name, is_folder, waits in names:
            if name.startswith(".") or name.lower() in SYSTEM:
                continue
            if is_folder:
                folders.append(current / name)
            elif waits:
                yield failure(
                    (current / name).relative_to(top).as_posix(), "unsupported", "a pipe, a socket or a device, no file"
                )
            else:
                yield Found(current / name, printable((current / name).relative_to(top).as_posix()))
        pending += reversed(folders)


def _waits(entry: os.DirEntry[str]) -> bool:
    """Whether opening it may wait for ever: a pipe that lies in a folder, unlike one that the user names."""
    try:
        mode = entry.stat().st_mode
    except OSError:  # a broken link: opening it says so
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def printable(name: str) -> str:
    """„artykuł.txt" with a name in windows-1250 on a disk of UTF-8: bytes that no file could hold as text become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def reason_of(error: OSError | ValueError) -> str:
    """„Permission denied": the system's words, without the path of this machine."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
