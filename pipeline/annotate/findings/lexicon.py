"""The data of this folder, read once: what introduces findings, who audits, which words blame and which praise."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.annotate.findings.words import Pattern, match, pattern

if TYPE_CHECKING:
    from pipeline.annotate.findings.words import Word

_FOLDER = Path(__file__).parent


class Rule(NamedTuple):
    """„mocne strony:" -> strength: what one entry of a rule file says."""

    id: str
    kind: str
    weight: int
    context: str
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


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _rule(entry: dict[str, Any]) -> Rule:
    known = {"id", "kind", "weight", "context", "lemmas"}
    return Rule(
        id=entry["id"],
        kind=entry["kind"],
        weight=entry.get("weight", 1),
        context=entry.get("context", "article"),
        patterns=tuple(pattern(p) for p in entry["lemmas"]),
        options={k: v for k, v in entry.items() if k not in known},
    )


@lru_cache(maxsize=8)
def book(name: str, table: str) -> RuleBook:
    """The rules of one table of a TOML file beside this module.

    Raises:
        ValueError: two rules share an id.
    """
    rules = tuple(_rule(entry) for entry in _toml(name)[table])
    if len({r.id for r in rules}) != len(rules):
        raise ValueError(f"{name}: an id stands twice")
    first: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for wanted in rule.patterns:
            for key in wanted.steps[0]:
                first.setdefault(key, []).append((rule, wanted))
    return RuleBook(rules, {key: tuple(entries) for key, entries in first.items()})


@lru_cache(maxsize=8)
def context_words(name: str) -> frozenset[str]:
    """One list of ``context.toml``, "audit" spelled "audyt"."""
    return frozenset(w.replace("audit", "audyt") for w in _toml("context.toml")[name])


@lru_cache(maxsize=8)
def context_patterns(name: str) -> tuple[Pattern, ...]:
    """One list of ``context.toml`` as sequences."""
    return tuple(pattern(p) for p in _toml("context.toml")[name])


@lru_cache(maxsize=1)
def polarity() -> dict[str, str]:
    """„brak" -> fault, „zaangażowanie" -> praise, „uzupełnić" -> advice."""
    with (_FOLDER / "polarity.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["lemma"]: row["polarity"] for row in csv.DictReader(lines, delimiter="\t")}


def count(sentence: list[Word]) -> dict[str, int]:
    """„nieterminowe regulowanie zobowiązań" -> {"fault": 1}: how many words blame, praise and advise."""
    table = polarity()
    found = {"fault": 0, "praise": 0, "advice": 0}
    for i, word in enumerate(sentence):
        marks = {table[key] for key in word.keys if key in table}
        if "/neg" in word.keys:
            marks = {"fault"}
        negated = i > 0 and sentence[i - 1].form.lower() in {"nie", "bez", "mało", "brak"}
        if negated and marks & {"fault", "praise"}:
            marks = {"praise" if "fault" in marks else "fault"}
        for mark in marks:
            found[mark] += 1
    return found


def has_any(sentence: list[Word], wanted: frozenset[str]) -> bool:
    """Whether one of the lemmas is among the words."""
    return any(word.keys & wanted for word in sentence)


def matches_any(sentence: list[Word], wanted: tuple[Pattern, ...]) -> bool:
    """Whether one of the sequences is among the words."""
    return any(match(sentence, i, p) is not None for p in wanted for i in range(len(sentence)))
