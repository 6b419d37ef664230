"""„aktualny do 11 września 2021 roku", „termin: 20 czerwca 2014 r.": ends of validity that no word beside the date names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.vocabulary import words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.dated import Dated

_LASTING = frozenset({"awarded", "renewed", "maintained", "held"})
"""what is told of a certificate that goes on until a day"""
_LEAST, _MOST = 6, 62
"""months from what the article reports to the end: a certificate lasts for three years, at most five"""
_CYCLES = (12, 24, 36, 48, 60)
"""months from the day of issue to the same day, or the one before it, of the last year"""
_DAY = 10
"""characters of a value with a day"""
_PAPER = frozenset({"@cert"})


def with_end(found: list[Dated], published: str | None) -> list[Dated]:
    """The dates of a certificate, the one that must be its end among them where none is called so.

    Args:
        found: see ``dated``.
        published: EDTF value of the article's day, if known.
    """
    if any(d.role == "valid_until" for d in found):
        return found
    chosen = next((d for d in found if _closes_cycle(d, found)), None) or next(
        (d for d in found if _is_open(d) and _is_ahead(d, found, published)), None
    )
    return [d._replace(role="valid_until") if d is chosen else d for d in found]


def _closes_cycle(entry: Dated, found: list[Dated]) -> bool:
    """„wystawiła 21 czerwca 2011 r. …, termin: 20 czerwca 2014 r.": whole years behind a day of issue."""
    if entry.role not in {"other", "awarded"} or entry.to_come or not _day(entry):
        return False
    starts = (d.point for d in found if d is not entry and d.role in {"awarded", "valid_from"} and _day(d))
    return any(_is_cycle(start or "", entry.point or "") for start in starts)


def _is_cycle(start: str, end: str) -> bool:
    years = period.months(end) // 12 - period.months(start) // 12
    last = period.add(start, f"P{years}Y") if years > 0 else None
    return years * 12 in _CYCLES and last is not None and end in {last, period.day_before(last)}


def _day(entry: Dated) -> bool:
    return entry.point is not None and len(entry.point) == _DAY


def _is_open(entry: Dated) -> bool:
    """„aktualny do …", „Okres: …, do 18 lutego 2027", „Koniec ważności się nie zmienia: 14 grudnia 2022 r."."""
    value, clause = str(entry.mention.value["value"]), entry.passage.clause_at(entry.mention.start)
    words = clause.words if clause is not None else entry.passage.words
    if entry.role != "other" or entry.to_come or has_any(words, words_of("mood", "necessity")):
        return False
    valid = has_any(entry.passage.words, words_of("mood", "lasting"))
    if not value.startswith("../"):
        return valid and "/" not in value and _day(entry)
    told = entry.event is not None and entry.event.kind in _LASTING and has_any(words, _PAPER)
    return valid or told or bool(entry.passage.of("durations"))


def _is_ahead(entry: Dated, found: list[Dated], published: str | None) -> bool:
    """Whether the day lies so far behind what the article reports as the end of a certificate does."""
    now = period.ends(published)[0] if published else None
    told = [d.point for d in found if d is not entry and d.point and d.role in {"awarded", "audit"}]
    known = [period.last_month(p) for p in [*told, *([now] if now else [])]]
    if not known:
        return str(entry.mention.value["value"]).startswith("../")
    return _LEAST <= period.months(entry.point or "") - max(known) <= _MOST if entry.point else False
