"""Findings that stand in lists: „Uchybienia: 1) brak spisu, 2) brak podpisu"; the default for a list is no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.lexicon import book, count
from pipeline.annotate.findings.verdict import SURE, AuditWords, Verdict, by_items, by_lead, strongest
from pipeline.values.enumeration import headed, segment
from pipeline.values.enumeration.extent import trimmed
from pipeline.values.phrase import words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Enumeration, Item, Span

_NAME = re.compile(r"\w@\w|https?://|www\.|\d{2}[- ]\d{2}")
_PAIR = re.compile(r"(?:(?<=[.;:\n])|^)\s{0,4}(?P<lead>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?:\s")
_OPEN = frozenset({"list.no_lead", "list.no_audit"})
"""rules under which only items with leads of their own („Stwierdzono: … Wnioskuję: …") are findings"""
_SHORT = 12
"""words; a longer item is not a bare name"""
_SHARE = 0.5
"""share of the items; more than half of them must look alike to speak for the list"""


class Finding(NamedTuple):
    """One thing that was found, with everything that its span stores."""

    start: int
    end: int
    number: int | None
    marker: str | None
    level: int
    kind: str
    lead: Span | None
    rule: str


def _foreign(text: str, items: list[Span]) -> str | None:
    """„- Wydział Organizacyjny", „- tel. 22 …": the rule by which the items themselves are something else."""
    rules = book("items.toml", "item")
    counts: dict[str, int] = {}
    for start, end in items:
        sentence = words(text, start, end)
        if _NAME.search(text, start, end):
            counts["item.address"] = counts.get("item.address", 0) + 1
        opening = {h.rule.id for h in rules.hits(sentence[:4]) if h.places[0] <= h.rule.options.get("within", 0)}
        if len(sentence) <= _SHORT and not any("/v" in w.keys for w in sentence) and not any(count(sentence).values()):
            for rule in opening:
                counts[rule] = counts.get(rule, 0) + 1
    best = max(sorted(counts), key=lambda r: counts[r], default=None)
    return best if best is not None and counts[best] > _SHARE * len(items) else None


def _kind(verdict: Verdict, totals: dict[str, int]) -> str:
    """The kind of the items: the lead's, or where the lead leaves it open what most of them say."""
    if verdict.kind != "unspecified":
        return verdict.kind
    if totals["fault"] > totals["praise"]:
        return "nonconformity"
    if totals["praise"]:
        return "strength"
    return "recommendation" if totals["advice"] else "unspecified"


def _pairs(text: str, item: Item) -> list[tuple[Span, Span, str, str]]:
    """„Stwierdzono: brak spisu. Wnioskuję: sporządzić go." inside one item -> (lead, text, kind, rule) for each half."""
    marks = []
    for found in _PAIR.finditer(text[item.start : item.end]):
        low, high = (item.start + i for i in found.span("lead"))
        hits = book("leads.toml", "lead").hits(words(text, low, high))
        if hits and hits[-1].rule.kind != "none":
            marks.append((low, high, item.start + found.end(), hits[-1].rule))
    result = []
    for i, (lead_start, lead_end, low, rule) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else item.end
        start, end = trimmed(text, low, stop)
        if start < end:
            result.append(((lead_start, lead_end), (start, end), rule.kind, rule.id))
    return result


def _verdict(text: str, enumeration: Enumeration, audits: AuditWords) -> Verdict:
    """What the leads say, unless the items say that they are something else."""
    verdict = by_lead(text, enumeration, audits)
    if verdict is None:
        return Verdict("none", "list.no_lead")
    if verdict.kind == "none":
        return verdict
    foreign = _foreign(text, [(i.start, i.end) for i in enumeration.items])
    return Verdict("none", foreign) if foreign else verdict


def findings_in_lists(text: str) -> tuple[list[Finding], list[Span]]:
    r"""„zwrócili uwagę na: 1) ład,\n2) skład." -> two findings, and the characters of every list, findings or not.

    Args:
        text: the cleaned article.
    """
    found: list[Finding] = []
    taken: list[Span] = []
    audits = AuditWords(text)
    for enumeration in segment(text):
        new = _of_list(text, enumeration, audits)
        lead = enumeration.lead
        introduced = lead is not None and (bool(new) or text[lead[1] - 1] == ":")
        taken.append((lead[0] if lead and introduced else enumeration.items[0].start, enumeration.items[-1].end))
        found += new
    merged = sorted(taken)
    for enumeration in headed(text, merged):
        if _named_by_heading(text, enumeration):
            new = _of_list(text, enumeration, audits)
            found += new
            if new and enumeration.lead:
                taken.append((enumeration.lead[0], enumeration.items[-1].end))
    return found, taken


def _named_by_heading(text: str, enumeration: Enumeration) -> bool:
    """„Niezgodności z załącznikiem": the heading begins with the words that name findings."""
    sentence = words(text, *enumeration.leads[-1])
    hit, negative = strongest(text, sentence)
    return hit is not None and not negative and hit.rule.weight >= SURE and hit.places[0] == 0


def _of_list(text: str, enumeration: Enumeration, audits: AuditWords) -> list[Finding]:
    verdict = _verdict(text, enumeration, audits)
    if verdict.kind == "none" and verdict.rule not in _OPEN:
        return []
    totals = by_items(text, [(i.start, i.end) for i in enumeration.items])
    found: list[Finding] = []
    for item in enumeration.items:
        pairs = _pairs(text, item)
        for lead, (start, end), kind, rule in pairs:
            found.append(Finding(start, end, item.number, item.marker, item.level, kind, lead, rule))
        if not pairs and verdict.kind != "none" and not _heading(text, item):
            kind = _kind(verdict, totals)
            lead_span = enumeration.lead
            found.append(Finding(item.start, item.end, item.number, item.marker, item.level, kind, lead_span, verdict.rule))
    return found


def _heading(text: str, item: Item) -> bool:
    """„1) w zakresie księgowości:" over a deeper list introduces findings, it is none."""
    return item.heads and text[item.end - 1] == ":"
