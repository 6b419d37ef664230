"""„PN-EN ISO 9001:2015-10 oraz": the commonest identifiers in their canonical print, by one pattern instead of the grammar.

What this reads, the grammar reads alike (tests/values/standard/test_plain.py compares them); everything else is left to it.
"""

from __future__ import annotations

import re

from pipeline.values.standard.catalogue import iso_work
from pipeline.values.standard.edition import FIRST_YEAR, LAST_YEAR
from pipeline.values.standard.model import Standard, Supplement

_PUBLISHERS = (
    r"(?:(PN)-(?:([A-Z])-(?=\d)|(?=EN |ISO|IEC|HD ))|(BS|DIN|NF) (?=EN ))?"
    r"(?:(EN) (?=ISO|IEC|\d)|(HD) (?=\d))?(?:(ISO/IEC|ISO|IEC|OHSAS)(?:[/ ](TR|TS|PAS)(?= ))?(?= ))? ?"
)
_EDITION = r"(?::(\d{4})(?:-(0[1-9]|1[0-2]))?)?"
_NUMBER = r"(\d{3,6})(?:-(\d{1,3}))?(?:-(\d{1,3}))?" + _EDITION
_SUPPLEMENT = r"[/+](?:(?:Amd|Cor) \d{1,2}|(?:Az|Ap|AC|A)\d{1,2}|AC)(?::\d{4}(?:-(?:0[1-9]|1[0-2]))?)?"
_END = (
    r"(?=[.,;)]?(?:\s{0,3}\Z|"
    r"[ \n](?:w (?!w|v|edyc)[a-z]|(?!edyc)[a-uxyząćęłńóśźż])))"
)
"""the text's end or a word in lower case that cannot open a version or name an edition: nothing of the identifier follows"""
_PLAIN = re.compile(rf"{_PUBLISHERS}{_NUMBER}((?:{_SUPPLEMENT}){{0,4}}){_END}")
_ONE = re.compile(r"([/+])(AC|[A-Z][a-z]*) ?(\d+)?" + _EDITION)


def read_plain(text: str, start: int) -> tuple[Standard, int] | None:
    """The identifier at ``start`` and the offset behind it; None where it is not plain („ISO nr 9001", „ISO 9001:2015(E)")."""
    match = _PLAIN.match(text, start)
    if match is None:
        return None
    national, sector, other, european, harmonised, publisher, doctype, number, part, subpart, printed, month, added = (
        match.groups()
    )
    if (not publisher and not (sector or harmonised or european)) or (sector and (publisher or part)):
        return None
    if european and not publisher and (iso_work(number) is not None or number.startswith("30")):
        return None  # „EN 9001" lacks its ISO, „EN 301 549" its blank
    chain = tuple(filter(None, (national, other, european, harmonised, publisher)))
    if publisher == "OHSAS" and len(chain) > 1:
        return None
    year = int(printed) if printed else None
    supplements = _supplements(added) if added else ()
    if (year is None and added) or not all(FIRST_YEAR <= y <= LAST_YEAR for y in (year, *(s.year for s in supplements)) if y):
        return None
    parts = () if part is None else (part,) if subpart is None else (part, subpart)
    value = Standard(
        chain=chain, number=number, parts=parts, year=year, month=int(month) if month else None,
        doctype="HD" if harmonised else doctype, sector=sector, supplements=supplements,
    )  # fmt: skip
    return value, match.end()


def _supplements(printed: str) -> tuple[Supplement, ...]:
    """„/Az1:2009+A2:2011-03" -> two."""
    return tuple(
        Supplement(
            kind=kind,
            number=int(number) if number else None,
            year=int(year) if year else None,
            month=int(month) if month else None,
            consolidated=sign == "+",
        )
        for sign, kind, number, year, month in _ONE.findall(printed)
    )
