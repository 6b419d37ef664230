"""The data of the morphology component: preferred readings, abbreviations, and NKJP tags in Universal Dependencies."""

from __future__ import annotations

import csv
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipeline.values.morph import Reading

_HERE = files(__package__)


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8") as lines:
        data = (line for line in lines if not line.startswith("#"))
        return list(csv.DictReader(data, delimiter="\t", quoting=csv.QUOTE_NONE))


class Preference(NamedTuple):
    """„może" -> móc, fin, .59: the reading that running text prefers and its share of the form's uses."""

    lemma: str
    pos: str
    share: float


@lru_cache(maxsize=1)
def preferences() -> dict[str, Preference]:
    """„ma" -> mieć, fin: preferred readings of forms that Morfeusz reads in several ways (preferences.tsv, from NKJP 1M)."""
    return {r["form"]: Preference(r["lemma"], r["pos"], float(r["share"])) for r in _rows("preferences.tsv")}


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, bool]:
    """„ul", „m.in" -> False, „r", „itd" -> True: whether the dot of an abbreviation may also end a sentence."""
    return {r["form"]: r["ends"] == "may" for r in _rows("abbreviations.tsv")}


@lru_cache(maxsize=1)
def _tags() -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    table = tomllib.loads((_HERE / "tags.toml").read_text(encoding="utf-8"))
    return table["pos"], table["features"]["pos"], table["features"]["tag"]


@lru_cache(maxsize=20_000)
def universal(tag: str) -> tuple[str, str]:
    """„subst:sg:gen:f" -> ("NOUN", "Case=Gen|Gender=Fem|Number=Sing"): part of speech and features of an NKJP tag."""
    pos, *marks = tag.split(":")
    parts, of_part, of_mark = _tags()
    found = list(of_part.get(pos, ()))
    if pos != "prep":  # a preposition's case is the one that it governs
        for mark in marks:
            found += of_mark[mark].split("|") if mark in of_mark else []
    if pos == "fin":
        found.append("Tense=Fut" if "perf" in marks else "Tense=Pres")
    return parts.get(pos, "X"), "|".join(sorted(dict.fromkeys(found)))


def upos(reading: Reading, *, proper: bool) -> str:
    """„Szczepanik" -> "PROPN", „urząd" -> "NOUN": the universal part of speech of a reading."""
    pos, _ = universal(reading.tag)
    if pos == "NOUN" and proper:
        return "PROPN"
    return "AUX" if pos == "VERB" and reading.lemma == "być" else pos
