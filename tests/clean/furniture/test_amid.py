"""What stands between the paragraphs of an article: rows of hours stay, small ads and links go, and the article goes on behind them."""

from pipeline.clean.boilerplate import classify

LEAD = "Od września przychodnia przyjmuje pacjentów także w soboty, ogłosił jej kierownik na zebraniu."
LAST = "Na wizytę można się umówić przez telefon albo osobiście w okienku."


def kept(lines):
    return [line for line, verdict in zip(lines, classify(lines), strict=True) if verdict.keep]


MENU = [
    "Powiat",
    "Gmina",
    "Oświata",
    "Drogi",
    "Rzeki",
    "Lasy",
    "Mosty",
    "Szkoły",
    "Kluby",
    "Puchar",
    "Żużel",
    "Siatkówka",
    "Teatr",
    "Kino",
    "Wystawy",
    "Książki",
    "Ryby",
    "Grzyby",
    "Ogrody",
    "Dzieci",
    "Seniorzy",
    "Parafie",
    "Koleje",
    "Straż",
    "Policja",
    "Sądy",
    "Szpital",
    "Apteka",
]
FOOTER = [
    "Zespół",
    "Patroni",
    "Nadawca",
    "Siedziba",
    "Oddziały",
    "Cenniki",
    "Oferty",
    "Formaty",
    "Statut",
    "Składki",
    "Zarząd",
    "Rejestr",
]


HOURS = ["Nowe godziny", "poniedziałek: 7.00–20.00", "sobota: 8.00–13.00"]
PRICES = ["bilet normalny – 20 zł", "bilet ulgowy – 12,50 zł"]


def test_rows_of_hours_and_prices_stay_between_running_text():
    for rows in (HOURS, PRICES):
        assert kept(["Przychodnia czynna dłużej", LEAD, *rows, LAST]) == ["Przychodnia czynna dłużej", LEAD, *rows, LAST]


def test_a_heading_of_menus_stays_over_rows_between_running_text():
    lines = [*MENU, "Przychodnia czynna dłużej", LEAD, "Rozkład jazdy", "Borki – 6.10, 7.40", "Lipa – 6.35, 8.05", LAST]
    assert kept(lines)[-5:] == lines[-5:]


def test_hours_below_an_article_are_the_offices():
    lines = ["Przychodnia czynna dłużej", LEAD, LAST, "Drukuj", "Urząd Gminy", *HOURS[1:]]
    assert kept(lines) == lines[:3]


ADS = ["SPRZEDAM", "• opony zimowe, 200 zł", "• sad, tel. 600 000 000", "KUPIĘ", "• stary rower", "• las"]


def test_small_ads_between_paragraphs_go_with_their_heads():
    lines = ["Przychodnia czynna dłużej", LEAD, *ADS, "Kto skorzysta?", LAST]
    assert kept(lines) == ["Przychodnia czynna dłużej", LEAD, "Kto skorzysta?", LAST]


def test_a_word_of_small_ads_without_prices_is_a_heading():
    lines = ["Targi pracy w Borkach", LEAD, "Praca", "• ślusarz", "• kucharz", "• kierowca", LAST]
    assert "Praca" in kept(lines)


def test_ads_and_links_between_paragraphs_do_not_end_the_article():
    amid = ["REKLAMA", "Czytaj też: Dożynki w Borkach", "REKLAMA"]
    lines = [*MENU, "Przychodnia czynna dłużej", LEAD, *amid, LAST, *FOOTER]
    assert kept(lines) == ["Przychodnia czynna dłużej", LEAD, LAST]
