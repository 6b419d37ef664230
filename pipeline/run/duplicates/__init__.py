"""„Echo Powiatu przedrukowało komunikat urzędu": exact and near duplicates of a run, linked when all of it was read.

What is kept of an article is its signature, a kilobyte. The links depend on the articles alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.run.duplicates.candidates import pairs
from pipeline.run.duplicates.likeness import compare
from pipeline.run.duplicates.signature import signature
from pipeline.schema import DuplicateRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.run.duplicates.signature import Signature
    from pipeline.schema import Record

FULL = 0.8
"""of the longest copy's characters: a copy that may represent the group, if it is the earliest of these"""
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class _Seen:
    id: str
    source: str
    published: str
    """last day that the publication date may mean, so that a bare year does not go before a day in it"""
    length: int
    signature: Signature

    @property
    def fullest(self) -> tuple[int, str, str, str]:
        return (-self.length, self.published, self.source, self.id)

    @property
    def earliest(self) -> tuple[str, int, str, str]:
        return (self.published, -self.length, self.source, self.id)


class Duplicates:
    """Takes the records of a run in any order and links them at its end."""

    def __init__(self) -> None:
        self._seen: list[_Seen] = []

    def add(self, record: Record) -> None:
        """Remembers a record that will be written."""
        signed = signature(record.text)
        self._seen.append(_Seen(record.id, record.source, _last_day(record.published), len(record.text), signed))

    def links(self) -> list[DuplicateRow]:
        """Every copy with the article that represents it, sorted by both ids.

        A group gathers around its fullest text: every member is a copy of that one, not of one another in a chain. The earliest
        of the copies that are nearly as full represents the group.
        """
        texts: defaultdict[int, list[_Seen]] = defaultdict(list)
        for seen in self._seen:
            texts[seen.signature.exact].append(seen)
        alike = sorted((sorted(same, key=lambda s: s.earliest) for same in texts.values()), key=lambda same: same[0].fullest)
        rows = [row for group in _groups(alike) for row in _linked([seen for same in group for seen in same])]
        return sorted(rows, key=lambda row: (row.representative, row.article_id))


def _last_day(published: str | None) -> str:
    """„2013" -> "2013-12-31": months are taken to have 31 days, which orders them as well."""
    if not published or not published[:4].isdigit():
        return _NEVER
    return published + _NEVER[len(published) :] if len(published) <= len(_NEVER) else published


def _groups(texts: list[list[_Seen]]) -> Iterable[list[list[_Seen]]]:
    """Distinct texts, fullest first, gathered around those that no fuller one holds."""
    sketches = np.array([same[0].signature.sketch for same in texts], dtype=np.uint16)
    near: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs(sketches).tolist() if texts else ():
        if compare(texts[one][0].signature, texts[other][0].signature).is_copy:
            near[one].append(other)
    taken: set[int] = set()
    for center, same in enumerate(texts):
        if center in taken:
            continue
        copies = [other for other in near[center] if other not in taken]
        taken.update(copies)
        yield [same, *(texts[other] for other in copies)]


def _linked(members: list[_Seen]) -> Iterable[DuplicateRow]:
    enough = FULL * max(seen.length for seen in members)
    chosen = min((seen for seen in members if seen.length >= enough), key=lambda seen: seen.earliest)
    for seen in members:
        if seen is chosen:
            continue
        exact = seen.signature.exact == chosen.signature.exact
        yield DuplicateRow(
            article_id=seen.id,
            representative=chosen.id,
            kind="exact" if exact else "near",
            similarity=100 if exact else compare(seen.signature, chosen.signature).percent,
        )
