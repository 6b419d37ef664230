"""What is only spoken of, what was before, what came beside: passages of our own, every office invented, each with its counterpart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[[str], Any]
PRS = "Polski Rejestr Statków"
DEKRA = "DEKRA Certification"
OLSZA = "<o Urząd Gminy Olsza>Urząd Gminy Olsza</o>"

SPOKEN_OF: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "the price of a renewal": (
        f"{OLSZA} zrezygnował z certyfikatu ISO 9001:2008. Umowa z <c {PRS}>PRS</c> wygasła <d awarded 2013-03>z końcem marca 2013 r.</d> "
        "Cena samej recertyfikacji to roczna pensja sekretarki.",
        [{"status": "lapsed", "awarded": None}],
    ),
    "a renewal that came": (
        f"{OLSZA} ma certyfikat ISO 9001:2008. W marcu przyszła recertyfikacja, kosztem wielu nadgodzin.",
        [{"status": "renewed"}],
    ),
    "an audit that a renewal dates": (
        f"{OLSZA} utrzymał certyfikat ISO 9001. Był to pierwszy audit nadzoru po recertyfikacji z <d other 2020>2020 roku</d>.",
        [{"status": "maintained"}],
    ),
    "an audit of renewal": (
        f"{OLSZA} ma certyfikat ISO 9001. Był to trzydniowy audit w ramach recertyfikacji.",
        [{"status": "renewed"}],
    ),
    "issued and valid, not given now": (
        f"{OLSZA} od <d first_awarded 2014>2014 roku</d> ma certyfikat ISO 9001 wydany przez <c {PRS}>PRS</c>, ważny "
        "<d valid_until ../2023-05-02>do 2 maja 2023 r.</d>",
        [{"status": "maintained", "first_awarded": "2014", "awarded": None, "valid_until": "2023-05-02"}],
    ),
    "issued on a day": (
        f"{OLSZA} ma certyfikat ISO 9001 wydany <d awarded 2020-05-03>3 maja 2020 r.</d> przez <c {PRS}>PRS</c>.",
        [{"status": "awarded", "awarded": "2020-05-03"}],
    ),
    "an edition in brackets behind a year": (
        f"{OLSZA} otrzymał certyfikat ISO 9001:2000. Certyfikat odnowiono <d awarded 2010-06>w czerwcu 2010 r.</d> (ISO 9001:2008).",
        [{"status": "renewed", "standards": ["ISO 9001:2008"], "awarded": "2010-06"}],
    ),
    "a title that is safe": (
        f"Na konferencji „Bezpieczna gmina” {OLSZA} odebrał certyfikat ISO 9001.",
        [{"status": "awarded"}],
    ),
    "a certificate that is safe": (
        f"Certyfikat ISO 9001, który ma {OLSZA}, jest bezpieczny.",
        [{"status": "maintained"}],
    ),
}
CONFLICTS = {
    "given behind its end": (
        "7 czerwca 2024 r.",
        "2024-06-07",
        "do 5 czerwca 2022 r.",
        "2022-06-05",
        ["awarded", "valid_until"],
    ),
    "given on its last day's month": ("2 czerwca 2022 r.", "2022-06-02", "do czerwca 2022 r.", "2022-06", []),
    "given before its end": ("7 czerwca 2019 r.", "2019-06-07", "do 5 czerwca 2022 r.", "2022-06-05", []),
}


@pytest.mark.parametrize(("marked", "expected"), SPOKEN_OF.values(), ids=SPOKEN_OF.keys())
def test_what_is_only_spoken_of(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    assert [{k: getattr(c, k) for k in e} for c, e in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(("given", "day", "until", "end", "expected"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_days_out_of_order(passage: Reader, given: str, day: str, until: str, end: str, expected: list[str]) -> None:
    told = f"{OLSZA} otrzymał <d awarded {day}>{given}</d> certyfikat ISO 9001. Jest ważny <d valid_until ../{end}>{until}</d>"
    assert [c.conflicts for c in passage(told).certificates()] == [expected]


BESIDE: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "joined what is attested": (
        f"Do jakości, którą w <o Urząd Gminy Olsza>Urzędzie Gminy Olsza</o> poświadcza ISO 9001:2008, doszło bezpieczeństwo, czyli "
        f"ISO/IEC 27001:2005. Dokument wydała <c {DEKRA}>DEKRA</c>, ważny jest <d valid_until ../2013-05-01>do 1 maja 2013 r.</d>",
        [
            {"standards": ["ISO 9001:2008"], "status": "maintained", "certifier": None, "valid_until": None},
            {"standards": ["ISO/IEC 27001:2005"], "status": "awarded", "certifier": DEKRA, "valid_until": "2013-05-01"},
        ],
    ),
    "joined a standard": (
        "Do ISO 9001:2008 w <o Urząd Gminy Olsza>Urzędzie Gminy Olsza</o> dołączyła ISO 14001:2004.",
        [{"standards": ["ISO 9001:2008"], "status": "maintained"}, {"standards": ["ISO 14001:2004"], "status": "awarded"}],
    ),
    "joined those who hold": (
        f"{OLSZA} dołączył do grona posiadaczy certyfikatów ISO 9001:2008 i ISO 14001:2004.",
        [{"standards": ["ISO 9001:2008"], "status": "awarded"}, {"standards": ["ISO 14001:2004"], "status": "awarded"}],
    ),
    "the first time, of its own part": (
        f"Goście od certyfikatów\nZa nami trzy dni. Oto wynik audytu recertyfikującego, który prowadził <c {PRS}>PRS</c>.\n{OLSZA} ma system zarządzania jakością od "
        "<d first_awarded 2006>2006 roku</d>, wtedy też zdobył pierwszy certyfikat. Teraz sprawdzano, czy spełnia wymagania ISO 9001, "
        "oraz – po raz pierwszy – czy chroni wodę tak, jak chce ISO 14001. Oba certyfikaty są ważne.",
        [
            {"standards": ["ISO 9001"], "status": "renewed", "first_awarded": "2006"},
            {"standards": ["ISO 14001"], "status": "awarded", "first_awarded": None},
        ],
    ),
    "both parts renewed": (
        f"Goście od certyfikatów\nZa nami trzy dni. Oto wynik audytu recertyfikującego, który prowadził <c {PRS}>PRS</c>.\nTeraz sprawdzano, czy {OLSZA} spełnia wymagania ISO "
        "9001, oraz – jak zawsze – czy chroni wodę tak, jak chce ISO 14001. Oba certyfikaty są ważne.",
        [{"standards": ["ISO 9001"], "status": "renewed"}, {"standards": ["ISO 14001"], "status": "renewed"}],
    ),
    "an accreditation's year": (
        f"{OLSZA} otrzymał certyfikat ISO 9001:2008. Gminne laboratorium od <d first_awarded 2010>2010 r.</d> ma akredytację według "
        "normy PN-EN ISO/IEC 17025:2005.",
        [{"status": "awarded", "first_awarded": None}],
    ),
    "a certificate's year": (
        f"{OLSZA} utrzymał certyfikat ISO 9001:2008. Pierwszy certyfikat ma od <d first_awarded 2004>2004 r.</d>",
        [{"first_awarded": "2004"}],
    ),
    "an edition of later": (
        f"{OLSZA} otrzymał certyfikat ISO 9001:2008. Dokument jest ważny <d valid_until ../2018-09>do września 2018 r.</d>, co wynika "
        "z przejścia na nowe wydanie normy, ISO 9001:2015.",
        [{"standards": ["ISO 9001:2008"], "status": "awarded", "valid_until": "2018-09"}],
    ),
    "an edition of today": (
        f"{OLSZA} otrzymał certyfikat na zgodność z nowym wydaniem normy, ISO 9001:2015. Poprzedni, oparty na ISO 9001:2008, wygasł.",
        [{"standards": ["ISO 9001:2015"], "status": "renewed"}],
    ),
    "who certifies this one": (
        f"{OLSZA} otrzymał od <c {DEKRA}>DEKRY</c> certyfikat ISO 9001. Ma także certyfikat ISO 14001. W tym przypadku jednostką "
        f"certyfikującą jest <c {PRS}>PRS</c>.",
        [{"standards": ["ISO 9001"], "certifier": DEKRA}, {"standards": ["ISO 14001"], "certifier": PRS}],
    ),
    # who audits what is held is its certifier in 40 of 42 stories that no rule had seen, and was none by the rules
    "who audits what is held": (
        f"{OLSZA} otrzymał od <c {DEKRA}>DEKRY</c> certyfikat ISO 9001. Ma także certyfikat ISO 14001. Rozmawiał z nami audytor "
        f"<c {PRS}>PRS</c>.",
        [{"standards": ["ISO 9001"], "certifier": DEKRA}, {"standards": ["ISO 14001"], "certifier": PRS}],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), BESIDE.values(), ids=BESIDE.keys())
def test_what_stands_beside(passage: Reader, marked: str, expected: list[dict[str, Any]]) -> None:
    found = passage(marked).certificates()
    assert [{k: getattr(c, k) for k in e} for c, e in zip(found, expected, strict=True)] == expected
