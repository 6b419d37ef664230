"""„Do certyfikatu ISO 9001 dołączył ISO 14001": which of a passage's standards an event is about, and whether it is news."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.events import Event
from pipeline.record.vocabulary import family, words_of

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention
    from pipeline.values.phrase import Word


def assigned(passage: Passage, clause: Clause, found: list[Event]) -> list[Event]:
    """Gives events the standards that their clause names, or that stand before „który", and brings news out of the background.

    Args:
        passage: the events'.
        clause: theirs.
        found: events of the clause; changed and given back.
    """
    named = passage.named()
    there: list[Event] = []
    families = [family(m) for m in named if clause.holds(m.start)]
    several = len(set(families)) > 1
    if clause.kind == "relative" and not families:
        families = [family(m) for m in named if any(w.start == m.start for w in clause.antecedent)]
    for event in found:
        event.families = frozenset(families)
        if event.verb & words_of("reference", "joining"):
            there += _join(passage, clause, event, named)
        if several and event.attributive and event.kind == "renewed" and (own := _behind(named, event)):
            event.families, event.background = frozenset(own), False
        news = "posiadać/ppas" in event.verb if event.attributive else _is_of_office(passage, clause)
        attested = event.rule == "certificate.attests" or (_goes_on(clause) and not event.attributive)
        if attested or (event.kind in {"held", "planned", "audit_planned"} and news):
            event.background = False
    return [*there, *found]


def _goes_on(clause: Clause) -> bool:
    """„…, [co poświadcza certyfikat]", „…, [o czym świadczy certyfikat]": a clause that goes on about the whole one before."""
    return clause.kind == "relative" and any(w.form.lower() in _WHAT for w in clause.words[:2])


_WHAT = frozenset({"co", "czego", "czemu", "czym"})


def _join(passage: Passage, clause: Clause, event: Event, named: list[Mention]) -> list[Event]:
    """„[Do certyfikatu ISO 9001] dołączył ISO 14001", „[Do jakości, którą daje ISO 9001,] doszła …": what was before.

    Returns:
        An event of what is there, where a standard joins another one; the joining event loses that standard.
    """
    own = [m for m in named if clause.holds(m.start)]
    old = {family(m) for m in own if _governor(clause.words, m.start) in _BESIDE}
    if not old and any(w.form.lower() in _BESIDE for w in clause.words[:1]):
        aside = (
            c
            for c in passage.clauses
            if c.kind == "relative" and c.antecedent and c.antecedent[0].start == clause.words[0].start
        )
        old = {family(m) for c in aside for m in named if c.holds(m.start)}
    new = {family(m) for m in own} - old
    if not new:
        return []
    event.families = frozenset(new)
    if not old or event.kind != "awarded":
        return []
    there = Event("held", 1, "certificate.joined", clause.words[0].start, frozenset(), clause, families=frozenset(old))
    return [there]


_BESIDE = frozenset({"do", "obok"})


def _governor(words: list[Word], start: int) -> str:
    """The preposition that a word stands behind, with no verb between them; empty where there is none."""
    before = takewhile(lambda w: not is_finite(w), reversed([w for w in words if w.start < start]))
    return next((w.form.lower() for w in before if any(k.endswith("/prep") for k in w.keys)), "")


def _behind(named: list[Mention], event: Event) -> list[str]:
    """„dwa certyfikaty: [odnowiony] ISO 9001 i nowy ISO 14001": the standard that an attribute goes with."""
    return [family(m) for m in named if m.start > event.at][:1]


def _is_of_office(passage: Passage, clause: Clause) -> bool:
    """„Urząd Gminy, [który ma ISO 9001,]", „system, [na który urząd ma certyfikat]": news of an office all the same."""
    if clause.kind == "relative" and any(clause.holds(m.start) for m in passage.of("organizations")):
        return True
    last = clause.antecedent[-1] if clause.kind == "relative" and clause.antecedent else None
    return last is not None and any(m.start <= last.start < m.end for m in passage.of("organizations"))
