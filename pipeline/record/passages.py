"""The article as passages: sentences, or their parts where a sentence speaks of two certificates, with what stands in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.record.clauses import Clause, clauses, is_finite
from pipeline.record.events import Event, attach, attach_then, audited, events_in
from pipeline.record.vocabulary import certifiable, data, family, words_of
from pipeline.values import morph
from pipeline.values.enumeration import flowing
from pipeline.values.phrase import has_any, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Mention
    from pipeline.values.phrase import Word

_PART = re.compile(
    r",\s+(?:(?=Urz|Staros|Szpital|Gmin|Miast|Powiat)|(?:a|ale|lecz|natomiast|zaś|drugi|drugą|drugie|trzeci|trzecią|kolejny)\s)|;\s"
)
_STOP = re.compile(r"(?<=\d)\.\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])|(?<=\d[ \u00a0]r)\.\s+(?=\d{1,2}[ .]\S|[A-ZĄĆĘŁŃÓŚŹŻ])")
_AND = re.compile(r",?\s(?:i|oraz|a|a także)\s")
_CERT, _NORM, _AGAIN = "@cert", "@norm", "@again"
_NUMBERS = ("sg", "pl")
_TWO = 2
_FUNCTION = frozenset({"prep", "conj", "comp", "qub", "part", "num", "adv", "ppron3", "ppron12", "fin", "praet", "imps"})
_LONGEST = 3000
"""characters; the longest sentences of office news, with their lists, have about 1500"""
_OPENING = 3
"""words among which the relative pronoun of a clause stands: „na mocy którego" has it third"""


@dataclass(slots=True, eq=False)
class Passage:
    """„Urząd utrzymał certyfikat ISO 9001." with its words, mentions and what it says of a certificate."""

    start: int
    end: int
    line: int
    words: list[Word]
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

    def families(self) -> list[str]:
        """Families of the certifiable standards named here, in text order, each once."""
        return list(dict.fromkeys(family(m) for m in self.of("standards") if certifiable(m)))

    def ordinal(self) -> int | None:
        """„Pierwszy wydał …", „drugi …" -> 0, 1, 2: which of several certificates the passage begins with."""
        first = self.words[0].keys if self.words else frozenset()
        return next((n for n, names in enumerate(_ORDINALS) if first & names), None)


_ORDINALS = (frozenset({"pierwszy", "jeden"}), frozenset({"drugi"}), frozenset({"trzeci"}))


def subjects(passage: Passage) -> set[str]:
    """„certyfikat środowiskowy" -> {"14001"}: numbers of standards that the passage names by their subject."""
    return {number for number, names in data()["subjects"].items() if has_any(passage.words, frozenset(names))}


def _with(word: Word, key: str) -> Word:
    return word._replace(keys=word.keys | {key})


def _mark(passage: Passage, *, known: bool, near: bool) -> None:
    """Adds "@cert" to words that mean a certificate, "@norm" to those of a standard.

    Args:
        passage: its words are replaced.
        known: whether the article spoke of a certificate before, so that „dokument" can be one.
        near: whether the passage before this one did, so that „go" can be one.
    """
    nouns = words_of("reference", "nouns")
    others, pronouns = words_of("reference", "other_nouns"), words_of("reference", "pronouns")
    spans = [(m.start, m.end) for m in passage.of("standards")]
    seen = near
    for i, word in enumerate(passage.words):
        alone = seen and not _qualifies(passage.words[i + 1 : i + 3])
        if alone and word.keys & words_of("reference", "ellipsis"):
            passage.words[i] = _with(word, _AGAIN)
        elif alone and word.keys & words_of("reference", "former"):
            passage.words[i] = _with(word, _CERT)
        elif (
            word.keys & nouns
            or ((known or seen) and word.keys & others)
            or (seen and word.form.lower() in pronouns and not _other_thing(passage, i))
        ):
            passage.words[i] = _with(word, _CERT)
            seen = True
        elif word.keys & {"iso", "pn", "emas"} or any(s <= word.start < e for s, e in spans):
            passage.words[i] = _with(word, _NORM)


def _other_thing(passage: Passage, index: int) -> bool:
    """„Przetarg …, ale trzeba go było unieważnić": another masculine thing that „go" means; an office is none."""
    bodies = [(m.start, m.end) for kind in ("organizations", "certifiers") for m in passage.of(kind)]
    first = next((w for w in passage.words[:index] if not any(s <= w.start < e for s, e in bodies)), None)
    if first is None or first is not passage.words[0] or first.keys & {_CERT, _NORM}:
        return False
    subject = ("subst", "m3", "sg", "nom")
    return any((r.pos, r.gender, r.number, r.case) == subject for r in morph.analyse(first.form.lower()))


def _qualifies(following: list[Word]) -> bool:
    """„wydał kolejny numer", not „wydał kolejny, ważny do 2017 r."."""
    return any(k.endswith("/subst") for w in following for k in w.keys)


def _refer(clause: Clause, passage: Passage) -> None:
    """Gives „który" the meaning of the certificate that stands before it, if nobody else stands between them."""
    if clause.kind != "relative":
        return
    cert = next((w for w in reversed(clause.antecedent) if _CERT in w.keys), None)
    place = next((i for i, w in enumerate(clause.words[:_OPENING]) if w.keys & {"który", "jaki"}), None)
    if cert is None or place is None:
        return
    tie = clause.words[place]
    agrees = any(k.endswith(f"/{n}") and t.endswith(f"/{n}") for n in _NUMBERS for k in cert.keys for t in tie.keys)
    between = (m for kind in ("organizations", "officials", "certifiers") for m in passage.of(kind))
    if agrees and not any(cert.end <= m.start and m.end <= tie.start for m in between):
        clause.words[place] = _with(tie, _CERT)


def _read(text: str, passage: Passage) -> None:
    """Fills ``Passage.events``."""
    if text[passage.end - 1] == "?" or not has_any(passage.words, words_of("mood", "speaks") | {_CERT, _NORM}):
        return
    passage.clauses = parts = clauses(text, passage.words, passage.start, passage.end)
    verbless = not any(map(is_finite, passage.words))
    for clause in parts:
        _refer(clause, passage)
        named = [m for m in passage.of("standards") if certifiable(m)]
        families = [family(m) for m in named if clause.holds(m.start)]
        if clause.kind == "relative" and not families:
            families = [family(m) for m in named if any(w.start == m.start for w in clause.antecedent)]
        for event in events_in(clause, verbless=verbless, certain=len(parts) == 1):
            event.families = frozenset(families)
            passage.events.append(event)
    bodies = [m for m in passage.of("certifiers") if m.value.get("kind") == "certification_body"]
    if not passage.events and bodies:
        passage.events += [e for clause in parts if (e := audited(clause)) is not None][:1]
    passage.events.sort(key=lambda e: e.at)
    attach(passage.events, passage.of("dates"))


def _within(starts: list[int], low: int, high: int) -> bool:
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high


def _spans(text: str, standards: list[int], offices: list[int]) -> list[tuple[int, int]]:
    """Sentences; cut at „, a" with standards or with offices and verbs on both sides, and at „pierwszy …, drugi …"."""
    spans: list[tuple[int, int]] = []
    for start, end in _sentences(text):
        low = start
        for cut in _PART.finditer(text, start, end):
            left = _within(standards, low, cut.start())
            right = _within(standards, cut.end(), end)
            counted = text[cut.start() + 1 : cut.end()].strip()[:4] in {"drug", "trze"}
            if (left and right) or counted or _offices_apart(text, (low, cut.start()), (cut.end(), end), offices):
                spans.append((low, cut.start()))
                low = cut.start() + 1
        spans += _verbs_apart(text, low, end, standards)
    return spans


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A text without punctuation in parts of a length that a sentence can have."""
    bounds = [start]
    while end - bounds[-1] > _LONGEST:
        space = text.rfind(" ", bounds[-1] + 1, bounds[-1] + _LONGEST)
        bounds.append(space + 1 if space > bounds[-1] else bounds[-1] + _LONGEST)
    return list(pairwise([*bounds, end]))


def _sentences(text: str) -> list[tuple[int, int]]:
    bounded = (part for sentence in flowing(text) for part in _bounded(text, *sentence))
    return [part for sentence in bounded for part in _stops(text, *sentence)]


def _stops(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """„… przy ul. Zjazdowej 8. Trwają …": a point behind a number ends a sentence where both sides have a verb."""
    spans, low = [], start
    for stop in _STOP.finditer(text, start, end):
        sides = (words(text, low, stop.start()), words(text, stop.end(), end))
        if all(any(map(is_finite, side)) for side in sides) and _opens(sides[1][0].form):
            spans.append((low, stop.end()))
            low = stop.end()
    return [*spans, (low, end)]


def _opens(form: str) -> bool:
    """„… w 2010 r. [Po] audycie", not „… w 2010 r. [Urzędowi] Miasta": behind „r." names begin with capitals too."""
    return not form[0].isupper() or any(r.pos in _FUNCTION for r in morph.analyse(form.lower()))


def _offices_apart(text: str, left: tuple[int, int], right: tuple[int, int], offices: list[int]) -> bool:
    """„Urząd Gminy w Lipie ma ISO 9001, a Urząd Gminy w Dębie ubiega się o niego"."""
    both = _within(offices, *left) and _within(offices, *right)
    return both and all(any(map(is_finite, words(text, *side))) for side in (left, right))


def _verbs_apart(text: str, start: int, end: int, standards: list[int]) -> list[tuple[int, int]]:
    """„posiada ISO 9001 i stara się o ISO 14001": cut at „i" with a verb and a standard on both sides."""
    if bisect_left(standards, end) - bisect_left(standards, start) < _TWO:
        return [(start, end)]
    verbs = [w.start for w in words(text, start, end) if is_finite(w)]
    for cut in _AND.finditer(text, start, end):
        left = _within(verbs, start, cut.start()) and _within(standards, start, cut.start())
        named = standards[bisect_left(standards, cut.end()) :][:1]
        if left and named and named[0] < end and _within(verbs, cut.end(), named[0]):
            return [(start, cut.start()), (cut.start() + 1, end)]
    return [(start, end)]


def _cut(text: str, mentions: Sequence[Mention]) -> list[Passage]:
    """The passages with their words and mentions."""
    found: list[Passage] = []
    line, position = 0, 0
    for start, end in _spans(text, *(sorted(m.start for m in mentions if m.kind == k) for k in ("standards", "organizations"))):
        line += text.count("\n", position, start)
        position = start
        found.append(Passage(start, end, line, words(text, start, end)))
    starts = [p.start for p in found]
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0:
            found[index].mentions.setdefault(mention.kind, []).append(mention)
    return found


def _inherit(text: str, found: list[Passage]) -> None:
    r"""Items of a list say what its lead says: „Posiadamy certyfikaty:\n– ISO 9001"."""
    lead: Passage | None = None
    for passage in found:
        finite = any(map(is_finite, passage.words))
        if lead is not None and not passage.events and passage.families() and not finite:
            passage.events = list(lead.events)
        elif text[passage.end - 1] == ":" and passage.events:
            lead = passage
        elif finite or text[passage.end - 1] == ":":
            lead = None


def passages(text: str, mentions: Sequence[Mention]) -> list[Passage]:
    """„Ma ISO 9001, a teraz stara się o ISO 14001." -> two passages, the second planned.

    Args:
        text: the cleaned article.
        mentions: everything that annotate read from it.
    """
    found = _cut(text, mentions)
    known = near = False
    previous: list[Mention] = []
    for passage in found:
        _mark(passage, known=known, near=near)
        near = any(_CERT in w.keys for w in passage.words)
        known = known or near
        _read(text, passage)
        attach_then(passage.events, passage.words, previous)
        previous = passage.of("dates")
    _inherit(text, found)
    return found
