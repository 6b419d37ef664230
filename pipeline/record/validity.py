"""Dates of a certificate: „po raz pierwszy w 2002 roku", „od 26 września 2014 r. do 25 września", „przez kolejne 3 lata"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.passages import data
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, Status

_CONFLICT = 12
"""months; two ends of validity that lie closer are two readings of one, farther apart they are successive certificates"""


_BEFORE = 3
"""words before a duration that tell what it measures: „na okres kolejnych trzech lat" has three"""


@dataclass(slots=True)
class Dates:
    """The dates of one certificate, which of them were computed, and which the article contradicts."""

    awarded: str | None = None
    first_awarded: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    derived: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    evidence: list[Mention] = field(default_factory=list)


def _with_role(cluster: Cluster, role: str) -> list[tuple[Passage, Mention]]:
    return [(p, m) for p, _ in cluster.passages for m in p.of("dates") if m.value.get("role") == role]


def _point(mention: Mention) -> str | None:
    start, end = period.ends(str(mention.value["value"]))
    return start or end


def _validity(cluster: Cluster, dates: Dates) -> None:
    """The latest end, its own beginning, and whether another end contradicts it."""
    found: list[tuple[str, str | None, Mention]] = []
    for _, mention in _with_role(cluster, "valid_until"):
        value = str(mention.value["value"])
        start, end = period.ends(value)
        if end is not None:
            found.append((end, start if "/" in value else None, mention))
    if found:
        until, since, mention = max(found, key=lambda f: (period.months(f[0]), len(f[0])))
        dates.valid_until, dates.valid_from = until, since
        dates.evidence.append(mention)
        for other, _, rival in found:
            if not period.compatible(other, until) and abs(period.months(other) - period.months(until)) < _CONFLICT:
                dates.conflicts.append("valid_until")
                dates.evidence.append(rival)
                break
    starts = _with_role(cluster, "valid_from")
    if starts and dates.valid_from is None:
        _, mention = starts[-1]
        dates.valid_from = _point(mention)
        dates.evidence.append(mention)


def _award(cluster: Cluster, dates: Dates, status: Status) -> None:
    """The award that this article reports, and the first one of all."""
    awards = [(p, m) for p, m in _with_role(cluster, "awarded") if _point(m)]
    firsts = [m for _, m in _with_role(cluster, "first_awarded") if _point(m)]
    if status != "awarded":
        firsts += [m for p, m in awards if p.first and m not in firsts]
        awards = [(p, m) for p, m in awards if not p.first]
    if firsts:
        mention = min(firsts, key=lambda m: _point(m) or "")
        dates.first_awarded = _point(mention)
        dates.evidence.append(mention)
    if awards:
        told = [m for p, m in awards if p.status in {"awarded", "renewed"}]
        mention = (told or [m for _, m in awards])[0]
        dates.awarded = _point(mention)
        dates.evidence.append(mention)


def _lasts(passage: Passage, mention: Mention) -> bool:
    """„przez kolejne 3 lata", „ważny trzy lata", not „co 3 lata", „raz na trzy lata"."""
    table = data()["periods"]
    inside = [w.form.lower() for w in passage.words if mention.start <= w.start < mention.end]
    before = {w.form.lower() for w in [w for w in passage.words if w.end <= mention.start][-_BEFORE:]} | set(inside)
    after = next((w.form.lower() for w in passage.words if w.start >= mention.end), "")
    if before & set(table["repeated"]) or after in table["ago"]:
        return False
    lasting = bool(before & set(table["lasting"])) or passage.status is not None
    return lasting and has_any(passage.words, frozenset(table["validity"]))


def _derive(cluster: Cluster, dates: Dates) -> None:
    """A printed period counted from the audit or the award next to it gives the end of validity."""
    if dates.valid_until is not None:
        return
    base: Mention | None = None
    for passage, _ in cluster.passages:
        dated = [m for m in passage.of("dates") if m.value.get("role") in {"audit", "awarded", "valid_from"} and _point(m)]
        lasting = [m for m in passage.of("durations") if _lasts(passage, m)]
        base = dated[-1] if dated else base
        if base is None or not lasting:
            continue
        start, end = period.ends(str(base.value["value"]))
        until = period.add(end or start or "", str(lasting[0].value["value"]))
        if until is not None:
            dates.valid_until = until
            dates.derived.append("valid_until")
            dates.evidence.append(base)
            return


def dates_of(cluster: Cluster, status: Status) -> Dates:
    """„Ostatnia ocena w grudniu 2023 … przez kolejne 3 lata" -> valid_until 2026-12, derived.

    Args:
        cluster: the certificate's passages.
        status: what happened to it; tells an award of today from one of the past.
    """
    dates = Dates()
    if status != "planned":
        _validity(cluster, dates)
        _award(cluster, dates, status)
        _derive(cluster, dates)
    return dates
