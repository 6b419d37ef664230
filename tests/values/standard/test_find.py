"""Running text: what is found, with which value, by which rule."""

from __future__ import annotations

import pytest

from pipeline.values.standard import find, rule_ids


def ids(text: str) -> list[str]:
    return [str(f.value) for f in find(text)]


FULL = [
    ("Urząd w Łężycach wdrożył normę PN-EN ISO 9001:2009.", ["PN-EN ISO 9001:2009"]),
    ("Certyfikat zgodności z normą PN EN ISO 9001:2009r. wręczono w ratuszu.", ["PN-EN ISO 9001:2009"]),
    ("Od dziś PN-EN ISO 9001:2009oraz nowe procedury.", ["PN-EN ISO 9001:2009"]),
    ("Mamy certyfikatISO 9001 od pięciu lat.", ["ISO 9001"]),
    ("Norma PN-EN ISO\n9001:2009 obowiązuje.", ["PN-EN ISO 9001:2009"]),
    ("Norma PN-\nEN ISO 9001:\n2009 obowiązuje.", ["PN-EN ISO 9001:2009"]),
    ("certyfikat ISO jakościowe 9001", ["ISO 9001"]),
    ("normy ISO serii 9000", ["ISO 9000"]),
    ("ISO nr 14001", ["ISO 14001"]),
    ("„ISO 9001 – 2000” w starostwie", ["ISO 9001:2000"]),
    ("ISO 9001 – 2008 r. to rok naszego debiutu", ["ISO 9001"]),
    ("certyfikat ISO37120– złoty", ["ISO 37120"]),
    ("ISO 9001:2015 (polski odpowiednik: PN-EN ISO 9001:2015-10P)", ["ISO 9001:2015", "PN-EN ISO 9001:2015-10"]),
    ("ISO 9001:2008/ISO 14001:2004/OHSAS 18001:2007", ["ISO 9001:2008", "ISO 14001:2004", "OHSAS 18001:2007"]),
    ("zgodnie z PN – EN 9001 : 2009", ["PN-EN ISO 9001:2009"]),
    ("CERTYFIKAT ISO 9001 DLA URZĘDU", ["ISO 9001"]),
    ("iso 9001:2008 w gminie", ["ISO 9001:2008"]),
    ("PN-EN ISO 9001:2015–10 lat temu nie istniała", ["PN-EN ISO 9001:2015-10"]),
    ("PN-EN ISO 9001:2015 – 10 lat doświadczeń", ["PN-EN ISO 9001:2015"]),
    ("Norma ISO 690 o przypisach", ["ISO 690"]),
    ("beton według PN-88/B-06250, rury według BN-88/8932-02", ["PN-B-06250:1988", "BN-88/8932-02"]),
]

LISTS = [
    ("ISO 9001:2015,14001:2015,45001:2018", ["ISO 9001:2015", "ISO 14001:2015", "ISO 45001:2018"]),
    ("Norma PN-En Iso 9001:2009", ["PN-EN ISO 9001:2009"]),
    ("certyfikaty 9001:2008 i 14001:2004", ["ISO 9001:2008", "ISO 14001:2004"]),
    ("ISO z serii 9001, ISO w wersji 9001:2008", ["ISO 9001", "ISO 9001:2008"]),
    ("PN_EN ISO 9001 i ISO®14001", ["PN-EN ISO 9001", "ISO 14001"]),
    ("PN-EN ISO 9001-2015-10", ["PN-EN ISO 9001:2015-10"]),
    ("PN-EN ISO/IEC 17025 : 2018 – 02 oraz", ["PN-EN ISO/IEC 17025:2018-02"]),
    ("PN-EN ISO/IEC 17025 : 2018 – 02 stycznia", ["PN-EN ISO/IEC 17025:2018"]),
    ("AQAP 2110:2016 oraz 2120:2016", ["AQAP 2110:2016", "AQAP 2120:2016"]),
    ("EN 301 549 w wersji 3.2.1 i EN 301 549 (V2.1.2)", ["EN 301 549 V3.2.1", "EN 301 549 V2.1.2"]),
    ("PN-EN\u200b ISO 9001:\u200b2015", ["PN-EN ISO 9001:2015"]),
    ("Certyfikat ISO 9001 2008 dla urzędu", ["ISO 9001:2008"]),
    ("Z ISO 9001 2008 rok był lepszy", ["ISO 9001"]),
    ("ISO 9001 2009-2012", ["ISO 9001"]),
    ("Normę ISO 10082 urząd zna", ["ISO 10082"]),
    ("Wodociągi SA ISO 9001:2015", ["ISO 9001:2015"]),
    ("PN-18001:2004 i PN 18001", ["PN-N-18001:2004", "PN-N-18001"]),
    ("ISO 9001’2000", ["ISO 9001:2000"]),
    ("ISO 9001, 14001 i 45001", ["ISO 9001", "ISO 14001", "ISO 45001"]),
    ("ISO: 9001, 14001 oraz 27001", ["ISO 9001", "ISO 14001", "ISO 27001"]),
    ("PN-EN ISO 9001:2009 oraz 14001:2005", ["PN-EN ISO 9001:2009", "PN-EN ISO 14001:2005"]),
    ("PN-EN ISO 9001:2015, a także 45001:2018", ["PN-EN ISO 9001:2015", "PN-EN ISO 45001:2018"]),
    ("certyfikat ISO PN-N-18001 i ISO PN-EN 9001", ["PN-N-18001", "PN-EN ISO 9001"]),
    ("ISO 9001/14001/18001", ["ISO 9001", "ISO 14001", "OHSAS 18001"]),
    ("ISO 9001-14001", ["ISO 9001", "ISO 14001"]),
    ("PN-N-18001:2004 i 9001:2009", ["PN-N-18001:2004", "ISO 9001:2009"]),
    ("ISO/IEC 27001:2013 oraz 9001:2015", ["ISO/IEC 27001:2013", "ISO 9001:2015"]),
    ("ISO 9001:2000 i 2008", ["ISO 9001:2000", "ISO 9001:2008"]),
    ("ISO 9001:2000 i 2008 rok", ["ISO 9001:2000"]),
    ("ISO 9001, 2000 mieszkańców", ["ISO 9001"]),
    ("ISO 9001 i 14001 mieszkańców", ["ISO 9001"]),
    ("ISO 9001 i 50001 zł", ["ISO 9001"]),
    ("ISO 9001 (jakość), 14001 (środowisko) i 45001 (BHP)", ["ISO 9001", "ISO 14001", "ISO 45001"]),
    ("ISO 9001 – jakość,\n14001 – środowisko,\n50001 – energia", ["ISO 9001", "ISO 14001", "ISO 50001"]),
]

LONE = [
    (
        "Oceniano system jakości wg normy PN-EN ISO 9001:2015-10 oraz system środowiskowy wg normy 14001:2015-09.",
        ["PN-EN ISO 9001:2015-10", "PN-EN ISO 14001:2015-09"],
    ),
    ("Wdrożono normy 9001, 14001 i 45001.", ["ISO 9001", "ISO 14001", "ISO 45001"]),
    (
        "– jakości ISO 9001:2015,\n– informacji 27001:2013,\n– środowiskowy 14001",
        ["ISO 9001:2015", "ISO 27001:2013", "ISO 14001"],
    ),
    ("Posiadamy ISO 9001. Do tego doszedł system antykorupcyjny 37001.", ["ISO 9001", "ISO 37001"]),
    ("Norma 14001 dotyczy środowiska.", ["ISO 14001"]),
    ("zgodnie z normą 9001:2000", ["ISO 9001:2000"]),
    ("PN-N-18001 wdrożono w maju. System BHP 18001 działa.", ["PN-N-18001", "PN-N-18001"]),
    ("ISO 9001 i nic więcej. Spółka zatrudnia 14001 osób.", ["ISO 9001"]),
    ("ISO 9001. Telefon: 22 45001 14001", ["ISO 9001"]),
    ("ISO 9001. Konto 27001-14001-9001", ["ISO 9001"]),
]

EDITIONS = [
    ("certyfikat ISO 9001:00 oraz 14001:04", ["ISO 9001:2000", "ISO 14001:2004"]),
    ("ISO 9001:08 i ISO 9001’87", ["ISO 9001:2008", "ISO 9001:1987"]),
    ("ISO 9001:07", ["ISO 9001"]),
    ("Narada o ISO 9001:00:15", ["ISO 9001"]),
    ("ISO 9001 wersja 2008 obowiązuje", ["ISO 9001:2008"]),
    ("ISO 9001 w wersji z 2008 roku", ["ISO 9001:2008"]),
    ("ISO 9001 (wydanie z 2015 r.) i nic więcej", ["ISO 9001:2015"]),
    ("ISO 14001 edycja 2004", ["ISO 14001:2004"]),
    ("ISO 9001 w wersji 2007", ["ISO 9001"]),
    ("ISO 9001 w wersji 2008/2009", ["ISO 9001"]),
    ("ISO 9001 w wersji polskiej", ["ISO 9001"]),
    ("ISO 9001 z 2008 roku", ["ISO 9001"]),
    ("ISO 9001 (2008) i 14001 (2004)", ["ISO 9001:2008", "ISO 14001:2004"]),
    ("ISO 9001 (2008 r.) i ISO 14001 (2007)", ["ISO 9001", "ISO 14001"]),
    ("ISO 9001 (2008–2011), ISO 9001 (2008, 2015)", ["ISO 9001", "ISO 9001"]),
]

BRACKETS = [
    ("Zintegrowany system (9001, 14001 oraz 18001) ISO", ["ISO 9001", "ISO 14001", "OHSAS 18001"]),
    ("Systemy ISO (9001, 14001) w urzędzie", ["ISO 9001", "ISO 14001"]),
    ("Zapłacono za hasła (9001, 14001) i tyle", []),
    ("ISO to nie hasło. Zapłacono dwa razy (9001, 512).", []),
]

RARE = [
    ("norma obronna NO-06-A101:2005", ["NO-06-A101:2005"]),
    ("według ZN-G-4120:2004 i ZN-G-3150", ["ZN-G-4120:2004", "ZN-G-3150"]),
    ("Rozmowy NO-12 i ZN 5 trwają", []),
]

SCHEMES = [
    ("WCAG 2.0 i 2.1", ["WCAG 2.0", "WCAG 2.1"]),
    ("WCAG 2.0, 2.1 oraz 2.2 na poziomie AA", ["WCAG 2.0", "WCAG 2.1", "WCAG 2.2"]),
    ("WCAG 2.1 i 2.2 mln zł", ["WCAG 2.1"]),
    ("WCAG 2.1, 3.5 punktu", ["WCAG 2.1"]),
    ("Web Content Accessibility Guidelines (WCAG) w wersji 2.1 na poziomie AA", ["WCAG 2.1"]),
    ("norma EN 301 549 V2.1.2. (WCAG 2.1. AA)", ["EN 301 549 V2.1.2", "WCAG 2.1"]),
    ("WCAG 2.1 / WCAG 2.2", ["WCAG 2.1", "WCAG 2.2"]),
    ("Web Content Accessibility Guidelines (WCAG) 2.1 obowiązują", ["WCAG 2.1"]),
    ("WCAG (Web Content Accessibility Guidelines) 2,1", ["WCAG 2.1"]),
    ("wytycznych dotyczących dostępności treści internetowych 2.1", ["WCAG 2.1"]),
    ("norma SA 8000 w spółce", ["SA 8000"]),
    ("Rejestracja w EMAS trwa, HACCP działa.", ["EMAS", "HACCP"]),
    ("strona zgodna z WCAG 2.1 na poziomie AA", ["WCAG 2.1"]),
    ("wytyczne WCAG w wersji 2.0.", ["WCAG 2.0"]),
    ("Systemem Przeciwdziałania Zagrożeniom Korupcyjnym (SPZK)", ["SPZK", "SPZK"]),
    ("samoocena metodą CAF", ["CAF"]),
    ("Wspólną Metodę Oceny stosuje urząd", ["CAF"]),
    ("norma EN 301 549 V3.2.1:2021", ["EN 301 549 V3.2.1:2021"]),
    ("wprowadza ETSI EN 301 549 V3.2.1 (2021-03)", ["EN 301 549 V3.2.1:2021-03"]),
]


CASES = FULL + LISTS + LONE + EDITIONS + BRACKETS + RARE + SCHEMES


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_found(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("PN-EN ISO 9001:2009", "standard.full"),
        ("PN-EN 9001:2009", "standard.restored"),
        ("ISO 9001, 14001", "standard.list"),
        ("ISO 9001 jest znane. Certyfikat 27001:2014 też.", "standard.number_edition"),
        ("norma 14001", "standard.number"),
        ("ISO 9001 oraz system BHP 18001", "standard.lone_ohsas"),
        ("EMAS", "scheme.emas"),
        ("System Przeciwdziałania Zagrożeniom Korupcyjnym", "scheme.spzk"),
    ],
)
def test_rule(text, rule):
    assert find(text)[-1].rule == rule


def test_printed_publisher_is_kept_and_bare_number_takes_the_nearest():
    text = "Po ISO 9001:2015 przyszła PN-EN ISO 14001:2015. Teraz 45001:2018 i 50001:2018."
    assert ids(text)[2:] == ["PN-EN ISO 45001:2018", "PN-EN ISO 50001:2018"]


def test_mentions_carry_their_characters():
    text = "Dziś ISO 9001:2015, jutro 14001:2015."
    assert [f.text for f in find(text)] == ["ISO 9001:2015", "14001:2015"]
    assert all(text[f.start : f.end] == f.text for f in find(text))


def test_rule_ids_are_stable():
    assert rule_ids() == (
        "standard.full",
        "standard.restored",
        "standard.list",
        "standard.number_edition",
        "standard.number",
        "standard.lone_ohsas",
        "scheme.emas",
        "scheme.haccp",
        "scheme.wcag",
        "scheme.caf",
        "scheme.spzk",
    )


def test_offset_leaves_the_company_out():
    assert find("Wodociągi SA ISO 9001:2015")[0].text == "ISO 9001:2015"
