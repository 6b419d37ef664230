"""Precision, recall and F1 of records against gold, field by field; micro averages over articles.

Values are compared as sets an article. Bodies match when the words of one name are among the other's (at least two of them),
whatever the legal form; findings by text similarity of .85, one to one; roles where the first word is equal and half of the
gold role's words are there; a ``certificate_core`` where office, standards, certifier and status are right, ``certificates``
only where every date of the gold is right as well.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pipeline.evaluate.gold import GoldArticle

FIELDS = [
    "text",
    "title",
    "published",
    "authors",
    "place",
    "organization",
    "standards",
    "certifiers",
    "officials",
    "official_role",
    "dates",
    "date_role",
    "findings",
    "finding_kind",
    "finding_audit",
    "certificate_core",
    "certificates",
    "dropped",
    "offsets",
]
_WORD = re.compile(r"\w+")
_LEGAL = re.compile(r"\b(s\.?\s?a\.?|sp\.?\s?z\s?o\.?\s?o\.?)(?=\W|$)", re.IGNORECASE)
_SIMILAR = 0.85
_DATES = ("awarded", "first_awarded", "valid_from", "valid_until")


@dataclass(slots=True)
class Count:
    """True and false positives, false negatives, and what was wrong where."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    errors: list[tuple[str, list[str], list[str]]] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Share of the given values that are right; None where none was given."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of the gold values that were given; None where there is no gold."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is neither gold nor a value."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None

    def match(self, gold: Iterable[Any], given: Iterable[Any], same: Callable[[Any, Any], bool], who: str) -> None:
        """Pairs gold with given values one to one, greedily, and notes what is left over."""
        rest, missed = list(given), []
        for wanted in gold:
            hit = next((i for i, value in enumerate(rest) if same(wanted, value)), None)
            if hit is None:
                missed.append(wanted)
            else:
                rest.pop(hit)
                self.tp += 1
        self.fn += len(missed)
        self.fp += len(rest)
        if missed or rest:
            self.errors.append((who, [str(m) for m in missed], [str(r) for r in rest]))

    def sets(self, gold: Iterable[Any], given: Iterable[Any], who: str) -> None:
        """Compares two sets of equal-or-not values."""
        self.match(sorted(set(gold), key=str), sorted(set(given), key=str), lambda a, b: bool(a == b), who)


def words(text: str | None) -> list[str]:
    """„Urząd Miasta" -> ["urzad", "miasta"]: folded words."""
    return _WORD.findall(fold(text or ""))


def same_body(a: str | None, b: str | None) -> bool:
    """„Polski Rejestr Statków S.A." and „Polski Rejestr Statków" are one body."""
    first, second = (set(words(_LEGAL.sub(" ", x or ""))) - {"w", "we"} for x in (a, b))
    return first == second or (min(len(first), len(second)) >= 2 and (first <= second or second <= first))


def same_role(gold: str, given: str | None) -> bool:
    """„Wójt Gminy Krzewnica" and „wójt gminy": first word equal, at least half of the gold's words there."""
    wanted, got = words(gold), words(given)
    return bool(wanted and got) and wanted[0] == got[0] and len(set(wanted) & set(got)) >= len(set(wanted)) / 2


def similar(a: str, b: str) -> bool:
    """„brak spisu” and „braki spisu”: whether the folded words are .85 alike."""
    return SequenceMatcher(None, " ".join(words(a)), " ".join(words(b)), autojunk=False).ratio() >= _SIMILAR


def score(gold: Iterable[GoldArticle], records: Iterable[Mapping[str, Any]]) -> dict[str, Count]:
    """Scores of every field.

    Args:
        gold: gold articles.
        records: records as in ``records.jsonl``; matched by ``source``; a gold article without a record misses everything.
    """
    by_source = {r["source"]: r for r in records}
    counts = {name: Count() for name in FIELDS}
    for article in gold:
        record = by_source.get(article.source, {})
        _score_header(counts, article, record)
        _score_mentions(counts, article, record)
        _score_people(counts, article, record)
        _score_findings(counts, article, record)
        _score_audits(counts["finding_audit"], article, record)
        _score_certificates(counts, article, record)
        _score_offsets(counts["offsets"], article, record)
    return counts


def _optional(value: str | None) -> set[str]:
    return {value} if value else set()


def _score_header(counts: dict[str, Count], article: GoldArticle, record: Mapping[str, Any]) -> None:
    who = article.source
    wanted, got = Counter(words(article.text)), Counter(words(record.get("text")))
    both = (wanted & got).total()
    counts["text"].tp += both
    counts["text"].fp += got.total() - both
    counts["text"].fn += wanted.total() - both
    if wanted != got:
        counts["text"].errors.append((who, sorted((wanted - got).elements())[:20], sorted((got - wanted).elements())[:20]))
    for name in ("title", "published"):
        counts[name].sets(_optional(getattr(article, name)), _optional(record.get(name)), who)
    counts["authors"].sets(article.authors, record.get("authors", []), who)
    counts["place"].sets(_optional(article.place), _optional((record.get("place") or {}).get("name")), who)
    first = [o["name"] for o in record.get("organizations", [])][:1]
    if article.organization:
        counts["organization"].match([article.organization], first, same_body, who)
    left = [phrase for phrase in article.dropped if not record or phrase in record["text"]]
    counts["dropped"].tp += len(article.dropped) - len(left)
    counts["dropped"].fn += len(left)
    if left:
        counts["dropped"].errors.append((who, left, []))


def _score_mentions(counts: dict[str, Count], article: GoldArticle, record: Mapping[str, Any]) -> None:
    who = article.source
    counts["standards"].sets({m.value for m in article.of("standard")}, {s["id"] for s in record.get("standards", [])}, who)
    wanted = _distinct((m.value, m.attributes.get("kind", "certification_body")) for m in article.of("certifier"))
    given = _distinct((c["name"], c["kind"]) for c in record.get("certifiers", []))
    counts["certifiers"].match(wanted, given, lambda a, b: same_body(a[0], b[0]) and a[1] == b[1], who)
    dates = {m.value: m.attributes.get("role", "other") for m in article.of("date")}
    got = {(d["value"], d["role"]) for d in record.get("dates", [])}
    counts["dates"].sets(dates, {value for value, _ in got}, who)
    wanted_roles = {(v, r) for v, r in dates.items() if r != "other"}
    given_roles = {(v, r) for v, r in got if r != "other"}
    counts["date_role"].sets(wanted_roles, given_roles - _other_ends(wanted_roles), who)


def _other_ends(wanted: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """„od 26 września 2014 r. do 25 września 2017 r." is the start and the end of validity: a mark names one of them."""
    other = {"valid_from": "valid_until", "valid_until": "valid_from"}
    return {(value, other[role]) for value, role in wanted if role in other and "/" in value and ".." not in value} - wanted


def _distinct(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, kind in pairs:
        if not any(same_body(name, n) and kind == k for n, k in found):
            found.append((name, kind))
    return found


def _score_people(counts: dict[str, Count], article: GoldArticle, record: Mapping[str, Any]) -> None:
    wanted: dict[str, list[str]] = {}
    for mark in article.of("official"):
        wanted.setdefault(mark.value, []).append(mark.attributes.get("role", ""))
    given: dict[str, list[str | None]] = {}
    for official in record.get("officials", []):
        given.setdefault(official["name"], []).append(official["role"])
    counts["officials"].sets(wanted, given, article.source)
    for name, roles in wanted.items():
        right = any(same_role(role, got) for role in roles for got in given.get(name, []))
        counts["official_role"].tp += right
        counts["official_role"].fn += not right
        counts["official_role"].fp += not right and name in given
        if not right:
            counts["official_role"].errors.append((article.source, [f"{name}: {roles}"], [str(given.get(name))]))


def _score_findings(counts: dict[str, Count], article: GoldArticle, record: Mapping[str, Any]) -> None:
    wanted = [(m.text, m.attributes.get("kind", "unspecified")) for m in article.of("finding")]
    given = [(f["text"], f["kind"]) for f in record.get("findings", [])]
    counts["findings"].match([t for t, _ in wanted], [t for t, _ in given], similar, article.source)
    for text, kind in wanted:
        if kinds := [k for t, k in given if similar(text, t)]:
            counts["finding_kind"].sets({kind}, {kind} if kind in kinds else {kinds[0]}, article.source)


_AUDIT = {"auditor": "auditor", "audited": "audited", "standards": "audit_standards", "on": "audit"}
"""Attribute of a finding's mark -> the row's column; an empty attribute says that the text does not tell"""


def _score_audits(count: Count, article: GoldArticle, record: Mapping[str, Any]) -> None:
    """Who audited whom and by which standard, of the findings that were found; attributes that the mark leaves out are free."""
    for mark in article.of("finding"):
        named = {key: mark.attributes[key] for key in _AUDIT if key in mark.attributes}
        row = next((f for f in record.get("findings", []) if similar(mark.text, f["text"])), None)
        if not named or row is None:
            continue
        days = {d["mention_id"]: d["value"] for d in record.get("dates", [])}
        given = {key: days.get(row["audit"], "") if key == "on" else row.get(_AUDIT[key]) or "" for key in named}
        wrong = [key for key in named if not _same_audit(key, named[key], given[key])]
        count.tp += len(named) - len(wrong)
        count.fn += len(wrong)
        count.fp += sum(bool(given[key]) for key in wrong)
        if wrong:
            count.errors.append((article.source, [f"{k}: {named[k]}" for k in wrong], [f"{k}: {given[k]}" for k in wrong]))


def _same_audit(key: str, wanted: str, given: Any) -> bool:  # noqa: ANN401
    if key == "standards":
        return {s.strip() for s in wanted.split(",") if s.strip()} == set(given or ())
    return same_body(wanted, given) if wanted and given else wanted == given


def _same_core(gold: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    bodies = all(
        same_body(gold.get(key), given.get(key)) if gold.get(key) else not given.get(key)
        for key in ("organization", "certifier")
    )
    return bodies and set(gold["standards"]) == set(given["standards"]) and gold["status"] == given["status"]


def _same_certificate(gold: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    return _same_core(gold, given) and all(gold[key] == given.get(key) for key in _DATES if key in gold)


def _score_certificates(counts: Mapping[str, Count], article: GoldArticle, record: Mapping[str, Any]) -> None:
    given = record.get("certificates", [])
    counts["certificate_core"].match(article.certificates, given, _same_core, article.source)
    counts["certificates"].match(article.certificates, given, _same_certificate, article.source)


def _score_offsets(count: Count, article: GoldArticle, record: Mapping[str, Any]) -> None:
    text = record.get("text", "")
    for kind in ("standards", "certifiers", "officials", "dates", "findings", "organizations"):
        for row in record.get(kind, []):
            right = text[row["start"] : row["end"]] == row["text"]
            count.tp += right
            count.fp += not right
            if not right:
                count.errors.append((article.source, [row["text"]], [text[row["start"] : row["end"]]]))
