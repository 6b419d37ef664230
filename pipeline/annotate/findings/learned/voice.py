"""Who says it: „Kontrolerzy wytknęli brak planu" speaks for an audit, „Radny wytknął brak planu" for himself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.findings.kinds import is_general, is_person, names, says_nothing, settles, sums_up
from pipeline.annotate.findings.learned.words import marks, of
from pipeline.annotate.findings.lexicon import count
from pipeline.annotate.findings.speaker import (
    Speaker,
    agent_speaks,
    authority_speaks,
    binds_itself,
    critics_speak,
    somebody_else,
)
from pipeline.annotate.findings.testimony import denied, lacks, tells_to
from pipeline.annotate.findings.verdict import negated, to_come
from pipeline.values.phrase import Hit, Rule

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


class Facts(NamedTuple):
    """What is known of one span of a sentence, which many candidates share."""

    inside: list[Word]
    counts: dict[str, int]
    lacks: bool
    denied: bool
    tells_to: bool
    finite: bool
    features: tuple[str, ...]
    """names of features: what it is about, how it opens, its lemmas and stems"""
    empty: bool
    """„liczne uchybienia", „nie stwierdzono uwag", in a headline „błędy w spółce": words that name no finding"""


class Spans:
    """The facts of the spans of one sentence, each found once."""

    def __init__(self, text: str, sentence: list[Word], *, headline: bool) -> None:
        self._text = text
        self._sentence = sentence
        self._headline = headline
        self._found: dict[Span, Facts] = {}

    def of(self, span: Span) -> Facts:
        """„ład w aktach": counts, verbs, opening words of one span."""
        if span not in self._found:
            self._found[span] = self._read(span)
        return self._found[span]

    def _read(self, span: Span) -> Facts:
        inside = [w for w in self._sentence if span[0] <= w.start < span[1]]
        sums = sums_up(self._text, *span)
        nothing = not names(self._text, *span) or says_nothing(inside) or (self._headline and sums)
        return Facts(
            inside=inside,
            counts=count(inside),
            lacks=lacks(inside),
            denied=denied(inside),
            tells_to=tells_to(inside),
            finite=any(marks(w).finite for w in inside),
            features=tuple(_opening(inside)) + (("about=sum",) if sums else ()),
            empty=nothing,
        )

    def about(self, candidate: Candidate) -> list[str]:
        """What the first span is about: the audited body, a person, something settled or to come."""
        first, last = candidate.spans[0], candidate.spans[-1]
        inside = [w for w in self._sentence if first[0] <= w.start < last[1]]
        told = {
            "body": is_general(self._text, *first),
            "person": is_person(self._text, *first),
            "settled": settles(self._sentence[: candidate.first], inside),
        }
        return [f"about={name}" for name, value in told.items() if value]


class Known(NamedTuple):
    """What all candidates of a sentence share: its verbs' subjects, its spans."""

    voices: Voices
    spans: Spans


def _opening(inside: list[Word]) -> list[str]:
    """„brak spisu": the first two words, and the lemmas of all."""
    found: list[str] = []
    for place, word in enumerate(inside[:2]):
        own = marks(word)
        name = f"opens{place}"
        found += of(name, own.lemmas) + of(f"{name}:part", own.parts)
        found += of(f"{name}:says", own.polarity) + of(f"{name}:class", own.classes)
    return [*found, *(f for w in inside for f in (*of("word", marks(w).lemmas), *of("stem", marks(w).stem)))]
