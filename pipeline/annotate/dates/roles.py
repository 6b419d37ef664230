"""What happened on a date: „certyfikat przyznano 6 lutego 2002 r." -> awarded."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

Form = Literal["end", "range", "from", "point"]
REACH = 24
"""words on each side of a date that are looked at; no cue of roles.toml reaches further"""


@dataclass(frozen=True, slots=True)
class Cue:
    """„przyznać" speaks for awarded: a row of roles.toml, where the fields are explained."""

    id: str
    role: str
    weight: float
    reach: int
    lemmas: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    form: frozenset[str] = frozenset()
    before: bool = False
    verbless: bool = False
    topic: str = ""


class Word(NamedTuple):
    """A word of the sentence: its characters, all its lemmas, and whether it is a finite verb."""

    start: int
    end: int
    lemmas: frozenset[str]
    finite: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words near a date, its own clause, and what is known of the whole sentence: its topics, whether it has a verb."""

    words: Sequence[Word]
    clause: tuple[int, int]
    topics: frozenset[str]
    verbless: bool


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "roles.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """All cues of roles.toml, in order."""
    return tuple(
        Cue(
            id=c["id"],
            role=c["role"],
            weight=c["weight"],
            reach=c["reach"],
            lemmas=frozenset(c.get("lemmas", ())),
            phrases=tuple(map(tuple, c.get("phrases", ()))),
            form=frozenset(c.get("form", ())),
            before=c.get("before", False),
            verbless=c.get("verbless", False),
            topic=c.get("topic", ""),
        )
        for c in _data()["cue"]
    )


@lru_cache(maxsize=50_000)
def lemmas_of(word: str) -> frozenset[str]:
    """„wręczono" -> {"wręczyć", "wręczono"}: all lemmas, lower case, and the word itself.

    „Auditorzy" is read as „audytorzy", „recertyfikacji" as „re-" and „certyfikacji", where the dictionary lacks them.
    """
    low = word.lower()
    found = {lemma.lower() for lemma in morph.lemmas(word)} | {low}
    spellings = _data()["spellings"]
    for printed, known in spellings.items():
        if isinstance(known, str) and low.startswith(printed):
            found |= {lemma.lower() for lemma in morph.lemmas(known + low[len(printed) :])}
    for prefix in spellings["prefixes"]:
        if low.startswith(prefix) and not morph.analyse(low):
            found |= {prefix + lemma.lower() for lemma in morph.lemmas(low[len(prefix) :])}
    return frozenset(found)


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    return {topic: frozenset(lemmas) for topic, lemmas in _data()["topics"].items()}


def topics_of(words: Sequence[Word]) -> frozenset[str]:
    """„audyt", „kontrola" -> audit, „certyfikat" -> certificate: what a stretch of text speaks of."""
    found = {topic for topic, lemmas in _topics().items() if any(w.lemmas & lemmas for w in words)}
    phrases = _data()["topic_phrases"]
    return frozenset(found | {topic for topic, some in phrases.items() if any(_phrase_hits(tuple(p), words) for p in some)})


def _hits(cue: Cue, words: Sequence[Word]) -> list[tuple[int, int]]:
    found = [(i, i + 1) for i, w in enumerate(words) if w.lemmas & cue.lemmas]
    return found + [hit for phrase in cue.phrases for hit in _phrase_hits(phrase, words)]


def _phrase_hits(phrase: tuple[str, ...], words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where lemmas follow each other: („po") „raz pierwszy"."""
    size = len(phrase)
    return [
        (i, i + size)
        for i in range(len(words) - size + 1)
        if all(lemma in words[i + k].lemmas for k, lemma in enumerate(phrase))
    ]


def decide(around: Surroundings, start: int, end: int, form: Form) -> tuple[str, str]:
    """„certyfikat z ważnością do maja 2011 roku" -> ("valid_until", "valid-until.end"): the role and the cue that gave it.

    Args:
        around: the sentence around the date.
        start: first character of the date.
        end: one past its last character.
        form: whether the date is an end, a range, behind „od", or a point.

    Returns:
        ("other", "none") where no cue is near enough or the topic is another one.
    """
    if not around.topics:
        return "other", "none"
    settings = _data()["settings"]
    first = sum(w.end <= start for w in around.words)
    last = sum(w.start < end for w in around.words)
    best = (float(settings["threshold"]), "other", "none")
    for cue in cues():
        if (cue.form and form not in cue.form) or (cue.verbless and not around.verbless):
            continue
        if cue.topic and cue.topic not in around.topics:
            continue
        for a, b in _hits(cue, around.words):
            if (cue.before and b > first) or (a < last and b > first):
                continue
            distance = first - b if b <= first else a - last
            if distance > cue.reach:
                continue
            inside = around.clause[0] <= around.words[a].start < around.clause[1]
            score = cue.weight - settings["distance"] * distance - (0 if inside else settings["other_clause"])
            if score > best[0]:
                best = (score, cue.role, cue.id)
    return best[1], best[2]
