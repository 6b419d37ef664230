"""Dates of a certificate: „po raz pierwszy w 2002 roku", „od 26 września 2014 r. do 25 września", „przez kolejne 3 lata"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.dated import Dated, dated, is_of_paper
from pipeline.record.ends import with_end
from pipeline.record.passages import is_headline
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, Status

_CONFLICT = 12
"""months; two ends of validity that lie closer are two readings of one, farther apart they are successive certificates"""
_BEFORE = 3
"""words before a duration that tell what it measures: „na okres kolejnych trzech lat" has three"""
_NEAR = 2
"""words beside „trzyletni" among which the noun stands that it measures"""
_RENEWED = 24
"""months; certificates are given for three years, some bodies renew after two"""
_CYCLE = 11
"""months; an award that lies farther before the newest date of a renewed certificate belongs to the one before it"""


@dataclass(slots=True)
class Dates:
    """The dates of one certificate, which of them were computed, and which the article contradicts."""

    awarded: str | None = None
    first_awarded: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    derived: list[str] = field(default_factory=list)
    derived_by: list[str] = field(default_factory=list)
    """the rule behind each field of ``derived``"""
    conflicts: list[str] = field(default_factory=list)
    evidence: list[Mention] = field(default_factory=list)

    def follows_a_first(self) -> bool:
        """„pierwszy w 2004 …, ten z 2013 roku": an award a whole cycle behind the first one renews it."""
        if self.awarded is None or self.first_awarded is None:
            return False
        return period.months(self.awarded) - period.months(self.first_awarded) >= _RENEWED

    def compute(self, name: str, rule: str) -> None:
        """Marks a field as computed by a rule."""
        self.derived.append(name)
        self.derived_by.append(rule)


def _validity(found: list[Dated], dates: Dates, text: str) -> None:
    """The latest end, its own beginning, and whether another end contradicts it; a headline's end is always the same one's."""
    ends: list[tuple[str, str | None, Mention]] = []
    for entry in (d for d in found if d.role == "valid_until"):
        value = str(entry.mention.value["value"])
        start, end = period.ends(value)
        if end is not None:
            ends.append((end, start if "/" in value else None, entry.mention))
    if ends:
        until, since, mention = max(ends, key=lambda f: (period.months(f[0]), len(f[0])))
        dates.valid_until, dates.valid_from = until, since
        dates.evidence.append(mention)
        last = next((d for d in map(_end_of_month, found) if d and d[0] == until), None)
        if last is not None:
            dates.valid_until = last[1]
            dates.compute("valid_until", "validity.end_of_month")
        headline = {id(d.mention) for d in found if is_headline(text, d.passage)}
        for other, _, rival in ends:
            near = abs(period.months(other) - period.months(until)) < _CONFLICT or id(rival) in headline
            if not period.compatible(other, until) and near:
                dates.conflicts.append("valid_until")
                dates.evidence.append(rival)
                break
    starts = [d for d in found if d.role == "valid_from"]
    if starts and dates.valid_from is None:
        dates.valid_from = starts[-1].point
        dates.evidence.append(starts[-1].mention)


def _end_of_month(entry: Dated) -> tuple[str, str] | None:
    """„z końcem maja 2017" -> ("2017-05", "2017-05-31"); None where no end of a month is printed."""
    mention = entry.mention
    point = period.ends(str(mention.value["value"]))[1]
    if entry.role != "valid_until" or point is None or len(point) != _MONTH:
        return None
    near = [w for w in entry.passage.words if w.start < mention.end and w.end > mention.start - _END_REACH]
    return (point, period.last_day(point)) if has_any(near, _END) else None


_END = frozenset({"koniec"})
_END_REACH = 12
"""characters before a month in which „z końcem" stands, where the date's mention does not hold it"""
_MONTH = 7
"""characters of a value with a month and no day"""


def _award(found: list[Dated], dates: Dates, status: Status, published: str | None) -> None:
    """The award that this article reports, and the first one of all."""
    awards = _awards(found, status)
    firsts = [d for d in found if d.role == "first_awarded" and d.point]
    if status == "awarded" and not awards:
        awards, firsts = [d for d in firsts if d.event is not None], [d for d in firsts if d.event is None]
    if firsts:
        first = min(firsts, key=lambda d: d.point or "")
        first = max((d for d in firsts if (d.point or "").startswith(first.point or "")), key=lambda d: len(d.point or ""))
        dates.first_awarded = first.point
        dates.evidence.append(first.mention)
    if status == "renewed":
        awards = _recent(awards, found, published)
    reported = [d for d in awards if d.event is not None and d.event.kind in {"awarded", "renewed", "told"}]
    front = [d for d in reported if d.event is not None and not d.event.background]
    chosen = next(iter((reported if status == "awarded" else front) or reported or awards), None)
    if chosen is not None and not firsts and _is_before(chosen, status):
        dates.first_awarded = chosen.point
        dates.evidence.append(chosen.mention)
        return
    if chosen is not None and not firsts and _is_history(chosen, found, dates, status, published):
        dates.first_awarded = chosen.point
        dates.evidence.append(chosen.mention)
        return
    if chosen is not None and chosen.event is not None and chosen.event.kind == "renewed" and status != "renewed":
        renewals = [d for d in reported if d.event is not None and d.event.kind == "renewed"]
        chosen = max(renewals, key=lambda d: d.point or "")  # „przedłużany w latach 2006 i 2009": the last one counts
    if chosen is not None:
        chosen = _precise(chosen, found)
        dates.awarded = chosen.point
        dates.evidence.append(chosen.mention)
        if not firsts and status == "renewed":
            _oldest(chosen, found, dates)
        rival = next((d for d in front if _contradicts(chosen, d)), None)
        if rival is not None:
            dates.conflicts.append("awarded")
            dates.evidence.append(rival.mention)


def _awards(found: list[Dated], status: Status) -> list[Dated]:
    """Dates of awards; of a lapsed certificate only those that a verb or its paper tells, and never the day of the loss."""
    given = [d for d in found if d.role == "awarded" and d.point]
    if status != "lapsed":
        return given
    told = [d for d in given if d.event is not None or is_of_paper(d.passage, d.mention)]
    if any(d.event is not None and d.event.kind == "lapsed" for d in found):
        return told
    return [d for d in told if d.event is None or d.event.background]  # „odebrała jej 22 sierpnia certyfikat": taken away


def _is_before(chosen: Dated, status: Status) -> bool:
    """„Mija dziesięć lat, odkąd w 2008 r. uzyskał certyfikat": no day of the renewal that is reported."""
    event = chosen.event
    if status != "renewed" or event is None or event.kind != "awarded" or not event.background or event.attributive:
        return False
    since = any(w.form.lower() == "odkąd" for w in event.clause.words[:2])
    return since and not any(e.kind == "renewed" for e in chosen.passage.events)


def _is_history(chosen: Dated, found: list[Dated], dates: Dates, status: Status, published: str | None) -> bool:
    """„Pięć lat temu otrzymał … dziś działa": an award before the cycle that is running is the first that the text knows of."""
    if status not in {"maintained", "surveillance"} or not chosen.point or dates.valid_from is not None:
        return False
    if is_of_paper(chosen.passage, chosen.mention):
        return False
    given = period.last_month(chosen.point)
    if dates.valid_until is not None and period.months(dates.valid_until) - given <= _LONGEST:
        return False
    now = period.ends(published)[0] if published else None
    points = [d.point for d in found if d.point and not d.to_come and d.role in {"awarded", "audit"}]
    newest = max(period.last_month(p) for p in [chosen.point, *points, *([now] if now else [])])
    ago = chosen.event is not None and has_any(chosen.event.clause.words, _AGO)
    return newest - given > _LONGEST or ago


_AGO = frozenset({"temu"})
_LONGEST = 39
"""months; a certificate is given for three years (PN-EN ISO/IEC 17021-1, 9.1.3), a season more until the next is issued"""


def _precise(chosen: Dated, found: list[Dated]) -> Dated:
    """„w lipcu, dokładnie 10.07.2017": the day within the month of the same sentence."""
    point = chosen.point or ""
    same = (d for d in found if d.passage is chosen.passage and d.event is chosen.event and d.role == chosen.role)
    return max((d for d in same if (d.point or "").startswith(point)), key=lambda d: len(d.point or ""), default=chosen)


def _oldest(chosen: Dated, found: list[Dated], dates: Dates) -> None:
    """„Zaczęło się w 2005 roku, gdy uzyskał certyfikat": the oldest award, a cycle or more before the one reported."""
    told = [d for d in found if d.event is not None and d.event.kind == "awarded" and d.role == "awarded" and d.point]
    oldest = min(told, key=lambda d: period.months(d.point or ""), default=None)
    if oldest is not None and period.months(chosen.point or "") - period.months(oldest.point or "") >= _RENEWED:
        dates.first_awarded = oldest.point
        dates.evidence.append(oldest.mention)


def _contradicts(one: Dated, other: Dated) -> bool:
    """„przyznano 5 maja … przyznano 6 maja": two days of one and the same act; a day of handing over is another matter."""
    if one.event is None or other.event is None or not one.point or not other.point:
        return False
    apart = abs(period.months(one.point) - period.months(other.point)) < _CONFLICT
    acts = frozenset(words_of("reference", "issuing")), frozenset(words_of("reference", "handing"))
    same = any(one.event.verb & act and other.event.verb & act for act in acts)
    return apart and same and not period.compatible(one.point, other.point)


def _recent(awards: list[Dated], found: list[Dated], published: str | None) -> list[Dated]:
    """„Kolejne recertyfikacje przypadły na lata 2007, 2010 i 2013": of a renewed certificate only the last award is its own."""
    now = period.ends(published)[0] if published else None
    near = [d.point for d in found if d.point and d.role in {"awarded", "audit"} and not d.to_come]
    newest = max((period.last_month(p) for p in [*near, *([now] if now else [])] if p), default=0)
    return [d for d in awards if d.point and newest - period.last_month(d.point) <= _CYCLE]


def _lasts(passage: Passage, mention: Mention) -> bool:
    """„przez kolejne 3 lata", „ważny trzy lata", not „co 3 lata", „raz na trzy lata"."""
    table = data()["periods"]
    inside = [w.form.lower() for w in passage.words if mention.start <= w.start < mention.end]
    before = {w.form.lower() for w in [w for w in passage.words if w.end <= mention.start][-_BEFORE:]} | set(inside)
    after = next((w.form.lower() for w in passage.words if w.start >= mention.end), "")
    if before & set(table["repeated"]) or after in table["ago"] or _measures_else(passage, mention):
        return False
    lasting = bool(before & set(table["lasting"])) or passage.status is not None
    return lasting and has_any(passage.words, frozenset([*table["validity"], "@cert"]))


def _measures_else(passage: Passage, mention: Mention) -> bool:
    """„po czteroletniej przerwie", „trzy lata przygotowań": a wait or a work that was done, no validity."""
    table = data()["periods"]
    before = [w for w in passage.words if w.end <= mention.start][-_NEAR:]
    behind = [w for w in passage.words if w.start >= mention.end][:_NEAR]
    if before and before[-1].form.lower() in table["elapsed"]:
        return True
    if has_any(behind[:1], frozenset(table["measured"])):
        return True
    inside = [w.form.lower() for w in passage.words if mention.start <= w.start < mention.end]
    adjective = bool(inside) and any(stem in inside[-1] for stem in table["adjectives"])
    return adjective and not has_any([*before, *behind], frozenset([*table["validity"], *table["spans"], "@cert"]))


def derive(cluster: Cluster, found: list[Dated], dates: Dates) -> None:
    """„Wystawiono go 4 maja 2020 r. na trzy lata": a printed period counted from the audit or the award next to it.

    Args:
        cluster: the certificate's passages.
        found: its dates with their roles.
        dates: gets the end of validity, where it has none.
    """
    if dates.valid_until is not None:
        return
    base: Dated | None = None
    for passage, _ in cluster.passages:
        own = [d for d in found if d.passage is passage and d.role in {"audit", "awarded", "valid_from"} and d.point]
        lasting = [m for m in passage.of("durations") if _lasts(passage, m)]
        base = next((d for d in reversed(own) if not d.to_come), base)
        if base is None or not lasting:
            continue
        start, end = period.ends(str(base.mention.value["value"]))
        until = period.add(end or start or "", str(lasting[0].value["value"]))
        if until is not None:
            dates.valid_until = until
            dates.compute("valid_until", f"validity.period_from_{base.role}")
            dates.evidence.append(base.mention)
            return


def dates_of(text: str, cluster: Cluster, status: Status, published: str | None) -> Dates:
    """„Ostatnia ocena w grudniu 2023 … przez kolejne 3 lata" -> valid_until 2026-12, derived.

    Args:
        text: the cleaned article.
        cluster: the certificate's passages.
        status: what happened to it; tells an award of today from one of the past.
        published: EDTF value of the article's day, if known; tells a renewal from the one before.
    """
    dates = Dates()
    if status != "planned":
        found = with_end(dated(cluster), published)
        _validity(found, dates, text)
        _award(found, dates, status, published)
        if status != "lapsed":
            derive(cluster, found, dates)
        dates.conflicts += [name for name in out_of_order(dates) if name not in dates.conflicts]
    return dates


def out_of_order(dates: Dates) -> list[str]:
    """„otrzymał 7 czerwca 2024 r. … ważny do 5 czerwca 2022 r.": fields whose day lies behind the end of validity."""
    until = dates.valid_until
    starts = {"first_awarded": dates.first_awarded, "awarded": dates.awarded, "valid_from": dates.valid_from}
    behind = [n for n, v in starts.items() if v and until and not period.compatible(v, until) and v > until]
    return [*behind, *(["valid_until"] if behind else [])]
