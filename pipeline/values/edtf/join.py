"""Joining what stands side by side: „6 maja i 7 czerwca 2010", „30 września 2011 r. – 29 września 2014 r."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.values.edtf.model import Date, Interval, Value
from pipeline.values.edtf.piece import Piece

if TYPE_CHECKING:
    from pipeline.values.edtf.grammar import Hit
    from pipeline.values.edtf.lexer import Atoms

_CLOCK: Final = re.compile(r",?x?g[abc](?:[.:][abc])?(?=[d-])")
"""„od 12 maja o godz. 8.00 do 14 maja": a time of day between the ends of a range"""
_TURN = 6
"""months by which the first month of a range that crosses New Year is at least later than the last"""
_CONNECTING: Final = frozenset(",id-j/xg")
"""atoms with which what joins two dates begins"""


class Link(NamedTuple):
    """A piece with its rule, while a phrase is being joined."""

    piece: Piece
    rule: str


def between(hit: Hit) -> bool:
    """Whether „między" stands before the phrase, so that „a" makes a range."""
    return "B" in hit.atoms.kinds[max(0, hit.start - 2) : hit.start]


def connector(atoms: Atoms, position: int) -> tuple[str, int] | None:
    """The sign between two dates and the atom after it, prepositions skipped: „-", „do", „i", „, w dniu"."""
    kinds = atoms.kinds
    if kinds[position : position + 1] not in _CONNECTING:
        return None
    clock = _CLOCK.match(kinds, position)
    at = position = clock.end() if clock else position
    sign = ""
    while at < len(kinds) and at < position + 2 and kinds[at] in ",id-j/":
        sign = kinds[at] if kinds[at] != "," or not sign else sign
        at += 1
    if not sign or (sign == "/" and position and atoms.ends[position - 1] != atoms.starts[position]):
        return None
    skipped = "vDE" if sign == "d" else "vD"  # „od września do końca października"
    while at < len(kinds) and at < position + 4 and kinds[at] in skipped:
        at += 1
    return sign, at


def fits(left: Link, right: Link) -> bool:
    """Only dates, not „wczoraj", share years or make ranges; two ranges stay two."""
    a, b = left.piece, right.piece
    return not a.relative and not b.relative and not (isinstance(a.value, Interval) and isinstance(b.value, Interval))


def begins_anew(left: Link, right: Link) -> bool:
    """„w listopadzie 2007 r., 9 listopada przeszła …": behind a comma a date without a year takes none from before it."""
    a, b = left.piece.value, right.piece.value
    last = a if isinstance(a, Date) else a.end or a.start
    first = b if isinstance(b, Date) else b.start or b.end
    return bool(last and first and last.year is not None and first.year is None)


def joined(links: list[Link], more: list[Link], sign: str, *, is_between: bool) -> list[Link]:
    """„31 lipca" and „2 sierpnia 2006 r." -> one interval for „-" and „do", else both, with the year that one of them lacks."""
    left, right, rule = links[-1].piece, more[0].piece, links[-1].rule
    ranged = sign in {"-", "d"} or (sign == "j" and is_between)
    shared = _share(left.value, right.value, ranged=ranged)
    links = [Link(k.piece._replace(value=_share(k.piece.value, right.value, ranged=False)[0]), k.rule) for k in links[:-1]]
    left, right = left._replace(value=shared[0]), right._replace(value=shared[1])
    more = [Link(right, more[0].rule), *(Link(m.piece, m.rule) for m in more[1:])]
    if ranged and isinstance(left.value, Date) and isinstance(right.value, Date) and _ordered(left.value, right.value):
        whole = Piece(Interval(left.value, right.value), left.start, right.end, left.weekday)
        return [*links, Link(whole, more[0].rule), *more[1:]]
    return [*links, Link(left, rule), *more]


def _share(left: Value, right: Value, *, ranged: bool) -> tuple[Value, Value]:
    """„31 lipca … 2 sierpnia 2006": a missing year comes from the neighbour; a range over New Year steps back."""
    a = left if isinstance(left, Date) else left.end or left.start
    b = right if isinstance(right, Date) else right.start or right.end
    if a is None or b is None:
        return left, right
    if a.year is None and b.year is not None and a.month and b.month:
        late = ranged and (a.month, a.day or 0) > (b.month or 12, b.day or 31)
        return dated(left, b.year - 1 if late else b.year), right
    if b.year is None and a.year is not None and b.month and a.month:
        late = ranged and (b.month, b.day or 31) < (a.month or 1, a.day or 0)
        return left, dated(right, a.year + 1 if late else a.year)
    return left, right


def dated(value: Value, year: int) -> Value:
    """„7-8 maja" in a year: both ends get it; of „grudzień-styczeń" the last one."""
    if isinstance(value, Date):
        return value.with_year(year)
    return Interval(value.start and value.start.with_year(year - turns(value)), value.end and value.end.with_year(year))


def _ordered(left: Date, right: Date) -> bool:
    if (left.year is None) != (right.year is None):
        return False
    if left.year is None:
        if (left.month or 0) - (right.month or 0) >= _TURN:
            return bool(left.day) == bool(right.day)  # „od 31 grudnia do 2 stycznia"
        return (left.month or 0, left.day or 0) < (right.month or 0, right.day or 32)
    a, b = left.first(), right.last()
    return a is not None and b is not None and a < b and bool(left.day) == bool(right.day)


def turns(value: Interval) -> bool:
    """„20 grudnia - 5 stycznia": whether New Year lies between the ends."""
    start, end = value.start, value.end
    return bool(start and end and start.month and end.month and start.month > end.month)


def dated_range(value: Interval, year: int) -> Value:
    """„20 grudnia - 5 stycznia" in the year of its start: the end lies in the next year where the months turn."""
    start, end = value.start, value.end
    return Interval(start and start.with_year(year), end and end.with_year(year + turns(value)))
