"""„http://www.powiat-gniezno.pl", „bip.um.olsztyn.pl": what the address of a page says about its place."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from pipeline.text import fold
from pipeline.values.place.adjective import read_adjective
from pipeline.values.place.gazetteer import forms, units_named

_LEVELS = {
    "powiat": "powiat", "pow": "powiat", "starostwo": "powiat", "sp": "powiat", "spow": "powiat",
    "wojewodztwo": "województwo", "woj": "województwo", "umwm": "województwo", "uw": "województwo",
    "gmina": "gmina", "um": "gmina", "ug": "gmina", "umig": "gmina", "ugim": "gmina", "miasto": "gmina",
}  # fmt: skip
_OFFICES = {"um": "town", "miasto": "town", "ug": "gmina", "umig": "mixed", "ugim": "mixed"}
_NO_NAME = frozenset(
    {"www", "bip", "pl", "com", "eu", "org", "net", "gov", "info", "edu", "biz", "mil", "waw", "http", "https", "html", "php",
     "htm", "aktualnosci", "wiadomosci", "news", "artykul", "archiwum", "index", "strona", "miasta", "gminy", "urzad", "urzedu",
     "szpital", "biuletyn", "informacja", "polska"}
)  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+")
_MIN_PART = 5
"""characters; a shorter part of a name ("lad") says too little"""
_MIN_REST = 3
"""characters; a shorter rest is an ending: "lipniki" is not Lipnik"""
_LETTERS = frozenset({"e", "i", "m", "um", "ug", "lo", "tv", "sp"})
_MIN_GLUED = 6
"""characters; a shorter name stands inside too many other words"""


@dataclass(frozen=True, slots=True)
class Address:
    """What an address names: its level, the municipalities, the adjective's county or voivodeship, kinds of office."""

    level: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    exact: bool = False
    """whether a whole name stands there, not a part of one"""


@cache
def _squashed() -> dict[str, str]:
    """„ostrowmazowiecka" -> „Ostrów Mazowiecka"."""
    return {re.sub(r"[\s-]", "", fold(f.form)): f.name for f in forms() if "nom" in f.cases}


@cache
def _inflected() -> dict[str, str]:
    return {re.sub(r"[\s-]", "", fold(f.form)): f.name for f in forms() if f.cases & {"gen", "loc"} and not f.guard}


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(f.form) for f in forms() if f.guard == "word")


@cache
def _prefixes() -> dict[str, frozenset[str]]:
    """Every beginning of a name of several words that reaches at least to its end of the first word."""
    table: dict[str, set[str]] = defaultdict(set)
    for squashed, name in _squashed().items():
        first = len(re.split(r"[\s-]", name)[0])
        if first < len(squashed):
            for length in range(max(_MIN_PART, first), len(squashed)):
                table[squashed[:length]].add(name)
    return {key: frozenset(names) for key, names in table.items()}


def _glued(token: str) -> str | None:
    """„eostroleka", „radiokielce" -> the longest name at either end of a word."""
    for length in range(len(token) - 1, _MIN_GLUED - 1, -1):
        for part, rest, in_front in ((token[:length], token[length:], False), (token[-length:], token[:-length], True)):
            if len(rest) < _MIN_REST and not (in_front and rest in _LETTERS):
                continue
            if part in _squashed() and part not in _common():
                return _squashed()[part]
    return None


def _exact(tokens: list[str]) -> list[str]:
    """Names made of one to three neighbouring tokens, the longest first."""
    for size in (3, 2, 1):
        found = []
        for i in range(len(tokens) - size + 1):
            key = "".join(tokens[i : i + size])
            alone = len(tokens) == 1
            if key in _squashed() and (size > 1 or alone or key not in _common()) and len(key) > 2:
                found.append(_squashed()[key])
        if found:
            return found
    return []


@lru_cache(maxsize=4096)
def read_address(url: str | None, site: str | None = None) -> Address:
    """What the host, then the path of a page's address name; empty for an address that names nothing.

    Args:
        url: address of the page, with or without a scheme.
        site: host or name of the site.
    """
    try:
        parts = urlsplit(url if url and "//" in url else f"//{url or ''}")
        host, path = parts.netloc or "", unquote(parts.path)
    except ValueError:
        host, path = "", ""
    hosts = [part for token in _tokens(f"{host} {site or ''}") for part in _parted(token)]
    names, exact = _names_of(hosts)
    path_tokens = _tokens(path)
    if not names:
        names = [n for n in _exact([t for t in path_tokens if t not in _NO_NAME]) if len(n) >= _MIN_PART][:1]
        names = (
            names or list(dict.fromkeys(_inflected()[t] for t in path_tokens if t in _inflected() and len(t) >= _MIN_GLUED))[:1]
        )
    used = {w for name in names for w in _tokens(name)}
    # „pomorska.pl": a feminine adjective is a newspaper's, counties and voivodeships are powiat and województwo
    own = (word for word in [*hosts, *_pairs(host)] if word not in used and not word.endswith(("ska", "cka")))
    read = map(read_adjective, own)
    adjectives = [a.lemma for a in read if a is not None and (a.counties or a.voivodeship)]
    marks = [t for t in hosts if t in _LEVELS]
    level = next((_LEVELS[t] for t in marks), None) or ("województwo" if _region(adjectives) else None)
    offices = [_OFFICES[t] for t in [*hosts, *path_tokens] if t in _OFFICES]
    return Address(level, tuple(dict.fromkeys(names)), tuple(dict.fromkeys(adjectives)), tuple(dict.fromkeys(offices)), exact)


def _parted(token: str) -> list[str]:
    """„umlipno", „powiatswidnik", „powiatopolski" -> the mark of the office and the name or the adjective behind it."""
    for mark in _LEVELS:
        rest = token[len(mark) :]
        if token.startswith(mark) and token not in _squashed() and (rest in _squashed() or _is_regional(mark, rest)):
            return [mark, rest]
    return [token]


def _is_regional(mark: str, rest: str) -> bool:
    """„powiat" + „kluczborski": only a whole word before an adjective, since two letters open many."""
    adjective = read_adjective(rest) if len(mark) >= _MIN_PART else None
    return adjective is not None and bool(adjective.counties or adjective.voivodeship)


def _names_of(tokens: list[str]) -> tuple[list[str], bool]:
    useful = [t for t in tokens if t not in _NO_NAME and t not in _LEVELS]
    found = _exact(useful)
    partial = sorted({name for t in useful for name in _prefixes().get(t, ())})
    if found:
        several = len(_tokens(found[0])) > 1
        return [*found, *(p for p in partial if p not in found and not several)], True
    if partial:
        return partial, False
    glued = [name for t in useful if (name := _glued(t)) is not None]
    return glued, bool(glued)


def _region(adjectives: list[str]) -> bool:
    return any(units_named(a + "e", "województwo") and not units_named(a, "powiat") for a in adjectives)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))


def _pairs(host: str) -> list[str]:
    """„kujawsko-pomorskie": labels of the host with their hyphens."""
    return [label for label in fold(host).split(".") if "-" in label]
