"""Captions are blocks of their own kind or named as dropped; numbers that style sheets print before paragraphs are written."""

import pytest

from pipeline.clean.html import extract
from pipeline.clean.html.parse import parse
from pipeline.clean.html.segment import printed, segment
from pipeline.schema import Source

LEAD = "Urząd Gminy Wierzbowo utrzymał certyfikat zgodności z normą PN-EN ISO 9001:2009, ogłosił wójt Jan Śliwa na sesji rady gminy."
MORE = "Zespół auditorów spędził w urzędzie dwa dni i rozmawiał z kierownikami wszystkich referatów o skargach mieszkańców."


def draft(inner, above=""):
    html = f"<html><body><h1>Certyfikat zostaje</h1>{above}<div id=tresc><p>{LEAD}</p>{inner}<p>{MORE}</p></div></body></html>"
    return extract(Source(source="a.html", content=html, media="html"))


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param("<figure><img><figcaption>Wójt odbiera dokument</figcaption></figure>", id="figure"),
        pytest.param("<div class=obraz><img><p class=podpis>Wójt odbiera dokument</p></div>", id="podpis"),
        pytest.param("<p class='wp-caption-text'>Wójt odbiera dokument</p>", id="wordpress"),
    ],
)
def test_captions_in_the_text_are_blocks(figure):
    assert ("caption", "Wójt odbiera dokument") in [(block.kind, block.text) for block in draft(figure).blocks]


def test_captions_above_the_text_are_dropped_as_such():
    found = draft("", "<figure><img><figcaption>Wójt odbiera dokument</figcaption></figure>")
    assert "Wójt odbiera dokument" not in [block.text for block in found.blocks]
    assert ("Wójt odbiera dokument", "caption") in [(item.text, item.reason) for item in found.dropped]


def test_captions_that_name_a_photographer_are_dropped():
    found = draft("<figure><img><figcaption>Wójt z dokumentem. Fot. Anna Lis</figcaption></figure>")
    assert all(block.kind != "caption" for block in found.blocks)


@pytest.mark.parametrize(
    ("css", "body", "lines"),
    [
        pytest.param(
            ".p{counter-increment:n} .p::before{content:counter(n) ') '}",
            "<p class=p>obieg pism</p><p>Zwykły.</p><p class=p>karty usług</p>",
            ["1) obieg pism", "Zwykły.", "2) karty usług"],
            id="paragraphs",
        ),
        pytest.param(
            ".l{counter-reset:n} .p{counter-increment:n} .p:before{content:counter(n, lower-alpha) '.'}",
            "<div class=l><div class=p>raz</div></div><div class=l><div class=p><p>znów</p><p>dalej</p></div></div>",
            ["a. raz", "a. znów", "dalej"],
            id="reset, letters, first line only",
        ),
        pytest.param(
            "body{counter-reset:n 6} .p:before{counter-increment:n 2; content:'§ ' counter(n)}",
            "<p class=p>raz</p><p class=p></p><p>po pustym</p>",
            ["§ 8 raz", "po pustym"],
            id="steps in ::before, an empty paragraph",
        ),
        pytest.param(".p::before{content:'→ '}", "<p class=p>raz</p>", ["raz"], id="no counter"),
    ],
)
def test_counters_before_paragraphs(css, body, lines):
    page = parse(f"<html><head><style>{css}</style></head><body>{body}</body></html>")
    assert [printed(item) for item in segment(page)] == lines
