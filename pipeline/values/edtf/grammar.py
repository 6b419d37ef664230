"""The grammar of grammar.toml, compiled: one search for the next date, then the rule's own groups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.values.edtf.lexer import Atoms

_MACRO = re.compile(r"\{([A-Z]+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")
_BACK = re.compile(r"\(\?P=\w+\)")


@dataclass(frozen=True, slots=True)
class Rule:
    """„days-month": a pattern over atoms and what else must hold; see the head of grammar.toml."""

    id: str
    pattern: re.Pattern[str]
    build: str
    glued: bool = False
    glued_head: bool = False
    abbreviated: bool = False
    nominative: bool = False
    bare: bool = False
    bare_month: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule: atom indexes, half-open."""

    rule: Rule
    match: re.Match[str]
    atoms: Atoms

    @property
    def start(self) -> int:
        """First atom of the mention."""
        return self.match.start()

    @property
    def end(self) -> int:
        """One past the last atom of the mention."""
        return self.match.end()

    def group(self, name: str) -> tuple[int, int] | None:
        """Atom range of a group, also under its second name („y_")."""
        match, groups = self.match, self.rule.pattern.groupindex
        for key in (name, name + "_"):
            if key in groups and (span := match.span(key))[0] >= 0:
                return span
        return None

    def numbers(self, name: str, kinds: str = "abcYhoMmRW") -> list[int]:
        """Values of a group's atoms of the given kinds, in order."""
        span = self.group(name)
        atoms = self.atoms
        return [atoms.values[i].value for i in range(*span) if atoms.kinds[i] in kinds] if span else []

    def number(self, name: str) -> int | None:
        """Value of a group's first number, month or weekday; None where the group did not take part."""
        found = self.numbers(name)
        return found[0] if found else None


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while (bigger := _MACRO.sub(lambda m: macros[m[1]], pattern)) != pattern:
        pattern = bigger
    return pattern


def _plain(group: re.Match[str], pattern: str, number: int) -> str:
    return f"(?P<s{number}>" if group[0] == "(?P<s>" and "(?P=s)" in pattern else "(?:"


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    data = tomllib.loads((files(__package__) / "grammar.toml").read_text(encoding="utf-8"))
    rules = []
    parts = []
    for number, entry in enumerate(data["rule"]):
        pattern = _expand(entry.pop("pattern"), data["macros"])
        rules.append(Rule(pattern=re.compile(pattern), **entry))
        # the search needs no inner groups but those that a back reference names
        plain = _BACK.sub(f"(?P=s{number})", _GROUP.sub(lambda m: _plain(m, pattern, number), pattern))  # noqa: B023
        parts.append(f"(?P<r{number}>{plain})")
    return re.compile("|".join(parts)), tuple(rules)


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    return _compiled()[1]


def next_hit(atoms: Atoms, position: int, *, here: bool = False) -> Hit | None:
    """The next date phrase at or after an atom; with ``here`` only one that begins right there."""
    search, all_rules = _compiled()
    found = search.match(atoms.kinds, position) if here else search.search(atoms.kinds, position)
    if found is None or found.lastgroup is None:
        return None
    rule = all_rules[int(found.lastgroup[1:])]
    match = rule.pattern.match(atoms.kinds, found.start())
    return Hit(rule, match, atoms) if match and match.end() > match.start() else None
