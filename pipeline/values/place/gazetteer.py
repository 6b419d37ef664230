"""The tables behind the places, read once: units, forms, adjectives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pipeline.text import fold
from pipeline.values.trie import Trie, words_of

UnitKind = Literal["city", "urban", "mixed", "rural", "county", "voivodeship"]
"""city: a town with the rights of a county; urban, mixed, rural: the three kinds of gmina (RODZ 1, 3, 2)."""
MUNICIPAL: frozenset[str] = frozenset({"city", "urban", "mixed", "rural"})


@dataclass(frozen=True, slots=True)
class Unit:
    """„Legionowo", 1408011, urban: one unit of the TERC register."""

    code: str
    kind: UnitKind
    name: str

    @property
    def level(self) -> str:
        """gmina, powiat or województwo: how the record names the kind of a place."""
        return {"county": "powiat", "voivodeship": "województwo"}.get(self.kind, "gmina")

    @property
    def title(self) -> str:
        """„powiat dzierżoniowski": the name with which the record prints a unit; a municipality stands alone."""
        return self.name if self.level == "gmina" else f"{self.level} {self.name}"

    @property
    def county(self) -> str:
        """WOJ and POW, four digits; the voivodeship's two for a voivodeship."""
        return self.code[:4]


@dataclass(frozen=True, slots=True)
class Form:
    """„Grodzisku Mazowieckim": a form of a municipality's name, its cases and whether it is also another word."""

    form: str
    name: str
    cases: frozenset[str]
    guard: Literal["", "name", "word"]


def _rows(table: str) -> list[list[str]]:
    text = files("pipeline.values.place").joinpath(table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@cache
def units() -> tuple[Unit, ...]:
    """Every unit, in the register's order."""
    return tuple(Unit(code, kind, name) for code, kind, name, _ in _rows("units.tsv"))  # type: ignore[arg-type]


@cache
def _by_name() -> dict[tuple[str, str], tuple[Unit, ...]]:
    table: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units():
        table[unit.level, unit.name].append(unit)
    return {key: tuple(found) for key, found in table.items()}


def units_named(name: str, level: str = "gmina") -> tuple[Unit, ...]:
    """„Dąbrowa" -> every gmina of that name; ``level`` may be powiat or województwo, whose names are adjectives."""
    return _by_name().get((level, name), ())


@cache
def unit_with(code: str) -> Unit | None:
    """„1408011" -> Legionowo."""
    return next((u for u in units() if u.code == code), None)


@cache
def forms() -> tuple[Form, ...]:
    """Every form of every municipality's name."""
    return tuple(
        Form(form, name, frozenset(cases.split(",")), guard)  # type: ignore[arg-type]
        for form, name, cases, guard, _ in _rows("forms.tsv")
    )


@cache
def _names_by_form() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form in forms():
        table[form.form] += [(form.name, case) for case in sorted(form.cases)]
    return {form: tuple(found) for form, found in table.items()}


def names_with_form(form: str) -> tuple[tuple[str, str], ...]:
    """„Bielska-Białej" -> (("Bielsko-Biała", "gen"), …): municipalities and the cases that a form may be; exact capitals."""
    return _names_by_form().get(form, ())


@cache
def trie() -> Trie[Form]:
    """All forms, folded, ready to be looked up in running text."""
    result: Trie[Form] = Trie()
    for form in forms():
        result.add([w.text for w in words_of(fold(form.form))], form)
    return result


@cache
def _cases() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for form in forms():
        for case in form.cases:
            table.setdefault((form.name, case), form.form)
    return table


def form_of(name: str, case: str) -> str | None:
    """„Olsztyn" in the genitive -> „Olsztyna"; None for a name that the gazetteer lacks."""
    return _cases().get((name, case))


@cache
def towns_by_adjective() -> dict[str, tuple[str, ...]]:
    """„olsztyński" -> ("Olsztyn",): municipalities that an adjective may mean; those of county seats come first."""
    table: dict[str, list[str]] = defaultdict(list)
    for adjective, name, source in sorted(_rows("adjectives.tsv"), key=lambda r: not r[2].startswith("GUS")):
        del source
        table[adjective].append(name)
    return {adjective: tuple(names) for adjective, names in table.items()}


@cache
def adjectives_by_town() -> dict[str, tuple[str, ...]]:
    """„Żyrardów" -> ("żyrardowski",)."""
    table: dict[str, list[str]] = defaultdict(list)
    for adjective, names in towns_by_adjective().items():
        for name in names:
            table[name].append(adjective)
    return {name: tuple(adjectives) for name, adjectives in table.items()}


@cache
def towns_by_demonym() -> dict[str, tuple[str, ...]]:
    """„ełczanin" -> ("Ełk",): the municipalities whose inhabitants a noun may name."""
    table: dict[str, list[str]] = defaultdict(list)
    for noun, name, _ in _rows("demonyms.tsv"):
        table[noun].append(name)
    return {noun: tuple(names) for noun, names in table.items()}


def seat_of(county: Unit) -> str | None:
    """„powiat żyrardowski" -> „Żyrardów": the town whose adjective names the county, inside its voivodeship."""
    for town in towns_by_adjective().get(county.name, ()):
        if any(u.code[:2] == county.code[:2] and u.kind != "rural" for u in units_named(town)):
            return town
    return None


def county_at(town: str) -> tuple[Unit, ...]:
    """„Żyrardów" -> the counties whose office has its seat there: those named after the town."""
    voivodeships = {u.code[:2] for u in units_named(town) if u.kind != "rural"}
    names = adjectives_by_town().get(town, ())
    return tuple(u for name in names for u in units_named(name, "powiat") if u.code[:2] in voivodeships and seat_of(u) == town)
