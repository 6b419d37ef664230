"""„Pełnomocnika", „wiceprezydent", „z-ca": every form of a function's name, with its cases, generated once."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from pipeline.text import fold
from pipeline.values import morph

VICE = "wice"


class Form(NamedTuple):
    """„starostów" of starosta: lemma, case, number and the gender of the people whom it fits (m, f or mf)."""

    lemma: str
    case: str
    number: str
    gender: str


class Head(NamedTuple):
    """„radny" and „radna": a function with its masculine and feminine name and the class it has without a complement."""

    masculine: str
    feminine: str | None
    role_id: str
    requires: str


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of this folder's TSV files, comment lines left out."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def heads() -> dict[str, Head]:
    """Lemma, masculine or feminine -> its function."""
    found: dict[str, Head] = {}
    for row in table("heads.tsv"):
        head = Head(row["masculine"], row["feminine"] or None, row["role_id"], row["requires"])
        found[head.masculine] = head
        if head.feminine:
            found[head.feminine] = head
    return found


def _inflected(lemma: str, gender: str) -> list[tuple[str, str, str]]:
    """Form, case and number of every form of a lemma; of its model where the dictionary lacks it."""
    wanted = {"m1"} if gender == "m" else {"f"}
    forms = [(r.form, r.case, r.number) for r in morph.generate(lemma) if r.gender in wanted and r.pos in {"subst", "adj"}]
    if forms:
        return [(f, c, n) for f, c, n in forms if c and n and not f.lower().startswith("nie")]
    like = next((row["like"] for row in table("alike.tsv") if row["lemma"] == lemma), None)
    if like is None:
        return [(lemma, "nom", "sg")]
    common = 0
    while common < min(len(lemma), len(like)) and lemma[-1 - common] == like[-1 - common]:
        common += 1
    theirs, ours = like[: len(like) - common], lemma[: len(lemma) - common]
    return [(ours + f[len(theirs) :], c, n) for f, c, n in _inflected(like, gender) if f.startswith(theirs)]


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[Form, ...]]:
    """Form in lower case -> what it can be. A masculine nominative also stands uninflected beside a woman's name."""
    found: dict[str, dict[Form, None]] = {}

    def put(form: str, lemma: str, case: str, number: str, gender: str) -> None:
        found.setdefault(form.lower(), {})[Form(lemma, case, number, gender)] = None

    for row in table("heads.tsv"):
        masculine, feminine = row["masculine"], row["feminine"]
        for form, case, number in _inflected(masculine, "m"):
            put(form, masculine, case, number, "mf")
        for case in morph.CASES:
            put(masculine, masculine, case, "sg", "f")
        for form, case, number in _inflected(feminine, "f") if feminine else ():
            put(form, feminine, case, number, "f")
    for form in [f for f in found if f.startswith(VICE)]:
        # „vice-burmistrz", „vicestarosta": older spellings
        for spelling in (f"vice-{form[4:]}", f"wice-{form[4:]}", f"vice{form[4:]}"):
            found[spelling] = dict(found[form])
    for row in table("abbreviations.tsv"):
        for case in morph.CASES:
            put(row["form"], row["lemma"], case, "sg", "mf")
    return {form: tuple(readings) for form, readings in found.items()}


@lru_cache(maxsize=1)
def role_words() -> frozenset[str]:
    """„burmistrz", „starosty": words that are functions, so no surname beside a first name."""
    return frozenset(forms())


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """„dyr", „z-ca": the abbreviated forms, without their stop."""
    return frozenset(row["form"] for row in table("abbreviations.tsv"))


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """„główny", „powiatowy": adjectives that stand before a function and belong to it."""
    return frozenset(row["lemma"] for row in table("modifiers.tsv"))


@lru_cache(maxsize=1)
def following_adjectives() -> frozenset[str]:
    """„prasowy", „wiodący": adjectives that follow a function's noun and belong to it."""
    return frozenset(row["lemma"] for row in table("following.tsv"))


@lru_cache(maxsize=1)
def _classes() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    return tuple(
        (row["role_id"], frozenset(row["head"].split("|")), re.compile(row["complement"])) for row in table("classes.tsv")
    )


def role_class(lemma: str, complement: str) -> str:
    """„zastępca" with „burmistrza Rawy" -> "deputy_mayor"; the head's own class where no row fits.

    Args:
        lemma: nominative of the head noun.
        complement: what follows it, as printed; empty for a bare role.
    """
    folded = " ".join(fold(complement).split())
    for role_id, lemmas, pattern in _classes():
        if lemma in lemmas and pattern.match(folded):
            return role_id
    return heads()[lemma].role_id
