"""„Opublikowano: 12 marca 2010 r., 10:22", „nr 3 (45) marzec 2006": dates that a page prints about itself.

This is no date grammar for running text (that is ``values.edtf``): it reads lines that hold a date, a label and nothing else.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from pipeline.clean.sites import is_section
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.schema import EDTF

FIRST_YEAR = 1990  # the first Polish page went on line in 1993; a printed paper's archive may begin a little earlier
LAST_YEAR = 2099
_CHANGED = 9
_MONTHS = 12
_GROUPS = (*range(1, 9), 11)
"""numbers of the groups of a day's year, month and day; 4 to 6 and 11 are those of the second way to write a letter's date"""
_NEIGHBOUR_WORDS = 6
_PARTING = " ,;:/()[]<>»-"


@dataclass(frozen=True, slots=True)
class DateLine:
    """„Poniedziałek [29.06.2020, 23:29:40]": what a line that is nothing but a date says."""

    value: EDTF
    weekday: bool
    """a weekday stands before the date: on a frame of a page the mark of "today", that is of the crawl"""
    clock: bool
    """a time of day or a later change is printed: pages print these for what they published, seldom for today"""
    label: str | None
    trust: int
    """1 to 3: a label of publication, from strong to weak; 5: no label; 9: a label of a later change"""


@dataclass(frozen=True, slots=True)
class _Grammar:
    months: dict[str, int]
    labels: dict[str, tuple[str, int]]
    line: re.Pattern[str]
    changed: re.Pattern[str]
    label: re.Pattern[str]
    issue: re.Pattern[str]
    place: re.Pattern[str]
    day: re.Pattern[str]


def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files("pipeline.clean") / "data" / "datelines.toml").read_text(encoding="utf-8"))


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    data = _data()
    months = {form: number for number, forms in enumerate(data["months"], 1) for form in forms}
    labels = {word: (entry["id"], entry["trust"]) for entry in data["label"] for word in entry["words"]}
    named, label, weekday = _either(list(months)), _either(list(labels)), _either(data["weekdays"])
    day = (
        rf"(?:(?P<y1>\d{{4}})[-./](?P<m1>\d\d?)[-./](?P<d1>\d\d?)|(?P<d2>\d\d?) ?[-./] ?(?P<m2>\d\d?) ?[-./] ?(?P<y2>\d{{4}})"
        rf"|(?P<d3>\d\d?)[ .,-]{{1,2}}(?P<m3>{named})[ .,-]{{1,3}}(?P<y3>\d{{4}})"
        rf"|(?P<m8>{named}) (?P<d8>\d\d?),? (?P<y8>\d{{4}}))"
    )
    lone = _either([forms[1] for forms in data["months"]])
    price, papers = "|".join(data["price"]), "|".join(data["papers"])
    again = re.sub(r"\?P<([ymd])(\d)>", lambda found: f"?P<{found[1]}{int(found[2]) + 3}>", day)
    after = r"[\]) ]*(?:r\.?|roku)?[\]) ]*"
    clock = (
        r"(?:[ ,;@|(\[t-]*(?:o |godz\.? ?:?)?(?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?)(?: ?(?:cest|cet|z|\+\d\d:?\d\d))?[)\] ]*"
        r"(?:— ?[a-z0-9_.]{2,20})?)?"  # „12:40 — sekretariat": Drupal's account
    )
    head = r"[ •·|*(\[<>»-]{0,6}"
    tail = r"[ •·|,;.)\]-]{0,6}"
    return _Grammar(
        months=months,
        labels=labels,
        line=re.compile(
            rf"{head}(?:(?P<label>{label})(?: dnia| w dniu)? ?[:\-–]? ?)?"
            rf"(?P<glue>bip)?(?:(?:dzis(?:iaj)?(?: jest)?:? ?)?(?P<weekday>{weekday})\b[., ]*)?"
            rf"[ \[(]*(?:dnia |z dnia )?{day}{after}{clock}{tail}"
        ),
        changed=re.compile(rf"\b(?:{_either([w for e in data['label'] if e['trust'] == _CHANGED for w in e['words']])})\b"),
        label=re.compile(
            rf"(?P<label>{label})(?: dnia| w dniu)?(?: przez:? ?[^\d:]{{2,60}})? ?[:,\-–]? ?"
            rf"[ (\[]*(?:(?:{weekday})\b[., ]*)?(?:dnia )?(?:{day}|(?P<m7>{lone})[ ,]+(?P<y7>\d{{4}})\b)"
        ),
        issue=re.compile(
            rf"[^\d\n]{{0,40}}?\b(?:nr|numer) ?\d{{1,4}}(?:[/ ]\d{{2,4}})? ?(?:\(\d{{1,4}}\))?[ ,/|*-]*"
            rf"(?:(?P<d3>\d\d?) )?(?P<m3>{named})[ ,-]+(?P<y3>\d{{4}})(?: r\.?)?(?:[ ,|*-]+(?:{price}))*"
            rf"|[^\d\n]{{2,40}}?[ ,|-]+(?P<m1>{named})[ ,-]+(?P<y1>\d{{4}})(?: r\.?)?[ ,|-]+(?:{price})"
            rf"|[^\d\n]{{2,60}}?[ ,|-]+(?P<m8>{lone})[ ,-]+(?P<y8>\d{{4}})(?: r\.?)?[ ,|*-]+(?:nr|numer) ?\d{{1,4}}"
            rf"(?:[/ ]\d{{2,4}})?(?: ?\(\d{{1,4}}\))?(?:[ ,|*-]+(?:{price}))*"
            rf"|\W?(?:{papers})\b[^\d\n]{{0,40}}?(?<! za)(?<! na)(?<! z)(?<! w)[ ,|-]+"
            rf"(?P<m2>{lone})[ ,-]+(?P<y2>\d{{4}})(?: r\.?)?"
        ),
        place=re.compile(
            r"[a-z][a-z-]+(?: [a-z-]+){0,3}(?<! z)(?<! w)"  # „ustawa z dnia" is no place
            rf"(?:,? (?:dnia|dn\.) {day}(?:[ ]?(?:r\.?|roku))?|, {again}(?:[ ]?(?:r\.?|roku))?$)"
        ),
        day=re.compile(day),
    )


def _value(found: re.Match[str]) -> EDTF | None:
    groups = found.groupdict()
    for n in _GROUPS:
        if groups.get(f"y{n}"):
            month = groups[f"m{n}"]
            number = int(month) if month.isdigit() else _grammar().months[month]
            day = int(groups[f"d{n}"]) if groups.get(f"d{n}") else None
            if day is not None and day <= _MONTHS < number:  # „06/28/2013": content systems that were never set to Polish
                number, day = day, number
            return _valid(int(groups[f"y{n}"]), number, day)
    return None


def _valid(year: int, month: int, day: int | None) -> EDTF | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        stamp = date(year, month, day or 1)
    except ValueError:
        return None
    return stamp.isoformat() if day else stamp.isoformat()[:7]


def read_date(text: str) -> EDTF | None:
    """„2010-03-12T10:22:00", „12.03.2010", „12 marca 2010 r.", „2010-03", „2010": a value of a field, at its precision.

    Returns:
        An EDTF date, or None for what is no date between 1990 and 2099.
    """
    folded = fold(text).strip()
    whole = re.fullmatch(r"(\d{4})(?:-(\d\d))?", folded)
    if whole:
        if whole[2]:
            return _valid(int(whole[1]), int(whole[2]), None)
        return whole[1] if FIRST_YEAR <= int(whole[1]) <= LAST_YEAR else None
    found = _grammar().day.search(folded[:120])
    return _value(found) if found else None


def date_line(line: str) -> DateLine | None:
    """„Poniedziałek [29.06.2020, 23:29:40]", „portal.pl • 29.06.2020 • Kraj": a line that is a date, with or without its label.

    A later change behind it („, ostatnia aktualizacja …") and short neighbours behind • or | do not matter.
    """
    return _date_line(line) if 8 <= len(line) <= 120 else None


@lru_cache(maxsize=4096)
def _date_line(line: str) -> DateLine | None:
    folded = fold(line)
    changed = _grammar().changed.search(folded)
    if changed and changed.start() > 0:
        folded = folded[: changed.start()].rstrip(" ,;|(-")
    parts = [part.strip() for part in re.split("[•|·]", folded)]
    found = _whole_line(folded) or _beside_section(folded)
    if found is None and len(parts) > 1 and all(len(part.split()) <= _NEIGHBOUR_WORDS for part in parts):
        found = next((inner for inner in map(_whole_line, parts) if inner), None)
    return replace(found, clock=True) if found and changed and changed.start() > 0 else found


def _beside_section(folded: str) -> DateLine | None:
    """„05.12.2011 Aktualności", „Aktualności, 5 grudnia 2011": a date and the name of a section, in either order."""
    found = _grammar().day.search(folded)
    if found is None:
        return None
    before, after = folded[: found.start()].strip(_PARTING), folded[found.end() :].strip(_PARTING)
    if bool(before) == bool(after) or not is_section(before or after):
        return None
    return _whole_line(found[0])


def _whole_line(folded: str) -> DateLine | None:
    found = _grammar().line.fullmatch(folded)
    value = _value(found) if found else None
    if found is None or value is None:
        return None
    name, trust = _grammar().labels.get(found["label"] or "", (None, 5))
    return DateLine(value, bool(found["weekday"]), bool(found["clock"]), name, trust)


def labelled_date(line: str) -> DateLine | None:
    """„Dodano: 12.03.2010 przez redakcję | Wyświetleń: 210": a label and its date among other things on one short line.

    The date must follow the label at once: „Data publikacji strony internetowej: …" speaks of something else.
    """
    if len(line) > 300:
        return None
    best: DateLine | None = None
    for found in _grammar().label.finditer(fold(line)):
        value = _value(found)
        name, trust = _grammar().labels[found["label"]]
        before = line[found.start() - 1 : found.start()]
        if value and not before.isalnum() and (best is None or trust < best.trust):
            best = DateLine(value, weekday=False, clock=False, label=name, trust=trust)
    return best


def bare_label(line: str) -> tuple[str, int] | None:
    """„Data publikacji:" alone on its line: the label's id and trust; its date stands on the next line."""
    return _grammar().labels.get(fold(line).strip(" :.-")) if len(line) <= 60 else None


def issue_date(line: str) -> EDTF | None:
    """„nr 3 (45)   marzec 2006", „WIEŚCI GMINNE maj 2003 cena 1 zł": the month of a newspaper's issue line.

    A number, a price or the name of a paper stands beside the month; „Sesja Rady Gminy – maj 2003" is a headline.
    """
    found = _grammar().issue.fullmatch(" ".join(fold(line).split())) if len(line) <= 100 else None
    return _value(found) if found else None


def place_date(line: str) -> EDTF | None:
    """„Łódź, dnia 6 września 2006 r.": the date of a letter, at the start of a line, whatever is glued behind it."""
    found = _grammar().place.match(fold(line)) if len(line) <= 100 else None
    return _value(found) if found else None


_URL_DAY = re.compile(r"(?:^|[/_.-])((?:19|20)\d\d)([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=$|[/_.,-]|\.html?)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


def date_from_url(url: str) -> EDTF | None:
    """„https://…/2019/10/11/audyt-w-szpitalu/": the day or the month that the path of an address begins with.

    A year alone is a folder's name as often as a date, and two-digit years could be anything: neither counts.
    """
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    found = _URL_DAY.search(path)
    if found:
        return _valid(int(found[1]), int(found[3]), int(found[4]))
    found = _URL_MONTH.search(path)
    return _valid(int(found[1]), int(found[2]), None) if found else None
