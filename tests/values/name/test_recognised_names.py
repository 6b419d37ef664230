"""Where full names stand in a text, and where something only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.name.recognise import find_persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wręczył je Janowi Wronie.", ["Jan Wrona"]),
        ("Ewa Lis i Adam Kos", ["Ewa Lis", "Adam Kos"]),
        ("Anny Maj-Kowalskiej", ["Anna Maj-Kowalska"]),
        ("Pana Tomasza Ryby", ["Tomasz Ryba"]),
        ("burmistrz miasta Jarosław Anna Kot", ["Anna Kot"]),
        ("JAN PIETRASZEK", ["Jan Pietraszek"]),
        ("J. Zawadzki podpisał", ["J. Zawadzki"]),
        ("przy ul. Jana Kilińskiego", []),
        ("Szkoła im. Marii Dąbrowskiej", []),
        ("kościół św. Jana Chrzciciela", []),
        ("Pogratulował im Jan Wrona", ["Jan Wrona"]),
        ("Rada Miasta Uchwaliła Budżet", []),
        ("Urząd Miasta Legnica", []),
        ("", []),
    ],
    ids=str,
)
def test_find_persons(text, expected):
    assert [name for _, _, name in find_persons(text)] == expected


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(alphabet="JanAdEw Nowakis.-–\n'KĄ,", max_size=60))
def test_offsets_lie_in_the_text_and_do_not_overlap(text):
    end = 0
    for start, stop, name in find_persons(text):
        assert end <= start < stop <= len(text)
        assert name
        end = stop
