"""„PN-EN ISO 9001:2015-10 oraz": the commonest identifiers in their canonical print, by one pattern instead of the grammar.

What this reads, the grammar reads alike (tests/values/standard/test_plain.py compares them); everything else is left to it.
"""

from __future__ import annotations

import re

from pipeline.values.standard.edition import FIRST_YEAR, LAST_YEAR
from pipeline.values.standard.model import Standard

_PUBLISHERS = r"(?:(PN)-|(BS|DIN) (?=EN ))?(?:(EN) (?=ISO|IEC))?(ISO/IEC|ISO|IEC|OHSAS)"
_NUMBER = r" (\d{3,6})(?:-(\d{1,3}))?(?:-(\d{1,3}))?(?::(\d{4})(?:-(0[1-9]|1[0-2]))?)?"
_END = (
    r"(?=[.,;)]?(?:\s{0,3}\Z|"
    r"[ \n](?:w (?!w|v|edyc)[a-z]|(?!edyc)[a-uxyząćęłńóśźż])))"
)
"""the text's end or a word in lower case that cannot open a version or name an edition: nothing of the identifier follows"""
_PLAIN = re.compile(_PUBLISHERS + _NUMBER + _END)
_NATIONAL = 3
"""groups before the publisher: PN, BS or DIN, EN"""


def read_plain(text: str, start: int) -> tuple[Standard, int] | None:
    """The identifier at ``start`` and the offset behind it; None where it is not plain („ISO nr 9001", „ISO 9001:2015(E)")."""
    match = _PLAIN.match(text, start)
    if match is None:
        return None
    groups = match.groups()
    chain = tuple(filter(None, groups[: _NATIONAL + 1]))
    if "OHSAS" in chain and len(chain) > 1:
        return None
    number, part, subpart, printed, month = groups[_NATIONAL + 1 :]
    year = int(printed) if printed else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    parts = () if part is None else (part,) if subpart is None else (part, subpart)
    value = Standard(chain=chain, number=number, parts=parts, year=year, month=int(month) if month else None)
    return value, match.end()
