"""„samorządowy" with a soft hyphen inside, Word's bullets: characters that nobody sees are settled first of all."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Word writes list bullets as characters of its Symbol and Wingdings fonts, which live at U+F020 to U+F0FF; web fonts for
# icons use the whole private area. At the start of a line the former are bullets; anywhere else both are pictures.
_WORD_BULLET = re.compile("^([ \t\u00a0]*)[\uf020-\uf0ff](?=[ \t\u00a0\\S])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def unify_breaks(text: str) -> str:
    """„Uchwała", CR LF, „Rady": every kind of line break becomes a line feed."""
    return _LINE_BREAKS.sub("\n", text)


def tidy_line(line: str) -> str:
    """„· Wydział  Edukacji" (Word) -> "• Wydział Edukacji": one line, plain spaces, nothing invisible, composed letters.

    A soft hyphen at the very end stays, since only the next line tells how to join the halves (``plain.wrap`` takes it out).
    """
    if line.isprintable():  # nothing invisible, private or wide: nearly every line
        line = " ".join(line.replace("\u2011", "-").split())
        return line if line.isascii() else unicodedata.normalize("NFC", line)
    line = _INVISIBLE.sub("", _PRIVATE.sub(" ", _WORD_BULLET.sub("\\1• ", line)))
    hanging = line.rstrip().endswith(SOFT_HYPHEN)
    line = unicodedata.normalize("NFC", line.replace(SOFT_HYPHEN, "").replace("\u2011", "-"))
    line = _SPACES.sub(" ", line).strip()
    return line + SOFT_HYPHEN if hanging and line else line
