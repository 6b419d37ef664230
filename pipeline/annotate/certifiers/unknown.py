"""„certyfikat wydała firma Kwalitex Sp. z o.o.": bodies that the register lacks, found by their clause."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.certifiers.cues import cues, groups_in
from pipeline.annotate.certifiers.naming import is_name, person_behind
from pipeline.text import squash
from pipeline.values.body import legal_tail
from pipeline.values.name import nominative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.values.cover import Cover

_KINDS = ("certification_body", "consultancy")
_UPPER = "A-ZĄĆĘŁŃÓŚŹŻÄÖÜ"
_CAPITALISED = rf"(?:\d{{1,2}}(?=[{_UPPER}]))?[{_UPPER}][\w&+’'-]*"
_NAME = re.compile(
    rf"""[„"”«](?P<quoted>[{_UPPER}0-9][^„”"«»\n]{{1,58}})[”"»“]
    | (?P<plain>{_CAPITALISED}
        (?:[ \u00a0](?:(?:i|of|and|et|für|&|–|-)[ \u00a0])?(?:[„"]{_CAPITALISED}[”"]|{_CAPITALISED})){{0,7}})""",
    re.VERBOSE,
)
"""A name: at most eight capitalised words with small connectors, or one in quotes of at most 60 characters."""
_BEHIND = 8
"""characters before a match in which a preposition is looked for"""
_TOPIC = frozenset({"certification", "standard", "management", "system"})
_JOINT = re.compile(r",\s(?:a|ale|zaś|natomiast|lecz|za to)\s|;", re.IGNORECASE)
_SPACE = r"[ \u00a0\n]{1,3}"
_ADJECTIVES = rf"(?:(?-i:[a-ząćęłńóśźż-]{{3,18}}(?:ą|ej|a|ych|ymi|ym|ę)){_SPACE}){{0,2}}"


class Clause(NamedTuple):
    """One way in which a body shows itself, from clauses.toml."""

    id: str
    kind: str
    before: re.Pattern[str]
    after: re.Pattern[str] | None
    named: str
    needs: frozenset[str]
    any: frozenset[str]
    without: frozenset[str]
    part: bool
    behind: re.Pattern[str] | None

    def fits(self, groups: frozenset[str]) -> bool:
        """Whether the cues of a sentence allow the clause."""
        return self.needs <= groups and not self.without & groups and (not self.any or bool(self.any & groups))


class Unknown(NamedTuple):
    """„Kwalitex Sp. z o.o.": its characters, its name, what it did and the clause that said so."""

    start: int
    end: int
    name: str
    kind: str
    rule: str


def _spelled_out(pattern: str) -> str:
    """„GRANTS SP FIRM" of clauses.toml as a regular expression."""
    unknown = cues()["unknown"]
    firm = rf"{_ADJECTIVES}(?:{'|'.join(unknown['firms'])})\w{{0,3}}{_SPACE}{_ADJECTIVES}"
    words = {name.upper(): unknown[name] for name in ("grants", "granted", "place", "toward")}
    words |= {"FIRM": firm, "ADJECTIVES": _ADJECTIVES}
    for word in sorted(words, key=len, reverse=True):
        pattern = pattern.replace(word, words[word])
    return pattern.replace("SP", _SPACE)


@cache
def _clauses() -> tuple[Clause, ...]:
    made = []
    for entry in cues()["unknown"]["clause"]:
        after = re.compile(_spelled_out(entry["after"])) if "after" in entry else None
        without = frozenset(entry.get("without", ()))
        made.append(
            Clause(
                entry["id"],
                entry["kind"],
                re.compile(_spelled_out(entry["before"]), re.IGNORECASE),
                after,
                entry["named"],
                frozenset(entry["needs"]),
                frozenset(entry.get("any", ())),
                without,
                entry.get("part", False),
                re.compile(_spelled_out(entry["behind"]), re.IGNORECASE) if "behind" in entry else None,
            )
        )
    return tuple(made)


def find_unknown(text: str, regions: Iterable[tuple[int, int]], taken: Cover) -> Iterator[Unknown]:
    """Bodies named by a clause in sentences that speak of certificates.

    Args:
        text: the text.
        regions: sentences, start and end in characters.
        taken: characters that belong to bodies of the register.
    """
    sentences = _over_lines(text, list(regions))
    named = any("standard" in groups_in(text[start:end]) for start, end in sentences)
    for index, (start, end) in enumerate(sentences):
        here = groups_in(text[start:end])
        if named:
            here |= {"article"}
        if named and "award" in here:  # „Certyfikat wydała firma …": of the standard that the article is about
            here |= {"standard"}
        near = here | groups_in(text[sentences[max(0, index - 1)][0] : sentences[min(len(sentences), index + 2) - 1][1]])
        if not near & {"certification", "standard", "consulting", "article"}:
            continue
        for kind in _KINDS:
            found = _first_in(text, (start, end), near if "consulting" in near else here, taken, kind)
            if found is not None:
                taken.add(found.start, found.end)
                yield found


def _over_lines(text: str, regions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """„… powierzono firmie / Norma Plus / z Gdańska": lines that a narrow column or a mail broke, as one sentence again.

    Joined are lines of which the first ends without a mark and the second goes on in small letters, or the first ends in a
    verb that gives work or a certificate and a noun that a firm's name follows.
    """
    joined: list[tuple[int, int]] = []
    for start, end in regions:
        if joined and _goes_on(text, joined[-1], start) and end - joined[-1][0] <= _JOINED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


_JOINED = 600
"""characters of a sentence over several lines; a page without any mark stays in its lines"""
_LAST_WORD = re.compile(r"(\w)\s*$")
_AWAITS = re.compile(
    r"\b(?:przez|powierz\w{1,5}|zlec\w{1,5}|wyda(?:ł\w?|je)|przyzna(?:ł\w?|je)|wystawi(?:ł\w?|a)|przeprowadzi(?:ł\w?|))"
    r"\s(?:[a-ząćęłńóśźż]{3,18}\s)?(?:firm|spół[kc])\w{1,3}\s*$"
)
"""„powierzono firmie", „wydała spółka" at the end of a line: the name must follow"""
_LAST_REACH = 60
"""characters of a line's end in which its last words are looked for"""


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the line that begins at ``start`` goes on with the sentence before it."""
    opens = max(before[0], start - _LAST_REACH)
    last = _LAST_WORD.search(text, opens, start)
    if last is None or text[last.end(1) : start].count("\n") != 1 or not text[start : start + 1].isalpha():
        return False
    return text[start].islower() or _AWAITS.search(text, opens, start) is not None


def _first_in(text: str, bounds: tuple[int, int], groups: frozenset[str], taken: Cover, kind: str) -> Unknown | None:
    """„Konsultantom firmy A zapłacono 5 tys., jednostce certyfikującej B 9 tys.": the first of a kind in the sentence."""
    start, end = bounds
    for clause in _clauses():
        if clause.kind != kind or not clause.fits(groups):
            continue
        for match in clause.before.finditer(text, start, end):
            if not _stands_well(text, bounds, match.start(), clause):
                continue
            found = _name_at(text, match.end(), end, clause)
            if found is not None and not taken.overlaps(found.start, found.end):
                return found
    return None


def _stands_well(text: str, bounds: tuple[int, int], position: int, clause: Clause) -> bool:
    """„audyt [w firmie] Wodnik": whether the words around a match let its clause speak."""
    if clause.behind is not None and clause.behind.search(text[max(bounds[0], position - _BEHIND) : position]):
        return False
    return not clause.part or bool(_TOPIC & groups_in(_part_of(text, bounds, position)))


def _part_of(text: str, bounds: tuple[int, int], position: int) -> str:
    """„We współpracy z firmą A gramy koncert[, a] certyfikat ISO mamy od maja": the side of the sentence that holds a place."""
    start, end = bounds
    joints = [start, *(m.start() for m in _JOINT.finditer(text, start, end)), end]
    return text[max(j for j in joints if j <= position) : min(j for j in joints if j > position)]


def _name_at(text: str, position: int, end: int, clause: Clause) -> Unknown | None:
    match = _NAME.match(text, position, end)
    if match is None:
        return None
    start, stop = match.span("quoted" if match["quoted"] else "plain")
    if match["quoted"] is None:
        stop = _before_legal_form(text, start, stop)
        stop -= person_behind(text[start:stop])
        stop = _past_line(text, stop)
    printed = squash(text[start:stop]) if "\n" in text[start:stop] else text[start:stop]
    bare = stop
    stop = legal_tail(text, stop) if match["quoted"] is None else start + len(printed.rstrip())
    has_form = stop > bare
    if not is_name(printed, clause.named, has_form=has_form) or (clause.after and not clause.after.match(text, stop, end)):
        return None
    name = nominative(printed, "organization") if clause.named != "any" and match["quoted"] is None else printed
    return Unknown(start, stop, name, clause.kind, clause.id)


_NEXT_LINE = re.compile(
    r" ?\n(?:Polska|Polonia|Certyfikacja|Certification|Cert|Group|Services?|International|Systems?)\b(?!\s+[A-ZĄĆĘŁŃÓŚŹŻ])"
)
"""„Quality Cert / Polska": words that end the names of certifying firms, at the next line's beginning. Source: the register"""


def _past_line(text: str, stop: int) -> int:
    """Where a name that a line break cuts ends; ``stop`` where the next line begins with another word."""
    match = _NEXT_LINE.match(text, stop)
    return match.end() if match is not None else stop


def _before_legal_form(text: str, start: int, stop: int) -> int:
    """„Kwalitex [Sp. z o.o.]": the capitalised words end where the legal form begins."""
    gaps = (m.start() for m in re.finditer(r"[ \u00a0]", text[start:stop]))
    return next((start + gap for gap in gaps if legal_tail(text, start + gap) > start + gap), stop)
