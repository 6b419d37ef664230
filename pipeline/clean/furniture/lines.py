"""„• - Wydział Organizacyjny,": one line and what can be seen of it without its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter

from pipeline.text import DASHES, QUOTES, fold

_PLAIN = str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(QUOTES.translate({ord(c): None for c in "«»‹›"}), '"') | {"\u00a0": " "}
)


class _Keys(dict[int, str]):
    """Characters as they stand in ``Line.key``, filled as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = fold(chr(code)).translate(_PLAIN)
        return plain


_KEYS = _Keys()
_BULLETS = "•▪●○◦■□▶►➢➤✓✔‣⁃*→"
_NUMBERS = r"\(?\d{1,3}[.)](?=\s|[^\W\d_]|$)|\[\d{1,3}\]|\(?[a-zA-Z]\)(?=\s|[^\W\d_]|$)|[IVX]{1,5}[.)](?=\s|$)"
_MARKER = re.compile(
    rf"(?:[{_BULLETS}·](?:\s*[{re.escape(DASHES)}](?=\s|$))?|[{re.escape(DASHES)}](?=\s|$)|[{re.escape(DASHES)}](?=[a-ząćęłńóśźż])"
    rf"|{_NUMBERS})(?:\s+|(?=\S)|$)"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_CLOSERS = " \"'”’»)]*" + "“"
_INNER_END = re.compile(r"[^\W\d_]{3,}(?<!\bfot)(?<!\bfoto)(?<!\bzdj)(?<!\btel)[.!?][\"”»)]? +[\"„(–-]? ?[A-ZĄĆĘŁŃÓŚŹŻ]")
_SEPARATORS = re.compile(r" [|»>›•/→] |\|")

PROSE_WORDS = 7
"""words; the shortest line that ends like a sentence and counts as running text: captions and slogans stand below it"""
LONG_WORDS = 18
"""words; a longer line is running text even where its end was cut off; headlines of Polish sites end below that"""


@dataclass(frozen=True, slots=True)
class Line:
    """„Drukuj stronę": a line with its features. Offsets in ``key`` are those in ``text``."""

    text: str
    key: str
    """folded text with plain dashes and quotes: what the rules are matched on"""
    marker: str | None
    """list marker as printed"""
    body: str
    """key without the marker"""
    words: int
    ending: str
    """last character behind closing quotes and brackets are taken off; empty for a letter or digit"""
    prose: bool
    """running text: a sentence, or a stretch longer than headlines are"""

    @property
    def blank(self) -> bool:
        """„": nothing on it."""
        return not self.text

    @property
    def lone_marker(self) -> bool:
        """„-" alone: a list marker whose item stands on the next line."""
        return self.marker is not None and not self.body


def marker_of(text: str) -> str | None:
    """„• - Wydział" -> "• -", „1.Nazwa" -> "1.", „a) opis" -> "a)": the list marker that a line opens with."""
    found = _MARKER.match(text)
    return found[0].strip() if found else None


class _Memory(dict[str, Line]):
    """The lines that were read last: every step of cleaning asks for those of its page again, and sites repeat theirs.

    It starts afresh when it is full. A page of ten million characters fits, whatever the length of its lines; a cache that
    counts lines would hold few menus or too many paragraphs, and lose every one of a page with one line more. From one page to
    the next much less is kept: a site's menus, not its articles, so that memory does not grow with a dump.
    """

    most = 16_000_000
    """characters"""
    between_pages = 1_000_000
    """characters; menus and footers of some hundred sites"""
    overhead = 200
    """characters that an object costs beside its text"""

    def __init__(self) -> None:
        super().__init__()
        self._held = 0

    def __missing__(self, text: str) -> Line:
        self._held += len(text) + self.overhead
        if self._held > self.most:
            self.clear()
            self._held = len(text) + self.overhead
        self[text] = line = _read(text.strip())
        return line

    def turn(self) -> None:
        """A page is done."""
        if self._held > self.between_pages:
            self.clear()
            self._held = 0


_MEMORY = _Memory()


def read_line(text: str) -> Line:
    """„1) zaangażowanie kierownictwa,": the features of one tidied line."""
    return _MEMORY[text]


def turn_page() -> None:
    """Call for every page: lines of earlier ones are forgotten where they are many."""
    _MEMORY.turn()


def _read(text: str) -> Line:
    key = text.translate(_KEYS)
    marker = marker_of(text)
    body = key[len(marker) :].strip() if marker else key
    words = len(_WORD.findall(body))
    ending = _ending(text)
    return Line(text, key, marker, body, words, ending, _is_prose(text, words, ending))


def _ending(text: str) -> str:
    last = text.rstrip(_CLOSERS)[-1:]
    return "" if last.isalnum() else last


def _is_prose(text: str, words: int, ending: str) -> bool:
    if words < PROSE_WORDS or len(_SEPARATORS.findall(text)) * 5 > words:
        return False
    lower = sum(map(str.islower, map(itemgetter(0), text.split())))
    if lower * 3 < words:
        return False
    if words >= LONG_WORDS or (ending and ending in ".!?" and not text.endswith("...")):
        return True
    return words > PROSE_WORDS + 2 and (_INNER_END.search(text) is not None or ending in {",", ";", ":"})
