"""„ochrony", „CJM", „dnia": classes of words that the grammar of a function's complement asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.values import morph
from pipeline.values.name.phrase import readings_of

_ACRONYM = re.compile(r"(?:[A-ZĄĆĘŁŃÓŚŹŻ]{2,8}|[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,4}[A-ZĄĆĘŁŃÓŚŹŻ]\w{0,3})$")
_LOCAL = re.compile(r"(?:s|c|dz)ki(?:ego|ej|ch)$")
"""Endings of local adjectives that the dictionary lacks („zębiańskiej")."""
_NOMINAL = frozenset({"subst", "adj", "ger", "ppas", "pact", "num", "depr"})
ABBREVIATED = frozenset(
    {"m", "woj", "pow", "gm", "dep", "wydz", "oddz", "ref", "sekc", "os", "jedn", "zw", "pom", "kuj", "maz", "wlkp", "śl"}
)
"""Abbreviated words inside a function, without their stop („prezydent m.st. Warszawy", „dyr. dep. podatków")."""
ENDINGS = frozenset({"u", "em", "ie", "owi", "iem", "om", "ów", "a", "y", "ach", "ami"})
"""Case endings that a hyphen ties to an acronym („MOPS-u")."""
AND = frozenset({"i", "oraz", "a"})
PLACES = frozenset({"w", "we", "przy", "na"})
"""Prepositions that may tie an institution or a town to a function."""
TIME = frozenset(
    {
        "dnia",
        "roku",
        "r",
        "godziny",
        "lat",
        "miesiąca",
        "tygodnia",
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
    }
    | {"lipca", "sierpnia", "września", "października", "listopada", "grudnia", "razem", "pana", "pani", "państwa", "panów"}
    | {"panu", "panem", "panią", "panom", "pan"}
    | {"tego", "tej", "tych", "swojego", "swojej", "swoich", "jego", "jej", "ich", "którego", "której", "których", "co", "nas"}
    | {
        "był",
        "była",
        "to",
        "jak",
        "jako",
        "też",
        "także",
        "również",
        "obok",
        "osobie",
        "podczas",
        "wraz",
        "dzięki",
        "z",
        "po",
        "on",
    }
)
"""Genitives of time, pronouns and particles that never belong to a function's name, whatever else they may be."""
MONTHS = frozenset(
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października"}
    | {"listopada", "grudnia"}
)
TIME_WORDS = MONTHS | {
    "od",
    "do",
    "w",
    "przez",
    "z",
    "roku",
    "r",
    "br",
    "lat",
    "lata",
    "dnia",
    "dniem",
    "latach",
    "kadencji",
    ".",
}
TIME_WORDS |= {"dwóch", "trzech", "czterech", "pięciu", "kilku", "wielu", "początku", "końca", "kadencje"}
"""Words of „od 1 stycznia 2011 r.", „od trzech kadencji"."""
NAMED = frozenset(
    {"miasta", "gminy", "powiatu", "województwa", "spółki", "firmy", "miejscowości", "przedsiębiorstwa", "klubu", "banku"}
    | {"koncernu", "holdingu", "sieci", "uczelni", "marki", "redakcji", "partii", "portalu", "schroniska"}
    | {
        "miastu",
        "gminie",
        "zakładu",
        "grupy",
        "fundacji",
        "stowarzyszenia",
        "sołectwa",
        "osiedla",
        "wsi",
        "osady",
        "dzielnicy",
        "hotelu",
        "tygodnika",
    }
)
"""Nouns after which a name may stand uninflected („Burmistrz Miasta Ostrów Mazowiecka", „prezes spółki Wodociągi")."""


def is_acronym(word: str) -> bool:
    """„CJM", „BIiKS", „OSiR"."""
    return bool(_ACRONYM.match(word))


@lru_cache(maxsize=50_000)
def is_genitive(word: str) -> bool:
    """„ochrony", „Miasta": a nominal form that can be a genitive."""
    readings = readings_of(word)
    if word[:1].islower() and word not in NAMED and any(r.pos in {"fin", "praet"} for r in readings):
        return False  # „pełni" is a verb before it is of pełnia, „osiedla" is of osiedle
    if any(r.pos == "prep" for r in readings):
        return False  # „od" is hardly of oda
    found = any(r.case == "gen" and r.pos in _NOMINAL and not _is_person(r) for r in readings)
    return found or (not readings and bool(_LOCAL.search(word)))


def _is_person(reading: morph.Reading) -> bool:
    """A surname's reading: „Nowak" is also the genitive of a woman's name, „wójt Nowak" is no complement."""
    return bool(reading.labels & {morph.SURNAME, morph.FIRST_NAME}) and morph.GEOGRAPHIC not in reading.labels


@lru_cache(maxsize=50_000)
def is_nominal(word: str, case: str) -> bool:
    """„zagranicą" in the instrumental: a nominal form that can be this case."""
    readings = readings_of(word)
    verb = word[:1].islower() and any(r.pos in {"fin", "praet"} for r in readings)
    return not verb and any(r.case == case and r.pos in _NOMINAL for r in readings)


@lru_cache(maxsize=20_000)
def is_verbal(word: str) -> bool:
    """„Gospodarowania", „zarządzania": the genitive of a verbal noun, which may govern the instrumental."""
    return any(r.case == "gen" and r.pos == "ger" for r in readings_of(word))


@lru_cache(maxsize=50_000)
def is_geographic(word: str) -> bool:
    """„Ostrów": a place's name in the dictionary."""
    return any(morph.GEOGRAPHIC in r.labels for r in readings_of(word))
