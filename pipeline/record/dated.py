"""„gdy 18 czerwca 2004 r. urząd otrzymał certyfikat": what each date is to a certificate, by the verb of its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.record import period
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import has_any, matches_any, pattern

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention

_PROCESS = frozenset({"audyt", "audytor", "audytorka", "recertyfikacja", "kontrola", "wizyta", "badanie", "ocena"})
_AWARDS = frozenset({"awarded", "renewed"})
_FIRST = frozenset({"pierwszy"})
_DAY = 10
"""characters of a value with a day: „wtedy" points at a day, not at a year"""


class Dated(NamedTuple):
    """A date in a passage of a certificate, the event that it goes with and its role there."""

    passage: Passage
    event: Event | None
    mention: Mention
    role: str
    to_come: bool

    @property
    def point(self) -> str | None:
        """The date's start, for an open beginning its end."""
        start, end = period.ends(str(self.mention.value["value"]))
        return start or end


def _role(passage: Passage, event: Event | None, mention: Mention) -> str:
    """The role that annotate saw, corrected by the event of the clause: „utracił w 2013 r." is no award."""
    role = str(mention.value.get("role"))
    if role == "valid_until":
        return "other" if _is_deadline(passage, mention) else role
    if event is None or role == "valid_from":
        return role
    if _ends(event, str(mention.value["value"])):
        return "valid_until"
    if event.former or (
        event.kind not in _AWARDS and role == "awarded" and event.kind in {"lapsed", "planned", "audit_planned"}
    ):
        return "other"
    if event.kind not in _AWARDS:
        return role
    if role == "first_awarded":
        return "awarded" if has_any(passage.words, _FIRST) and not event.first else role
    if event.first and role == "awarded":
        return "first_awarded"
    if "/" in str(mention.value["value"]) or role == "awarded":
        return role
    return role if has_any(event.clause.words, _PROCESS) else "awarded"


def _ends(event: Event, value: str) -> bool:
    """„ważny do 1 czerwca 2025 r.", „wygasł z dniem 30 kwietnia", „wygaśnie w maju 2010 r."."""
    if event.rule == "certificate.lapsed":
        return has_any(event.clause.words, words_of("mood", "ends")) and event.kind in {"lapsed", "held"}
    return value.startswith("../") and event.kind == "held" and has_any(event.clause.words, words_of("mood", "valid"))


def _is_deadline(passage: Passage, mention: Mention) -> bool:
    """„Do września 2018 r. trzeba będzie przejść na nowe wydanie normy": no end of a certificate's validity."""
    clause = passage.clause_at(mention.start)
    if clause is None:
        return False
    return has_any(clause.words, words_of("mood", "necessity")) and not has_any(clause.words, words_of("mood", "validity"))


def _then(passages: list[Passage], index: int) -> list[tuple[Event, Mention]]:
    """„… spotkali się 16 września. To właśnie wtedy wręczono certyfikat": the day of the sentence before."""
    passage = passages[index]
    phrases = tuple(pattern(p) for p in data()["mood"]["then"])
    undated = [e for e in passage.events if e.kind in _AWARDS and not e.dates]
    if not undated or index == 0 or not matches_any(passage.words, phrases):
        return []
    days = [m for m in passages[index - 1].of("dates") if len(str(m.value["value"])) == _DAY]
    return [(undated[0], days[-1])] if days else []


def dated(cluster: Cluster) -> list[Dated]:
    """Every date in the passages of a certificate, in text order.

    Args:
        cluster: the certificate; dates of events that are another's are left out.
    """
    own = [p for p, _ in cluster.passages]
    found: list[Dated] = []
    for index, passage in enumerate(own):
        taken = {id(d): e for e in passage.events for d in e.dates}
        borrowed = [d for e in passage.events for d in e.dates if not passage.start <= d.start < passage.end]
        for mention in [*borrowed, *passage.of("dates")]:
            event = taken.get(id(mention))
            if event is None or cluster.owns(event):
                to_come = event is not None and event.kind in {"planned", "audit_planned"}
                found.append(Dated(passage, event, mention, _role(passage, event, mention), to_come))
        found += [Dated(passage, e, m, "awarded", to_come=False) for e, m in _then(own, index)]
    return found
