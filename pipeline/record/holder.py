"""Whose certificate it is: the article's own office, unless the sentence names another town's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.record.clusters import ANCHORED
from pipeline.record.passages import data
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention, OrganizationRow

_STEM = 4
"""characters; enough of a name to tell towns apart whatever their case („Olsztyn", „Olsztyna")"""


def _own(name: str) -> frozenset[str]:
    """„Urząd Miasta Olsztyna" -> {"olsz"}: what of a name tells it from others of its kind."""
    stems = (w[:_STEM] for w in re.findall(r"\w+", fold(name)))
    common = data()["holder"]["common"]
    return frozenset(s for s in stems if s not in common and len(s) > 2)


def same(first: str, second: str) -> bool:
    """„Urząd Miasta" and „Urząd Miasta Olsztyna" may be one office; Olsztyn's and Ełk's are not."""
    left, right = _own(first), _own(second)
    return not left or not right or bool(left & right)


def _row_of(mention: Mention, rows: Sequence[OrganizationRow]) -> OrganizationRow | None:
    exact = next((r for r in rows if (r.start, r.end) == (mention.start, mention.end)), None)
    name = str(mention.value.get("name") or mention.text)
    return (
        exact or next((r for r in rows if r.name == name), None) or next((r for r in rows if _own(r.name) & _own(name)), None)
    )


def holder_in(passage: Passage, rows: Sequence[OrganizationRow]) -> OrganizationRow | None:
    """The one office that a passage names; None where it names none or several."""
    named = {r.name: r for r in (_row_of(m, rows) for m in passage.of("organizations")) if r is not None}
    return next(iter(named.values())) if len(named) == 1 else None


def split(cluster: Cluster, rows: Sequence[OrganizationRow]) -> list[tuple[OrganizationRow | None, list[tuple[Passage, int]]]]:
    """The passages of a certificate, apart for every holder that they name.

    Passages without a holder stay with the holder of the passage before them, at the start with the article's first office.
    """
    main = rows[0] if rows else None
    current = main
    found: dict[str, tuple[OrganizationRow | None, list[tuple[Passage, int]]]] = {}
    for passage, weight in cluster.passages:
        named = holder_in(passage, rows) if passage.status and passage.status != "audited" and weight == ANCHORED else None
        if named is not None:
            known = [o for o, _ in found.values() if o is not None] + ([main] if main else [])
            current = next((o for o in known if same(o.name, named.name)), named)
        found.setdefault(current.name if current else "", (current, []))[1].append((passage, weight))
    return list(found.values())
