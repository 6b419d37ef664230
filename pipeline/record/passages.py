"""The article as passages: sentences, or their parts where a sentence speaks of two certificates, with what stands in each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.answers import answered, denied, happened_then, is_asked, is_denied, is_open, is_question, told_when
from pipeline.record.attribution import assigned
from pipeline.record.clauses import Clause, clauses, is_finite
from pipeline.record.cutting import KINDS, spans, with_rows
from pipeline.record.days import attach, attach_alike, attach_then, give_days, hand_on
from pipeline.record.events import Event, audited, awaited, events_in, happened, is_generic
from pipeline.record.foreign import is_foreign, of_firm, of_tender
from pipeline.record.marking import AGAIN, CERT, NORM, OPENING, mark, refer
from pipeline.record.tables import DATE_ROLES, Cell, Table, meaning, tables
from pipeline.record.vocabulary import certifiable, data, family, words_of
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Block, Mention
    from pipeline.values.phrase import Word


@dataclass(slots=True, eq=False)
class Passage:
    """„Urząd utrzymał certyfikat ISO 9001." with its words, mentions and what it says of a certificate."""

    start: int
    end: int
    line: int
    words: list[Word]
    sentence: tuple[int, int]
    """first character and one past the last of the whole sentence"""
    replaced: frozenset[int] = frozenset()
    """first characters of standards that others take the place of"""
    gapped: bool = False
    """a part of a sentence without a verb of its own, which says what the part before it says"""

    roles: dict[int, str] = field(default_factory=dict)
    """first character of a date -> its role, in rows of tables whose heads tell it"""
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def clause_at(self, start: int) -> Clause | None:
        """The clause that has a word at a character."""
        return next((c for c in self.clauses if c.holds(start)), None)

    def of(self, kind: str) -> list[Mention]:
        """The passage's mentions of a kind, in text order."""
        return self.mentions.get(kind, [])

    @property
    def status(self) -> str | None:
        """The kind of the event that the passage is mostly about; None where it tells of none."""
        pool = [e for e in self.events if not e.background] or self.events
        return max(pool, key=lambda e: e.weight).kind if pool else None

    def named(self) -> list[Mention]:
        """Certifiable standards in text order, without those that others take the place of."""
        return [m for m in self.of("standards") if m.start not in self.replaced and certifiable(m)]

    def families(self) -> list[str]:
        """Families of the certifiable standards named here, in text order, each once."""
        return list(dict.fromkeys(family(m) for m in self.named()))

    def ordinal(self) -> int | None:
        """„Pierwszy wydał …", „drugi …" -> 0, 1, 2: which of several certificates the passage begins with."""
        first = self.words[0].keys if self.words else frozenset()
        return next((n for n, names in enumerate(_ORDINALS) if first & names), None)


_ORDINALS = (frozenset({"pierwszy", "jeden"}), frozenset({"drugi"}), frozenset({"trzeci"}))


_HELD = frozenset({"posiadać/ppas", "posiadać"})


def subjects(passage: Passage) -> set[str]:
    """„certyfikat środowiskowy" -> {"14001"}: numbers of standards that the passage names by their subject."""
    return {number for number, names in data()["subjects"].items() if has_any(passage.words, frozenset(names))}


def is_headline(text: str, passage: Passage) -> bool:
    """„Ratusz ma już ISO" over an article claims what its body tells."""
    return passage.line == 0 and text[passage.end - 1] not in ".:;,?" and "\n" in text[passage.end :]


def _replaced(passage: Passage) -> frozenset[int]:
    """„zamienił certyfikat OHSAS 18001 na ISO 45001": the standard that stands before „na"."""
    exchange = next((w.start for w in passage.words if w.keys & words_of("reference", "exchanging")), None)
    if exchange is None:
        return frozenset()
    named = [m for m in passage.of("standards") if m.start > exchange]
    to = {w.start for w in passage.words if w.form.lower() == "na"}
    return frozenset(a.start for a, b in pairwise(named) if family(a) != family(b) and any(a.end <= s < b.start for s in to))


def _read(text: str, passage: Passage, before: Passage | None, *, known: bool, named: bool) -> None:
    """Fills ``Passage.events``.

    Args:
        text: the cleaned article.
        passage: one that has its words.
        before: the passage before it in its line.
        known: whether the article spoke of a certificate before.
        named: whether it named a standard before.
    """
    if not has_any(passage.words, words_of("mood", "speaks") | {CERT, NORM, AGAIN}):
        return
    passage.clauses = parts = clauses(text, passage.words, passage.start, passage.end)
    verbless = not any(map(is_finite, passage.words))
    found: list[Event] = []
    generic = untrue = False
    for clause in parts:
        refer(clause, passage)
        generic = (generic and clause.joined) or is_generic(clause)
        untrue = untrue or is_denied(clause, parts)
        if not generic and not (is_asked(clause, parts) and not is_question(text, passage)):
            own = assigned(passage, clause, events_in(clause, verbless=verbless, certain=len(parts) == 1))
            found += denied(own, clause) if is_denied(clause, parts) else own
    bodies = [m for m in passage.of("certifiers") if m.value.get("kind") == "certification_body"]
    if not found and bodies:
        found = [e for clause in parts if (e := audited(clause)) is not None][:1]
    if not found and not generic and (known or named):
        found = [e for clause in parts if (e := awaited(clause)) is not None][:1]
    if not found and not generic and not untrue and (bodies or passage.families()):
        found = [e for clause in parts for e in assigned(passage, clause, happened(clause))][:1]
    if (
        not found
        and verbless
        and not passage.gapped
        and known
        and passage.families()
        and (bodies or has_any(passage.words, words_of("mood", "valid")))
    ):
        found = assigned(passage, parts[0], [Event("held", 1, "certificate.listed", passage.start, frozenset(), parts[0])])
    tender, firm = before is not None and of_tender(before), before is not None and of_firm(text, before)
    passage.events = [e for e in found if not is_foreign(text, passage, e, after_tender=tender, after_firm=firm)]
    if is_headline(text, passage) and not (verbless and has_any(passage.words, _HELD)):
        for event in passage.events:
            event.kind = "claimed" if event.kind == "held" else event.kind
    passage.events.sort(key=lambda e: e.at)
    attach(passage.events, passage.of("dates"), passage.words)
    give_days(passage.events, passage.words)
    hand_on(passage.events)


def _asked(text: str, passage: Passage, asked: list[Event], granted: list[Event]) -> tuple[list[Event], list[Event]]:
    """Reads a passage as the answer to the question before it.

    Returns:
        The events that it asks about itself, and those that its question takes for granted.
    """
    if not is_question(text, passage):
        passage.events = [*answered(asked, passage), *passage.events]
        told_when(granted, passage)
        return [], []
    if is_open(passage):
        return [], passage.events
    asked, passage.events = passage.events, []
    return asked, []


def _cut(text: str, mentions: Sequence[Mention], listed: list[Table]) -> list[Passage]:
    """The passages with their words and mentions."""
    found: list[Passage] = []
    line, position = 0, 0
    starts = {kind: sorted(m.start for m in mentions if m.kind == kind) for kind in KINDS}
    held = sorted((m.start, m.end) for m in mentions if m.kind == "certifiers" and "\n" in text[m.start : m.end])
    for start, end, gapped, sentence in with_rows(spans(text, starts, held), listed):
        line += text.count("\n", position, start)
        position = start
        found.append(Passage(start, end, line, words(text, start, end), sentence, gapped=gapped))
    opens = [p.start for p in found]
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        index = bisect_right(opens, mention.start) - 1
        if index >= 0:
            found[index].mentions.setdefault(mention.kind, []).append(mention)
    return found


def _fill_gaps(found: list[Passage]) -> None:
    """„Starostwo odebrało ISO 9001 od PCBC, a Urząd – ISO 14001 od PRS": the second part says what the first one does."""
    for before, passage in pairwise(found):
        if (passage.gapped or _is_next(passage, before)) and not passage.events:
            passage.events = [replace(e, dates=[], families=frozenset(passage.families())) for e in before.events]
            for event in [e for e in passage.events if not e.background][:1]:
                event.dates.extend(passage.of("dates"))


def _is_next(passage: Passage, before: Passage) -> bool:
    """„Najpierw przyszedł certyfikat ISO 9001. [Potem dokument na ISO 14001.]": a sentence that leaves out its verb."""
    opening = {w.form.lower() for w in passage.words[:1]} & words_of("mood", "next")
    if not opening or passage.line != before.line or not has_any(passage.words, frozenset({CERT, NORM})):
        return False
    main = next((c for c in passage.clauses if c.kind == "main"), None)
    return main is not None and not any(map(is_finite, main.words))


def _inherit(text: str, found: list[Passage]) -> None:
    r"""Items of a list say what its lead says: „Posiadamy certyfikaty:\n– ISO 9001"."""
    lead: Passage | None = None
    for passage in found:
        finite = any(map(is_finite, passage.words))
        if lead is not None and passage.families() and not finite:
            passage.events = passage.events or [replace(e, background=False) for e in lead.events]
            if not passage.of("certifiers") and len(lead.of("certifiers")) == 1:
                passage.mentions["certifiers"] = lead.of("certifiers")
        elif text[passage.end - 1] == ":" and passage.events:
            lead = passage
        elif finite or text[passage.end - 1] == ":":
            lead = None


def _row(passage: Passage, table: Table, cells: list[Cell]) -> None:
    """Fills a row: what its head says of each date, and the event that a list of certificates tells."""
    for cell in cells:
        role = meaning(table.head.get(cell.column, ""))
        if role in DATE_ROLES:
            passage.roles |= {m.start: role for m in passage.of("dates") if cell.start <= m.start < cell.end}
    if passage.families():
        passage.clauses = [Clause("main", passage.words, [], starts=frozenset(w.start for w in passage.words))]
        kind = "awarded" if "awarded" in passage.roles.values() else "held"
        own = frozenset(passage.families())
        event = Event(kind, 1, "certificate.listed", passage.start, frozenset(), passage.clauses[0], families=own)
        event.dates = passage.of("dates")
        passage.events = [event]


def _only_goes_on(passage: Passage, before: Passage | None) -> bool:
    """„Wójtowie pozowali 14 grudnia. [Każdy trzymał ramkę.] Certyfikaty otrzymały …": no day and no event of its own."""
    same = before is not None and before.line == passage.line
    return same and not passage.of("dates") and not passage.events


def _tells_of_paper(passage: Passage) -> bool:
    """„Bieżący [nosi datę] 30 listopada", „Ostatni [stracił ważność]": words that go with a certificate only."""
    opening = {w.form.lower() for w in passage.words[:1]}
    return not opening.isdisjoint(OPENING) and has_any(passage.words, words_of("mood", "papers"))


def passages(text: str, mentions: Sequence[Mention], blocks: Sequence[Block] = ()) -> list[Passage]:
    """„Ma ISO 9001, a teraz stara się o ISO 14001." -> two passages, the second planned.

    Args:
        text: the cleaned article.
        mentions: everything that annotate read from it.
        blocks: the article's blocks; rows of tables are passages.
    """
    listed = tables(text, blocks, sorted(m.start for m in mentions if m.kind == "standards"))
    rows = {r[0].start: (t, r) for t in listed for r in t.rows}
    found = _cut(text, mentions, listed)
    known = near = named = False
    earlier: Passage | None = None
    last: Passage | None = None
    asked: list[Event] = []
    granted: list[Event] = []
    days: list[Mention] = []
    for passage in found:
        mark(passage, known=known, near=near or (known and _tells_of_paper(passage)))
        near = any(w.keys & {CERT, AGAIN} for w in passage.words) or (
            near and (is_question(text, passage) or bool(passage.families()))
        )
        known = known or near
        passage.replaced = _replaced(passage)
        named = named or bool(passage.families())
        if passage.start in rows:
            _row(passage, *rows[passage.start])
            continue
        _read(text, passage, last if last is not None and last.line == passage.line else None, known=known, named=named)
        said = earlier if last is not None and _only_goes_on(last, earlier) else last
        attach_then(passage.events, passage.words, said.words if said else [], said.of("dates") if said else [])
        if last is not None and last.line == passage.line:
            attach_alike(passage.events, last.events)
        earlier, last = last, passage
        days = happened_then(passage.events, passage, days, question=is_question(text, passage))
        asked, granted = _asked(text, passage, asked, granted)
    _fill_gaps(found)
    _inherit(text, found)
    return found
