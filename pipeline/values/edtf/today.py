"""„Dziś wójt odebrał nagrodę" is the day of publication; „o cztery więcej niż dziś", „dziś radny powiatowy" are nowadays."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pipeline.values import morph
from pipeline.values.edtf.tense import looks_ahead

if TYPE_CHECKING:
    from pipeline.values.edtf.grammar import Hit

_BREAK: Final = re.compile(r"[.,;:!?()\n–—]")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_REACH = 160
"""characters on each side in which the clause of „dziś" is read"""
_DATED: Final = re.compile(r",?v?x?(?:[aboghtWM]|D[abo])")
"""atoms behind it that say the day or the hour: „dziś, 21 maja", „dziś o 12"."""
_PAST = frozenset({"praet", "imps"})


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files(__package__) / "guards.toml").read_text(encoding="utf-8"))["today"]
    return {name: frozenset(data[name]) for name in ("verbs", "occasions", "behind")}


def is_day(hit: Hit) -> bool:
    """Whether „dziś" or „dzisiejszy" means the day of publication: something happens then, or the day stands beside it.

    Without Morfeusz only the day or the hour beside it tells.
    """
    atoms = hit.atoms
    start, end = atoms.starts[hit.start], atoms.ends[hit.end - 1]
    before, after = _clause(atoms.text, start, end)
    if before and before[-1] in _lists()["behind"]:
        return False
    if before[-1:] == ["od"] or hit.end - hit.start > 1 or _DATED.match(atoms.kinds, hit.end) or not (before or after):
        return True
    if atoms.text[start:end].lower().startswith("dzisiejsz"):
        return any(_is_any(word, "occasions") for word in after[:2])
    return any(_happens(word) for word in (*before, *after))


def _clause(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the clause before and behind, lower case."""
    low, stop = max(0, start - _REACH), _BREAK.search(text, end, end + _REACH)
    for m in _BREAK.finditer(text, low, start):
        low = m.end()
    high = stop.start() if stop else min(len(text), end + _REACH)
    return [w.lower() for w in _WORDS.findall(text[low:start])], [w.lower() for w in _WORDS.findall(text[end:high])]


@lru_cache(maxsize=20_000)
def _happens(word: str) -> bool:
    """„odebrał", „spotkają", „rozpoczyna", not „patrzą", „mamy": whether a verb tells of an event."""
    readings = morph.analyse(word)
    if any(r.pos in _PAST for r in readings) and not any(r.case is not None for r in readings):
        return any(":perf" in r.tag for r in readings)
    if any(r.pos == "fin" and ":perf" in r.tag for r in readings) and not any(r.case is not None for r in readings):
        return True
    return any(r.pos == "fin" and r.lemma in _lists()["verbs"] for r in readings)


@lru_cache(maxsize=5_000)
def _is_any(word: str, name: str) -> bool:
    return not _lists()[name].isdisjoint(morph.lemmas(word))


def is_event(word: str) -> bool:
    """„audyt", „sesja": whether a word names what takes place on a day."""
    return _is_any(word, "occasions")


def lies_ahead(hit: Hit) -> bool:
    """„na koniec roku ma być gotowy": whether the sentence tells of what is to come."""
    return bool(looks_ahead(hit.atoms.text, hit.atoms.starts[hit.start], hit.atoms.ends[hit.end - 1]))
