"""„wystawiony 5 maja 2020 r., ważny do 4 maja 2023 r.": a day for each field, the earlier before the later."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.daymodel.relations import years_to

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("first_awarded", "awarded", "valid_from", "valid_until")
"""in the order of time"""
_CYCLE = ("awarded", "valid_until")
_NEVER = -99.0
NONE = "none"
"""class of a date that is none of a certificate's"""
_TRIED = 4
"""values that are tried for one field, the likeliest"""
CYCLE = 2.0
"""log-odds that an award and an end of validity count more that lie whole years, or these less a day, apart; chosen on
whole sets left out, where 1 to 3 change little"""
_RENEWED = 11
"""months at least from the first award to another one"""


def _follows(first: str, second: str, *, apart: int = 0) -> bool:
    """Whether one date may lie so many months or more before another, at the precision that both have."""
    if not apart:
        return period.compatible(first, second) or first <= second
    return period.last_month(second) - period.months(first) >= apart and first < second


def possible(days: Mapping[str, str | None]) -> bool:
    """„pierwszy z 2004 r., ten z 2013 r., ważny do 2016 r.": whether days can be one certificate's.

    Args:
        days: EDTF values by field.
    """
    first, awarded, since, until = (days.get(name) for name in FIELDS)
    given = [v for v in (first, awarded, since, until) if v]
    if len(set(given)) < len(given):
        return False
    if first and awarded and not _follows(first, awarded, apart=_RENEWED):
        return False
    ends = until is None or all(v is None or (_follows(v, until) and v != until) for v in (first, awarded, since))
    return ends and not (first and since and not _follows(first, since))


def _is_cycle(days: Mapping[str, str | None]) -> bool:
    """„wystawiony 5 maja 2020 r., ważny do 4 maja 2023 r."."""
    start, end = (days[name] for name in _CYCLE)
    return bool(start and end and years_to(start, end))


def best(odds: Mapping[str, Mapping[str, float]]) -> dict[str, str | None]:
    """The days that together are likeliest; None for a field that has none.

    Args:
        odds: value -> field -> log-odds against that it is none of the certificate's.
    """
    tried = []
    for name in FIELDS:
        least = -CYCLE if name in _CYCLE else 0.0
        likely = sorted((v for v in odds if odds[v].get(name, _NEVER) > least), key=lambda v: (-odds[v][name], v))[:_TRIED]
        tried.append([*likely, None])
    chosen: dict[str, str | None] = dict.fromkeys(FIELDS)
    top = 0.0
    for days in product(*tried):
        entry = dict(zip(FIELDS, days, strict=True))
        total = sum(odds[v][name] for name, v in entry.items() if v) + CYCLE * _is_cycle(entry)
        if total > top and possible(entry):
            chosen, top = entry, total
    return chosen
