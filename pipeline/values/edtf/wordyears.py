"""„w dwa tysiące trzecim roku", „dziewięćdziesiątego czwartego roku": years in words, read as if printed in digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf.lexicon import FIRST_YEAR, LAST_YEAR, Atom

if TYPE_CHECKING:
    from pipeline.values.edtf.lexer import Atoms

_MARKS: Final = re.compile("[VXL]")
"""atoms without which no year stands in words"""
_YEAR: Final = re.compile(
    r"(?P<t>K?V)(?P<c>C?)(?P<n>[oL]o?)(?=r)|(?<=[rM])(?P<t_>K?V)(?P<c_>C?)(?P<n_>[oL]o?)"
    r"|(?P<x>X)(?P<m>(?:[oL]o?)?)(?=r)|(?<=r)(?P<x_>X)(?P<m_>(?:[oL]o?)?)|(?P<l>Lo?)(?=r)"
)
_CENTURY: Final = 1900
"""of „w siedemdziesiątym roku": only the last century is shortened so"""


def with_word_years(atoms: Atoms) -> Atoms:
    """„roku tysiąc dziewięćset osiemdziesiątego" -> the atoms of „roku 1980"; the same atoms where no year is in words."""
    if _MARKS.search(atoms.kinds) is None:
        return atoms
    for match in reversed(list(_YEAR.finditer(atoms.kinds))):
        value = _value(atoms, match)
        if FIRST_YEAR <= value <= LAST_YEAR and not _is_age(atoms, match):
            _merge(atoms, match.start(), match.end(), value)
    return atoms


def _value(atoms: Atoms, match: re.Match[str]) -> int:
    """2003 of „dwa tysiące trzecim", 1994 of „dziewięćdziesiątym czwartym"."""
    total = 0
    for at in range(*match.span()):
        kind, value = atoms.kinds[at], atoms.values[at].value
        if kind == "V":
            total = 1000 * (total or 1)
        elif kind == "X":
            total = 2000
        else:
            total += value
    return total + _CENTURY if match["l"] else total


def _is_age(atoms: Atoms, match: re.Match[str]) -> bool:
    """„w siedemdziesiątym roku życia"."""
    after = match.end() + 1
    return after < len(atoms.starts) and atoms.text[atoms.starts[after] : atoms.ends[after]].lower() == "życia"


def _merge(atoms: Atoms, first: int, last: int, value: int) -> None:
    atoms.kinds = f"{atoms.kinds[:first]}Y{atoms.kinds[last:]}"
    atoms.values[first:last] = [Atom("Y", value)]
    atoms.starts[first:last] = [atoms.starts[first]]
    atoms.ends[first:last] = [atoms.ends[last - 1]]
