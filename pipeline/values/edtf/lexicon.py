"""The atoms of dates, from atoms.toml: „maja" -> M 5, „piątek" -> W 4, „2012" -> Y 2012."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.text import DASHES, fold

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits outside are no year of any municipal story."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LATER_ROMAN = ("XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI")
"""Numerals of centuries that are no months."""
_SHIFT = {"<": -1, "=": 0, ">": 1}
_SOFT = {"poprzedn"}
_PUNCTUATION = ",./()\n:;"


class Atom(NamedTuple):
    """„września" -> Atom("M", 9): kind, one character, and value."""

    kind: str
    value: int = 0
    dotted: bool = False
    """an abbreviation: a dot right behind belongs to it"""
    needs_dot: bool = False
    nominative: bool = False
    watch: int = 0
    """whether a guard of guards.toml may begin with the printed token"""


class _Table(dict[str, Atom]):
    def put(self, forms: list[str], atom: Atom) -> None:
        for form in forms:
            self.setdefault(form, atom)
            self.setdefault(fold(form), atom)


@lru_cache(maxsize=1)
def atoms() -> dict[str, Atom]:
    """Printed form, lower case (Roman numerals upper case) -> its atom; forms without diacritics included."""
    data = tomllib.loads((files(__package__) / "atoms.toml").read_text(encoding="utf-8"))
    table = _Table()
    _numbers(table)
    for number, forms in data["months"].items():
        table.put(forms[:1], Atom("M", int(number), nominative=True))
        table.put(forms, Atom("M", int(number)))
    for section, kind in (("weekdays", "W"), ("relative_days", "t"), ("seasons", "S"), ("cardinals", "K"), ("hundreds", "C")):
        for number, forms in data[section].items():
            table.put(forms, Atom(kind, int(number)))
    for kind, forms in data["words"].items():
        table.put(forms, Atom(kind))
    _inflected(table, data)
    for form, entry in data["abbreviations"].items():
        atom = Atom(entry["kind"], entry.get("value", 0), dotted=True, needs_dot=entry.get("dot", False))
        table.update({form: atom, fold(form): atom})
    for section, kind in (("month_abbreviations", "m"), ("weekday_abbreviations", "W")):
        for number, forms in data[section].items():
            table.put(forms, Atom(kind, int(number), dotted=True, needs_dot=False))
    return dict(table)


def _numbers(table: _Table) -> None:
    for n in range(1000):
        kind = "c" if n == 0 else "a" if n <= 12 else "b" if n <= 31 else "c" if n < 100 else "h"
        table[str(n)] = Atom(kind, n)
        if n < 10:
            table[f"0{n}"] = Atom(kind, n)
    for n in range(FIRST_YEAR, LAST_YEAR + 1):
        table[str(n)] = Atom("Y", n)
    for value, numeral in enumerate(ROMAN, start=1):
        table[numeral] = Atom("R", value)
    for value, numeral in enumerate(LATER_ROMAN, start=len(ROMAN) + 1):
        table[numeral] = Atom("Q", value)
    table.update({char: Atom(char) for char in _PUNCTUATION} | {char: Atom("-") for char in DASHES})


def _inflected(table: _Table, data: dict[str, Any]) -> None:
    endings = data["endings"]
    for number, stem in data["ordinals"].items():
        last = stem[-1]
        kind = "velar" if last == "g" else "soft" if last == "c" else "hard"
        table.put([f"{stem}{e}" for e in endings[kind]], Atom("o", int(number)))
    for number, stem in data["decades"].items():
        plural = [stem + e for e in endings["plural"]] + ([f"{stem}e"] if int(number) > 30 else [])
        table.put(plural, Atom("p", int(number)))
    for number, stem in data["year_tens"].items():
        table.put([f"{stem}{e}" for e in ("y", "ego", "emu", "ym")], Atom("L", int(number)))
    for kind, stems in data["adjectives"].items():
        for stem in stems:
            table.put([stem + e for e in endings["soft" if stem in _SOFT else "hard"]], Atom(kind, _SHIFT[kind]))
