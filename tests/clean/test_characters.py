from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.clean.characters import tidy_line, unify_breaks


@pytest.mark.parametrize(
    ("line", "tidy"),
    [
        ("\uf0b7\u00a0sprawna obsługa", "• sprawna obsługa"),
        ("\uf0a7czysty ratusz", "• czysty ratusz"),
        ("Polub nas \uf09a na profilu", "Polub nas na profilu"),
        ("gmi\u00adna", "gmina"),
        ("samorzą\u00ad", "samorzą\u00ad"),
        ("Urząd\u200b Gminy\ufeff", "Urząd Gminy"),
        ("12\u2009000\u202fzł", "12 000 zł"),
        ("z\u0307o\u0301łw".replace("z\u0307", "ż").replace("ó", "o\u0301"), "żółw"),
        ("22\u2011678", "22-678"),
        ("\u00ad", ""),
    ],
    ids=[
        "Word bullet and no-break space", "glued Word bullet", "icon in a line", "soft hyphen", "soft hyphen at the end stays",
        "zero width", "thin spaces", "decomposed letters", "no-break hyphen", "nothing but a soft hyphen",
    ],
)  # fmt: skip
def test_tidy(line: str, tidy: str) -> None:
    assert tidy_line(line) == tidy


def test_breaks() -> None:
    assert unify_breaks("a\r\nb\rc\x0bd\x0ce\u2028f\x85g") == "a\nb\nc\nd\ne\nf\ng"


@example("\xad\r0")
@example("a \xad b")
@example("a\xad\u0301")
@given(st.text(max_size=80))
def test_idempotent_and_composed(text: str) -> None:
    line = tidy_line(text.replace("\n", " "))
    assert tidy_line(line) == line
    assert line == unicodedata.normalize("NFC", line)
    assert line == line.strip()
