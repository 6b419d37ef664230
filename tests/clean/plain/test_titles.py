"""Which line of a dump is the headline, who wrote it and when, where the lines above it look like headlines too."""

from __future__ import annotations

import pytest

from pipeline import read_article

STORY = """Wójt gminy odebrał w środę certyfikat jakości, o który urząd starał się od dwóch lat. Uroczystość odbyła się w bibliotece.

Audytorzy wrócą za rok, a do tego czasu urzędnicy opiszą jeszcze dwie procedury, zapowiedział sekretarz gminy."""


@pytest.mark.parametrize(
    ("above", "title", "published", "authors"),
    [
        pytest.param(
            "Przejdź do treści\nPoradnie Przychodnie Przetargi Praca Kontakt\nJesteś tutaj: Strona główna › Nowości › Mamy certyfikat. Nareszcie!\n\n"
            "Mamy certyfikat. Nareszcie!\n17 maja 2019, Ewa Sowa\n\n",
            "Mamy certyfikat. Nareszcie!", "2019-05-17", ("Ewa Sowa",), id="sections in a row, a path that ends as a sentence",
        ),
        pytest.param(
            "Kalendarz imprez: wrzesień 2017\npn wt śr cz pt so nd\n25 26 27 28 29 30\n\nUrząd jak nowy\nOpublikowano: 25 września 2017 r.\n\n",
            "Urząd jak nowy", "2017-09-25", (), id="the month of a calendar",
        ),
        pytest.param(
            "W URZĘDZIE. Miesięcznik załogi, listopad 2020, nr 11 (87)\nstr. 4\n\nCertyfikat po nowemu\n\n",
            "Certyfikat po nowemu", "2020-11", (), id="the head of a paper",
        ),
        pytest.param(
            "Zobacz w przeglądarce\nNewsletter nr 3/2021, 22 marca 2021\nCo słychać w urzędzie?\n\n",
            "Co słychać w urzędzie?", "2021-03-22", (), id="the head of a newsletter",
        ),
        pytest.param(
            "Dla rodzin i seniorów gminy\nDla organizacji społecznych\nOferty domu kultury\nKarta mieszkańca - wnioski\nInfolinia 19999\n\n"
            "Aktualności\nWizyta bez maseczki. Urząd obronił znak jakości\n07.06.2021\n",
            "Wizyta bez maseczki. Urząd obronił znak jakości", "2021-06-07", (), id="between a section's name and a date",
        ),
        pytest.param("Certyfikat zostaje\nredakcja | 3 maja 2013\n\n", "Certyfikat zostaje", "2013-05-03", (), id="an account and a date"),
        pytest.param(
            "Certyfikat zostaje\nAutor: Ewa Sowa dnia 3 maja 2013, 11:51 | 2 komentarze\n\n",
            "Certyfikat zostaje", "2013-05-03", ("Ewa Sowa",), id="a date behind the author",
        ),
    ],
)  # fmt: skip
def test_title_date_and_author(above: str, title: str, published: str, authors: tuple[str, ...]) -> None:
    found = read_article(above + STORY)
    assert (found.title, found.published, found.authors) == (title, published, authors)
    assert found.text.startswith(f"{title}\nWójt gminy odebrał")
