"""Sequences of words by their lemmas: „zwrócili szczególną uwagę na" matches "zwrócić uwaga na". Free of spaCy."""

from __future__ import annotations

from pipeline.values.phrase.rules import Hit, Rule, RuleBook, has_any, matches_any, rule_book
from pipeline.values.phrase.words import Pattern, Word, cases, keys, match, pattern, respelled, words

__all__ = [
    "Hit",
    "Pattern",
    "Rule",
    "RuleBook",
    "Word",
    "cases",
    "has_any",
    "keys",
    "match",
    "matches_any",
    "pattern",
    "respelled",
    "rule_book",
    "words",
]
