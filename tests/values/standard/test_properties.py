"""Invariants: printing and parsing, offsets."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.standard import Found, Standard, Supplement, find, parse

CHAINS = st.sampled_from(
    [
        (("ISO",), None),
        (("ISO/IEC",), None),
        (("IEC",), None),
        (("EN", "ISO"), None),
        (("PN", "EN", "ISO"), None),
        (("PN", "EN", "ISO/IEC"), None),
        (("PN", "ISO"), None),
        (("PN", "HD"), "HD"),
        (("BS", "EN"), None),
        (("PKN", "CEN"), "TR"),
        (("ISO",), "TS"),
        (("ISO/IEC",), "TR"),
        (("ISO/IEC",), "Guide"),
        (("OHSAS",), None),
    ]
)
YEARS = st.none() | st.integers(1987, 2040)
SUPPLEMENTS = st.lists(
    st.builds(
        Supplement,
        kind=st.sampled_from(["A", "Az", "Ap", "Amd", "Cor"]),
        number=st.integers(1, 20),
        year=YEARS,
        consolidated=st.booleans(),
    ),
    max_size=2,
).map(tuple)


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    chain, doctype = draw(CHAINS)
    year = draw(YEARS)
    return Standard(
        chain=chain,
        doctype=doctype,
        number=str(draw(st.integers(60000, 99999))),
        parts=tuple(map(str, draw(st.lists(st.integers(1, 999), max_size=2)))),
        year=year,
        month=draw(st.none() | st.integers(1, 12)) if year else None,
        supplements=draw(SUPPLEMENTS),
    )


@settings(derandomize=True, max_examples=200, deadline=None)
@given(standards())
def test_printed_value_parses_to_itself(standard):
    assert parse(str(standard)) == standard


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    standards(),
    st.sampled_from(["zgodnie z ", "(", "„", "x ISO ", "\n", "norma: "]),
    st.sampled_from(["", ".", ", a to", " i już", ")"]),
)
def test_identifier_is_found_where_it_stands(standard, before, after):
    text = f"{before}{standard}{after}"
    found = [f for f in find(text) if f.start >= len(before) - 4]
    assert [str(f.value) for f in found] == [str(standard)]
    assert text[found[0].start : found[0].end].endswith(str(standard)[-1])


PIECES = st.sampled_from(
    [
        "ISO",
        "PN",
        "EN",
        "-",
        " ",
        ":",
        "9001",
        "14001",
        "2015",
        "/",
        ",",
        "i",
        "\n",
        "Amd",
        "N",
        "(",
        ")",
        ".",
        "WCAG",
        " w wersji ",
        ":08",
        "NO-06-A101",
        "ZN-G",
        "2.0 i 2.1",
        "Ed",
        "2.1",
        "ą",
        "18001",
        "A1",
        "+",
    ]
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_offsets_point_at_the_printed_form(text):
    found = find(text)
    for f in found:
        assert text[f.start : f.end] == f.text
        assert f.text.strip() == f.text
        assert parse(str(f.value)) is not None
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_parse_is_idempotent(text):
    standard = parse(text)
    if standard is not None:
        again = parse(str(standard))
        assert again is not None
        assert str(again) == str(standard)


def test_found_is_a_plain_value():
    found = find("ISO 9001")[0]
    assert found == Found("ISO 9001", 0, 8, Standard(chain=("ISO",), number="9001"), "standard.full")
