"""Finds one piece of a dump by the name that a record gives it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.schema import Failure, Source
    from pipeline.settings import ReadSettings

_LISTED = 5


class LocateError(LookupError):
    """No single piece answers to the name; the message says what there is."""


def split(name: str) -> tuple[Path, str | None]:
    """„pismo.jsonl#3" -> its path and "3"; a file whose own name holds a # is found too."""
    if Path(name).exists() or "#" not in name:
        return Path(name), None
    path, _, locator = name.partition("#")
    return Path(path), locator


def locate(name: str, settings: ReadSettings) -> Source | Failure:
    """The piece „pismo.jsonl#3", read and decoded.

    Raises:
        LocateError: there is no such file or piece, it is a folder, or the file holds several and none was named.
    """
    path, locator = split(name)
    if path.is_dir():
        raise LocateError(f"{path} is a folder; name one of its files")
    if not path.exists():
        raise LocateError(f"{path}: no such file")
    return _choose(path, locator, read([path], settings))


def _choose(path: Path, locator: str | None, items: Iterable[Source | Failure]) -> Source | Failure:
    seen: list[Source | Failure] = []
    for item in items:
        if locator is not None and item.source.partition("#")[2] == locator:
            return item
        if len(seen) <= _LISTED:
            seen.append(item)
        if locator is None and len(seen) > _LISTED:
            break
    if locator is None and len(seen) == 1:
        return seen[0]
    there = ", ".join(f"{path}#{i.source.partition('#')[2]}" for i in seen[:_LISTED])
    more = " …" if len(seen) > _LISTED else ""
    if locator is None:
        raise LocateError(f"{path} holds several articles; name one: {there}{more}" if seen else f"{path} holds nothing")
    raise LocateError(f"{path} holds no piece {locator!r}" + (f"; there are {there}{more}" if seen else ""))
