"""„Inaczej w Urzędzie Gminy. Tam certyfikat …": what the model of holders sees of an office and a certificate."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.clusters import ALONE, ANCHORED, BY_SUBJECT
from pipeline.record.passages import is_headline
from pipeline.record.vocabulary import family
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import OrganizationRow

_NEAR = 3
"""passages; how far back a distance is told exactly"""
_FAR = 8
_MOST = 4
"""offices and mentions that are told apart"""
_OPENING = 3
"""words of a passage; an office among them is what it is about"""
_PREPOSITIONS = frozenset(
    ["w", "we", "przy", "obok", "przed", "dla", "od", "przez", "z", "ze", "do", "na", "po", "oprócz", "poza", "u"]
)
_GOVERNORS = {
    "host": frozenset(["sala", "aula", "siedziba", "gmach", "budynek", "hol", "świetlica", "gość", "laboratorium", "teren"]),
    "head": frozenset(["dyrektor", "dyrektorka", "prezes", "kierownik", "kierowniczka", "naczelnik", "rektor", "komendant"]),
    "staff": frozenset(["pracownik", "urzędnik", "rzecznik", "rzeczniczka", "pełnomocnik", "sekretarz", "zespół", "załoga"]),
}
"""nouns right before an office that tell what it is there for"""
_CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
_ANCHORS, _MENTIONS = 60, 100
"""passages and mentions that are looked at, so that a catalogue stays linear"""


class Named(NamedTuple):
    """A mention of an office: which passage it stands in, where it begins, and its place among the offices."""

    passage: int
    start: int
    office: int
    row: OrganizationRow


class Telling(NamedTuple):
    """The article as the model sees it: passages, offices, and every mention of one in text order."""

    passages: Sequence[Passage]
    offices: Sequence[Sequence[OrganizationRow]]
    named: Sequence[Named]
    places: Sequence[tuple[int, int]]
    """passage and first character of every mention, as ``named`` has them"""
    numbers: dict[int, int]
    """``id`` of a passage -> its number"""
    titled: bool
    """whether the first passage is a headline"""

    def is_title(self, passage: int) -> bool:
        """Whether a passage is the headline, which only claims what the body tells."""
        return self.titled and passage == 0

    def said(self, passage: int, at: int) -> int:
        """How many mentions stand up to a character of a passage."""
        return bisect_right(self.places, (passage, at))


def telling_of(text: str, passages: Sequence[Passage], offices: Sequence[Sequence[OrganizationRow]]) -> Telling:
    """„Urząd Miasta …, a Starostwo …" with the passages that their mentions stand in.

    Args:
        text: the cleaned article.
        passages: its passages in text order.
        offices: rows of every office, those that may hold one certificate together.
    """
    opens = [p.start for p in passages]
    found = [
        Named(max(0, bisect_right(opens, row.start) - 1), row.start, i, row) for i, rows in enumerate(offices) for row in rows
    ]
    named = sorted(found, key=lambda n: (n.start, n.office))
    places = [(n.passage, n.start) for n in named]
    titled = bool(passages) and is_headline(text, passages[0])
    return Telling(passages, offices, named, places, {id(p): i for i, p in enumerate(passages)}, titled)


class _Anchor(NamedTuple):
    """A passage that speaks of the certificate: where its standard stands, how surely it does, who was named last."""

    number: int
    at: int
    passage: Passage
    zone: str
    said: int
    """mentions of offices up to the standard"""
    last: int | None
    """the office that was named last"""
    here: frozenset[int]
    """offices named in the passage"""


def _anchors(telling: Telling, cluster: Cluster) -> list[_Anchor]:
    found = []
    for passage, weight in cluster.passages:
        told = any(cluster.owns(e) for e in passage.events)
        if id(passage) not in telling.numbers or (weight < BY_SUBJECT and not (told and weight >= ALONE)):
            continue
        number = telling.numbers[id(passage)]
        at = next((m.start for m in passage.named() if family(m) in cluster.families), passage.end)
        zone = "T" if telling.is_title(number) else "A" if weight == ANCHORED else "B"
        said = telling.said(number, at)
        here = telling.named[telling.said(number, -1) : telling.said(number, passage.end)]
        last = telling.named[said - 1].office if said else None
        found.append(_Anchor(number, at, passage, zone, said, last, frozenset(n.office for n in here)))
        if len(found) == _ANCHORS:
            break
    return found


@lru_cache(maxsize=20_000)
def _case(word: str) -> str:
    """„Urzędowi" -> "dat", „Urząd" -> "nom|acc"."""
    found = {part for r in morph.analyse(word.lower()) for tag in r.tag.split(":") for part in tag.split(".")}
    return "|".join(c for c in _CASES if c in found) or "?"


def _before(passage: Passage, start: int) -> str:
    """The preposition or the kind of noun („sala", „dyrektor") before an office; "start" where it opens the passage."""
    words = [w for w in passage.words if w.start < start]
    last = words[-1].form.lower() if words else ""
    if words and last not in _PREPOSITIONS:
        governor = next((name for name, nouns in _GOVERNORS.items() if words[-1].keys & nouns), None)
        return governor or ("start" if len(words) < _OPENING else "-")
    return last or "start"


def _distance(telling: Telling, anchor: _Anchor, own: Sequence[Named]) -> tuple[str, Named]:
    """How an office stands to a passage of the certificate, and its mention that stands nearest."""
    behind = bisect_right(own, anchor.number, key=lambda n: n.passage)
    here = [n for n in own[:behind] if n.passage == anchor.number]
    if here:
        clause = anchor.passage.clause_at(anchor.at)
        same = next((n for n in here if clause is not None and clause.holds(n.start)), None)
        nearest = same or here[0]
        return ("clause" if same else "passage") + (">" if nearest.start > anchor.at else ""), nearest
    if behind:
        nearest = own[behind - 1]
        there = telling.passages[nearest.passage]
        if there.sentence == anchor.passage.sentence:
            return "sentence", nearest
        back = anchor.number - nearest.passage
        line = "=" if there.line == anchor.passage.line else "/"
        title = "T" if telling.is_title(nearest.passage) else ""
        return f"b{back if back <= _NEAR else 'n' if back <= _FAR else 'f'}{line}{title}", nearest
    ahead = own[0].passage - anchor.number
    return f"a{ahead if ahead <= _NEAR else 'f'}", own[0]


def _of_anchor(telling: Telling, anchor: _Anchor, office: int, own: Sequence[Named]) -> Iterator[str]:
    distance, nearest = _distance(telling, anchor, own)
    last = "last" if anchor.last == office else "later" if anchor.last is None else "old"
    since = telling.said(nearest.passage, nearest.start)
    between = len({n.office for n in telling.named[since : min(anchor.said, since + _MENTIONS)]} - {office})
    rival = "rival" if anchor.here - {office} else "free"
    event = anchor.passage.status or "-"
    preposition = _before(telling.passages[nearest.passage], nearest.start)
    case = _case(nearest.row.text.split()[0])
    key = f"{anchor.zone}:{distance}"
    yield from (key, f"{key}:{last}", f"{key}:{last}:{rival}", f"{key}:{event}", f"{key}:{preposition}", f"{key}:{case}")
    yield from (f"{anchor.zone}:{last}", f"{anchor.zone}:{last}:{event}", f"{anchor.zone}:between{min(between, 2)}")
    yield from (f"{preposition}:{case}", f"{distance}:{preposition}:{event}", f"{distance}:{case}:{event}")


def _of_whole(telling: Telling, anchors: Sequence[_Anchor], office: int, own: Sequence[Named]) -> Iterator[str]:
    many = "only" if len(telling.offices) == 1 else f"of{min(len(telling.offices), _MOST)}"
    main = "main" if office == 0 else "other"
    title = "T" if telling.is_title(own[0].passage) else "-"
    body = [a for a in anchors if a.zone != "T"]
    lasts = sum(a.last == office for a in body)
    share = "all" if lasts == len(body) else "some" if lasts else "none"
    opening = own[0].passage
    early = "T" if telling.is_title(opening) else "early" if opening <= _NEAR else "late"
    yield from (f"{many}:{main}", f"kind:{own[0].row.kind}", f"kind:{own[0].row.kind}:{share}", f"title:{title}:{share}")
    yield from (f"share:{share}", f"share:{share}:{main}", f"share:{share}:{main}:{many}", f"n:{min(len(own), _MOST)}:{share}")
    yield f"opens:{early}:{share}"


def features(telling: Telling, cluster: Cluster) -> list[dict[str, float]]:
    """„W Urzędzie Gminy … certyfikat ISO 9001" -> [{"A:clause": .69, …}, …], one for each office; counts as logarithms.

    Args:
        telling: the article.
        cluster: a certificate's passages, whoever holds it.
    """
    anchors = _anchors(telling, cluster)
    own: list[list[Named]] = [[] for _ in telling.offices]
    for mention in telling.named:
        own[mention.office].append(mention)
    found: list[dict[str, float]] = []
    for office, mentions in enumerate(own):
        counts: Counter[str] = Counter()
        for anchor in anchors:
            counts.update(_of_anchor(telling, anchor, office, mentions))
        whole = dict.fromkeys(_of_whole(telling, anchors, office, mentions), 1.0)
        found.append({name: math.log1p(n) for name, n in counts.items()} | whole)
    return found
