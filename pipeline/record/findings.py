"""Findings and the audit that made them: „audit PCBC w dniach 7–8 maja 2008 … stwierdzono: 1) …"."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from pipeline.record import rows
from pipeline.record.audits import Audits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Article, DateRow, FindingRow, Mention, OrganizationRow


def findings(
    article: Article, mentions: Sequence[Mention], dates: Sequence[DateRow], offices: Sequence[OrganizationRow]
) -> list[FindingRow]:
    """The article's findings in text order, each with its audit as far as the text tells of it.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        dates: its rows of dates.
        offices: its organizations, the certified or audited one first.
    """
    found = rows.findings(article, mentions)
    if not found:
        return []
    audits = Audits(article, mentions, dates, offices)
    linked = []
    for finding in found:
        audit = audits.of(finding.start, finding.lead)
        linked.append(
            dataclasses.replace(
                finding,
                audit=audit.date.mention_id if audit.date else None,
                auditor=audit.auditor,
                audited=audit.audited,
                audit_standards=list(audit.standards),
            )
        )
    return linked
