"""Header, article, footer: what a line's place on the page says where no rule knows its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.furniture.headline import find_headline, is_header
from pipeline.clean.furniture.marks import Mark

if TYPE_CHECKING:
    from pipeline.clean.furniture.page import Page

_MENU_RUN = 5
"""short lines in a row; headings of an article stand alone or in pairs"""
_PROSE_CAP = 50
_SHORT_COST = 3
_MARK_COST = 4
_SECTION_COST = 12
_AMID, _AMID_COST = {"ad", "offers", "see_also"}, 2
"""reasons; what portals also print between the paragraphs of an article parts it less than the rest of a page's frame"""
_NO_MARK = Mark("", "", "meta")


def drop_by_place(page: Page) -> tuple[dict[int, Mark], int | None]:
    """„Lubowo," over a headline, „Sprawdź kolejkę" below the share box: lines that only their place gives away.

    Returns:
        What is to be dropped, the marks included, and the line number of the headline.
    """
    bodies = [i for i in page.filled if page.body(i)]
    if not bodies:
        return _without_body(page)
    start = next((i for i in bodies if page.lines[i].prose), bodies[0])
    first, last = core(page) if page.heavy else (start, bodies[-1])
    top = min((i for i in page.protected if i < first and not page.heavy), default=first)
    headline = find_headline(page, top)
    if headline is not None and first <= headline:  # a headline of two sentences looks like running text
        first = next((i for i in bodies if i > headline), headline)
    dropped = {i: m for i, m in page.marks.items() if i != headline and not _stays(page, i, m, first, last)}
    dropped |= _header(page, headline, first)
    dropped |= _footer(page, last)
    if page.heavy:
        dropped |= _menus(page, first, last)
    if headline is not None:
        dropped.pop(headline, None)
    return dropped, headline


def _without_body(page: Page) -> tuple[dict[int, Mark], int | None]:
    """A page of short lines alone: a notice, or nothing but furniture; only what rules know is taken out."""
    headline = find_headline(page, len(page.lines))
    return {i: m for i, m in page.marks.items() if i != headline}, headline


def core(page: Page) -> tuple[int, int]:
    """First and last line of the stretch with the most running text and the fewest other lines.

    The stretch of greatest sum of scores (Pasternack and Roth 2009, "Extracting article text from the web with maximum
    subsequence segmentation"), found in one pass.
    """
    best, total, start = (0.0, 0, 0), 0.0, 0
    for i in range(len(page.lines)):
        points = _points(page, i)
        if total <= 0 and points > 0:
            total, start = 0.0, i
        total += points
        if total > best[0]:
            best = (total, start, i)
    last = best[2]
    while last + 1 < len(page.lines) and (page.body(last + 1) or last + 1 in page.signed or page.lines[last + 1].blank):
        last += 1
    return best[1], last


def _points(page: Page, i: int) -> float:
    line = page.lines[i]
    if line.blank:
        return 0
    if i in page.marks:
        mark = page.marks[i]
        return -_SECTION_COST if mark.frame == "tail" else -_AMID_COST if mark.reason in _AMID else -_MARK_COST
    if line.prose:
        return min(line.words, _PROSE_CAP)
    if i in page.protected:
        return 0  # it bridges paragraphs, but menus that look like enumerations must not attract the article
    return line.words / 2 if line.ending and line.ending in ".!?" else -_SHORT_COST


def _stays(page: Page, i: int, mark: Mark, first: int, last: int) -> bool:
    """Marked, yet in the middle of an article: a soft word is a subheading there, and a bare date one of a chronicle."""
    if page.heavy:
        return False
    if mark.reason == "contact" and i > last:
        proof = _proof(page, last)
        return proof is None or i < proof
    if not first < i < last:
        return False
    if mark.frame == "soft":
        return True
    return mark.rule == "date.line" and not any(c == ":" for c in page.lines[i].text)


def _header(page: Page, headline: int | None, first: int) -> dict[int, Mark]:
    """Unknown short lines before the headline, where the header of the site is there to prove what they are."""
    site = [i for i in range(first) if page.marks.get(i, _NO_MARK).frame in {"site", "tail", "soft"}]
    limit = headline if headline is not None else max(site, default=-1) + 1
    named = any(page.short(i) and is_header(page.lines[i], foreign=not page.chosen) for i in range(limit))
    many = sum(page.short(i) for i in range(limit)) >= _MENU_RUN  # a menu, unless menus are gone: then the article's own list
    proved = not (many and page.chosen) and (page.heavy or many or named or any(i < limit for i in site))
    stop = limit if proved else 0
    dropped = {i: _above(page, i, headline) for i in range(stop) if page.short(i) or (page.heavy and page.body(i))}
    between = [i for i in range((headline if headline is not None else -1) + 1, first) if page.short(i)]
    if page.heavy and sum(map(page.bare, between)) >= _MENU_RUN:
        dropped |= {i: Mark("header", "place.header", "site") for i in between}
    return dropped


def _above(page: Page, i: int, headline: int | None) -> Mark:
    if headline is not None and page.lines[i].key == page.lines[headline].key:
        return Mark("repeated_title", "repeat.title", "meta")
    return Mark("header", "place.header", "site")


def _footer(page: Page, last: int) -> dict[int, Mark]:
    """Unknown lines behind the article: all on a page with its menus, else those below the site's tools or a menu's length."""
    tail = range(last + 1, len(page.lines))
    if page.heavy:
        return {i: Mark("footer", "place.footer", "tail") for i in tail if i not in page.marks and not page.lines[i].blank}
    proof = _proof(page, last)
    if proof is None and sum(page.short(i) for i in tail) >= 2 * _MENU_RUN:
        proof = last
    if proof is None:
        return {}
    above = {proof - 1} if page.marks.get(proof, _NO_MARK).reason == "teaser" and proof - 1 > last else set()
    return {
        i: Mark("footer", "place.footer", "tail")
        for i in tail
        if (i > proof or i in above) and (page.short(i) or i in page.signed)
    }


def _proof(page: Page, last: int) -> int | None:
    """The first line behind the article that only a page's frame has."""
    return next((i for i in range(last + 1, len(page.lines)) if i in page.marks and _ends_article(page.marks[i])), None)


def _ends_article(mark: Mark) -> bool:
    return mark.frame in {"site", "tail"} or mark.reason in {
        "share",
        "print",
        "paging",
        "tags",
        "rating",
        "comments",
        "related",
        "calendar",
    }


def _menus(page: Page, first: int, last: int) -> dict[int, Mark]:
    """Runs of short lines inside the article of a page that carries its menus."""
    dropped: dict[int, Mark] = {}
    run: list[int] = []
    for i in range(first, last + 2):
        if i <= last and (page.short(i) or i in page.marks):
            run.append(i)
        elif i > last or not page.lines[i].blank:
            if sum(page.bare(j) for j in run) >= _MENU_RUN:
                dropped |= {j: Mark("menu", "place.menu-run", "site") for j in run if page.short(j)}
            run = []
    return dropped
