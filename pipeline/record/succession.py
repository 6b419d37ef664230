"""„nie ma już OHSAS 18001, zastąpił go ISO 45001": a renewal told as the end of one standard and the beginning of another."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.vocabulary import data
from pipeline.values.standard import find

if TYPE_CHECKING:
    from pipeline.schema import Certificate

_GIVEN = frozenset({"awarded", "renewed"})
_OVER = frozenset({"awarded", "lapsed"})
"""what the certificate of a withdrawn standard is told as, beside the one that took its place"""


@lru_cache(maxsize=1)
def _successors() -> dict[str, str]:
    """Number of a withdrawn standard -> number of the one that replaced it."""
    return dict(data()["successors"])


@lru_cache(maxsize=1024)
def _number(identifier: str) -> str:
    return next((s.value.number or "" for s in find(identifier)), "")


def _successor(old: Certificate, found: list[Certificate]) -> Certificate | None:
    """The certificate that a holder got in the place of an old one: its standards are those that replaced the old one's."""
    wanted = {_successors().get(_number(name)) for name in old.standards}
    if None in wanted or old.status not in _OVER:
        return None
    same = (c for c in found if c is not old and c.organization == old.organization and c.status in _GIVEN)
    return next((c for c in same if {_number(name) for name in c.standards} == wanted), None)


def without_replaced(found: list[Certificate]) -> list[Certificate]:
    """Leaves out certificates whose standard another one of the same holder replaced; a lapsed one makes that a renewal.

    Args:
        found: certificates of one article; an old one that is still held or planned stays.
    """
    pairs = [(old, new) for old in found if (new := _successor(old, found)) is not None]
    gone = {id(old) for old, _ in pairs}
    renewed = {id(new) for old, new in pairs if old.status == "lapsed"}
    kept = (replace(c, status="renewed") if id(c) in renewed else c for c in found if id(c) not in gone)
    return list(kept)
