from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.mojibake import repair

LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"


def misread(text: str, page: str) -> str:
    return "".join(
        "".join(bytes([b]).decode(page, "ignore") or chr(b) for b in char.encode()) if ord(char) > 127 else char
        for char in text
    )


@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp1250", "iso8859-2"])
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_from_every_page(letter: str, page: str) -> None:
    # Ś of windows-1250 looks like Ź of ISO-8859-2: another letter tells which page it was
    assert repair(misread(f"ł{letter}y", page)) == f"ł{letter}y"


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("wÃ³jt goÅ›ciÅ‚ radnych", "wójt gościł radnych"),
        ("bÄ™dÄ… chwalić zwierzÄ™ta", "będą chwalić zwierzęta"),
        ("ÅšwiÄ…teczny kiermasz â€“ zaproszenie", "Świąteczny kiermasz – zaproszenie"),
        ("â€žPod dÄ™bemâ€ť", "„Pod dębem”"),
    ],
    ids=["whole words", "sound letters beside broken ones", "a dash after letters", "quotes through two pages"],
)
def test_words(broken: str, sound: str) -> None:
    assert repair(broken) == sound


@pytest.mark.parametrize(
    "text",
    ["Zażółć gęślą jaźń", "Äpfel und Öl", "Ångström, Åland", "cena â€“ 5 zł", "", "ISO 9001:2015", "Müller, Ďurica, Ĺ"],
    ids=["Polish", "German", "Swedish", "signs alone prove nothing", "empty", "ASCII", "other letters"],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet=LETTERS + "abcdefghij ABC„”–,.", max_size=60), st.sampled_from(["cp1252", "cp1250", "iso8859-2"]))
def test_round_trip_and_idempotent(text: str, page: str) -> None:
    assert repair(text) == text
    broken = misread(f"ł{text}", page)
    assert repair(broken) == f"ł{text}"
    assert repair(repair(broken)) == repair(broken)
