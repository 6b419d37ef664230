"""„Legionowo": the places that an article names, with what speaks for each."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.schema import Mention

Key = tuple[str, str]
"""level and name: ("powiat", "dzierżoniowski"), ("gmina", "Legionowo")"""


@dataclass
class Candidate:
    """A name at a level with what speaks for it."""

    text: float = 0.0
    url: float = 0.0
    offices: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    first: int = 1_000_000_000
    sorts: set[str] = field(default_factory=set)
    """sorts of its evidence; „inside" for a place in an institution's name, „title" for one in the headline"""

    @property
    def points(self) -> float:
        """What text and address say together."""
        return self.text + self.url


@cache
def weights() -> dict[str, dict[str, float]]:
    """The tables of weights.toml."""
    table: dict[str, Any] = tomllib.loads(files("pipeline.record.place").joinpath("weights.toml").read_text(encoding="utf-8"))
    return table


@cache
def weight_of(rule: str) -> float:
    """„place.prep.from" -> 0.25: the points of the longest beginning of a rule id that weights.toml has.

    Raises:
        KeyError: no beginning of the id stands there.
    """
    table = weights()["evidence"]
    parts = rule.split(".")
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in table:
            return table[".".join(parts[:length])]
    raise KeyError(rule)


def sort_of(rule: str) -> str:
    """„place.office.town" -> „place.office", „place.adjective.role" -> itself: the kind of evidence, for counting."""
    parts = rule.split(".")
    return ".".join(parts[:3]) if parts[1] in {"adjective", "prep", "bare"} else ".".join(parts[:2])


def key_of(mention: Mention) -> Key:
    """„powiat dzierżoniowski" -> ("powiat", "dzierżoniowski"), „Legionowo" -> ("gmina", "Legionowo")."""
    level, name = mention.value["kind"], mention.value["name"]
    return level, name.removeprefix(f"{level} ")


_NAMED = frozenset({"place.role", "place.office", "place.unit"})
_HOSTS = frozenset({"place.role", "place.office", "place.adjective.role", "place.adjective.office", "inside", "title"})
_GUEST = frozenset({"place.adjective.role"})
_GOVERNOR = frozenset({"place.adjective.governor", "title"})


def discount(candidates: dict[Key, Candidate], offices: Iterable[str]) -> None:
    """„burmistrz Wronka … starosta dąbrowski": takes points off guests, governors and towns that only adjectives name.

    Args:
        candidates: changed in place.
        offices: kinds of gmina whose office or head the text prints without a name; they make a named unit the host.
    """
    table = weights()["discount"]
    towns = [c for (level, _), c in candidates.items() if level == "gmina"]
    host_sorts = _HOSTS | ({"place.unit"} if tuple(offices) else set())
    hosted = any(c.sorts & host_sorts for c in towns)
    named = any(c.sorts & _NAMED for c in towns)
    others = any(c.points > 0 and not c.sorts <= _GOVERNOR for c in candidates.values())
    for (level, _), candidate in candidates.items():
        sorts = candidate.sorts
        if level == "powiat" and hosted and sorts and sorts <= _GUEST:
            candidate.text *= table["guest"]
        adjectival = bool(sorts - {"title"}) and all(s.startswith("place.adjective") for s in sorts - {"title"})
        if level == "gmina" and named and adjectival:
            candidate.text *= table["adjective_only"]
        if sorts and sorts <= _GOVERNOR and others:
            candidate.text = 0.0
