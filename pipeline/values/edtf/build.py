"""From a match of the grammar to dates: one builder for each ``build`` of grammar.toml."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from pipeline.values.edtf.items import month_of_item, numbers_an_item
from pipeline.values.edtf.model import FIRST_HALF, FIRST_QUARTER, Interval, Value, date_of, days_in
from pipeline.values.edtf.piece import RANGE, Piece, printed_year, segments, word_at
from pipeline.values.edtf.schools import SCHOOL, school_of
from pipeline.values.edtf.tense import looks_ahead

if TYPE_CHECKING:
    from pipeline.values.edtf.clock import Clock
    from pipeline.values.edtf.grammar import Hit


def _ascending(hit: Hit, parts: list[tuple[int, int | None, int]]) -> list[tuple[int, int | None, int]]:
    """Drops what stands before the days: „pkt 7, 5 maja" is the 5th only, „2, 4 i 5 marca" is three days.

    Without „i" or „dniach" a comma does not make a list of days.
    """
    kept = [parts[-1]]
    for part in reversed(parts[:-1]):
        if (part[1] or part[0]) >= kept[0][0]:
            break
        kept.insert(0, part)
    before = hit.atoms.kinds[max(0, hit.start - 2) : hit.end]
    if "i" not in before and "D" not in before:
        first = kept[-1][2]
        while len(kept) > 1 and "," in hit.atoms.kinds[kept[-2][2] : first]:
            kept = kept[1:]
    return kept


def days(hit: Hit, clock: Clock) -> list[Piece]:
    """„2,4 i 5 marca", „7-8 maja 2008 roku", „30-11-2021"."""
    year, month, weekday = printed_year(hit, clock), hit.number("m") or 0, hit.number("w")
    parts = segments(hit, "d", "abo")
    if len(parts) == 1 and numbers_an_item(hit):
        return [month_of_item(hit, date_of(year, month))]
    if len(parts) == 1 and parts[0][1] is None:
        return [Piece(date_of(year, month, parts[0][0]), hit.start, hit.end, weekday)]
    if len(parts) == 1 and (last := parts[0][1]) is not None and last <= parts[0][0]:  # „12 - 5 maja"
        span = hit.group("d") or (hit.start, hit.end)
        return [Piece(date_of(year, month, last), span[1] - 1, hit.end)]
    if hit.atoms.kinds[max(0, hit.start - 2) : hit.start] in {"Wi", "W-"}:
        weekday = None  # „we wtorek i środę, 17–18 września": that of the last day
    kept = _ascending(hit, parts)
    start = hit.start if len(kept) == len(parts) else kept[0][2]
    pieces = []
    for first, last, _ in kept:
        one = date_of(year, month, first)
        value: Value = one if last is None else Interval(one, date_of(year, month, last))
        pieces.append(Piece(value, start, hit.end, weekday if len(kept) == 1 else None))  # „w sobotę i niedzielę, 6 i 7 maja"
    return pieces


def numeric_range(hit: Hit, clock: Clock) -> list[Piece]:
    """„28.06 - 3.07.2013", „12.05 i 15.06.2010"."""
    year = printed_year(hit, clock)
    end = date_of(year, hit.number("m2") or 0, hit.number("d2") or 0)
    month = hit.number("m") or 0
    separator = hit.group("s") or (hit.start, hit.start + 1)
    ranged = hit.atoms.kinds[separator[0]] in RANGE
    before = year - 1 if ranged and year and month > (end.month or 0) else year
    start = date_of(before, month, hit.number("d") or 0)
    if ranged:
        return [Piece(Interval(start, end), hit.start, hit.end)]
    return [Piece(start, hit.start, separator[0]), Piece(end, separator[1], hit.end)]


def night(hit: Hit, clock: Clock) -> list[Piece]:
    """„w nocy z 4 na 5 czerwca": from one day to the next; „przełożono z 4 na 8 czerwca": two days."""
    year, month_ = printed_year(hit, clock), hit.number("m") or 0
    first, second = (date_of(year, month_, hit.number(name) or 0) for name in ("d", "d2"))
    if not _is_moved(hit):
        return []
    if (second.day or 0) == (first.day or 0) + 1:
        return [Piece(Interval(first, second), hit.start, hit.end)]
    return [Piece(first, hit.start, hit.end), Piece(second, hit.start, hit.end)]


def moved_months(hit: Hit, clock: Clock) -> list[Piece]:
    """„przełożono z kwietnia na czerwiec 2020 r.": two months of one year."""
    year = printed_year(hit, clock)
    if not _is_moved(hit):
        return []
    return [Piece(date_of(year, hit.number(name) or 0), hit.start, hit.end) for name in ("m", "m2")]


def _is_moved(hit: Hit) -> bool:
    """Whether „na" stands between the two."""
    at = next(i for i in range(hit.start, hit.end) if hit.atoms.kinds[i] == "v")
    return hit.atoms.text[hit.atoms.starts[at] : hit.atoms.ends[at]].lower() == "na"


def between(hit: Hit, clock: Clock) -> list[Piece]:
    """„między 11 a 16 września" -> a range of days, „między sierpniem a listopadem 1998 r." -> of months."""
    year = printed_year(hit, clock)
    if hit.group("m2"):
        first, last = hit.number("m") or 0, hit.number("m2") or 0
        before = year - 1 if year and first > last else year
        return [Piece(Interval(date_of(before, first), date_of(year, last)), hit.start, hit.end)]
    (first, _, _), (last, _, _) = segments(hit, "d", "abo")[0], segments(hit, "d2", "abo")[0]
    month_ = hit.number("m") or 0
    if first >= last:
        return []
    return [Piece(Interval(date_of(year, month_, first), date_of(year, month_, last)), hit.start, hit.end)]


def this_month(hit: Hit, clock: Clock) -> list[Piece]:
    """„7 bm.", „5–7 bm.", „25 ub.m.": days of the month of publication or of its neighbour; nothing where that is not known."""
    shift = hit.group("a")
    if shift and hit.atoms.kinds[shift[1]] == "x" and word_at(hit, shift[1]) != "m":
        return []
    now = clock.month(hit.atoms.values[shift[0]].value if shift else 0)
    if now is None:
        return []
    pieces = []
    for first, last, _ in segments(hit, "d", "abo"):
        one = date_of(now.year, now.month, first)
        value: Value = Interval(one, date_of(now.year, now.month, last)) if last else one
        pieces.append(Piece(value, hit.start, hit.end))
    return pieces


def century(hit: Hit, clock: Clock) -> list[Piece]:  # noqa: ARG001
    """„XIX wiek" -> 18XX, „w XIX i XX w."."""
    numbers = [first for first, _, _ in segments(hit, "q", "QRo")]
    return [Piece(date_of(100 * (n - 1), masked=2), hit.start, hit.end) for n in numbers if 10 < n <= 21]


def short_years(hit: Hit, clock: Clock) -> list[Piece]:  # noqa: ARG001
    """„lata 2012-14" -> 2012/2014."""
    first, second = hit.number("y") or 0, hit.number("y2") or 0
    last = first - first % 100 + second
    glued = hit.atoms.ends[hit.end - 2] == hit.atoms.starts[hit.end - 1]
    return [Piece(Interval(date_of(first), date_of(last)), hit.start, hit.end)] if glued and last > first else []


def month(hit: Hit, clock: Clock) -> list[Piece]:
    """„05.2010 r."."""
    return [Piece(date_of(printed_year(hit, clock), hit.number("m") or 0), hit.start, hit.end)]


def months(hit: Hit, clock: Clock) -> list[Piece]:
    """„w maju i czerwcu 2010 r.", „styczeń - marzec 2010", „czerwiec 2010, 2013, 2016"."""
    year = printed_year(hit, clock)
    pieces = []
    for first, last, _ in segments(hit, "m", "MmR"):
        if last is None:
            pieces.append(Piece(date_of(year, first), hit.start, hit.end))
            continue
        before = year - 1 if year and first > last else year
        pieces.append(Piece(Interval(date_of(before, first), date_of(year, last)), hit.start, hit.end))
    for later in hit.numbers("ys", "Y"):
        pieces += [Piece(date_of(later, first), hit.start, hit.end) for first, last, _ in segments(hit, "m", "Mm") if not last]
    return pieces


def quarter(hit: Hit, clock: Clock) -> list[Piece]:
    """„IV kwartał 2011" -> 2011-36, „I i II kwartale br."."""
    year = printed_year(hit, clock)
    pieces: list[Piece] = []
    if hit.atoms.kinds[hit.start] == "w":  # „w ostatnim kwartale" alone may be any
        return [Piece(date_of(year, FIRST_QUARTER + 3), hit.start, hit.end)] if hit.group("y") else []
    for first, last, _ in segments(hit, "q", "oRa"):
        if not 1 <= first <= 4 or not 1 <= (last or 1) <= 4:
            return []
        one = date_of(year, FIRST_QUARTER + first - 1)
        value: Value = one if last is None else Interval(one, date_of(year, FIRST_QUARTER + last - 1))
        pieces.append(Piece(value, hit.start, hit.end))
    return pieces


def first_quarters(hit: Hit, clock: Clock) -> list[Piece]:
    """„w pierwszych trzech kwartałach 2019 r." -> 2019-33/2019-35."""
    year, number = printed_year(hit, clock), hit.numbers("n", "Kab")[0]
    if not 2 <= number <= 4 or (hit.atoms.kinds[hit.start] == "o" and hit.atoms.values[hit.start].value != 1):
        return []
    first, last = date_of(year, FIRST_QUARTER), date_of(year, FIRST_QUARTER + number - 1)
    return [Piece(Interval(first, last), hit.start, hit.end)]


def half_year(hit: Hit, clock: Clock) -> list[Piece]:
    """„I półrocze 2011", „w pierwszej połowie roku" -> 2011-40; not that of a school year."""
    number = hit.number("q") or 0
    if word_at(hit, hit.end).lower().startswith(SCHOOL):
        return []
    return [Piece(date_of(printed_year(hit, clock), FIRST_HALF + number - 1), hit.start, hit.end)] if number in {1, 2} else []


def season(hit: Hit, clock: Clock) -> list[Piece]:
    """„wiosną 2004 roku" -> 2004-21, „ubiegłej jesieni"; not „kontrola była wiosną, następna jesienią"."""
    span = hit.group("s") or (hit.start, hit.end)
    shift = hit.group("a")
    if shift and _printed(hit, shift).endswith("a") and _printed(hit, span).endswith(("ą", "em")):
        return []
    year = clock.year(hit.atoms.values[shift[0]].value) if shift else printed_year(hit, clock)
    return [Piece(date_of(year, hit.atoms.values[span[0]].value), hit.start, hit.end, relative=bool(shift))]


def _printed(hit: Hit, span: tuple[int, int]) -> str:
    return hit.atoms.text[hit.atoms.starts[span[0]] : hit.atoms.ends[span[1] - 1]].lower()


def school_year(hit: Hit, clock: Clock) -> list[Piece]:  # noqa: ARG001  # one signature for all builders
    """„rok szkolny 2010/2011" -> 2010/2011: only two years that follow each other."""
    first, second = hit.number("y") or 0, hit.number("y2") or 0
    if second not in {first + 1, (first + 1) % 100}:
        return []
    return [Piece(Interval(date_of(first), date_of(first + 1)), hit.start, hit.end)]


def decade(hit: Hit, clock: Clock) -> list[Piece]:  # noqa: ARG001
    """„lata 90." -> 199X; „w latach 80. i 90." are two."""
    numbers = hit.numbers("n", "abcp")
    if any(n % 10 or not n for n in numbers):
        return []
    return [Piece(date_of(1900 + n, masked=1), hit.start, hit.end) for n in numbers]


def years(hit: Hit, clock: Clock) -> list[Piece]:  # noqa: ARG001
    """„2005, 2008, 2011 i 2014 roku": each its own mention; „2007-2010" one interval."""
    parts = segments(hit, "y", "Y")
    pieces = []
    for index, (first, last, at) in enumerate(parts):
        start = hit.start if index == 0 else at
        end = hit.end if index == len(parts) - 1 else at + 1
        if last is None:
            pieces.append(Piece(date_of(first), start, end))
        elif first < last:
            pieces.append(Piece(Interval(date_of(first), date_of(last)), start, end if index == len(parts) - 1 else at + 3))
    return pieces


def year(hit: Hit, clock: Clock) -> list[Piece]:
    """„2012r.", „rok 2011", „w br."."""
    span = hit.group("y") or (hit.start, hit.end)
    relative = not any(k in "Yh" for k in hit.atoms.kinds[span[0] : span[1]])
    if relative and clock.year() is None:
        return []  # „w br." without a reference says nothing
    if relative and word_at(hit, hit.end).lower().startswith(SCHOOL):
        return school_of(hit, clock)
    return [Piece(date_of(printed_year(hit, clock)), hit.start, hit.end, relative=relative)]


def nth_weekday(hit: Hit, clock: Clock) -> list[Piece]:
    """„pierwszy wtorek października 2014" -> 2014-10-07, „ostatni piątek września", „trzeci dzień października"."""
    number, month_ = hit.number("n") or 0, hit.number("m") or 0
    span = hit.group("w") or (hit.start, hit.start)
    year_ = printed_year(hit, clock)
    if hit.atoms.kinds[span[0]] == "D":
        return [Piece(date_of(year_, month_, number), hit.start, hit.end)]
    if year_ is None:
        ahead = looks_ahead(hit.atoms.text, hit.atoms.starts[hit.start], hit.atoms.ends[hit.end - 1])
        near = None if ahead is None else clock.complete(date_of(None, month_), "future" if ahead else "past")
        year_ = near.year if near else clock.year()
    last = hit.atoms.kinds[hit.start] == "w"
    if year_ is None or not (last or 1 <= number <= 5):
        return []
    first = 1 + (hit.atoms.values[span[0]].value - calendar.weekday(year_, month_, 1)) % 7
    day = first + 7 * ((days_in(year_, month_) - first) // 7 if last else number - 1)
    return [Piece(date_of(year_, month_, day), hit.start, hit.end)]


BUILDERS = (
    days,
    numeric_range,
    night,
    moved_months,
    between,
    this_month,
    century,
    short_years,
    first_quarters,
    month,
    months,
    quarter,
    half_year,
    season,
    school_year,
    decade,
    years,
    year,
    nth_weekday,
)
