"""„Polskie Centrum Badań i Certyfikacji przyznało ponownie Urzędowi Miasta certyfikat": who holds what, by whom, until when."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.bodymodel import Survey, by_vote
from pipeline.record.clusters import ALONE, Cluster, clusters
from pipeline.record.daymodel import Scene, voted
from pipeline.record.editions import Chosen, certifier_of, names_body, standards_of
from pipeline.record.holder import offices, sits_elsewhere, split
from pipeline.record.holdermodel import telling_of
from pipeline.record.passages import is_headline, passages
from pipeline.record.rows import mention_id
from pipeline.record.scope import scope_of
from pipeline.record.sentences import telling
from pipeline.record.status import had_one, is_after_lapse, is_newcomer, news, status, told
from pipeline.record.statusmodel import Outlook, decide, features, load
from pipeline.record.succession import without_replaced
from pipeline.record.validity import dates_of
from pipeline.record.vocabulary import data
from pipeline.schema import Certificate, content_id
from pipeline.values.phrase import Pattern, has_any, matches_any, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.schema import Article, Mention, OrganizationRow, PlaceRow, Status

_NAMED = frozenset({"iso", "pn"})
_CERTIFICATE = frozenset({"@cert"})
_REGISTERED = "EMAS"
"""the competent authority enters an organization in its register, a verifier only validates its declaration
(Regulation (EC) No 1221/2009, articles 13 and 18): no certification body grants it"""


@lru_cache(maxsize=1)
def _same_body() -> tuple[Pattern, ...]:
    return tuple(pattern(p) for p in data()["mood"]["same_body"])


class Candidate(NamedTuple):
    """„certyfikat ISO 9001" of one office: the passages that speak of it and who would hold it."""

    cluster: Cluster
    holder: OrganizationRow | None


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
        read = passages(article.text, mentions, article.blocks)
        self._clusters = clusters(read)
        self._telling = telling_of(article.text, read, offices(rows))
        bodies = {id(m) for m in self._bodies}
        self._spoken = {
            frozenset(c.families)
            for c in self._clusters
            if any(id(m) in bodies for p, _ in c.passages for m in p.of("certifiers"))
        }

    def candidates(self) -> list[Candidate]:
        """Whatever may be a certificate of the article: standards that stand together, once for every holder."""
        found = []
        for cluster in self._clusters:
            for holder, parts in split(self._article.text, cluster, self._telling):
                named = {f for p, _ in parts for f in p.families()}
                families = [f for f in cluster.families if f in named] or cluster.families
                found.append(Candidate(Cluster(families, parts), holder))
        return found

    def outlook(self, found: Sequence[Candidate]) -> Outlook:
        """The article with its candidates as the model of statuses sees it."""
        published = self._article.published
        return Outlook(self._article.text, published, self._telling, found, certified=bool(self._bodies))

    def build(self) -> list[Certificate]:
        found = self.candidates()
        scene = Scene(self._article.text, self._article.published, self._telling.passages, found)
        survey = Survey(self._article.text, self._telling.passages, found)
        outlook = self.outlook(found)
        built = (self._certificate(i, outlook, scene, survey) for i in range(len(found)))
        return without_replaced([certificate for certificate in built if certificate is not None])

    def _ruled(self, cluster: Cluster, events: list[Event]) -> Status | None:
        """What the rules make of the events."""
        happened = status(news(events, self._article.published))
        if happened == "renewed" and len(self._clusters) > 1 and is_newcomer(cluster, events):
            happened = "awarded"
        if happened == "renewed" and is_after_lapse(events):
            return "awarded"
        if happened == "awarded" and had_one(cluster) and not is_after_lapse(events):
            happened = "renewed"
        if happened == "awarded" and dates_of(self._article.text, cluster, happened, self._article.published).follows_a_first():
            happened = "renewed"
        return happened

    def _happened(self, index: int, outlook: Outlook, events: list[Event]) -> Status | None:
        """What rules and model vote for; where the article names no standard the rules decide alone."""
        cluster, holder = outlook.found[index]
        ruled = self._ruled(cluster, events)
        if not cluster.families or (ruled is None and holder is None):
            return ruled
        return decide(ruled, load().log_probabilities(features(outlook, index)))

    def _certificate(self, index: int, outlook: Outlook, scene: Scene, survey: Survey) -> Certificate | None:
        cluster, holder = outlook.found[index]
        speaking = told(cluster, only=len(self._clusters) == 1)
        events = [e for p in speaking for e in p.events if cluster.owns(e)]
        if not self._speaks(cluster, speaking) or self._only_claimed(cluster, events):
            return None
        happened = self._happened(index, outlook, events)
        if happened is None:
            return None
        standards = standards_of(cluster, self._standards, happened)
        bodies = self._body(cluster, speaking, happened, survey)
        body = next(iter(bodies.mentions), None)
        dates = voted(scene, scene.sides[index], happened)
        against = {"standards": [*standards.rivals, *self._headline(cluster)], "certifier": bodies.rivals}
        conflicts = [*(name for name, rivals in against.items() if rivals), *dates.conflicts]
        named = [*standards.mentions, *bodies.mentions, *against["standards"], *bodies.rivals, *dates.evidence]
        unique = sorted({id(m): m for m in named}.values(), key=lambda m: (m.start, m.end))
        evidence = [mention_id(self._article, m) for m in unique]
        printed = telling(self._article.text, cluster, speaking, unique)
        names = [str(m.value["id"]) for m in standards.mentions]
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
            place=self._place_of(holder),
            standards=names,
            certifier=str(body.value["name"]) if body else None,
            scope=scope_of(self._article.text, cluster),
            status=happened,
            awarded=dates.awarded,
            first_awarded=dates.first_awarded,
            valid_from=dates.valid_from,
            valid_until=dates.valid_until,
            derived=dates.derived,
            derived_by=dates.derived_by,
            evidence=[*([holder.mention_id] if holder else []), *evidence],
            conflicts=conflicts,
            sentence=self._article.text[slice(*printed)] if printed else None,
            sentence_start=printed[0] if printed else None,
            sentence_end=printed[1] if printed else None,
        )

    def _place_of(self, holder: OrganizationRow | None) -> str | None:
        """The story's place, unless the holder is an office of another one."""
        name = self._place.name if self._place else None
        return None if name is None or sits_elsewhere(holder, self._rows, name) else name

    def _body(self, cluster: Cluster, speaking: list[Passage], happened: Status, survey: Survey) -> Chosen:
        """The certification body, by the vote of rules and model.

        The rules take one from the article at large only where it holds one certificate or „ta sama jednostka" says so. A body
        that audits now is not the one that gave what the office already holds, and none of several candidates for a planned
        certificate is its certifier.
        """
        if cluster.families and all(f.startswith(_REGISTERED) for f in cluster.families):
            return Chosen([], [])
        lone = len(self._clusters) == 1
        held = not lone and all(e.kind in {"held", "audited"} for p in speaking for e in p.events)
        parts = [(p, w) for p, w in cluster.passages if not (held and w <= ALONE) or (w == ALONE and names_body(p))]
        same_body = any(matches_any(p.words, _same_body()) for c in self._clusters for p, w in c.passages if w >= ALONE)
        alone = (lone or self._certified_by(cluster)) if happened != "planned" else self._is_all_ahead()
        everywhere = self._bodies if alone or same_body else []
        if not alone and self._is_kept_here(speaking, happened):
            everywhere = self._bodies
        found = certifier_of(Cluster(cluster.families, parts), speaking, everywhere)
        return by_vote(survey, cluster, happened, Chosen([], []) if found.rivals and happened == "planned" else found)

    def _is_all_ahead(self) -> bool:
        """„Komendę przepyta ISOCERT. Stawką są dwa dokumenty": a story of plans alone, whose only body is to certify."""
        kinds = {e.kind for c in self._clusters for p, _ in c.passages for e in p.events}
        return len(self._clusters) > 1 and kinds <= {"planned", "audit_planned"}

    def _is_kept_here(self, speaking: list[Passage], happened: Status) -> bool:
        """„Audytorki DEKRA … Przy okazji sprawdziły …, certyfikat pozostaje w mocy": who kept it is who came."""
        lines = {p.line for p in speaking for e in p.events if e.kind in {"maintained", "surveillance", "renewed"}}
        came = {p.line for c in self._clusters for p, _ in c.passages for m in p.of("certifiers") if m in self._bodies}
        return happened in {"maintained", "surveillance", "renewed"} and bool(lines & came)

    def _headline(self, cluster: Cluster) -> list[Mention]:
        """„Zielony certyfikat ISO 9001" over an article that tells of ISO 14001 only: what the headline names."""
        first = self._clusters[0].passages[0][0] if self._clusters and self._clusters[0].passages else None
        if (
            first is None
            or not is_headline(self._article.text, first)
            or not cluster.families
            or set(first.families()) & set(cluster.families)
        ):
            return []
        own = [c for c in self._clusters if set(c.families) & set(first.families())]
        told_below = any(e for c in own for p, w in c.passages if p.line and w >= ALONE for e in p.events)
        return [] if told_below or not has_any(first.words, _CERTIFICATE) else first.named()

    def _only_claimed(self, cluster: Cluster, events: Sequence[Event]) -> bool:
        """Whether only the headline gives a certificate, while the article tells of another one."""
        claimed = bool(events) and all(e.kind == "claimed" for e in events)
        others = (e for c in self._clusters if c is not cluster for p, _ in c.passages for e in p.events if e.families)
        return claimed and any(not e.families & set(cluster.families) for e in others)

    def _certified_by(self, cluster: Cluster) -> bool:
        """Whether the article's bodies speak of this certificate only: the others are held, planned or another's."""
        own = set(cluster.families)
        return all(own <= families for families in self._spoken)

    def _speaks(self, cluster: Cluster, speaking: list[Passage]) -> bool:
        """Whether it is an office's: „certyfikat ISO" without a number needs its body, possession alone a holder."""
        if not cluster.families:
            return bool(self._bodies) and any(has_any(p.words, _NAMED) for p in speaking)
        return bool(self._rows or self._bodies) or any(p.status != "held" for p in speaking)


def candidates(article: Article, mentions: Sequence[Mention], organizations: Sequence[OrganizationRow]) -> list[Candidate]:
    """What may be certificates of an article, before anything is decided: what the models of certificates are trained on.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        organizations: offices of the article, the certified one first.
    """
    return _Certificates(article, mentions, None, organizations).candidates()


def outlook(article: Article, mentions: Sequence[Mention], organizations: Sequence[OrganizationRow]) -> Outlook:
    """„urząd odnowił, spółka zrezygnowała": the candidates of an article as the model of statuses sees them.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        organizations: offices of the article, the certified one first.
    """
    building = _Certificates(article, mentions, None, organizations)
    return building.outlook(building.candidates())


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
