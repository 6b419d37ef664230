"""Certificates whose words mislead: history, plans, refusals, other holders; passages of our own, every office invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[[str], Any]
PCBC = "Polskie Centrum Badań i Certyfikacji"
PRS = "Polski Rejestr Statków"
OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"
WRONOW = "<o Urząd Miasta Wronów>Urząd Miasta Wronów</o>"

PLAIN: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "handed over on the day of the sentence before": (
        f"{OLSZA} spełnia wymagania ISO 37001. Wójt spotkał się z prezesem <c {PCBC}>PCBC</c> <d other 2020-09-17>17 września 2020 r.</d> "
        "To właśnie wtedy wręczono certyfikat.",
        [{"status": "awarded", "awarded": "2020-09-17", "certifier": PCBC}],
    ),
    "a certificate that confirms is granted all the same": (
        f"{OLSZA} otrzymał <d other 2012-04-12>12 kwietnia 2012 r.</d> certyfikat potwierdzający zgodność z normą ISO 9001:2008.",
        [{"status": "awarded", "awarded": "2012-04-12"}],
    ),
    "a certificate that was confirmed is kept": (
        "Certyfikat ISO 9001:2008, który ma <o Urząd Gminy Olsza>Urząd Gminy Olsza</o>, został potwierdzony po audicie.",
        [{"status": "maintained"}],
    ),
    "result of a renewing audit": (
        f"Zakończył się audit odnawiający w <o Urząd Gminy Olsza>Urzędzie Gminy Olsza</o>. Jego wynikiem jest certyfikat ISO 9001:2000, "
        f"wystawiony <d other 2006-05-11>11 maja 2006 r.</d> przez <c {PRS}>PRS</c>.",
        [{"status": "renewed", "awarded": "2006-05-11"}],
    ),
    "handed over after a recertification audit": (
        "<o Starostwo Powiatowe w Zaborzu>Starostwo Powiatowe w Zaborzu</o> odebrało certyfikat ISO 9001:2015.\nAudit recertyfikacyjny "
        "odbył się <d audit 2019-10>w październiku</d>.",
        [{"status": "renewed", "awarded": None}],
    ),
    "one certificate each of several offices": (
        f"Certyfikaty ISO 9001:2008 otrzymały {OLSZA} i <o Starostwo Powiatowe w Zaborzu>Starostwo Powiatowe w Zaborzu</o>. Wydał je "
        f"<c {PRS}>PRS</c>.",
        [
            {"organization": "Urząd Gminy Olsza", "status": "awarded", "certifier": PRS},
            {"organization": "Starostwo Powiatowe w Zaborzu", "status": "awarded", "certifier": PRS},
        ],
    ),
    "registration is the certificate of a scheme": (
        f"{OLSZA} został wpisany <d other 2016-03-04>4 marca 2016 r.</d> do rejestru EMAS.",
        [{"standards": ["EMAS"], "status": "awarded", "awarded": "2016-03-04", "certifier": None}],
    ),
    "transition to a new edition": (
        f"{OLSZA} zakończył dostosowanie systemu. Dotychczasowy certyfikat, oparty na ISO 9001:2008, <d awarded 2018-02-20>20 lutego 2018 r.</d> "
        "zastąpiono dokumentem potwierdzającym zgodność z ISO 9001:2015.",
        [{"standards": ["ISO 9001:2015"], "status": "renewed", "awarded": "2018-02-20"}],
    ),
    "not lost": (
        f"{OLSZA} nie utracił certyfikatu ISO 9001:2008, choć audit nadzoru był trudny.",
        [{"status": "maintained"}],
    ),
}

TRAPS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "issue of what was lost": (
        f"Z końcem marca wygasł certyfikat ISO 9001:2000, którym szczycił się {OLSZA}. Dokument wydany <d awarded 2006-03>w marcu 2006 r.</d> "
        "przez <c BSI>BSI</c> nie zostanie przedłużony.",
        [{"status": "lapsed", "awarded": "2006-03", "certifier": "BSI"}],
    ),
    "day of a suspension is no award": (
        f"{OLSZA} stracił certyfikat ISO 9001:2008. <c BSI>BSI</c> zawiesiła go <d awarded 2013-02>w lutym 2013 r.</d>",
        [{"status": "lapsed", "awarded": None}],
    ),
    "withdrawn in the present tense": (
        "<c BSI>BSI</c> cofa certyfikat ISO 9001:2008, który <o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o> przyznała "
        "<d awarded 2011-04-02>2 kwietnia 2011 r.</d>",
        [{"status": "lapsed", "awarded": "2011-04-02"}],
    ),
    "end that is still to come": (
        f"{OLSZA} przeszedł audit nadzoru ISO 9001:2008, a sam certyfikat wygaśnie <d valid_until 2014-05>w maju 2014 r.</d>",
        [{"status": "surveillance", "valid_until": "2014-05"}],
    ),
    "present auditor is not the certifier of what is held": (
        f"{OLSZA} gościł auditorów <c DEKRA>DEKRA</c>. Urząd posiada już certyfikat ISO 9001:2015, a teraz ubiega się o certyfikat ISO 27001.",
        [
            {"standards": ["ISO 9001:2015"], "status": "maintained", "certifier": None},
            {"standards": ["ISO 27001"], "status": "planned", "certifier": "DEKRA"},
        ],
    ),
    "list of held systems": (
        f"{OLSZA} posiada certyfikaty:\n– jakości ISO 9001:2015,\n– środowiskowy ISO 14001:2015,\n– bezpieczeństwa informacji ISO 27001:2017.",
        [{"standards": [s], "status": "maintained"} for s in ("ISO 9001:2015", "ISO 14001:2015", "ISO 27001:2017")],
    ),
    "first audit is no first award": (
        f"Był to pierwszy audit nadzoru od chwili, gdy <d first_awarded 2008-06-18>18 czerwca 2008 r.</d> {OLSZA} otrzymał certyfikat ISO 9001:2000.",
        [{"status": "surveillance", "awarded": "2008-06-18", "first_awarded": None}],
    ),
    "first office is no first award": (
        f"Jako pierwszy urząd w powiecie {OLSZA} odebrał <d first_awarded 2009-10-14>14 października 2009 r.</d> certyfikat ISO 9001:2008.",
        [{"status": "awarded", "awarded": "2009-10-14", "first_awarded": None}],
    ),
    "days of an audit beside an award": (
        f"Po audicie z <d awarded 2007-11-05>5 listopada 2007 r.</d> <c {PRS}>PRS</c> wystawił <d awarded 2007-11-28>28 listopada</d> certyfikat "
        f"ISO 9001:2000, którego doczekał się {OLSZA}.",
        [{"status": "awarded", "awarded": "2007-11-28"}],
    ),
    "another gift on another day": (
        f"{OLSZA} zdobył certyfikat ISO 9001:2015. <d awarded 2018-05-01>1 maja 2018 r.</d> gmina otrzymała tytuł Przyjaciela Sportu.",
        [{"status": "awarded", "awarded": None}],
    ),
    "deadline of a transition": (
        f"{OLSZA} odnowił certyfikat ISO 9001:2008. Do <d valid_until ../2018-09>września 2018 r.</d> trzeba będzie przejść na ISO 9001:2015.",
        [{"standards": ["ISO 9001:2008"], "status": "renewed", "valid_until": None}],
    ),
    "certificate before this one": (
        f"{OLSZA} otrzymał nowy certyfikat ISO 9001:2015. Poprzedni wygasł <d valid_until 2018-03-31>31 marca 2018 r.</d>",
        [{"status": "renewed", "valid_until": None}],
    ),
    "award that the new one replaces": (
        f"{OLSZA} odnowił certyfikat ISO 9001:2015. Zastąpi on ten, który urząd otrzymał <d awarded 2014-11>w listopadzie 2014 r.</d>",
        [{"status": "renewed", "awarded": None}],
    ),
    "recertification to come": (
        f"{OLSZA} utrzymał certyfikat ISO 9001:2015. Za rok czeka go audit recertyfikujący.",
        [{"status": "maintained"}],
    ),
    "prolongation that is only recommended": (
        f"Auditorzy <c {PRS}>PRS</c> zarekomendowali przedłużenie certyfikatu ISO 9001:2015, który posiada {OLSZA}.",
        [{"status": "maintained"}],
    ),
    "extension that was applied for": (
        f"{OLSZA} ma certyfikat ISO 9001:2015. O rozszerzenie zakresu certyfikatu wystąpił sekretarz.",
        [{"status": "maintained"}],
    ),
    "candidates of a tender": (
        f"{OLSZA} chce zdobyć certyfikat ISO 9001:2015. Rozważane są jednostki <c {PRS}>PRS</c> i <c BSI>BSI</c>.",
        [{"status": "planned", "certifier": None}],
    ),
    "plan of another office": (
        f"{OLSZA} ma certyfikat ISO 9001:2015.\n<o Starostwo Powiatowe w Zaborzu>Starostwo Powiatowe w Zaborzu</o> zamierza przystąpić do "
        "certyfikacji na zgodność z ISO 9001.",
        [
            {"organization": "Urząd Gminy Olsza", "status": "maintained"},
            {"organization": "Starostwo Powiatowe w Zaborzu", "standards": ["ISO 9001"], "status": "planned"},
        ],
    ),
    "company of the same town": (
        f"{WRONOW} utracił certyfikat ISO 9001:2008. Własny certyfikat, ISO 14001:2004, utrzymał natomiast <o Wodociągi Wronów>Wodociągi Wronów</o>.",
        [
            {"organization": "Urząd Miasta Wronów", "status": "lapsed"},
            {"organization": "Wodociągi Wronów", "status": "maintained"},
        ],
    ),
    "status of the neighbouring section": (
        f"Odnowiliśmy certyfikat ISO 9001:2015 <o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o>.\n<c {PCBC}>PCBC</c> przyznało certyfikat ISO 9001:2015 "
        "<o Urząd Miasta Wronów>Urzędowi Miasta Wronów</o>.",
        [
            {"organization": "Urząd Gminy Olsza", "status": "renewed"},
            {"organization": "Urząd Miasta Wronów", "status": "awarded"},
        ],
    ),
}

LATER: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "a pause is no validity": (
        f"{OLSZA} znów jest certyfikowany. Po <p P2Y>dwuletniej</p> przerwie <d awarded 2016-02-08>8 lutego 2016 r.</d> "
        f"<c {PRS}>PRS</c> przyznał mu certyfikat ISO 9001:2008.",
        [{"status": "awarded", "awarded": "2016-02-08", "valid_until": None}],
    ),
    "ceased to be in force": (
        f"Z początkiem roku przestał obowiązywać certyfikat ISO 14001:2004, który miał {WRONOW}.",
        [{"status": "lapsed"}],
    ),
    "preparing to be certified anew": (
        f"Do ponownej certyfikacji na zgodność z ISO 9001:2015 przygotowuje się {WRONOW}.",
        [{"status": "planned"}],
    ),
}

NONE = {
    "refused": f"<o Urząd Gminy Olsza>Urzędowi Gminy Olsza</o> odmówiono przyznania certyfikatu ISO 9001:2008 po audicie <c {PRS}>PRS</c>.",
    "condition": f"Gdyby {OLSZA} uzyskał certyfikat ISO 9001, byłby jedyny w powiecie.",
    "question": f"Czy warto mieć certyfikat ISO 9001? {OLSZA} zaprasza na wykład.",
    "course for auditors": "Dziesięć osób z <o Urząd Gminy Olsza>Urzędu Gminy Olsza</o> ukończyło kurs auditora wewnętrznego ISO 9001:2015 i otrzymało certyfikaty.",
    "what a norm is": "Jednostka może wystąpić o certyfikat ISO 9001, a co roku odbywa się audit nadzoru. Więcej powie sekretarz w <o Urząd Gminy Olsza>Urzędzie Gminy Olsza</o>.",
}


@pytest.mark.parametrize(("marked", "expected"), (PLAIN | TRAPS | LATER).values(), ids=(PLAIN | TRAPS | LATER).keys())
def test_certificates(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    given = [{k: getattr(c, k) for k in e} for c, e in zip(found, expected, strict=False)]
    assert given == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("marked", NONE.values(), ids=NONE.keys())
def test_no_certificate(passage: Reader, marked: str) -> None:
    assert passage(marked).certificates() == []


TOLD_TWICE = {
    "a headline claims what the body tells": (
        "<o Szpital w Lipie>Szpital w Lipie</o> z certyfikatem\n"
        "<o Powiatowy Zespół Opieki Zdrowotnej w Lipie>Powiatowy Zespół Opieki Zdrowotnej w Lipie</o> otrzymał certyfikat ISO 9001:2015.",
        ["Powiatowy Zespół Opieki Zdrowotnej w Lipie"],
    ),
    "a council's hall": (
        "<o Starostwo Powiatowe w Lipie>Starostwo Powiatowe w Lipie</o> wyróżniono certyfikatem ISO 9001:2008.\n"
        "Wręczenia dokumentu dokonał w sali obrad <o Rada Powiatu>Rady Powiatu</o> prezes <c DEKRA>DEKRA</c>.",
        ["Starostwo Powiatowe w Lipie"],
    ),
}


@pytest.mark.parametrize(("marked", "holders"), TOLD_TWICE.values(), ids=TOLD_TWICE.keys())
def test_one_holder(passage: Reader, marked: str, holders: list[str]) -> None:
    assert [c.organization for c in passage(marked).certificates()] == holders


def test_years_are_no_certificates(passage: Reader) -> None:
    found = passage(
        "Efektem jest certyfikat, wystawiony <d awarded 2012-05-31>31 maja 2012 r.</d>, ważny przez trzy lata. Potwierdza on zgodność "
        "z ISO 45001.\nDla <o Urząd Gminy Lipa>Urzędu Gminy Lipa</o> to nic nowego. Certyfikat ISO 9001 ma od <d first_awarded 2009>2009 "
        "roku</d>."
    ).certificates()
    assert [(c.standards, c.status, c.awarded) for c in found] == [
        (["ISO 45001"], "awarded", "2012-05-31"),
        (["ISO 9001"], "maintained", None),
    ]


def test_both_have_the_day(passage: Reader) -> None:
    found = passage(
        "<o Urząd Miasta Lipy>Urząd Miasta Lipy</o> otrzymał dwa certyfikaty. Pierwszy potwierdza zgodność z ISO 9001, drugi z "
        "ISO/IEC 27001. Oba wystawiła <d awarded 2018-05-04>4 maja 2018 r.</d> firma <c TÜV NORD Polska>TÜV NORD Polska</c>."
    ).certificates()
    assert [(c.standards, c.awarded, c.certifier) for c in found] == [
        (["ISO 9001"], "2018-05-04", "TÜV NORD Polska"),
        (["ISO/IEC 27001"], "2018-05-04", "TÜV NORD Polska"),
    ]


def test_headline_against_body(passage: Reader) -> None:
    found = passage(
        "Certyfikat ważny <d valid_until ../2018-01>do stycznia 2018 roku</d>\n<o Urząd Gminy Lipa>Urząd Gminy Lipa</o> otrzymał "
        "certyfikat ISO 9001 od <c DEKRA>DEKRA</c>. Certyfikat jest ważny <d valid_until ../2019-01-11>do 11 stycznia 2019 r.</d>"
    ).certificates()
    assert [(c.valid_until, c.conflicts) for c in found] == [("2019-01-11", ["valid_until"])]


WORDED = {
    "dated": (
        "Urząd Gminy ma nowy certyfikat ISO 9001. Dokument datowany jest na <d other 2019-05-31>31 maja 2019 r.</d>",
        "2019-05-31",
    ),
    "name over a line's end": (
        "Na mównicę wszedł <d other 2005-03-30>30 marca 2005 r.</d> dyrektor <c PIHZ>Polskiej Izby Handlu\n- Certyfikacja</c>, i "
        "wręczył wójtowi certyfikat ISO 9001.",
        "2005-03-30",
    ),
}


@pytest.mark.parametrize(("marked", "awarded"), WORDED.values(), ids=WORDED.keys())
def test_day_of_award(passage: Reader, marked: str, awarded: str) -> None:
    assert [c.awarded for c in passage(marked).certificates()] == [awarded]


ENDS = {
    "up to date until": (
        "<d awarded 2018-09-12>12 września 2018 r.</d> <c DEKRA>DEKRA</c> wydała Urzędowi Gminy certyfikat ISO 9001, aktualny "
        "<d other ../2021-09-11>do 11 września 2021 r.</d>",
        "2021-09-11",
    ),
    "three years without a day": (
        "<d awarded 2011-06-21>21 czerwca 2011 r.</d> <c DEKRA>DEKRA</c> wystawiła nam certyfikat ISO 9001, termin: "
        "<d awarded 2014-06-20>20 czerwca 2014 r.</d>",
        "2014-06-20",
    ),
    "the end stays": (
        "Urząd Gminy otrzymał <d awarded 2020-01-31>31 stycznia 2020 r.</d> certyfikat ISO 50001:2018. Data końca ważności się nie "
        "zmienia: <d other 2022-12-14>14 grudnia 2022 r.</d>",
        "2022-12-14",
    ),
    "what must be done by a day": (
        "Urząd Gminy otrzymał <d awarded 2020-01-31>31 stycznia 2020 r.</d> certyfikat ISO 9001. Uwagi usunie "
        "<d other ../2020-12>do grudnia 2020 r.</d>",
        None,
    ),
}


@pytest.mark.parametrize(("marked", "until"), ENDS.values(), ids=ENDS.keys())
def test_end_of_validity(passage: Reader, marked: str, until: str | None) -> None:
    assert [c.valid_until for c in passage(marked).certificates()] == [until]


REPLACED = {
    "a withdrawn standard": (
        "<o Urząd Gminy Lipa>Urząd Gminy Lipa</o> nie ma już certyfikatu OHSAS 18001. Zastąpił go ISO 45001:2018, który wydała "
        "<c LRQA>LRQA</c> po audicie przejścia.",
        [(["ISO 45001:2018"], "renewed")],
    ),
    "one that is held beside a plan": (
        "<o Urząd Gminy Lipa>Urząd Gminy Lipa</o> ma certyfikat PN-N-18001:2004, ważny do maja. Spółka planuje zdobyć certyfikat "
        "ISO 45001:2018.",
        [(["PN-N-18001:2004"], "maintained"), (["ISO 45001:2018"], "planned")],
    ),
}


@pytest.mark.parametrize(("marked", "found"), REPLACED.values(), ids=REPLACED.keys())
def test_replaced_standards(passage: Reader, marked: str, found: list[tuple[list[str], str]]) -> None:
    assert [(c.standards, c.status) for c in passage(marked).certificates()] == found


STATES = {
    "held for a system": (
        "<o Urząd Gminy Lipa>Urząd Gminy Lipa</o> szczyci się systemem zarządzania, na który ma certyfikat ISO 9001 od <c PRS>PRS</c>.",
        "maintained",
    ),
    "the one before in the same sentence": (
        "Certyfikat ISO 9001:2015 odebrał starosta; poprzedni, według edycji z <d awarded 2008>2008 r.</d>, odesłano do jednostki. "
        "<o Starostwo Powiatowe>Starostwo</o> przeszło na nowe wydanie normy.",
        "renewed",
    ),
    "a dative behind the year": (
        "<c PRS>Polski Rejestr Statków</c> przyznał <d awarded 2022-03-02>2 marca 2022 r.</d> Akademii Pożarniczej w Skokach "
        "certyfikat ISO 9001:2015.",
        "awarded",
    ),
    "after a gap": ("Po trzech latach przerwy Urząd Gminy znów odebrał certyfikat ISO 9001.", "awarded"),
    "once more": ("Urząd Gminy znów odebrał certyfikat ISO 9001.", "renewed"),
    "what it would cost": (
        "Certyfikatu ISO 9001, wystawionego przez <c PRS>PRS</c>, <o Urząd Gminy Lipa>Urząd Gminy Lipa</o> w tym roku nie będzie "
        "odnawiał. Recertyfikacja kosztowałaby 12 tys. zł.",
        "lapsed",
    ),
}


@pytest.mark.parametrize(("marked", "status"), STATES.values(), ids=STATES.keys())
def test_status(passage: Reader, marked: str, status: str) -> None:
    assert [c.status for c in passage(marked).certificates()] == [status]
