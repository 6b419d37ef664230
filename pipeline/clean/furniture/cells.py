"""„Kraj    Region    Sport", „Anna Lis / 08.05.2024 / 0 komentarzy": lines of several cells, as menus and tables leave them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.characters import tidy_line
from pipeline.clean.datelines import date_line, issue_date, labelled_date, place_date
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.marks import Mark
from pipeline.clean.furniture.rules import SEARCHED, Rule, first_rule
from pipeline.clean.labels import author_label
from pipeline.clean.people import full_name, names
from pipeline.clean.sites import is_section, is_site_name

if TYPE_CHECKING:
    from pipeline.schema import EDTF

_WIDE = re.compile(r"(?<=\S)(?:[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{3,})(?=\S)")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{2,})(?=\S)")
"""two spaces alone may be a slip of the typist; two such gaps on a line are columns"""
_BRACKETED = re.compile(r"^\(([^()]{2,30})\) (?=\d)")
"""an agency in front of a date"""
_PARTING = re.compile(r" [|*•·] | / ")
_FRAMING = " |*•·[]<>_"
_CELL_WORDS, _NEIGHBOUR_WORDS = 4, 2
"""words; the longest entry of a menu; the longest unknown text beside a date, as „blog powiatu" """
_BAR_CELLS = 3
_TWO_PIECES, _LETTER = 8, 2
"""words; characters: „A" and „ok" are furniture, and words of headlines too"""


class _Cell(NamedTuple):
    text: str
    frame: str
    """frame of the furniture that it is, or "date", "crawl", "name"; empty where nothing knows it"""
    reason: str


def columns(raw: str) -> str:
    """„Kraj    Region  " -> "Kraj | Region": a line as printed, tidied, with bars where it has wide gaps, stars or slashes.

    For recognition only: the article keeps the line without them.
    """
    line = raw.strip()
    if "  " in line or "\t" in line or "\u00a0" in line:
        gap = _GAP if len(_GAP.findall(line[:SEARCHED])) > 1 else _WIDE
        line = gap.sub(" | ", line)
    parted = _BRACKETED.sub(r"\1 | ", tidy_line(line))
    return _PARTING.sub(" | ", parted) if len(parted) <= SEARCHED else parted


def cells_mark(printed: str) -> Mark | None:
    """„Sport | Kultura | Praca" -> a menu, „oświata | 18.10.2004" -> a date; None for one cell or cells that nothing knows.

    Args:
        printed: a line that ``columns`` has settled.
    """
    texts = [text for part in printed.split(" | ") if (text := part.strip(_FRAMING))]
    if printed == "" or len(printed) > SEARCHED or read_line(printed).prose:
        return None
    if len(texts) < 2:
        return (_beside_comma(printed) or _in_two(printed)) if texts else None
    cells = [_cell(text) for text in texts]
    return _dated(cells) or _ad(cells) or _menu(cells)


def cell_date(printed: str) -> EDTF | None:
    """„2012-05-08, autor: Jan Kot" -> "2012-05-08": the date that is a whole cell, or a part between commas, of such a line."""
    parts = [part for cell in printed.split(" | ") for part in cell.split(", ")]
    return next((found.value for part in parts if (found := date_line(part.strip(_FRAMING)))), None)


def cell_names(printed: str) -> list[str]:
    """„27 kwietnia 2022 r. | Ewa Sowa, Jan Kot" -> ["Ewa Sowa", "Jan Kot"]: the people of the first cell that names any."""
    return next((found for cell in printed.split(" | ") if (found := names(cell))), [])


@lru_cache(maxsize=4096)
def _cell(text: str) -> _Cell:
    if _numbered(text):
        found = date_line(text)
        if found is not None:
            return _Cell(text, "crawl" if found.weekday and not found.clock and found.label is None else "date", "date_line")
        if labelled_date(text) or issue_date(text):
            return _Cell(text, "date", "date_line")
    if full_name(text) or names(text) or author_label(text):
        return _Cell(text, "name", "byline")
    rule = first_rule(read_line(text))
    if rule is not None:
        return _Cell(text, rule.frame, rule.reason)
    return _Cell(text, "soft", "menu") if is_section(text) or is_site_name(text) else _Cell(text, "", "")


def _words(cell: _Cell) -> int:
    return len(cell.text.split())


def _dated(cells: list[_Cell]) -> Mark | None:
    """A date beside what stands beside dates: names, counters, sections, the name of a blog."""
    frames = {cell.frame for cell in cells}
    if not frames & {"date", "crawl"}:
        return None
    if any(not cell.frame and _words(cell) > _NEIGHBOUR_WORDS for cell in cells):
        return None
    if "date" in frames:
        return Mark("date_line", "cells.dated", "meta")
    return Mark("crawl_date", "cells.crawl", "site") if frames - {"crawl"} else None


def _beside_comma(text: str) -> Mark | None:
    """„2012-05-08, autor: Jan Kot": commas part cells where each of them is known; „Łódź, 6.09.2006" dates a letter."""
    if ", " not in text or not _numbered(text) or place_date(text):
        return None
    cells = [_cell(part) for part in text.split(", ")]
    if not all(cell.frame in {"date", "name"} for cell in cells):
        return None
    return Mark("date_line", "cells.dated", "meta") if any(cell.frame == "date" for cell in cells) else None


def _in_two(text: str) -> Mark | None:
    """„Wersja kontrastowa A A+ A++", „Komunikat 27.04.2020": two pieces of furniture side by side with nothing between them."""
    words = text.split()
    if not 1 < len(words) <= _TWO_PIECES or text.endswith(":"):
        return None
    if _numbered(text) and any(is_section(" ".join(words[:cut])) and date_line(" ".join(words[cut:])) for cut in (1, 2)):
        return Mark("date_line", "cells.section-date", "meta")
    for cut in range(1, len(words)):
        first = _sure(" ".join(words[:cut]))
        second = _sure(" ".join(words[cut:])) if first else None
        if first and second:
            return Mark(first.reason, "cells.two", "site" if "site" in {first.frame, second.frame} else "meta")
    return None


def _sure(text: str) -> Rule | None:
    rule = first_rule(read_line(text)) if len(text) > _LETTER else None
    return rule if rule is not None and rule.frame in {"site", "meta"} else None


def _ad(cells: list[_Cell]) -> Mark | None:
    """„REKLAMA   Skup złomu   REKLAMA": what stands between two marks of an advertisement is one."""
    return Mark("ad", "cells.ad", "meta") if cells[0].reason == cells[-1].reason == "ad" else None


def _menu(cells: list[_Cell]) -> Mark | None:
    """Entries of a menu side by side; three unknown short cells are one too, but could be the head of a table."""
    known = [cell for cell in cells if cell.frame not in {"", "name", "date", "crawl"}]
    if any(_words(cell) > _CELL_WORDS and cell not in known for cell in cells):
        return None
    if len(known) == len(cells) and all(cell.frame in {"meta", "tail"} for cell in cells):
        return Mark(cells[0].reason, "cells.tools", "meta")
    if len(known) * 2 >= len(cells):
        return Mark("menu", "cells.menu", "site" if len(cells) >= _BAR_CELLS else "soft")
    bare = all(_words(cell) <= _CELL_WORDS - 1 and cell.text[0].isupper() and not _numbered(cell.text) for cell in cells)
    return Mark("menu", "cells.bar", "soft") if bare and len(cells) >= _BAR_CELLS else None


def _numbered(text: str) -> bool:
    return any(map(str.isdigit, text))
