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
}

NOT_FOUND = {
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
