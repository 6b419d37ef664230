"""„– Czy urząd dostał już certyfikat? – Jeszcze nie.": what a question and its answer tell together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.record.vocabulary import words_of
from pipeline.values.phrase import has_any

if TYPE_CHECKING:
    from pipeline.record.clauses import Clause
    from pipeline.record.events import Event
    from pipeline.record.passages import Passage
    from pipeline.schema import Mention

_OPENING = 3
"""words of a question among which its question word stands, of an answer „tak" or „jeszcze nie": „No tak, …" """
_YET = {"awarded": "planned", "held": "planned", "maintained": "planned", "renewed": "held", "planned": None}
_NO = {"held": "lapsed", "maintained": "lapsed", "renewed": "lapsed", "lapsed": "maintained"}


def is_question(text: str, passage: Passage) -> bool:
    """Whether a passage ends with a question mark, be it before a closing quote."""
    return text[passage.start : passage.end].rstrip(" \"”»'").endswith("?")


def is_open(passage: Passage) -> bool:
    """„Od kiedy urząd ma certyfikat?" takes for granted that it has one, „Czy urząd ma certyfikat?" does not."""
    opening = [w.form.lower() for w in passage.words[:_OPENING]]
    return not words_of("mood", "asking").isdisjoint(opening)


def answered(asked: list[Event], answer: Passage) -> list[Event]:
    """The events of a yes-or-no question as its answer leaves them: „Tak" confirms, „Jeszcze nie" makes a plan of them.

    Args:
        asked: what the question asks about.
        answer: the passage behind it.
    """
    opening = [w.form.lower() for w in answer.words[:_OPENING]]
    if not words_of("mood", "affirming").isdisjoint(opening[:2]):
        return [replace(e, dates=list(e.dates)) for e in asked]
    if "nie" not in opening:
        return []
    kinds = _YET if not words_of("mood", "yet").isdisjoint(opening) else _NO
    return [replace(e, kind=kind, dates=[]) for e in asked if (kind := kinds.get(e.kind))]


def told_when(asked: list[Event], answer: Passage) -> None:
    """„Od kiedy macie certyfikat? – Od 2009 roku.": an answer without a verb dates what the question takes for granted."""
    if asked and not answer.events:
        asked[0].dates.extend(answer.of("dates")[:1])


def is_denied(clause: Clause, parts: list[Clause]) -> bool:
    """„Nieprawdziwa jest informacja, [że urząd utracił certyfikat]", „[jakoby utracił]": what is told to be untrue."""
    if clause.kind != "content":
        return False
    before = parts[: parts.index(clause)][-1:]
    told = [*clause.words[:1], *(w for c in before for w in c.words)]
    return has_any(told, words_of("mood", "denial") | words_of("mood", "doubt"))


def happened_then(events: list[Event], passage: Passage, days: list[Mention], *, question: bool) -> list[Mention]:
    """„– Co się stało 21 kwietnia? – Wręczono nam dokument.": an answer tells of the day that was asked about.

    Args:
        events: those of the passage.
        passage: a sentence, behind the question or the question itself.
        days: what the question before asked about.
        question: whether the passage is one.

    Returns:
        The days that the next passage may tell of.
    """
    if question:
        return [] if events else [d for d in passage.of("dates") if len(str(d.value["value"])) == _DAY]
    undated = next((e for e in events if e.kind in {"awarded", "renewed"} and not e.dates), None)
    if undated is not None and days:
        undated.dates.extend(days[-1:])
    return days if not events and not passage.of("dates") else []


_DAY = 10
"""characters of a value with a day"""


def is_asked(clause: Clause, parts: list[Clause]) -> bool:
    """„odpowiada na pytanie, [czy urząd wystąpi o certyfikat]": what is asked did not happen."""
    return clause.kind == "content" and clause is not parts[0] and [w.form.lower() for w in clause.words[:1]] == ["czy"]


def denied(events: list[Event], clause: Clause) -> list[Event]:
    """A loss that is denied leaves the certificate where it is; what is doubted or denied else did not happen."""
    doubted = has_any(clause.words[:1], words_of("mood", "doubt"))
    return [] if doubted else [replace(e, kind="maintained") for e in events if e.kind == "lapsed"]
