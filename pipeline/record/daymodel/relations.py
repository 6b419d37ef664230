"""„wystawiony 5 listopada 2020 r., ważny do 4 listopada 2023 r.": how the days of one certificate lie to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record import period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.daymodel.scene import Place

_DAY, _MONTH = 10, 7
"""characters of a value with a day, with a month"""
_YEARS = 5
"""years that a certificate lasts at most"""
_WHEN = ((-30, "cycle-ahead"), (-3, "ahead"), (-1, "soon"), (0, "now"), (1, "month"), (6, "half"), (14, "year"), (40, "cycle"))
"""months before publication up to which a date is called so; 40 months are a certificate's three years and a season"""


def precision(value: str) -> str:
    """„2010-05" -> "month"."""
    return "day" if len(value) == _DAY else "month" if len(value) == _MONTH else "year"


def when(value: str, month: int | None) -> str:
    """„5 maja 2010", told in June -> "month"; "unknown" where the article has no day.

    Args:
        value: a calendar date.
        month: of publication, in months since year 0.
    """
    if month is None:
        return "unknown"
    if len(value) == len("2010"):
        apart = month // 12 - int(value)
        return "this-year" if apart == 0 else "year-ahead" if apart < 0 else "last-year" if apart == 1 else "old-year"
    ago = month - period.months(value)
    return next((name for most, name in _WHEN if ago <= most), "old")


def years_to(start: str, end: str) -> int | None:
    """„2020-11-05", „2023-11-04" -> 3: whole years from one date to another, or these less a day; else None.

    Two months of one name are whole years apart, two years are not looked at: any two are.
    """
    years = int(end[:4]) - int(start[:4])
    if precision(start) == precision(end) == "month":
        return years if 1 <= years <= _YEARS and start[5:] == end[5:] else None
    if precision(start) != "day" or precision(end) != "day":
        return None
    for count in (years, years + 1):
        last = period.add(start, f"P{count}Y") if 1 <= count <= _YEARS else None
        if last is not None and end in {last, period.day_before(last)}:
            return count
    return None


def of_values(value: str, own: Sequence[Place], roles: dict[tuple[int, str], str]) -> Iterator[str]:
    """„5 listopada 2020 r." beside „4 listopada 2023 r." -> "starts=3", "earliest", …

    Args:
        value: the date asked about.
        own: every date that may be the certificate's.
        roles: what annotate made of each, by first character and side.
    """
    own_roles = {roles[p.mention.start, p.side] for p in own if p.value == value}
    others = {p.value: roles[p.mention.start, p.side] for p in own if p.value != value}
    for other, role in others.items():
        years = years_to(value, other)
        if years is not None:
            yield from ("starts", f"starts={years}", f"starts*r={role}")
        years = years_to(other, value)
        if years is not None:
            yield from ("ends", f"ends={years}", f"ends*r={role}")
        if other != value and other.startswith(value):
            yield from ("vague", f"vague*r={role}")
        if value.startswith(other):
            yield from ("exact", f"exact*r={role}")
    yield from _order(value, sorted(others))
    for role in own_roles:
        same = [v for v, r in others.items() if r == role]
        yield f"rivals*r={role},{min(len(same), 2)}"
        if same:
            yield f"{'last' if value > max(same) else 'first' if value < min(same) else 'mid'}*r={role}"


def _order(value: str, others: Sequence[str]) -> Iterator[str]:
    if not others:
        yield "single"
        return
    if value < others[0]:
        yield "earliest"
    if value > others[-1]:
        yield "latest"
    yield f"before={min(sum(v < value for v in others), 3)}"
    yield f"behind={min(sum(v > value for v in others), 3)}"
