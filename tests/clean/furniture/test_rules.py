"""Every rule has an example that it names and the registry is pinned: a renamed or lost rule fails here."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest

from pipeline.clean.furniture.lines import read_line
from pipeline.clean.furniture.rules import first_rule, rules
from pipeline.clean.furniture.sections import opener, section_ids
from pipeline.text import fold

EXAMPLES = {
    "frame.ad": [
        "REKLAMA",
        "- reklama -",
        "Artykuł sponsorowany",
        "Konkurs wiosenny - baner",
        "Kup e-wydanie „Echa” już dziś!",
        "Wyślij SMS o treści KOT (koszt 1 zł)",
    ],
    "header.weather": ["-2 °C", "Pogoda na jutro", "1013 hPa", "Wiatr: 12 km/h"],
    "header.nameday": ["Dziś imieniny: Kingi, Ryszarda", "Imieniny obchodzą: Jan i Paweł"],
    "header.today": ["Dzisiaj jest 12 marca", "Wschód słońca: 6:12"],
    "header.counter": ["Licznik odwiedzin: 1 203", "Jesteś 12 gościem"],
    "article.counter": ["Przeczytano: 120 razy", "Wyświetleń: 7", "312 odsłon", "Liczba odsłon dokumentu: 12"],
    "tools.font-size": ["A- A A+", "A"],
    "header.accessibility": ["Wersja kontrastowa", "Przejdź do treści", "Zmień rozmiar czcionki"],
    "header.language": ["Wybierz język:", "PL | EN | DE", "English version"],
    "header.breadcrumbs": [
        "Strona główna > Aktualności > Sport",
        "Archiwum >> maj 2004",
        "Jesteś tutaj: Urząd",
        "Dla mieszkańca / ",
    ],
    "header.breadcrumbs-prose": [
        "Jesteś tutaj: Strona główna › Co słychać › Wyniki audytów w naszym szpitalu. Znowu się udało!"
    ],
    "menu.bar": ["Sport | Kultura | Oświata | Zdrowie", "Gmina • Urząd • Rada • Sołectwa"],
    "menu.entry": [
        "Strona główna",
        "Mapa strony",
        "Biuletyn Informacji Publicznej",
        "Menu przedmiotowe",
        "Znajdź nas: Facebook YouTube",
        "Powrót",
        "więcej »",
    ],
    "menu.entry-soft": ["Aktualności", "Polityka prywatności", "Dla mieszkańców", "Rozmowa tygodnia"],
    "menu.search": ["Szukaj w serwisie", "Wyszukaj:"],
    "menu.login": ["Zaloguj się", "Nie masz jeszcze konta?", "Witaj gościu"],
    "frame.cookies": [
        "Nasz serwis używa plików cookies, dzięki którym strona działa lepiej, a zgodę można cofnąć w ustawieniach przeglądarki.",
        "Nasi partnerzy i my przetwarzamy dane, o ile wyrazisz na to zgodę.",
        "Każdy wybór możesz zmienić w dowolnym momencie: wystarczy zaakceptować go lub zmienić zgodę przyciskiem poniżej.",
    ],
    "frame.support": [
        "Wesprzyj lokalne media",
        "Zostań naszą patronką",
        "Przekaż nam 1,5% podatku",
        "Postaw nam kawę",
        "Wspieram co miesiąc",
        "Czytasz nas bezpłatnie, bo inni za to płacą.",
        "Działamy od lat wyłącznie dzięki wpłatom od ludzi takich jak Ty.",
    ],
    "frame.consent": ["Akceptuję", "Rozumiem", "×"],
    "frame.alt": ["Logo gminy", "[logo] Kapitał Ludzki [logo] Unia Europejska", "herb powiatu"],
    "frame.address": [
        "ul. Szkolna 1, 62-260 Lubowo",
        "tel. 61 000 00 00",
        "Godziny pracy: pn.-pt. 8:00-16:00",
        "urzad@lubowo.example.pl",
    ],
    "frame.site-name": ["www.gmina.example.pl", "Portal Ziemi - lubowo.example.pl", "Kurier Lubowski"],
    "frame.contents": [
        "W następnym numerze: dokąd po choinkę?",
        "W numerze: Sejmik .... 2 Dożynki .... 4",
        "Kronika policyjna ........ str. 7",
        "Spis treści",
    ],
    "frame.wishes": ["Zdrowych i pogodnych Świąt", "Szczęśliwego Nowego Roku życzy redakcja", "* WESOŁYCH ŚWIĄT!"],
    "frame.imprint": [
        "Stopka redakcyjna: wydaje Zarząd Gminy",
        "Adres redakcji: ul. Polna 1",
        "Wydawca: Gmina Lipowo",
        "redakcja@glos.example, nakład 500 egz.",
        "ISSN 1234-5678",
    ],
    "frame.copyright": [
        "© 2012 Gmina Lipowo",
        "Copyright Urząd Miasta. Wszelkie prawa zastrzeżone",
        "Projekt i wykonanie: Firma",
        "Redakcja nie odpowiada za treść reklam.",
        "Nie zwracamy materiałów niezamówionych",
    ],
    "tools.print": ["Drukuj", "Wersja do druku", "Zapisz do PDF"],
    "tools.listen": ["Posłuchaj artykułu", "Odsłuchaj wersji audio", "Posłuchaj tego tekstu 0:00 / 3:12", "0:00 / 3:12"],
    "tools.share": [
        "Udostępnij na Facebooku",
        "Wyślij znajomemu",
        "Lubię to!",
        "Tweetnij",
        "Lubię to! Tweetnij",
        "Lubię to! 61",
    ],
    "tools.form-labels": ["Dodano: Aktualizacja: Tekst:", "XML", "Treść", "Metryka", "Wytworzył: Jan Kowal", "Status:"],
    "tools.tags": ["Tagi: gmina, drogi", "Kategoria: Sport", "#lipowo #sport"],
    "tools.rating": ["Ocena: 4/5", "12 głosów", "100% na plus"],
    "page.number": ["- 3 -", "str. 12"],
    "page.pointer": ["Krzyżówka z nagrodami – str. 8", "Kronika policyjna .... s. 12"],
    "photo.gallery": ["Fotogaleria (14)", "Galeria zdjęć: 9", "Zdjęcia (3)"],
    "photo.file": ["DSC_0012.JPG", "zdjęcie 12", "1. 2. 3.", "025", "(12 zdjęć)", "Galeria zdjęć:", "Galeria zdjęć (18)"],
    "photo.caption": ["Na zdjęciu od lewej: Jan Kowal i Ewa Sowa", "Kliknij, aby powiększyć zdjęcie"],
    "photo.credited": [
        "Uroczystość w ratuszu (fot. Jan Kowal)",
        "Rynek po remoncie fot. J. Kowal",
        "Rynek (foto Jan Kowal)",
        "Rynek (zdjęcia: OSP)",
    ],
    "credit.label": [
        "Tekst: Jan Kowal",
        "fot. Jan Kowal",
        "Źródło: UM Lipowo",
        "Tekst i foto:",
        "/RMF/",
        "inf. prasowa",
        "Rozmawiała Ewa Sowa",
        "Aut. Jan Kot",
    ],
    "see-also.inline": [
        "Przeczytaj też: Nowy most otwarty",
        "Czytaj więcej",
        "Więcej w najnowszym numerze Kuriera",
        "Zobacz galerię",
        "Więcej w relacji Ewy Sowy:",
        "Posłuchaj rozmowy z wójtem",
    ],
    "attachment.file": ["Raport z audytu (3,61 MB)", "uchwala.pdf", "Pobierz"],
    "article.paging": [
        "następna strona »",
        "Strona 2 z 5",
        "« Poprzedni artykuł",
        "Dalszy ciąg relacji na str. 7",
        "Horoskop na ostatniej stronie",
    ],
    "article.ago": [
        "22 minuty temu",
        "wczoraj, 12:30",
        "4 min czytania",
        "2 min. czytania",
        "3 maja o 10:05 ·",
        "Ten tekst przeczytasz w 5 minut",
    ],
    "bullet.empty": ["• -", "***", "-"],
    "comment.item": ["Odpowiedz", "~mieszkaniec", "Zgłoś do usunięcia", "Gość"],
}

SECTIONS = {
    "section.comments": ["Dodaj komentarz", "Komentarze (3)", "Wasze opinie", "Leave a Reply"],
    "section.comments-counted": ["3 komentarze", "Skomentuj"],
    "section.contact-form": ["Formularz kontaktowy", "Wymagane pola są oznaczone *"],
    "section.social": ["Dołącz do nas na Facebooku!"],
    "section.footer": ["Copyright 2012 Gmina Lipowo"],
    "section.related": ["Polecane", "Podobne artykuły", "Najczęściej czytane", "Inne wiadomości z kategorii Sport"],
    "section.author": ["O autorze", "O autorkach:", "Więcej od autora"],
    "section.see-also": ["Zobacz także", "Czytaj też:"],
    "section.calendar": ["Kalendarz imprez", "Najbliższe wydarzenia", "PnWtŚrCzPtSoNd"],
    "section.events": ["Wydarzenia", "Kalendarium", "Zapraszamy!"],
    "section.small-ads": ["OGŁOSZENIA DROBNE", "Anonse czytelników", "Krzyżówka świąteczna"],
    "section.offers": ["SPRZEDAM", "Kupię:", "Różne"],
    "section.press-contact": ["Kontakt dla mediów:", "Informacje dla dziennikarzy:"],
    "section.paywall": [
        "Pozostało 64% tekstu",
        "Ten artykuł jest dostępny tylko dla prenumeratorów.",
        "Kup dostęp już od 5 zł",
        "Aby przeczytać cały artykuł, zaloguj się lub kup abonament",
    ],
    "section.newsletter": ["Zapisz się do naszego newslettera", "Newsletter"],
}

ARTICLE = [
    "Urząd Miejski w Lipowie otrzymał certyfikat zgodności z normą ISO 9001:2008.",
    "Wydział Komunikacji,",
    "Mocne strony",
    "WK-4110/3/2008",
    "TOMASZ WILK",
    "Wójt Gminy Jedlanka",
    "Certyfikat na lata 2019–2022",
    "Zespół auditorów rozmawiał z pracownikami",
    "Najwyższa Izba Kontroli",
    "Zarząd Dróg Powiatowych,",
    "Dziękujemy za zaangażowanie!",
    "Radni: nie będzie podwyżek",
    "Prezydent o budżecie",
    "Audyt w ratuszu",
    "X sesja Rady Gminy",
    "12 000 zł na drogi",
    "Ścieżka rowerowa do Lubowa gotowa",
    "Lokalizacja nowej przychodni",
    "Pokaz sztucznych ogni",
    "Powrót do szkoły",
    "Nowa strona internetowa gminy",
    "Podziel się posiłkiem",
    "Status zgodności z ustawą",
    "Temat: audit wewnętrzny",
    "Mamy 12 nowych autobusów",
    "Od dnia 1 maja nowe opłaty",
    "Data wizyty: 12 maja 2010 r.",
    "Reklama w przestrzeni miasta",
    "Rejestracja pojazdów w soboty",
    "Film o naszej gminie",
    "Relacja - dzień drugi",
    "Gość specjalny gali",
    "Autobus linii 12 b",
    "Wynik audytu",
    "Dyskusja o budżecie",
    "Komentarz",
    "Dotacja 12 000 500 zł",
    "Rozmowa o budżecie gminy",
    "Ciąg dalszy remontu ulicy Szkolnej",
    "Skład Orzekający Izby",
    "Druk nr 12",
    "Menu wigilijne seniorów",
    "Nakład pracy był duży",
    "Data publikacji strony internetowej: 2019-03-04",
    "Godziny pracy żłobka bez zmian od września",
    "Opinie mieszkańców o parku",
    "Pozostałe informacje",
    "Inne informacje i oświadczenia",
    "Warto wiedzieć",
    "Ankieta",
    "Nowe wydarzenia w domu kultury",
    "Wysyłamy dzieci na kolonie",
    "4,5",
    "1.2.3 Obieg dokumentów",
    "Auditorzy zwrócili uwagę na:",
    "Dożynki w Lipowie. Były tańce (ZDJĘCIA)",
    "Tak śpiewał chór z Borek (foto i wideo)",
    "Rozmawiała ze starostą",
    "Wspieraj seniorów z sąsiedztwa",
    "Wpłaty na remont kościoła",
    "Przekaż dar serca",
    "Więcej w urzędzie",
    "Debata «Cyfrowy urząd» na zamku",
    "Ocena «bardzo dobra» i «dobra» dla wydziałów",
]


def test_registry_is_pinned() -> None:
    assert [rule.id for rule in rules()] == list(EXAMPLES)
    assert list(section_ids()) == list(SECTIONS)


@pytest.mark.parametrize(("rule_id", "line"), [(r, x) for r, lines in EXAMPLES.items() for x in lines])
def test_rule_names_its_example(rule_id: str, line: str) -> None:
    found = [rule.id for rule in rules() if rule.matches(read_line(line))]
    assert rule_id in found


@pytest.mark.parametrize(("section_id", "line"), [(s, x) for s, lines in SECTIONS.items() for x in lines])
def test_section_is_opened(section_id: str, line: str) -> None:
    found = opener(read_line(line))
    assert found is not None
    assert found.id == section_id


@pytest.mark.parametrize("line", ARTICLE)
def test_lines_of_articles_are_no_furniture(line: str) -> None:
    assert first_rule(read_line(line)) is None
    assert opener(read_line(line)) is None


@pytest.mark.parametrize("name", ["furniture.toml", "sections.toml", "datelines.toml", "people.toml", "labels.toml"])
def test_patterns_are_folded(name: str) -> None:
    """They are matched on folded text, so a capital or a diacritic would never match."""
    text = (resources.files("pipeline.clean") / "data" / name).read_text(encoding="utf-8")

    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [s for key, v in value.items() if key not in {"id", "reason"} for s in strings(v)]
        return [s for v in value for s in strings(v)] if isinstance(value, list) else [value] if isinstance(value, str) else []

    for pattern in strings(tomllib.loads(text)):
        plain = re.sub(r"\\[A-Za-z]", "", pattern)
        assert plain == fold(plain), pattern
