"""Time grows with the text, also in one endless sentence: „w 2010 r. Urząd w 2010 r. Urząd …"."""

from __future__ import annotations

import time

import pytest
import spacy

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(
    "unit",
    [
        "w 2010 r. Urząd ",
        "certyfikat z 5 maja, ",
        "5 maja i ",
        ", że w 2010 r. Urząd",
        "Dokument do 5 maja.\n",
        "12.05. 1.06. - ",
    ],
)
def test_time_is_linear(unit):
    nlp = spacy.blank("pl")
    for name in ("magistrat_sentences", "magistrat_morphology", "magistrat_dates"):
        nlp.add_pipe(name)
    nlp(unit * 10)

    def seconds(size):
        start = time.process_time()
        nlp((unit * size)[:size])
        return time.process_time() - start

    assert seconds(60_000) < 10 * seconds(15_000)
