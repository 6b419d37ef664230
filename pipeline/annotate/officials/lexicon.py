"""„Pełnomocnika", „wiceprezydent", „z-ca": every form of a function's name, with its cases, generated once."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

VICE = "wice"


class Form(NamedTuple):
    """„starostów" of starosta: lemma, case, number and the gender of the people whom it fits (m, f or mf)."""

    lemma: str
    case: str
    number: str
    gender: str

    def kept(self, word: str) -> bool:
        """„pani burmistrz" in the genitive: a man's noun that a woman bears unchanged, read as another case than it shows."""
        return self.case != "nom" and word == self.lemma and heads()[self.lemma].feminine != self.lemma


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
    for row in table("heads.tsv"):
        for form, reading in _forms_of(row["masculine"], row["feminine"]):
            found.setdefault(form.lower(), {})[reading] = None
    for row in table("abbreviations.tsv"):
        found.setdefault(row["form"], {}).update({Form(row["lemma"], case, "sg", "mf"): None for case in morph.CASES})
    for spelling, form in (*_older(found), *_typed_plain(found)):
        found.setdefault(spelling, {}).update(found[form])
    return {form: tuple(readings) for form, readings in found.items()}


def _forms_of(masculine: str, feminine: str) -> Iterator[tuple[str, Form]]:
    """Every form of „radny, radna" with what it can be."""
    mens = _inflected(masculine, "m")
    yield from ((form, Form(masculine, case, number, "mf")) for form, case, number in mens)
    yield from ((masculine, Form(masculine, case, "sg", "f")) for case in morph.CASES)
    if feminine:
        yield from ((form, Form(feminine, case, number, "f")) for form, case, number in _inflected(feminine, "f"))
    if _adjectival(masculine, feminine):  # „radni: Jan Kot, Ewa Lis": radny and radna
        yield from ((form, Form(feminine, case, number, "f")) for form, case, number in mens if number == "pl")


def _adjectival(masculine: str, feminine: str) -> bool:
    """„radny, radna", „przewodniczący, przewodnicząca": two genders of one adjective, with one plural for both."""
    return masculine.endswith(("y", "i")) and feminine == masculine[:-1] + "a"


def _older(found: Collection[str]) -> list[tuple[str, str]]:
    """„vice-burmistrz", „vicestarosta" for "wiceburmistrz", "wicestarosta": older spellings."""
    vice = [f for f in found if f.startswith(VICE)]
    return [(f"{opening}{f[len(VICE) :]}", f) for f in vice for opening in ("vice-", "wice-", "vice")]


def _typed_plain(found: Collection[str]) -> list[tuple[str, str]]:
    """„przewodniczaca" for "przewodniczącą": forms as typed without diacritics, where that is no word of its own („posel")."""
    plain = [(fold(form), form) for form in found if not form.isascii()]
    return [(p, f) for p, f in plain if p not in found and all(r.labels == {morph.SURNAME} for r in morph.analyse(p))]


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
