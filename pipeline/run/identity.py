"""What only the whole run can know: whether a source's name was taken already, and whether a text was read before."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from pipeline.schema import Source
from pipeline.text import squash

if TYPE_CHECKING:
    from pipeline.schema import Failure, Record

_HALVES = re.compile(r"[\ud800-\udfff]")
"""What Python makes of a file name's bytes that it cannot decode (PEP 383)."""


def _key(text: str) -> int:
    """64 bits instead of the characters: some 100 bytes of memory a source, whatever its length."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def numbered(source: str, number: int) -> str:
    """„pismo.jsonl#3" with 2 -> "pismo.jsonl~2#3"."""
    path, mark, locator = source.partition("#")
    return f"{path}~{number}{mark}{locator}"


def printable(name: str) -> str:
    """„łąka.txt" as an old system named it in ISO-8859-2: bytes that are no UTF-8 are written out, no table could hold them."""
    return _HALVES.sub(lambda match: f"\\x{ord(match[0]) & 0xFF:02x}", name)


class Names:
    """Gives every source a name of its own: „001.txt" of a second input becomes "001.txt~2".

    Ids are hashes of name and content, so they are distinct too, and equal inputs in equal order get equal names.
    """

    def __init__(self) -> None:
        self._owners: dict[int, int] = {}

    def claim(self, item: Source | Failure, owner: int) -> Source | Failure:
        """The item, renamed where its name is taken.

        Args:
            item: a source, whose name has to be unique in the run, or a failure, which may repeat a name of its own input.
            owner: number of the input that it comes from.
        """
        own = printable(item.source)
        name, number = own, 1
        while (other := self._owners.get(_key(name))) is not None and (isinstance(item, Source) or other != owner):
            number += 1
            name = numbered(own, number)
        self._owners[_key(name)] = owner
        return item if name == item.source else replace(item, source=name)


class Originals:
    """Remembers texts by their hash: a record that repeats an earlier one letter for letter gets ``duplicate_of``.

    White space does not count. For streams whose end is not awaited; whole runs are linked by ``run.duplicates``.
    """

    def __init__(self) -> None:
        self._ids: dict[int, str] = {}

    def mark(self, record: Record) -> Record:
        """The record, linked to the first one with the same text."""
        first = self._ids.get(_key(squash(record.text)))
        return replace(record, duplicate_of=first, duplicate_kind="exact") if first not in {None, record.id} else record

    def keep(self, record: Record) -> None:
        """Remembers a record that was written; one that failed is nobody's original."""
        self._ids.setdefault(_key(squash(record.text)), record.id)
