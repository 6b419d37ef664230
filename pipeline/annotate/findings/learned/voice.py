"""Who says it: „Kontrolerzy wytknęli brak planu" speaks for an audit, „Radny wytknął brak planu" for himself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.kinds import is_general, is_person, names, says_nothing, settles, sums_up
from pipeline.annotate.findings.learned.words import marks
from pipeline.annotate.findings.speaker import (
    Speaker,
    agent_speaks,
    authority_speaks,
    binds_itself,
    critics_speak,
    somebody_else,
)
from pipeline.annotate.findings.verdict import negated, to_come
from pipeline.values.phrase import Hit, Rule, words

if TYPE_CHECKING:
    from pipeline.annotate.findings.learned.candidates import Candidate
    from pipeline.values.enumeration import Span
    from pipeline.values.phrase import Word

_ANY = Rule("finding.learned.verb", "unspecified", 0, (), {})


class Voices:
    """Who is the subject of each verb of one sentence; asked once a verb."""

    def __init__(self, text: str, sentence: list[Word], speaker: Speaker) -> None:
        self._text = text
        self._sentence = sentence
        self._speaker = speaker
        self._found: dict[int, list[str]] = {}

    def of(self, place: int) -> list[str]:
        """„Radny wytknął": what is known of the subject of the verb at ``place``."""
        if place not in self._found:
            self._found[place] = self._asked(place)
        return self._found[place]

    def _asked(self, place: int) -> list[str]:
        text, sentence, hit = self._text, self._sentence, Hit(_ANY, (place,))
        if "/v" not in sentence[place].keys:
            return ["none"]
        told = {
            "agent": agent_speaks(sentence[: place + 1], [sentence[place]], close=True)
            or agent_speaks(sentence[place:], [sentence[place]], close=True),
            "silent": self._speaker.silent(sentence, hit),
            "authority": authority_speaks(text, sentence, [place]),
            "critics": critics_speak(text, sentence, hit),
            "else": somebody_else(text, sentence, hit),
            "other": self._speaker.other(sentence, hit),
            "own": binds_itself(sentence, hit),
            "negated": negated(text, sentence, hit),
            "to_come": to_come(sentence, hit),
            "impersonal": any(key.endswith("/imps") for key in sentence[place].keys),
        }
        return [name for name, value in told.items() if value] or ["unknown"]

    def first(self) -> int | None:
        """The sentence's first finite verb."""
        return next((i for i, w in enumerate(self._sentence) if marks(w).finite), None)


def empty(text: str, span: Span, *, headline: bool) -> bool:
    """„liczne uchybienia", „nie stwierdzono uwag", in a headline „błędy w spółce": words that name no finding."""
    return not names(text, *span) or says_nothing(words(text, *span)) or (headline and sums_up(text, *span))


def about(text: str, sentence: list[Word], candidate: Candidate) -> list[str]:
    """What the first span is about: the audited body, a person, a sum of faults, something settled or to come."""
    first, last = candidate.spans[0], candidate.spans[-1]
    before = sentence[: candidate.first]
    inside = [w for w in sentence if first[0] <= w.start < last[1]]
    told = {
        "body": is_general(text, *first),
        "person": is_person(text, *first),
        "sum": sums_up(text, *first),
        "settled": settles(before, inside),
    }
    return [f"about={name}" for name, value in told.items() if value]
