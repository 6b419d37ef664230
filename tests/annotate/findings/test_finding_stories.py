"""Stories of audits in words of their own: praise in the dative, hints, questions, an ellipsis. Every sentence is ours."""

from __future__ import annotations

import pytest

from pipeline.annotate.findings import find_findings

FOUND = {
    "applause in the dative": (
        "Audit trwał dwa dni. Auditorki przyklasnęły wymianie pieców w świetlicach i nowemu rejestrowi skarg.",
        [("wymianie pieców w świetlicach", "strength"), ("nowemu rejestrowi skarg", "strength")],
    ),
    "praise not spared": (
        "Audytor nie szczędził pochwał archiwum zakładowemu oraz obsłudze kancelarii.",
        [("archiwum zakładowemu", "strength"), ("obsłudze kancelarii", "strength")],
    ),
    "hints for the future": (
        "Audyt za nami.\nAuditorka zostawiła dwie rady na przyszłość:\n- opisać ścieżkę reklamacji,\n- częściej szkolić kasjerów.",
        [("opisać ścieżkę reklamacji", "recommendation"), ("częściej szkolić kasjerów", "recommendation")],
    ),
    "questions over lists": (
        "Za nami audyt nadzoru w bibliotece.\n\nCo się spodobało?\n\n- cisza w czytelni\n- elektroniczny katalog nut\n\n"
        "Nad czym mamy się zastanowić?\n\n- zbyt drobny druk na kartach\n- brak zegara w holu",
        [
            ("cisza w czytelni", "strength"),
            ("elektroniczny katalog nut", "strength"),
            ("zbyt drobny druk na kartach", "observation"),
            ("brak zegara w holu", "observation"),
        ],
    ),
    "a question for what to do": (
        "Audyt w przedszkolu za nami.\nCo można poprawić?\n- opisać szafki w kuchni,\n- skrócić drogę do szatni.",
        [("opisać szafki w kuchni", "recommendation"), ("skrócić drogę do szatni", "recommendation")],
    ),
    "questions how it fared": (
        "Audyt w przedszkolu za nami.\nCo wypadło najlepiej?\n• porządek w magazynie\n• karty posiłków\n"
        "Co szwankuje?\n• obieg faktur\n• spis kluczy",
        [
            ("porządek w magazynie", "strength"),
            ("karty posiłków", "strength"),
            ("obieg faktur", "nonconformity"),
            ("spis kluczy", "nonconformity"),
        ],
    ),
    "an auditor's opinion by surname": (
        "Audyt w spółce przeprowadziła Kinga Turska, audytorka wewnętrzna. "
        "Zdaniem Turskiej zakład powinien niezwłocznie wymienić zamki i spisać klucze.",
        [("niezwłocznie wymienić zamki", "recommendation"), ("spisać klucze", "recommendation")],
    ),
    "the surname behind whose auditor it is": (
        "Tak ocenia to audytorka wewnętrzna starostwa Olga Mroczko-Pik. "
        "Zdaniem Mroczko-Pik szpital powinien natychmiast opisać leki i wymienić lodówkę.",
        [("natychmiast opisać leki", "recommendation"), ("wymienić lodówkę", "recommendation")],
    ),
    "three infinitives": (
        "Kontrolę prowadził kontroler wiodący Jan Wilk. Według Wilka dom kultury musi opisać archiwum, "
        "ogłosić przetarg na sprzątanie i przeszkolić szatniarzy.",
        [
            ("opisać archiwum", "recommendation"),
            ("ogłosić przetarg na sprzątanie", "recommendation"),
            ("przeszkolić szatniarzy", "recommendation"),
        ],
    ),
    "an aim is no second duty": (
        "Zdaniem kontrolerów NIK gmina powinna zatrudnić inżyniera, aby sprawdzać kosztorysy.",
        [("zatrudnić inżyniera, aby sprawdzać kosztorysy", "recommendation")],
    ),
    "orders in a row": (
        "Inspektor nakazał szkole wymienić gaśnice, opisać hydranty i przeszkolić woźnych.",
        [
            ("wymienić gaśnice", "recommendation"),
            ("opisać hydranty", "recommendation"),
            ("przeszkolić woźnych", "recommendation"),
        ],
    ),
    "counted without the noun": (
        "Audyt był w maju. Auditorzy nie stwierdzili niezgodności dużych. "
        "Dwie małe dotyczyły nieaktualnego spisu haseł oraz braku prób alarmu i zostały już usunięte.",
        [("nieaktualnego spisu haseł", "nonconformity"), ("braku prób alarmu", "nonconformity")],
    ),
    "one, another": (
        "Audyt za nami. Auditorka zapisała dwie uwagi. Jedna dotyczyła oznakowania szaf. Druga dotyczyła obiegu kluczy.",
        [("oznakowania szaf", "observation"), ("obiegu kluczy", "observation")],
    ),
    "the others without the verb": (
        "Kontrola wykazała trzy uchybienia. Jedno dotyczyło spóźnionych wypłat, pozostałe zaś opisu faktur.",
        [("spóźnionych wypłat", "nonconformity"), ("opisu faktur", "nonconformity")],
    ),
    "a headline that names the fault": (
        "NIK wykryła błędy w rozliczeniu dotacji\nKontrola trwała rok.",
        [("błędy w rozliczeniu dotacji", "nonconformity")],
    ),
    "numbered sentences": (
        "Audit za nami.\n2. Nie stwierdzono niezgodności dużych.\n"
        "3. Zauważono jedną niezgodność małą dotyczącą nadzoru nad wagami.",
        [("nadzoru nad wagami", "nonconformity")],
    ),
}

NOT_FOUND = {
    "numbered sentences of a session": (
        "Po kontroli NIK.\n1. Wójt otworzył sesję.\n2. Radni zarzucili prezesowi brak nadzoru.\n3. Przyjęto uchwałę."
    ),
    "a headline that sums up": "NIK wykryła liczne uchybienia w szpitalu powiatowym\nKontrola trwała rok.",
    "questions that were counted": "Audyt za nami. Radni zadali trzy pytania. Dwa dotyczyły budowy hali i remontu drogi.",
    "remarks of inhabitants": "Kontrola NIK trwa. Mieszkańcy zgłosili uwagi do planu. Trzy dotyczyły wysokości budynków.",
    "doubts of councillors": "Radni po kontroli zgłosili zastrzeżenia. Dwa dotyczyły ceny biletów i placu zabaw.",
    "a subject of its own": "Auditorzy stwierdzili jedną niezgodność. Rozmowy dotyczyły wyjazdu i obiadu.",
    "the opinion of somebody else": (
        "Audyt w spółce przeprowadziła Kinga Turska, audytorka. Zdaniem Kwiecińskiej gmina powinna kupić autobus."
    ),
    "a mayor beside an auditor": (
        "Audytorka Kinga Turska rozmawiała z burmistrzem Janem Wilkiem. Zdaniem Wilka gmina powinna kupić autobus."
    ),
    "councillors' opinion": "Audyt za nami. Zdaniem radnych gmina powinna kupić autobus i zbudować zajezdnię.",
    "a commission of another sort": "Audyt trwa. Zdaniem Komisji Europejskiej Polska powinna zmienić ustawę.",
    "a question for money": "Audyt w gminie zakończony.\nNa co pójdą pieniądze?\n- remont dachu\n- nowe okna",
    "a question for news": "Audyt w gminie zakończony.\nCo się zmieniło?\n- nowe godziny pracy\n- nowa strona",
    "what others liked": "Audyt w gminie zakończony.\nCo podobało się turystom?\n- molo\n- plaża",
    "a question on something else": "Kontrola na basenie za nami.\nCo poprawić w budżecie?\n- więcej zieleni\n- nowe ławki",
    "no audit at all": "Festyn był udany.\nCo się spodobało?\n- koncert chóru\n- wata cukrowa",
    "councillors who applaud": "Kontrola NIK trwa. Radni przyklasnęli budowie hali.",
    "applause for a person": "Audytorzy przyklasnęli burmistrzowi.",
    "praise of people": "Audytorzy nie szczędzili pochwał pracownikom.",
    "high marks for the body itself": "Audytorzy wystawili wysoką ocenę urzędowi.",
    "hints for readers": (
        "Kontrola sanitarna ruszyła.\nWskazówki dla grzybiarzy:\n- zbierać tylko znane gatunki,\n- unikać foliowych toreb."
    ),
    "a council, not advice": (
        "Kontrola trwa.\nRada na najbliższej sesji zajmie się:\n- przyjęciem budżetu,\n- wyborem składu komisji."
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_findings_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.kind) for f in find_findings(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_nothing_is_found(text: str) -> None:
    assert [text[f.start : f.end] for f in find_findings(text)] == []
