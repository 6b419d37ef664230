"""Adjectives of places: „olsztyńskiego", „kujawsko-pomorskim" and what they are derived from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.text import DASHES, fold
from pipeline.values.place.gazetteer import Unit, towns_by_adjective, units_named
from pipeline.values.place.gazetteer import units as all_units

# The paradigm of adjectives in -ski, -cki, -dzki; source: any grammar of Polish, e.g. the NKJP tagset's page on adjectives.
_ENDINGS = {
    "i": {"sg:m:nom", "sg:m:acc"}, "iego": {"sg:m:gen", "sg:m:acc", "sg:n:gen"}, "iemu": {"sg:m:dat", "sg:n:dat"},
    "im": {"sg:m:inst", "sg:m:loc", "sg:n:inst", "sg:n:loc", "pl:dat"}, "a": {"sg:f:nom"},
    "iej": {"sg:f:gen", "sg:f:dat", "sg:f:loc"}, "ą": {"sg:f:acc", "sg:f:inst"},
    "ie": {"sg:n:nom", "sg:n:acc", "pl:nom", "pl:acc"},
    "ich": {"pl:gen", "pl:loc", "pl:acc"}, "imi": {"pl:inst"},
}  # fmt: skip
_FORM = re.compile(r"(.*[scz]k)(iego|iemu|imi|iej|ich|im|ie|i|ą|a)$", re.IGNORECASE)
_PERSONAL = re.compile(r"(.*[scz])cy$", re.IGNORECASE)
_SPACED_DASH = re.compile(rf"\s*[{DASHES}]\s*")


@dataclass(frozen=True, slots=True)
class Adjectival:
    """„gnieźnieńskiego": the lemma of the adjective and what it may name."""

    lemma: str
    towns: tuple[str, ...]
    counties: tuple[Unit, ...]
    voivodeship: Unit | None


@cache
def _known() -> dict[str, str]:
    """Folded adjective -> adjective, for every adjective that names something."""
    counties = (u.name for u in all_units() if u.level == "powiat")
    voivodeships = (u.name[:-1] for u in all_units() if u.level == "województwo")
    return {fold(name): name for name in [*towns_by_adjective(), *counties, *voivodeships]}


def lemma_of(word: str) -> str | None:
    """„olsztyńskiego" -> „olsztyński"; None for a word that has no form of such an adjective."""
    match = _FORM.match(word)
    if match:
        return match.group(1).lower() + "i"
    match = _PERSONAL.match(word)
    return match.group(1).lower() + "ki" if match else None


@lru_cache(maxsize=16384)
def read_adjective(printed: str) -> Adjectival | None:
    """„kujawsko – pomorskiego" -> the voivodeship; „olsztyński" -> Olsztyn and its county; None for any other word.

    Capitals and, in a word printed without any diacritic, diacritics do not matter.
    """
    lemma = lemma_of(_SPACED_DASH.sub("-", printed))
    if lemma is None:
        return None
    known = _known().get(fold(lemma))
    if known is None or (lemma != known and lemma != fold(known)):
        return None
    voivodeships = units_named(known + "e", "województwo")
    return Adjectival(
        lemma=known,
        towns=towns_by_adjective().get(known, ()),
        counties=units_named(known, "powiat"),
        voivodeship=voivodeships[0] if voivodeships else None,
    )


def decline(adjective: str, *, gender: str, case: str) -> str:
    """„żyrardowski", n, gen -> „żyrardowskiego": a form in the singular.

    Raises:
        ValueError: the adjective does not end in -ski or -cki, or there is no such form.
    """
    if not adjective.endswith("ki"):
        raise ValueError(f"{adjective!r} is no adjective in -ski or -cki")
    for ending, slots in _ENDINGS.items():
        if f"sg:{gender}:{case}" in slots:
            return adjective[:-1] + ending
    raise ValueError(f"no form of {adjective!r} for {gender} {case}")
