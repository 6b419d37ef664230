"""What a control looked into and when it took place, its stages, what is ahead, scenes of award. All sentences are invented."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")
COMPONENTS = ("sentences", "morphology", "standards", "certifiers", "dates")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in COMPONENTS:
        pipeline.add_pipe(f"magistrat_{name}", config={"trained": False} if name == "dates" else {})
    return pipeline


def roles(nlp, text):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published="2018-06-11"))
    return [m.value["role"] for m in mentions_of(nlp(doc)) if m.kind == "dates"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zakresem kontroli objęto naliczanie podatku w latach 2015-2016.", ["other"], id="scope-years"),
        pytest.param("Przedmiotem audytu było wydawanie zezwoleń w 2015 r.", ["other"], id="subject-of-an-audit"),
        pytest.param("Zakres kontroli przeprowadzonej w latach 2015-2016 był wąski.", ["audit"], id="a-control-held"),
        pytest.param("Kontrolą objęto okres od 1 maja 2015 r. do dnia kontroli.", ["other"], id="period-with-an-open-end"),
        pytest.param("Kontrola obejmowała 2015 rok.", ["other"], id="a-year-covered"),
        pytest.param("Izba objęła kontrolą w 2015 r. dwie szkoły.", ["audit"], id="schools-covered-in-a-year"),
        pytest.param("Kontrolą objęto bibliotekę w maju 2015 r.", ["audit"], id="a-library-covered"),
    ],
)
def test_controlled_period(nlp, text, expected):
    assert roles(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Audit był dwudniowy: pierwsza część odbyła się 7 maja.", ["audit"], id="part-of-an-audit"),
        pytest.param("Audyt rozbito na dwie tury. Turę zdalną przeprowadzono 7 maja.", ["audit"], id="remote-part"),
        pytest.param("Audyt wypadł dobrze. Drugi etap remontu zakończono 7 maja.", ["other"], id="stage-of-the-works"),
        pytest.param("Po audycie ruszyła przebudowa. Drugi etap zakończono 7 maja.", ["other"], id="stage-behind-an-audit"),
        pytest.param("Audytorki połączyły się z urzędem 7 maja przez internet.", ["audit"], id="remote-audit"),
        pytest.param("Starosta połączył się z nami 7 maja. Audyt trwa.", ["other"], id="another-call"),
        pytest.param("W marcu 2019 r. trzeba przystąpić do recertyfikacji.", ["audit"], id="recertification-faced"),
        pytest.param("W marcu 2019 r. podejdziemy do kolejnego audytu.", ["audit"], id="another-audit-faced"),
        pytest.param("W marcu 2019 r. przystąpimy do pisania procedur przed audytem.", ["other"], id="procedures-begun"),
        pytest.param("Był to nadzór po recertyfikacji z 2016 roku.", ["awarded"], id="year-of-a-recertification"),
        pytest.param("Był to nadzór po recertyfikacji z maja 2016 roku.", ["audit"], id="month-of-a-recertification"),
    ],
)
def test_stages_and_audits_ahead(nlp, text, expected):
    assert roles(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sesja, która odbyła się 7 maja, trwała długo. Zanim radni zaczęli obrady, TÜV NORD wręczył wójtowi certyfikat ISO.",
            ["awarded"],
            id="before-the-debate",
        ),
        pytest.param(
            "7 maja odbyło się zebranie. Na początku prezes PCBC wręczył wójtowi certyfikat ISO.", ["awarded"], id="beginning"
        ),
        pytest.param("7 maja odbyło się zebranie. Najpierw wybrano władze. Mamy certyfikat.", ["other"], id="nothing-given"),
        pytest.param(
            "7 maja odbyło się zebranie. Na początku mówiono o tym, że w 2012 r. wręczono nam certyfikat.",
            ["other", "awarded"],
            id="given-on-another-day",
        ),
        pytest.param("7 maja zamknięto most. Najpierw wójt odebrał certyfikat.", ["other"], id="no-occasion"),
    ],
)
def test_scene_of_an_award(nlp, text, expected):
    assert roles(nlp, text) == expected
