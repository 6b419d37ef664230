"""Who holds what: passages of our own, every office invented; half of them traps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[[str], Any]
PCBC = "Polskie Centrum Badań i Certyfikacji"
PRS = "Polski Rejestr Statków"
UDT = "Urząd Dozoru Technicznego"

CERTIFICATES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "a document that is valid is not the one that is planned": (
        "<o Zakład Zieleni>Zakład Zieleni</o> otrzymał certyfikat ISO 9001.\n"
        f"Audit prowadził <c {PRS}>PRS</c> <d audit 2020-03>w marcu 2020 r.</d>\n"
        "– Chcemy dołożyć do tego normę ISO 14001 – mówi prezes. Dokument jest ważny <d valid_until ../2023-04-02>do 2.04.2023 r.</d>",
        [
            {"standards": ["ISO 9001"], "certifier": PRS, "status": "awarded", "valid_until": "2023-04-02"},
            {"standards": ["ISO 14001"], "certifier": None, "status": "planned", "valid_until": None},
        ],
    ),
    "both documents, behind a year": (
        "<o Szpital Miejski w Olszy>Szpital Miejski w Olszy</o> otrzymał certyfikat EN 15224. Odnowił też certyfikat ISO 9001, który ma "
        f"od <d first_awarded 2008>2008</d> r. Obydwa dokumenty wydał <c {PRS}>PRS</c>.",
        [
            {"standards": ["EN 15224"], "certifier": PRS, "status": "awarded"},
            {"standards": ["ISO 9001"], "certifier": PRS, "status": "renewed"},
        ],
    ),
    "supervised every year": (
        f"Skuteczność pracy <o Urząd Gminy Olsza>Urzędu Gminy Olsza</o> potwierdza certyfikat ISO 9001, nadany przez <c {PRS}>PRS</c> "
        "<d first_awarded 2002>w 2002 r.</d> i przedłużony <d awarded 2005>w 2005 r.</d> Audity nadzoru odbywają się co rok.",
        [{"standards": ["ISO 9001"], "certifier": PRS, "status": "maintained", "awarded": "2005", "first_awarded": "2002"}],
    ),
    "audits in a body's name date nothing": (
        f"<c {PCBC}>Polskie Centrum Badań i Certyfikacji</c> <d awarded 2014-04-10>10 kwietnia 2014 r.</d> przyznało "
        "<o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o> certyfikat ISO 9001.",
        [{"standards": ["ISO 9001"], "certifier": PCBC, "status": "awarded", "awarded": "2014-04-10"}],
    ),
    "an audit before the verb dates itself": (
        f"Po badaniu <d audit 2014-04-10>10 kwietnia 2014 r.</d> <c {PCBC}>PCBC</c> przyznało "
        "<o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o> certyfikat ISO 9001.",
        [{"standards": ["ISO 9001"], "certifier": PCBC, "status": "awarded", "awarded": None}],
    ),
    "supervised this year": (
        f"<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> ma certyfikat ISO 9001. Audit nadzoru <c {PRS}>PRS</c> odbył się w maju.",
        [{"standards": ["ISO 9001"], "certifier": PRS, "status": "surveillance"}],
    ),
    "a headline names no holder": (
        "Woda z certyfikatem\nW lecie wdrożono ISO 9001. W sali <o Szpital Miejski>Szpitala Miejskiego</o> dyrektor "
        f"<o Zakład Wodny>Zakładu Wodnego</o> odebrał certyfikat z rąk audytora <c {PRS}>PRS</c>.",
        [{"organization": "Zakład Wodny", "standards": ["ISO 9001"], "certifier": PRS, "status": "awarded"}],
    ),
    "awarded": (
        f"<c {PRS}>Polski Rejestr Statków</c> przyznał <o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o> certyfikat zgodności z normą "
        "PN-EN ISO 9001:2009. Wręczono go <d awarded 2010-06-11>11 czerwca 2010 r.</d>",
        [
            {
                "organization": "Urząd Gminy Olsza",
                "standards": ["PN-EN ISO 9001:2009"],
                "certifier": PRS,
                "status": "awarded",
                "awarded": "2010-06-11",
            }
        ],
    ),
    "awarded again": (
        f"<c {PCBC}>PCBC</c> przyznało ponownie <o Urząd Miasta Wronów>Urzędowi Miasta Wronów</o> certyfikat w zakresie wykonywania zadań "
        "gminy, w tym zadań zleconych, wg wymagań normy ISO 9001:2015 z terminem <d valid_until ../2021-05-04>do 4.05.2021 r.</d>",
        [
            {
                "standards": ["ISO 9001:2015"],
                "certifier": PCBC,
                "status": "renewed",
                "valid_until": "2021-05-04",
                "scope": "wykonywania zadań gminy, w tym zadań zleconych",
            }
        ],
    ),
    "recertification": (
        "<o Starostwo Powiatowe w Zaborzu>Starostwo Powiatowe w Zaborzu</o> pomyślnie przeszło recertyfikację na zgodność z ISO 9001. "
        f"Przeprowadził ją <c {PRS}>PRS</c> <d audit 2014-03>w marcu 2014 roku</d>.",
        [{"standards": ["ISO 9001"], "certifier": PRS, "status": "renewed", "valid_until": None}],
    ),
    "history of a first award": (
        f"Urząd znów ma powody do dumy – certyfikat ponownie przyznany\n<o Urząd Miasta Kalina>Urząd Miasta Kalina</o> ponownie otrzymał "
        f"certyfikat PN-EN ISO 9001:2015. Nadał go <c {UDT}>Urząd Dozoru Technicznego</c>. Po raz pierwszy urząd zdobył certyfikat "
        "<d first_awarded 2004>w 2004 roku</d>.",
        [
            {
                "standards": ["PN-EN ISO 9001:2015"],
                "certifier": UDT,
                "status": "renewed",
                "first_awarded": "2004",
                "awarded": None,
            }
        ],
    ),
    "validity computed from an audit": (
        f"<o Urząd Miasta Kalina>Urząd Miasta Kalina</o> ponownie otrzymał certyfikat ISO 9001:2015 od <c {UDT}>UDT</c>. Recertyfikacja odbywa się "
        "co <p P3Y>3 lata</p>. Ostatnia ocena odbyła się <d audit 2023-11>w listopadzie 2023 roku</d>. Urząd spełnia wymogi normy przez kolejne "
        "<p P3Y>3 lata</p> w obszarze „Usługi dla mieszkańców i przedsiębiorców”.",
        [
            {
                "status": "renewed",
                "valid_until": "2026-11",
                "derived": ["valid_until"],
                "scope": "Usługi dla mieszkańców i przedsiębiorców",
            }
        ],
    ),
    "maintained": (
        "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> utrzymał certyfikat ISO 9001:2008. Audit nadzoru przeprowadziła "
        "<c Bureau Veritas>Bureau Veritas</c> <d audit 2012-09-03/2012-09-04>3 i 4 września 2012 r.</d>",
        [{"status": "maintained", "certifier": "Bureau Veritas", "standards": ["ISO 9001:2008"], "awarded": None}],
    ),
    "surveillance alone": (
        "Audit nadzoru w urzędzie\nAuditorzy <c DEKRA>DEKRA</c> przeprowadzili audit nadzoru systemu zgodnego z PN-EN ISO 14001:2015 w "
        "<o Urząd Miejski w Sarnicy>Urzędzie Miejskim w Sarnicy</o>.",
        [{"status": "surveillance", "certifier": "DEKRA", "standards": ["PN-EN ISO 14001:2015"]}],
    ),
    "planned": (
        "<o Urząd Gminy Sosnówka>Urząd Gminy Sosnówka</o> będzie się ubiegać o certyfikat ISO 9001:2015. Przygotowuje go firma "
        "<k Meritum>Meritum</k>.",
        [{"status": "planned", "certifier": None, "standards": ["ISO 9001:2015"], "awarded": None}],
    ),
    "is to receive": (
        "<o Starostwo w Zaborzu>Starostwo w Zaborzu</o> wdraża normę ISO 9001:2015. Certyfikat ma otrzymać <d other 2019>pod koniec 2019 roku</d>.",
        [{"status": "planned", "awarded": None}],
    ),
    "date before the subject": (
        "Informujemy, że <d awarded 2009-03-12>12 marca 2009 r.</d> <o Urząd Miejski w Sarnicy>Urząd Miejski w Sarnicy</o> otrzymał certyfikat ISO 9001:2000.",
        [{"status": "awarded", "awarded": "2009-03-12"}],
    ),
    "lapsed": (
        "<o Urząd Gminy Trzcina>Urząd Gminy Trzcina</o> utracił certyfikat ISO 9001:2008, który wydał mu <c BSI>BSI</c>.",
        [{"status": "lapsed", "certifier": "BSI"}],
    ),
    "not prolonged": (
        "<o Urząd Gminy Trzcina>Urząd Gminy Trzcina</o> nie przedłużył certyfikatu ISO 9001:2008.",
        [{"status": "lapsed"}],
    ),
    "integrated certificate stays together": (
        f"<o Wodociągi Wronów>Wodociągi Wronów</o> otrzymały certyfikat zintegrowanego systemu zarządzania według norm ISO 9001, ISO 14001 i "
        f"ISO 45001 od <c {PCBC}>PCBC</c>.",
        [{"standards": ["ISO 9001", "ISO 14001", "ISO 45001"], "status": "awarded", "certifier": PCBC}],
    ),
    "different bodies stay apart": (
        f"<o Szpital w Lipinach>Szpital w Lipinach</o> uzyskał certyfikat ISO 9001:2015 od <c {PRS}>PRS</c> <d awarded 2018-02>w lutym 2018 r.</d>\n"
        f"Certyfikat ISO 27001 przyznało szpitalowi <c {PCBC}>PCBC</c> <d awarded 2019-05>w maju 2019 r.</d>",
        [
            {"standards": ["ISO 9001:2015"], "certifier": PRS, "awarded": "2018-02"},
            {"standards": ["ISO 27001"], "certifier": PCBC, "awarded": "2019-05"},
        ],
    ),
    "first and second": (
        "<o Wodociągi Wronów>Wodociągi Wronów</o> mogą pochwalić się certyfikatami ISO 9001 i ISO 14001. Pierwszy wydał <c DEKRA>DEKRA</c>, "
        "drugi <c Bureau Veritas>Bureau Veritas</c>. Certyfikat środowiskowy, przyznany <d awarded 2019-12>w grudniu 2019 r.</d>, obowiązuje "
        "<d valid_until ../2022-12>do grudnia 2022 r.</d>",
        [
            {"standards": ["ISO 9001"], "certifier": "DEKRA", "awarded": None},
            {"standards": ["ISO 14001"], "certifier": "Bureau Veritas", "awarded": "2019-12", "valid_until": "2022-12"},
        ],
    ),
    "two certificates of one body": (
        f"Dwa certyfikaty <c {PRS}>PRS</c> wręczono <d awarded 2020-10-06>6 października 2020 r.</d> w <o Urząd Miasta Brzegi>Urzędzie Miasta Brzegi</o>. "
        "Jeden dotyczy normy ISO 9001, drugi normy ISO 37120.",
        [
            {"standards": ["ISO 9001"], "certifier": PRS, "awarded": "2020-10-06"},
            {"standards": ["ISO 37120"], "certifier": PRS, "awarded": "2020-10-06"},
        ],
    ),
    "one held, one planned": (
        "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> posiada certyfikat ISO 9001:2015, a teraz stara się o certyfikat ISO 14001:2015.",
        [{"standards": ["ISO 9001:2015"], "status": "maintained"}, {"standards": ["ISO 14001:2015"], "status": "planned"}],
    ),
    "printed forms of one family are one": (
        "Certyfikat ISO 9001 przedłużony\n<o Starostwo Powiatowe w Zaborzu>Starostwo</o> przedłużyło certyfikat. System spełnia wymagania "
        "PN-EN ISO 9001:2009, czyli normy ISO 9001.",
        [{"standards": ["PN-EN ISO 9001:2009"], "status": "renewed"}],
    ),
    "history of validity": (
        f"<o Urząd Miasta Brzegi>Urząd Miasta Brzegi</o> ma certyfikat ISO 9001:2000 wydany przez <c {PRS}>PRS</c> z ważnością <d valid_until ../2005-05>do maja "
        "2005 roku</d>. W wyniku auditu odnowieniowego przedłużono certyfikat <d valid_until ../2008-05>do maja 2008 roku</d>.",
        [{"status": "renewed", "valid_until": "2008-05", "conflicts": []}],
    ),
    "two ends of one validity contradict": (
        "Certyfikat do marca 2018\n<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> otrzymał certyfikat ISO 9001:2008. Obowiązuje <d valid_until ../2018-03>do marca 2018</d>. "
        "Certyfikat jest ważny <d valid_until ../2018-05-28>do 28 maja 2018 r.</d>",
        [{"valid_until": "2018-05-28", "conflicts": ["valid_until"]}],
    ),
    "from and until": (
        "<o Starostwo Powiatowe w Zaborzu>Starostwo Powiatowe w Zaborzu</o> odnowiło certyfikat ISO 9001:2008, który obowiązuje "
        "<d valid_until 2011-09-30/2014-09-29>od 30 września 2011 r. do 29 września 2014 r.</d>",
        [{"valid_from": "2011-09-30", "valid_until": "2014-09-29", "status": "renewed"}],
    ),
    "another office in the same story": (
        f"<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> otrzymał certyfikat ISO 9001:2015 od <c {PCBC}>PCBC</c>. Taki sam certyfikat ISO 9001:2015 utracił "
        "sąsiedni <o Urząd Miasta Wronów>Urząd Miasta Wronów</o>.",
        [
            {"organization": "Urząd Gminy Olsza", "status": "awarded"},
            {"organization": "Urząd Miasta Wronów", "status": "lapsed"},
        ],
    ),
    "consultancy named first": (
        f"Firma <k Meritum>Meritum</k> przygotowała <o Urząd Gminy Olsza>Urząd Gminy Olsza</o> do certyfikacji. Certyfikat ISO 9001:2000 wydał "
        f"<c {PRS}>Polski Rejestr Statków</c>.",
        [{"certifier": PRS, "status": "awarded"}],
    ),
    "accreditor is no certifier": (
        f"<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> utrzymał certyfikat ISO 9001:2015. Jednostkę certyfikującą <c {UDT}>UDT</c> akredytowało <a PCA>PCA</a>.",
        [{"certifier": UDT, "status": "maintained"}],
    ),
}

NONE = {
    "accreditation of a laboratory": "<o Zakład Wodociągów Wronów>Zakład Wodociągów</o> uzyskał akredytację laboratorium według PN-EN ISO/IEC 17025:2005. Certyfikat akredytacji wydało <a PCA>PCA</a>.",
    "explanation of a norm": "Norma ISO 9001 jest znana na całym świecie. Certyfikat może uzyskać każda organizacja.",
    "requirement in a tender": "Gmina wymaga, aby wykonawca stosował normę ISO 14001 przy budowie drogi.",
    "accessibility statement": "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> zapewnia dostępność strony zgodnie z WCAG 2.1 i EN 301 549.",
    "ordinary news": "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o> otrzymał dotację na remont drogi. Umowę podpisano <d other 2020-05-04>4 maja 2020 r.</d>",
    "certificate of another kind": "<o Gmina Olsza>Gmina Olsza</o> otrzymała certyfikat akcji społecznej „Dobra Gmina”.",
    "energy certificate": "Budynek szkoły otrzymał świadectwo charakterystyki energetycznej zgodne z PN-EN 12831.",
    "contractor's certificate": "Budynek odebrano w maju. Wykonawca posiada certyfikat ISO 9001.",
    "training on a norm": "Pracownicy ukończyli szkolenie z normy ISO 19011.",
}


@pytest.mark.parametrize(("marked", "expected"), CERTIFICATES.values(), ids=CERTIFICATES.keys())
def test_certificates(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    assert [{k: getattr(c, k) for k in e} for c, e in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("marked", NONE.values(), ids=NONE.keys())
def test_no_certificate(passage: Reader, marked: str) -> None:
    assert passage(marked).certificates() == []


def test_evidence_names_mentions_of_the_article(passage: Reader) -> None:
    told = passage(CERTIFICATES["awarded"][0])
    (certificate,) = told.certificates()
    assert len(certificate.evidence) == 4
    assert len(set(certificate.evidence)) == 4
    assert certificate == told.certificates()[0]
