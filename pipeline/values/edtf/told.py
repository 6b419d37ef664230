"""„W 2009 roku …, a w następnym roku", „we wrześniu tego samego roku": years counted from one that the text told before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.values.edtf.model import Date

if TYPE_CHECKING:
    from pipeline.values.edtf.find import FoundDate

_SAME: Final = re.compile(r"(?:samego|samym|tegoż|tymże|tamtego|tamtym)\s+roku\Z", re.IGNORECASE)
_NEXT: Final = re.compile(r"następn", re.IGNORECASE)
_FORMER: Final = re.compile(r"poprzedn", re.IGNORECASE)
_REACH = 200
"""characters back to the year that such a phrase counts from"""
_ENTRY = 6
"""dates back to the year that opens the line"""
_THEN: Final = re.compile(r"\b(?:wtedy|wówczas)(?:\s+też)?,?\s+(?:dnia\s+|w\s+dniu\s+|we?\s+)?\Z", re.IGNORECASE)
_THEN_LENGTH = 24
"""characters before a date in which „wówczas, w dniu" stands"""
_YEAR_BEFORE: Final = re.compile(r",\s(?:w|we|dnia|w dniu)\s")
_ALWAYS: Final = r"(?:co\s+rok\w?|każdego\s+roku|corocznie|rokrocznie|dorocznie|zawsze)"
_STEMS: Final = ("co", "każdego", "rocznie", "zawsze")
_HABIT_BEFORE: Final = re.compile(
    rf"\b{_ALWAYS},?\s+(?:(?:do|od|w|we|z|na|po|przed|dnia|dniu|końca|początku|połowie)\s+){{0,3}}\Z", re.IGNORECASE
)
_HABIT_BEHIND: Final = re.compile(rf",?\s+{_ALWAYS}\b", re.IGNORECASE)
_NEAR = 48
"""characters before a date in which „corocznie do końca" stands"""


def told_year(text: str, start: int, end: int, before: list[FoundDate]) -> int | None:
    """The year that „[wrzesień] tego samego roku", „w następnym roku" or „w ubiegłym roku, we [wrześniu]" takes from before it.

    Args:
        text: the article.
        start: first character of the mention.
        end: one past its last.
        before: the dates before it.

    Returns:
        A year, or None where the mention has no such words or no year stands near before it.
    """
    if not before:
        return None
    if (year := _said_right_before(text, start, before[-1])) is not None:
        return year
    if (year := _of_entry(text, start, before)) is not None:
        return year
    if _THEN.search(text, max(0, start - _THEN_LENGTH), start):  # „w 2018 roku. Wtedy, 14 czerwca, …"
        return _counted(text, start, before, 0)
    mention = text[start:end]
    if "rok" not in mention:
        return None
    shift = 0 if _SAME.search(mention) else 1 if _NEXT.search(mention) else -1 if _FORMER.search(mention) else None
    return None if shift is None else _counted(text, start, before, shift)


def _counted(text: str, start: int, before: list[FoundDate], shift: int) -> int | None:
    """The nearest printed year before, moved."""
    for earlier in reversed(before):
        if start - earlier.end > _REACH or "\n" in text[earlier.end : start]:
            return None
        value = earlier.value if isinstance(earlier.value, Date) else earlier.value.end
        if value is not None and value.year is not None and not value.masked and not earlier.relative:
            return value.year + shift
    return None


def _said_right_before(text: str, start: int, before: FoundDate) -> int | None:
    """„w ubiegłym roku, we [wrześniu]": the year that stands right before a month."""
    year = before.value
    if not isinstance(year, Date) or year.month is not None or year.masked or not before.relative:
        return None
    return year.year if _YEAR_BEFORE.fullmatch(text, before.end, start) else None


def _of_entry(text: str, start: int, before: list[FoundDate]) -> int | None:
    """„2023 – powrót do jakości: [15 czerwca] wydano nowy certyfikat": the year that opens the line of a chronicle."""
    for earlier in reversed(before[-_ENTRY:]):
        if "\n" in text[earlier.end : start]:
            return None
        if earlier.rule == "year-chronicle" and isinstance(earlier.value, Date):
            opens = earlier.start == 0 or text[earlier.start - 1] == "\n"
            return earlier.value.year if opens else None
    return None


def is_habit(text: str, start: int, end: int) -> bool:
    """„corocznie w [listopadzie]", „do [31 marca] każdego roku": a day of every year, which is no date."""
    around = text[max(0, start - _NEAR) : end + _NEAR].lower()
    if not any(stem in around for stem in _STEMS):
        return False
    return bool(_HABIT_BEHIND.match(text, end) or _HABIT_BEFORE.search(text, max(0, start - _NEAR), start))
