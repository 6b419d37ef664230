"""„Norma | Ważny do": roles that the head of a table's column gives. All tables are invented."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.base import Context, mentions_of, set_context
from pipeline.values import morph

pytestmark = pytest.mark.skipif(not morph.available(), reason="lemmas need Morfeusz")


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("pl")
    for name in ("sentences", "morphology", "standards", "dates"):
        pipeline.add_pipe(f"magistrat_{name}", config={"trained": False} if name == "dates" else {})
    return pipeline


def roles(nlp, text):
    doc = nlp.make_doc(text)
    set_context(doc, Context(published="2021-09-01"))
    return [m.value["role"] for m in mentions_of(nlp(doc)) if m.kind == "dates"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("Data wydania | Ważność", ["awarded", "valid_until"], id="validity"),
        pytest.param("Wydano | Ważny do", ["awarded", "valid_until"], id="until"),
        pytest.param("Ważny od | Ważny do dnia", ["valid_from", "valid_until"], id="from-until"),
        pytest.param("Pierwsze wydanie | Termin ważności", ["first_awarded", "valid_until"], id="first"),
        pytest.param("Data audytu | Data wygaśnięcia", ["audit", "valid_until"], id="audit"),
        pytest.param("Uchwała z dnia | Data przyznania", ["other", "awarded"], id="resolution"),
    ],
)
def test_head_of_a_column(nlp, head, expected):
    text = f"Certyfikaty spółki\nNorma | {head}\nISO 9001 | 2.03.2018 | 1.03.2021\nISO 14001 | 5.04.2019 | 4.04.2022"
    assert roles(nlp, text) == expected * 2


def test_a_head_that_says_nothing_leaves_it_to_the_row(nlp):
    assert roles(nlp, "Norma | Uwagi\nISO 9001 | certyfikat ważny do 1.03.2021\nISO 14001 | brak") == ["valid_until"]


def test_tables_of_other_things_have_no_roles(nlp):
    assert roles(nlp, "Ulica | Termin\nPolna | 2.03.2018\nLeśna | 5.03.2018") == ["other", "other"]
