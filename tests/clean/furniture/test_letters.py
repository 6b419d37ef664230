"""Letters of control bodies on pages with menus and metrics: heads, pairs of findings and signatures are no furniture."""

import pytest

from pipeline.clean import clean
from pipeline.clean.furniture.letters import letter_lines
from pipeline.clean.furniture.lines import read_line
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

FRAME = ["Biuletyn Informacji Publicznej", "Menu przedmiotowe", "Drukuj stronę", ""]
METRIC = ["", "Metryka strony", "Wprowadził: Piotr Maj", "Data publikacji: 2014-05-20 12:05:41", "Odwiedzin: 902"]
LETTER = [
    "Wystąpienie pokontrolne - Gmina Borki Wielkie",
    "Zalesin, dnia 12 maja 2014 roku",
    "WK-4110-27/2014",
    "Szanowny Pan",
    "TOMASZ WILK",
    "Wójt Gminy Borki Wielkie",
    "Izba przeprowadziła kontrolę gospodarki finansowej gminy, o czym zawiadomiono Pana przed jej rozpoczęciem.",
    "1. Stwierdzono:",
    "Nie prowadzono rejestru umów.",
    "Wnioskuję:",
    "Założyć rejestr.",
    "2. Stwierdzono:",
    "Nie wydano instrukcji kasowej.",
    "Wnioskuję:",
    "Wydać instrukcję.",
    "3. Stwierdzono:",
    "Sprawozdanie przekazano za późno.",
    "Wnioskuję:",
    "Przestrzegać terminów.",
    "O wykonaniu wniosków proszę zawiadomić Izbę w terminie trzydziestu dni od otrzymania wystąpienia.",
    "Z poważaniem",
    "Prezes Izby Obrachunkowej",
    "dr Jan Kowal",
]


def test_letter_on_a_page_of_a_bulletin_is_whole() -> None:
    found = clean(Source(source="x.txt", content="\n".join((*FRAME, *LETTER, *METRIC)), media="text"), CleanSettings())
    assert isinstance(found, Article)
    assert found.text.split("\n") == LETTER
    assert (found.title, found.authors, found.published) == (LETTER[0], ("Jan Kowal",), "2014-05-20")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Zalesin, 3 maja 2013", "Sport", "Kultura", LETTER[6]], set()),
        (["Zalesin, 3 maja 2013", "Pani", "Ewa Sowa", LETTER[6]], {0, 1, 2}),
        (["Zalesin, dnia 3 maja 2013 r.", "OR-II.1710.3.2013", LETTER[6]], {0, 1}),
        (["Zalesin, dnia 3 maja 2013 r.", "Pan Jan Kowal"], set()),
        ([LETTER[6], "Łączę wyrazy szacunku", "Ewa Sowa"], {1, 2}),
        ([LETTER[6], "Pozdrowienia z gminy"], set()),
    ],
    ids=["site's date", "addressee", "case number", "no letter below", "closing", "headline"],
)
def test_heads_and_closings(lines: list[str], expected: set[int]) -> None:
    assert letter_lines([read_line(line) for line in lines], {}) == expected


def test_whom_a_letter_of_items_addresses_did_not_sign_it() -> None:
    letter = [
        "Wystąpienie pokontrolne",
        "Zalesin, dnia 12 maja 2014 roku",
        "Pani Olga Wilk",
        "Wójt Gminy Borki Wielkie",
        "Lustracja w Zespole Szkół w Borkach Wielkich wykazała uchybienia",
        "księgi druków prowadzono bez numeracji stron;",
        "kasę zamykano bez raportu.",
    ]
    found = clean(Source(source="x.txt", content="\n".join(letter), media="text"), CleanSettings())
    assert isinstance(found, Article)
    assert found.text.split("\n") == letter
    assert found.authors == ()
