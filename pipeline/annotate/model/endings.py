"""Lemmas of words that the dictionary lacks, by their endings: („Wrzosowiczem", subst:sg:inst:m1) -> strip „em"."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 5
"""characters of an ending"""
_SHORTEST_STEM = 2
_SUPPORT = 3
"""distinct forms that must share a change for it to become a rule"""

Change = tuple[int, str]
"""Characters to strip and characters to add."""


def change_of(form: str, lemma: str) -> Change:
    """(„Karolinie", „Karolina") -> (2, „a")."""
    shared = 0
    for a, b in zip(form, lemma, strict=False):
        if a != b:
            break
        shared += 1
    return len(form) - shared, lemma[shared:]


def learn_endings(triples: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Rules by tag and ending from distinct (form, tag, lemma); a rule that a shorter ending already gives is left out."""
    counts: defaultdict[tuple[str, str], Counter[Change]] = defaultdict(Counter)
    for form, tag, lemma in triples:
        change = change_of(form.lower(), lemma.lower())
        for size in range(min(_LONGEST, len(form) - _SHORTEST_STEM) + 1):
            if change[0] <= len(form) - _SHORTEST_STEM:
                counts[tag, form.lower()[len(form) - size :]][change] += 1
    rules: dict[str, dict[str, str]] = {}
    for (tag, ending), changes in sorted(counts.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        best, support = min(changes.items(), key=lambda item: (-item[1], item[0]))
        known = rules.setdefault(tag, {})
        if support >= _SUPPORT and _lookup(known, ending) != best:
            known[ending] = f"{best[0]}{best[1]}"
    return {tag: found for tag, found in rules.items() if found}


def _lookup(rules: dict[str, str], form: str) -> Change | None:
    for size in range(min(_LONGEST, len(form)), -1, -1):
        rule = rules.get(form[len(form) - size :])
        if rule is not None:
            return int(rule[0]), rule[1:]
    return None


def guess(rules: dict[str, dict[str, str]], form: str, tag: str) -> str:
    """(„Wrzosowiczem", „subst:sg:inst:m1") -> „Wrzosowicz"; the form itself where no rule fits."""
    found = _lookup(rules.get(tag, {}), form.lower())
    if found is None or found[0] > len(form) - _SHORTEST_STEM:
        return form
    added = found[1].upper() if form.isupper() and len(form) > 1 and found[0] else found[1]
    return form[: len(form) - found[0]] + added
