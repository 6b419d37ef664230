"""„ISO 9001:2008 … PN-EN ISO 9001:2009", „PCBC … DEKRA": which edition and which body a certificate has, and their rivals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.vocabulary import data, family, words_of
from pipeline.values.phrase import Pattern, has_any, matches_any, pattern

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, Status

_NEAR = 6
"""words between „dotychczasowy" and the standard of that certificate"""
_AWARD = 3
"""weight of a body in a passage that tells of the certificate, against 1 in one that only goes on about it"""


class Chosen(NamedTuple):
    """What a certificate has, and what the article prints against it."""

    mentions: list[Mention]
    rivals: list[Mention]


def _reported(cluster: Cluster) -> list[Mention]:
    """Standards of passages that tell what happened: not those of plans and of editions that are still to come."""
    return [
        m
        for p, _ in cluster.passages
        if any(cluster.owns(e) and not e.former and e.kind not in {"planned", "audit_planned"} for e in p.events)
        for m in p.of("standards")
        if not _is_ahead(p, m) and not _is_of_before(p, m)
    ]


def _is_ahead(passage: Passage, mention: Mention) -> bool:
    """„trzeba będzie przejść na ISO 9001:2015": an edition that nobody has yet."""
    clause = passage.clause_at(mention.start)
    if clause is None:
        return False
    untold = clause.kind == "relative" and not any(e.clause is clause for e in passage.events)
    if untold and has_any(clause.words, words_of("reference", "transition")):
        return True  # „…, co wynika z okresu przejściowego na ISO 9001:2015"
    return has_any(clause.words, words_of("mood", "necessity") | {"być/bedzie", "doczekać/future"})


def _is_of_before(passage: Passage, mention: Mention) -> bool:
    """„dotychczasowy certyfikat, oparty na ISO 9001:2008": the edition of the certificate before."""
    before = [w for w in passage.words if w.start < mention.start][-_NEAR:]
    return has_any(before, words_of("reference", "earlier"))


def _editions(told: list[Mention], named: list[Mention], happened: Status) -> tuple[int, bool]:
    """The edition that a certificate is about, and whether the article tells of two.

    Where what happened is told without the standard, a new certificate follows the newest edition, an old one the first named.
    """
    years = {y for m in told if (y := m.value.get("year"))}
    if years:
        return max(years), len(years) > 1
    printed = [y for m in named if (y := m.value.get("year"))]
    newest = happened in {"awarded", "renewed", "planned"}
    return (max(printed) if newest else printed[0]) if printed else 0, False


def standards_of(cluster: Cluster, all_standards: list[Mention], happened: Status) -> Chosen:
    """The fullest printed form of every family, and mentions of other editions of which the article tells as well."""
    chosen: list[Mention] = []
    rivals: list[Mention] = []
    reported = _reported(cluster)
    for name in cluster.families:
        named = [m for m in cluster.standards() if family(m) == name] or [m for m in all_standards if family(m) == name]
        passage_of = {id(m): p for p, _ in cluster.passages for m in p.of("standards")}
        present = [m for m in named if id(m) not in passage_of or not _is_ahead(passage_of[id(m)], m)] or named
        told = [m for m in reported if family(m) == name]
        year, two = _editions(told, present, happened)
        rivals += [m for m in told if two and (m.value.get("year") or year) != year]
        pool = [m for m in named if (m.value.get("year") or 0) == year] or named
        chosen.append(
            max(
                pool,
                key=lambda m: (len(m.value.get("chain") or []), m.value.get("month") or 0, len(str(m.value["id"])), -m.start),
            )
        )
    return Chosen(chosen, rivals)


def _is_former(passage: Passage, mention: Mention) -> bool:
    """„[Do niedawna] DNV, teraz UDT-CERT", „LRQA, [dawniej] Lloyd's Register": a body, or a body's name, of before."""
    others = [m for m in passage.of("certifiers") if m is not mention and m.value.get("kind") == "certification_body"]
    before = [w for w in passage.words if w.start < mention.start][-_FORMER:]
    return bool(others) and has_any(before, words_of("reference", "bodies_of_before"))


_FORMER = 3
"""words before a body among which „dawniej" stands: „dawniej znana jako" has it third"""


def _of_another(cluster: Cluster, passage: Passage, mention: Mention) -> bool:
    """„…, który ma ISO 9001 od PRS, stara się o ISO 14001": the body of a clause that names other standards only."""
    clause = passage.clause_at(mention.start)
    named = {family(m) for m in passage.named() if clause is not None and clause.holds(m.start)}
    return bool(named) and named.isdisjoint(cluster.families)


def _acts(passage: Passage, mention: Mention) -> bool:
    """„Po latach z PRS nowy certyfikat [wystawił ISOCERT]": whether a body stands in the clause that tells what happened."""
    return any(e.kind in _ACTS and not e.background and e.clause.holds(mention.start) for e in passage.events)


_ACTS = frozenset({"awarded", "renewed", "maintained", "lapsed", "surveillance"})


@lru_cache(maxsize=1)
def _names_body() -> tuple[Pattern, ...]:
    return tuple(pattern(p) for p in data()["mood"]["names_body"])


def names_body(passage: Passage) -> bool:
    """„W tym przypadku jednostką certyfikującą jest DEKRA": a sentence that says who certifies what was just named."""
    return bool(passage.of("certifiers")) and not passage.families() and matches_any(passage.words, _names_body())


def certifier_of(cluster: Cluster, speaking: list[Passage], everywhere: list[Mention]) -> Chosen:
    """The certification body of a certificate, and those that are as likely."""
    scores: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for passage, weight in cluster.passages:
        for mention in passage.of("certifiers"):
            certifies = mention.value.get("kind") == "certification_body" and not _is_former(passage, mention)
            if certifies and not _of_another(cluster, passage, mention):
                name = str(mention.value["name"])
                first.setdefault(name, mention)
                told = _AWARD * (1 + _acts(passage, mention)) if passage in speaking else 1
                scores[name] = scores.get(name, 0) + weight * told
    if not scores:
        names = {str(m.value["name"]) for m in everywhere}
        return Chosen(everywhere[:1] if len(names) == 1 else [], [])
    ranked = sorted(scores, key=lambda n: (-scores[n], first[n].start))
    return Chosen([first[ranked[0]]], [first[n] for n in ranked[1:] if scores[n] == scores[ranked[0]]])
