"""The readings of a name that were weighed: the first is the nominative, the rivals stay visible, the text around decides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.values.name import nominative
from pipeline.values.name.weighed import weigh

LETTERS = st.text(alphabet="aąbcćdeęikłlmnoóprsśtuwyzźżAKMNSZŁ -–'.", max_size=30)
TEXT = "Umowę podpisano wczoraj.\nObecny był {} oraz wielu gości."


@settings(max_examples=150, deadline=None, derandomize=True)
@given(LETTERS, st.sampled_from(["person", "organization", "place"]))
def test_the_first_reading_is_the_nominative_and_scores_are_finite(name, kind):
    found = weigh(name, kind)
    assert all(abs(reading.score) < 1000 for reading in found)
    assert len({reading.name for reading in found}) == len(found)
    if found:
        assert found[0].name == nominative(name, kind)


@pytest.mark.parametrize(
    ("name", "kind", "rivals"),
    [
        ("Jana Wasilejki", "person", ["Jan Wasilejko", "Jan Wasilejka"]),
        ("Sobiejuchowie", "place", ["Sobiejuchów", "Sobiejuchowo"]),
        ("Klubie Tanecznym", "organization", ["Klub Taneczny"]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_rivals_are_shown_with_what_spoke_for_them(name, kind, rivals):
    found = weigh(name, kind)
    assert [reading.name for reading in found[: len(rivals)]] == rivals
    assert all(reading.why for reading in found)
    assert [r.score for r in found[: len(rivals)]] == sorted((r.score for r in found[: len(rivals)]), reverse=True)


@pytest.mark.parametrize("surname", ["Wasilejko", "Wasilejka"])
def test_the_text_decides_between_two_surnames_with_one_genitive(surname):
    assert nominative("Jana Wasilejki", "person", TEXT.format(f"Jan {surname}")) == f"Jan {surname}"


@pytest.mark.parametrize("town", ["Sobiejuchów", "Sobiejuchowo"])
def test_the_text_decides_between_two_towns_with_one_locative(town):
    assert nominative("Sobiejuchowie", "place", TEXT.format(f"wójt gminy {town}")) == town


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="unknown kind of name 'ship'"):
        weigh("Batory", "ship")
