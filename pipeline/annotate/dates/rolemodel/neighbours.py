"""„nadany w roku 2003 i przedłużany w latach 2006 i 2009": what the dates beside a date tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.dates.rolemodel.timing import day, order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.annotate.dates.cues import Form
    from pipeline.values.edtf import Date, FoundDate, Interval

_APART = 200
"""characters between dates that still tell something of each other"""


class Told(NamedTuple):
    """The start of its sentence, a date, its form, its governor's classes and those of the nearest event words."""

    sentence: int
    found: FoundDate
    form: Form
    governor: tuple[str, ...]
    named: frozenset[str]


def of_neighbours(told: Sequence[Told], at: int) -> Iterator[str]:
    """„odnawiał w 2005" behind „zdobył go w 2002" -> "next*gov=get,renew", "next-order=<", …"""
    own = told[at]
    for name, i in (("next", at + 1), ("last", at - 1)):
        if not 0 <= i < len(told) or abs(told[i].found.start - own.found.start) >= _APART:
            continue
        other = told[i]
        same = "same" if other.sentence == own.sentence else "near"
        yield f"{name}-order={order(own.found.value, other.found.value)}"
        yield f"{name}-form={other.form},{own.form}"
        yield from (f"{name}-gov-{same}={kind}" for kind in other.governor)
        yield from (f"{name}*gov={own_kind},{kind}" for kind in other.governor for own_kind in own.governor)
        yield from (f"{name}-event-{same}={kind}" for kind in sorted(other.named))


class Order:
    """„zdobył go w 2002, odnawiał w 2005": which of an article's dates is the earliest, which the latest."""

    def __init__(self, values: Sequence[Date | Interval]) -> None:
        self._days = [day(value) for value in values]
        known = {d for d in self._days if d is not None}
        self._first = min(known) if len(known) > 1 else None
        self._last = max(known) if len(known) > 1 else None

    def of(self, at: int, form: Form, governor: Sequence[str]) -> Iterator[str]:
        """Gives "earliest", "earliest*gov=get", … or "latest"; nothing where all dates are one, or the year is open."""
        own = self._days[at]
        if own is None:
            return
        if own == self._first:
            yield "earliest"
            yield f"earliest*form={form}"
            yield from (f"earliest*gov={kind}" for kind in governor)
        if own == self._last:
            yield "latest"
