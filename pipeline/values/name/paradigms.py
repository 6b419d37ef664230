"""„Nomejki" -> Nomejko or Nomejka: what the nominative of a name that the dictionary lacks may be, from its ending alone."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘′`´", "'"))
_VOWELS = "aeiouyąęóäöüáéíúýèëïôøåőű"
_MUTE_VOWELS = "eiouyé"
_OBLIQUE = ("owi", "em", "ego", "emu", "ej", "ym", "ach", "ami", "im")
_HARD_END = re.compile(r"[bcdfghkpstzżźśw][rlłnm]$")
_HARD_K = re.compile(r"[bcdfghjłmńpśtwzżź]k$")
_NO_HIATUS = re.compile(r"[aeouy]a$")


class Guess(NamedTuple):
    """„Kałka" as „Kałek", genitive, m: a nominative, the cases of the printed form, the gender, how safe that is (0 to 7)."""

    lemma: str
    cases: tuple[str, ...]
    gender: str
    weight: float


class _Rule(NamedTuple):
    gender: str
    lemma: str
    cases: tuple[str, ...]
    weight: float


@lru_cache(maxsize=1)
def _rules() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    text = resources.files(__package__).joinpath("paradigms.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    for row in rows:
        rule = _Rule(row["gender"], row["lemma"], tuple(row["cases"].split(",")), float(row["weight"]))
        rules.setdefault(row["form"], []).append(rule)
    return rules


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _rules()))


@lru_cache(maxsize=50_000)
def guess(word: str) -> tuple[Guess, ...]:
    """„Kałka" -> Kałek (genitive, m), Kałk (genitive, m), Kałka (nominative, f or m) …, in the order of the table.

    Args:
        word: one word of a name, capitalised.

    Returns:
        Every reading that the endings in ``paradigms.tsv`` allow, the uninflected ones among them (a woman's surname in a
        consonant, a foreign name in a vowel); never empty for a non-empty word.
    """
    plain = word.translate(_APOSTROPHES)
    found = list(_unchanged(word))
    for size in range(min(_longest(), len(plain) - 1), 0, -1):
        for rule in _rules().get(plain[-size:], ()):
            stem = plain[:-size]
            lemma = stem + rule.lemma
            if _possible(lemma, rule):
                found.append(Guess(lemma, rule.cases, rule.gender, rule.weight - _penalty(lemma, rule)))
    return tuple(found)


def _possible(lemma: str, rule: _Rule) -> bool:
    """A nominative has a vowel; „Pillay" is not the genitive of "Pillaa"."""
    return len(lemma) >= 2 and any(c in _VOWELS for c in lemma.lower()) and not (rule.lemma == "a" and _NO_HIATUS.search(lemma))


def _penalty(lemma: str, rule: _Rule) -> float:
    """„Novotna" is hardly the genitive of "Novotn": before a final sonorant a fleeting e would stand."""
    if rule.lemma:
        return 0.0
    return 2.0 if _HARD_END.search(lemma) else 0.5 if _HARD_K.search(lemma) else 0.0


def _unchanged(word: str) -> tuple[Guess, ...]:
    """Readings in which the printed form is the nominative, or does not inflect."""
    every = ("gen", "dat", "acc", "inst", "loc", "voc")
    last = word[-1:].lower()
    if last == "a":
        return (
            Guess(word, ("nom",), "f", 3.2),
            Guess(word, ("nom",), "m", 2.6),
            Guess(word, every, "m", 0.3),
            Guess(word, every, "f", 0.3),
        )
    if last in _MUTE_VOWELS:
        women = 2.0 if last not in "yi" else 1.0
        return (
            Guess(word, ("nom",), "m", 3.0),
            Guess(word, every, "m", 1.2),
            Guess(word, ("nom",), "f", women),
            Guess(word, every, "f", women),
        )
    if last in "ąę":
        return (Guess(word, ("nom",), "m", 0.6),)
    doubt = 2.5 if word.lower().endswith(_OBLIQUE) else 0.0
    return (
        Guess(word, ("nom",), "m", 4 - doubt),
        Guess(word, every, "m", 0.8),
        Guess(word, ("nom",), "f", 3.2 - doubt),
        Guess(word, every, "f", 3.2 - doubt),
    )
