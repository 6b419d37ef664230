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
_OBLIQUE = ("owi", "em", "ego", "emu", "ej", "ym", "ach", "ami", "im", "ich", "ów")
_HARD_END = re.compile(r"[bcdfghkpstzżźśw][rlłnm]$")
_HARD_K = re.compile(r"[bcdfghjłmnńpśtwzżź]k$")
_NO_HIATUS = re.compile(r"[aeouy]a$")
_FOREIGN = re.compile(r"[qvxáéíúýäöüőűčšžřěåøæčđñçăâêîô]", re.IGNORECASE)
"""Letters of no Polish name; a stem that has one may also end in ways that Polish declension does not allow."""


_ENGLISH = re.compile(r"([ltnrsdfzc])\1y$|[kg]y$|sby$|thy$", re.IGNORECASE)
"""„Kelly", „Crosby", „Dorothy": endings of foreign nominatives in -y."""


_SURELY = re.compile(r"(?:rr|dd|ff|sb|th)$")
"""„Thierry": before these an -y is hardly the genitive of -a, with women too."""
_CONSONANTAL = re.compile(r"[aeo]y$|[gnlt]y$|[aeo]u$")
"""„Grey", „György", „Martynau": stems in a vowel letter that are declined like those in a consonant."""


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
            if _possible(stem, plain[-size:], rule):
                found.append(Guess(_printed_marks(lemma, word), rule.cases, rule.gender, rule.weight - _penalty(lemma, rule)))
    return tuple(found)


def _printed_marks(lemma: str, word: str) -> str:
    """„O’Reilly": an apostrophe that stays keeps its shape."""
    mark = next((c for c in word if c != "'" and c.translate(_APOSTROPHES) == "'"), "'")
    return lemma.replace("'", mark)


def _possible(stem: str, form: str, rule: _Rule) -> bool:
    """A nominative has a vowel and three letters; „Pillay" is not the genitive of "Pillaa", „Sky" not of "Ska" (it is "Ski").

    Polish spells the genitive of -a with y behind a hard letter other than k and g, with i behind k, g, l, j and the soft ones.
    """
    lemma = stem + rule.lemma
    if len(lemma) < 3 or not any(c in _VOWELS for c in lemma.lower()):
        return False
    if not rule.lemma and stem[-1:].lower() in _VOWELS and "'" not in form and not _CONSONANTAL.search(stem):
        return False
    if rule.lemma == "a":
        hard = stem[-1:] not in "kgljićńśź"
        return (
            not _NO_HIATUS.search(lemma)
            and not (form == "y" and (not hard or _SURELY.search(stem)))
            and not (form == "i" and hard)
        )
    return True


def _penalty(lemma: str, rule: _Rule) -> float:
    """„Novotna" is hardly the genitive of "Novotn": before a final sonorant a fleeting e would stand."""
    if rule.lemma:
        return 0.0
    return 2.0 if _HARD_END.search(lemma) else 0.5 if _HARD_K.search(lemma) else 0.0


def _unchanged(word: str) -> tuple[Guess, ...]:
    """Readings in which the printed form is the nominative, or does not inflect."""
    every = ("gen", "dat", "acc", "inst", "loc", "voc")
    last = word[-1:].lower()
    doubt = 2.5 if word.lower().endswith(_OBLIQUE) else 0.0
    if last == "a":
        return (
            Guess(word, ("nom",), "f", 3.2),
            Guess(word, ("nom",), "m", 2.6),
            Guess(word, every, "m", 0.3),
            Guess(word, every, "f", 0.3),
        )
    if last in _MUTE_VOWELS:
        women = 2.0 if last not in "yi" else 1.0
        foreign = 1.5 if last == "y" and (_FOREIGN.search(word) or _ENGLISH.search(word)) else 0.0
        return (
            Guess(word, ("nom",), "m", 3.0 + foreign - doubt),
            Guess(word, every, "m", 2.2),
            Guess(word, ("nom",), "f", max(women - doubt, 0.5)),
            Guess(word, every, "f", max(women - doubt, 0.5)),
        )
    if last in "ąę":
        return (Guess(word, ("nom",), "m", 0.6),)
    return (
        Guess(word, ("nom",), "m", 4 - doubt),
        Guess(word, every, "m", 0.8),
        Guess(word, ("nom",), "f", 3.2 - doubt),
        Guess(word, every, "f", 3.2 - doubt),
    )
