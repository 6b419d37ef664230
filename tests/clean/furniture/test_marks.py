"""Lines that say who wrote an article and when."""

import pytest

from pipeline.clean.furniture.marks import signed_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kowal, 12.03.2010", ("Jan Kowal", "2010-03-12")),
        ("12.03.2010 | Jan Kowal", ("Jan Kowal", "2010-03-12")),
        ("2021-07-09 14:12 (ola)", ("ola", "2021-07-09")),
        ("9 lipca 2021, (jk)", ("jk", "2021-07-09")),
        ("3 maja 2013 przez admin", ("", "2013-05-03")),
        ("Redakcja | 3 maja 2013", ("", "2013-05-03")),
        ("Biblioteka, 3 maja 2013", None),
        ("Zebranie odbyło się 9 lipca 2021 (jk)", None),
        ("Dział 3 (jk)", None),
    ],
)
def test_signed_date(text, expected):
    assert signed_date(text) == expected
