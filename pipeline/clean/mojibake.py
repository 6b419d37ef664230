"""„wrzeÅ›nia" -> „września": letters whose UTF-8 bytes were once read as a one-byte code page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_SIGNS = "„”“’‘‚–—…•·§°«»©®€½²³×éèáíúöüäßčřšžýôâçëÖÜÄÉÁČŠŽ\u00a0\u00ad"
_PAGES = ("cp1252", "latin-1", "cp1250", "iso8859-2")


def _misread(char: str, page: str) -> str:
    """One character after its UTF-8 bytes were read as ``page``; undefined bytes pass through, as in browsers."""
    return "".join(bytes([byte]).decode(page) if _defined(byte, page) else chr(byte) for byte in char.encode())


def _defined(byte: int, page: str) -> bool:
    try:
        bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return False
    return True


@dataclass(frozen=True)
class _Table:
    readings: dict[str, dict[str, str]]
    """wrong form -> code page -> character: windows-1250 makes of Ś what ISO-8859-2 makes of Ź"""
    letters: re.Pattern[str]
    """wrong forms of letters, the evidence"""
    everything: re.Pattern[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    readings: dict[str, dict[str, str]] = {}
    for char in _LETTERS + _SIGNS:
        for page in _PAGES:
            readings.setdefault(_misread(char, page), {})[page] = char
    letters = [form for form, chars in readings.items() if any(char in _LETTERS for char in chars.values())]
    return _Table(readings, _alternation(letters), _alternation(list(readings)))


def _alternation(forms: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f))))


def repair(text: str) -> str:
    """„bÄ™dÄ… gościć" -> "będą gościć": every certain case of double encoding, in lines that also hold sound letters.

    The repair is certain where the characters are exactly what one Polish letter's UTF-8 bytes give in windows-1252, Latin-1,
    windows-1250 or ISO-8859-2; no Polish word holds such a sequence. The two forms that stand for different letters in two of
    the pages are read after the page that the rest of the text speaks for, windows-1250 before ISO-8859-2 where nothing does.
    Signs such as „–" are repaired only in a text in which a letter was.

    Args:
        text: any text; longer stretches than one line let a letter in one line vouch for the signs in another.

    Returns:
        The repaired text, shorter than the source; the same object when there was nothing to do.
    """
    table = _table()
    votes = dict.fromkeys(_PAGES, 0)
    for found in table.letters.finditer(text):
        chars = table.readings[found[0]]
        for page in chars if len(set(chars.values())) == 1 else ():
            votes[page] += 1
    if table.letters.search(text) is None:
        return text
    trusted = sorted(_PAGES, key=lambda page: -votes[page])
    return table.everything.sub(lambda found: _read(table.readings[found[0]], trusted), text)


def _read(chars: dict[str, str], trusted: list[str]) -> str:
    return next(chars[page] for page in trusted if page in chars)
