"""Numbers that style sheets give to lists."""

import pytest

from pipeline.clean.html.parse import parse
from pipeline.clean.html.segment import printed, segment


def lines(style, body):
    return [printed(item) for item in segment(parse(f"<html><head><style>{style}</style></head><body>{body}</body></html>"))]


TWO = "<li>obieg pism</li><li>szkolenia</li>"


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        pytest.param("ol.r { list-style-type: upper-roman }", f"<ol class='a r'>{TWO}</ol>", ["I.", "II."], id="class"),
        pytest.param(
            "#r{list-style:lower-alpha inside!important}", f"<ol id=r>{TWO}</ol>", ["a.", "b."], id="id and shorthand"
        ),
        pytest.param(".tresc ol{list-style:upper-alpha}", f"<div class=tresc><ol>{TWO}</ol></div>", ["A.", "B."], id="inside"),
        pytest.param(".inne ol{list-style:upper-alpha}", f"<ol>{TWO}</ol>", ["1.", "2."], id="inside something else"),
        pytest.param("ol.a,ol.b{list-style:lower-roman}", f"<ol class=b>{TWO}</ol>", ["i.", "ii."], id="several selectors"),
        pytest.param("ol,ul{list-style:none}", f"<ol>{TWO}</ol>", ["1.", "2."], id="a reset counts for nothing"),
        pytest.param("ol.x{list-style:none}", f"<ol class=x>{TWO}</ol>", ["", ""], id="none for one list"),
        pytest.param("ul.n{list-style:decimal}", f"<ul class=n>{TWO}</ul>", ["1.", "2."], id="numbers in ul"),
        pytest.param(
            "ol{list-style:lower-alpha}", f"<ol style='list-style:upper-roman'>{TWO}</ol>", ["I.", "II."], id="inline first"
        ),
        pytest.param("@media screen{ol.r{list-style:lower-alpha}}", f"<ol class=r>{TWO}</ol>", ["a.", "b."], id="media"),
        pytest.param("/* ol{list-style:lower-alpha} */ p{color:red}", f"<ol>{TWO}</ol>", ["1.", "2."], id="remark"),
        pytest.param(
            '.p{counter-reset:k;list-style:none}.p>li:before{content:counter(k) ") "}',
            f"<ol class=p>{TWO}</ol>",
            ["1)", "2)"],
            id="counter",
        ),
        pytest.param(
            "ol.p{counter-reset:k 4}.p li::before{content:'§ ' counter(k, upper-roman) '.'}",
            f"<ol class=p>{TWO}</ol>",
            ["§ V.", "§ VI."],
            id="counter from five",
        ),
        pytest.param(
            "li::before{content:counters(k,'.') ' '}",
            f"<ol><li>obieg<ol>{TWO}</ol></li></ol>",
            ["1", "1.1", "1.2"],
            id="nested counters",
        ),
        pytest.param("li::before{content:'» '}", f"<ol>{TWO}</ol>", ["1.", "2."], id="an arrow numbers nothing"),
        pytest.param("ol{{{list-style", f"<ol>{TWO}</ol>", ["1.", "2."], id="broken"),
    ],
)
def test_numbers(style, body, expected):
    texts = ["obieg", "obieg pism", "szkolenia"][-len(expected) :]
    assert lines(style, body) == [f"{marker} {text}".strip() for marker, text in zip(expected, texts, strict=True)]


@pytest.mark.parametrize(
    "unit", ["/*", "{", "}", ";list-style:", "ol ", ",", "content:counter(", '"', "li::before{content:counter(k)}"]
)
def test_hostile_sheets_are_read(unit):
    assert lines("list-style counter " + unit * 20_000, f"<ol>{TWO}</ol>")
