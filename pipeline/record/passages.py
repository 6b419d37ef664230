"""The article as passages: sentences, or their parts where a sentence speaks of two certificates, with what stands in each."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.values.enumeration import flowing
from pipeline.values.phrase import has_any, rule_book, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Mention
    from pipeline.values.phrase import Word

DATA = Path(__file__).with_name("statuses.toml")
_AUDIT = frozenset({"audyt", "audytor", "audytorka", "audytować"})
_FINITE = frozenset({"/v"})
_PART = re.compile(r",\s+(?:a|ale|lecz|natomiast|zaś|drugi|drugą|drugie|trzeci|trzecią|kolejny)\s|;\s")
_NEGATION = 2
"""words; „nie" at most this far before the verb negates it („nie został przyznany")"""


@dataclass(slots=True)
class Passage:
    """„Urząd utrzymał certyfikat ISO 9001." with its words, mentions and what it says of a certificate."""

    start: int
    end: int
    line: int
    words: list[Word]
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    status: str | None = None
    first: bool = False
    rule: str = ""

    def of(self, kind: str) -> list[Mention]:
        """The passage's mentions of a kind, in text order."""
        return self.mentions.get(kind, [])

    def families(self) -> list[str]:
        """Families of the certifiable standards named here, in text order, each once."""
        return list(dict.fromkeys(family(m) for m in self.of("standards") if certifiable(m)))

    def ordinal(self) -> int | None:
        """„Pierwszy wydał …", „drugi …" -> 0, 1, 2: which of several certificates the passage begins with."""
        first = self.words[0].keys if self.words else frozenset()
        return next((n for n, names in enumerate(_ORDINALS) if first & names), None)


_ORDINALS = (frozenset({"pierwszy", "jeden"}), frozenset({"drugi"}), frozenset({"trzeci"}))


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """The tables of ``statuses.toml``."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _key(name: str) -> str:
    return name.replace("/IEC", "").replace("IEC ", "").upper()


@lru_cache(maxsize=1)
def _uncertifiable() -> frozenset[str]:
    return frozenset(_key(name) for name in data()["uncertifiable"]["families"])


def family(mention: Mention) -> str:
    """„PN-EN ISO 9001:2009" and „ISO 9001" are one family; ISO/IEC counts as ISO."""
    return _key(str(mention.value.get("family") or mention.value.get("id")))


def certifiable(mention: Mention) -> bool:
    """Whether an office can hold a certificate of the standard: not of guidance, accreditation or accessibility."""
    name = family(mention)
    return not any(name == other or name.startswith((other + " ", other + "-")) for other in _uncertifiable())


def subjects(passage: Passage) -> set[str]:
    """„certyfikat środowiskowy" -> {"14001"}: numbers of standards that the passage names by their subject."""
    return {number for number, names in data()["subjects"].items() if has_any(passage.words, frozenset(names))}


def _status(passage: Passage) -> None:
    """Sets what the passage says happened to a certificate."""
    strong = frozenset(data()["vocabulary"]["strong"])
    weak = frozenset(data()["vocabulary"]["words"])
    if not has_any(passage.words, weak):
        return
    hits = rule_book(DATA, "status").hits(passage.words)
    passage.first = any(h.rule.kind == "first" for h in hits)
    hits = [h for h in hits if h.rule.kind != "first" and not _negated(passage, h.places, h.rule.kind)]
    if not hits:
        _audited(passage)
        return
    best = max(hits, key=lambda h: (h.rule.weight, -h.places[0]))
    if best.rule.kind in {"awarded", "held"} and not has_any(passage.words, strong | {"dokument", "wyróżnienie"}):
        return
    passage.status, passage.rule = (None if best.rule.kind == "none" else best.rule.kind), best.rule.id


def _audited(passage: Passage) -> None:
    """„Auditorzy PRS sprawdzili działanie systemu": a body audits; less than any word on the certificate itself."""
    bodies = (m for m in passage.of("certifiers") if m.value.get("kind") == "certification_body")
    if any(bodies) and has_any(passage.words, _AUDIT) and has_any(passage.words, frozenset({"/v"})):
        passage.status, passage.rule = "audited", "certificate.audited"


def _negated(passage: Passage, places: tuple[int, ...], kind: str) -> bool:
    """„nie otrzymał certyfikatu": no event; the rules of lapsed certificates hold their own „nie"."""
    if kind == "lapsed" and any(passage.words[p].form.lower() == "nie" for p in places):
        return False
    for place in places:
        if "/v" in passage.words[place].keys:
            before = passage.words[max(0, place - _NEGATION) : place]
            if any(w.form.lower() == "nie" for w in before):
                return True
    return False


def _within(starts: list[int], low: int, high: int) -> bool:
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high


def _spans(text: str, standards: list[int]) -> list[tuple[int, int]]:
    """Sentences; one that names standards on both sides of „, a", or counts „pierwszy …, drugi …", is cut there."""
    spans: list[tuple[int, int]] = []
    for start, end in flowing(text):
        low = start
        for cut in _PART.finditer(text, start, end):
            left = _within(standards, low, cut.start())
            right = _within(standards, cut.end(), end)
            counted = text[cut.start() + 1 : cut.end()].strip()[:4] in {"drug", "trze"}
            if (left and right) or counted:
                spans.append((low, cut.start()))
                low = cut.start() + 1
        spans.append((low, end))
    return spans


def passages(text: str, mentions: Sequence[Mention]) -> list[Passage]:
    r"""„Ma ISO 9001, a teraz stara się o ISO 14001." -> two passages, the second planned.

    Items of a list take the status of its lead („Posiadamy certyfikaty:\n– ISO 9001").

    Args:
        text: the cleaned article.
        mentions: everything that annotate read from it.
    """
    spans = _spans(text, sorted(m.start for m in mentions if m.kind == "standards"))
    line, position = 0, 0
    found: list[Passage] = []
    for start, end in spans:
        line += text.count("\n", position, start)
        position = start
        found.append(Passage(start, end, line, words(text, start, end)))
    starts = [p.start for p in found]
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0:
            found[index].mentions.setdefault(mention.kind, []).append(mention)
    lead: Passage | None = None
    for passage in found:
        _status(passage)
        if lead is not None and passage.status is None and passage.families() and not has_any(passage.words, _FINITE):
            passage.status, passage.rule = lead.status, lead.rule
        elif text[passage.end - 1] == ":" and passage.status:
            lead = passage
        elif has_any(passage.words, _FINITE) or text[passage.end - 1] == ":":
            lead = None
    return found
