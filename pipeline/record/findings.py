"""Findings and the audit that made them: „audit w dniach 7–8 maja 2008 … stwierdzono: 1) …" points at the date."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from pipeline.record import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Article, DateRow, FindingRow, Mention


_DATED = re.compile(r"\d{4}-\d\d")


def link(found: Sequence[FindingRow], dates: Sequence[DateRow]) -> list[FindingRow]:
    """Findings with the mention_id of their audit's date.

    The date is clear where the article names one audit, or where one stands before the finding and no other audit is nearer;
    without an audit date before it a finding takes the only one after it, else none. Years alone („w latach 2010-2012") are
    rather what was audited than when: a date with a month comes before them.
    """
    audits = [d for d in dates if d.role == "audit"]
    audits = [d for d in audits if _DATED.search(d.value)] or audits
    distinct = {d.value for d in audits}
    linked = []
    for finding in found:
        before = [d for d in audits if d.start < finding.start]
        audit = audits[0] if len(distinct) == 1 else before[-1] if before else None
        linked.append(dataclasses.replace(finding, audit=audit.mention_id if audit else None))
    return linked


def findings(article: Article, mentions: Sequence[Mention], dates: Sequence[DateRow]) -> list[FindingRow]:
    """The article's findings in text order, each linked to its audit where that is clear."""
    return link(rows.findings(article, mentions), dates)
