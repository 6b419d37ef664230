"""Finds one piece of a dump by the name that a record gives it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.read import read_one
from pipeline.schema import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.schema import Source
    from pipeline.settings import ReadSettings

_LISTED = 5
_MARK, _AT = "#", "@"


class LocateError(LookupError):
    """No single piece answers to the name; the message says what there is."""


def split(name: str) -> tuple[Path, str | None]:
    """„dump.zip#2012/pisma.jsonl#3" -> its path and „2012/pisma.jsonl#3"; a file whose own name holds a # is found too."""
    if Path(name).exists() or _MARK not in name:
        return Path(name), None
    parts = name.split(_MARK)
    for number in range(len(parts) - 1, 0, -1):
        path = Path(_MARK.join(parts[:number]))
        if path.exists():
            return path, _MARK.join(parts[number:])
    return Path(parts[0]), _MARK.join(parts[1:])


def locate(name: str, settings: ReadSettings) -> Source | Failure:
    """The piece „pismo.jsonl#3", „dump.tar.gz#2012/a.html" or, by its byte offset, „strony.warc.gz#@4711", read and decoded.

    What stands before it is skipped as cheaply as its format allows.

    Raises:
        LocateError: there is no such file or piece, it is a folder, or the file holds several and none was named.
    """
    path, locator = split(name)
    if path.is_dir():
        raise LocateError(f"{path} is a folder; name one of its files")
    if not path.exists():
        raise LocateError(f"{path}: no such file")
    found = list(islice(_fitting(path, locator, settings), _LISTED + 1))
    if len(found) == 1:
        return found[0]
    if found:
        raise LocateError(f"{name} holds several articles; name one: {_listed(path, found)}")
    there = list(islice(read_one(path, None, settings), _LISTED + 1))
    if locator is None or not there:
        raise LocateError(f"{path} holds nothing")
    raise LocateError(f"{path} holds no piece {locator!r}; there are {_listed(path, there)}")


def _fitting(path: Path, locator: str | None, settings: ReadSettings) -> Iterator[Source | Failure]:
    for item in read_one(path, locator, settings):
        if locator is None or _fits(item, _tail(item, path), locator):
            yield item


def _tail(item: Source | Failure, path: Path) -> str:
    """„pismo.jsonl#3" -> "3": what stands behind the file's own name, which may hold a # too."""
    return item.source.split(_MARK, path.name.count(_MARK) + 1)[-1] if item.source.count(_MARK) > path.name.count(_MARK) else ""


def _listed(path: Path, items: list[Source | Failure]) -> str:
    names = (f"{path}{_MARK}{tail}" if (tail := _tail(item, path)) else str(path) for item in items[:_LISTED])
    return ", ".join(names) + (" …" if len(items) > _LISTED else "")


def _fits(item: Source | Failure, tail: str, locator: str) -> bool:
    """Whether a piece is the one, or one of those in the member, that the locator names; or why nobody can tell."""
    if tail == locator or tail.startswith(locator + _MARK):
        return True
    if isinstance(item, Failure):
        return not tail or locator.startswith(tail + _MARK)
    offset = locator.rpartition(_MARK)[2]
    return offset.startswith(_AT) and offset == f"{_AT}{item.byte_offset}"
