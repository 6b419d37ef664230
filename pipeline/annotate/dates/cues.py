"""The data of the date roles: what words say about a date, from roles.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

Form = Literal["end", "range", "from", "day", "point", "year", "object"]
WIDER: dict[Form, Form] = {"year": "point", "day": "from"}
"""what a form also is"""
Topics = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """„przyznać" speaks for awarded: a row of roles.toml, where the fields are explained."""

    id: str
    role: str
    kind: Literal["phrase", "clause", "verb", "noun"]
    lemmas: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    openings: frozenset[str] = frozenset()
    """first lemmas of the phrases"""
    form: frozenset[str] = frozenset()
    topic: str = ""
    near: Literal["clause", "sentence", "context"] = "context"
    reach: int = 0
    last: frozenset[str] = frozenset()
    unless: str = ""
    beside: str = ""
    against: str = ""
    last_not: frozenset[str] = frozenset()
    subject: str = ""
    absent: str = ""
    whole: str = ""
    ordinal: frozenset[str] = frozenset()
    dropped: bool = False
    weak: bool = False
    verbless: bool = False
    permits: bool = False
    events: bool = False


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """roles.toml as it stands."""
    loaded: dict[str, Any] = tomllib.loads((files(__package__) / "roles.toml").read_text(encoding="utf-8"))
    return loaded


def _cue(row: dict[str, Any]) -> Cue:
    sets: dict[str, Any] = {key: frozenset(row[key]) for key in ("lemmas", "form", "last", "last_not", "ordinal") if key in row}
    phrases = tuple(map(tuple, row.get("phrases", ())))
    return Cue(**(row | sets | {"phrases": phrases, "openings": frozenset(p[0] for p in phrases)}))


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """All cues of roles.toml, in order."""
    return tuple(_cue(row) for row in data()["cue"])


@lru_cache(maxsize=4)
def cues_of(kind: str) -> tuple[Cue, ...]:
    """The cues of one kind, in order."""
    return tuple(cue for cue in cues() if cue.kind == kind)


@lru_cache(maxsize=20_000)
def noun_cues(lemmas: frozenset[str]) -> tuple[Cue, ...]:
    """„audytu" -> the cues that name it as a noun or a verbal noun, in order."""
    return tuple(cue for cue in (*cues_of("noun"), *cues_of("verb")) if lemmas & cue.lemmas)


@lru_cache(maxsize=20_000)
def verb_cues(lemmas: frozenset[str]) -> tuple[Cue, ...]:
    """„przyznano" -> the cues that name it as a verb, alone or in a phrase, in order."""
    return tuple(c for c in cues_of("verb") if lemmas & c.lemmas or any(lemmas & set(p) for p in c.phrases))


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """A list of ``[words]``: "light", "modal", "anaphoric", "blocking" and so on."""
    return frozenset(data()["words"][name])
