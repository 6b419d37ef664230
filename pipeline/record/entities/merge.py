"""Which reports speak of one certificate: holder, standards, body and dates have to fit, and every rule has its name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.record.entities.decisions import Decisions, joined
from pipeline.record.entities.window import ALWAYS, DAY, Window, beginning, ending, printed_edges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.record.entities.report import Report

FIRST, DATES, MONTH, PERIOD, SAME_DAY, DECISION = (
    "entity.first",
    "entity.dates",
    "entity.month",
    "entity.period",
    "entity.same_day",
    "entity.decision",
)
"""The first report; dates of the certificate fit; it begins or ends in the same month, another date contradicts; only the time
of the reports fits; the same day and body, one report naming fewer standards; a person decided."""


@dataclass(slots=True)
class Cluster:
    """Reports of one certificate with the rule that brought each of them."""

    reports: list[Report] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    begun: Window = ALWAYS
    ended: Window | None = None
    body: str | None = None
    planned: bool = False
    dated: bool = False
    edges: set[tuple[str, str]] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    parted_from: Cluster | None = None

    def add(self, report: Report, rule: str) -> None:
        """Takes a report whatever it says; windows that do not meet (a person decided) keep the first one."""
        (begun, printed), ended = beginning(report), ending(report)
        self.dated = self.dated or printed
        self.begun = self.begun.shared(begun) if self.begun.meets(begun) else self.begun
        if ended is not None:
            self.ended = ended if self.ended is None or not self.ended.meets(ended) else self.ended.shared(ended)
        self.body = self.body or report.body
        self.planned = report.certificate.status == "planned" if not self.reports else self.planned
        self.edges |= printed_edges(report)
        self.members.add(report.certificate.certificate_id)
        self.articles.add(report.article)
        self.reports.append(report)
        self.rules.append(rule)

    @property
    def family(self) -> Cluster:
        """The first of the clusters that only decisions part from one another."""
        return self if self.parted_from is None else self.parted_from

    def fits(self, report: Report) -> str | None:
        """The rule by which a report belongs here, None where it does not; decisions do not count.

        One article's certificates were kept apart on purpose, and a plan is no certificate. Of two certificates of one holder,
        body and standard no two begin or end in one month, so an equal month outweighs another date that contradicts.
        """
        begun, printed = beginning(report)
        ended = ending(report)
        if (
            report.article in self.articles
            or (report.certificate.status == "planned") != self.planned
            or (report.body and self.body and report.body != self.body)
        ):
            return None
        ends = ended is None or self.ended is None or self.ended.meets(ended)
        if not self.begun.meets(begun) or not ends:
            return MONTH if self.edges & printed_edges(report) else None
        return DATES if printed and self.dated else PERIOD


def clusters(reports: Iterable[Report], decisions: Decisions) -> list[Cluster]:
    """Every report in one cluster; the same clusters for any order of the reports.

    Reports that name body and dates come first and make the clusters; one that several would take stays alone, since nothing
    says which of them it means. Where only a decision parts those, the first of them takes it. A report without a holder or a
    standard is never merged by rule.
    """
    ordered = sorted(reports, key=_rank)
    found, rest = _decided(ordered, decisions)
    buckets: dict[tuple[str, frozenset[str]], list[Cluster]] = defaultdict(list)
    for cluster in found:
        for key in sorted({k for r in cluster.reports if (k := _key(r)) is not None}, key=str):
            buckets[key].append(cluster)
    for report in rest:
        own = _key(report)
        made = _put(report, buckets[own] if own is not None else [], decisions)
        if made is not None:
            found.append(made)
    return _same_day(found, decisions)


def _put(report: Report, bucket: list[Cluster], decisions: Decisions) -> Cluster | None:
    """Gives the report to the cluster of the bucket that it fits, else a cluster of its own, which is returned."""
    likely = [(c, rule) for c in bucket if (rule := c.fits(report))]
    allowed = [(c, rule) for c, rule in likely if not decisions.forbids(report.certificate.certificate_id, c.members)]
    if len({id(c.family) for c, _ in allowed}) == 1:
        allowed[0][0].add(report, allowed[0][1])
        return None
    cluster = Cluster()
    cluster.add(report, FIRST)
    if not allowed:
        cluster.parted_from = likely[0][0].family if likely else None
        bucket.append(cluster)
    return cluster


def _key(report: Report) -> tuple[str, frozenset[str]] | None:
    return (report.holder, report.families) if report.holder and report.families else None


def _rank(report: Report) -> tuple[bool, int, int, str, str]:
    begun, printed = beginning(report)
    return (
        report.body is None or not printed,
        begun.last - begun.first,
        begun.first,
        report.published or "",
        report.certificate.certificate_id,
    )


def _decided(ordered: Sequence[Report], decisions: Decisions) -> tuple[list[Cluster], list[Report]]:
    """Clusters of what a person joined, and the reports that nobody decided about."""
    groups = joined(decisions.same)
    owner = {i: n for n, group in enumerate(groups) for i in group}
    made: dict[int, Cluster] = {}
    rest = []
    for report in ordered:
        number = owner.get(report.certificate.certificate_id)
        if number is None:
            rest.append(report)
            continue
        cluster = made.setdefault(number, Cluster())
        cluster.add(report, DECISION if cluster.reports else FIRST)
    return list(made.values()), rest


def _same_day(found: list[Cluster], decisions: Decisions) -> list[Cluster]:
    """„certyfikat ISO 9001" beside „certyfikaty ISO 9001 i ISO 14001" of the same holder, body and day: one integrated one."""
    index: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in found:
        for key in _exact(cluster):
            index[key].append(cluster)
    gone: set[int] = set()
    for key in sorted(index):
        large = max((c for c in index[key] if id(c) not in gone), key=_breadth, default=None)
        for small in index[key]:
            if large is None or small is large or id(small) in gone or not _within(small, large, decisions):
                continue
            for report in small.reports:
                large.add(report, SAME_DAY)
            gone.add(id(small))
    return [c for c in found if id(c) not in gone]


def _exact(cluster: Cluster) -> set[tuple[str, str, str]]:
    """Holder, body and each printed day of beginning or end."""
    return {
        (report.holder, report.body, f"{edge} {value}")
        for report in cluster.reports
        for edge, value in printed_edges(report, DAY)
        if report.holder and report.body
    }


def _families(cluster: Cluster) -> frozenset[str]:
    return frozenset().union(*(r.families for r in cluster.reports))


def _breadth(cluster: Cluster) -> tuple[int, int, str]:
    return len(_families(cluster)), len(cluster.reports), min(cluster.members)


def _within(small: Cluster, large: Cluster, decisions: Decisions) -> bool:
    return (
        _families(small) < _families(large)
        and small.planned == large.planned
        and not small.articles & large.articles
        and not any(decisions.forbids(one, large.members) for one in small.members)
    )
