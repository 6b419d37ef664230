"""Findings that stand in lists: „Uchybienia: 1) brak spisu, 2) brak podpisu"; the default for a list is no."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.asking import by_question
from pipeline.annotate.findings.clauses import states
from pipeline.annotate.findings.headings import introduces, names_findings, under_heading
from pipeline.annotate.findings.kinds import says_nothing
from pipeline.annotate.findings.lexicon import book, context_patterns, context_words, count
from pipeline.annotate.findings.notes import without_notes
from pipeline.annotate.findings.openings import label_number, opened
from pipeline.annotate.findings.testimony import denied, lacks, testify
from pipeline.annotate.findings.verdict import Verdict, by_items, by_lead
from pipeline.values.enumeration import headed, segment
from pipeline.values.phrase import has_any, matches_any, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.annotate.findings.testimony import Testimony
    from pipeline.values.enumeration import Enumeration, Item, Span
    from pipeline.values.phrase import Word

    Judge = Callable[[Enumeration, Testimony], Verdict | None]

_NAME = re.compile(r"\w@\w|https?://|www\.|\d{2}[- ]\d{2}")
_OPEN = frozenset({"list.no_lead", "list.no_audit"})
"""rules under which only items with leads of their own („Stwierdzono: … Wnioskuję: …") are findings"""
_UNKNOWN = frozenset({"list.no_lead", "list.neutral"})
"""rules under which the words of the lead are merely unknown, so that a trained model may know better"""
_EITHER = frozenset({"finding.lead.established", "finding.lead.ascertained"})
"""rules whose words report good and bad alike"""
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
        if _to_the_reader(sentence):
            counts["item.reader"] = counts.get("item.reader", 0) + 1
        opening = {h.rule.id for h in rules.hits(sentence[:4]) if h.places[0] <= h.rule.options.get("within", 0)}
        if len(sentence) <= _SHORT and not any("/v" in w.keys for w in sentence) and not any(count(sentence).values()):
            for rule in opening:
                counts[rule] = counts.get(rule, 0) + 1
    best = max(sorted(counts), key=lambda r: counts[r], default=None)
    return best if best is not None and counts[best] > _SHARE * len(items) else None


def _to_the_reader(sentence: list[Word]) -> bool:
    """„zamknij okna", „nie wychodź": advice to everybody, not to an audited office."""
    first = next((w for w in sentence[:2] if w.form.lower() != "nie"), None)
    parts = {key.rpartition("/")[2] for key in first.keys if "/" in key} if first else set()
    return "impt" in parts and not parts & {"subst", "adj"}


def _kind(verdict: Verdict, items: Testimony) -> str:
    """The kind of the items: the lead's, or where the lead leaves it open what most of them say."""
    if verdict.rule in _EITHER and items.praised == items.items and not items.blamed:
        return "strength"  # „stwierdzono, że: rejestr jest prowadzony rzetelnie"
    if verdict.kind != "unspecified":
        return verdict.kind
    if items.blamed > items.praised:
        return "nonconformity"
    if items.praised:
        return "strength"
    return "recommendation" if items.advised else "unspecified"


def _verdict(text: str, enumeration: Enumeration, audits: AuditWords, items: Testimony) -> Verdict:
    """What the leads say, unless the items say that they are something else."""
    verdict = by_question(text, enumeration, audits, items) or by_lead(text, enumeration, audits, items)
    verdict = verdict or by_items(text, enumeration, audits, items)
    if verdict is None:
        return Verdict("none", "list.no_lead")
    if verdict.kind == "none":
        return verdict
    foreign = _foreign(text, [(i.start, i.end) for i in enumeration.items])
    return Verdict("none", foreign) if foreign else verdict


def _in_table(text: str, enumeration: Enumeration, tables: Sequence[Span]) -> bool:
    """Whether a table holds items of a list, or its last cell („7.4.1") was read as the mark of the first."""
    first, last = enumeration.items[0], enumeration.items[-1].end
    index = bisect_left(tables, (last, 0)) - 1  # the last table that begins before the list ends
    return index >= 0 and not text[tables[index][1] : max(tables[index][1], first.start)].strip()


def findings_in_lists(
    text: str, audits: AuditWords, tables: Sequence[Span] = (), judge: Judge | None = None
) -> tuple[list[Finding], list[Span], list[Span]]:
    r"""„zwrócili uwagę na: 1) ład,\n2) skład." -> two findings; the characters of every list, also of others; its lead.

    Args:
        text: the cleaned article.
        audits: where the text names audits; findings are added, since what stands below them belongs to the same audit.
        tables: characters that tables hold; no list is read from them.
        judge: asked about a list that no rule knows; says None where it is no findings either.
    """
    found: list[Finding] = []
    taken: list[Span] = []
    held: list[Span] = []
    leads: list[Span] = []
    for enumeration in segment(text):
        if _in_table(text, enumeration, tables):
            continue
        new = _of_list(text, enumeration, audits, judge)
        lead = enumeration.lead
        leads += [lead] if lead else []
        introduced = lead is not None and (bool(new) or text[lead[1] - 1] == ":")
        if new or introduced or not _of_sentences(text, enumeration):
            taken.append((lead[0] if lead and introduced else enumeration.items[0].start, enumeration.items[-1].end))
        found += new
        held += [(i.start, i.end) for i in enumeration.items]
    for enumeration in headed(text, sorted([*held, *tables]), lambda head: introduces(text, head)):
        below = dataclasses.replace(enumeration, items=under_heading(text, enumeration, audits, after_findings=bool(found)))
        new = _of_list(text, below, audits, judge) if below.items else []
        found += new
        if new and below.lead:
            taken.append((below.lead[0], below.items[-1].end))
    return found, taken, leads


def _of_sentences(text: str, enumeration: Enumeration) -> bool:
    """„2. Nie stwierdzono niezgodności. 3. Zauważono niezgodność dotyczącą …": numbered sentences are running text."""
    closed = all(text[i.end - 1] in ".!" or text[i.end : i.end + 1] in {".", "!"} for i in enumeration.items)
    return closed and all(states(words(text, i.start, i.end)) for i in enumeration.items)


def _may_be_findings(text: str, enumeration: Enumeration, audits: AuditWords) -> bool:
    """„Po kontroli. Bilans dnia wygląda tak:": near an audit, with a lead, items that are no running text of their own.

    „2. Nie stwierdzono niezgodności dużych. 3. Zauważono jedną małą." are sentences that say what was found or not. Without
    these conditions the model took 51 items of lists in 1297 ordinary texts of NKJP, with them none.
    """
    if enumeration.lead is None or text[enumeration.lead[1] - 1] == ".":
        return False
    if not audits.near(enumeration, "near") and not audits.after(enumeration):
        return False
    found = (has_any(words(text, i.start, i.end), context_words("establishing")) for i in enumeration.items)
    return not (_of_sentences(text, enumeration) and any(found))


def _of_list(text: str, enumeration: Enumeration, audits: AuditWords, judge: Judge | None) -> list[Finding]:
    items = testify(text, [(i.start, i.end) for i in enumeration.items])
    verdict = _verdict(text, enumeration, audits, items)
    if judge is not None and verdict.rule in _UNKNOWN and _may_be_findings(text, enumeration, audits):
        verdict = judge(enumeration, items) or verdict
    if verdict.kind == "none" and verdict.rule not in _OPEN:
        return []
    found: list[Finding] = []
    for item in enumeration.items:
        halves = opened(text, item.start, item.end)
        for opening, (start, end) in halves:
            lead, kind, rule = opening.lead, opening.kind, opening.rule
            number = label_number(text, lead) if item.number is None else item.number
            found.append(Finding(start, end, number, item.marker, item.level, kind, lead, rule))
        inside = words(text, item.start, item.end)
        empty = _introduces(text, item) or says_nothing(inside) or _procedural(verdict, inside)
        if not halves and verdict.kind != "none" and not empty:
            kind = "strength" if _praises(verdict, inside) else _kind(verdict, items)
            lead_span = enumeration.lead
            span = without_notes(text, item.start, item.end)
            found.append(Finding(*span, item.number, item.marker, item.level, kind, lead_span, verdict.rule))
    for finding in found[:1]:
        audits.remember(finding.start)
    return found


def _praises(verdict: Verdict, inside: list[Word]) -> bool:
    """„opłaty naliczano prawidłowo" under „Ustalenia kontroli": good news among faults."""
    counts = count(inside)
    told = any("/v" in w.keys for w in inside) and not denied(inside)
    either = verdict.rule in _EITHER or verdict.kind == "unspecified"
    return either and told and counts["praise"] > 0 and not counts["fault"]


def _procedural(verdict: Verdict, inside: list[Word]) -> bool:
    """„6.1. Kontrolą objęto 30 spraw." under „Ustalenia kontroli": tells how the control went."""
    return verdict.rule in _EITHER and not lacks(inside) and matches_any(inside, context_patterns("procedural"))


def _introduces(text: str, item: Item) -> bool:
    """„1. Stwierdzono:", „2. Mocne strony" over a deeper list: introduces findings, is none."""
    return text[item.end - 1] == ":" or (item.heads and names_findings(text, (item.start, item.end)))
