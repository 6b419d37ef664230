"""„Jan Kowalski" alone, „Z up. Burmistrza / Ewa Sowa / sekretarz": names on lines of their own, with an office or without."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.datelines import date_line
from pipeline.clean.furniture.marks import Mark
from pipeline.clean.labels import bare_initials
from pipeline.clean.people import full_name, is_office, is_unit, name_behind_office, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.furniture.lines import Line

_LINE_WORDS = 12
"""words; the longest line of a byline or of an office"""
_LIST_OF_NAMES = 3
_INITIALS = 2
"""words of a line of initials: „L. K." """
CLOSED = frozenset('.!?…"”»)')
"""what a paragraph ends with"""
_OFFICE_LINES = 4
"""lines; an office with its body and its town, as letters break them"""


class Signature(NamedTuple):
    """„PREZES / Izby Obrachunkowej / Jan Kowal": a name and the lines of its office."""

    name: str
    lines: tuple[int, ...]
    """line numbers, the name's among them, in order"""


def signatures(page: Sequence[Line]) -> list[Signature]:
    """„Z up. Wójta", „Jan Kowal", „Sekretarz": every name with the office that stands beside it, in page order.

    The office is on the same line, on the next one, on the line above, or, behind the last running text, some lines above
    or a unit below: „Biuro Prasowe".
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    last = max((at for at, i in enumerate(filled) if page[i].prose), default=-1)
    found = ((at, _name(page[i])) for at, i in enumerate(filled))
    blocks = ((name, _block(page, filled, at, tail=at > last)) for at, name in found if name)
    alone = [Signature(name, lines) for name, lines in blocks if lines]
    own = ((i, _office_and_name(page[i])) for i in filled)
    return sorted([*alone, *(Signature(name, (i,)) for i, name in own if name)], key=lambda signature: signature.lines)


def _name(line: Line) -> str | None:
    plain = line.marker is None and line.ending not in {":", ";"} and 1 < line.words <= _LINE_WORDS
    return full_name(line.text) if plain else None


def _office_and_name(line: Line) -> str | None:
    """„Jan Kowal, wójt", „Koordynatorka projektu Ewa Sowa": both on one line that is no sentence."""
    if line.marker is not None or line.prose or line.words > _LINE_WORDS or line.ending in {":", ";", "."}:
        return None
    before, comma, after = line.text.partition(",")
    if comma and (is_office(after.strip()) or is_unit(after)) and (name := full_name(before)):
        return name
    return name_behind_office(line.text)


def _block(page: Sequence[Line], filled: list[int], at: int, *, tail: bool) -> tuple[int, ...]:
    """Lines of the office beside the name, with the name; empty where no office stands there."""
    below = [j for j in filled[at + 1 : at + 2] if _names_office(page[j]) or (tail and _names_unit(page[j]))]
    above = _office_above(page, filled, at, _OFFICE_LINES if tail else 1)
    return (*above, filled[at], *below) if above or below else ()


def _office_above(page: Sequence[Line], filled: list[int], at: int, reach: int) -> list[int]:
    for start in range(at - 1, max(-1, at - 1 - reach), -1):
        line = page[filled[start]]
        if _names_office(line):
            return filled[start:at]
        bare = line.marker is None and not line.prose and line.words <= _LINE_WORDS and not line.ending
        if not bare or _name(line):
            return []
    return []


def _names_office(line: Line) -> bool:
    return line.marker is None and not line.prose and line.words <= _LINE_WORDS and is_office(line.text)


def _names_unit(line: Line) -> bool:
    return line.marker is None and not line.prose and not line.ending and line.words <= _LINE_WORDS and is_unit(line.text)


def bylines(page: Sequence[Line]) -> tuple[dict[int, Mark], set[int]]:
    """„Jan Kowalski" alone -> a byline; above „rzecznik prasowy" -> a signature, which stays.

    Returns:
        The bylines, and the lines of signatures.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    signed = {i for signature in signatures(page) for i in signature.lines}
    named = {i: found for i in filled if 1 < page[i].words <= _LINE_WORDS and (found := _people(page[i]))}
    marks: dict[int, Mark] = {}
    for at, i in enumerate(filled):
        if i not in named or i in signed:
            continue
        if not _in_list(filled, at, named) and (len(named[i]) == 1 or _beside_date(page, filled, at)):
            marks[i] = Mark("byline", "byline.names", "meta")
    return marks | _bare_initials(page, filled), signed


def _bare_initials(page: Sequence[Line], filled: list[int]) -> dict[int, Mark]:
    """„mb", „L.K." without brackets: only right below a paragraph that no other follows."""
    pairs = [(above, i) for above, i in pairwise(filled) if page[i].words <= _INITIALS and page[above].prose]
    below = dict(pairwise(filled))
    last = [i for above, i in pairs if page[above].ending in CLOSED and not (i in below and page[below[i]].prose)]
    return {i: Mark("byline", "byline.bare", "meta") for i in last if bare_initials(page[i].text)}


def _people(line: Line) -> list[str]:
    if line.marker is not None or line.ending in {":", ";"}:
        return []
    single = full_name(line.text)
    return [single] if single else names(line.text)


def _in_list(filled: list[int], at: int, named: dict[int, list[str]]) -> bool:
    """Three names below each other are a list of people, not a byline."""
    return any(
        all(j in named for j in filled[s : s + _LIST_OF_NAMES]) for s in range(max(0, at - 2), min(at, len(filled) - 3) + 1)
    )


def _beside_date(page: Sequence[Line], filled: list[int], at: int) -> bool:
    return any(date_line(page[j].text) for j in (*filled[at + 1 : at + 2], *filled[max(0, at - 1) : at]))
