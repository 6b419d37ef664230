"""„nie będzie już odnawiany": what the model of statuses sees: words, events, dates, by the certificate that they are about."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from pipeline.record import period
from pipeline.record.clusters import ALONE, BY_SUBJECT
from pipeline.record.statusmodel.history import age, of_dates, of_events, of_words
from pipeline.record.statusmodel.outlook import months

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.record.statusmodel.outlook import Outlook, Seen

_MOST = 4
_LONG = 400
"""characters; an article so long that names no office is a guide to norms, a shorter passage is cut out of one that does"""
_PLACES = 3
"""candidates of an article that are told apart by their place"""


def _of_passage(outlook: Outlook, seen: Seen) -> Iterator[str]:
    passage, zone = seen.passage, seen.zone
    read = outlook.wording(passage)
    yield from read.plain
    yield from (f"{name}:{zone}" for name in read.zoned)
    where = "T" if passage.line == 0 else "A" if seen.weight >= BY_SUBJECT else "B" if seen.about else "C"
    yield from (f"d:{m.value.get('role')}:{where}" for m in passage.of("dates"))
    if outlook.month is not None:
        for role, month in months(passage):
            ago = f"dd:{role}:{age(outlook.month - month)}"
            yield from (ago, f"{ago}:{zone}")
    if passage.of("durations"):
        yield f"dur:{zone}"
    yield from (f"k:{m.value.get('kind')}:{zone}" for m in passage.of("certifiers"))
    if passage.gapped:
        yield "gapped"


def _of_cluster(cluster: Cluster) -> dict[str, float]:
    own = [p for p, w in cluster.passages if w >= BY_SUBJECT]
    papers = sum("@cert" in w.keys for p, weight in cluster.passages if weight >= ALONE for w in p.words)
    return {
        "nofam": float(not cluster.families),
        "anyA": float(bool(own)),
        "titleA": float(any(p.line == 0 for p in own)),
        "anyCert": float(papers > 0),
        "ownCert": float(any("@cert" in w.keys for p in own for w in p.words)),
        "certWords": math.log1p(min(_MOST, papers)),
        "span": _span([p for p, _ in cluster.passages]),
    }


def _span(listed: Sequence[Passage]) -> float:
    """How many years lie between the first and the last date."""
    points = (x for p in listed for m in p.of("dates") for x in period.ends(str(m.value["value"])) if x)
    years = [int(point[:4]) for point in points]
    return math.log1p(min(_MOST, (max(years) - min(years)) // 2)) if years else 0.0


def _of_article(outlook: Outlook, index: int, seen: Sequence[Seen]) -> dict[str, float]:
    """Which of how many certificates it is, and of whom."""
    cluster, holder = outlook.found[index]
    alike = outlook.groups[tuple(cluster.families)] > 1
    named = {s.relation[-2:] for s in seen}
    length = "long" if len(outlook.text) > _LONG else "short"
    return {
        "several": float(len(outlook.found) > 1),
        "holder": float(holder is not None),
        "ncand": math.log1p(len(outlook.found)),
        "nfam": math.log1p(len(outlook.families)),
        "nhold": math.log1p(len(outlook.holders)),
        "samefam": float(alike),
        "ownO": float("oo" in named),
        "nrows": float(bool(outlook.telling.offices)),
        "bodies": float(outlook.certified),
        "firstholder": float(outlook.number(holder) == 0),
        f"homeless:{length}:{outlook.certified:d}": float(holder is None),
        f"hk:{holder.kind if holder else None}": 1.0,
        f"ix:{min(_PLACES, index)}": 1.0,
        **({f"fam:{cluster.families[0]}": 1.0} if cluster.families else {}),
    }


def features(outlook: Outlook, index: int) -> dict[str, float]:
    """„Papier zostaje" -> {"w:papier": .69, "w:zostawać": .69, "t:pres:*": .69, …}; counts as logarithms, nothing that is zero.

    Args:
        outlook: the article with all its candidates.
        index: which of them.
    """
    cluster, _ = outlook.found[index]
    every = list(outlook.seen(index))
    seen = [s for s in every if s.inside]
    counts = Counter(name for s in seen for name in _of_passage(outlook, s))
    counts.update(f"z:{s.relation}" for s in every if s.about)
    own = [outlook.wording(s.passage) for s in seen if s.about and not s.zone.endswith("riv")]
    counts.update(name for read in own for name in read.paired)
    counts += of_words([classes for read in own for classes in read.told])
    counts += of_events(cluster, every)
    whole = (
        _of_cluster(cluster)
        | _of_article(outlook, index, every)
        | of_dates(every, outlook.newest, dated=outlook.month is not None)
    )
    return {name: math.log1p(n) for name, n in counts.items()} | {name: value for name, value in whole.items() if value}
