"""Where items begin and end, whatever the list is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.enumeration import flowing, headed, segment, sentences

LISTS = {
    "brackets": ("Lead:\n1) pies,\n2) kot.", ["pies", "kot"]),
    "dots": ("Lead\n1. Pies.\n2. Kot.", ["Pies", "Kot"]),
    "dot and bracket": ("Lead: 1.) pies 2.) kot", ["pies", "kot"]),
    "both brackets": ("Lead: (1) pies, (2) kot", ["pies", "kot"]),
    "square": ("Lead:\n[1] pies\n[2] kot", ["pies", "kot"]),
    "letters": ("Lead: a) pies, b) kot oraz c) mysz. Koniec.", ["pies", "kot oraz", "mysz"]),
    "capital letters": ("Lead:\nA) pies\nB) kot", ["pies", "kot"]),
    "Roman": ("Lead:\nI. Pies\nII. Kot\nIII. Mysz", ["Pies", "Kot", "Mysz"]),
    "small Roman": ("Lead:\ni) pies\nii) kot\niii) mysz", ["pies", "kot", "mysz"]),
    "bullets": ("Lead:\n• pies\n• kot", ["pies", "kot"]),
    "double marker": ("Lead:\n • - pies,\n • - kot,", ["pies", "kot"]),
    "mixed dashes": ("Lead:\n- pies\n– kot\n— mysz", ["pies", "kot", "mysz"]),
    "dash glued": ("Lead:\n-pies\n-kot", ["pies", "kot"]),
    "dash alone": ("Lead:\n-\npies\n-\nkot", ["pies", "kot"]),
    "inline bullets": ("Lead: • pies • kot", ["pies", "kot"]),
    "inline dashes": ("Lead: - pies, - kot, - mysz.", ["pies", "kot", "mysz"]),
    "inline without punctuation": ("1. Pies 2. Kot 3. Mysz", ["Pies", "Kot", "Mysz"]),
    "bullet and number": ("• 9. Pies • 10. Kot", ["Pies", "Kot"]),
    "abbreviation keeps its dot": ("Lead:\n1) wpłata 20 zł.\n2) rok 2010 r.", ["wpłata 20 zł.", "rok 2010 r."]),
    "conjunction behind the separator": ("Lead:\n- pies, oraz\n- kot.", ["pies", "kot"]),
    "item goes on in the next line": (
        "Lead:\n1) pies, który pilnuje domu i szczeka na wszystkich\nprzechodniów,\n2) kot.",
        ["pies, który pilnuje domu i szczeka na wszystkich\nprzechodniów", "kot"],
    ),
    "page number inside an item": (
        "Lead:\n1) pies, który pilnuje domu i szczeka na wszystkich\n– 3 –\nprzechodniów,\n2) kot.",
        ["pies, który pilnuje domu i szczeka na wszystkich\n– 3 –\nprzechodniów", "kot"],
    ),
    "reference to a law inside": (
        "Lead:\n1) naruszenie art. 5 ust. 2 pkt 3) ustawy,\n2) kot",
        ["naruszenie art. 5 ust. 2 pkt 3) ustawy", "kot"],
    ),
    "ordinal inside": ("Lead:\n1. Spis na 3. piętrze.\n2. Kot", ["Spis na 3. piętrze", "Kot"]),
    "one a line": ("Lead:\npies,\nkot,\nmysz.", ["pies", "kot", "mysz"]),
    "semicolons": ("Lead: pies; kot; mysz.", ["pies", "kot", "mysz"]),
    "first without number": ("Lead: pies,\n2) kot,\n3) mysz", ["pies", "kot", "mysz"]),
    "empty markers are no items": ("Lead:\n1.\n2.\n3.", []),
    "speech is no item": ("Lead:\n- pies,\n- kot.\n– Lubimy je – mówi Jan.", ["pies", "kot"]),
    "item with a dash inside": ("Lead:\n– Pies – stróż,\n– Kot – łowca.", ["Pies – stróż", "Kot – łowca"]),
    "one number missing": ("Lead:\n1) pies\n3) kot", ["pies", "kot"]),
}

NO_LISTS = {
    "a date": "Sesja odbyła się 3. maja. W dniu 4. czerwca ogłoszono wyniki.",
    "a law": "Na podstawie art. 7 ust. 1 pkt 2) i 3) ustawy wójt zarządza.",
    "one ordinal at a line's start": "13. rocznica nadania praw.\nByło pięknie.",
    "one dash": "Wójt – jak mówił – czeka.",
    "an initial": "A. Nowak i B. Kos byli na sali.",
    "a phone": "Tel. 12) 345",
    "an amount": "Zapłacono 1.234,50 zł i 2.000,00 zł.",
    "a colon alone": "Wójt powiedział: dziękuję.",
}


def _items(text: str) -> list[str]:
    return [text[i.start : i.end] for e in segment(text) for i in e.items]


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_items(text: str, expected: list[str]) -> None:
    assert _items(text) == expected


@pytest.mark.parametrize("text", NO_LISTS.values(), ids=NO_LISTS.keys())
def test_no_list(text: str) -> None:
    assert _items(text) == []


def test_levels_and_leads() -> None:
    text = "Uwagi\nStwierdzono:\n1. W kadrach:\na) pies,\nb) kot.\n2. W kasie:\na) mysz,\nb) szczur."
    outer, first, second = segment(text)
    assert [text[a:b] for a, b in outer.leads] == ["Uwagi", "Stwierdzono:"]
    assert [(i.number, i.marker, i.level, i.heads) for i in outer.items] == [(1, "1.", 1, True), (2, "2.", 1, True)]
    assert [text[a:b] for a, b in first.leads] == ["Uwagi", "Stwierdzono:", "W kadrach:"]
    assert [(i.number, i.marker, i.level) for i in second.items] == [(None, "a)", 2), (None, "b)", 2)]


def test_a_lead_between_items_opens_an_enumeration_of_its_own() -> None:
    text = "Mocne strony:\n1. pies;\n2. kot.\nSłabe strony:\n3. mysz."
    assert [(text[slice(*e.leads[-1])], len(e.items)) for e in segment(text)] == [("Mocne strony:", 2), ("Słabe strony:", 1)]


def test_a_bullet_with_a_colon_heads_the_bullets_below() -> None:
    text = "Zwierzęta\n- W lesie:\n- pies\n- kot\n- W domu:\n- mysz"
    assert [(text[slice(*e.leads[-1])], len(e.items)) for e in segment(text)] == [("W lesie:", 2), ("W domu:", 1)]


def test_first_item_behind_a_conjunction() -> None:
    text = "Zauważono, że pies śpi,\n2) kot śpi,\n3) mysz nie śpi."
    (found,) = segment(text)
    assert found.lead is not None
    assert (text[slice(*found.lead)], [text[i.start : i.end] for i in found.items]) == (
        "Zauważono, że",
        ["pies śpi", "kot śpi", "mysz nie śpi"],
    )


@pytest.mark.parametrize(
    ("last", "items"),
    [("– mówi Jan Kos.", 2), ("– wylicza sołtys wsi.", 2), ("– informuje o lesie,", 3)],
    ids=["a name", "an office", "an item with a verb of speaking"],
)
def test_who_said_it_is_no_item(last: str, items: int) -> None:
    assert len(_items(f"W lesie:\n– śpi pies,\n– śpi kot\n{last}")) == items


def test_lead_inline_is_its_sentence() -> None:
    text = "Było zimno. W lesie żyją: 1) pies, 2) kot."
    (found,) = segment(text)
    assert found.lead is not None
    assert text[slice(*found.lead)] == "W lesie żyją:"


def test_sentences_keep_abbreviations_together() -> None:
    text = "Dn. 5 maja 2010 r. przy ul. Polnej stał p.o. wójta J. Kos. Padało. Tak!"
    assert [text[a:b] for a, b in sentences(text)] == [
        "Dn. 5 maja 2010 r. przy ul. Polnej stał p.o. wójta J. Kos.",
        "Padało.",
        "Tak!",
    ]


def test_flowing_sentences_cross_a_broken_line() -> None:
    text = "Certyfikat potwierdza rozwój miasta i zadowolenie\nmieszkańców. Koniec."
    assert [text[a:b] for a, b in flowing(text)] == [
        "Certyfikat potwierdza rozwój miasta i zadowolenie\nmieszkańców.",
        "Koniec.",
    ]


PIECES = st.sampled_from(
    [
        "1)",
        "2)",
        "3.",
        "a)",
        "b)",
        "- ",
        "• ",
        "•",
        "\n",
        " ",
        ":",
        ";",
        ",",
        ".",
        "Uwagi",
        "brak spisu",
        "pies",
        "IV.",
        "(1)",
        "[2]",
        "r.",
        "\uf0b7",
        "2010",
    ]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_point_at_the_text(text: str) -> None:
    for enumeration in segment(text):
        assert enumeration.items
        ends = [i.start for i in enumeration.items]
        assert ends == sorted(ends)
        for item in enumeration.items:
            printed = text[item.start : item.end]
            assert 0 <= item.start < item.end <= len(text)
            assert printed == printed.strip()
            assert not printed.endswith((",", ";"))
            assert item.level >= 1
        for start, end in enumeration.leads:
            assert 0 <= start < end <= len(text)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    segment(text)


HEADED = {
    "phrases": (
        "Tytuł\nRasy psów\njamnik krótkowłosy\nowczarek podhalański\nInne",
        ["jamnik krótkowłosy", "owczarek podhalański"],
    ),
    "sentences": ("Tytuł\nRasy psów\nJamnik kopie.\nOwczarek pilnuje.\nInne", ["Jamnik kopie", "Owczarek pilnuje"]),
    "separators": ("Tytuł\nRasy psów\njamnik,\nowczarek.\ninne", ["jamnik", "owczarek"]),
    "counted heading": ("Tytuł\n2. Rasy psów\njamnik\nowczarek\nInne", ["jamnik", "owczarek"]),
    "one line is no list": ("Tytuł\nRasy psów\njamnik\nInne psy", []),
    "a paragraph is no item": ("Tytuł\nRasy psów\nJamnik kopie. Owczarek pilnuje.\nPudel siedzi.", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADED.values(), ids=HEADED.keys())
def test_lines_under_a_heading(text: str, expected: list[str]) -> None:
    found = headed(text, [], lambda head: text[slice(*head)] == "Rasy psów")
    assert [text[i.start : i.end] for e in found for i in e.items] == expected


def test_a_heading_on_the_first_line() -> None:
    text = "Rasy psów\njamnik krótkowłosy\nowczarek podhalański"
    found = headed(text, [], lambda head: text[slice(*head)] == "Rasy psów")
    assert [text[i.start : i.end] for e in found for i in e.items] == ["jamnik krótkowłosy", "owczarek podhalański"]


def test_one_item_of_a_second_level_behind_a_colon() -> None:
    text = "Zakupy:\n1. Kuchnia:\n- mąka,\n- sól.\n2. Pralnia:\n- mydło."
    deeper = [[text[i.start : i.end] for i in e.items] for e in segment(text) if e.level == 2]
    assert deeper == [["mąka", "sól"], ["mydło"]]


def test_one_dash_below_an_item_without_a_colon_is_no_list() -> None:
    text = "Zakupy:\n1. Kuchnia\n- duża.\n2. Pralnia"
    assert [e.level for e in segment(text)] == [1]
