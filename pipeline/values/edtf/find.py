"""``find_dates``: every calendar date in a text, with its characters and its EDTF value."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf import build, guards, relative
from pipeline.values.edtf.clock import Clock
from pipeline.values.edtf.grammar import Hit, next_hit
from pipeline.values.edtf.lexer import Atoms, lex
from pipeline.values.edtf.model import Date, Interval, Value
from pipeline.values.edtf.piece import Piece

if TYPE_CHECKING:
    import datetime

_BUILDERS: Final = {f.__name__: f for f in (*build.BUILDERS, *relative.BUILDERS)}
_DIGITS: Final = frozenset("abchYoR")
_LONGEST_ZONE = 2100
_SAME_STORY = 400
"""characters; „w grudniu 2018 roku … w dniach 1-20 grudnia": so far behind it a year still holds for the same month"""
_UNTIL: Final = ("dEf", "dE", "df", "dD:", "dD", "d:", "d")
"""„do początku połowy", „do końca", „do połowy", „do dnia" and „do" alone."""
_LONGEST_CHAIN = 24
"""dates that one phrase may join; longer runs are tables"""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """„do maja 2011 roku" -> value ``../2011-05``.

    Args:
        text: the characters read.
        start: first character.
        end: one past the last character.
        value: the date or interval at the precision printed; ``str(value)`` is EDTF.
        role: None here; the component that knows the clause decides it.
        rule: id of the rule of grammar.toml.
        relative: counted from the reference („wczoraj", „trzy lata temu").
    """

    text: str
    start: int
    end: int
    value: Value
    role: str | None = None
    rule: str = ""
    relative: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """A piece with its rule, while a phrase is being joined."""

    piece: Piece
    rule: str


def find_dates(text: str, reference: datetime.date | Date | Interval | str | None = None) -> list[FoundDate]:
    """„od 31 lipca do 2 sierpnia 2006 r." -> one interval; „2,4 i 5 marca" -> three days; „do maja 2011" -> an open end.

    Args:
        text: running text; line breaks part what they separate.
        reference: normally the publication date: a day, an EDTF value or its string. Dates without a year then mean the
            nearest in the past, or in the future where the tense says so; without a reference they keep an open year
            ("XXXX-05-21"), and what is only relative („wczoraj") is left out.

    Returns:
        The dates in text order. A list of days that share one month has one entry a day, all with the whole phrase.

    Raises:
        ValueError: the reference is a string that is no EDTF date.
    """
    clock = Clock.of(reference)
    atoms = lex(text)
    found: list[FoundDate] = []
    zones: list[tuple[int, int]] | None = None
    position = 0
    while (hit := next_hit(atoms, position)) is not None:
        if zones is None:
            zones = guards.zones(text)
        links = _links(hit, clock, zones)
        if not links:
            position = hit.start + 1
            continue
        links, position = _chain(links, hit, clock, zones)
        found += [f for link in _opened(links, atoms) if (f := _settled(link, atoms, clock, found)) is not None]
    return found


def _links(hit: Hit, clock: Clock, zones: list[tuple[int, int]]) -> list[_Link]:
    """The pieces of one hit; none where a guard refuses it or the calendar has no such day."""
    if _refused(hit, zones):
        return []
    try:
        return [_Link(p, hit.rule.id) for p in _BUILDERS[hit.rule.build](hit, clock)]
    except ValueError:
        return []


def _refused(hit: Hit, zones: list[tuple[int, int]]) -> bool:
    rule, atoms = hit.rule, hit.atoms
    if any(atoms.kinds[i] in _DIGITS for i in range(hit.start, hit.end)):
        start, end = atoms.starts[hit.start], atoms.ends[hit.end - 1]
        if _overlaps(zones, start, end) or guards.is_cut_out(hit):
            return True
    if (rule.glued and not guards.is_glued(hit)) or (rule.glued_head and not guards.is_glued(hit, 3)):
        return True
    if (rule.bare and guards.counts_something(hit)) or (rule.id == "years" and _is_bare(hit)):
        return True
    return _is_no_month(hit)


def _overlaps(zones: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a zone touches the characters; zones are in order and none is longer than 2,100 characters."""
    for i in range(bisect_left(zones, (end, 0)) - 1, -1, -1):
        if zones[i][1] > start:
            return True
        if zones[i][0] < start - _LONGEST_ZONE:
            break
    return False


def _is_no_month(hit: Hit) -> bool:
    """„Maja" the name, „lis" the animal, „w maju 5 osób": months that the rule takes only in another spelling."""
    rule, month = hit.rule, hit.group("m")
    if month is None:
        return False
    word = hit.atoms.text[hit.atoms.starts[month[0]] : hit.atoms.ends[month[0]]]
    if rule.bare_month:
        return word[0].isupper() and not word.isupper()
    if rule.nominative:
        return not (hit.atoms.values[month[0]].nominative or word[0].isupper())
    return rule.abbreviated and not (hit.group("y") or word[0].isupper() or word.endswith("."))


def _is_bare(hit: Hit) -> bool:
    """„2000, 2001": years without „roku", „lata" or a preposition count only as a plausible range."""
    atoms = hit.atoms
    if atoms.kinds[hit.end - 1] in "rl" or atoms.kinds[hit.start] in "rl":
        return False
    if hit.start and atoms.kinds[hit.start - 1] in "vzdBEF":
        return guards.counts_something(hit)
    first, *rest = hit.numbers("y", "Y")
    if len(rest) != 1 or "-" not in atoms.kinds[hit.start : hit.end]:
        return True
    if atoms.text[atoms.starts[hit.start] - 1 : atoms.starts[hit.start]] == "(" and atoms.kinds[hit.end : hit.end + 1] == ")":
        return not 1400 <= first < rest[0] <= 2099  # the years of a life
    return not (1900 <= first < rest[0] <= 2099 and rest[0] - first <= 60) or guards.counts_something(hit)


def _chain(links: list[_Link], hit: Hit, clock: Clock, zones: list[tuple[int, int]]) -> tuple[list[_Link], int]:
    """Joins what follows: „6 maja i 7 czerwca 2010", „30 września 2011 r. – 29 września 2014 r."; the next position too."""
    position = hit.end
    for _ in range(_LONGEST_CHAIN):
        joined = _connector(hit.atoms, position)
        if joined is None:
            break
        sign, at = joined
        following = next_hit(hit.atoms, at, here=True)
        more = _links(following, clock, zones) if following else []
        if following is None or not more:
            break
        if not _fits(links[-1], more[0]):
            break
        links = _joined(links, more, sign, _between(hit))
        position = following.end
    return links, position


def _between(hit: Hit) -> bool:
    """Whether „między" stands before the phrase, so that „a" makes a range."""
    return "B" in hit.atoms.kinds[max(0, hit.start - 2) : hit.start]


def _connector(atoms: Atoms, position: int) -> tuple[str, int] | None:
    """The sign between two dates and the atom after it, prepositions skipped: „-", „do", „i", „, w dniu"."""
    kinds = atoms.kinds
    at = position
    sign = ""
    while at < len(kinds) and at < position + 2 and kinds[at] in ",id-j/":
        sign = kinds[at] if kinds[at] != "," or not sign else sign
        at += 1
    if not sign or (sign == "/" and position and atoms.ends[position - 1] != atoms.starts[position]):
        return None
    while at < len(kinds) and at < position + 4 and kinds[at] in "vD":
        at += 1
    return sign, at


def _fits(left: _Link, right: _Link) -> bool:
    """Only dates, not „wczoraj", share years or make ranges, and only of one make: no year after a day."""
    a, b = left.piece, right.piece
    return not a.relative and not b.relative and not (isinstance(a.value, Interval) and isinstance(b.value, Interval))


def _joined(links: list[_Link], more: list[_Link], sign: str, between: bool) -> list[_Link]:  # noqa: FBT001
    left, right = links[-1].piece, more[0].piece
    ranged = sign in {"-", "d"} or (sign == "j" and between)
    shared = _share(left.value, right.value, ranged=ranged)
    links = [_Link(k.piece._replace(value=_share(k.piece.value, right.value, ranged=False)[0]), k.rule) for k in links[:-1]]
    left, right = left._replace(value=shared[0]), right._replace(value=shared[1])
    more = [_Link(right, more[0].rule), *(_Link(m.piece, m.rule) for m in more[1:])]
    if ranged and isinstance(left.value, Date) and isinstance(right.value, Date) and _ordered(left.value, right.value):
        whole = Piece(Interval(left.value, right.value), left.start, right.end, left.weekday)
        return [*links, _Link(whole, more[0].rule), *more[1:]]
    return [*links, _Link(left, more[0].rule if not links else links[-1].rule), *more]


def _share(left: Value, right: Value, *, ranged: bool) -> tuple[Value, Value]:
    """„31 lipca … 2 sierpnia 2006": a missing year comes from the neighbour; a range over New Year steps back."""
    a = left if isinstance(left, Date) else left.end or left.start
    b = right if isinstance(right, Date) else right.start or right.end
    if a is None or b is None:
        return left, right
    if a.year is None and b.year is not None and a.month:
        late = ranged and (a.month, a.day or 0) > (b.month or 12, b.day or 31)
        return _dated(left, b.year - 1 if late else b.year), right
    if b.year is None and a.year is not None and b.month:
        late = ranged and (b.month, b.day or 31) < (a.month or 1, a.day or 0)
        return left, _dated(right, a.year + 1 if late else a.year)
    return left, right


def _dated(value: Value, year: int) -> Value:
    if isinstance(value, Date):
        return value.with_year(year)
    return Interval(value.start and value.start.with_year(year), value.end and value.end.with_year(year))


def _ordered(left: Date, right: Date) -> bool:
    if (left.year is None) != (right.year is None):
        return False
    if left.year is None:
        return (left.month or 0, left.day or 0) < (right.month or 0, right.day or 32)
    a, b = left.first(), right.last()
    return a is not None and b is not None and a < b and bool(left.day) == bool(right.day)


def _opened(links: list[_Link], atoms: Atoms) -> list[_Link]:
    """„do maja 2011" -> ../2011-05; „od 31 lipca do 2 sierpnia" and „około 2010" take their first word in."""
    if len(links) != 1:
        return links
    piece = links[0].piece
    before = atoms.kinds[max(0, piece.start - 3) : piece.start]
    value, start = piece.value, piece.start
    if isinstance(value, Date):
        tail = next((t for t in _UNTIL if before.endswith(t)), "")
        if tail:
            value, start = Interval(None, value), piece.start - len(tail)
        elif before.endswith("A"):
            value, start = replace(value, approximate=True), piece.start - 1
    elif before.endswith(("z", "zD", "zE")) and value.start and value.end:
        start = piece.start - (1 if before.endswith("z") else 2)
    return [_Link(piece._replace(value=value, start=start), links[0].rule)]


def _settled(link: _Link, atoms: Atoms, clock: Clock, before: list[FoundDate]) -> FoundDate | None:
    """The mention with its year: printed, told by the same story, or nearest to the reference."""
    piece = link.piece
    start, end = atoms.starts[piece.start], atoms.ends[piece.end - 1]
    value = piece.value
    if link.rule == "weekday":
        if piece.weekday is not None and guards.looks_ahead(atoms.text, start, end):
            value = clock.weekday(piece.weekday, "future") or value
    elif _yearless(value):
        value = _with_year(value, piece.weekday, atoms.text, (start, end), clock, before)
    return FoundDate(atoms.text[start:end], start, end, value, None, link.rule, piece.relative)


def _yearless(value: Value) -> bool:
    ends = (value,) if isinstance(value, Date) else (value.start, value.end)
    return any(e is not None and e.year is None for e in ends)


def _with_year(  # noqa: PLR0913, PLR0917
    value: Value, weekday: int | None, text: str, span: tuple[int, int], clock: Clock, before: list[FoundDate]
) -> Value:
    key = value if isinstance(value, Date) else value.start or value.end
    if key is None or key.month is None:
        return value
    for earlier in reversed(before):
        if span[0] - earlier.end > _SAME_STORY:
            break
        told = earlier.value if isinstance(earlier.value, Date) else earlier.value.end
        if told is not None and told.month == key.month and told.year is not None and not earlier.relative:
            return _dated(value, told.year)
    ahead = guards.looks_ahead(text, *span)
    if isinstance(value, Date):
        return clock.complete(value, "future" if ahead else "past", weekday)
    done = clock.complete(key, "future" if ahead else "past", weekday)
    return value if done.year is None else _dated_range(value, done.year)


def _dated_range(value: Interval, year: int) -> Value:
    """„20 grudnia - 5 stycznia": the end lies in the next year where the months turn."""
    start, end = value.start, value.end
    turn = bool(start and end and start.month and end.month and start.month > end.month)
    return Interval(start and start.with_year(year), end and end.with_year(year + turn))
