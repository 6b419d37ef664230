"""„Auditorzy PCBC stwierdzili w Urzędzie Miasta Olsza:": who audited whom, when and by which standard, for every finding."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.vocabulary import certifiable, family
from pipeline.values.enumeration import flowing
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pipeline.schema import Article, DateRow, Mention, OrganizationRow
    from pipeline.values.phrase import Word

DATA = Path(__file__).with_name("audits.toml")
_CERTIFYING = frozenset({"certification_body", "accreditation_body"})
_AUDITING = _CERTIFYING | {"control_body"}
"""Kinds of bodies that audit or control; consultancies prepare, networks and publishers do neither"""
_MONTH = re.compile(r"\d{4}-\d\d")
_BOUND = re.compile(r"\s*(?:,|i|oraz|do|[-–—])?\s*", re.IGNORECASE)
"""what stands between the days of one audit: „7 i 8 maja", „od 7 do 9 maja" """
_INTERNAL_REACH = 2
"""words between „audit" and „wewnętrzny": „audytorzy, pracownicy wewnętrzni" is as far as they stand"""


class Audit(NamedTuple):
    """„audit PCBC w Urzędzie Gminy Olsza, 7 maja 2008 r., ISO 9001": what the text says of the audit behind a finding."""

    date: DateRow | None = None
    auditor: str | None = None
    audited: str | None = None
    standards: tuple[str, ...] = ()


class _Sentence(NamedTuple):
    start: int
    end: int
    words: list[Word]
    mentions: list[Mention]

    def of(self, kind: str) -> list[Mention]:
        return [m for m in self.mentions if m.kind == kind]

    @property
    def tells(self) -> bool:
        """Whether it speaks of an audit or a control."""
        return has_any(self.words, _set("auditors") | _set("controllers") | _set("audit"))

    @property
    def is_internal(self) -> bool:
        """„audit wewnętrzny", „samoocena": the office looked at itself."""
        places = [i for i, w in enumerate(self.words) if w.keys & _set("internal_of")]
        own = [i for i, w in enumerate(self.words) if w.keys & _set("internal")]
        return any(abs(a - b) <= _INTERNAL_REACH for a in places for b in own)


@lru_cache(maxsize=8)
def _set(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads(DATA.read_text(encoding="utf-8"))[name])


def audit_date(start: int, dates: Sequence[DateRow], text: str) -> DateRow | None:
    """„7 i 8 maja 2008 … stwierdzono": the date of the audit that a finding belongs to, of several days the first.

    The date is clear where the article names one audit, or where one stands before the finding and no other audit is nearer;
    without an audit date before it a finding takes the first after it where they are days of one audit, else none. Years alone
    („w latach 2010-2012") are rather what was audited than when: a date with a month comes before them.

    Args:
        start: first character of the finding.
        dates: the article's dates in text order.
        text: the cleaned article.
    """
    audits = [d for d in dates if d.role == "audit"]
    audits = [d for d in audits if _MONTH.search(d.value)] or audits
    before = [d for d in audits if d.start < start]
    if before:
        return _first_day(before, text)
    return audits[0] if audits and (len({d.value for d in audits}) == 1 or _first_day(audits, text) is audits[0]) else None


def _first_day(audits: list[DateRow], text: str) -> DateRow:
    """„7 i 8 maja": the days that stand with the last one, back to the first of them."""
    place = len(audits) - 1
    while place and (
        audits[place - 1].end > audits[place].start or _BOUND.fullmatch(text, audits[place - 1].end, audits[place].start)
    ):
        place -= 1
    return audits[place]


class Audits:
    """What an article tells of its audits, asked for one finding at a time.

    Args:
        article: the cleaned article.
        mentions: everything that annotate read from it.
        dates: its rows of dates.
        offices: its organizations, the certified or audited one first.
    """

    def __init__(
        self, article: Article, mentions: Sequence[Mention], dates: Sequence[DateRow], offices: Sequence[OrganizationRow]
    ) -> None:
        self._text = article.text
        self._dates = dates
        self._offices = list(offices)
        bodies = [m for m in mentions if m.kind == "certifiers"]
        self._bodies = [m for m in bodies if m.value.get("kind") in _AUDITING]
        self._auditing = {str(m.value["name"]) for m in bodies}
        self._named = [m for m in mentions if m.kind == "organizations" and not self._is_body(m, bodies)]
        self._standards = [m for m in mentions if m.kind == "standards" and certifiable(m)]
        self._sentences = self._cut()
        self._starts = [s.start for s in self._sentences]

    def _is_body(self, office: Mention, bodies: Iterable[Mention]) -> bool:
        return office.value.get("name") in self._auditing or any(b.start < office.end and office.start < b.end for b in bodies)

    def _cut(self) -> list[_Sentence]:
        own = sorted([*self._bodies, *self._named, *self._standards], key=lambda m: m.start)
        starts = [m.start for m in own]
        found = []
        for start, end in flowing(self._text):
            inside = own[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
            found.append(_Sentence(start, end, words(self._text, start, end), inside))
        return found

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def of(self, start: int, lead: str | None) -> Audit:
        """The audit of one finding; what the text does not say of it stays empty.

        Args:
            start: first character of the finding.
            lead: the words that introduce it, as printed before it.
        """
        if not self._sentences:
            return Audit()
        date = audit_date(start, self._dates, self._text)
        contexts = self._contexts(start, lead, date)
        auditor, internal = self._auditor(contexts)
        standards = self._by(contexts, auditor, internal=internal)
        return Audit(date, auditor, self._audited(contexts, auditor), standards)

    def _contexts(self, start: int, lead: str | None, date: DateRow | None) -> list[_Sentence]:
        """Sentences that tell of the audit, the nearest to the finding first: its lead's, its date's, those before."""
        opens = self._text.rfind(lead, 0, start) if lead else -1
        place = self._index(opens if opens >= 0 else start)
        chosen = [place]
        if date is not None:
            chosen.append(self._index(date.start))
        chosen += [i for i in range(place - 1, -1, -1) if self._tells(i)]
        found = [self._sentences[i] for i in dict.fromkeys(chosen)]
        return [_before(found[0], start) if place == self._index(start) else found[0], *found[1:]]

    def _tells(self, index: int) -> bool:
        sentence = self._sentences[index]
        return sentence.tells and not has_any(sentence.words, _set("past"))

    def _auditor(self, contexts: Sequence[_Sentence]) -> tuple[str | None, bool]:
        """The body, and whether the office looked at itself."""
        kinds = _kinds(contexts[0])
        for sentence in contexts:
            bodies = _bodies(sentence, kinds)
            if len(bodies) == 1:
                return bodies.pop(), False
            if sentence.is_internal:
                return None, True
            if bodies:
                return None, False
        every = {str(m.value["name"]) for m in self._bodies if m.value["kind"] in kinds}
        return (every.pop() if len(every) == 1 else self._nearest(contexts[0], kinds)), False

    def _nearest(self, lead: _Sentence, kinds: frozenset[str]) -> str | None:
        """„Certyfikat wydało PCBC … Zespół stwierdził": of several bodies the one that the text spoke of last."""
        before = reversed(self._sentences[: self._index(lead.start)])
        bodies: set[str] = next((b for s in before if (b := _bodies(s, kinds))), set())
        return bodies.pop() if len(bodies) == 1 else None

    def _audited(self, contexts: Sequence[_Sentence], auditor: str | None) -> str | None:
        """The office that such a sentence names alone, else the article's own."""
        rows = [o for o in self._offices if o.name not in self._auditing | {auditor}]
        names = {o.name for o in rows}
        for sentence in contexts:
            found = {n for m in sentence.of("organizations") if (n := self._row(m, names)) is not None}
            if len(found) == 1:
                return found.pop()
            if found:
                break
        return rows[0].name if rows else None

    def _row(self, office: Mention, names: set[str]) -> str | None:
        name = str(office.value.get("name"))
        if name in names:
            return name
        return next((o.name for o in self._offices if o.start <= office.start < o.end and o.name in names), None)

    def _by(self, contexts: Sequence[_Sentence], auditor: str | None, *, internal: bool) -> tuple[str, ...]:
        """Standards of the nearest such sentence, or of the nearest that names the auditor; else the only one of the article.

        A control is not made against a standard that the office happens to hold: there the sentence itself must name it.
        """
        for sentence in contexts:
            if found := _canonical(sentence.of("standards")):
                return found
        if not internal and not self._certifies(auditor):
            return ()
        naming = (s for s in reversed(self._sentences[: self._index(contexts[0].start)]) if auditor in _bodies(s, _CERTIFYING))
        if found := next((c for s in naming if (c := _canonical(s.of("standards")))), ()):
            return found
        whole = _canonical(self._standards)
        return whole if len(whole) == 1 else ()

    def _certifies(self, auditor: str | None) -> bool:
        return any(m.value["name"] == auditor and m.value["kind"] in _CERTIFYING for m in self._bodies)


def _bodies(sentence: _Sentence, kinds: frozenset[str]) -> set[str]:
    return {str(m.value["name"]) for m in sentence.of("certifiers") if m.value["kind"] in kinds}


def _before(sentence: _Sentence, finding: int) -> _Sentence:
    """„W raporcie wypunktowano | brak auditów wewnętrznych": what the finding itself says is not said of its audit."""
    return sentence._replace(
        words=[w for w in sentence.words if w.start < finding], mentions=[m for m in sentence.mentions if m.start < finding]
    )


def _kinds(lead: _Sentence) -> frozenset[str]:
    """„Auditorzy …" are a certifier's, „kontrolerzy …" a control body's; other words leave it open."""
    audit, control = (has_any(lead.words, _set(name)) for name in ("auditors", "controllers"))
    return _AUDITING if audit == control else _CERTIFYING if audit else frozenset({"control_body"})


def _canonical(standards: Sequence[Mention]) -> tuple[str, ...]:
    """One identifier a family, the one with an edition before those without, in text order."""
    best: dict[str, str] = {}
    told: Callable[[str], bool] = lambda i: ":" in i  # noqa: E731
    for mention in standards:
        name, identifier = family(mention), str(mention.value["id"])
        if name not in best or (told(identifier) and not told(best[name])):
            best[name] = identifier
    return tuple(best.values())
