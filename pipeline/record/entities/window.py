"""„ważny do 12 maja 2026 r.", „odebrał wczoraj certyfikat": between which days the reported certificate can have begun.

A management-system certificate runs for three years and is then renewed (ISO/IEC 17021-1:2015, 9.1.3.2 and 9.6.3.2), so two
reports of one holder, standard and body speak of one certificate when its beginning can be the same day for both.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.values.edtf import Date, Interval, parse_edtf

if TYPE_CHECKING:
    from pipeline.record.entities.report import Report

_CYCLE = 3 * 365 + 1
"""days of a certification cycle"""
_CEREMONY = 120
"""days; a certificate is handed over, and its award reported, up to some months after its first day"""
_ROUNDING = 45
"""days; an end of validity is printed as a day here and as a month there"""
_COMPUTED = 183
"""days; an end that was computed from an audit or an award lies this far from the printed one at most"""
_NEWS = 365
"""days; how old an award may be that an article reports without its date"""
_SHORTEST = 365
"""days; no certificate is granted for less"""
MONTH, DAY = len("2018-05"), len("2018-05-12")
_HELD = {"maintained": _CYCLE, "surveillance": _CYCLE, "lapsed": 2 * _CYCLE}
"""days; how long ago a certificate may have begun of which an undated article tells this"""


class Window(NamedTuple):
    """First and last day, both included, as proleptic ordinals."""

    first: int
    last: int

    def meets(self, other: Window) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def shared(self, other: Window) -> Window:
        """The days that both hold; only for windows that meet."""
        return Window(max(self.first, other.first), min(self.last, other.last))

    def widened(self, before: int, after: int) -> Window:
        """The window with so many days more on either side."""
        return Window(self.first - before, self.last + after)


ALWAYS = Window(date.min.toordinal(), date.max.toordinal())


def days(value: str | None) -> Window | None:
    """„2018-05" -> its first and last day; None for nothing, an open end or a date without a year."""
    parsed = parse_edtf(value) if value else None
    if not isinstance(parsed, (Date, Interval)):
        return None
    first, last = parsed.first(), parsed.last()
    return Window(first.toordinal(), last.toordinal()) if first and last else None


def beginning(report: Report) -> tuple[Window, bool]:
    """When the certificate can have begun, and whether printed dates of it say so (else only the time of the report)."""
    certificate = report.certificate
    starts = [w for w in (days(certificate.valid_from), days(certificate.awarded)) if w is not None]
    if starts:
        hull = Window(min(w.first for w in starts), max(w.last for w in starts))
        return hull.widened(_CEREMONY, _CEREMONY), True
    until = days(certificate.valid_until)
    if until is not None:
        return Window(until.first - _CYCLE - _COMPUTED, until.last), True
    published = days(report.published)
    if published is None:
        return ALWAYS, False
    if certificate.status == "planned":
        return published.widened(0, 2 * 365), False
    return published.widened(_HELD.get(certificate.status, _NEWS), 0), False


def ending(report: Report) -> Window | None:
    """When the certificate can end, as far as the report says."""
    certificate = report.certificate
    until = days(certificate.valid_until)
    if until is None:
        return None
    slack = _COMPUTED if "valid_until" in certificate.derived else _ROUNDING
    return until.widened(slack, slack)


def printed_edges(report: Report, precision: int = MONTH) -> frozenset[tuple[str, str]]:
    """„wystawiony 31 maja 2019 r." -> ("begun", "2019-05"): when the article prints that the certificate begins and ends.

    An article that lets it end within a year of its beginning speaks of two certificates: it says nothing here.

    Args:
        report: what one article tells.
        precision: characters of the dates that are compared, MONTH or DAY; dates that are printed with fewer are left out.
    """
    certificate = report.certificate
    begun, ended = days(certificate.valid_from or certificate.awarded), days(certificate.valid_until)
    if begun is not None and ended is not None and ended.last - begun.first < _SHORTEST:
        return frozenset()
    values = [("begun", "awarded"), ("begun", "valid_from"), ("ended", "valid_until")]
    found = ((edge, getattr(certificate, name) or "") for edge, name in values if name not in certificate.derived)
    return frozenset((edge, value[:precision]) for edge, value in found if precision <= len(value) <= DAY)
