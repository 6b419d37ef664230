"""``find_durations``: „na kolejne 3 lata", „ważny trzy lata", „trzyletni certyfikat", „półtora roku"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from pipeline.values.edtf.lexer import Atoms, lex
from pipeline.values.edtf.model import Duration

_SPAN: Final = re.compile(r"(?:(?P<n>[Kabc])|(?P<h>[PI]))?(?P<u>[rleTD])(?![GYJ<>=])")
_SENTENCE: Final = frozenset(".;\n")


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """„na kolejne 3 lata" -> value P3Y, with its characters."""

    text: str
    start: int
    end: int
    value: Duration
    rule: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "durations.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _adjective() -> re.Pattern[str]:
    prefixes = "|".join(p for p, n in _data()["prefixes"].items() if n)
    return re.compile(rf"\b(?:(\d{{1,2}})\s?-?\s?|({prefixes}))(letni|miesięczn)\w{{0,4}}\b", re.IGNORECASE)


def find_durations(text: str) -> list[FoundDuration]:
    """„ważny przez okres trzech lat" -> P3Y; neither „trzy lata temu" nor „ma 3 lata", which are no spans of validity.

    Args:
        text: running text.

    Returns:
        Durations in text order; the preposition „na" or „przez" and words such as „kolejne" belong to the mention.
    """
    atoms = lex(text)
    found = [d for m in _SPAN.finditer(atoms.kinds) if (d := _span(atoms, m)) is not None]
    for match in _adjective().finditer(text):
        number = int(match[1]) if match[1] else _data()["prefixes"][match[2].lower()]
        if number:
            value = Duration(years=number) if match[3].lower() == "letni" else Duration(months=number)
            found.append(FoundDuration(match[0], *match.span(), value, "duration.adjective"))
    return sorted(found, key=lambda d: (d.start, d.end))


def _span(atoms: Atoms, match: re.Match[str]) -> FoundDuration | None:
    value = _value(atoms, match)
    if value is None:
        return None
    begin = _beginning(atoms, match)
    if begin is None:
        return None
    start, end = atoms.starts[begin], atoms.ends[match.end() - 1]
    return FoundDuration(atoms.text[start:end], start, end, value, "duration.counted" if match["n"] else "duration.one")


def _value(atoms: Atoms, match: re.Match[str]) -> Duration | None:
    unit = match["u"]
    if match["h"]:
        half = atoms.kinds[match.start()] == "P"
        if unit == "r":
            return Duration(months=6) if half else Duration(years=1, months=6)
        return None
    if not match["n"] and not _is_counted_once(atoms, match.start()):
        return None
    number = atoms.values[match.start()].value if match["n"] else 1
    if not number or (not match["n"] and unit not in "re"):
        return None
    if unit in "rl":
        return Duration(years=number)
    return Duration(months=number) if unit == "e" else Duration(days=number * (7 if unit == "T" else 1))


def _is_counted_once(atoms: Atoms, at: int) -> bool:
    """„na rok", „na okres roku": the accusative, or the genitive behind „okres"; not „na ostatnią w roku sesję"."""
    word = atoms.text[atoms.starts[at] : atoms.ends[at]].lower()
    before = atoms.text[atoms.starts[at - 1] : atoms.ends[at - 1]].lower() if at else ""
    return word in {"rok", "miesiąc"} or before.startswith("okres")


def _beginning(atoms: Atoms, match: re.Match[str]) -> int | None:
    """The atom with which the mention begins; None where nothing says that a span of time is meant."""
    data = _data()
    begin: int | None = None
    for i in range(match.start() - 1, max(-1, match.start() - 1 - data["reach"]), -1):
        word = atoms.text[atoms.starts[i] : atoms.ends[i]].lower()
        if word in _SENTENCE or word in data["denied"] or atoms.kinds[i] in "Y,d":
            break
        if word in {"na", "przez"}:
            return i
        if any(word == t if len(t) <= 3 else word.startswith(t) for t in data["triggers"]):
            begin = i if begin is None and word[:6] in {"kolejn", "następ", "dalsze"} else match.start()
    return begin if match["n"] or match["h"] else None
