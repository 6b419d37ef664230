"""„Dodaj komentarz", „Kalendarz imprez", „Polecane": lines that open a section of furniture."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from pipeline.clean.datelines import date_line
from pipeline.clean.furniture.marks import Mark
from pipeline.clean.furniture.rules import SEARCHED, expand
from pipeline.clean.people import is_office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line

_COMMENTS = "section.comments"
_ITEMS, _ITEMS_WITHIN = 3, 30
_PROVED_RATIO = 5
"""times; comments under a short notice are seldom longer than that, and a form in the header stands before nearly everything"""
_CAUTION, _TEASERS = 4, 2
"""times as much running text before the opener as behind it: words that also stand inside articles; boxes of teasers"""
_EVENTS, _EVENTS_WITHIN = 2, 6
_EVENT = re.compile(r"\d{1,2}(?:[./-]\d{1,2}\b|[.-]? (?:stycz|lut|mar|kwie|maj|czerw|lip|sierp|wrze|pazdz|listop|grud)\w*)")
_OFFER = re.compile(r"\d ?(?:zl|pln)\b|\btel\b|\b\d{3}[ -]\d{3}[ -]\d{3}\b")
_OFFERS_WITHIN = 8
"""lines on either side of a column's head among small ads, of which one states a price or a telephone"""
_CALENDAR_WORDS = 2
"""words; lines of a calendar in front of an article that hold no number: "Całodzienne", "Dom Kultury" """


@dataclass(frozen=True, slots=True)
class Section:
    """„Komentarze (3)": an opener and how far its section goes."""

    id: str
    reason: str
    extent: str
    evidence: bool
    max_words: int
    lines: int
    """longest run, in lines that are not blank"""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Sections:
    openers: tuple[Section, ...]
    evidence: re.Pattern[str]
    within: int


@lru_cache(maxsize=1)
def _sections() -> _Sections:
    data = tomllib.loads((resources.files("pipeline.clean") / "data" / "sections.toml").read_text(encoding="utf-8"))
    openers = tuple(
        Section(
            id=entry["id"],
            reason=entry["reason"],
            extent=entry["extent"],
            evidence=entry.get("evidence", False),
            max_words=entry["max_words"],
            lines=entry.get("lines", 0),
            pattern=_pattern(entry["patterns"], data["words"]),
        )
        for entry in data["section"]
    )
    return _Sections(openers, _pattern(data["evidence"]["patterns"], {}), data["evidence"]["lines"])


def _pattern(patterns: list[str], words: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expand(pattern, words)})" for pattern in patterns))


def section_ids() -> tuple[str, ...]:
    """„section.comments", …: ids of every opener, for the registry of rules."""
    return tuple(section.id for section in _sections().openers)


def opener(line: Line) -> Section | None:
    """„3 KOMENTARZE" -> section.comments-counted: the section that a line would open."""
    key = line.key[:SEARCHED]
    return next((s for s in _sections().openers if line.words <= s.max_words and s.pattern.fullmatch(key)), None)


def _comment_items(page: Sequence[Line], marks: Mapping[int, Mark]) -> set[int]:
    """Lines where comments begin without an opener: several „Gość", „~nick", „Odpowiedz" soon one after another."""
    items = [i for i in range(len(page)) if i in marks and marks[i].rule == "comment.item"]
    return {i for at, i in enumerate(items[: len(items) - _ITEMS + 1]) if items[at + _ITEMS - 1] - i <= _ITEMS_WITHIN}


def in_sections(page: Sequence[Line], marks: Mapping[int, Mark], *, chosen: bool = False) -> dict[int, Mark]:
    """„Dodaj komentarz" and everything below it: the lines that belong to sections of furniture.

    A section that runs to the end needs the article in front of it: more running text before the opener than behind it, or
    evidence of comments in the next lines. So a counter „Komentarze (3)" over an article takes only itself away; and so does
    „Czytaj także" where the lines are ``chosen``, the links below it gone already.
    """
    prose = [line.words if line.prose and i not in marks else 0 for i, line in enumerate(page)]
    before = [0, *accumulate(prose)]
    items = _comment_items(page, marks)
    found: dict[int, Mark] = {}
    i = 0
    while i < len(page):
        section = None if page[i].blank else _opened(page[i], implied=i in items)
        if section is None or not _holds(page, i, section):
            i += 1
            continue
        behind = before[-1] - before[i + 1]
        if chosen and section.reason == "see_also":
            end, members = i + 1, []
        elif section.extent == "run":
            end = _run_end(page, i, section.lines, marks)
            members = _run_members(page, range(i + 1, end), section, last=not behind)
        else:
            end = _rest_end(page, i, section, before[i], behind)
            members = list(range(i + 1, end))
        for j in (i, *members):
            if not page[j].blank:
                found[j] = Mark(section.reason, section.id, "tail" if section.extent == "rest" else "meta")
        i = end
    return found


def _holds(page: Sequence[Line], at: int, section: Section) -> bool:
    """Events below a calendar, prices by a head of small ads, nobody's office below a contact for the press."""
    if section.reason == "press_contact":
        return not any(is_office(line.text) for line in page[at + 1 : at + 1 + section.lines])
    if section.extent != "run" or not section.evidence:
        return True
    return _has_offers(page, at) if section.reason == "offers" else _has_events(page, at)


def _opened(line: Line, *, implied: bool) -> Section | None:
    return opener(line) or (next(s for s in _sections().openers if s.id == _COMMENTS) if implied else None)


def _rest_end(page: Sequence[Line], at: int, section: Section, before: int, behind: int) -> int:
    proved = before * _PROVED_RATIO > behind and section.reason in {"comments", "form"} and _has_evidence(page, at)
    share = _CAUTION if section.evidence else _TEASERS if section.reason == "related" else 1
    enough = before > share * behind
    return len(page) if proved or enough else at + 1


def _has_evidence(page: Sequence[Line], at: int) -> bool:
    sections = _sections()
    following = [line for line in page[at + 1 : at + 1 + 2 * sections.within] if not line.blank][: sections.within]
    return any(sections.evidence.fullmatch(line.key[:SEARCHED]) or _timed(line) for line in following if not line.prose)


def _has_events(page: Sequence[Line], at: int) -> bool:
    """„7 maja Bieg uliczny", „12.05 Koncert": at least two of the next lines open with a day, and they are short."""
    following = [line for line in page[at + 1 : at + 1 + _EVENTS_WITHIN] if not line.blank]
    return sum(not line.prose and _EVENT.match(line.key) is not None for line in following) >= _EVENTS


def _has_offers(page: Sequence[Line], at: int) -> bool:
    """„sad 40 a, 600 000 000", „opony, 200 zł": a short line near that states a price or a telephone."""
    near = page[max(0, at - _OFFERS_WITHIN) : at + 1 + _OFFERS_WITHIN]
    return any(not line.prose and _OFFER.search(line.key) is not None for line in near)


def _timed(line: Line) -> bool:
    found = date_line(line.text)
    return found is not None and found.clock


def _run_end(page: Sequence[Line], at: int, lines: int, marks: Mapping[int, Mark]) -> int:
    """Index behind the run: at running text, or after so many lines."""
    left = lines
    for j in range(at + 1, len(page)):
        if (page[j].prose and j not in marks) or opener(page[j]) is not None or _labelled(marks.get(j)):
            return j
        left -= not page[j].blank
        if left < 0:
            return j
    return len(page)


def _labelled(mark: Mark | None) -> bool:
    """„Opublikowano 15 czerwca 2016" behind a calendar belongs to the article below."""
    return mark is not None and mark.rule in {"date.label", "date.label-mixed"}


def _run_members(page: Sequence[Line], run: range, section: Section, *, last: bool) -> list[int]:
    """The lines of a run that go: all behind an article; before one, where its headline could stand, the sure ones."""
    if last or section.reason == "see_also":
        return list(run)
    if section.reason == "offers":
        return list(takewhile(lambda j: page[j].ending != "?", run))  # the next question of an interview
    if section.reason != "calendar":
        return []
    return [j for j in run if page[j].words <= _CALENDAR_WORDS or any(map(str.isdigit, page[j].text))]
