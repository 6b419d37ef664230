"""Mentions become rows: „PN-EN ISO 9001:2009" at its place in the text, with an id that any machine computes alike."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.record.identity import body_id
from pipeline.record.tables import date_roles
from pipeline.schema import Certificate, CertifierRow, DateRole, DateRow, FindingRow, Row, StandardRow, content_id
from pipeline.values.body import bodies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Article, Mention

R = TypeVar("R", bound=Row)

CANONICAL = {"standards": "id", "certifiers": "name", "dates": "value", "findings": "kind", "organizations": "name"}
"""kind of mention -> the key of its value that enters its id"""


def mention_id(article: Article, mention: Mention) -> str:
    """The id of a mention's row: hash of the article's id, the kind, the offsets and the canonical value."""
    canonical = str(mention.value.get(CANONICAL.get(mention.kind, "value"), ""))
    return content_id(article.id, mention.kind, str(mention.start), str(mention.end), canonical)


def _rows(cls: type[R], article: Article, mentions: Sequence[Mention], kind: str, **extra: Any) -> list[R]:  # noqa: ANN401
    own = {f.name for f in dataclasses.fields(cls)}
    found = []
    for mention in sorted((m for m in mentions if m.kind == kind), key=lambda m: (m.start, m.end)):
        value = {k: v for k, v in mention.value.items() if k in own}
        base = {"mention_id": mention_id(article, mention), "rule": mention.rule, "text": mention.text}
        found.append(cls(**base, start=mention.start, end=mention.end, **value, **extra))
    return found


def standards(article: Article, mentions: Sequence[Mention]) -> list[StandardRow]:
    """One row a mention of a standard or scheme, in text order."""
    return _rows(StandardRow, article, mentions, "standards")


def certifiers(article: Article, mentions: Sequence[Mention]) -> list[CertifierRow]:
    """One row a mention of a body, in text order; „RIO w Łodzi" and „RIO w Lublinie" are two bodies of one register entry."""
    own = [m for m in mentions if m.kind == "certifiers"]
    seats: dict[str, set[str]] = defaultdict(set)
    for mention in own:
        if _seated(mention):
            seats[mention.value["body_id"]].add(mention.value["name"])
    known = [replace(m, value={**m.value, "body_id": _body_id(m, seats)}) for m in own]
    return _rows(CertifierRow, article, known, "certifiers")


def _seated(mention: Mention) -> bool:
    """„Regionalna Izba Obrachunkowa w Łodzi": a registered name with its seat behind it."""
    own = [body for body in bodies() if body.id == mention.value.get("body_id")]
    name = mention.value["name"]
    return any(b.seat for b in own) and name not in {b.name for b in own} and any(name.startswith(b.name) for b in own)


def _body_id(mention: Mention, seats: dict[str, set[str]]) -> str:
    """„RIO~5f0c…" for the chamber of Łódź; a bare „Izba" is the one whose seat the article tells, where it tells of one."""
    registered: str | None = mention.value.get("body_id")
    if not registered:
        return body_id(mention.value["name"])
    named = {mention.value["name"]} if _seated(mention) else seats.get(registered, set())
    return registered + body_id(next(iter(named))) if len(named) == 1 else registered


def dates(article: Article, mentions: Sequence[Mention]) -> list[DateRow]:
    """One row a mention of a date, in text order; in a table or label list of certificates the head says what a date is."""
    named = sorted(m.start for m in mentions if m.kind == "standards")
    own = [m for m in mentions if m.kind == "dates"]
    told = date_roles(article.text, article.blocks, named, [m.start for m in own])
    known = [replace(m, value={**m.value, "role": told.get(m.start, m.value["role"])}) for m in own]
    return _rows(DateRow, article, known, "dates")


def dates_of_certificates(found: Sequence[DateRow], certificates: Sequence[Certificate], *, assessed: bool) -> list[DateRow]:
    """„od 26 sierpnia może się wykazać certyfikatem": what a certificate takes a date for is the date's role.

    Where nothing is certified or accredited, what was awarded on a day is a title or a prize: the day's role is ``other``.

    Args:
        found: the article's dates in text order.
        certificates: those of the article; only dates that are among their evidence get a role.
        assessed: whether the article names a certificate, a standard or a body that certifies or accredits.
    """
    if not certificates and not assessed:
        return [replace(r, role="other") if r.role in _AWARDS else r for r in found]
    told: dict[str, DateRole] = {}
    for certificate in certificates:
        values = {getattr(certificate, name): name for name in (*_AWARDS, _END) if name not in certificate.derived}
        evidence = frozenset(certificate.evidence)
        for row in (r for r in found if r.mention_id in evidence):
            role = values.get(row.value.rpartition("/")[2])
            older = (row.role, role) == _AWARDS and not row.rule.endswith(_NEWS)
            if role is not None and (row.role in {"other", "audit"} or older):
                told[row.mention_id] = role
    return [replace(r, role=told.get(r.mention_id, r.role)) for r in found]


_AWARDS: tuple[DateRole, ...] = ("awarded", "first_awarded")
_END: DateRole = "valid_until"
_NEWS = "/awarded.lately"
"""end of the rule of an award a few weeks before publication: the article's own, even where it is the first"""


def findings(article: Article, mentions: Sequence[Mention]) -> list[FindingRow]:
    """One row a finding, in text order, not yet linked to an audit."""
    return _rows(FindingRow, article, mentions, "findings", audit=None)
