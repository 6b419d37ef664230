"""What looks like a date and is none: „Dz.U. 2011 Nr 174 poz. 1039", „ISO 9001-2008", „w 2010 gminach"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from pipeline.text import fold
from pipeline.values import morph
from pipeline.values.edtf.grammar import next_hit
from pipeline.values.edtf.lexicon import Atom

if TYPE_CHECKING:
    from pipeline.values.edtf.grammar import Hit
    from pipeline.values.edtf.lexer import Atoms

_watch: Final = itemgetter(Atom._fields.index("watch"))
WORD, DIGIT, CASED = 1, 2, 3
"""what a token that begins a guarded stretch is: see "on" in guards.toml"""
_LONGEST = 2100
"""characters of the longest zone, an address"""
_LAST_HOUR = 24
_DATED: Final = frozenset({"days", "month", "months"})
"""builders of dates that say more than a year"""
_GLUE_BEFORE: Final = "/-–:_\\"
_WORD: Final = re.compile(r"[ \u00a0]([^\W\d_]+)")
_SINCE = frozenset({"w", "we", "z", "ze", "od", "przed"})
"""After these a bare number from 1400 on is a year („w 1567"), after others only one of the last two centuries."""
_ROUND = frozenset({1000, 1500, 2000})
"""Round numbers that rather count something after „do", „na", „dla"."""


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "guards.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = _data()
    return {"counted": frozenset(data["counted"]["words"])}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What begins with a word, with digits, with a word as printed."""
    by_kind: dict[str, list[str]] = {"word": [], "digit": [], "cased": []}
    for guard in _data()["guard"]:
        by_kind[guard["on"]].append(guard["pattern"])
    words, digits, cased = ("|".join(by_kind[kind]) for kind in by_kind)
    return re.compile(rf"\b(?:{words})"), re.compile(digits), re.compile(cased)


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<{guard['on']}_{i}>{guard['head']})" for i, guard in enumerate(_data()["guard"]) if "head" in guard)
    )


def watch(token: str) -> int:
    """WORD, CASED or DIGIT for a token with which a guarded stretch may begin: „nr", „ISO", „2010"; else 0."""
    if token[0].isdecimal():
        return DIGIT
    head = _heads().fullmatch(fold(token))
    return 0 if head is None else WORD if (head.lastgroup or "").startswith("word") else CASED


class Zones:
    """Stretches of a text whose digits are no dates; looked for when the first digits ask."""

    __slots__ = ("_atoms", "_found")

    def __init__(self, atoms: Atoms) -> None:
        self._atoms = atoms
        self._found: list[tuple[int, int]] | None = None

    def touch(self, start: int, end: int) -> bool:
        """Whether a zone touches the characters; zones are in order and none is longer than 2,100 characters."""
        zones = self._found
        if zones is None:
            zones = self._found = _zones(self._atoms)
        if not zones:
            return False
        for i in range(bisect_left(zones, (end, 0)) - 1, -1, -1):
            if zones[i][1] > start:
                return True
            if zones[i][0] < start - _LONGEST:
                break
        return False


def _zones(atoms: Atoms) -> list[tuple[int, int]]:
    """„nr 12/2010", „ISO 9001 : 2009", „2 010 zł": first character and one past the last, in order."""
    text, folded = atoms.text, ""
    ends = [0, 0, 0, 0]
    zones = []
    for at, kind in [(at, kind) for at, kind in enumerate(map(_watch, atoms.values)) if kind]:
        start = atoms.starts[at]
        if start >= ends[kind]:
            folded = folded or fold(text)
            match = _patterns()[kind - 1].match(text if kind == CASED else folded, start)
            if match is not None:
                ends[kind] = match.end()
                zones.append(match.span())
    zones.sort()
    return zones


def is_cut_out(hit: Hit, *, chained: bool = False) -> bool:
    """„9001:2015", „602/58/2006", „2010-A": whether a number at either end goes on beyond the match.

    A dash to another date does not cut: „18.02.2013–17.02.2016"; with ``chained`` what stands before has been read as a date.
    """
    text, atoms = hit.atoms.text, hit.atoms
    start, end = atoms.starts[hit.start], atoms.ends[hit.end - 1]
    if atoms.kinds[hit.start] in "abchYoR" and start > 1 and not chained:
        before, further = text[start - 1], text[start - 2]
        if (before in _GLUE_BEFORE and further.isalnum()) or (before in ".," and further.isdigit()):
            return True
    if atoms.kinds[hit.end - 1] in "abchYR" and end + 1 < len(text):
        after, further = text[end], text[end + 1]
        if (after in _GLUE_BEFORE and further.isalnum() and not _goes_on(hit)) or (after in ".," and further.isdigit()):
            return True
    return False


def _goes_on(hit: Hit) -> bool:
    """„18.02.2013[–17.02.2016]", „2013-04-15[/2016-04-14]": whether a sign without blanks leads to another date."""
    sign = hit.atoms.kinds[hit.end : hit.end + 1]
    if sign != "-" and not (sign == "/" and hit.rule.id == "iso"):
        return False
    following = next_hit(hit.atoms, hit.end + 1, here=True)
    return following is not None and following.rule.build in _DATED and (sign == "-" or following.rule.id == "iso")


def is_padded(hit: Hit) -> bool:
    """„do 30.06", „od 1.07 do 15.07", „2014.03.27": days and months, no hours or amounts as „od 8.10 do 9.15", „do 3.5 km"."""
    atoms = hit.atoms
    for day, month in (("d", "m"), ("d2", "m2")):
        span = hit.group(month)
        if span is None:
            continue
        printed = atoms.text[atoms.starts[span[0]] : atoms.ends[span[0]]]
        sure = hit.group("y") is not None or printed[0] == "0" or (hit.number(day) or 0) > _LAST_HOUR
        if len(printed) != 2 or not sure:
            return False
    match = _WORD.match(atoms.text, atoms.ends[hit.end - 1])
    return match is None or not _is_counted(match[1], locative=False)


def is_glued(hit: Hit, length: int | None = None) -> bool:
    """„30-11-2021": every atom touches the next one."""
    atoms = hit.atoms
    last = hit.end - 1 if atoms.kinds[hit.end - 1] in "rl" else hit.end
    last = last if length is None else hit.start + length
    return all(atoms.ends[i] == atoms.starts[i + 1] for i in range(hit.start, last - 1))


def counts_something(hit: Hit) -> bool:
    """„w 2010 gminach", „do 2000 zł": whether a bare number is how many, not which year."""
    atoms = hit.atoms
    at = next(i for i in range(hit.start, hit.end) if atoms.kinds[i] == "Y")
    value = atoms.values[at].value
    before = atoms.text[atoms.starts[at - 1] : atoms.ends[at - 1]].lower() if at else ""
    earliest = 1400 if before in _SINCE else 1900
    if not earliest <= value <= 2099 or (value in _ROUND and before in {"do", "na", "dla", "za", "po"}):
        return True
    following = hit.end
    if following < len(atoms.kinds) and atoms.kinds[following] in "abchYo" and atoms.starts[following] == atoms.ends[at] + 1:
        return True
    match = _WORD.match(atoms.text, atoms.ends[at])
    return match is not None and _is_counted(match[1], locative=before in {"w", "we", "po"})


@lru_cache(maxsize=20_000)
def _is_counted(word: str, *, locative: bool) -> bool:
    if word.lower() in _words()["counted"]:
        return True
    if not word.islower():
        return False
    cases = {"gen", "loc"} if locative else {"gen"}
    readings = morph.analyse(word)
    if any(r.pos in {"fin", "praet", "imps", "bedzie"} for r in readings):
        return False
    return any(r.number == "pl" and r.case in cases and r.pos in {"subst", "adj", "ppas", "ger", "pact"} for r in readings)
