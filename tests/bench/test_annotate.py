"""Components on texts made to be slow, without a model: no rule looks back over everything before it."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.load import COMPONENTS

PIECES = {
    "story": "Burmistrz Jan Wrona i skarbnik Ewa Lis, sekretarz gminy, mówili o zastępcy wójta. ",
    "functions": "burmistrz i ",
    "names": "Jan Wrona, ",
    "speakers": "radni na sesji w wolnych wnioskach mówił Jan Wrona ",
    "lines": "Burmistrz\nJan Wrona\n",
    "marks": "pełnomocnik ds. „",
    "sentences": "Urząd Miasta Łężyce ma certyfikat ISO 9001 ważny do maja 2031 r. ",
    "bodies": "Jednostka Certyfikująca ",
    "places": "w Łężycach i ",
    "findings": "Mocne strony: 1) ład, ",
    "commas": ", ",
}


ENDLESS = [
    "w 2010 r. Urząd ",
    "certyfikat z 5 maja, ",
    "5 maja i ",
    ", że w 2010 r. Urząd",
    "Dokument do 5 maja.\n",
    "12.05. 1.06. - ",
]
"""One sentence of the whole text, or dates on every line."""


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in COMPONENTS:
        pipeline.add_pipe(name)
    return pipeline


@pytest.mark.parametrize("unit", PIECES.values(), ids=PIECES.keys())
@pytest.mark.parametrize("component", COMPONENTS)
def test_components(nlp, component, unit, is_linear):
    is_linear(nlp.get_pipe(component), unit, start=2_000, largest=50_000, prepare=lambda text: _before(nlp, component, text))


@pytest.mark.parametrize("unit", ENDLESS)
def test_dates_in_endless_sentences(nlp, unit, is_linear):
    component = "magistrat_dates"
    is_linear(nlp.get_pipe(component), unit, start=8_000, largest=50_000, prepare=lambda text: _before(nlp, component, text))


def _before(nlp, component, text):
    """The document as it reaches the component."""
    doc = nlp.make_doc(text)
    for name in COMPONENTS[: COMPONENTS.index(component)]:
        doc = nlp.get_pipe(name)(doc)
    return doc
