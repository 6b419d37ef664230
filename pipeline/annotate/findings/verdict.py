"""Whether a list is findings and of what kind: „zwrócili uwagę na: …" is, „Audytem objęto: …" is not."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.lexicon import book, context_words, count
from pipeline.values.phrase import Hit, words

if TYPE_CHECKING:
    from pipeline.values.enumeration import Enumeration, Span
    from pipeline.values.phrase import Word

_NEAR = 400
"""characters before the lead in which an audit is near; about one paragraph of news"""
_ARTICLE = 4000
"""characters before the lead in which an audit makes the article one about audits; about one printed page"""
_TITLE = 300
"""characters; a longer first line is no headline"""
_FOUND = frozenset({"strength", "nonconformity", "observation"})
"""kinds of what an audit found; a recommendation speaks of what is to come"""
SURE = 3
"""weight of the rules that also count where the lead is a whole sentence"""


class Verdict(NamedTuple):
    """„nonconformity" by the rule „finding.lead.faults"; kind "none" says that the list is not findings."""

    kind: str
    rule: str


def negated(text: str, sentence: list[Word], hit: Hit) -> bool:
    """„nie stwierdzono uchybień", „bez zastrzeżeń": whether the words of a hit stand under a negation."""
    first = hit.places[0]
    if first and sentence[first - 1].form.lower() in context_words("without"):
        return True
    low, high = first, hit.places[-1]
    while low > 0 and not _parted(text, sentence, low):
        low -= 1
    while high + 1 < len(sentence) and not _parted(text, sentence, high + 1):
        high += 1
    return any(
        sentence[i].form.lower() == "nie" and sentence[i + 1].keys & context_words("establishing")
        for i in range(low, min(high, len(sentence) - 1))
    )


def _parted(text: str, sentence: list[Word], i: int) -> bool:
    """Whether a new clause begins with word ``i``."""
    gap = text[sentence[i - 1].end : sentence[i].start]
    return any(c in gap for c in ",;:–") or bool(sentence[i].keys & context_words("breaks"))


def to_come(sentence: list[Word], hit: Hit) -> bool:
    """„prace zostaną ocenione negatywnie, gdy …", „jeśli kontrola wykaże …": nothing was found yet."""
    low, high = hit.places[0], hit.places[-1]
    ahead = any(key.endswith("/future") or key == "być/bedzie" for w in sentence[max(0, low - 2) : high + 1] for key in w.keys)
    return ahead or any(w.form.lower() in context_words("conditional") for w in sentence)


def strongest(text: str, sentence: list[Word]) -> tuple[Hit | None, bool]:
    """The hit that decides what a lead introduces, and whether it is negated."""
    hits = book("leads.toml", "lead").hits(sentence)
    if not hits:
        return None, False
    best = max(hits, key=_weight)
    while best.rule.kind != "none" and negated(text, sentence, best):
        later = [h for h in hits if h.places[0] > best.places[-1]]
        if not later:
            return best, True
        best = max(later, key=_weight)  # „nie stwierdzono niezgodności, zaproponowano natomiast: …"
    return best, False


def _weight(hit: Hit) -> tuple[int, int, bool]:
    return hit.rule.weight, hit.places[-1], hit.rule.kind == "none"


class AuditWords:
    """Where the words of audits stand in a text, found once."""

    def __init__(self, text: str) -> None:
        wanted = context_words("near")
        found = words(text)
        self._starts = [w.start for w in found if w.keys & wanted]
        self._own = [w.start for w in found if w.keys & context_words("self_assessment")]
        self._title = min(max(text.find("\n"), 0), _TITLE)

    def near(self, enumeration: Enumeration, scope: str) -> bool:
        """Whether an audit is named in the leads, in what stands before them, or in the headline."""
        start = enumeration.leads[0][0] if enumeration.leads else enumeration.items[0].start
        end = enumeration.leads[-1][1] if enumeration.leads else enumeration.items[0].start
        return self.around(start, end, scope)

    def around(self, start: int, end: int, scope: str) -> bool:
        """The same for any stretch of text and what stands before it."""
        low = start - (_NEAR if scope == "near" else _ARTICLE)
        if _any(self._own, low, end):
            return False
        return _any(self._starts, low, end) or _any(self._starts, 0, self._title)


def _any(starts: list[int], low: int, high: int) -> bool:
    """Whether one of the sorted places lies in the window."""
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high


def _announces(text: str, start: int, end: int, hit: Hit) -> bool:
    """„… z powodu niezgodności wymienionych poniżej.": a whole sentence that says that a list follows."""
    pointed = ":" in text[start:end] or any(w.keys & context_words("announcing") for w in words(text, start, end))
    return hit.rule.weight >= SURE and pointed


def by_lead(text: str, enumeration: Enumeration, audits: AuditWords) -> Verdict | None:
    """What the leads say, the nearest first; None where none of them says anything."""
    for start, end in reversed(enumeration.leads):
        hit, negative = strongest(text, words(text, start, end))
        if hit is None:
            continue
        if hit.rule.kind != "none" and text[end - 1] in ".!?" and not _announces(text, start, end, hit):
            continue  # a whole sentence before the list, not the list's lead
        if negative:
            return Verdict("none", "list.negated")
        if any(key.endswith("/impt") for p in hit.places for key in words(text, start, end)[p].keys):
            return Verdict("none", "list.reader")  # „przed zakupem zwróć uwagę na:"
        if hit.rule.kind in _FOUND and to_come(words(text, start, end), hit):
            return Verdict("none", "list.to_come")
        if hit.rule.kind != "none" and not audits.near(enumeration, hit.rule.options["context"]):
            return Verdict("none", "list.no_audit")
        return Verdict(hit.rule.kind, hit.rule.id)
    return None


def by_items(text: str, spans: list[Span]) -> dict[str, int]:
    """How many of the items blame, praise and advise."""
    totals = {"fault": 0, "praise": 0, "advice": 0}
    for start, end in spans:
        counts = count(words(text, start, end))
        for mark, number in counts.items():
            totals[mark] += number > 0
    return totals
