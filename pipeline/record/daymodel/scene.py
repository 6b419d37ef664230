"""„oba wystawiono 4 maja": the dates of an article, and what each certificate has to do with their passages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record import period
from pipeline.record.vocabulary import family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, OrganizationRow

_MOST = 40
"""values of one certificate that are looked at: the nearest; an article that has more is an archive"""
_AROUND = 3
"""lines before and behind a passage of the certificate in which its dates are looked for"""
_DATED = 400
"""dates of an article; one that has more is an archive, in which nothing is compared with everything"""


class Place(NamedTuple):
    """A date in its passage, one end of it."""

    passage: int
    """its place among the article's passages"""
    mention: Mention
    side: str
    """"point"; "open" for „do 4 maja"; "since" for „od 4 maja"; "start" and "end" of a span"""
    value: str


@dataclass(slots=True)
class Side:
    """One certificate as the days see it: its passages by place in the article, with their weight, and its holder."""

    cluster: Cluster
    holder: OrganizationRow | None
    weights: dict[int, int] = field(default_factory=dict)
    families: frozenset[str] = frozenset()


def _sides(value: str) -> list[tuple[str, str]]:
    start, end = period.ends(value)
    if "/" not in value:
        return [("point", start)] if start else []
    if start is None or end is None:
        return [("open" if start is None else "since", start or end or "")] if start or end else []
    return [("start", start), ("end", end)]


class Scene:
    """An article's passages, dates and certificates.

    Args:
        text: the cleaned article.
        published: EDTF value of the article's day, if known.
        every: all its passages in text order.
        certificates: cluster and holder of each candidate.
    """

    def __init__(
        self,
        text: str,
        published: str | None,
        every: Sequence[Passage],
        certificates: Sequence[tuple[Cluster, OrganizationRow | None]],
    ) -> None:
        self.text = text
        now = period.ends(published)[0] if published else None
        self.published = now
        self.month = period.months(now) if now else None
        self.passages = every
        self.at = {p.start: i for i, p in enumerate(every)}
        self.sides = [self._side(*each) for each in certificates]

    def _side(self, cluster: Cluster, holder: OrganizationRow | None) -> Side:
        weights: dict[int, int] = {}
        for passage, weight in cluster.passages:
            place = self.at.get(passage.start)
            if place is not None:
                weights[place] = max(weight, weights.get(place, 0))
        return Side(cluster, holder, weights, frozenset(cluster.families))

    @cached_property
    def places(self) -> list[Place]:
        """Every date, in text order, nothing where the article has too many."""
        found = [
            Place(i, mention, side, value)
            for i, passage in enumerate(self.passages)
            for mention in passage.of("dates")
            for side, value in _sides(str(mention.value["value"]))
        ]
        return found if len(found) <= _DATED else []

    @cached_property
    def standards(self) -> list[tuple[int, str]]:
        """First character and family of every standard that is named."""
        return [(m.start, family(m)) for p in self.passages for m in p.named()]

    @cached_property
    def offices(self) -> list[tuple[int, str]]:
        """First character and name of every office that holds one of the certificates."""
        names = {side.holder.name for side in self.sides if side.holder is not None}
        starts = {side.holder.start: side.holder.name for side in self.sides if side.holder is not None}
        found = []
        for passage in self.passages:
            for mention in passage.of("organizations"):
                name = starts.get(mention.start) or str(mention.value.get("name") or mention.text)
                if name in names:
                    found.append((mention.start, name))
        return found

    def near(self, side: Side) -> list[Place]:
        """The dates that may be a certificate's: those in its passages and in the lines around them."""
        lines = sorted({self.passages[i].line for i in side.weights})
        if not lines:
            return []
        found = []
        for place in self.places:
            line = self.passages[place.passage].line
            at = bisect_right(lines, line)
            apart = min(abs(line - known) for known in lines[max(0, at - 1) : at + 1])
            weight = side.weights.get(place.passage, 0)
            if weight or apart <= _AROUND:
                found.append((apart, -weight, place.mention.start, place))
        nearest = sorted(found, key=lambda entry: entry[:3])[:_MOST]
        return sorted((entry[3] for entry in nearest), key=lambda p: (p.mention.start, p.side != "start"))
