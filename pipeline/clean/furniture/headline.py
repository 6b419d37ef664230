"""„LubowoLubowski urząd …": which of a page's first lines is the headline."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pipeline.clean.datelines import place_date
from pipeline.clean.people import full_name, is_office
from pipeline.clean.sites import is_section, is_site_name
from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.page import Page

_WORD = re.compile(r"[a-z0-9]{2,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_STEM = 5
"""letters; Polish words keep them through most of their inflection, and addresses of pages drop the rest anyway"""
_LOOK_AHEAD = 14
"""filled lines; a headline is repeated as breadcrumb, caption or second headline within so many"""
_PARAGRAPH_WORDS = 20
_MAX_WORDS = 30
_ROW = 4
"""words; fewer names of sections in a row are a headline as often"""
_ENOUGH = 1
_ENOUGH_FOR_SENTENCE = 3
_STRONG = 5
_NO_HEADLINES = {"crawl_date", "contents", "contact"}
_YEAR_END = re.compile(r"\d{4} ?r\.$")
_FINITE = {"fin", "praet", "imps", "bedzie", "impt"}
_SUFFIXES = (" | ", " - ", " • ", " » ", " · ")
"""what parts a headline from the site's name in a page's <title>, on folded text"""
_PREFIXES = (">", "> ", "»", "» ", "›", "› ", "/", "/ ", ":: ", "| ")
"""what stands before a headline at the end of a path"""


@dataclass(frozen=True)
class _Search:
    page: Page
    site: list[int]
    """lines of the site's frame above the text"""
    below: int | None
    """the first candidate below that frame"""
    framed: bool
    """whether other furniture stands above the text: only then a word of menus is hardly a headline"""
    slug: set[str]
    title: set[str]


def find_headline(page: Page, start: int) -> int | None:
    """„Strona główna", „Urząd z certyfikatem", „13-03-2006": the line number of the headline; None where the text has none.

    Evidence is added up: printed twice; words of the address or of a recorded title; a headline's length; the first line below
    the site's header; a date or a label below. Captions repeat headlines, so the first of equals wins; under a menu, without
    strong evidence, it is the line next to the text.

    Args:
        page: the lines; a recorded title and the address are among its evidence.
        start: first line of the article's running text.
    """
    zone = [i for i in page.filled if i <= start and _could_be(page, i)]
    if not zone:
        return None
    marked = [i for i in page.filled if i < start and i in page.marks and page.marks[i].frame == "site"]
    own = [i for i in zone if not is_header(page.lines[i])] or zone
    site = sorted({*marked, *(i for i in zone if i < own[0])})
    zone = own
    framed = any(i < start and i not in zone for i in page.marks)
    words = slug(page.url) if page.url else set(), set(_stems(fold(page.title or "")))
    search = _Search(page, site, _below_frame(page, zone, site), framed, *words)
    scored = [(_score(search, i), i) for i in zone]
    points, _, best = max((points, i if page.heavy and points < _STRONG else -i, i) for points, i in scored)
    enough = _ENOUGH_FOR_SENTENCE if _is_sentence(page.lines[best]) else _ENOUGH
    alone = len(zone) == 1 and not marked and not page.lines[best].prose
    return best if points >= enough or alone else None


def _could_be(page: Page, i: int) -> bool:
    line, mark = page.lines[i], page.marks.get(i)
    if mark is not None and (mark.frame != "soft" or mark.reason in _NO_HEADLINES or mark.rule.startswith("cells.")):
        return False
    sized = 0 < line.words <= _MAX_WORDS and not (line.prose and line.words > _PARAGRAPH_WORDS)
    closed = line.marker is None and line.ending not in {",", ";"}
    return sized and closed and place_date(line.text) is None and any(map(str.isalpha, line.text))


def _is_sentence(line: Line) -> bool:
    """Running text, unless „2012 r." makes the full stop and no word is a finite verb."""
    return line.prose and not (_YEAR_END.search(line.key) and not any(map(_is_finite, line.text.split())))


def _is_finite(word: str) -> bool:
    readings = morph.analyse(word.strip('.,:;()"„”'))
    return bool(readings) and all(reading.pos in _FINITE for reading in readings)


def _score(search: _Search, i: int) -> float:
    page, line = search.page, search.page.lines[i]
    points = 1.0 if 3 <= line.words <= 16 else -1.0 if line.words < 2 else 0.0
    points += 4 * _repeated(page, i) + 4 * same_words(line.key, search.slug)
    points += 5 * (line.words > 1 and same_words(line.key, search.title) > 0.7)
    ended = line.ending == ":" or (line.ending == "." and _is_sentence(line))
    points -= 2 * (i in page.marks and search.framed) + 2 * ended
    points += line.prose and line.ending in {"!", "?"}
    points -= 3 * is_header(line) + line.text[0].islower() + 2 * _is_letterhead(line) + 2 * _is_menu_row(line)
    return points + _place(search, i)


def _is_menu_row(line: Line) -> bool:
    """„Oddziały Poradnie Przetargi Praca": names of sections, each with a capital letter and nothing that would join them."""
    words = _LETTERS.findall(line.text)
    return line.words >= _ROW and not line.ending and not line.text.isupper() and all(map(_is_section_word, words))


def _is_section_word(word: str) -> bool:
    """„Przetargi", „BIP": a noun in the nominative with a capital letter that Morfeusz knows, and no first name."""
    nouns = [reading for reading in morph.analyse(word) if reading.pos == "subst" and reading.case == "nom"]
    return word[0].isupper() and (word.isupper() or any(morph.FIRST_NAME not in noun.labels for noun in nouns))


def _place(search: _Search, i: int) -> int:
    """Above the last line of the site's frame it is hardly a headline; just below it, or above a date, it is.

    Between the name of a section and a date it is even more so.
    """
    page, points = search.page, 0
    if search.site and i < search.site[-1]:
        points -= 2
    points -= 4 * _over_calendar(page, i)
    points += search.below == i
    dated = _above_date(page, bisect_right(page.filled, i))
    return points + dated + (dated and _below_section(page, i))


def _over_calendar(page: Page, i: int) -> bool:
    """„Kalendarz imprez: wrzesień 2017" over „pn wt śr cz pt so nd"."""
    following = next((j for j in page.filled[bisect_right(page.filled, i) :][:1]), None)
    return following is not None and following in page.marks and page.marks[following].reason == "calendar"


def _below_section(page: Page, i: int) -> bool:
    """„Aktualności" on the line right above: the first entry of a menu stands under no section's name and over no date."""
    return i > 0 and is_section(page.lines[i - 1].text)


def _below_frame(page: Page, zone: list[int], site: list[int]) -> int | None:
    """The first candidate below the site's header, behind an empty line if there is one: menus stand in one block with it."""
    if not site:
        return zone[0]
    blank = next((i for i in range(site[-1] + 1, zone[-1]) if page.lines[i].blank), None)
    below = next((i for i in zone if i > site[-1]), None)
    return below if blank is None else next((i for i in zone if i > blank), below)


def _above_date(page: Page, following: int) -> bool:
    """A label or a date stands on the next line; a weekday's date, as headers print, only where running text follows it."""
    mark = page.marks.get(page.filled[following]) if following < len(page.filled) else None
    if mark is None or mark.reason != "crawl_date":
        return mark is not None and mark.frame == "meta"
    return following + 1 < len(page.filled) and page.body(page.filled[following + 1])


def is_header(line: Line, *, foreign: bool = True) -> bool:
    """„Gmina Lipowo – aktualności", „Ferry timetable": the name of a site or a section, or not one word that Morfeusz knows.

    Args:
        line: a line above the article.
        foreign: whether words of other languages tell anything; on a page in one of them they do not.
    """
    return is_site_name(line.text) or (foreign and _is_foreign(line))


def _is_letterhead(line: Line) -> bool:
    """„WÓJT GMINY LIPOWA", „Starosta Zalesiński": an office in capitals stands over what it publishes."""
    capitals = line.text.isupper() or all(word[0].isupper() for word in line.text.split())
    return capitals and line.words > 1 and not line.ending and is_office(line.text)


def _is_foreign(line: Line) -> bool:
    return (
        not line.prose
        and line.words > 0
        and morph.available()
        and not any(morph.analyse(word) for word in _LETTERS.findall(line.text))
    )


def _repeated(page: Page, i: int) -> bool:
    """Printed again soon, alone or with something glued to it; one word is repeated for many reasons."""
    line = page.lines[i]
    if line.words < 2:
        return False
    at = bisect_left(page.filled, i)
    above = [page.lines[j].key for j in page.filled[max(0, at - _LOOK_AHEAD) : at]]
    if any(key.startswith(line.key) and key[len(line.key) :].startswith(_SUFFIXES) for key in above):
        return True
    if any(key.endswith(line.key) and key[: -len(line.key)].endswith(_PREFIXES) for key in above):
        return True
    near = page.filled[at + 1 : at + _LOOK_AHEAD]
    below = (page.lines[j] for j in near if j not in page.marks or page.marks[j].reason != "caption")
    return any(_repeats(line, other) for other in below)


def _repeats(line: Line, other: Line) -> bool:
    return other.key.endswith(line.key) or (other.key.startswith(line.key) and _adds_words(line, other))


def _adds_words(line: Line, longer: Line) -> bool:
    """Categories or an alternative text stand behind the repetition; a name alone is the photographer of a caption."""
    rest = longer.text[len(line.text) :].strip(" ,.-–/()")
    return line.words > 3 and full_name(rest) is None


def _stems(key: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(key)]


def slug(url: str) -> set[str]:
    """„…/2011/urzad-z-certyfikatem.html" -> {"urzad", "certy", "html"}: stems of an address's longest part."""
    try:
        path = fold(unquote(urlsplit(url).path))
    except ValueError:
        return set()
    return set(_stems(max(path.split("/"), key=lambda part: len(_WORD.findall(part)))))


def same_words(key: str, stems: set[str]) -> float:
    """Share of a line's words of four letters or more that the stems hold, 0 to 1; 0 for fewer than two such words."""
    own = [stem for stem in _stems(key) if len(stem) > 3]
    return sum(stem in stems for stem in own) / len(own) if len(own) > 1 else 0.0
