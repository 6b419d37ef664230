"""``find_dates``: every calendar date in a text, with its characters and its EDTF value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf import build, guards, relative, told, years
from pipeline.values.edtf.clock import Clock
from pipeline.values.edtf.grammar import Hit, next_hit
from pipeline.values.edtf.join import Link, begins_anew, between, connector, fits, joined
from pipeline.values.edtf.lexer import Atoms, lex
from pipeline.values.edtf.model import Date, Interval, Value
from pipeline.values.edtf.tense import is_scheduled, looks_ahead, until_ahead

if TYPE_CHECKING:
    import datetime

    from pipeline.values.edtf.piece import Piece

_BUILDERS: Final = {f.__name__: f for f in (*build.BUILDERS, *relative.BUILDERS)}
_DIGITS: Final = frozenset("abchYoR")
_WEEKDAYS: Final = frozenset({"weekday", "relative"})
_ORDINAL_DASH: Final = re.compile(r"[^\W\d_]{4,}\s*[–—-]\s*\d")
"""„pierwszy etap we wrześniu, drugiego – 28 i 29 października": a word and digits are no ends of one range"""
_TOLD = 12
"""dates before, of which one may tell the year"""
_UNTIL: Final = ("dEf", "dE", "FE", "df", "dD:", "dD", "d:", "d")
"""„do początku połowy", „do końca", „przed końcem", „do połowy", „do dnia" and „do" alone."""
_LAST_OF_UNTIL: Final = frozenset(t[-1] for t in _UNTIL)
_ENCLOSED: Final = (1980, 2099)
"""years that may stand in a list in brackets without „roku"; earlier ones are those of books"""
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
    zones = guards.Zones(atoms)
    position = 0
    while (hit := next_hit(atoms, position)) is not None:
        links = _links(hit, clock, zones)
        if not links:
            position = hit.start + 1
            continue
        links, position = _chain(links, hit, clock, zones)
        opened = _opened(links, atoms)
        if not _is_habit(opened, atoms):
            found += _in_order(opened, [_settled(link, atoms, clock, found) for link in opened])
    return found


def _is_habit(links: list[Link], atoms: Atoms) -> bool:
    first, last = links[0].piece, links[-1].piece
    if not (years.is_open(first.value) and years.is_open(last.value)):
        return False
    return told.is_habit(atoms.text, atoms.starts[first.start], atoms.ends[last.end - 1])


def _in_order(links: list[Link], settled: list[FoundDate]) -> list[FoundDate]:
    """„28 maja, 25 czerwca, 27 sierpnia": days in order, none with a year, are those of one year."""
    for i in range(1, len(settled)):
        one, other = links[i - 1].piece, links[i].piece
        if not (years.is_open(one.value) and years.is_open(other.value)) or one.relative or other.relative:
            continue
        before, value = settled[i - 1].value, settled[i].value
        if isinstance(before, Date) and isinstance(value, Date) and _follows(before, value):
            settled[i] = replace(settled[i], value=value.with_year(before.year))
    return settled


def _follows(before: Date, value: Date) -> bool:
    return before.year is not None and (before.month or 0, before.day or 0) <= (value.month or 0, value.day or 0)


def _links(hit: Hit, clock: Clock, zones: guards.Zones, *, chained: bool = False) -> list[Link]:
    """The pieces of one hit; none where a guard refuses it or the calendar has no such day."""
    if _refused(hit, zones, chained=chained):
        return []
    try:
        return [Link(p, hit.rule.id) for p in _BUILDERS[hit.rule.build](hit, clock)]
    except ValueError:
        return []


def _refused(hit: Hit, zones: guards.Zones, *, chained: bool) -> bool:
    rule, atoms = hit.rule, hit.atoms
    kinds = atoms.kinds[hit.start : hit.end]
    start, end = atoms.starts[hit.start], atoms.ends[hit.end - 1]
    if not _DIGITS.isdisjoint(kinds) and (zones.touch(start, end) or guards.is_cut_out(hit, chained=chained)):
        return True
    if rule.padded and not guards.is_padded(hit):
        return True
    if (rule.glued and not guards.is_glued(hit)) or (rule.glued_head and not guards.is_glued(hit, 3)):
        return True
    if (rule.bare and guards.counts_something(hit)) or (rule.id == "years" and _is_bare(hit)):
        return True
    if rule.id == "days-month" and "-" in kinds and _ORDINAL_DASH.search(atoms.text, start, end):
        return True
    return (rule.spelling and _is_no_month(hit)) or (rule.id in _WEEKDAYS and _is_named(hit))


def _is_named(hit: Hit) -> bool:
    """„w Środzie": a town; days of the week are written small, and these rules never begin a sentence."""
    return any(
        hit.atoms.kinds[i] == "W" and hit.atoms.text[hit.atoms.starts[i]].isupper() for i in range(hit.start, hit.end)
    ) and (not hit.atoms.text[hit.atoms.starts[hit.start] : hit.atoms.ends[hit.end - 1]].isupper())


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
    if (
        atoms.kinds[hit.start - 1 : hit.start] == "("
        and atoms.kinds[hit.end : hit.end + 1] == ")"
        and "," in atoms.kinds[hit.start : hit.end]
    ):
        return not all(_ENCLOSED[0] <= y <= _ENCLOSED[1] for y in (first, *rest))  # „certyfikaty (2003, 2006, 2009)"
    if len(rest) != 1 or "-" not in atoms.kinds[hit.start : hit.end]:
        return True
    if atoms.text[atoms.starts[hit.start] - 1 : atoms.starts[hit.start]] == "(" and atoms.kinds[hit.end : hit.end + 1] == ")":
        return not 1400 <= first < rest[0] <= 2099  # the years of a life
    return not (1900 <= first < rest[0] <= 2099 and rest[0] - first <= 60) or guards.counts_something(hit)


def _chain(links: list[Link], hit: Hit, clock: Clock, zones: guards.Zones) -> tuple[list[Link], int]:
    """Joins what follows: „6 maja i 7 czerwca 2010", „30 września 2011 r. – 29 września 2014 r."; the next position too."""
    position = hit.end
    for _ in range(_LONGEST_CHAIN):
        linked = connector(hit.atoms, position)
        if linked is None:
            break
        sign, at = linked
        following = next_hit(hit.atoms, at, here=True)
        more = _links(following, clock, zones, chained=True) if following else []
        if following is None or not more:
            break
        if sign in ",j" and hit.atoms.kinds[at - 1] == "v" and hit.atoms.kinds[max(0, hit.start - 1) : hit.start] == "d":
            break  # „do maja 2017, a w maju br. …": an end and a point
        if not fits(links[-1], more[0]) or (sign == "," and begins_anew(links[-1], more[0])):
            break
        sign = "-" if sign == "/" and links[-1].rule == more[0].rule == "iso" else sign
        links = joined(links, more, sign, is_between=between(hit))
        position = following.end
    return links, position


def _opened(links: list[Link], atoms: Atoms) -> list[Link]:
    """„do maja 2011" -> ../2011-05; „od 31 lipca do 2 sierpnia" and „około 2010" take their first word in."""
    if len(links) != 1:
        return links
    piece = links[0].piece
    before = atoms.kinds[max(0, piece.start - 3) : piece.start]
    value, start = piece.value, piece.start
    if isinstance(value, Date):
        tail = before[-1:] in _LAST_OF_UNTIL and next((t for t in _UNTIL if before.endswith(t)), "")
        if tail:
            value, start = Interval(None, value), piece.start - len(tail)
        elif before.endswith("A"):
            value, start = replace(value, approximate=True), piece.start - 1
    elif before.endswith(("z", "zD", "zE")) and value.start and value.end:
        start = piece.start - (1 if before.endswith("z") else 2)
    return links if start == piece.start else [Link(piece._replace(value=value, start=start), links[0].rule)]


def _settled(link: Link, atoms: Atoms, clock: Clock, before: list[FoundDate]) -> FoundDate:
    """The mention with its year: printed, told by the same story, or nearest to the reference."""
    piece = link.piece
    start, end = atoms.starts[piece.start], atoms.ends[piece.end - 1]
    value = piece.value
    if link.rule == "weekday":
        value = _on_weekday(piece, clock, atoms.text, (start, end))
    elif isinstance(value, Date) and _may_be_told(piece) and (year := told.told_year(atoms.text, start, end, before)):
        value = value.with_year(year)
    elif years.is_open(value):
        known = [(f.start, f.end, f.value) for f in before[-_TOLD:] if not f.relative]
        value = years.completed(value, piece.weekday, years.Spot(atoms.text, start, end), clock, known)
    return FoundDate(atoms.text[start:end], start, end, value, None, link.rule, piece.relative)


def _may_be_told(piece: Piece) -> bool:
    """Whether a date before may give the year: none is printed, or it is a whole year counted from another."""
    return years.is_open(piece.value) or (piece.relative and isinstance(piece.value, Date) and piece.value.month is None)


def _on_weekday(piece: Piece, clock: Clock, text: str, span: tuple[int, int]) -> Value:
    """„w piątek" by the tense; „do piątku" lies ahead where no verb tells or one says what lasts until then."""
    ends, ahead = isinstance(piece.value, Interval), looks_ahead(text, *span)
    ahead = is_scheduled(text, *span) or None if ahead is None else ahead
    if piece.weekday is None or not (ahead or (ends and (ahead is None or until_ahead(text, span[0])))):
        return piece.value
    day = clock.weekday(piece.weekday, "future")
    return piece.value if day is None else Interval(None, day) if ends else day
