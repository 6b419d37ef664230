"""„… dyrektor Oddziału Polskiej Izby Handlu\\nZagranicznego …": lines that a dump broke in mid sentence become one again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.clean.characters import SOFT_HYPHEN
from pipeline.clean.datelines import bare_label, date_line
from pipeline.clean.furniture.lines import marker_of
from pipeline.clean.furniture.rules import first_rule
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.people import is_first_name
from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

WRAP_MIN, WRAP_MAX = 55, 110
"""characters; the columns at which mail programs, editors and converters of the 1990s and 2000s broke lines"""
_WRAPPED_SHARE = 0.5
_WRAPPED_LINES = 4
_SENTENCE_CHARS = 45
"""characters; a shorter line before one that goes on in lower case could be an item of an unmarked list"""

# Words that no Polish line ends with unless it was broken: one-word prepositions and conjunctions (Wielki słownik ortograficzny PWN
# advises against leaving them at the end even of a printed line).
_DANGLING = frozenset(
    "w we z ze i a o u na do od po za dla przy przez pod nad przed oraz lub albo ani bez ku czy ale że który która które których "
    "którym którą im ul al os pl św ks dr inż mgr hab prof ds nr poz art ust pkt tzw tj np m.in tel jest są był była".split()
)
_ABBREVIATIONS = frozenset(
    "ul al os pl im św ks dr inż mgr hab prof ds nr poz art ust pkt tzw tj np m.in tel sp o woj gm pow in ww red".split()
)
_HYPHENATED = re.compile(r"[^\W\d_]{2,}-$")
_INNER_END = re.compile(r"[^\W\d_]{3,}[.!?] [A-ZĄĆĘŁŃÓŚŹŻ]")
_LAST_WORD = re.compile(r"[^\W\d_][\w.]*$")


@dataclass(slots=True)
class Unit:
    """„2) nowy Ratusz – udogodnienie dla\\nmieszkańców,": one or more physical lines that are one paragraph or item."""

    text: str
    line: int
    """number of the first physical line, from 1"""
    lines: int = 1


def unwrap(lines: Sequence[str]) -> list[Unit]:
    """„Zbigniew\\nRak, dyrektor" -> one unit: tidied physical lines, joined where it is certain that they were one.

    Certain are, each with its reason in the code below: a word broken by a hyphen; a preposition or an abbreviation at the end; a
    line without punctuation at its end before one that goes on in lower case; a first name before a word in a capital; a line that
    filled the column of a dump wrapped at fixed width, when the next word would not have fitted.
    """
    width = wrap_width(lines)
    units: list[Unit] = []
    in_list = False
    for number, line in enumerate(lines, 1):
        previous = units[-1] if units else None
        if previous is None or not line or not previous.text:
            units.append(Unit(line, number))
        elif _continues(previous, lines[number - 2], line, width, in_list=in_list):
            previous.text = _glued(previous.text, line)
            previous.lines += 1
        else:
            units.append(Unit(line, number))
        in_list = _list_state(line, in_list=in_list)
    return units


def _list_state(line: str, *, in_list: bool) -> bool:
    """Whether unmarked items of a list may follow: after a lead with a colon, until a sentence ends."""
    if not line:
        return in_list
    if line.endswith(":"):
        return True
    return in_list and not line.endswith((".", "!", "?"))


def wrap_width(lines: Sequence[str]) -> int | None:
    """„… (80 columns)": the width at which the dump was broken, or None for a dump with a line a paragraph.

    A dump counts as wrapped where no line is longer than such widths are and half of the lines nearly reach the longest.
    """
    lengths = [len(line) for line in lines if len(line) > WRAP_MIN // 2]
    if len(lengths) < _WRAPPED_LINES or not WRAP_MIN <= max(lengths) <= WRAP_MAX:
        return None
    longest = max(lengths)
    near = sum(length >= longest - 14 for length in lengths)
    return longest if near >= _WRAPPED_SHARE * len(lengths) else None


def _continues(unit: Unit, last: str, line: str, width: int | None, *, in_list: bool) -> bool:
    if marker_of(line) is not None and not last.endswith((SOFT_HYPHEN, "-")):
        return False
    if last.endswith(SOFT_HYPHEN) or (_HYPHENATED.search(last) and line[0].isalpha() and not last.endswith(" -")):
        return True  # a word was broken: no line ends with a hyphen stuck to a word otherwise
    if marker_of(last) == last or _is_known(last) or _is_known(line):
        return False
    if _dangles(last):
        return True  # a preposition, a conjunction or an abbreviation that wants its word
    if last.endswith((".", "!", "?", ":", ";", "…", '"', "”")):
        return False
    if width is not None and len(last) + 1 + len(line.split(" ", 1)[0]) > width:
        return True  # the column was full: the next word would not have fitted
    if line[0].islower() and not last.endswith(","):
        return len(last) >= _SENTENCE_CHARS and not (in_list and marker_of(unit.text) is None)
    return _name_goes_on(last, line) or _sentence_goes_on(unit.text, last, line)


def _dangles(last: str) -> bool:
    found = _LAST_WORD.search(last.rstrip("."))
    if found is None or len(last.split()) < 3:
        return False
    word = found[0].rstrip(".")
    return word.lower() in (_ABBREVIATIONS if last.endswith(".") else _DANGLING) and (len(word) > 1 or word.islower())


def _name_goes_on(last: str, line: str) -> bool:
    """„… prezydent Piotr" before „Grzymowicz podkreślił": a first name at the end of a sentence's line wants its surname."""
    words = last.split()
    return len(words) > 4 and line[0].isupper() and is_first_name(words[-1]) and len(line.split()) > 4


def _sentence_goes_on(text: str, last: str, line: str) -> bool:
    """A paragraph (a sentence ends inside it, so it is no heading) without an end, before another line of text."""
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
