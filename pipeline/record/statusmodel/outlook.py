"""„urząd odnowił, spółka zrezygnowała": which passages the model takes for a certificate's own, which for another one's."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record import period
from pipeline.record.clusters import BY_SUBJECT, CARRIED
from pipeline.record.statusmodel.wording import ABOUT, Wording, wording
from pipeline.record.vocabulary import words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.holdermodel import Telling
    from pipeline.record.passages import Passage
    from pipeline.schema import OrganizationRow

    Certificate = tuple[Cluster, OrganizationRow | None]


class Seen(NamedTuple):
    """A passage as one certificate sees it."""

    passage: Passage
    weight: int
    zone: str
    """"own", "both", "riv" of a rival, "init" before any is named; with a "T" before it in the headline"""
    relation: str
    """how the passage came by its zone: the standards and offices that it names"""
    about: bool
    """whether it speaks of certificates, standards or audits"""
    inside: bool
    """whether its words are counted"""


_ZONES = {"O": "own", "B": "both", "X": "riv", "R": "riv", "I": "init"}


class Outlook:
    """„urząd odnowił, spółka zrezygnowała": an article with all its candidate certificates.

    Args:
        text: the cleaned article.
        published: EDTF value of the article's day, if known.
        telling: its passages and offices.
        found: cluster and holder of every candidate.
        certified: whether the article names a certification body.
    """

    def __init__(
        self, text: str, published: str | None, telling: Telling, found: Sequence[Certificate], *, certified: bool
    ) -> None:
        self.text = text
        self.telling = telling
        self.found = list(found)
        self.certified = certified
        now = period.ends(published)[0] if published else None
        self.month = period.months(now) if now else None
        self._wordings: dict[int, Wording] = {}
        self._numbers = {row.name: i for i, office in enumerate(telling.offices) for row in office}
        self._offices: dict[int, set[int]] = {}
        for named in telling.named:
            self._offices.setdefault(telling.passages[named.passage].start, set()).add(named.office)

    @cached_property
    def newest(self) -> int | None:
        """Month of the article's day, else of the last date that is no end of validity."""
        if self.month is not None:
            return self.month
        return max((month for p in self.telling.passages for role, month in months(p) if role != "valid_until"), default=None)

    @cached_property
    def holders(self) -> frozenset[int]:
        """Numbers of the offices that hold one of the certificates."""
        return frozenset(n for _, holder in self.found if (n := self.number(holder)) is not None)

    @cached_property
    def families(self) -> Counter[str]:
        """How many of the candidates cover each standard."""
        return Counter(family for cluster, _ in self.found for family in set(cluster.families))

    @cached_property
    def groups(self) -> Counter[tuple[str, ...]]:
        """How many of the candidates cover the same standards."""
        return Counter(tuple(cluster.families) for cluster, _ in self.found)

    def wording(self, passage: Passage) -> Wording:
        """The passage's words, read once."""
        known = self._wordings.get(passage.start)
        if known is None:
            known = self._wordings[passage.start] = wording(self.text, passage)
        return known

    def number(self, holder: OrganizationRow | None) -> int | None:
        """The place of a holder among the article's offices."""
        return self._numbers.get(holder.name) if holder is not None else None

    def seen(self, index: int) -> Iterator[Seen]:
        """The passages of a candidate, in text order, those left out that do not speak of certificates.

        Args:
            index: its place in ``found``.
        """
        cluster, holder = self.found[index]
        own = self.number(holder)
        mine = {own} if own is not None else set()
        families = set(cluster.families)
        alike = any(self.families[f] > 1 for f in families)
        last = "I"
        for passage, weight in cluster.passages:
            here = self._offices.get(passage.start, set())
            standards = _side(set(passage.families()), families)
            offices = _side(here & self.holders, mine)
            zone = _zone(standards, offices, alike=alike)
            relation = f"{zone or 'f' + last}{standards}{offices}"
            last = "X" if zone == "R" else zone or last
            about = _is_about(passage)
            if about or passage.line == 0 or weight >= BY_SUBJECT:
                where = ("T" if passage.line == 0 else "") + _ZONES[zone or last]
                yield Seen(passage, weight, where, relation, about, weight != CARRIED or passage.line == 0)


def _is_about(passage: Passage) -> bool:
    about = has_any(passage.words, ABOUT) or has_any(passage.words, words_of("mood", "speaks"))
    return about or bool(passage.of("certifiers"))


def _side(named: set[str] | set[int], own: set[str] | set[int]) -> str:
    """„ISO 9001 i ISO 14001" -> "b": "o" where only a certificate's own are named, "r" where only others are."""
    if not named:
        return ""
    return ("b" if named - own else "o") if named & own else "r"


def _zone(standards: str, offices: str, *, alike: bool) -> str:
    """Own, both, rival, or "R" for a rival standard of the own office; empty where neither is named.

    Args:
        standards: which are named, see ``_side``.
        offices: likewise.
        alike: whether another candidate shares a standard.
    """
    if not standards and not offices:
        return ""
    if offices == "r":
        return "B" if standards == "o" and not alike else "X"
    if standards == "r":
        return "R" if offices == "o" else "X"
    return "B" if "b" in (standards, offices) else "O"


def months(passage: Passage) -> list[tuple[str, int]]:
    """„ważny do maja 2018" -> [("valid_until", …)]: roles of a passage's dates, with the months of their last day."""
    found = []
    for mention in passage.of("dates"):
        start, end = period.ends(str(mention.value["value"]))
        point = end or start
        if point:
            found.append((str(mention.value.get("role")), period.months(point)))
    return found
