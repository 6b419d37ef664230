"""„burmistrzem został Jan Nowak": the words that tie a function to a name across a verb, from ``predicates.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_REACH = {"name role": 6, "role name": 5}
"""tokens between the two; further apart another subject comes between"""


class Predicate(NamedTuple):
    """One way to say that somebody holds a function; see the head of ``predicates.toml``."""

    id: str
    order: str
    role_case: frozenset[str]
    name_case: frozenset[str]
    words: frozenset[str]
    before: frozenset[str]

    def matches(self, tokens: Sequence[Token], between: Sequence[Token], role: Role, *, after: bool) -> bool:
        """Whether the tokens between a function and a name tie them.

        Args:
            tokens: the text's tokens.
            between: those between the two, one at least.
            role: the function.
            after: whether the name stands after the function.
        """
        if (self.order == "role name") is not after or len(between) > _REACH[self.order]:
            return False
        if not self._governs(tokens, role) or not self.words & {t.low for t in between}:
            return False
        if any(t.text == "," for t in between):
            return False
        preceding = {t.low for t in tokens[max(0, role.first - 2) : role.first]}
        return not self.before or bool(self.before & preceding)

    def _governs(self, tokens: Sequence[Token], role: Role) -> bool:
        """„Premier wyznaczył Jana Nowaka": who appoints is not appointed, though a woman's accusative would look the same."""
        governed = role.first > 0 and tokens[role.first - 1].low in {"na", "do", "w"}
        word = tokens[role.head].low
        return any(f.case in self.role_case and (governed or not f.kept(word)) for f in role.forms)


@lru_cache(maxsize=1)
def predicates() -> tuple[Predicate, ...]:
    """The predicates, in the order of the file."""
    data = tomllib.loads(resources.files(__package__).joinpath("predicates.toml").read_text(encoding="utf-8"))
    return tuple(
        Predicate(
            row["id"],
            row["order"],
            frozenset(row["role_case"]),
            frozenset(row["name_case"]),
            frozenset(row["words"]),
            frozenset(row.get("before", ())),
        )
        for row in data["predicate"]
    )


@lru_cache(maxsize=1)
def clauses() -> dict[str, dict[str, list[str] | str]]:
    """What ``predicates.toml`` has beside the predicates: elided, participle, relative."""
    data = tomllib.loads(resources.files(__package__).joinpath("predicates.toml").read_text(encoding="utf-8"))
    return {key: value for key, value in data.items() if key != "predicate"}
