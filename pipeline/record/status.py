"""„po raz pierwszy w 2002 … ponownie przyznany": what happened to a certificate, from everything that its passages say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pipeline.record.clusters import ANCHORED, BY_SUBJECT

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Status

_PLAIN = {"held": "maintained", "renewal_audit": "renewed", "audited": "surveillance"}
_WEAK = frozenset({"planned", *_PLAIN})


def events(cluster: Cluster, *, only: bool) -> list[Passage]:
    """Passages that tell what happened to the certificate.

    Args:
        cluster: the certificate.
        only: whether it is the article's only one; then every passage counts, else those that name it, and the others only
            where none does.
    """
    told = [(p, w) for p, w in cluster.passages if p.status]
    sure = [p for p, w in told if w in {ANCHORED, BY_SUBJECT} and p.status != "held"]
    return [p for p, _ in told] if only or not sure else sure


def status(passages: list[Passage]) -> Status | None:
    """„po raz pierwszy w 2002 … ponownie przyznany" -> renewed; None where nothing is said.

    A first award beside another event is history. A lapse counts unless a renewal follows it. Renewals win over maintenance,
    what the article says first over what it says later, plans count where nothing else happened.
    """
    kinds = [str(p.status) for p in passages]
    if not kinds:
        return None
    definite = [p for p in passages if p.status not in _WEAK]
    lapsed = next((i for i in range(len(definite) - 1, -1, -1) if definite[i].status == "lapsed"), None)
    if lapsed is not None and not any(p.status in {"renewed", "awarded"} and not p.first for p in definite[lapsed + 1 :]):
        return "lapsed"
    if "renewed" in kinds:
        return "renewed"
    told = [str(p.status) for p in definite if p.status != "lapsed" and not (p.first and len(set(kinds)) > 1)]
    if told:
        return "maintained" if told[0] == "surveillance" and "maintained" in told else cast("Status", told[0])
    for kind in ("renewal_audit", "surveillance", "planned", "audited", "held", "awarded"):
        if kind in kinds:
            return cast("Status", _PLAIN.get(kind, kind))
    return None
