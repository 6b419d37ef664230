"""„wygasł w 2011 … teraz wydano nowy": order of events, of leading words and of dates, for the model of statuses."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.clusters import ALONE
from pipeline.record.statusmodel.outlook import months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.events import Event
    from pipeline.record.statusmodel.outlook import Seen

_YEAR = 12
"""months"""
_APART = 24
"""months between two awards of one certificate"""
_TOLD = frozenset({"own", "both"})
_ROLES = ("awarded", "valid_from", "audit", "first_awarded", "valid_until")
_MOST = 3


def _name(event: Event) -> str:
    """„wydany w 2005 r." -> "awarded~": the kind, background "~", a first one "1", the former one "^"."""
    return event.kind + "~" * event.background + "1" * event.first + "^" * event.former


def of_events(cluster: Cluster, seen: Sequence[Seen]) -> Counter[str]:
    """„wygasł. Wydano nowy" -> {"e:lapsed": 1, "e:lapsed>awarded": 1, …}: what the rules read, before they decide.

    Args:
        cluster: the certificate.
        seen: its passages.
    """
    found: Counter[str] = Counter()
    told = [(_name(e), s) for s in seen for e in s.passage.events if cluster.owns(e)]
    found.update(name for kind, s in told for name in (f"e:{kind}", f"e:{kind}:{s.zone}"))
    found.update(f"e:{e.kind}:other" for s in seen if s.inside for e in s.passage.events if not cluster.owns(e))
    own = [kind for kind, s in told if s.zone in _TOLD]
    if own:
        found.update((f"e:first:{own[0]}", f"e:last:{own[-1]}"))
    if len(set(own)) == 1:
        found[f"e:only:{own[0]}"] += 1
    found.update(f"e:{a}>{b}" for a, b in pairwise(own))
    if not any(s.passage.line for _, s in told):
        found["e:none"] += 1
    return found


def of_words(told: Sequence[frozenset[str]]) -> Counter[str]:
    """„zrezygnowano …, teraz wręczono" -> {"q:x_gone>x_ceremony": 1}: leading classes of words from clause to clause.

    Args:
        told: those of each clause.
    """
    found = Counter(f"q:{a}>{b}" for first, second in pairwise(told) for a in sorted(first) for b in sorted(second) if a != b)
    found.update(f"ql:{name}" for name in (told[-1] if told else ()))
    return found


def age(months_ago: int) -> str:
    """-3 -> "fut", 0 -> "now", 8 -> "yr", 40 -> "old".

    Args:
        months_ago: before the article's day.
    """
    return "fut" if months_ago < 0 else "now" if months_ago <= 1 else "yr" if months_ago <= _YEAR else "old"


def of_dates(seen: Sequence[Seen], newest: int | None, *, dated: bool) -> dict[str, float]:
    """„wydano w lutym 2022 r." -> {"age:awarded:old": 1.0}: how old the certificate's dates are, and how far apart.

    Args:
        seen: the certificate's passages.
        newest: month of the article's day, or of its last event.
        dated: whether the article's day is known.
    """
    listed = [entry for s in seen if s.zone.lstrip("T") in _TOLD and s.weight >= ALONE for entry in months(s.passage)]
    found: dict[str, float] = {}
    for role in _ROLES:
        own = {month for name, month in listed if name == role}
        found[f"n:{role}:{min(_MOST, len(own))}"] = 1.0
        if own and newest is not None:
            ago = f"age:{role}:{age(newest - max(own))}"
            found |= {ago: 1.0, f"{ago}:{'p' if dated else 'x'}": 1.0}
    awards = sorted(month for name, month in listed if name in {"awarded", "first_awarded"})
    ends = [month for name, month in listed if name == "valid_until"]
    if awards and awards[-1] - awards[0] >= _APART:
        found["age:apart"] = 1.0
    if ends and awards:
        found[f"age:span:{min(6, (max(ends) - awards[-1]) // _YEAR)}"] = 1.0
    if ends and newest is not None:
        found[f"age:left:{min(4, max(-1, (max(ends) - newest) // _YEAR))}"] = 1.0
    return found
