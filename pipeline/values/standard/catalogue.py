"""The grammar's vocabulary and what is known about single standards, read once from the data beside this file."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from pipeline.text import fold


@dataclass(frozen=True, slots=True)
class Publisher:
    """„PN", „EN", „ISO": a word of an adoption chain; the fields are explained in publishers.toml."""

    word: str
    rank: int
    alone: str
    canonical: str
    doctype: str | None
    joins: bool
    free: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that the grammar knows."""

    publishers: dict[str, Publisher]
    doctypes: dict[str, str]
    spaced: frozenset[str]
    drafts: dict[str, str]
    stages: dict[str, str]
    european: dict[str, str]
    supplements: dict[str, bool]
    supplement_words: dict[str, str]
    marks: dict[str, str]
    between: tuple[str, ...]
    between_words: frozenset[str]
    film: frozenset[str]
    glued: dict[str, list[str]]
    edition: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """„ISO 9001, Systemy zarządzania jakością": a standard that offices hold.

    Attributes:
        number: without parts; empty for a scheme.
        publisher: innermost publisher, "ISO/IEC"; the scheme's own name.
        title_pl: Polish title of the Polish Standard; empty where none is known.
        title_en: English title.
        editions: years of international and Polish editions.
        lone: whether the number can stand without publisher ("14001"); "edition" asks for a year behind it.
        withdrawn: year in which it was withdrawn, None while in force.
        replaced_by: family that replaced it.
        source: where the facts come from.
    """

    number: str
    publisher: str
    title_pl: str
    title_en: str
    editions: frozenset[int]
    lone: str
    withdrawn: int | None
    replaced_by: str | None
    source: str

    @property
    def family(self) -> str:
        """„ISO/IEC 27001", „PN-N-18001", „EMAS": as ``Standard.family`` prints it."""
        if not self.number:
            return self.publisher
        return f"{self.publisher}{'-' if self.publisher.startswith('PN-') else ' '}{self.number}"


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of publishers.toml."""
    data = tomllib.loads(_read("publishers.toml"))
    kinds: dict[str, bool] = data["supplement"]["kinds"]
    words = [*data["doctype"]["words"]]
    return Vocabulary(
        publishers={p["word"]: _publisher(p) for p in data["publisher"]},
        doctypes={w: w for w in words} | {w.upper(): w for w in words},
        spaced=frozenset(data["doctype"]["spaced"]),
        drafts=data["doctype"]["drafts"],
        stages={w: w for w in data["stage"]["words"]} | data["stage"]["same"],
        european=data["stage"]["european"],
        supplements=kinds,
        supplement_words={k: k for k in kinds} | {k.upper(): k for k in reversed(kinds) if k.upper() not in kinds},
        marks={w: w for w in data["mark"]["words"]},
        between=tuple(data["between"]["stems"]),
        between_words=frozenset(data["between"]["words"]),
        film=frozenset(map(str, data["film"]["speeds"])),
        glued=data["glued"],
        edition=tuple(data["edition"]["stems"]),
    )


def _publisher(entry: dict[str, Any]) -> Publisher:
    word = entry["word"]
    return Publisher(
        word=word,
        rank=entry["rank"],
        alone=entry["alone"],
        canonical=entry.get("canonical", word),
        doctype=entry.get("doctype"),
        joins=entry.get("joins", False),
        free=entry.get("free", True),
    )


@lru_cache(maxsize=1)
def works() -> dict[str, tuple[Work, ...]]:
    """The rows of works.tsv by number; one number can be several works (18001: OHSAS and PN-N)."""
    found: dict[str, tuple[Work, ...]] = {}
    for row in csv.DictReader(_read("works.tsv").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        work = Work(
            number=row["number"],
            publisher=row["publisher"],
            title_pl=row["title_pl"],
            title_en=row["title_en"],
            editions=frozenset(int(y) for y in row["editions"].split()),
            lone=row["lone"],
            withdrawn=int(row["withdrawn"]) if row["withdrawn"] else None,
            replaced_by=row["replaced_by"] or None,
            source=row["source"],
        )
        found[work.number] = (*found.get(work.number, ()), work)
    return found


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """The tables of schemes.toml."""
    return tomllib.loads(_read("schemes.toml"))


@lru_cache(maxsize=1)
def families() -> dict[str, Work]:
    """„ISO 27001", „ISO/IEC 27001", „EMAS" -> its work: every family that we know, under each publisher that pages print.

    Joint publishers („ISO/IEC") and types („ISO/TS") are often left out, as long as no other work has that name.
    """
    found = {work.family: work for rows in works().values() for work in rows}
    for work in [w for w in found.values() if "/" in w.publisher]:
        found.setdefault(f"{work.publisher.partition('/')[0]} {work.number}", work)
    return found | {entry["id"]: _scheme(entry) for entry in lexicon()["scheme"]}


def _scheme(entry: dict[str, Any]) -> Work:
    return Work(
        number="",
        publisher=entry["id"],
        title_pl=entry["title_pl"],
        title_en=entry["title_en"],
        editions=frozenset(),
        lone="no",
        withdrawn=None,
        replaced_by=None,
        source=entry["source"],
    )


@lru_cache(maxsize=4096)
def known_work(publisher: str, number: str) -> Work | None:
    """("ISO/IEC", "27001") -> what is known about ISO/IEC 27001, also for "ISO"; None for a standard of no row.

    Args:
        publisher: innermost publisher, "PN-N" for PKN's own standards of sector N.
        number: without parts.
    """
    rows = works().get(number, ())
    first = publisher.split("/", maxsplit=1)[0]
    exact = (w for w in rows if w.publisher == publisher)
    return next(exact, next((w for w in rows if w.publisher.split("/")[0] == first), None))


@lru_cache(maxsize=8)
def number_words(table: str) -> frozenset[str]:
    """A list of the table [number] of schemes.toml as a set: "units", "conjunctions"."""
    return frozenset(lexicon()["number"][table])


@lru_cache(maxsize=4096)
def iso_work(number: str) -> Work | None:
    """„9001" -> the ISO work of that number, None where ISO publishes none that we know."""
    return next((w for w in works().get(number, ()) if w.publisher.split("/")[0] == "ISO"), None)


def stands_between(word: str) -> bool:
    """„nr", „Serii", „środowiskowe": a word that pages put between a publisher and its number."""
    folded = fold(word)
    return folded in vocabulary().between_words or folded.startswith(vocabulary().between)
