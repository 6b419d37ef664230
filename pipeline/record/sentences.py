"""The sentence that tells of a certificate: „5 maja 2010 r. PCBC przyznało Urzędowi Gminy certyfikat ISO 9001."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.clusters import Cluster
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention


def telling(text: str, cluster: Cluster, speaking: Sequence[Passage], evidence: Sequence[Mention]) -> tuple[int, int] | None:
    """First character and one past the last of the sentence with most of the evidence, of equal ones the first.

    Args:
        text: the cleaned article.
        cluster: the certificate's passages.
        speaking: those that tell what happened to it; others only where there is none.
        evidence: mentions that the certificate's values were read from.
    """
    pool = list(speaking) or [p for p, _ in cluster.passages]
    if not pool:
        return None
    best = max(pool, key=lambda p: (_held(p, evidence), _told(p), -p.start))
    start, end = best.sentence
    printed = text[start:end]
    return start + len(printed) - len(printed.lstrip()), end - len(printed) + len(printed.rstrip())


def _held(passage: Passage, evidence: Sequence[Mention]) -> int:
    return sum(passage.start <= m.start < passage.end for m in evidence)


def _told(passage: Passage) -> int:
    """A sentence whose verb tells what happened says more than one in which a certificate is merely had."""
    return max((e.weight for e in passage.events), default=0)
