from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.plain.wrap import agree, unwrap, wrap_widths

LONG = "W poniedziałkowym spotkaniu uczestniczyli przedstawiciele wszystkich wydziałów"


def texts(*lines: str) -> list[str]:
    return [unit.text for unit in unwrap(list(lines))]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Burmistrz podziękował pracownikom za samorzą-", "dową postawę."], "Burmistrz podziękował pracownikom za samorządową postawę."),
        (["Gmina dba o samorzą\u00ad", "dową tradycję."], "Gmina dba o samorządową tradycję."),
        (["Dyplom odebrała Anna Sowa-", "Lipska z referatu."], "Dyplom odebrała Anna Sowa-Lipska z referatu."),
        (["Spotkanie odbyło się w", "Lubowie."], "Spotkanie odbyło się w Lubowie."),
        (["Koncert odbędzie się przy ul.", "Szkolnej 5."], "Koncert odbędzie się przy ul. Szkolnej 5."),
        ([LONG, "urzędu oraz goście."], f"{LONG} urzędu oraz goście."),
        (["W uroczystości wziął udział także prezes Zbigniew", "Kowal, który wręczył staroście certyfikat."], None),
        (["Otwarcia dokonał wójt. Obecny był dyrektor Polskiej Izby Handlu", "Zagranicznego z Poznania."], None),
        (["Przeglądu dokonano na mocy uchwały rady z 14 maja br.", "przy udziale sołtysów."], None),
        (["Kontrolę prowadzono w urzędzie od 3 do 9 maja 2013 r.", "zgodnie z planem."], None),
        (["3. W rejestrze zamówień", "pominięto dwa postępowania."], "3. W rejestrze zamówień pominięto dwa postępowania."),
    ],
    ids=[
        "hyphen", "soft hyphen", "double-barrelled name", "preposition", "abbreviation", "goes on in lower case", "first name",
        "adjective agrees", "this year", "of the year", "item goes on",
    ],
)  # fmt: skip
def test_joined(lines: list[str], joined: str | None) -> None:
    assert texts(*lines) == [joined or " ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Certyfikat dla gminy", "urząd miejski"],
        [
            "Auditorzy wskazali mocne strony:",
            "wysokie kwalifikacje pracowników biura obsługi mieszkańców gminy",
            "dobra komunikacja",
        ],
        ["Zakończono budowę świetlicy i otwarto nowe boisko w 2013 r.", "Sołtysi są zadowoleni."],
        [
            "Do wniosku o wypłatę zasiłku należało dołączyć dokumenty:",
            "zaświadczenie o dochodach z ostatnich trzech miesięcy 2013 r.",
            "odpis aktu",
        ],
        [
            "Trzy normy i jeden system. Szpital w Lipowej już po audicie",
            "Szpital Powiatowy w Lipowej przeszedł w maju audit odnowienia.",
        ],
        [
            "Lustracja w Zespole Szkół w Brzozówce Małej wykazała uchybienia",
            "księgi druków prowadzono bez numeracji stron;",
            "kasę zamykano bez raportu.",
        ],
        [
            "zgodność celów wydziałów z celami całego starostwa",
            "wysoka frekwencja na szkoleniach",
        ],
        ["PREZES", "Regionalnej Izby Obrachunkowej"],
        ["Przeglądu całego systemu dokonano w urzędzie bez uwag.", "przy okazji sprawdzono ewidencję"],
        ["Zakończono budowę świetlicy.", "W planach jest kolejna."],
        ["Urząd Gminy Lubowo po raz kolejny z certyfikatem", "W piątek wójt odebrał certyfikat zgodności z normą ISO 9001."],
        ["- sprawna obsługa,", "- czyste biura"],
        [LONG, "", "urzędu oraz goście."],
        [LONG, "12.03.2010"],
        ["Program dla szkół polsko-", "- warsztaty"],
        [
            "Zakres: obsługa mieszkańców w siedzibie urzędu i w punktach",
            "Dokument: PN-EN ISO 9001:2009",
            "Wystawca dokumentu: Biuro Oceny Jakości",
            "Data wystawienia dokumentu: 3 maja 2012 r.",
        ],
    ],
    ids=[
        "short lines",
        "unmarked list",
        "year before a capital",
        "item with a year",
        "headline of two sentences",
        "items parted by semicolons under a lead without a colon",
        "items in small letters",
        "office in capitals",
        "full stop",
        "sentences",
        "headline",
        "markers",
        "empty line between",
        "date",
        "marker behind a hyphen",
        "labels with values of equal length",
    ],
)
def test_left_apart(lines: list[str]) -> None:
    assert texts(*lines) == lines


def test_width_of_a_wrapped_dump_and_of_a_column() -> None:
    wrapped = ["x" * 70, "y" * 75, "z" * 72, "a" * 20, "b" * 74, "c" * 71]
    assert set(wrap_widths(wrapped)) == {75}
    column = [
        "Gmina od lat dba o",
        "czyste ulice, parki",
        "i skwery, a także o",
        "bezpieczne przejścia",
        "dla pieszych, które",
        "co roku remontuje",
    ]
    assert set(wrap_widths([*column, "", "x" * 300])[:6]) == {20}
    assert wrap_widths(["x" * 300, "y" * 40]) == [None, None]


def test_agreement() -> None:
    assert agree("Handlu", "Zagranicznego")
    assert agree("Miejskiego", "Ośrodka")
    assert not agree("Handlu", "Nowe")
    assert not agree("gminy", "Nowej")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([LONG, "", "w", "urząd-", "gmina", "1) punkt", "-", "ul.", "Anna", "Sowa.", "Lead:"]), max_size=20)
)
def test_no_word_is_lost_and_lines_are_numbered(lines: list[str]) -> None:
    units = unwrap(lines)
    assert sum(unit.lines for unit in units) == len(lines)
    assert "".join("".join(unit.text.split()) for unit in units).replace("-", "") == "".join(
        "".join(line.split()) for line in lines
    ).replace("-", "")
    assert [unit.line for unit in units] == [1 + sum(u.lines for u in units[:i]) for i in range(len(units))]


PROGRAMME = [
    "Tegoroczne obchody Dnia Pszczelarza potrwają dwa dni. Gości przywita starosta",
    "lipowski Jan Nowy, a wystawę sprzętu otworzy w sobotni poranek sam Prezes",
    "Zalesiński Adam Wrona.",
    "",
    "sobota",
    "godz. 9.00 - msza",
    "godz. 10.00 - bieg na orientację o puchar Przewodniczącej Rady Gminy Barbary",
    "Malinowskiej",
    "godz. 12.00 - pokazy",
    "",
    "Zgłoszenia do biegu zbiera do 5 lipca kierownik biblioteki w Zalesiu Dolnym p.",
    "Ewa Sowa, a w czasie obchodów będzie nieczynny parking przy ulicy Ogrodowej do",
    "12 lipca.",
]


def test_long_lines_of_a_dump_with_a_list_tell_its_width() -> None:
    assert texts(*PROGRAMME) == [
        "Tegoroczne obchody Dnia Pszczelarza potrwają dwa dni. Gości przywita starosta lipowski Jan Nowy, a wystawę sprzętu "
        "otworzy w sobotni poranek sam Prezes Zalesiński Adam Wrona.",
        "",
        "sobota",
        "godz. 9.00 - msza",
        "godz. 10.00 - bieg na orientację o puchar Przewodniczącej Rady Gminy Barbary Malinowskiej",
        "godz. 12.00 - pokazy",
        "",
        "Zgłoszenia do biegu zbiera do 5 lipca kierownik biblioteki w Zalesiu Dolnym p. Ewa Sowa, a w czasie obchodów będzie "
        "nieczynny parking przy ulicy Ogrodowej do 12 lipca.",
    ]


def test_headlines_of_one_length_are_not_wrapped() -> None:
    headlines = [f"{number} {LONG[: 70 + number]}" for number in range(1, 6)]
    short = ["Kronika policyjna oraz pożarna"] * 6
    mixed = [line for pair in zip(headlines, short, strict=False) for line in pair]
    assert texts(*mixed, *short) == [*mixed, *short]
