"""„Starostwo ma PCBC, a szkoła – ISOCERT": where an article names bodies, standards and offices, and how near they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.bodymodel.lexicon import classes, ways_of
from pipeline.record.clusters import ANCHORED
from pipeline.record.vocabulary import family

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.record.clauses import Clause
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, OrganizationRow

_TURN = frozenset({"change", "now"})
CLAUSE, PASSAGE, NEXT, LINE, NEAR_LINE, FAR = 5, 4, 3, 2, 1, 0
"""how near a body stands to the standards of a certificate: in their clause, passage, the passage beside it, their line, a line
beside theirs, elsewhere"""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """„wydało go [PCBC]": a mention of a body, its passage with its number, and its clause."""

    mention: Mention
    index: int
    passage: Passage
    clause: Clause | None


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What the article says of one candidate certificate: passages with their weight, and its holder."""

    cluster: Cluster
    holder: OrganizationRow | None

    @property
    def families(self) -> frozenset[str]:
        """Families of its standards."""
        return frozenset(self.cluster.families)


def certifies(mention: Mention) -> bool:
    """„PCBC", not „PCA", which accredits: whether a mention is of a certification body."""
    return mention.kind == "certifiers" and mention.value.get("kind") == "certification_body"


class Survey:
    """An article's passages, candidates and bodies, read once for all pairs of a candidate and a body."""

    def __init__(
        self, text: str, passages: Sequence[Passage], candidates: Iterable[tuple[Cluster, OrganizationRow | None]]
    ) -> None:
        self.text = text
        self.passages = passages
        self.candidates = [Own(cluster, holder) for cluster, holder in candidates]
        self._number = {p.start: i for i, p in enumerate(passages)}
        self.places: dict[str, list[Place]] = {}
        for index, passage in enumerate(passages):
            for mention in (m for m in passage.of("certifiers") if certifies(m)):  # items of a list have their lead's body
                place = Place(mention, index, passage, passage.clause_at(mention.start))
                self.places.setdefault(str(mention.value["name"]), []).append(place)
        self._weights = [{p.start: w for p, w in c.cluster.passages} for c in self.candidates]
        self._ties: dict[tuple[int, str], int] = {}
        self._held_ties: dict[tuple[int, str], int] = {}
        self._ways: dict[int, tuple[str, ...]] = {}

    @cached_property
    def anchors(self) -> list[list[int]]:
        """Of every candidate the numbers of the passages that name its standards."""
        return [
            [self._number[p.start] for p, w in c.cluster.passages if w == ANCHORED and p.start in self._number]
            for c in self.candidates
        ]

    @cached_property
    def held(self) -> list[list[int]]:
        """Of every candidate the numbers of the passages that name its holder."""
        return [
            [
                i
                for i, p in enumerate(self.passages)
                if c.holder is not None and any(_is(m, c.holder) for m in p.of("organizations"))
            ]
            for c in self.candidates
        ]

    @cached_property
    def _offices(self) -> list[tuple[int, Mention]]:
        return sorted(((m.start, m) for p in self.passages for m in p.of("organizations")), key=lambda entry: entry[0])

    @cached_property
    def newest(self) -> int | None:
        """The article's newest day that is no end of validity, in months."""
        return max((x for p in self.passages if (x := self.latest(p)) is not None), default=None)

    def latest(self, passage: Passage) -> int | None:
        """A passage's newest day that is no end of validity, in months."""
        listed = [m for m in passage.of("dates") if m.value.get("role") != "valid_until"]
        points = [x for m in listed for x in period.ends(str(m.value["value"])) if x]
        return max((period.months(p) for p in points), default=None)

    def is_turn(self, place: Place) -> bool:
        """„Potem zmieniła się jednostka: przetarg wygrało [PCBC]": whether a passage tells of a change, or of what is now."""
        return bool(_TURN & classes(place.passage.words))

    @cached_property
    def in_order(self) -> list[Place]:
        """All places of bodies in text order."""
        return sorted((p for places in self.places.values() for p in places), key=lambda p: p.mention.start)

    def number(self, cluster: Cluster) -> int:
        """Which candidate a cluster is of.

        Raises:
            StopIteration: it is none's.
        """
        return next(i for i, c in enumerate(self.candidates) if c.cluster is cluster)

    def weight(self, own: int, passage: Passage) -> int:
        """How surely a passage speaks of a candidate, 0 where it does not."""
        return self._weights[own].get(passage.start, 0)

    def tie(self, own: int, name: str) -> int:
        """How near a body stands to a candidate's standards or holder, the nearest of its mentions."""
        known = self._ties.get((own, name))
        if known is None:
            known = self._ties[own, name] = max(self.nearness(own, place) for place in self.places[name])
        return known

    def nearness(self, own: int, place: Place) -> int:
        """How near one mention of a body stands to a candidate's standards."""
        families = self.candidates[own].families
        if place.clause is not None and any(
            place.clause.holds(m.start) and family(m) in families for m in place.passage.named()
        ):
            return CLAUSE if place.index in self.anchors[own] else FAR
        return max((self._between(place.index, i) for i in self.anchors[own]), default=FAR)

    def most(self, own: int, name: str) -> int:
        """How surely passages that name a body speak of a candidate, the surest of them; 0 where none does."""
        return max(self.weight(own, place.passage) for place in self.places[name])

    def held_tie(self, own: int, name: str) -> int:
        """How near a body stands to a candidate's holder."""
        known = self._held_ties.get((own, name))
        if known is None:
            pairs = ((place.index, i) for place in self.places[name] for i in self.held[own])
            known = self._held_ties[own, name] = max((self._between(a, b) for a, b in pairs), default=FAR)
        return known

    def anchor_beside(self, own: int, index: int, step: int) -> str:
        """Whose standards the nearest passage before (-1) or from (1) a number on names: own, both, other, none."""
        sides = [
            max((i for i in listed if i <= index), default=None)
            if step < 0
            else min((i for i in listed if i >= index), default=None)
            for listed in self.anchors
        ]
        known = [i for i in sides if i is not None]
        if not known:
            return "none"
        best = max(known) if step < 0 else min(known)
        whose = [i for i, side in enumerate(sides) if side == best]
        return "both" if own in whose and len(whose) > 1 else "own" if own in whose else "other"

    def office_before(self, own: int, start: int) -> str:
        """Whether the last office named before a character is the candidate's holder: own, other, none."""
        last = next((m for at, m in reversed(self._offices) if at < start), None)
        return self._whose(own, last)

    def offices_in(self, own: int, passage: Passage) -> set[str]:
        """Whether a passage names the candidate's holder, and whether another office."""
        return {self._whose(own, m) for m in passage.of("organizations")}

    def _whose(self, own: int, mention: Mention | None) -> str:
        holder = self.candidates[own].holder
        if mention is None or holder is None:
            return "none"
        return "own" if _is(mention, holder) else "other"

    def sides(self, own: int, name: str) -> set[str]:
        """Whether a body is the last one before, or the first one behind, passages that name the candidate's standards."""
        found = set()
        for i in self.anchors[own]:
            before = [p for p in self.in_order if p.index <= i]
            behind = [p for p in self.in_order if p.index >= i]
            if before and before[-1].mention.value["name"] == name:
                found.add("before")
            if behind and behind[0].mention.value["name"] == name:
                found.add("behind")
        return found or {"none"}

    def came_for_plan(self, own: int, name: str) -> bool:
        """„Gościł auditorów [DEKRA]. Ma ISO 9001, ubiega się o ISO 27001": a body that only came for what is planned."""
        if self.candidates[own].cluster.anchored() != {"held"}:
            return False
        planned = [i for i, c in enumerate(self.candidates) if i != own and "planned" in c.cluster.anchored()]
        return all(
            place.passage.status == "audited"
            and not self.weight(own, place.passage)
            and any(self.weight(i, place.passage) for i in planned)
            for place in self.places[name]
        )

    def ways(self, passage: Passage) -> tuple[str, ...]:
        """„ta sama jednostka" -> ("same",): how a passage takes up what was named before it."""
        known = self._ways.get(passage.start)
        if known is None:
            known = self._ways[passage.start] = ways_of(passage.words)
        return known

    def _between(self, first: int, second: int) -> int:
        if first == second:
            return PASSAGE
        lines = abs(self.passages[first].line - self.passages[second].line)
        if lines == 0:
            return NEXT if abs(first - second) == 1 else LINE
        return NEAR_LINE if lines == 1 else FAR


def _is(mention: Mention, holder: OrganizationRow) -> bool:
    return (mention.start, mention.end) == (holder.start, holder.end) or mention.value.get("name") == holder.name
