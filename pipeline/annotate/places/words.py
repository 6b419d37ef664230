"""The word lists of evidence.toml and the lemmas of a word."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.values import morph


@cache
def evidence() -> dict[str, Any]:
    """The word lists of evidence.toml."""
    table = tomllib.loads(files("pipeline.annotate.places").joinpath("evidence.toml").read_text(encoding="utf-8"))
    table["roles"] |= {woman: kind for role, kind in table["roles"].items() for woman in feminines(role)}
    for key in ("adjective_nouns", "county_nouns", "voivodeship_nouns"):
        held = [(role, sort) for role, sort in table[key].items() if sort == "role"]
        table[key] |= {woman: sort for role, sort in held for woman in feminines(role)}
    return table


# How the name of a man's office becomes a woman's; source: Rada Języka Polskiego, stanowisko z 25 listopada 2019.
_FEMININE = (
    ("arz", ("arka",)), ("trz", ("trzyni", "trzynia")), ("nt", ("ntka",)), ("jt", ("jtka", "jcina", "jcini")),
    ("sta", ("ścina",)), ("nik", ("niczka",)), ("łek", ("łkini",)), ("oda", ("odzina", "odka")), ("cy", ("ca",)),
    ("ny", ("na",)), ("niec", ("nka",)),
)  # fmt: skip


def feminines(role: str) -> tuple[str, ...]:
    """„burmistrz" -> „burmistrzyni", „starosta" -> „starościna": the names of an office that a woman holds."""
    return next(
        (tuple(role.removesuffix(man) + woman for woman in women) for man, women in _FEMININE if role.endswith(man)), ()
    )


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """„Urzędowi" -> {"urząd"}: lemmas in lower case; „wójtki", which the dictionary lacks, also gives „wójtka"."""
    readings = morph.analyse(word.lower())
    if readings:
        return frozenset(reading.lemma.lower() for reading in readings)
    low = word.lower()
    return frozenset({low, *(low.removesuffix(end) + new for end, new in _OBLIQUE if low.endswith(end))})


_OBLIQUE = (
    ("ki", "ka"), ("kę", "ka"), ("ką", "ka"), ("ce", "ka"), ("ynię", "yni"), ("ynią", "yni"), ("iny", "ina"), ("inę", "ina"),
)  # fmt: skip
"""endings of a woman's office („wójtki") and its nominative's"""


def first_of(word: str, table: dict[str, str]) -> str | None:
    """The value of the first lemma of a word that a table has."""
    return next((table[lemma] for lemma in sorted(lemmas(word)) if lemma in table), None)
