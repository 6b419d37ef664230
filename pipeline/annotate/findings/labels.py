r"""Findings behind a colon: „Niezgodność 1: brak spisu.", „Mocne strony: ład i porządek.", „Stwierdzono:\nbrak spisu."."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.annotate.findings import chain
from pipeline.annotate.findings.clauses import attribution, coordinated, ordered
from pipeline.annotate.findings.kinds import conforms, says_nothing
from pipeline.annotate.findings.lexicon import context_numbers, context_patterns, context_words, count
from pipeline.annotate.findings.lists import Finding
from pipeline.annotate.findings.openings import LEAD, fits, label, label_number, opened
from pipeline.annotate.findings.ordinals import counted
from pipeline.annotate.findings.speaker import agent_speaks
from pipeline.annotate.findings.testimony import testify
from pipeline.annotate.findings.verdict import Verdict, borne_out, refused, strongest
from pipeline.text import SPACES
from pipeline.values import morph
from pipeline.values.enumeration.bounds import sentences
from pipeline.values.enumeration.extent import extent, first_sentence, trimmed
from pipeline.values.phrase import has_any, matches_any, words

if TYPE_CHECKING:
    from pipeline.annotate.findings.audits import AuditWords
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_LABEL = re.compile(rf"(?m)^[{SPACES}]*(?:(?P<number>\d{{1,2}})[.)][{SPACES}]*)?{LEAD}(?P<rest>[^\n]*)$")
_OWN_LABEL = re.compile(LEAD)
_CASES = ("nom", "acc", "gen", "loc")
_LABEL_WORDS = 4
"""words; a lead of that length before a colon is a label („Stwierdzone nieprawidłowości:")"""
_MAX_TEXT = 600
"""characters; more behind a label is a chapter"""


class _Labels:
    """The labels of one text: what each introduces, and which come in pairs."""

    def __init__(self, text: str, audits: AuditWords) -> None:
        self._text = text
        self._audits = audits
        self.matches = list(_LABEL.finditer(text))
        self._paired = self._pairs()

    def _pairs(self) -> frozenset[int]:
        """Where „Ustalenie: …" and „Zalecenie: …" follow each other: nothing but a control is written in such pairs."""
        found: set[int] = set()
        for one, other in pairwise(self.matches):
            if self._kind(one) == "nonconformity" and self._kind(other) == "recommendation" and self._next(one, other):
                found |= {one.start("lead"), other.start("lead")}
        return frozenset(found)

    def _kind(self, match: re.Match[str]) -> str | None:
        if not match["sep"].endswith(":"):
            return None
        sentence = words(self._text, *match.span("lead"))
        hit = strongest(self._text, sentence)[0] or label(sentence)
        return hit.rule.kind if hit else None

    def _next(self, one: re.Match[str], other: re.Match[str]) -> bool:
        end = extent(self._text, one.start("rest"), min(len(self._text), one.start("rest") + _MAX_TEXT))
        return not self._text[end : other.start()].strip()

    def another(self, start: int) -> bool:
        r"""„Ustalenia audytu:\nObszar: kasa", „… 2 niezgodności:\nNiezgodność nr 1 – …": the text behind is a label itself."""
        found = _OWN_LABEL.match(self._text, start)
        return found is not None and (":" in found["sep"] or label_number(self._text, found.span("lead")) is not None)

    def verdict(self, match: re.Match[str]) -> Verdict | None:
        """What a label introduces, where an audit is near or it is one of a pair."""
        lead = match.span("lead")
        near = lead[0] in self._paired or matches_any(words(self._text, *lead), context_patterns("reported_faults"))
        near = near or self._audits.around(*lead, "near") or self._audits.behind(match.end())
        return _verdict(self._text, match.span("lead"), match["sep"], near=near)


def _verdict(text: str, span: Span, separator: str, *, near: bool) -> Verdict | None:
    """What the words before the colon introduce, where an audit is near."""
    sentence = words(text, *span)
    hit, negative = strongest(text, sentence)
    hit = hit or label(sentence)
    if hit is None or negative or hit.rule.kind == "none" or not near or not fits(separator, span, text, hit):
        return None
    judged = (span[1], first_sentence(text, span[1], min(len(text), span[1] + _MAX_TEXT)))
    if refused(text, sentence, hit) or not borne_out(sentence, hit, testify(text, [judged])):
        return None
    return Verdict(hit.rule.kind, hit.rule.id)


def _kind(verdict: Verdict, inside: list[Word]) -> str:
    if verdict.kind != "unspecified":
        return verdict.kind
    counts = count(inside)
    return "nonconformity" if counts["fault"] > counts["praise"] else "strength"


def findings_behind_labels(text: str, taken: list[Span], audits: AuditWords) -> list[Finding]:
    r"""„1. Stwierdzono:\nbrak spisu.\nWnioskuję:\nsporządzić spis." -> two findings, the first numbered 1.

    Args:
        text: the cleaned article.
        taken: characters that hold findings already, sorted; a label inside them is passed over.
        audits: where the text names audits.
    """
    found: list[Finding] = []
    number: int | None = None
    labels = _Labels(text, audits)
    for match in labels.matches:
        number = int(match["number"]) if match["number"] else number
        index = bisect_right(taken, (match.start("lead"), len(text))) - 1
        own = label_number(text, match.span("lead")) or number
        colon = match["sep"].endswith((":", ".", "–", "—", "-"))
        if (index >= 0 and match.start("lead") < taken[index][1]) or match["sep"].endswith(("że", "iż")):
            continue
        verdict = labels.verdict(match)
        start = match.start("rest")
        end = extent(text, start, min(len(text), start + _MAX_TEXT)) if verdict else start
        colon = colon and not _told(words(text, *match.span("lead")))
        end = end if colon else first_sentence(text, start, end)
        low, high = trimmed(text, start, end)
        inside = words(text, low, high)
        if verdict is None or says_nothing(inside) or conforms(inside) or text[high - 1] == ":" or labels.another(low):
            continue
        lead = match.span("lead")
        several = opened(text, lead[0], end) if colon else []
        if len(several) > 1:  # „Ustalono: brak podpisów. Zalecono: uzupełnić podpisy."
            for o, whole in several:
                split = noun_phrases(text, words(text, *whole), whole[1]) or [whole]
                found += [Finding(a, b, number, None, 1, o.kind, o.lead, o.rule) for a, b in split]
            continue
        parts = noun_phrases(text, inside, high) if len(sentences(text, low, high)) == 1 else []
        for a, b in parts or [(low, high)]:
            found.append(Finding(a, b, own, None, 1, _kind(verdict, inside), lead, verdict.rule))
    return found


def _told(lead: list[Word]) -> bool:
    """„Wśród zalet audytorzy wskazali: ład.": a sentence of a story, which ends with its full stop, and no label."""
    return any(chain.finite(w) and not any(key.endswith(("/imps", "/pri")) for key in w.keys) for w in lead)


def noun_phrases(text: str, inside: list[Word], end: int, announced: int | None = None) -> list[Span]:
    """„ład, skład i porządek" -> three spans in whichever case gives most; none where the words are a clause.

    Where the lead announces one more („dwa spostrzeżenia:"), the last „i" parts two.
    """
    numbered = counted(text, inside, end) or ordered(text, inside, end)
    if numbered or not inside or any(chain.finite(w) for w in inside):
        return numbered
    splits = [chain.items(text, inside, 0, end, case) for case in _CASES if chain.opens(inside, 0, case)]
    best = max(splits, key=len, default=[])
    if best and announced is not None and len(best) == announced - 1:
        best = chain.parted(inside, best)
    return best if len(best) > 1 else []


def _announced(before: list[Word]) -> int | None:
    """„zapisał dwie szanse doskonalenia" -> 2."""
    numerals = context_numbers("numerals")
    return next((numerals[key] for w in reversed(before) for key in w.keys if key in numerals), None)


def _single(text: str, before: list[Word], inside: list[Word], end: int) -> list[Span]:
    """„Raport zawierał jedno spostrzeżenie: plan należałoby przećwiczyć.": one is announced, so the clause behind is it."""
    last = next((w for w in reversed(before) if w.keys & context_words("single")), None)
    if last is None or last is not before[-1] or says_nothing(inside):
        return []
    number = {r.number for r in morph.analyse(last.form.lower()) if r.case in {"nom", "acc"}}
    return [trimmed(text, inside[0].start, end)] if "sg" in number else []


def findings_behind_colon(text: str, start: int, end: int, audits: AuditWords) -> list[Finding]:
    """„Audytor wymienił mocne strony: ład, skład oraz porządek." -> three findings; one noun phrase alone is none.

    Args:
        text: the cleaned article.
        start: first character of the sentence.
        end: one past its last character.
        audits: where the text names audits.
    """
    colon = text.find(":", start, end - 1)
    if colon < 0:
        return []
    verdict = _verdict(text, (start, colon), ":", near=audits.around(start, end, "near"))
    inside = words(text, colon + 1, end) if verdict else []
    end = attribution(text, inside, end)
    inside = [w for w in inside if w.end <= end]
    before = words(text, start, colon)
    lead = (start, colon + 1)
    if verdict is None:
        return _faults(text, before, lead, end)
    if conforms(inside):
        return []
    parts = noun_phrases(text, inside, end, _announced(before)) or _single(text, before, inside, end)
    if not parts and inside and len(before) <= _LABEL_WORDS and verdict.kind != "unspecified":
        parts = [span for _, span in coordinated(text, inside, inside[0].start, end, judged=False)]
        parts = parts if len(parts) > 1 else []
    return [Finding(a, b, None, None, 1, _kind(verdict, inside), lead, verdict.rule) for a, b in parts]


def _faults(text: str, before: list[Word], lead: Span, end: int) -> list[Finding]:
    """„Kontrola na basenie: brak tablic, nieczynny prysznic.": an audit, no verb but its own, noun phrases that blame."""
    verbs = [w for w in before if "/v" in w.keys]
    if strongest(text, before)[0] or not has_any(before, context_words("core")):
        return []
    if verbs and not agent_speaks(before, verbs, close=False):
        return []
    inside = words(text, lead[1], end)
    end = attribution(text, inside, end)
    parts = noun_phrases(text, [w for w in inside if w.end <= end], end)
    if not testify(text, parts).of_faults:
        return []
    return [Finding(a, b, None, None, 1, "nonconformity", lead, "finding.items.faults") for a, b in parts]
