"""Why an article's place is what it is, in the terminal."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from pipeline.run.extractor import Extractor
from pipeline.run.show.places import place_story
from pipeline.run.show.terminal import renderables
from pipeline.schema import Article, content_id
from pipeline.settings import Settings


@pytest.fixture(scope="module")
def extractor():
    return Extractor(Settings(model="none"))


def told(extractor, text):
    article = Article(id=content_id("x", text), source="x", text=text, title=text.split("\n")[0])
    return article, place_story(article, extractor.mentions(article))


VERDICTS = {
    "homonym by its county": (
        "Audyt\nUrząd Gminy w Lipnie ma certyfikat. Gościem był starosta lipnowski.",
        "Lipno (TERC 0408062)",
    ),
    "homonym left open": ("Audyt\nUrząd Gminy w Dąbrowie ma certyfikat.", "Dąbrowa (no code: "),
    "not in the register": ("Audyt\nUrząd Gminy w Sławutowicach ma certyfikat.", "Sławutowice (not in the register)"),
    "too weak": ("Pani Ewa studiowała w Toruniu i lubi szachy.", "none: the best name has 0.0 points, 0.8 are needed"),
    "survey": (
        "Trzy urzędy\nCertyfikaty mają Urząd Miejski w Mońkach, Urząd Gminy w Jaświłach i Urząd Miejski w Goniądzu.",
        "none: several offices, none of them ahead",
    ),
    "nothing named": ("Audyt trwał dwa dni.", "none: neither the text nor the address names a place"),
}


@pytest.mark.parametrize(("text", "verdict"), VERDICTS.values(), ids=VERDICTS)
def test_verdict(extractor, text, verdict):
    assert told(extractor, text)[1].verdict.startswith(verdict)


def test_every_weighed_name_tells_its_points_evidence_and_homonyms(extractor):
    _, story = told(extractor, *VERDICTS["homonym by its county"][:1])
    first, second = story.weighed[:2]
    assert first.startswith("gmina Lipno 6.0 (text 6.0, address 0.0; inside, place.office); 0408011 urban in powiat lipnowski")
    assert "3013022 rural in powiat leszczyński" in first
    assert second.startswith("powiat lipnowski ")


def test_printed_forms_tell_the_nominatives_that_were_weighed(extractor):
    _, story = told(extractor, *VERDICTS["homonym by its county"][:1])
    (form,) = story.printed
    assert (form.printed, form.chosen) == ("Lipnie", "Lipno")
    assert {"Lipno", "Lipna"} <= {reading.name for reading in form.readings}


def test_the_terminal_prints_the_verdict_and_no_control_character(extractor):
    article, story = told(extractor, "Audyt\nUrząd Gminy w Lipnie\x1b[31m ma certyfikat.")
    out = StringIO()
    console = Console(file=out, width=300)
    for part in renderables(extractor.record(article), article, story):
        console.print(part)
    assert "how the place was chosen: Lipno" in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()
