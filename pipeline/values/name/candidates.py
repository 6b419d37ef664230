"""„Szczepanik" -> (Szczepanik, every case, f), (Szczepanik, nominative, m): how one word of a person's name can be read."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.values import morph
from pipeline.values.name.paradigms import guess
from pipeline.values.name.plain import restored, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable

Slot = Literal["first", "last", "any"]

FULL = 10.0
"""Weight of a reading that the dictionary marks as a name of the wanted sort; the other weights are relative to it."""
_OTHER_SORT = 7.5
_SURNAME_FIRST = 5.5
"""A surname where a first name is wanted: less than a rare first name („Jana" is Jan's genitive, not a woman's name)."""
_ADJECTIVE = 6.5
_NOUN = 5.0
_RARE = 6.8
_STAYS = 7.0
_LEFT = 4.5
"""A surname that stands in the nominative beside an inflected first name."""
_MUTE = 0.5
"""Guesses up to this weight are forms that only a foreigner's name keeps in every case."""
_GENDER = {"m1": "m", "f": "f"}
_ADJ_GENDER = {"m1": "m", "f": "f"}
_MARRIED = "nazwisko_(odmężowskie)"
_NO_VOWEL = re.compile(r"[^aeiouyąęóäöüáéíúýAEIOUYĄĘÓÄÖÜÁÉÍÚÝ]+")
_SLAVIC = {"m": "sław", "f": "sława"}
_SHORT = 6
"""letters; „Sława" itself is in the dictionary"""
_MENS_SHARE = 3
"""A lone „Stanisława" is a man's genitive where NKJP 1M counts this many times more men: nominatives are that much more
frequent than genitives and accusatives together."""
_PLURAL = ("scy", "ccy", "dzcy", "owie")
"""Endings of a family's name in the plural, which stays plural where no first name stands before it."""


class Candidate(NamedTuple):
    """One reading of a word: its nominative, case, gender (m or f) and weight (0 to 10)."""

    lemma: str
    case: str
    gender: str
    weight: float


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def _rare_feminine() -> frozenset[str]:
    """„Krzysztofa": women's names so rare that the form is nearly always the genitive of a man's."""
    return frozenset(row["name"] for row in _table("ambiguous_first.tsv") if row["woman"] == "rare")


@lru_cache(maxsize=1)
def _mostly_mens() -> frozenset[str]:
    """„Jana", „Franciszka": forms that are a man's genitive far more often than a woman's nominative."""
    rows = _table("ambiguous_first.tsv")
    return frozenset(row["name"] for row in rows if int(row["nkjp_men"]) >= _MENS_SHARE * int(row["nkjp_women"]))


@lru_cache(maxsize=1)
def _foreign_first() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in _table("foreign_first.tsv")}


@lru_cache(maxsize=1)
def _further_first() -> frozenset[tuple[str, str]]:
    return frozenset((row["name"], row["gender"]) for row in _table("first_names.tsv"))


@lru_cache(maxsize=100_000)
def listed_first(word: str) -> frozenset[tuple[str, str]]:
    """„Oksanie" -> {("Oksana", "f")}: listed names whose form a capitalised word may be.

    A form that the dictionary reads as another word („Nikoli") does not count; the name and its namesake noun's forms do.
    """
    word = titled(word)
    if len(word) < 2 or not word[0].isupper():
        return frozenset()
    readings = morph.analyse(word)
    named = {r.lemma[:1].upper() + r.lemma[1:] for r in readings} | {word}
    guessed = {(g.lemma, g.gender) for g in guess(word)}
    found = guessed & _further_first()
    if not readings:
        # „Danisława": names of two stems in -sław, of which no list has all
        found |= {(name, sex) for name, sex in guessed if name.endswith(_SLAVIC[sex]) and len(name) > _SHORT}
    return frozenset((name, gender) for name, gender in found if not readings or name in named)


def titled(word: str) -> str:
    """„MARCINIAK" -> "Marciniak", „O'NEIL" -> "O'Neil"; „McDonald" and the initials „BM", „DSZ" stay."""
    if len(word) > 2 and word.isupper() and not _NO_VOWEL.fullmatch(word):
        head, mark, tail = word.partition("'")
        return head + mark + tail.capitalize() if mark and len(head) == 1 else word.capitalize()
    return word


def feminine(adjective: str) -> str:
    """„kącki" -> "kącka", „słodowy" -> "słodowa", „tani" -> "tania"."""
    if adjective.endswith(("ki", "gi", "y")):
        return adjective[:-1] + "a"
    return adjective + "a"


def _weight(reading: morph.Reading, slot: Slot) -> float:
    first, last = morph.FIRST_NAME in reading.labels, bool(reading.labels & {morph.SURNAME, _MARRIED})
    if first and reading.gender == "f" and reading.lemma in _rare_feminine() and not (last and slot == "last"):
        return _RARE
    if slot == "any" and (first or last):
        # a lone word is a surname more often than a first name in running news
        return FULL if first else FULL - 0.3
    if (first and slot == "first") or (last and slot == "last"):
        return FULL
    if slot == "first" and last:
        return _SURNAME_FIRST
    return _OTHER_SORT if first or last else _NOUN


def _from_reading(reading: morph.Reading, slot: Slot) -> Candidate | None:
    if reading.number != "sg" or reading.case is None:
        return None
    if reading.pos == "subst" and reading.gender in _GENDER:
        named = bool(reading.labels & {morph.FIRST_NAME, morph.SURNAME, _MARRIED})
        if not named and not (reading.gender == "m1" and reading.lemma[:1].islower()):
            return None
        weight = min(_weight(reading, slot), _STAYS if _declinable(reading) else FULL)
        return Candidate(_capital(reading.lemma), reading.case, _GENDER[reading.gender], weight)
    if reading.pos == "adj" and reading.gender in _ADJ_GENDER and slot != "first":
        return Candidate(_adjective(reading), reading.case, _ADJ_GENDER[reading.gender], _ADJECTIVE)
    return None


def _declinable(reading: morph.Reading) -> bool:
    """„Karel" read as a genitive, beside „Karela": a man's name that may stay as it is, but seldom does."""
    if reading.case == "nom" or reading.gender != "m1" or reading.form != reading.lemma:
        return False
    return any(r.case == reading.case and r.number == "sg" and r.form != r.lemma for r in morph.generate(reading.lemma))


def _capital(lemma: str) -> str:
    """„nowak" -> "Nowak"; the dictionary's „praUss" -> "Prauss"."""
    return lemma.capitalize() if any(c.isupper() for c in lemma[1:]) and lemma[:1].islower() else lemma[:1].upper() + lemma[1:]


def _adjective(reading: morph.Reading) -> str:
    """„Kąckiej" -> "Kącka", „Młodszego" -> "Młodszy": the nominative in the degree that is printed."""
    lemma = reading.lemma
    if not reading.tag.endswith(":pos"):
        degree = reading.tag.rpartition(":")[2]
        same = (r.form for r in morph.generate(lemma) if r.case == "nom" and r.gender == "m1" and r.number == "sg")
        lemma = next((f for f in same if any(r.tag.endswith(degree) for r in morph.analyse(f))), lemma)
    return _capital(lemma if reading.gender == "m1" else feminine(lemma))


_Weights = dict[tuple[str, str, str], float]
"""Nominative, case and gender of a reading -> its weight."""


def _raise(best: _Weights, lemma: str, cases: Iterable[str], gender: str, weight: float) -> None:
    for case in cases:
        best[lemma, case, gender] = max(best.get((lemma, case, gender), 0.0), weight)


@lru_cache(maxsize=100_000)
def candidates(word: str, slot: Slot = "any") -> tuple[Candidate, ...]:
    """„Kąckiego" -> (Kącki, genitive, m), (Kącki, accusative, m), and weaker guesses.

    Args:
        word: one word of a name, as printed; a word in capitals is read as capitalised.
        slot: whether a first name, a surname or either is wanted.

    Returns:
        The readings of Morfeusz, then guesses from the ending; the same nominative, case and gender once, with its best weight.
    """
    word = titled(word)
    best: _Weights = {}
    for reading in morph.analyse(word):
        found = _from_reading(reading, slot)
        if found is not None:
            _raise(best, found.lemma, (found.case,), found.gender, found.weight)
    for guessed in guess(word):
        _raise(best, guessed.lemma, guessed.cases, guessed.gender, guessed.weight)
    if slot != "first":
        _add_left(best, word)
    if slot == "any":
        _weigh_alone(best, word)
    if slot != "last":
        _add_listed(best, word)
    if slot == "any":
        # „Jan Maria": men bear Mary's name as a second one, in her declension
        best |= {(lemma, case, "m"): FULL - 1 for lemma, case, gender in list(best) if lemma == "Maria" and gender == "f"}
    return tuple(Candidate(*key, weight) for key, weight in best.items())


def _weigh_alone(best: _Weights, word: str) -> None:
    """„Jana" alone is of Jan, „Zarzyccy" alone are a family."""
    if word in _mostly_mens():
        for key in [k for k in best if k[0] == word and k[1] == "nom"]:
            best[key] = min(best[key], _RARE)
    if word.endswith(_PLURAL):
        _raise(best, word, ("nom",), "m", 5.0)


def _add_left(best: _Weights, word: str) -> None:
    """Surnames that stay as they are: „Waszko" with women always and with men often, „Adrianie Buła" by the writer's will."""
    if word[-1:] in "oeiu" and best.get((word, "nom", "m"), 0.0) >= FULL - 0.3:
        _raise(best, word, morph.CASES, "f", 8.0)
        _raise(best, word, morph.CASES, "m", 5.9)
    if word.endswith("a") and best.get((word, "nom", "f"), 0.0) >= _NOUN:
        _raise(best, word, morph.CASES, "f", _LEFT)


def _add_listed(best: _Weights, word: str) -> None:
    """First names of the lists beside the dictionary."""
    listed = listed_first(word)
    for guessed in guess(word) if listed else ():
        if (guessed.lemma, guessed.gender) in listed and guessed.weight > _MUTE:
            _raise(best, guessed.lemma, guessed.cases, guessed.gender, FULL)
    if word in _foreign_first():
        best[word, "nom", _foreign_first()[word]] = FULL
    if not listed and (whole := restored(word)) is not None:
        for lemma, case, gender, weight in candidates(whole, "first"):
            _raise(best, unmarked(lemma), (case,), gender, weight)
