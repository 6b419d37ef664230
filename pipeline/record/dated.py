"""„gdy 18 czerwca 2004 r. urząd otrzymał certyfikat": what each date is to a certificate, by the verb of its own clause."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.record import period
from pipeline.record.clauses import is_finite
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clusters import Cluster
    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention

_PROCESS = frozenset({"audyt", "audytor", "audytorka", "recertyfikacja", "kontrola", "wizyta", "badanie", "ocena"})
_AWARDS = frozenset({"awarded", "renewed"})
_HAPPENS = frozenset({"odbyć/v", "przeprowadzić/v", "trwać/v", "zakończyć/v", "mieć/v"})
_DAY = 10
"""characters of a value with a day"""
_NEAR = 5
"""words: „audit recertyfikujący odbył się w dniach 5" has five before the day"""
_NO_AWARD = frozenset({"lapsed", "planned", "audit_planned"})
_ABOUT = frozenset({"@cert", "@norm"})
_FIRST = frozenset({"pierwszy"})


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
    if role == "valid_until" and not (event is not None and event.former):
        return "other" if _is_deadline(passage, mention) else role
    if _is_of_edition(passage, mention):
        return "other"
    if role in _UNTOLD and not (event is not None and event.former) and is_of_paper(passage, mention):
        return "awarded"
    if event is not None:
        role = _by_event(passage, event, mention)
    elif role == "awarded" and _is_gift(passage):
        return "other"
    return "other" if role == "awarded" and _is_needed(passage, mention) else role


_UNTOLD = frozenset({"other", "awarded"})


def _is_of_edition(passage: Passage, mention: Mention) -> bool:
    """„według edycji [z 2008 r.]", „wydanie normy [z 2015 roku]": the year of a standard."""
    before = [w for w in passage.words if w.start < mention.start][-3:]
    tied = bool(before) and before[-1].form.lower() in {"z", "ze"}
    return tied and len(str(mention.value["value"])) == _YEAR and has_any(before[:-1], _EDITION)


_EDITION = frozenset({"edycja", "wydanie", "wersja"})
_YEAR = 4
"""characters of a value that is a year alone"""


def is_of_paper(passage: Passage, mention: Mention) -> bool:
    """„dokument [z października 2014 r.]", „ten [z maja 2008 roku]": the date that a certificate bears."""
    before = [w for w in passage.words if w.start < mention.start][-2:]
    tied = len(before) > 1 and before[1].form.lower() in {"z", "ze"}
    return tied and (has_any(before[:1], _PAPER | _RENEWAL) or before[0].form.lower() in {"ten", "tamten"})


_PAPER = frozenset({"@cert"})
_RENEWAL = frozenset({"odnowić/ger", "recertyfikacja", "przedłużenie"})


def _by_event(passage: Passage, event: Event, mention: Mention) -> str:
    role, value = str(mention.value.get("role")), str(mention.value["value"])
    if event.former:
        return "other"
    if _ends(event, value):
        return "valid_until"
    if (event.kind in _AWARDS or (event.kind == "told" and len(value) == _DAY)) and role != "valid_from":
        return _award_role(passage, event, mention)
    if event.kind in _KEPT and role == "other" and len(value) < _DAY and _since(passage, mention):
        return "first_awarded"
    return "other" if role == "awarded" and event.kind in _NO_AWARD else role


_KEPT = frozenset({"held", "maintained"})


def _since(passage: Passage, mention: Mention) -> bool:
    """„od 2002 roku nigdy go nie stracił": what is held since a year was given then."""
    before = next((w.form.lower() for w in reversed(passage.words) if w.start < mention.start), "")
    return "od" in {before, mention.text.split()[0].lower()}


def _is_needed(passage: Passage, mention: Mention) -> bool:
    """„trzeba go będzie odnowić w marcu 2020 r.": what is still to be done then."""
    clause = passage.clause_at(mention.start)
    return clause is not None and has_any(clause.words, words_of("mood", "necessity"))


def _award_role(passage: Passage, event: Event, mention: Mention) -> str:
    """What a date beside an award is: a day of audit where the clause speaks of one, the first award where it says so."""
    role, value = str(mention.value.get("role")), str(mention.value["value"])
    if role == "first_awarded":
        borrowed = not passage.start <= mention.start < passage.end
        return "awarded" if (borrowed or has_any(passage.words, _FIRST)) and not event.first else role
    if _is_of_process(passage, event, mention.start):
        return "audit"
    if role == "awarded":
        return "first_awarded" if event.first else role
    if "/" in value:
        return role
    return "first_awarded" if event.first else "awarded"


def _is_of_process(passage: Passage, event: Event, start: int) -> bool:
    """„po audicie z 5 i 6 listopada … wystawiła certyfikat", „recertyfikacja odbyła się w marcu": the day of an audit.

    Names of bodies tell of none: „Polskie Centrum Badań i Certyfikacji 10 kwietnia przyznało".
    """
    words = event.clause.words
    place = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    before = words[max(0, place - _NEAR) : place]
    cut = max((i for i, w in enumerate(before) if is_finite(w) and not w.keys & _HAPPENS), default=-1)
    bodies = passage.of("certifiers")
    return has_any([w for w in before[cut + 1 :] if not any(b.start <= w.start < b.end for b in bodies)], _PROCESS)


def _is_gift(passage: Passage) -> bool:
    """„1 marca gmina otrzymała tytuł": something was given, but no certificate."""
    return has_any(passage.words, _giving()) and not has_any(passage.words, _ABOUT)


@lru_cache(maxsize=1)
def _giving() -> frozenset[str]:
    return frozenset(w.partition("/")[0] + "/v" for w in data()["classes"]["grant"].split("|"))


def _ends(event: Event, value: str) -> bool:
    """„ważny do 1 czerwca 2025 r.", „wygasł z dniem 30 kwietnia", „wygaśnie w maju 2010 r."."""
    if event.rule in {"certificate.lapsed", "certificate.valid"} and "/" not in value:
        return has_any(event.clause.words, words_of("mood", "ends")) and event.kind in {"lapsed", "held"}
    has = event.rule == "certificate.held" and has_any(event.clause.words, _PAPER)
    until = has or has_any(event.clause.words, words_of("mood", "valid")) or _asks_until(event)
    return value.startswith("../") and event.kind == "held" and until


def _asks_until(event: Event) -> bool:
    """„[Do kiedy] mają państwo certyfikat?"."""
    return [w.form.lower() for w in event.clause.words[:2]] == ["do", "kiedy"]


def _is_deadline(passage: Passage, mention: Mention) -> bool:
    """„Do września 2018 r. trzeba będzie przejść na nowe wydanie normy": no end of a certificate's validity."""
    clause = passage.clause_at(mention.start)
    if clause is None:
        return False
    return has_any(clause.words, words_of("mood", "necessity")) and not has_any(clause.words, words_of("mood", "validity"))


def _is_accreditation(passage: Passage) -> bool:
    """„laboratorium od 2010 r. legitymuje się akredytacją PCA": another paper, whose days are no certificate's."""
    return (
        has_any(passage.words, _ACCREDITED)
        and not passage.events
        and not passage.families()
        and not has_any(passage.words, _PAPER)
    )


_ACCREDITED = frozenset({"akredytacja", "akredytować"})


def dated(cluster: Cluster) -> list[Dated]:
    """Every date in the passages of a certificate, in text order.

    Args:
        cluster: the certificate; dates of events that are another's are left out.
    """
    own = [p for p, _ in cluster.passages if not _is_accreditation(p)]
    found: list[Dated] = []
    for passage in own:
        taken = {id(d): e for e in passage.events for d in e.dates}
        borrowed = [d for e in passage.events for d in e.dates if not passage.start <= d.start < passage.end]
        for mention in [*borrowed, *passage.of("dates")]:
            event = taken.get(id(mention))
            if event is None or cluster.owns(event):
                to_come = event is not None and event.kind in {"planned", "audit_planned"}
                role = passage.roles.get(mention.start) or _role(passage, event, mention)
                found.append(Dated(passage, event, mention, role, to_come))
    return found
