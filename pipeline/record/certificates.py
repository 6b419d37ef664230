"""„Polskie Centrum Badań i Certyfikacji przyznało ponownie Urzędowi Miasta certyfikat": who holds what, by whom, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record.clusters import Cluster, clusters
from pipeline.record.holder import split
from pipeline.record.passages import family, passages
from pipeline.record.rows import mention_id
from pipeline.record.scope import scope_of
from pipeline.record.status import events, status
from pipeline.record.validity import dates_of
from pipeline.schema import Certificate, content_id
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.passages import Passage
    from pipeline.schema import Article, Mention, OrganizationRow, PlaceRow

_NAMED = frozenset({"iso", "pn"})
_AWARD = 3
"""weight of a body in a passage that tells of the certificate, against 1 in one that only goes on about it"""


def _standards(cluster: Cluster, all_standards: list[Mention]) -> tuple[list[Mention], bool]:
    """The fullest printed form of every family, and whether the article prints two editions of one."""
    chosen: list[Mention] = []
    contradicting = False
    for name in cluster.families:
        named = [m for m in cluster.standards() if family(m) == name] or [m for m in all_standards if family(m) == name]
        told = [
            m for p, _ in cluster.passages if p.status not in {None, "planned"} for m in p.of("standards") if family(m) == name
        ]
        editions = {m.value.get("year") for m in told if m.value.get("year")}
        contradicting = contradicting or len(editions) > 1
        years = [y for m in told if (y := m.value.get("year"))] or [y for m in named if (y := m.value.get("year"))][:1]
        latest = max(years, default=0)
        pool = [m for m in named if (m.value.get("year") or 0) == latest] or named
        chosen.append(
            max(
                pool,
                key=lambda m: (len(m.value.get("chain") or []), m.value.get("month") or 0, len(str(m.value["id"])), -m.start),
            )
        )
    return chosen, contradicting


def _certifier(cluster: Cluster, told: list[Passage], everywhere: list[Mention]) -> tuple[Mention | None, bool]:
    """The certification body of a certificate, and whether another one is as likely."""
    scores: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for passage, weight in cluster.passages:
        for mention in passage.of("certifiers"):
            if mention.value.get("kind") == "certification_body":
                name = str(mention.value["name"])
                first.setdefault(name, mention)
                scores[name] = scores.get(name, 0) + (weight * _AWARD if passage in told else weight)
    if not scores:
        names = {str(m.value["name"]) for m in everywhere}
        return (everywhere[0], False) if len(names) == 1 else (None, False)
    ranked = sorted(scores, key=lambda n: (-scores[n], first[n].start))
    tied = len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]
    return first[ranked[0]], tied


class _Certificates:
    """Builds the certificates of one article."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], place: PlaceRow | None, rows: Sequence[OrganizationRow]
    ) -> None:
        self._article = article
        self._place = place
        self._rows = rows
        self._standards = [m for m in mentions if m.kind == "standards"]
        self._bodies = [m for m in mentions if m.kind == "certifiers" and m.value.get("kind") == "certification_body"]
        self._clusters = clusters(passages(article.text, mentions))

    def build(self) -> list[Certificate]:
        found = []
        for cluster in self._clusters:
            for holder, parts in split(cluster, self._rows):
                certificate = self._certificate(Cluster(cluster.families, parts), holder)
                if certificate is not None:
                    found.append(certificate)
        return found

    def _certificate(self, cluster: Cluster, holder: OrganizationRow | None) -> Certificate | None:
        told = events(cluster, only=len(self._clusters) == 1)
        happened = status(told)
        if happened is None or not self._speaks(cluster, told):
            return None
        standards, editions = _standards(cluster, self._standards)
        body, tied = _certifier(cluster, told, self._bodies)
        dates = dates_of(cluster, happened)
        conflicts = [*(["standards"] if editions else []), *(["certifier"] if tied else []), *dates.conflicts]
        named = [*standards, *([body] if body else []), *dates.evidence]
        unique = sorted({id(m): m for m in named}.values(), key=lambda m: (m.start, m.end))
        evidence = [mention_id(self._article, m) for m in unique]
        names = [str(m.value["id"]) for m in standards]
        values = (
            holder.name if holder else "",
            *names,
            str(body.value["name"]) if body else "",
            happened,
            dates.valid_until or "",
        )
        return Certificate(
            certificate_id=content_id(self._article.id, "certificates", *values),
            organization=holder.name if holder else None,
            place=self._place.name if self._place else None,
            standards=names,
            certifier=str(body.value["name"]) if body else None,
            scope=scope_of(self._article.text, cluster),
            status=happened,
            awarded=dates.awarded,
            first_awarded=dates.first_awarded,
            valid_from=dates.valid_from,
            valid_until=dates.valid_until,
            derived=dates.derived,
            evidence=[*([holder.mention_id] if holder else []), *evidence],
            conflicts=conflicts,
        )

    def _speaks(self, cluster: Cluster, told: list[Passage]) -> bool:
        """Whether it is an office's: „certyfikat ISO" without a number needs its body, possession alone a holder."""
        if not cluster.families:
            return bool(self._bodies) and any(has_any(p.words, _NAMED) for p in told)
        return bool(self._rows or self._bodies) or any(p.status != "held" for p in told)


def certificates(
    article: Article, mentions: Sequence[Mention], place: PlaceRow | None, organizations: Sequence[OrganizationRow]
) -> list[Certificate]:
    """The certificates that an article reports, in the order of their standards' first mention.

    A clause tells first, then its sentence, then the passages around; nothing is invented: what no passage says stays None.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        place: the place of the story, the holder's place.
        organizations: offices of the article, the certified one first.
    """
    return _Certificates(article, mentions, place, organizations).build()
