import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate import MarkupError, parse

BROKEN = {
    "unclosed": "wręczono <date>2 maja 2011 r.",
    "closed out of order": "<official><date>x</official></date>",
    "closes nothing": "burmistrz</official>",
    "unknown tag": "<burmistrz>Jan</burmistrz>",
    "malformed attribute": "<standard id=ISO>ISO 9001</standard>",
    "stray bracket": "temperatura < 5 stopni",
    "empty mark": "<finding> </finding>",
}


@pytest.mark.parametrize("marked", BROKEN.values(), ids=BROKEN.keys())
def test_broken_markup_is_refused(marked):
    with pytest.raises(MarkupError):
        parse(marked)


def test_offsets_and_attributes():
    text, marks = parse(
        'Odebrał ją <official name="Jan Nowak" role="wójt">Jana Nowaka</official> z <standard>ISO 9001</standard>.'
    )
    assert text == "Odebrał ją Jana Nowaka z ISO 9001."
    assert [(m.kind, text[m.start : m.end], m.value) for m in marks] == [
        ("official", "Jana Nowaka", "Jan Nowak"),
        ("standard", "ISO 9001", "ISO 9001"),
    ]
    assert marks[0].attributes["role"] == "wójt"


def test_nested_marks_come_in_opening_order():
    text, marks = parse('<finding kind="strength">praca <official name="Ewa Lis">Ewy Lis</official></finding>')
    assert [m.kind for m in marks] == ["finding", "official"]
    assert marks[0].text == text == "praca Ewy Lis"


@given(
    st.lists(
        st.tuples(st.text("ąę xyz.\n", max_size=8), st.text("ABCż ", min_size=1, max_size=6).filter(str.strip)), max_size=6
    )
)
def test_every_mark_points_at_its_characters(pieces):
    marked = "".join(f"{before}<date>{inside}</date>" for before, inside in pieces)
    text, marks = parse(marked)
    assert text == "".join(before + inside for before, inside in pieces)
    assert [text[m.start : m.end] for m in marks] == [inside for _, inside in pieces]
