from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.boilerplate import classify

BODY = "Auditorzy przez dwa dni sprawdzali pracę urzędu i nie znaleźli żadnych niezgodności z normą."
MORE = "Certyfikat będzie ważny przez trzy lata, a za rok urząd czeka kolejny audit nadzoru."


def kept(lines: list[str], **hints: str) -> list[str]:
    return [line for line, verdict in zip(lines, classify(lines, **hints), strict=True) if verdict.keep]


def reasons(lines: list[str]) -> list[str | None]:
    return [verdict.reason for verdict in classify(lines)]


def test_comments_run_to_the_end() -> None:
    lines = [
        "Tytuł wiadomości",
        BODY,
        MORE,
        "Dodaj komentarz",
        "Ja tam nie wierzę w żadne certyfikaty, bo kolejki są te same.",
        "Zenek",
    ]
    assert kept(lines) == lines[:3]
    assert reasons(lines)[3:] == ["comments"] * 3


def test_counter_of_comments_over_an_article_takes_only_itself() -> None:
    lines = ["Tytuł wiadomości", "Komentarze (7)", BODY, MORE]
    assert kept(lines) == ["Tytuł wiadomości", BODY, MORE]


def test_form_in_the_header_does_not_take_the_article() -> None:
    lines = ["Zaloguj się", "Newsletter", "Podaj adres e-mail", "Tytuł wiadomości", BODY, MORE]
    assert kept(lines) == ["Tytuł wiadomości", BODY, MORE]


@pytest.mark.parametrize(
    "items",
    [
        ["- Kadry,", "- Archiwum,", "- Sport."],
        ["1. Kontakt", "2. Archiwum", "3. Galeria"],
        ["a) Praca", "b) Dom"],
        ["kontakt z klientem;", "archiwum;", "sport"],
        ["większe litery,", "mapa strony,", "wyszukiwarka."],
        ["-", "Redakcja gazety gminnej", "-", "Kontakt z mieszkańcami"],
    ],
    ids=[
        "dashes with commas",
        "numbers",
        "letters",
        "unmarked with semicolons",
        "unmarked up to a full stop",
        "dashes on lines of their own",
    ],
)
def test_enumerations_are_guarded(items: list[str]) -> None:
    lines = ["Tytuł wiadomości", BODY, "Auditem objęto następujące sprawy:", *items, MORE]
    assert kept(lines) == lines


def test_menu_with_bullets_is_no_enumeration() -> None:
    lines = ["• Strona główna", "• Aktualności", "• Kontakt", "Tytuł wiadomości", BODY, MORE]
    assert kept(lines) == lines[3:]


def test_soft_words_are_headings_inside_and_menus_outside() -> None:
    inside = ["Tytuł wiadomości", BODY, "Historia", MORE]
    assert kept(inside) == inside
    outside = ["Strona główna", "Historia", "Tytuł wiadomości", BODY, MORE, "Drukuj", "Historia"]
    assert kept(outside) == ["Tytuł wiadomości", BODY, MORE]


def test_unknown_lines_go_only_where_the_frame_proves_them() -> None:
    assert kept(["Wersja kontrastowa", "Lubowo", "Tytuł długiej wiadomości", BODY]) == ["Tytuł długiej wiadomości", BODY]
    assert kept(["Nadtytuł gminny", "Tytuł długiej wiadomości", BODY]) == ["Nadtytuł gminny", "Tytuł długiej wiadomości", BODY]


def test_events_behind_an_article() -> None:
    events = ["Wydarzenia", "7 maja Bieg uliczny", "14.05 Koncert w parku"]
    assert kept(["Tytuł wiadomości", BODY, MORE, *events]) == ["Tytuł wiadomości", BODY, MORE]
    chapter = ["Tytuł wiadomości", BODY, "Wydarzenia", "Festyn na rynku", MORE]
    assert kept(chapter) == chapter


def test_a_label_ends_the_calendar_above_an_article() -> None:
    page = [
        "Kalendarz imprez",
        "18 maja – Noc Muzeów",
        "25 maja – Regaty",
        "Opublikowano 15 maja 2016",
        "Tytuł wiadomości",
        BODY,
        MORE,
    ]
    assert kept(page) == page[4:]
    assert reasons(page)[3] == "date_line"


def test_line_of_an_advertisement() -> None:
    assert kept(["Tytuł wiadomości", "", BODY, "", "REKLAMA", "Okna - do 30% taniej", "", MORE]) == [
        "Tytuł wiadomości",
        BODY,
        MORE,
    ]
    heading = ["Tytuł wiadomości", BODY, "REKLAMA", "Co dalej z drogą?", MORE]
    assert kept(heading) == [line for line in heading if line != "REKLAMA"]


def test_captions_above_their_credits_and_paths_name_the_headline() -> None:
    caption = "Narada podsumowująca odbyła się w auli szkoły"
    page = [
        "Start > Aktualności > Nowy certyfikat w gminie",
        "Nowy certyfikat w gminie",
        "",
        caption,
        f"{caption} / fot. Jan Kowal",
        "",
        BODY,
        MORE,
    ]
    assert kept(page) == ["Nowy certyfikat w gminie", BODY, MORE]


def test_headline_of_two_sentences_over_its_date() -> None:
    page = [
        "Trzy dni i dwie sceny na rynku. Tak bawiła się gmina",
        "",
        "19 maja 2023",
        "",
        "Trzy dni i dwie sceny na rynku",
        "",
        BODY,
        MORE,
    ]
    assert kept(page) == [page[0], BODY, MORE]


@pytest.mark.parametrize("arrow", ["→", "•"])
def test_arrows_below_a_lead_are_items(arrow: str) -> None:
    page = [
        "Tytuł wiadomości",
        BODY,
        "W przyszłym roku zaplanowano:",
        f"{arrow} windę w ośrodku,",
        f"{arrow} plac zabaw.",
        MORE,
    ]
    assert kept(page) == page
    assert kept(["Tytuł wiadomości", BODY, MORE, "→ Zapisy do żłobka"]) == ["Tytuł wiadomości", BODY, MORE]


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (["Urząd z nowym certyfikatem jakości", "12.03.2010", BODY], 0),
        (["Strona główna", "Lubowo", "Urząd z certyfikatem", "Urząd z certyfikatem", BODY], 2),
        (["Urząd z certyfikatem - Gmina Lubowo", "Urząd z certyfikatem", BODY], 1),
        (["Kto odbierze dyplom? Znamy wyniki!", "Kto odbierze dyplom? Znamy wyniki!", BODY], 0),
        (["WÓJT GMINY LIPOWA", "", "Informacja o wynikach kontroli", "", BODY], 2),
        (["Wójt Gminy Lipowa z absolutorium", "", BODY], 0),
        (["Gmina Lipowa", "Gmina Lipowa nagrodzona", BODY], 1),
        ([BODY, MORE], None),
    ],
    ids=[
        "above a date",
        "printed twice",
        "with the site's name",
        "a sentence printed twice",
        "below an office",
        "an office in a headline",
        "below a site's name",
        "none",
    ],
)
def test_headline(lines: list[str], headline: int | None) -> None:
    found = [i for i, verdict in enumerate(classify(lines)) if verdict.rule == "headline"]
    assert found == ([] if headline is None else [headline])


def test_address_and_recorded_title_name_the_headline() -> None:
    lines = ["Region i okolice", "Powiat stawia na nową jakość", BODY]
    by_url = classify(lines, url="https://powiat.example.pl/news/powiat-stawia-na-nowa-jakosc")
    by_title = classify(lines, title="Powiat stawia na nową jakość")
    assert by_url[1].rule == by_title[1].rule == "headline"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                BODY,
                MORE,
                "",
                "Drukuj",
                "Komentarze (2)",
                "1) punkt,",
                "-",
                "Jan Kowal",
                "Kontakt",
                "Lead:",
                "12.03.2010",
                "Zobacz także",
                "…",
            ]
        ),
        max_size=30,
    )
)
def test_one_verdict_a_line_and_a_reason_for_every_drop(lines: list[str]) -> None:
    verdicts = classify(lines)
    assert len(verdicts) == len(lines)
    for line, verdict in zip(lines, verdicts, strict=True):
        assert verdict.rule
        assert (verdict.reason is None) == verdict.keep
        assert (verdict.reason == "blank") == (not line)
    assert sum(verdict.rule == "headline" for verdict in verdicts) <= 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=60), max_size=15))
def test_nothing_raises(lines: list[str]) -> None:
    assert len(classify(lines)) == len(lines)
