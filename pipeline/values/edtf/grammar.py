"""The grammar of grammar.toml, compiled: one search for the next date, then the rule's own groups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipeline.values.edtf.lexer import Atoms

_MACRO = re.compile(r"\{([A-Z]+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")
_VALUED = "abcYhoMmRW"
"""kinds of numbers, months and weekdays"""
_BACK = re.compile(r"\(\?P=\w+\)")


@dataclass(frozen=True, slots=True)
class Rule:
    """„days-month": a pattern over atoms and what else must hold; see the head of grammar.toml."""

    id: str
    pattern: re.Pattern[str]
    first: str
    build: str
    glued: bool = False
    glued_head: bool = False
    abbreviated: bool = False
    nominative: bool = False
    bare: bool = False
    bare_month: bool = False
    padded: bool = False
    groups: dict[str, tuple[int, ...]] = field(init=False)
    """name of a group -> its number, and that of its second name („y_")"""

    def __post_init__(self) -> None:
        numbered: dict[str, tuple[int, ...]] = {}
        for name, number in self.pattern.groupindex.items():
            plain = name.removesuffix("_")
            numbered[plain] = (*numbered.get(plain, ()), number)
        object.__setattr__(self, "groups", numbered)

    @property
    def spelling(self) -> bool:
        """Whether the rule takes its month only in some spellings."""
        return self.bare_month or self.nominative or self.abbreviated


class Hit(NamedTuple):
    """One match of a rule: first atom of the mention, and one past the last."""

    rule: Rule
    match: re.Match[str]
    atoms: Atoms
    start: int
    end: int

    def group(self, name: str) -> tuple[int, int] | None:
        """Atom range of a group, also under its second name („y_")."""
        for number in self.rule.groups.get(name, ()):
            span = self.match.span(number)
            if span[0] >= 0:
                return span
        return None

    def numbers(self, name: str, kinds: str = _VALUED) -> list[int]:
        """Values of a group's atoms of the given kinds, in order."""
        span = self.group(name)
        atoms = self.atoms
        return [atoms.values[i].value for i in range(*span) if atoms.kinds[i] in kinds] if span else []

    def number(self, name: str) -> int | None:
        """Value of a group's first number, month or weekday; None where the group did not take part."""
        span = self.group(name)
        if span is not None:
            for i in range(*span):
                if self.atoms.kinds[i] in _VALUED:
                    return self.atoms.values[i].value
        return None


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while (bigger := _MACRO.sub(lambda m: macros[m[1]], pattern)) != pattern:
        pattern = bigger
    return pattern


def _searched(pattern: str, number: int) -> str:
    """The pattern of a rule without its inner groups but those that a back reference names."""
    back = "(?P=s)" in pattern
    plain = _GROUP.sub(lambda m: f"(?P<s{number}>" if back and m[0] == "(?P<s>" else "(?:", pattern)
    return _BACK.sub(f"(?P=s{number})", plain)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, where one can begin, and one expression for each kind of atom with which one begins."""

    rules: tuple[Rule, ...]
    opening: re.Pattern[str]
    by_kind: dict[str, re.Pattern[str]]
    by_group: dict[str | None, Rule]


@lru_cache(maxsize=1)
def _compiled() -> Grammar:
    data = tomllib.loads((files(__package__) / "grammar.toml").read_text(encoding="utf-8"))
    rules = []
    parts: dict[str, list[str]] = {}
    for number, entry in enumerate(data["rule"]):
        printed = entry.pop("pattern")
        pattern = _expand(printed, data["macros"])
        rules.append(Rule(pattern=re.compile(pattern), **entry))
        without = _expand(printed, {**data["macros"], "WDAY": ""})  # no day of the week begins with a number
        for kind in entry["first"]:
            parts.setdefault(kind, []).append(f"(?P<r{number}>{_searched(without if kind in 'abo' else pattern, number)})")
    opening = re.compile(f"[{re.escape(''.join(parts))}]")
    by_kind = {kind: re.compile("|".join(each)) for kind, each in parts.items()}
    return Grammar(tuple(rules), opening, by_kind, {f"r{number}": rule for number, rule in enumerate(rules)})


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    return _compiled().rules


def next_hit(atoms: Atoms, position: int, *, here: bool = False) -> Hit | None:
    """The next date phrase at or after an atom; with ``here`` only one that begins right there."""
    grammar, kinds = _compiled(), atoms.kinds
    opening, by_kind = (grammar.opening.match if here else grammar.opening.search), grammar.by_kind
    while (at := opening(kinds, position)) is not None:
        found = by_kind[at[0]].match(kinds, at.start())
        if found is not None:
            rule = grammar.by_group[found.lastgroup]
            match = rule.pattern.match(kinds, found.start())
            return Hit(rule, match, atoms, *match.span()) if match and match.end() > match.start() else None
        if here:
            break
        position = at.end()
    return None
