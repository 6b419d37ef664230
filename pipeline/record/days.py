"""„od 26 sierpnia 2015 r.", „To wtedy wręczono": the days of a sentence, and of the one before, that an event goes with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.vocabulary import data, words_of
from pipeline.values.phrase import Pattern, has_any, matches_any, pattern

if TYPE_CHECKING:
    from pipeline.record.events import Event
    from pipeline.schema import Mention
    from pipeline.values.phrase import Word

_DAY = 10
"""characters of a value with a day: „wtedy" points at a day, not at a year"""


def attach(events: list[Event], dates: list[Mention], words: list[Word]) -> None:
    """Gives „w 2009" of „wydany w 2009 wygasł" to „wydany": a participle has what follows it, the verb everything else.

    Args:
        events: those of a passage, in text order.
        dates: its dates.
        words: its words.
    """
    for date in dates:
        own = [e for e in events if e.clause.holds(date.start)]
        participles = [e for e in own if e.attributive and e.at < date.start and not _verb_between(e, date)]
        verbs = [e for e in own if not e.attributive]
        chosen = participles[-1:] or verbs[:1] or own[:1] or _then_told(events, date) or _only_told(events, date, words)
        for event in chosen:
            event.dates.append(date)


_POSSESSED = frozenset({"certificate.held", "certificate.listed"})


def give_days(events: list[Event], words: list[Word]) -> None:
    """„od 26 sierpnia 2015 r. legitymuje się certyfikatem": the day since which it is held is that of its award.

    Args:
        events: those of a passage, with their dates.
        words: the passage's words.
    """
    for event in (e for e in events if e.rule in _POSSESSED and e.kind == "held"):
        days = [d for d in event.dates if len(str(d.value["value"])) == _DAY]
        if any(d.value.get("role") == "awarded" or _is_since(d, words) for d in days):
            event.kind = "awarded"


def _is_since(day: Mention, words: list[Word]) -> bool:
    before = next((w.form.lower() for w in reversed(words) if w.start < day.start), "")
    return "od" in {before, day.text.split()[0].lower()}


def _then_told(events: list[Event], date: Mention) -> list[Event]:
    """„5 maja odbyła się gala, [na której wręczono certyfikat]": a clause that goes on about the day of the clause before."""
    behind = [e for e in events if e.clause.kind in {"relative", "time"} and e.at > date.end and not e.dates]
    return [e for e in behind if any(date.start <= w.start < date.end for w in e.clause.antecedent)][:1]


def _only_told(events: list[Event], date: Mention, words: list[Word]) -> list[Event]:
    """„Stało się to [15 czerwca]: DEKRA wydała dokument", „[Od 4 maja] może udowodnić, że potrafi: ma certyfikat"."""
    front = [e for e in events if not e.background]
    if len(front) != 1 or front[0].dates or front[0].at < date.end or len(str(date.value["value"])) != _DAY:
        return []
    if front[0].kind in {"awarded", "renewed"} and date.value.get("role") in {"other", "awarded"}:
        return front
    return front if front[0].rule in _POSSESSED and _is_since(date, words) else []


def _verb_between(event: Event, date: Mention) -> bool:
    return any(is_finite(w) for w in event.clause.words if event.at < w.start < date.start)


@lru_cache(maxsize=1)
def _then() -> tuple[Pattern, ...]:
    return tuple(pattern(p) for p in data()["mood"]["then"])


def attach_then(events: list[Event], words: list[Word], said: list[Word], before: list[Mention]) -> None:
    """„… spotkali się 16 września. To właśnie wtedy wręczono certyfikat": the day of the sentence before.

    Args:
        events: those of the sentence.
        words: the sentence's words.
        said: words of the sentence before it.
        before: that sentence's dates.
    """
    undated = [e for e in events if e.kind in {"awarded", "renewed"} and not e.dates]
    days = [m for m in before if len(str(m.value["value"])) == _DAY]
    alone = [m.value.get("role") for m in days] == ["other"]
    if undated and days and (matches_any(words, _then()) or _goes_on(undated[0], said, alone=alone)):
        undated[0].dates.append(days[-1])


def _goes_on(event: Event, said: list[Word], *, alone: bool) -> bool:
    """„Na sesji 30 listopada gościł auditor. Przekazał burmistrzowi certyfikat": a ceremony and what was done at it."""
    handed = bool(event.verb & words_of("reference", "handing"))
    return ((handed or not event.background) and has_any(said, words_of("mood", "ceremony"))) or (handed and alone)


def attach_alike(events: list[Event], before: list[Event]) -> None:
    """„5 maja certyfikat odebrała Lipa. Brzoza odebrała go po raz drugi.": one verb, one day.

    Args:
        events: those of the sentence.
        before: those of the sentence before it, with their dates.
    """
    undated = [e for e in events if e.kind in {"awarded", "renewed"} and not e.dates and not e.background]
    for event in undated[:1]:
        days = (d for e in before if not e.background and _is_like(event, e) for d in e.dates[-1:])
        event.dates.extend([d for d in days if len(str(d.value["value"])) == _DAY][:1])


def _is_like(event: Event, before: Event) -> bool:
    """„odebrała … odebrała", „odebrała … otrzymał": two acts of handing over."""
    verbs = frozenset(k for w in event.clause.words for k in w.keys)
    handing = words_of("reference", "handing")
    same = any(k in before.verb for k in verbs if k.endswith("/v") and k != "/v")
    return same or bool(verbs & handing and before.verb & handing)


def hand_on(events: list[Event]) -> None:
    """„odebrała certyfikat, który odnowiono po raz drugi": what was handed over is what its relative clause says."""
    handed = any(e.kind == "awarded" and not e.background and e.verb & words_of("reference", "handing") for e in events)
    for event in events:
        if handed and event.kind == "renewed" and event.clause.kind == "relative" and not event.dates:
            event.background = False
