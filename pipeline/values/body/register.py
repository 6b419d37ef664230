"""The register of bodies, read once from register.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pipeline.text import fold, squash
from pipeline.values.inflect import forms
from pipeline.values.trie import Trie, words_of

WITHOUT_SIGNS = {ord(sign): " " for sign in ",&+"}
"""For ``str.translate``: signs inside names that part no words, each as one blank, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class Body:
    """„Polskie Centrum Badań i Certyfikacji", PCBC: one body, or an earlier name of it that is reported as printed."""

    id: str
    name: str
    acronym: str | None
    kind: Literal["certification_body", "accreditation_body", "network", "control_body", "consultancy", "publisher"]
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_always: bool = False
    lower: bool = False
    seat: Literal["name", "adjective"] | None = None
    years: str | None = None
    """EDTF interval in which an earlier name was used; None for a present name or where no source says"""
    source: str = ""
    """what says that the body exists under this name, or „unverified: …" with a reason"""


def _body(entry: dict[str, Any], own: dict[str, Any]) -> Body:
    """A name of an entry: its own facts, everything else from the entry."""
    return Body(
        id=entry["id"],
        name=own["name"],
        acronym=entry.get("acronym"),
        kind=entry["kind"],
        also=tuple(own.get("also", ())),
        short=tuple(own.get("short", ())),
        needs=tuple(entry.get("needs", ())),
        needs_always=entry.get("needs_always", False),
        lower=entry.get("lower", False),
        seat=entry.get("seat"),
        years=own.get("years"),
        source=own.get("source", entry["source"]),
    )


@cache
def bodies() -> tuple[Body, ...]:
    """Every body, each earlier name of it right after it."""
    text = files("pipeline.values.body").joinpath("register.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["body"]
    return tuple(_body(e, own) for e in entries for own in (e, *e.get("formerly", ())))


def body_with(body_id: str) -> Body | None:
    """„PCBC" -> the body under its present name; None for an id that the register lacks."""
    return next((b for b in bodies() if b.id == body_id), None)


@cache
def names() -> Trie[Body]:
    """Every inflected form of every full name, folded."""
    trie: Trie[Body] = Trie()
    for body in bodies():
        for name in (body.name, *body.also):
            for form in forms(name):
                trie.add([w.text for w in words_of(fold(form))], body)
    return trie


@cache
def names_with_signs() -> Trie[Body]:
    """„Wojskowe Centrum Normalizacji, Jakości i Kodyfikacji", „Applus+ Certification": names with such signs."""
    trie: Trie[Body] = Trie()
    for body in bodies():
        for name in (n for n in (body.name, *body.also) if WITHOUT_SIGNS.keys() & set(map(ord, n))):
            for form in forms(squash(name.translate(WITHOUT_SIGNS))):
                trie.add([w.text for w in words_of(fold(form))], body)
    return trie


@cache
def acronyms() -> Trie[Body]:
    """Every acronym and brand, in its own letters."""
    trie: Trie[Body] = Trie()
    for body in bodies():
        for short in body.short:
            for form in (short, *_declined(short)):
                trie.add([w.text for w in words_of(form)], body)
    return trie


_SOUNDED = re.compile(r"(?=.*[AEIOUYaeiouy])[A-Z](?:[A-Z]{4,}|[a-z]{4,})")
_OF_A = {"ra": ("ry", "rze", "rę", "rą"), "ma": ("my", "mie", "mę", "mą"), "ta": ("ty", "cie", "tę", "tą")}
_OF_CONSONANT = ("u", "owi", "em")


def _declined(short: str) -> list[str]:
    """„DEKRA" -> „DEKRY", „DEKRĘ" …, „ISOCERT" -> „ISOCERTU" …: acronyms that are spoken as words decline in Polish.

    Source: Słownik ortograficzny PWN, rule 18.25 (declension of acronyms read as words).
    """
    if not _SOUNDED.fullmatch(short):
        return []
    low = short.lower()
    stem, endings = (short[:-2], _OF_A.get(low[-2:], ())) if low.endswith("a") else (short, _OF_CONSONANT)
    if low[-1] in "eiouy":
        return []
    return [stem + (e.upper() if short.isupper() else e) for e in endings]
