"""Where in a running text an identifier may begin, and whether what was read there can be one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.text import fold
from pipeline.values.standard.amounts import is_free_number
from pipeline.values.standard.catalogue import lexicon, vocabulary
from pipeline.values.standard.edition import FIRST_YEAR, LAST_YEAR
from pipeline.values.standard.model import work_of
from pipeline.values.standard.tokens import Cursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.values.standard.grammar import Reading
    from pipeline.values.standard.model import Standard

_NEAR = 60
"""characters before a bare, unknown number in which a word like „norma" may stand"""
_ADDRESS = 80
"""characters before a number in which the beginning of an address may stand"""
_FILE = re.compile(r"\.(?:jpe?g|png|gif|pdf|docx?|odt|zip|html?|php|tiff?|svg|webp)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _anchor_pattern() -> re.Pattern[str]:
    """Publishers in capitals, and „iso", „Pn-En" in any case, with a digit to come.

    It opens with a letter, not with a look back, so that the search skips what no publisher begins with.
    """
    words = [p.word for p in vocabulary().publishers.values() if p.free] + list(vocabulary().glued)
    upper = "|".join(sorted(map(re.escape, [*words, *vocabulary().european]), key=len, reverse=True))
    digit = r"(?=[^\d]{0,60}\d)"
    lower = r"[iI][sS][oO]|[pP][nN](?=[- ][eE][nN](?![^\W\d_]))"
    return re.compile(rf"(?:({upper})|{lower})(?![^\W\d_]){digit}")


def find_anchors(text: str) -> Iterator[int]:
    """Where an identifier may begin: „ISO", „Pn-En" as words of their own, „certyfikatISO" glued to a lower-case word."""
    for match in _anchor_pattern().finditer(text):
        start = match.start()
        before = text[start - 1] if start else " "
        if not (before.isalnum() or before in "_@"):
            if match.lastindex or before not in "./-":
                yield start
        elif before.islower() and match.group(1) in {"ISO", "PN"}:
            yield start


def is_plausible(text: str, start: int, reading: Reading) -> bool:
    """Whether „ISO 9001" at ``start`` is a standard and not a camera's setting, a year, a file name or an address."""
    value = reading.value
    if _in_address(text, start, reading.end):
        return False
    known = is_known(value)
    if not reading.exact and not (known or value.year):
        return False
    number = (value.number or "").replace(" ", "")
    if value.sector or value.chain in {("BN",), ("NO",)}:
        return len(number) >= 3
    if len(value.chain) > 1 or (value.doctype and value.doctype not in value.chain):
        return value.chain[-1] not in {"PN", "PKN"} and value.number != "0"
    return _alone(text, start, reading, number, known=known)


def _alone(text: str, start: int, reading: Reading, number: str, *, known: bool) -> bool:
    """Whether one publisher with this number is enough; publishers.toml says what each needs."""
    value, end = reading.value, reading.end
    publisher = value.chain[0].split("/")[0]
    rule = vocabulary().publishers[publisher].alone
    dated = value.year is not None or value.version is not None
    photo = publisher == "ISO" and not dated and number in vocabulary().film and _is_photo(text, start)
    year = not known and len(number) == 4 and FIRST_YEAR <= int(number) <= LAST_YEAR  # „certyfikat ISO 2012-2015"
    if rule == "never" or photo or year:
        return False
    if rule == "topic":
        return known and (dated or _is_about_standards(text, start))
    if known or rule != "number":
        return (known and rule != "edition") or dated
    if dated:
        return len(number) > 1
    return len(number) > 2 and (publisher != "ISO" or _is_iso_number(text, start, end, number))


def _is_iso_number(text: str, start: int, end: int, number: str) -> bool:
    """Whether a bare, unknown number behind ISO is a standard's: no film speed, no amount („obraz ISO 4700 MB").

    Three digits are enough only where norms are the topic.
    """
    if number in vocabulary().film or _is_photo(text, start) or not is_free_number(Cursor(text, end, 20)):
        return False
    return len(number) > 3 or _is_about_standards(text, start)


def is_known(value: Standard) -> bool:
    """Whether works.tsv has this number under this publisher."""
    return work_of(value) is not None


def _is_photo(text: str, start: int) -> bool:
    near = fold(text[max(0, start - 40) : start + 40])
    return any(stem in near for stem in lexicon()["photo"]["stems"])


def _is_about_standards(text: str, start: int) -> bool:
    near = fold(text[max(0, start - _NEAR) : start])
    return any(stem in near for stem in lexicon()["number"]["topic"])


def _in_address(text: str, start: int, end: int) -> bool:
    """„www.powiat.example/iso-9001", „ISO_9001.jpg": a part of an address or a file's name."""
    if text[end : end + 1] == "." and _FILE.match(text, end) is not None:
        return True
    if start == 0 or text[start - 1].isspace():
        return False
    head = text[max(0, start - _ADDRESS) : start].rsplit(maxsplit=1)[-1]
    return "://" in head or "www." in head.lower() or head.endswith("_")
