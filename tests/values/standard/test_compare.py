"""Three levels of equality: work, edition, printed identifier."""

from __future__ import annotations

import pytest

from pipeline.values.standard import Standard, parse, work_of, works


def read(text: str) -> Standard:
    standard = parse(text)
    assert standard is not None
    return standard


LEVELS = [
    ("PN-77/B-02011", "PN-B-02011:1977", True, True, True),
    ("PN-EN ISO 9001:2015-10P", "PN-EN ISO 9001:2015-10", True, True, False),
    ("PN-EN ISO 9001:2015-10", "PN-EN ISO 9001:2015", True, True, False),
    ("PN-EN ISO 9001:2009", "ISO 9001:2008", True, False, False),
    ("PN-EN ISO 9001:2009", "PN-EN ISO 9001:2015", True, False, False),
    ("ISO 27001:2022", "ISO/IEC 27001:2022", True, False, False),
    ("EN 301549", "PN-EN 301 549:2021", True, False, False),
    ("ISO 9001", "ISO 14001", False, False, False),
    ("ISO/IEC 20000-1", "ISO/IEC 20000-2", False, False, False),
    ("PN-N-18001", "OHSAS 18001", False, False, False),
    ("WCAG 2.0", "WCAG 2.1", True, False, False),
    ("EN 71-1:2014", "EN 71-1:2014+A1:2018", True, False, False),
]


@pytest.mark.parametrize(("one", "other", "work", "edition", "printed"), LEVELS)
def test_levels(one, other, work, edition, printed):
    a, b = read(one), read(other)
    assert (a.same_work(b), a.same_edition(b), a.same_printed(b)) == (work, edition, printed)
    assert (b.same_work(a), b.same_edition(a), b.same_printed(a)) == (work, edition, printed)


def test_copublishers():
    assert read("PN-EN ISO/IEC 17025").copublishers == ("IEC",)
    assert read("ISO 9001").copublishers == ()


def test_every_known_work_has_a_source_and_parses():
    for number, rows in works().items():
        for work in rows:
            assert work.source
            text = f"{work.publisher}{'-' if work.publisher == 'PN-N' else ' '}{number}"
            assert read(text).family == text


def test_number_field_keeps_no_part():
    assert (read("ISO/IEC 20000-1:2018").number, read("ISO/IEC 20000-1:2018").parts) == ("20000", ("1",))


def test_scheme_has_no_number():
    scheme = read("WCAG 2.1")
    assert (scheme.kind, scheme.number, scheme.chain, scheme.version) == ("scheme", None, (), "2.1")


@pytest.mark.parametrize(
    ("text", "withdrawn", "replaced_by"),
    [
        ("PN-EN ISO 9001:2009", None, None),
        ("OHSAS 18001", 2021, "ISO 45001"),
        ("PN-N-18001:2004", None, "ISO 45001"),
        ("BS 7799-2:2002", 2005, "ISO/IEC 27001"),
        ("ISO/TS 16949:2009", None, "IATF 16949"),
    ],
)
def test_what_is_known(text, withdrawn, replaced_by):
    work = work_of(read(text))
    assert work is not None
    assert (work.withdrawn, work.replaced_by) == (withdrawn, replaced_by)


@pytest.mark.parametrize("text", ["ISO 54321", "EMAS", "PN-B-02011", "BS 9001"])
def test_nothing_known(text):
    assert work_of(read(text)) is None
