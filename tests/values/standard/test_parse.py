"""One identifier: canonical form, family and fields."""

from __future__ import annotations

import pytest

from pipeline.values.standard import Standard, Supplement, parse

CANONICAL = [
    ("PN-EN ISO 9001:2015-10", "PN-EN ISO 9001:2015-10", "ISO 9001"),
    ("PN-EN ISO 9001:2015-10P", "PN-EN ISO 9001:2015-10", "ISO 9001"),
    ("PN EN ISO 9001:2009", "PN-EN ISO 9001:2009", "ISO 9001"),
    ("PN:EN ISO 9001:2009", "PN-EN ISO 9001:2009", "ISO 9001"),
    ("PN- EN ISO 9001", "PN-EN ISO 9001", "ISO 9001"),
    ("PN – EN ISO 9001 : 2001", "PN-EN ISO 9001:2001", "ISO 9001"),
    ("PN-EN/ISO 9001:2001", "PN-EN ISO 9001:2001", "ISO 9001"),
    ("EN-PN-ISO 9001", "PN-EN ISO 9001", "ISO 9001"),
    ("PNEN ISO 9001", "PN-EN ISO 9001", "ISO 9001"),
    ("PN-EN 9001 : 2009", "PN-EN ISO 9001:2009", "ISO 9001"),
    ("PN-EN 27001", "PN-EN ISO/IEC 27001", "ISO/IEC 27001"),
    ("PN-EN 22000", "PN-EN ISO 22000", "ISO 22000"),
    ("PN-EN 13485:2002", "PN-EN 13485:2002", "EN 13485"),
    ("PN-EN 13485:2016", "PN-EN ISO 13485:2016", "ISO 13485"),
    ("PN-EN 45001:1993", "PN-EN 45001:1993", "EN 45001"),
    ("PN-EN-15224", "PN-EN 15224", "EN 15224"),
    ("PN-ISO/IEC 27001:2014-12", "PN-ISO/IEC 27001:2014-12", "ISO/IEC 27001"),
    ("PN-ISO 27001:2014", "PN-ISO 27001:2014", "ISO 27001"),
    ("ISO IEC 17025", "ISO/IEC 17025", "ISO/IEC 17025"),
    ("IEC/ISO 17025", "ISO/IEC 17025", "ISO/IEC 17025"),
    ("ISO9001", "ISO 9001", "ISO 9001"),
    ("ISO: 9001", "ISO 9001", "ISO 9001"),
    ("ISO-9001-2008", "ISO 9001:2008", "ISO 9001"),
    ("ISO 9001 2008", "ISO 9001:2008", "ISO 9001"),
    ("ISO 9001:08", "ISO 9001:2008", "ISO 9001"),
    ("NO-06-A101:2005", "NO-06-A101:2005", "NO-06-A101"),
    ("ZN-G-4120:2004", "ZN-G-4120:2004", "ZN-G-4120"),
    ("ISO 14442:2006 Ed 2", "ISO 14442:2006", "ISO 14442"),
    ("ISO 11553-1 Ed.2", "ISO 11553-1", "ISO 11553"),
    ("ISO/NWIP 19144-4", "ISO/NP 19144-4", "ISO 19144"),
    ("ISO 9001/2008", "ISO 9001:2008", "ISO 9001"),
    ("ISO 27001-3", "ISO 27001-3", "ISO 27001"),
    ("ISO 14 001:2004", "ISO 14001:2004", "ISO 14001"),
    ("iso 9001:2008", "ISO 9001:2008", "ISO 9001"),
    ("PN – N 18001", "PN-N-18001", "PN-N-18001"),
    ("PN-N-18001:2004", "PN-N-18001:2004", "PN-N-18001"),
    ("PN-77/B-02011", "PN-B-02011:1977", "PN-B-02011"),
    ("PN-B-02011:1977", "PN-B-02011:1977", "PN-B-02011"),
    ("PN-91/E-05009/41", "PN-E-05009-41:1991", "PN-E-05009"),
    ("PN-I-07799-2:2005", "PN-I-07799-2:2005", "PN-I-07799"),
    ("BN-63/0409-02", "BN-63/0409-02", "BN-0409-02"),
    ("PN-HD 60364-4-41:2017-09", "PN-HD 60364-4-41:2017-09", "HD 60364"),
    ("PKN-CEN/TR 15449:2008", "PKN-CEN/TR 15449:2008", "CEN/TR 15449"),
    ("PKN-CEN ISO/TS 17575-1", "PKN-CEN ISO/TS 17575-1", "ISO/TS 17575"),
    ("PKN-ISO/IEC Guide 73:2012", "PKN-ISO/IEC Guide 73:2012", "ISO/IEC Guide 73"),
    ("PN-ETSI EN 300 019-1-1", "PN-ETSI EN 300 019-1-1", "EN 300 019"),
    ("ETSI EN 301 549 V3.2.1:2021", "EN 301 549 V3.2.1:2021", "EN 301 549"),
    ("EN 301549 v.3.2.1 (2021-03)", "EN 301 549 V3.2.1:2021-03", "EN 301 549"),
    ("OHSAS 18001:2007", "OHSAS 18001:2007", "OHSAS 18001"),
    ("BS OHSAS 18001:2007", "BS OHSAS 18001:2007", "OHSAS 18001"),
    ("BS 7799-2:2002", "BS 7799-2:2002", "BS 7799"),
    ("DIN EN ISO 9001:2015", "DIN EN ISO 9001:2015", "ISO 9001"),
    ("ISO/TS 16949:2009", "ISO/TS 16949:2009", "ISO/TS 16949"),
    ("IATF 16949:2016", "IATF 16949:2016", "IATF 16949"),
    ("AQAP-2110:2016", "AQAP 2110:2016", "AQAP 2110"),
    ("FSSC 22000", "FSSC 22000", "FSSC 22000"),
    ("prEN 45545-2", "prEN 45545-2", "EN 45545"),
    ("ISO/CD 37125.2", "ISO/CD 37125.2", "ISO 37125"),
    ("ISO/DTR 7015", "ISO/DTR 7015", "ISO/TR 7015"),
    ("CD IWA 48", "CD IWA 48", "IWA 48"),
    ("Guide ISO/IEC 71", "ISO/IEC Guide 71", "ISO/IEC Guide 71"),
    ("IEC 60335-2-29:2016+AMD1:2019 CSV", "IEC 60335-2-29:2016+AMD1:2019 CSV", "IEC 60335"),
    ("ISO 105-B04:1994", "ISO 105-B04:1994", "ISO 105"),
    ("ISO 14001:2015/Amd.1:2024", "ISO 14001:2015/Amd 1:2024", "ISO 14001"),
    ("PN-EN 771-1+A1:2015-10", "PN-EN 771-1+A1:2015-10", "EN 771"),
    ("WCAG 2.1", "WCAG 2.1", "WCAG"),
    ("EMAS", "EMAS", "EMAS"),
    ("HACCP", "HACCP", "HACCP"),
    ("SPZK", "SPZK", "SPZK"),
]


@pytest.mark.parametrize(("text", "identifier", "family"), CANONICAL, ids=[c[0] for c in CANONICAL])
def test_canonical(text, identifier, family):
    standard = parse(text)
    assert standard is not None
    assert (str(standard), standard.family) == (identifier, family)
    assert parse(str(standard)) is not None
    assert str(parse(str(standard))) == identifier


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "ISO",
        "PN-EN ISO",
        "norma",
        "9001",
        "ISO 9001 i coś",
        "PN 16",
        "ISO 12345678",
        "27001:2014",
        "ISO 9001:",
        "x" * 5000,
    ],
)
def test_not_one_identifier(text):
    standard = parse(text)
    assert standard is None or (text == "PN 16" and standard.chain == ("PN",))


def test_fields():
    standard = parse("PN-EN IEC 62841-4-5:2021-09/A11:2022-01P")
    assert standard == Standard(
        chain=("PN", "EN", "IEC"),
        number="62841",
        parts=("4", "5"),
        year=2021,
        month=9,
        supplements=(Supplement("A", 11, 2022, 1),),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PN-EN 12899-1:2010/Ap1:2011", (Supplement("Ap", 1, 2011),)),
        ("PN-B-02025:2001/Az1:2009", (Supplement("Az", 1, 2009),)),
        ("PN-EN ISO 13485:2012/AC:2012", (Supplement("AC", None, 2012),)),
        ("EN 1176-1:2008+A1:2010+A2:2012", (Supplement("A", 1, 2010, None, True), Supplement("A", 2, 2012, None, True))),
        ("ISO 7010:2019/CD Amd 5.2", (Supplement("Amd", 5, stage="CD", iteration=2),)),
        ("ISO 9712:2021/Amd 1:2022/Cor 1:2023", (Supplement("Amd", 1, 2022), Supplement("Cor", 1, 2023))),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_supplements(text, expected):
    standard = parse(text)
    assert standard is not None
    assert standard.supplements == expected
    assert str(standard) == text


@pytest.mark.parametrize(
    ("text", "language", "english", "printed"),
    [
        ("PN-EN ISO 9001:2009P", ("P",), False, "PN-EN ISO 9001:2009P"),
        ("PN-EN ISO 19011:2018-08E", ("E",), False, "PN-EN ISO 19011:2018-08E"),
        ("PN-EN 1991-2:2007 (U)", (), True, "PN-EN 1991-2:2007 (U)"),
        ("ISO 9000:2015(E/F)", ("E", "F"), False, "ISO 9000:2015(E/F)"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_letters_are_printed_but_not_identity(text, language, english, printed):
    standard = parse(text)
    assert standard is not None
    assert (standard.language, standard.english, standard.printed) == (language, english, printed)
    assert not any(letter in standard.id.rpartition(":")[2] for letter in language)
