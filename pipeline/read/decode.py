"""„zaÅ¼Ã³Å‚Ä‡" never: bytes of Polish pages become characters in the encoding that they were written in.

The order of trust was measured (design.md, section 4): a general detector got 6 of 240 pages that are windows-1250 but declare
ISO-8859-2, counting Polish letters got all.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.schema import Media

SAMPLE = 1_000_000
"""bytes of a document that are counted; more do not change the choice"""

POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_USUAL = POLISH | frozenset("„”“‘’–—…•§°«»éüöäáíßčšžřěýÉÜÖÄ\u00a0\u00ad€ô×½²³±·")
_LEGACY = ("cp1250", "iso8859_2")
_SAME = {
    "iso8859_2": "ISO-8859-2",
    "cp1250": "windows-1250",
    "utf_8": "utf-8",
    "cp1252": "windows-1252",
    "latin_1": "ISO-8859-1",
}
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
_TEXTUAL = ("iso8859", "latin", "cp", "mac", "koi8")
"""UTF-8 was tried before; codecs such as unicode_escape would obey the page"""
_UNDEFINED = re.compile("[\x80-\x9f\ufffd]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, with the encoding and the reason for it."""

    text: str
    encoding: str
    """as IANA prints it: utf-8, windows-1250, ISO-8859-2 …"""
    reason: str
    """byte order mark, valid utf-8, declared, polish letters, plain ascii, setting"""


def decode(data: bytes, *, media: Media | None = None, declared: str | None = None) -> Decoded:
    """„gęś" in windows-1250, ISO-8859-2, UTF-8 or UTF-16 -> „gęś", with the encoding and why.

    Args:
        data: the whole document.
        media: "text" skips the search for a declaration inside the document.
        declared: charset from outside the document (HTTP, a WARC record), trusted as far as one inside it.

    Never raises: bytes that no Polish encoding knows become U+FFFD.
    """
    if marked := _marked(data):
        return marked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if _dented(data):
            return Decoded(data.decode("utf-8", "replace"), "utf-8", "almost valid utf-8")
    else:
        return Decoded(text, "utf-8", "plain ascii" if text.isascii() else "valid utf-8")
    named = [declared] if declared else []
    if media != "text" and (found := _DECLARED.search(data[:8192])):
        named.append((found[1] or found[2]).decode("ascii"))
    for name in named:
        if decoded := _declared(data, name):
            return decoded
    best = max(_LEGACY, key=lambda name: score(data[:SAMPLE], name))
    return Decoded(data.decode(best, "replace"), _SAME[best], "polish letters")


def score(data: bytes, encoding: str) -> int:
    """„¹" against „ą": how Polish the bytes look in an encoding; higher is better, 0 for plain ASCII.

    One point for a Polish letter, none for a character that Polish pages may print, ten off for anything else: control
    characters between 128 and 159 (a windows-1250 page read as ISO-8859-2), undefined bytes and letters that Polish has not.
    """
    counts = Counter(byte for byte in data if byte > 127)
    total = 0
    for byte, count in counts.items():
        char = bytes((byte,)).decode(encoding, "replace")
        total += count * (1 if char in POLISH else 0 if char in _USUAL else -10)
    return total


def _marked(data: bytes) -> Decoded | None:
    for mark, name, printed in (
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    ):
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), printed, "byte order mark")
    return None


def _dented(data: bytes) -> bool:
    """A long UTF-8 page with a few broken bytes is still UTF-8: many valid sequences, one bad in fifty at most."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    valid = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    return valid >= 10 and bad * 50 <= valid


def _declared(data: bytes, name: str) -> Decoded | None:
    """The declared encoding, if it decodes cleanly and looks no less Polish than the others."""
    try:
        encoding = codecs.lookup(name).name.replace("-", "_")
        if not encoding.startswith(_TEXTUAL):
            return None
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError, TypeError):
        return None
    if _UNDEFINED.search(text):
        return None
    own = score(data[:SAMPLE], encoding)
    if own < max(score(data[:SAMPLE], other) for other in _LEGACY):
        return None
    return Decoded(text, _SAME.get(encoding, encoding), "declared")
