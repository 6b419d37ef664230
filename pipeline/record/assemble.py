"""„Urząd Miasta … certyfikat …": everything that was read from one article, as one record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.record import employers, identity, officials, organizations, place, rows
from pipeline.record.certificates import certificates
from pipeline.record.findings import findings
from pipeline.schema import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Article, Mention, Provenance


def record(article: Article, mentions: Sequence[Mention], provenance: Provenance) -> Record:
    """The record of one article: rows in text order, organizations as arranged, certificates linked.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        provenance: what ran.

    Returns:
        A record that depends on the arguments alone: equal input gives equal rows, ids and order.
    """
    found = list(mentions)
    people, signers = officials.rows(article, found)
    bodies = rows.certifiers(article, found)
    where = identity.placed(place.choose(article, found))
    offices = organizations.arrange(article, found)
    dates = rows.dates(article, found)
    granted = certificates(article, found, where, offices)
    return Record(
        id=article.id,
        source=article.source,
        url=article.url,
        site=article.site,
        title=article.title,
        authors=list(dict.fromkeys([*article.authors, *signers])),
        published=article.published,
        published_from=article.published_from,
        crawled=article.crawled,
        encoding=article.encoding,
        encoding_reason=article.encoding_reason,
        byte_offset=article.byte_offset,
        language=article.language,
        duplicate_of=article.duplicate_of,
        text=article.text,
        place=where,
        organizations=offices,
        standards=rows.standards(article, found),
        certifiers=bodies,
        officials=identity.identified(employers.employed(people, offices, bodies), where, bodies),
        dates=rows.dates_of_certificates(dates, granted, assessed=_assessed(article.text, found)),
        findings=findings(article, found, dates, offices),
        certificates=granted,
        provenance=provenance,
    )


_PAPER = re.compile(r"certyfik|świadectw|akredyt|\biso\b", re.IGNORECASE)


def _assessed(text: str, mentions: Sequence[Mention]) -> bool:
    """„certyfikat akcji społecznej", „ISO/IEC 17025", „PCA": whether a certificate, a standard or who assesses is named."""
    return _PAPER.search(text) is not None or any(
        m.kind == "standards" or m.value.get("kind") in {"accreditation_body", "certification_body"} for m in mentions
    )
