"""„Bielska-Białej", „Kudowie Zdroju", „opolskim", „Grazu": forms of places that are no noun with its adjectives."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from pipeline.values import morph
from pipeline.values.name.phrase import nominative_of, readings_of
from pipeline.values.place.gazetteer import units_named

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADJECTIVE = re.compile(
    r"[^\W\d_]*[scz](?:kiego|kiemu|kim|kiem|kiej|ką|kie|ki|ka)(?: (?:zachodni|wschodni)\w*)?", re.IGNORECASE
)
_ENDINGS = ("kiego", "kiemu", "kim", "kiem", "kiej", "ką", "kie", "ki", "ka")
_FOREIGN_END = re.compile(r"(?:[ae]y|bury|[ksg]y|[^e]by|gy|bach|lach|tu|zhu)$")
"""„Hackney", „Lyngby", „Villach", „Tartu": nominatives that look inflected."""
_APPOSED = frozenset({"zdrój", "wieś", "kolonia", "parcela", "osada", "port", "miasto", "fabryka", "stacja", "dwór", "bór"})
"""Nouns behind a place's name that inflect with it („Kudowie Zdroju", „Zielonkach Parceli")."""
_PART = 4.0
_LISTED_PART = 1.5


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(row["name"] for row in _table("known_places.tsv"))


@lru_cache(maxsize=1)
def _old_voivodeships() -> frozenset[str]:
    return frozenset(row["name"] for row in _table("old_voivodeships.tsv"))


def is_known(name: str) -> bool:
    """„Niemcy", „Gaza": a country, a capital or another place outside the register."""
    return name in _known()


def adjective_alone(name: str, context: str | None) -> str | None:
    """„opolskim" -> "opolskie", a voivodeship; „kluczborskim" -> "kluczborski", a county; None for what is no lone adjective.

    The noun beside it decides where there is one: „powiecie" -> "opolski".
    """
    ending = next((e for e in _ENDINGS if name.lower().endswith(e)), None)
    if ending is None or " " in name or name[: -len(ending)][-1:].lower() not in "scz":
        return None
    if (
        not context
        and name[:1].isupper()
        and any(morph.GEOGRAPHIC in r.labels and r.pos == "subst" for r in morph.analyse(name))
    ):
        return None  # „Polskie" may be one, „Pruska" a village
    return name[: -len(ending)] + _adjective_ending(name[: -len(ending)].lower(), ending, (context or "").lower())


def _adjective_ending(stem: str, ending: str, noun: str) -> str:
    """„opol-s" with "kim" -> "kie": masculine, feminine or neuter, by the noun beside it, the form, the voivodeships."""
    if noun.startswith(("powi", "okr", "rejon")):
        return "ki"
    if noun.startswith(("woj", "region")):
        return "kie"
    if ending in {"kiej", "ką", "ka"}:
        return "ka"
    voivodeship = f"{stem}kie" in _old_voivodeships() or bool(units_named(f"{stem}kie", "województwo"))
    return "kie" if ending in {"kie", "kiem"} or (voivodeship and ending != "ki") else "ki"


def compounds(name: str) -> Iterator[tuple[str, str, float]]:
    """„Bielska-Białej" -> ("Bielsko-Biała", "gen", score): both parts of a compound, each read in the same case."""
    parts, mark = name.split("-"), "-"
    if len(parts) != 2 and " " in name:
        parts, mark = name.rsplit(" ", 1), " "
        if not any(r.lemma.lower() in _APPOSED for r in readings_of(parts[1])):
            return
    if len(parts) != 2 or " " in parts[0]:
        return
    for case in morph.CASES[:-1]:
        first, second = _part(parts[0], case), _part(parts[1], case)
        if first and second:
            yield f"{first[0]}{mark}{second[0]}", case, first[1] + second[1] + (1.0 if case == "nom" else 0.0)


@lru_cache(maxsize=20_000)
def _part(word: str, case: str) -> tuple[str, float] | None:
    """„Bielska", genitive -> ("Bielsko", 5.5): the best nominative of one part in a case; a place's name before other words."""
    found: list[tuple[float, str]] = []
    for r in readings_of(word):
        if r.case != case or r.pos not in {"subst", "adj"} or not r.number:
            continue
        nominative = nominative_of(r, word)
        if nominative and not (r.labels and morph.GEOGRAPHIC not in r.labels and not r.lemma[:1].islower()):
            found.append((_PART + _LISTED_PART * (morph.GEOGRAPHIC in r.labels or r.lemma in _APPOSED), nominative))
    best = max(found, key=lambda f: f[0], default=None)
    return (best[1], best[0]) if best else None


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, str, tuple[str, ...], float], ...]:
    rows = _table("place_paradigms.tsv")
    return tuple((r["form"], r["lemma"], tuple(r["cases"].split(",")), float(r["weight"])) for r in rows)


def guesses(name: str) -> Iterator[tuple[str, str, float]]:
    """„Grazu" -> ("Graz", "loc", 4.0): what the last word may be by its ending, where the dictionary has no reading of it.

    Words before it stay („Sankt Petersburgu").
    """
    opening, _, word = name.rpartition(" ")
    if readings_of(word) or not word[:1].isupper() or word.isupper() or (opening and readings_of(opening.split(" ")[0])):
        return
    for form, lemma, cases, weight in _rules():
        stem = word.removesuffix(form)
        if stem == word or len(stem) < 3 or (not lemma and stem[-1] in "aeiouyąęó") or _FOREIGN_END.search(word):
            continue
        for case in cases:
            yield f"{opening} {stem}{lemma}".strip(), case, weight
