"""Rules over sequences of lemmas, read from a table of a TOML file: „mocna strona" -> strength."""

from __future__ import annotations

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


def _rule(entry: dict[str, Any]) -> Rule:
    known = {"id", "kind", "weight", "lemmas"}
    return Rule(
        id=entry["id"],
        kind=entry["kind"],
        weight=entry.get("weight", 1),
        patterns=tuple(pattern(p) for p in entry["lemmas"]),
        options={k: v for k, v in entry.items() if k not in known},
    )


@lru_cache(maxsize=16)
def rule_book(path: Path, table: str) -> RuleBook:
    """The rules of one table of a TOML file: entries with id, kind, lemmas, perhaps weight and other keys.

    Raises:
        ValueError: two rules share an id, or a pattern holds no word.
    """
    rules = tuple(_rule(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))[table])
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
