"""Numbers whose publisher stands elsewhere on the page: "– środowiskowy 14001", "27001:2014", "BHP 18001"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.text import fold
from pipeline.values.standard.amounts import is_free_number
from pipeline.values.standard.catalogue import lexicon, number_words, works
from pipeline.values.standard.edition import read_edition
from pipeline.values.standard.grammar import read_parts
from pipeline.values.standard.lists import inherit, is_heritable
from pipeline.values.standard.model import Standard
from pipeline.values.standard.supplements import read_letters, read_supplements
from pipeline.values.standard.tokens import Cursor

if TYPE_CHECKING:
    from collections.abc import Iterator

Anchor = tuple[int, int, Standard]
Mention = tuple[int, int, Standard, str]

_GLOSS = 120
"""characters from one member of a list to the next, the gloss between them included"""
_WINDOW = 60
"""characters of a number with its edition and supplements, and of what stands behind it"""
_GLUE = frozenset(".,:/+-–_")
_SHORTEST = 4
"""digits of the shortest number in works.tsv that may stand alone, "9001"; it is checked in the tests"""
_BEFORE = re.compile(r"([^\W\d_]+)[\s:–—\-(„\"']{1,4}$")
_LISTED = re.compile(r"(?:[,;(]|\bi|\boraz|\blub|^\W{0,4}|\n\W{0,4})\s*$")


@dataclass(frozen=True, slots=True)
class Page:
    """What the page has printed before a number."""

    near: Standard | None
    """the nearest full form"""
    iso: Standard | None
    """the nearest full form of an ISO standard, the page's first one where none stands before"""
    has_iso: bool
    """whether the word ISO stands anywhere on it"""
    behind: int
    """offset behind the last mention; -1 where there is none"""

    def has(self, publisher: str) -> bool:
        """Whether the nearest full form is this publisher's."""
        return self.near is not None and publisher in self.near.chain


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    numbers = sorted(n for n, rows in works().items() if " " not in n and any(w.lone != "no" for w in rows))
    return re.compile(rf"(?:{'|'.join(numbers)})(?!\d)")  # opens with a digit, so that the search skips everything else


def find_lone(text: str, anchors: list[Anchor]) -> Iterator[Mention]:
    """„27001:2014", „14001", „BHP 18001": numbers that stand without publisher, with the value that the page gives them.

    Args:
        text: the whole text.
        anchors: start, end and value of the full forms, in text order.
    """
    matches = [m for m in _between(text, anchors) if _opens(text, m.start())]
    if not matches:
        return
    ends = [end for _, end, _ in anchors]
    isos = [a for a in anchors if is_heritable(a[2])]
    iso_ends = [end for _, end, _ in isos]
    last_end, has_iso = -1, re.search(r"\bISO\b", text) is not None
    for match in matches:
        start = match.start()
        before = bisect_left(ends, start + 1) - 1
        near = anchors[before] if before >= 0 else None
        cursor = Cursor(text, start, _WINDOW)
        iso = isos[max(0, bisect_left(iso_ends, start + 1) - 1)][2] if isos else None
        page = Page(near[2] if near else None, iso, has_iso, max(last_end, near[1] if near else -1))
        mention = _lone(text, cursor, page)
        if mention is not None:
            last_end = mention[1]
            yield mention


def _opens(text: str, start: int) -> bool:
    """Whether nothing is glued before a number: „X14001", „2,45001", „/9001" go on from what stands there."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in _GLUE)


def _between(text: str, anchors: list[Anchor]) -> Iterator[re.Match[str]]:
    """Numbers of the lexicon outside the full forms."""
    at = 0
    for start, end, _ in anchors:
        if start - at >= _SHORTEST:
            yield from _pattern().finditer(text, at, start)
        at = max(at, end)
    if len(text) - at >= _SHORTEST:
        yield from _pattern().finditer(text, at)


def _lone(text: str, cursor: Cursor, page: Page) -> Mention | None:
    token = cursor.peek()
    cursor.at += 1
    parts = read_parts(cursor, token.text, slashed=False, strict=False)
    colon = cursor.peek().kind == ":"
    year, month, letters = read_edition(cursor, token.text)
    told = page.near or page.iso or page.behind >= 0 or (colon and _word_before(text, token.start, "before"))
    if year is not None and told:
        supplements = read_supplements(cursor)
        english, language = read_letters(cursor)
        base = inherit(token.text, page.near, page.iso)
        value = replace(
            base, parts=parts, year=year, month=month, supplements=supplements, english=english, language=letters + language
        )
        rule = "standard.number_edition"
    else:
        cursor.at = 1
        value = inherit(token.text, page.near, page.iso)
        rule = _bare_rule(text, cursor, page)
    if rule and value.chain == ("OHSAS",) and not page.has("OHSAS"):
        rule = "standard.lone_ohsas"
    return (token.start, cursor.tokens[cursor.at - 1].end, value, rule) if rule else None


def _bare_rule(text: str, cursor: Cursor, page: Page) -> str:
    """The rule under which a number without edition is a standard here; empty where it is just a number."""
    token = cursor.tokens[cursor.at - 1]
    if not any(w.lone == "yes" for w in works()[token.text]) or not is_free_number(cursor):
        return ""
    if _word_before(text, token.start, "strong") or ((page.near or page.iso) and _word_before(text, token.start, "before")):
        return "standard.number"
    if text[token.start - 1 : token.start] == "(" and page.has_iso and _is_list(cursor):
        return "standard.number"
    between = text[page.behind : token.start] if page.behind >= 0 and token.start - page.behind <= _GLOSS else None
    if between is not None and "\n\n" not in between and _LISTED.search(between[-12:]):
        return "standard.number"
    return ""


def _is_list(cursor: Cursor) -> bool:
    """„(9001, 14001": behind the first number of a bracket another known one, so that it is no amount or code."""
    sign, number = cursor.peek(), cursor.peek(1)
    joined = sign.kind in {",", "/", ";"} or (sign.kind == "w" and sign.text in number_words("conjunctions"))
    return joined and any(w.lone == "yes" for w in works().get(number.text, ()))


def _word_before(text: str, start: int, table: str) -> bool:
    """Whether the word before the number begins with one of the stems („środowiskowy 14001")."""
    match = _BEFORE.search(text, max(0, start - 40), start)
    return match is not None and fold(match.group(1)).startswith(tuple(lexicon()["number"][table]))
