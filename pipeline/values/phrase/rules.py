"""Rules over sequences of lemmas, read from a table of a TOML file: „mocna strona" -> strength."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.values.phrase.words import Pattern, match, pattern

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.values.phrase.words import Word


class Rule(NamedTuple):
    """„mocne strony:" -> strength: what one entry of a rule file says; ``options`` holds its own keys."""

    id: str
    kind: str
    weight: int
    patterns: tuple[Pattern, ...]
    options: dict[str, Any]


class Hit(NamedTuple):
    """A rule that matched, and the places of its words in the sentence."""

    rule: Rule
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules by the first word of their patterns, so that a sentence is read once."""

    rules: tuple[Rule, ...]
    first: dict[str, tuple[tuple[Rule, Pattern], ...]]

    def hits(self, sentence: list[Word]) -> list[Hit]:
        """Every match of every rule, in the order of the words."""
        found: dict[tuple[tuple[int, ...], str], Hit] = {}
        for i, word in enumerate(sentence):
            for key in word.keys & self.first.keys():
                for rule, wanted in self.first[key]:
                    places = match(sentence, i, wanted)
                    if places is not None:
                        found[tuple(places), rule.id] = Hit(rule, tuple(places))
        return [found[key] for key in sorted(found)]


_CLASS = re.compile(r"\$(\w+)")


def _expanded(printed: str, classes: dict[str, str]) -> str:
    """„$grant ~ certyfikat" with the words of the class in the place of its name."""
    return _CLASS.sub(lambda m: classes[m[1]], printed)


def _rule(entry: dict[str, Any], classes: dict[str, str]) -> Rule:
    known = {"id", "kind", "weight", "lemmas"}
    return Rule(
        id=entry["id"],
        kind=entry["kind"],
        weight=entry.get("weight", 1),
        patterns=tuple(pattern(_expanded(p, classes)) for p in entry["lemmas"]),
        options={k: v for k, v in entry.items() if k not in known},
    )


@lru_cache(maxsize=16)
def rule_book(path: Path, table: str) -> RuleBook:
    """The rules of one table of a TOML file: entries with id, kind, lemmas, perhaps weight and other keys.

    „$name" in a pattern stands for the choices of that name in the file's table ``classes``.

    Raises:
        KeyError: a pattern names a class that the file does not hold.
        ValueError: two rules share an id, or a pattern holds no word.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = tuple(_rule(entry, tables.get("classes", {})) for entry in tables[table])
    if len({r.id for r in rules}) != len(rules):
        raise ValueError(f"{path.name}: an id stands twice")
    first: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for wanted in rule.patterns:
            for key in wanted.steps[0]:
                first.setdefault(key, []).append((rule, wanted))
    return RuleBook(rules, {key: tuple(entries) for key, entries in first.items()})


def has_any(sentence: list[Word], wanted: frozenset[str]) -> bool:
    """Whether one of the lemmas is among the words."""
    return any(word.keys & wanted for word in sentence)


def matches_any(sentence: list[Word], wanted: tuple[Pattern, ...]) -> bool:
    """Whether one of the sequences is among the words."""
    return any(match(sentence, i, p) is not None for p in wanted for i in range(len(sentence)))
