"""The pattern for plain identifiers reads what the grammar reads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.standard.grammar import read_identifier
from pipeline.values.standard.plain import read_plain
from pipeline.values.standard.tokens import Cursor

PREFIXES = [
    "ISO",
    "ISO/IEC",
    "IEC",
    "OHSAS",
    "EN ISO",
    "PN-EN ISO",
    "PN-EN ISO/IEC",
    "PN-ISO",
    "PN-IEC",
    "BS EN ISO",
    "DIN EN ISO",
    "PN-OHSAS",
    "BS OHSAS",
    "EN",
    "PN-EN",
    "PN-HD",
    "HD",
    "PN-N-",
    "PN-B-",
    "ISO/TR",
    "ISO/IEC TS",
    "IEC/TR",
    "PN-EN IEC",
    "EN ISO/TS",
]
NUMBERS = ["9001", "14001", "27001", "45001", "690", "18001", "15224", "301549", "771", "13485", "140001", "1", "2015"]
PARTS = ["", "-1", "-2-43", "-2008", "-14001", "-08", "-1A"]
YEARS = ["", ":2015", ":2015-10", ":2015-13", ":1899", ":2099", ":15", ":2015P", " :2015", "/2015", ":2015-10-01"]
BEHIND = [
    "", ".", " ", "\n", ", a także 14001", " i 14001", " w maju", " w wersji 3.2.1", " wersja 3.2.1", " v 3.2.1", " w v. 3.2.1", " 2015", " - 2015", "(E)", " (U)", "/A1:2016", "+A1", "/Az1:2009", "+A11:2010-03, a", "/AC", "/AC:2009 oraz", "/Ap1:2011/Ap2:2012", "/Amd 1:2024", "/Cor 2", "+AMD1:2019", "/A1:2099", "/A", "/Amd 1 i",
    ") oraz", ". w roku", " r. 2015", ":2015", "oraz", ";2008", " – 10", " Amd 1", "-wersja", "„", ", 2015 r.",
]  # fmt: skip


@settings(derandomize=True, max_examples=3000, deadline=None)
@given(*(st.sampled_from(table) for table in (PREFIXES, NUMBERS, PARTS, YEARS, BEHIND)), st.sampled_from(["", "norma "]))
def test_pattern_and_grammar_agree(prefix, number, parts, year, behind, before):
    text = f"{before}{prefix} {number}{parts}{year}{behind}".replace("- ", "-")
    plain = read_plain(text, len(before))
    if plain is not None:
        reading = read_identifier(Cursor(text, len(before)), relaxed=False, strict=False)
        assert reading is not None
        assert (reading.value, reading.end) == plain
        assert (reading.exact, reading.restored) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "ISO 9001",
        "PN-EN ISO 9001:2015-10",
        "ISO/IEC 27001:2013.",
        "BS EN ISO 9001:2008, a",
        "IEC 60335-2-29:2016 w maju",
        "OHSAS 18001:2007",
        "PN-N-18001:2004",
        "PN-EN 15224:2013-04",
        "PN-EN 12899-1:2010/Ap1:2011",
        "PN-HD 60364-4-41:2017-09",
        "ISO/IEC TS 17021-2:2016",
        "ISO 14001:2015/Amd 1:2024",
    ],
)
def test_the_commonest_are_plain(text):
    assert read_plain(text, 0) is not None
