"""„dostawca z certyfikatem ISO 9001", „firma Zielony Las, która ma ISO 14001": certificates of those an office deals with."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.values.phrase import Word

_HOLDING = frozenset({"awarded", "renewed", "maintained", "held", "claimed", "told"})
_OWNERS = ("organizations", "certifiers")


@lru_cache(maxsize=1)
def _firm() -> re.Pattern[str]:
    stems = "|".join(data()["foreign"]["firm_stems"])
    return re.compile(rf"\b(?:{stems})\w*\s+(?:[a-ząćęłńóśźż]{{4,}}\s+)?(?P<name>[„\"]?[A-ZĄĆĘŁŃÓŚŹŻ]\w+)", re.UNICODE)


def _named_firms(text: str, passage: Passage) -> list[int]:
    """First characters of „spółka Softpol", of companies that are neither offices of the story nor bodies."""
    known = [(m.start, m.end) for kind in _OWNERS for m in passage.of(kind)]
    found = [m for m in _firm().finditer(text, passage.start, passage.end) if m.start("name") > m.start()]
    return [m.start() for m in found if not any(s < m.end() and m.start() < e for s, e in known)]


def _dealers(words: list[Word]) -> list[int]:
    return [w.start for w in words if w.keys & words_of("foreign", "dealers")]


def of_tender(passage: Passage) -> bool:
    """„Ofertę złożyła spółka z Opola.": the next sentence may go on about the bidder."""
    return has_any(passage.words, words_of("foreign", "tender")) and not passage.of("certifiers")


def is_foreign(text: str, passage: Passage, event: Event, *, after_tender: bool, after_firm: bool) -> bool:
    """Whether an event tells of the certificate of a supplier, a bidder or another private company.

    Whoever stands nearest before the event's verb holds the certificate; an office of the story that stands nearer than the
    company keeps it, and who issues a certificate does not hold it.

    Args:
        text: the cleaned article.
        passage: the event's.
        event: one that tells of a certificate given or held.
        after_tender: whether the sentence before was about bids and bidders.
        after_firm: whether the sentence before named a private company.
    """
    if event.kind not in _HOLDING:
        return False
    issued = bool(event.verb & words_of("reference", "issuing"))
    inside = _inside(passage, event)
    starts = {w.start for w in inside}
    firms = [] if issued else [s for s in _named_firms(text, passage) if s in starts]
    bids = [] if issued else [w.start for w in inside if w.keys & words_of("foreign", "tender")]
    others = sorted([*firms, *bids, *_dealers(inside)])
    owners = sorted(m.start for m in passage.of("organizations") if m.start in starts)
    if not others:
        before = [w for w in passage.words if w.start <= event.at]
        going_on = after_firm and not passage.of("organizations") and has_any([*before, *inside], words_of("foreign", "firms"))
        return going_on or (after_tender and not any(passage.of(kind) for kind in _OWNERS))
    return _nearest(others, event.at) > _nearest(owners, event.at)


def _inside(passage: Passage, event: Event) -> list[Word]:
    """The words of the event's clause, and of the noun or the clause that it hangs on („Producent podał, że …")."""
    clause = event.clause
    if clause.kind == "relative":
        return [*clause.antecedent, *clause.words]
    if clause.kind != "content" or any(clause.holds(m.start) for m in passage.of("organizations")):
        return clause.words
    return [*(w for c in takewhile(lambda c: c is not clause, passage.clauses) for w in c.words), *clause.words]


def of_firm(text: str, passage: Passage) -> bool:
    """„Plac przekazano spółce Budrem.": the next sentence may go on about the company."""
    return bool(_named_firms(text, passage))


def _nearest(starts: list[int], at: int) -> int:
    """The last that stands before, else the first behind, as a negative distance; far below zero where there is none."""
    before = [s for s in starts if s <= at]
    if before:
        return before[-1] - at
    return -(10**6) - starts[0] if starts else -(10**9)
