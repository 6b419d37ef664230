"""„… dyrektor Oddziału Polskiej Izby Handlu", „Zagranicznego …": lines that a dump broke in mid sentence become one again."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.characters import SOFT_HYPHEN
from pipeline.clean.datelines import bare_label, date_line
from pipeline.clean.furniture.cells import columns
from pipeline.clean.furniture.lines import marker_of, read_line
from pipeline.clean.furniture.rules import first_rule
from pipeline.clean.people import full_name, is_first_name
from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

WRAP_MIN, WRAP_MAX = 55, 110
"""characters; the columns at which mail programs, editors and converters of the 1990s and 2000s broke lines"""
_WRAPPED_SHARE = 0.5
_WRAPPED_LINES = 4
_COLUMN_MIN, _COLUMN_LINES = 20, 6
"""characters, lines; newspaper columns are as narrow, and fewer lines prove nothing"""
_FLOWING_SHARE = 0.4
_OBLIQUE = {"gen", "dat", "inst", "loc"}
_SENTENCE_CHARS = 45
"""characters; a shorter line before one that goes on in lower case could be an item of an unmarked list"""

_HYPHENATED = re.compile(r"[^\W\d_]{2,}-$")
_INNER_END = re.compile(r"[^\W\d_]{3,}[.!?] [A-ZĄĆĘŁŃÓŚŹŻ]")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", '"', "”")
_LABELLED = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+(?: [^\W\d_]+){0,3}: ?\S")
"""„Data przyznania: 11.04.2013", „Ważny do: …": a label of four words at most and its value"""
_LAST_WORD = re.compile(r"[^\W\d_][\w.]*$")


@dataclass(slots=True)
class Unit:
    """„2) nowy Ratusz – udogodnienie dla", „mieszkańców,": one or more physical lines that are one paragraph or item."""

    text: str
    line: int
    """number of the first physical line, from 1"""
    lines: int = 1
    printed: str = ""
    """what the rules look at, where it is more or less than the text: a single line as printed, with its wide gaps, or the text
    behind the names of image files; empty where lines were joined or a place was taken off"""

    @property
    def columns(self) -> str:
        """„Kraj | Region": the text with bars where the printed line has wide gaps."""
        return columns(self.printed or self.text)


class _Above(NamedTuple):
    """What stands above a line."""

    in_list: bool
    """a lead with a colon, and no sentence since: unmarked items may follow"""
    running: bool
    """running text: what comes now is no headline"""


def unwrap(lines: Sequence[str]) -> list[Unit]:
    """„prezes Zbigniew", „Kral podpisał umowę" -> one unit: tidied lines, joined where it is certain that they were one.

    Certain are, each with its reason in the code below: a word broken by a hyphen; a preposition or an abbreviation at the
    end; a line without punctuation at its end before one that goes on in lower case; a first name before a word in a capital; a
    line that filled the column of a dump wrapped at fixed width, when the next word would not have fitted.
    """
    widths = wrap_widths(lines)
    apart = _items(lines)
    units: list[Unit] = []
    in_list = running = False
    for number, line in enumerate(lines, 1):
        previous = units[-1] if units else None
        joins = previous is not None and line != "" and previous.text != "" and number - 1 not in apart
        above = _Above(in_list, running)
        if joins and _continues(units[-1], lines[number - 2], line, widths[number - 2], above):
            units[-1].text = _glued(units[-1].text, line)
            units[-1].lines += 1
        else:
            running = running or (previous is not None and _is_sentence(previous.text))
            units.append(Unit(line, number))
        in_list = _list_state(line, in_list=in_list)
    return units


def _items(lines: Sequence[str]) -> frozenset[int]:
    """„brak spisu;", „brak podpisu." -> their places: lines in small letters parted by semicolons are items under any lead."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        item = line[:1].islower()
        if item and line.endswith(";"):
            run.append(at)
            continue
        closing = [at] if run and item and line.endswith(".") else []
        if len(run) + len(closing) > 1:
            found.update(run + closing)
        run = []
    return frozenset(found)


def _is_sentence(text: str) -> bool:
    """Running text that ends: a headline „Most gotowy. Kierowcy czekali rok" has no full stop."""
    return text.endswith((".", "!", "?", "”")) and read_line(text).prose


def _list_state(line: str, *, in_list: bool) -> bool:
    """Whether unmarked items of a list may follow: after a lead with a colon, until a sentence ends."""
    if not line:
        return in_list
    if line.endswith(":"):
        return True
    return in_list and (not line.endswith((".", "!", "?")) or _ends_abbreviated(line))


def wrap_widths(lines: Sequence[str]) -> list[int | None]:
    """„… (80 columns)": for every line the width at which its dump was broken, or None where a line is a paragraph.

    A dump counts as wrapped where no line is longer than such widths are and half of the lines nearly reach the longest, or
    half of the long ones break off where the next word would not have fitted; else each stretch between empty lines counts
    alone, as columns of a newspaper pasted into a page do.
    """
    whole = _width([line for line in lines if len(line) > WRAP_MIN // 2], WRAP_MIN, _WRAPPED_LINES) or _filled_width(lines)
    widths: list[int | None] = [whole] * len(lines)
    if whole is not None:
        return widths
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not lines[at]:
            stretch = lines[start:at]
            if _flows(stretch):
                widths[start:at] = [_width(stretch, _COLUMN_MIN, _COLUMN_LINES)] * len(stretch)
            start = at + 1
    return widths


def _width(lines: Sequence[str], least: int, count: int) -> int | None:
    lengths = [len(line) for line in lines]
    if len(lengths) < count or not least <= max(lengths) <= WRAP_MAX:
        return None
    longest = max(lengths)
    near = sum(length >= longest - max(14, longest // 3) for length in lengths)
    return longest if near >= _WRAPPED_SHARE * len(lengths) else None


def _filled_width(lines: Sequence[str]) -> int | None:
    """„… objął Starosta", „Moniecki …" among the short rows of a programme: the width at which the long lines broke.

    Lists and headings do not count: only lines of two thirds of the longest one. Half of them, four at least, break off without
    the end of a sentence before a word that would not have fitted, two of these before a small letter or a digit.
    """
    widest = max(map(len, lines), default=0)
    if not WRAP_MIN <= widest <= WRAP_MAX:
        return None
    long = [i for i, line in enumerate(lines) if 3 * len(line) >= 2 * widest]
    full = [i for i in long if i + 1 < len(lines) and _breaks_off(lines[i], lines[i + 1], widest)]
    amid = sum(not lines[i + 1][0].isupper() for i in full)
    return widest if len(full) >= max(_WRAPPED_LINES, len(long) / 2) and amid > 1 else None


def _breaks_off(line: str, following: str, width: int) -> bool:
    if not following or marker_of(following) is not None or line.endswith(_SENTENCE_ENDS):
        return False
    return following[0].isalnum() and len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _flows(lines: Sequence[str]) -> bool:
    """Lines that run on: many go on in lower case, few end with punctuation, as items of a list would."""
    if len(lines) < _COLUMN_LINES:
        return False
    lower = sum(line[0].islower() for line in lines)
    ended = sum(line[-1] in ".,;:!?" for line in lines)
    return lower >= _FLOWING_SHARE * len(lines) and ended <= _FLOWING_SHARE * len(lines)


def _continues(unit: Unit, last: str, line: str, width: int | None, above: _Above) -> bool:
    broken_word = last.endswith(SOFT_HYPHEN) or (_HYPHENATED.search(last) is not None and line[0].isalpha())
    if broken_word:
        return True  # no line ends with a hyphen stuck to a word otherwise
    if marker_of(line) is not None or marker_of(last) == last or _is_known(last) or _is_known(line):
        return False
    if _dangles(last):
        return True  # a preposition, a conjunction or an abbreviation that wants its word
    if last.endswith(_SENTENCE_ENDS):
        return line[0].islower() and not above.in_list and _ends_abbreviated(last)
    rows = _LABELLED.match(unit.text) and _LABELLED.match(line)
    if width is not None and not rows and len(last) + 1 + len(line.split(" ", 1)[0]) > width:
        return True  # the column was full: the next word would not have fitted; rows of labels may be as long by chance
    return _goes_on(unit.text, last, line, in_list=above.in_list) or (
        above.running and _sentence_goes_on(unit.text, last, line)
    )


def _goes_on(text: str, last: str, line: str, *, in_list: bool) -> bool:
    if line[0].islower() and not last.endswith(",") and full_name(line) is None:
        if marker_of(text) is not None:
            return True  # an item without an end, before a line without a marker
        return len(last) >= _SENTENCE_CHARS and not text[0].islower() and (not in_list or text[0].isupper())
    parted_name = len(last.split()) > 1 and agree(last.rpartition(" ")[2], line.partition(" ")[0])
    return parted_name or _name_goes_on(last, line)


def agree(last: str, first: str) -> bool:
    """„Handlu" and „Zagranicznego": noun and adjective of one oblique case, number and gender; no sentence begins so."""
    if not (last[:1].isupper() and first[:1].isupper()):
        return False
    second = first.strip(",.")
    return bool(_forms(last, "subst") & _forms(second, "adj") or _forms(second, "subst") & _forms(last, "adj"))


@lru_cache(maxsize=16384)
def _forms(word: str, pos: str) -> frozenset[tuple[str | None, ...]]:
    """Number, oblique case and gender of a word's readings as one part of speech."""
    readings = (reading for reading in morph.analyse(word) if reading.pos == pos and reading.case in _OBLIQUE)
    return frozenset((reading.number, reading.case, reading.gender) for reading in readings)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (resources.files("pipeline.clean") / "data" / "wrap.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


def _dangles(last: str) -> bool:
    found = _LAST_WORD.search(last.rstrip("."))
    if found is None or len(last.split()) < 3:
        return False
    word = found[0].rstrip(".")
    wanting = _words()["abbreviations" if last.endswith(".") else "dangling"]
    return word.lower() in wanting and (len(word) > 1 or word.islower())


def _ends_abbreviated(last: str) -> bool:
    """„… Uchwałą z 14 stycznia br." before „zdecydowano": such a full stop ends no sentence where small letters follow."""
    found = _LAST_WORD.search(last.rstrip(".")) if last.endswith(".") and len(last) >= _SENTENCE_CHARS else None
    if found is None:
        return False
    word = found[0].lower()
    return (
        word in _words()["shortened"] or word in _words()["abbreviations"] or any(r.pos == "brev" for r in morph.analyse(word))
    )


def _name_goes_on(last: str, line: str) -> bool:
    """„… prezydent Piotr" before „Grzymowicz podkreślił": a first name at the end of a sentence's line wants its surname."""
    words = last.split()
    return len(words) > 4 and line[0].isupper() and is_first_name(words[-1]) and len(line.split()) > 4


def _sentence_goes_on(text: str, last: str, line: str) -> bool:
    """A paragraph (a sentence ends inside it) without an end, before another line of text, where running text stands above.

    Without such text above it could be a headline of two sentences.
    """
    return (
        len(last) >= _SENTENCE_CHARS
        and not last.endswith(",")
        and _INNER_END.search(text) is not None
        and read_line(line).prose
    )


def _is_known(line: str) -> bool:
    """A line that stands for itself: a date, a label, page furniture."""
    return len(line) < WRAP_MAX and (
        date_line(line) is not None or bare_label(line) is not None or first_rule(read_line(line)) is not None
    )


def _glued(text: str, line: str) -> str:
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + line
    if not _HYPHENATED.search(text) or text.endswith(" -"):
        return f"{text} {line}"
    if line[0].isupper() or not _is_one_word(text, line):
        return text + line
    return text[:-1] + line


def _is_one_word(text: str, line: str) -> bool:
    """„samorzą-" and „dowy": whether the halves are one word that the dictionary knows, or no half is a word of its own."""
    left = re.split(r"[\s(„\"]", text[:-1])[-1]
    right = re.match(r"\w+", line)
    whole = left + (right[0] if right else "")
    if morph.analyse(whole):
        return True
    return not (right and morph.analyse(left) and morph.analyse(right[0]) and fold(left)[-1:] == "o")
