"""List markers as the browser prints them or as the author typed them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.html.markers import ordinal, printed_marker
from pipeline.clean.html.parse import parse
from pipeline.clean.html.segment import segment


def lines(body):
    return [(item.marker, item.text) for item in segment(parse(f"<html><body>{body}</body></html>"))]


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        pytest.param("1. obieg dokumentów", "1.", "obieg dokumentów", id="number and dot"),
        pytest.param("12) obieg", "12)", "obieg", id="number and bracket"),
        pytest.param("a) obieg", "a)", "obieg", id="letter"),
        pytest.param("[3] obieg", "[3]", "obieg", id="square brackets"),
        pytest.param("(2) obieg", "(2)", "obieg", id="round brackets"),
        pytest.param("IV. Wnioski", "IV.", "Wnioski", id="roman"),
        pytest.param("1.2. obieg", "1.2.", "obieg", id="two levels"),
        pytest.param("- obieg", "-", "obieg", id="hyphen"),
        pytest.param("•obieg", "•", "obieg", id="bullet without space"),
        pytest.param("\uf0b7 obieg", "•", "obieg", id="bullet of a word processor"),
        pytest.param("1)obieg", "1)", "obieg", id="bracket without space"),
        pytest.param("1.05.2010 r. odbył się audit", None, "1.05.2010 r. odbył się audit", id="date"),
        pytest.param("10.30 spotkanie", None, "10.30 spotkanie", id="time"),
        pytest.param("– To sukces – mówi wójt.", None, "– To sukces – mówi wójt.", id="speech"),
        pytest.param("- To sukces - mówi wójt.", None, "- To sukces - mówi wójt.", id="speech with hyphens"),
        pytest.param("2010 rok", None, "2010 rok", id="year"),
        pytest.param("-5 stopni", None, "-5 stopni", id="minus"),
        pytest.param("W. Nowak", None, "W. Nowak", id="initial"),
    ],
)
def test_printed_marker(text, marker, rest):
    assert printed_marker(text) == (marker, rest)


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [(4, "decimal", "4"), (4, "lower-alpha", "d"), (28, "upper-alpha", "AB"), (9, "lower-roman", "ix"), (44, "upper-roman", "XLIV"),
     (7, "decimal-leading-zero", "07"), (0, "lower-alpha", "0"), (-2, "lower-roman", "-2")],
)  # fmt: skip
def test_ordinal(number, style, printed):
    assert ordinal(number, style) == printed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<ol><li>raz<li>dwa</ol>", [("1.", "raz"), ("2.", "dwa")], id="plain"),
        pytest.param("<ol start=4><li>raz<li>dwa</ol>", [("4.", "raz"), ("5.", "dwa")], id="start"),
        pytest.param("<ol type=a start=3><li>raz</ol>", [("c.", "raz")], id="letters"),
        pytest.param("<ol type=I><li>raz<li>dwa</ol>", [("I.", "raz"), ("II.", "dwa")], id="roman"),
        pytest.param("<ol><li>raz<li value=7>dwa<li>trzy</ol>", [("1.", "raz"), ("7.", "dwa"), ("8.", "trzy")], id="value"),
        pytest.param("<ol reversed><li>raz<li>dwa</ol>", [("2.", "raz"), ("1.", "dwa")], id="reversed"),
        pytest.param('<ol style="list-style-type:lower-alpha"><li>raz</ol>', [("a.", "raz")], id="style sheet"),
        pytest.param('<ol style="list-style: none"><li>raz</ol>', [(None, "raz")], id="no marker"),
        pytest.param("<ul><li>raz<li>dwa</ul>", [("-", "raz"), ("-", "dwa")], id="bullets"),
        pytest.param("<ul><li>1) raz<li>2) dwa</ul>", [("1)", "raz"), ("2)", "dwa")], id="typed numbers win over bullets"),
        pytest.param(
            "<ol><li>raz<ol type=a><li>pod raz<li>pod dwa</ol><li>dwa</ol>",
            [("1.", "raz"), ("a.", "pod raz"), ("b.", "pod dwa"), ("2.", "dwa")],
            id="nested",
        ),
        pytest.param(
            "<ol><li><p>raz</p><p>dalej</p><li>dwa</ol>", [("1.", "raz"), (None, "dalej"), ("2.", "dwa")], id="paragraphs"
        ),
        pytest.param("<ol><li></li><li>dwa</ol>", [("2.", "dwa")], id="an empty item counts"),
        pytest.param("<ol start=x><li>raz</ol>", [("1.", "raz")], id="broken start"),
        pytest.param(
            "<table><tr><td>1.<td>raz<tr><td>2.<td>dwa</table>", [("1.", "raz"), ("2.", "dwa")], id="numbers in cells"
        ),
        pytest.param("<p>-</p><p>raz</p><p>•</p><p>dwa</p>", [("-", "raz"), ("•", "dwa")], id="marker on its own line"),
        pytest.param("<p>raz<br>1. dwa<br>2. trzy</p>", [(None, "raz"), ("1.", "dwa"), ("2.", "trzy")], id="line breaks"),
    ],
)
def test_lists(body, expected):
    assert lines(body) == expected


@given(text=st.text(max_size=60))
def test_a_marker_and_the_rest_are_the_line(text):
    marker, rest = printed_marker(text)
    assert text.endswith(rest)
    assert (marker is None) == (rest == text)
