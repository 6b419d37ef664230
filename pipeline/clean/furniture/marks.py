"""„Drukuj", „Jan Kowalski", „13-03-2006 08:12": what single lines are recognised as, before their place decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.datelines import date_line, issue_date, labelled_date, place_date
from pipeline.clean.furniture.rules import first_rule
from pipeline.clean.labels import initials
from pipeline.clean.people import full_name, is_account, is_first_name_form
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.rules import Frame
    from pipeline.schema import EDTF

_NAMEDAY_NAMES = 2
_BYLINE_WORDS = 12
_BYLINE_CHARS = 90
_TEASER_WORDS = 45
_CUT = re.compile(r"(?:…|\.\.\.)[\])]?(?: ?(?:więcej|czytaj (?:dalej|więcej)|»|>+))?$")
_NAME_AND_DATE = re.compile(
    r"(?P<n1>[^\d,|•·/]{5,50}?)(?:[,|•·/]| [-–] | dnia) ?(?P<d1>[^|•·]{0,20}\d.{5,40})"
    r"|(?P<d2>[^|•·\d]{0,20}\d[^|•·,]{3,40}?)[ ,]{0,2}(?:[,|•·/]| [-–] | przez:?) ?(?P<n2>[^\d,|•·/]{5,50})"
)


class Mark(NamedTuple):
    """„Drukuj" -> reason "print", rule "tools.print", frame "meta": one recognised line."""

    reason: str
    rule: str
    frame: Frame


_NO_MARK = Mark("", "", "meta")


def mark(line: Line) -> Mark | None:
    """„Andrzeja, Jędrzeja, Szymona" -> name-days: a line by itself; None for what no rule knows."""
    if line.blank:
        return None
    dated = _dated(line)
    if dated is not None:
        return dated
    if line.words == 1 and initials(line.text):
        return Mark("byline", "byline.initials", "meta")
    if _is_namedays(line):
        return Mark("nameday", "header.nameday-list", "site")
    rule = first_rule(line)
    if rule is None and signed_date(line.text):
        return Mark("byline", "byline.dated", "meta")
    return Mark(rule.reason, rule.id, rule.frame) if rule else None


def signed_date(text: str) -> tuple[str, EDTF] | None:
    """„Jan Kowal, 12.03.2010" -> ("Jan Kowal", "2010-03-12"): a name and a date in either order; "" for „admin"."""
    if len(text) > _BYLINE_CHARS or not any(map(str.isdigit, text)):
        return None
    if initialled := _initialled(text):
        return initialled
    found = _NAME_AND_DATE.fullmatch(text)
    if found is None:
        return None
    named, dated = found["n1"] or found["n2"], date_line(found["d1"] or found["d2"])
    if _is_town(named) and place_date(text) and any(map(str.isalpha, (found["d1"] or found["d2"]).replace("r.", ""))):
        return None  # bylines print the month as a number
    name = "" if is_account(named) else full_name(named)
    return (name, dated.value) if name is not None and dated else None


def _is_town(named: str) -> bool:
    """„Dąbrówka Leśna, 5 listopada 2007 r.": where a letter was written, though a woman may be called Dąbrówka."""
    readings = morph.analyse(named.split(maxsplit=1)[0])
    return any(morph.GEOGRAPHIC in reading.labels for reading in readings)


def _initialled(text: str) -> tuple[str, EDTF] | None:
    """„2021-07-09 14:12 (jk)": a date and initials in brackets."""
    before, _, last = text.rpartition(" ")
    short = initials(last)
    dated = date_line(before.rstrip(" ,|-–")) if short else None
    return (short, dated.value) if short and dated else None


def _dated(line: Line) -> Mark | None:
    if line.marker is not None and not line.marker[0].isdigit():
        return None
    found = date_line(line.text)
    if found is not None:
        if found.weekday and not found.clock and found.label is None:
            return Mark("crawl_date", "header.weekday-date", "soft")
        return Mark("date_line", "date.line" if found.label is None else "date.label", "meta")
    if issue_date(line.text):
        return Mark("issue_line", "date.issue", "meta")
    if not line.prose and line.words <= _BYLINE_WORDS * 2 and ":" in line.key and _opens_with_label(line):
        return Mark("date_line", "date.label-mixed", "meta")
    return None


def _opens_with_label(line: Line) -> bool:
    """„Dodano: 12.03.2010 | Wyświetleń: 3": a label and its date open the line, and no sentence follows."""
    colon = line.key.find(":")
    named = colon < len("data ostatniej modyfikacji dnia") and labelled_date(line.text[: colon + 30]) is not None
    return named and not re.search(r"\d( ?r\.?)?[.;] [A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+ [a-ząćęłńóśźż]", line.text)


def _is_namedays(line: Line) -> bool:
    parts = [part.strip() for part in line.text.rstrip(".").replace(" i ", ", ").split(",")]
    return len(parts) >= _NAMEDAY_NAMES and all(part.isalpha() and is_first_name_form(part, "gen") for part in parts)


def teasers(page: Sequence[Line], marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """„Gmina ogłasza nabór wniosków na…", „czytaj dalej": cut beginnings of other articles behind this one.

    Two of them without running text behind the first, or one with a link „więcej" below it; a single paragraph that was cut
    off stays.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    cut = [at for at, i in enumerate(filled) if i not in marks and _is_cut(page, filled, at)]
    after = max((at for at, i in enumerate(filled) if page[i].prose and i not in marks and at not in set(cut)), default=-1)
    behind = [at for at in cut if at > after]
    linked = [
        at
        for at in cut
        if at + 1 < len(filled) and marks.get(filled[at + 1], _NO_MARK).reason in {"see_also", "menu", "paging"}
    ]
    found = {*(behind if len(behind) > 1 else ()), *linked}
    return {filled[at]: Mark("teaser", "teaser.cut", "tail") for at in found}


def _is_cut(page: Sequence[Line], filled: list[int], at: int) -> bool:
    """„…" at the end of a short text below its headline; three dots also end a sentence of an article."""
    line, above = page[filled[at]], page[filled[at - 1]] if at else None
    return (
        bool(_CUT.search(line.text))
        and line.marker is None
        and line.words <= _TEASER_WORDS
        and above is not None
        and not above.prose
    )


def advertised(page: Sequence[Line], marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """„REKLAMA", „Tanie okna od ręki": the short line that stands in one block with the mark of an advertisement."""
    found: dict[int, Mark] = {}
    for i in range(1, len(page) - 1):
        alone = page[i - 1].blank and (i + 2 >= len(page) or page[i + 2].blank)
        if i in marks and marks[i].reason == "ad" and alone and not page[i + 1].blank and not page[i + 1].prose:
            found[i + 1] = Mark("ad", "ad.block", "meta")
    return found
