"""„certyfikat Urzędu Miejskiego w Sokółce, ISO 9001, trzy źródła": one row a certificate, with everything that reports it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.entities.decisions import Decisions
from pipeline.record.entities.merge import clusters
from pipeline.record.entities.naming import Holder, holders
from pipeline.record.entities.window import ALWAYS, Window, days
from pipeline.schema import CertificateEntity, content_id
from pipeline.values.standard import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.record.entities.merge import Cluster
    from pipeline.record.entities.report import Report
    from pipeline.schema import Certificate

_TRANSITION = 90
"""days; a certificate passes to a new edition by an audit, not within the weeks in which its award is news"""
_DATES = ("awarded", "first_awarded", "valid_from", "valid_until")
_NOTHING = Decisions()
_NOBODY = Holder(None, None)


def entities(reports: Iterable[Report], decisions: Decisions = _NOTHING) -> list[CertificateEntity]:
    """Every reported certificate once, by id; the same rows for any order of the reports.

    Args:
        reports: those of all articles of a run.
        decisions: what people decided about pairs of them; it overrules the rules.
    """
    told = list(reports)
    known = holders(told)
    return sorted((_entity(c, known) for c in clusters(told, decisions)), key=lambda e: e.entity_id)


def _entity(cluster: Cluster, known: Mapping[str, Holder]) -> CertificateEntity:
    told = sorted(zip(cluster.reports, cluster.rules, strict=True), key=lambda t: _order(t[0]))
    reports = [report for report, _ in told]
    first, last = reports[0], reports[-1]
    holder = next((r.holder for r in reports if r.holder), None)
    organization, place = known.get(holder or "", _NOBODY)
    fullest = max(reports, key=lambda r: (len(r.families), sum(map(len, r.certificate.standards)), _order(r)))
    values = {name: _value(reports, name) for name in _DATES}
    computed = [name for name in _DATES if values[name] and all(_is_derived(r, name) for r in _saying(reports, name))]
    named = [r for r in reports if r.certificate.certifier]
    news = [r.published for r in reports if r.published]
    return CertificateEntity(
        entity_id=content_id("certificate_entity", first.certificate.certificate_id),
        organization=organization,
        organization_id=holder,
        place=place.name if place is not None else next((r.certificate.place for r in reports if r.certificate.place), None),
        place_id=place.id if place is not None else None,
        county=place.county if place is not None else None,
        voivodeship=place.voivodeship if place is not None else None,
        families=sorted(fullest.families),
        standards=list(fullest.certificate.standards),
        certifier=named[-1].certificate.certifier if named else None,
        body_id=named[-1].body if named else None,
        status=last.certificate.status,
        **values,
        derived=computed,
        derived_by=[_computed_by(reports, name, values[name]) for name in computed],
        conflicts=_conflicts(reports),
        reports=len(reports),
        first_reported=min(news, default=None),
        last_reported=max(news, default=None),
        certificates=[r.certificate.certificate_id for r in reports],
        articles=[r.article for r in reports],
        rules=[rule for _, rule in told],
    )


def _order(report: Report) -> tuple[str, str]:
    """By day of publication, undated articles first; ids decide between equals."""
    return report.published or "", report.certificate.certificate_id


def _get(certificate: Certificate, name: str) -> str | None:
    value: str | None = getattr(certificate, name)
    return value


def _is_derived(report: Report, name: str) -> bool:
    return name in report.certificate.derived


def _computed_by(reports: list[Report], name: str, value: str | None) -> str:
    """The rule of the latest report that has the computed value."""
    told = (r.certificate for r in reversed(reports) if _get(r.certificate, name) == value)
    rules = (dict(zip(c.derived, c.derived_by, strict=False)).get(name, "") for c in told)
    return next((rule for rule in rules if rule), "")


def _saying(reports: list[Report], name: str) -> list[Report]:
    return [r for r in reports if _get(r.certificate, name)]


def _value(reports: list[Report], name: str) -> str | None:
    """The most precise printed value, of equals the one that most reports give, then the latest; a computed one if none is."""
    saying = _saying(reports, name)
    pool = [r for r in saying if not _is_derived(r, name)] or saying
    printed = [_get(r.certificate, name) or "" for r in pool]
    counted = Counter(printed)
    return max(enumerate(printed), key=lambda v: (len(v[1]), counted[v[1]], v[0]), default=(0, None))[1]


def _conflicts(reports: list[Report]) -> list[str]:
    """Fields for which reports, or one of them, print values of which none is another one at a lower precision."""
    inside = {name for r in reports for name in r.certificate.conflicts}
    found = []
    for name in _DATES:
        printed = sorted({_get(r.certificate, name) or "" for r in _saying(reports, name) if not _is_derived(r, name)})
        longest = max(printed, key=len, default="")
        if name in inside or any(not longest.startswith(value) for value in printed):
            found.append(name)
    if _editions_contradict(reports):
        found.append("standards")
    return found + sorted(inside - set(found))


def _editions_contradict(reports: list[Report]) -> bool:
    """„ISO 9001:2008" here, „ISO 9001:2015" there, in the same weeks or the newer one first.

    A national adoption has a year of its own („PN-EN ISO 9001:2009"), and a newer edition in later news tells of a transition.
    """
    told: dict[str, dict[int, Window]] = defaultdict(dict)
    for report in reports:
        news = days(report.published) or ALWAYS
        for name in report.certificate.standards:
            known = parse(name)
            if known is not None and known.year is not None:
                editions = told[name.partition(":")[0]]
                other = editions.get(known.year, news)
                editions[known.year] = Window(min(other.first, news.first), max(other.last, news.last))
    return any(
        editions[older].last + _TRANSITION > editions[newer].first
        for editions in told.values()
        for older, newer in pairwise(sorted(editions))
    )
