"""„wrzeÅ›nia" -> „września": letters whose UTF-8 bytes were once read as a one-byte code page."""

from __future__ import annotations

import re
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


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Wrong form -> character; a pattern of the letters alone (the evidence) and one of everything (the repair)."""
    wrong: dict[str, set[str]] = {}
    for char in _LETTERS + _SIGNS:
        for page in _PAGES:
            form = _misread(char, page)
            wrong.setdefault(form, set()).add(char)
    certain = {form: next(iter(chars)) for form, chars in wrong.items() if len(chars) == 1 and len(form) > 1}
    letters = [form for form, char in certain.items() if char in _LETTERS]
    return certain, _alternation(letters), _alternation(list(certain))


def _alternation(forms: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f))))


def repair(text: str) -> str:
    """„bÄ™dÄ… gościć" -> "będą gościć": every certain case of double encoding, in lines that also hold sound letters.

    The repair is certain where the characters are exactly what one Polish letter's UTF-8 bytes give in windows-1252, Latin-1,
    windows-1250 or ISO-8859-2, and no second letter gives the same; no Polish word holds such a sequence. Signs such as „–" are
    repaired only in a text in which a letter was.

    Args:
        text: any text; longer stretches than one line let a letter in one line vouch for the signs in another.

    Returns:
        The repaired text, shorter than the source; the same object when there was nothing to do.
    """
    certain, letters, everything = _table()
    if letters.search(text) is None:
        return text
    return everything.sub(lambda found: certain[found[0]], text)
