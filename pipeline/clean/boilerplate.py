"""„Dodaj komentarz", „A- A+", „Zobacz także": every line of a page is kept or dropped, with the rule that decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.clean.characters import SOFT_HYPHEN, tidy_line
from pipeline.clean.furniture.cells import cells_mark, columns
from pipeline.clean.furniture.guard import enumerations
from pipeline.clean.furniture.letters import letter_lines
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.marks import Mark, advertised, mark, teasers
from pipeline.clean.furniture.page import Page
from pipeline.clean.furniture.programme import programme_lines
from pipeline.clean.furniture.repeats import repeats
from pipeline.clean.furniture.sections import in_sections
from pipeline.clean.furniture.signatures import bylines
from pipeline.clean.furniture.tables import table_lines
from pipeline.clean.furniture.zones import drop_by_place

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipeline.clean.furniture.lines import Line

_REPEATED = Mark("site_line", "repeat.site", "site")
_UNGUARDED = {"cookies", "attachment", "photo", "see_also", "comments", "share", "print", "page_number"}
"""reasons that hold inside an enumeration too: their words say what they are"""
_NUMBERS = {"photo", "page_number"}
"""reasons of bare numbers, „812 400", which are values in a table of data"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """„Drukuj" -> keep False, reason "print", rule "tools.print"."""

    keep: bool
    reason: str | None
    """reason code; None for a kept line, "blank" for an empty one"""
    rule: str
    """id of the rule that decided; "headline", "body", "guard" or "blank" where no line rule did"""


def classify(  # noqa: PLR0913 - evidence of different callers, each by its name
    lines: Sequence[str],
    *,
    title: str | None = None,
    url: str | None = None,
    frame: Collection[int] = (),
    table: Collection[int] = (),
    chosen: bool = False,
) -> list[Verdict]:
    """„Strona główna", „Urząd z certyfikatem", „Komórki, do których zajrzeli:", „Drukuj": one verdict a line, in order.

    Args:
        lines: the page, one line or block each, as printed, since wide gaps part columns; list markers stand in front of
            items; empty lines part paragraphs.
        title: title that the dump's owner or the page's head states, to know the headline by.
        url: address of the page, whose last part often repeats the headline.
        frame: indices of the lines that the site is known to repeat on its other pages.
        table: indices of the lines that are cells of tables of data or that the page sets apart as they were typed.
        chosen: the lines are what a page's elements left, its menus gone; else many short lines tell of a whole page.
    """
    page = [read_line(tidy_line(line).removesuffix(SOFT_HYPHEN)) for line in lines]
    marks = {i: found for i, line in enumerate(page) if (found := mark(line) or cells_mark(columns(lines[i])))}
    marks |= {i: _REPEATED for i in frame if i not in marks and not page[i].blank}
    rows = {i for i in {*table, *table_lines(lines)} if not page[i].blank}
    dropped, headline, protected = _decide(Page(page, marks, rows, set(), title, url, chosen))
    return [_verdict(page[i], dropped.get(i), i == headline, i in protected) for i in range(len(page))]


def _decide(given: Page) -> tuple[dict[int, Mark], int | None, set[int]]:
    """``given`` knows what single lines say (``marks``) and which stand in tables (``protected``)."""
    page, marks, rows = given.lines, given.marks, given.protected
    names, signed = bylines(page)
    marks = names | marks
    signed |= letter_lines(page, marks)
    marks |= teasers(page, marks) | advertised(page, marks)
    protected = enumerations(page, marks) | programme_lines(page, marks) | rows
    guarded = {i for i in protected & marks.keys() if marks[i].reason not in _UNGUARDED}
    guarded |= {i for i in rows & marks.keys() if marks[i].reason in _NUMBERS}
    marks = {i: m for i, m in marks.items() if i not in guarded and i not in signed}
    marks |= in_sections(page, marks, chosen=given.chosen)
    protected = {i for i in protected if i not in marks}
    signed = {i for i in signed if i not in marks and i not in protected}
    dropped, headline = drop_by_place(replace(given, marks=marks, protected=protected, signed=signed))
    dropped |= {i: found for i, found in repeats(page, dropped, headline).items() if i not in rows}
    return dropped, headline, protected | signed


def _verdict(line: Line, dropped: Mark | None, is_headline: bool, is_protected: bool) -> Verdict:  # noqa: FBT001
    if line.blank:
        return Verdict(keep=False, reason="blank", rule="blank")
    if dropped is not None:
        return Verdict(keep=False, reason=dropped.reason, rule=dropped.rule)
    return Verdict(keep=True, reason=None, rule="headline" if is_headline else "guard" if is_protected else "body")
