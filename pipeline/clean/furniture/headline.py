"""„OlsztynOlsztyński urząd …": which of a page's first lines is the headline."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pipeline.clean.people import full_name
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.clean.furniture.lines import Line
    from pipeline.clean.furniture.marks import Mark

_WORD = re.compile(r"[a-z0-9]{2,}")
_STEM = 5
"""letters; Polish words keep them through most of their inflection, and addresses of pages drop the rest of a headline anyway"""
_LOOK_AHEAD = 14
"""filled lines; a headline is repeated as breadcrumb, caption or second headline within so many"""
_PARAGRAPH_WORDS = 20
_MAX_WORDS = 30
_ENOUGH = 1
_ENOUGH_FOR_SENTENCE = 3
_STRONG = 5
_SUFFIXES = (" | ", " - ", " • ", " » ", " · ")
"""what parts a headline from the site's name in a page's <title>, on folded text"""


def find_headline(
    page: Sequence[Line], marks: Mapping[int, Mark], start: int, title: str | None, url: str | None
) -> int | None:
    """„Strona główna", „Urząd z certyfikatem", „13-03-2006": the line number of the headline, or None where the text has none.

    Args:
        page: the lines.
        marks: what single lines were recognised as.
        start: first line of the article's running text.
        title: title that the dump's owner recorded.
        url: address of the page; its last part often repeats the headline.
    """
    filled = [i for i, line in enumerate(page) if not line.blank]
    zone = [i for i in filled if i <= start and _could_be(page[i], marks.get(i))]
    if not zone:
        return None
    site = [i for i in filled if i < start and i in marks and marks[i].frame == "site"]
    scored = [(_score(page, marks, filled, i, zone, site, title, url), i) for i in zone]
    # strong evidence falls to the first line that has it, since captions repeat headlines; without any, the line next to the text wins
    points, _, best = max((points, -i if points >= _STRONG else i, i) for points, i in scored)
    enough = _ENOUGH_FOR_SENTENCE if page[best].prose else _ENOUGH
    alone = len(zone) == 1 and not site and not page[best].prose
    return best if points >= enough or alone else None


def _could_be(line: Line, mark: Mark | None) -> bool:
    if mark is not None and (mark.frame != "soft" or mark.reason == "crawl_date"):
        return False
    sized = 0 < line.words <= _MAX_WORDS and not (line.prose and line.words > _PARAGRAPH_WORDS)
    return sized and line.marker is None and line.ending not in {",", ";"} and any(map(str.isalpha, line.text))


def _score(  # noqa: PLR0913, PLR0917 - every argument is one kind of evidence
    page: Sequence[Line],
    marks: Mapping[int, Mark],
    filled: list[int],
    i: int,
    zone: list[int],
    site: list[int],
    title: str | None,
    url: str | None,
) -> float:
    line = page[i]
    points = 1.0 if 3 <= line.words <= 16 else -1.0 if line.words < 2 else 0.0
    points += 4 * _repeated(page, filled, i)
    points += 4 * same_words(line.key, slug(url)) if url else 0
    points += 5 * (title is not None and same_words(fold(title), set(_stems(line.key))) > 0.7 and line.words > 1)
    points -= 2 * (i in marks) + 2 * (line.prose and line.ending == ".") + 2 * (line.ending == ":")
    points -= 2 * (bool(site) and i < site[-1])
    after_frame = bisect_right(zone, site[-1]) if site else 0
    points += after_frame < len(zone) and zone[after_frame] == i
    following = bisect_right(filled, i)
    points += following < len(filled) and filled[following] in marks and marks[filled[following]].frame == "meta"
    return points


def _repeated(page: Sequence[Line], filled: list[int], i: int) -> bool:
    """Printed again soon, alone or with something glued to it; one word is repeated for many reasons."""
    key = page[i].key
    if page[i].words < 2:
        return False
    at = bisect_left(filled, i)
    later = filled[at + 1 : at + _LOOK_AHEAD]
    if any(page[j].key.startswith(key) and page[j].key[len(key) :].startswith(_SUFFIXES) for j in filled[max(0, at - _LOOK_AHEAD) : at]):
        return True
    return any(page[j].key.endswith(key) or (page[j].key.startswith(key) and _adds_words(page[i], page[j])) for j in later)


def _adds_words(line: Line, longer: Line) -> bool:
    """Categories or an alternative text stand behind the repetition; a name alone would make both captions with a photographer."""
    rest = longer.text[len(line.text) :].strip(" ,.-–/()")
    return line.words > 3 and full_name(rest) is None


def _stems(key: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(key)]


def slug(url: str) -> set[str]:
    """„…/2011/05/urzad-miasta-z-certyfikatem.html" -> {"urzad", "miast", "certy" …}: word stems of an address's longest part."""
    try:
        path = fold(unquote(urlsplit(url).path))
    except ValueError:
        return set()
    return set(_stems(max(path.split("/"), key=lambda part: len(_WORD.findall(part)))))


def same_words(key: str, stems: set[str]) -> float:
    """Share of a line's words of four letters or more that the stems hold, 0 to 1; 0 for fewer than two such words."""
    own = [stem for stem in _stems(key) if len(stem) > 3]
    return sum(stem in stems for stem in own) / len(own) if len(own) > 1 else 0.0
