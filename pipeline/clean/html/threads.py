"""„Gość 5.11.2012 10:57 Odpowiedz Zgłoś": threads of comments, known by what repeats, whatever their elements are called."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.datelines import read_date
from pipeline.clean.html.weights import ANCHOR, weight
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.segment import Segment

HEADS = 2
"""lines with a date and a time of day in elements of one shape; one alone is the article's own"""
SHAPES = 20
"""shapes of elements that are looked at, those with most lines first: a page has one thread, hardly two"""
LONGEST = 120
"""characters of such a line"""
NEAR = 12
"""lines; an opener („Komentarze (3)") stands so close over the first comment at most"""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\btemu\b")
_AGO = re.compile(
    r"\b(?:(?:ok\. |około )?\d{1,3} |kilka |parę )?"
    r"(?:sekund|minut|godzin|dzień|dni|tydzień|tygodni|miesiąc|miesięc|rok|lat)[^\W\d_]{0,3} temu\b"
)
_INDEX = re.compile(r"\[\d+\]")


class _Words(NamedTuple):
    word: re.Pattern[str]
    opener: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("data/threads.toml").read_text(encoding="utf-8"))
    words, marks, openers = ("|".join(data[name]) for name in ("words", "marks", "openers"))
    return _Words(re.compile(rf"\b(?:{words})\b|{marks}"), re.compile(openers))


def comment_lines(segments: Sequence[Segment], headline: Segment | None) -> set[int]:
    """„Gość 5.11.2012 10:57 / Brawo! / Gość 5.11.2012 11:02 / …": indices of the lines of comments.

    At least ``HEADS`` short lines with a date and a time of day stand in elements of one shape, below the headline; and half of
    them hold a word of comments („odpowiedz", „zgłoś", „gość"), or an opener („Komentarze (3)") stands close above. A programme
    of events has neither. What counts is everything from the first of them to the last line of the element around them all.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for at, segment in enumerate(segments):
        if (headline is None or segment.index > headline.index) and _is_head(segment):
            groups[_INDEX.sub("", segment.path)].append(at)
    found: set[int] = set()
    for heads in sorted(groups.values(), key=len, reverse=True)[:SHAPES]:
        if len(heads) >= HEADS and _is_thread(segments, heads):
            found |= _reach(segments, heads[1:] if _opens_with_article(segments, headline, heads) else heads)
    return found


def _opens_with_article(segments: Sequence[Segment], headline: Segment | None, heads: list[int]) -> bool:
    """„Świetlica po odbiorze / przez soltys 18.09.2011 19:22 / …": the first post of a forum's topic, right below its title.

    Nothing that could be an article stands above the thread; a page whose article stands there has comments only.
    """
    if headline is None:
        return False
    above = [segment for segment in segments[: heads[0]] if segment.index != headline.index]
    told = sum(weight(segment) for segment in segments[heads[0] : heads[1]])
    return told >= ANCHOR and sum(map(weight, above)) < ANCHOR


def _is_head(segment: Segment) -> bool:
    text = segment.text
    if len(text) > LONGEST or _CLOCK.search(text) is None:
        return False
    return read_date(text) is not None or ("temu" in text and _AGO.search(text) is not None)


def _is_thread(segments: Sequence[Segment], heads: list[int]) -> bool:
    if all(after - at < 2 for at, after in pairwise(heads)):
        return False  # nothing is said between them: a list of dates
    worded = sum(_says_comment(segments[at].text) for at in heads)
    if 2 * worded >= len(heads):
        return True
    above = segments[max(0, heads[0] - NEAR) : heads[0]]
    return any(_words().opener.fullmatch(fold(segment.text)) for segment in above if len(segment.text) <= LONGEST)


def _says_comment(text: str) -> bool:
    """„Gość 12:40", „~ania", „rok temu": a word or a mark of comments, or nothing but how long ago it was."""
    return _words().word.search(fold(text)) is not None or _AGO.fullmatch(text) is not None


def _reach(segments: Sequence[Segment], heads: list[int]) -> set[int]:
    """From the first head to the end of the deepest element that holds them all."""
    around = _common([segments[at].parent for at in heads])
    reach: set[int] = set()
    for segment in segments[heads[0] :]:
        if around is not None and segment.parent is not around and not _is_inside(segment.parent, around):
            break
        reach.add(segment.index)
    return reach


def _common(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    chain = [elements[0], *elements[0].iterancestors()]
    for element in (elements[len(elements) // 2], elements[-1]):
        mine = {element, *element.iterancestors()}
        chain = [above for above in chain if above in mine]
    return chain[0] if chain else None


def _is_inside(element: HtmlElement, around: HtmlElement) -> bool:
    return any(above is around for above in element.iterancestors())
