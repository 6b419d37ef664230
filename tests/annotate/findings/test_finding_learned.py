"""The model of findings in running text: what it adds to the rules, and what it must never do."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.findings import find_findings, testimony
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.learned import model, read, untaken
from pipeline.annotate.findings.learned.candidates import candidates
from pipeline.annotate.findings.learned.context import NAMES, Judged, in_context
from pipeline.annotate.findings.learned.enumerations import list_judge
from pipeline.annotate.findings.learned.model import KINDS, load, slots
from pipeline.annotate.findings.learned.surroundings import Surroundings
from pipeline.values.enumeration import segment, sentences
from pipeline.values.phrase import words

STORY = "Kontrola w żłobku dobiegła końca. Inspektorki wytknęły brak osłon na grzejnikach, za to pochwaliły ład w kuchni."


def told(text: str, *, learned: bool = True) -> list[tuple[str, str]]:
    """Words and kind of what was found."""
    return [(text[f.start : f.end], f.kind) for f in find_findings(text, learned=learned)]


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        pytest.param(
            "Chwalili dobry ład, pewny skład i czysty dach.",
            ("dobry ład", "pewny skład", "czysty dach"),
            id="a chain of noun phrases",
        ),
        pytest.param("Uznali, że spis jest niepełny.", ("spis jest niepełny",), id="a clause behind że"),
        pytest.param("Kazali spisać druki.", ("spisać druki",), id="an infinitive"),
        pytest.param("Nie było spisu.", ("Nie było spisu",), id="a sentence"),
        pytest.param("Ganili rejestr, lepiej poszło z kuchnią.", ("rejestr",), id="the first of what may be a chain"),
        pytest.param("Pierwsze to kotłownia: w niej jest brudno.", ("w niej jest brudno",), id="what stands between borders"),
        pytest.param("Dotyczyły m.in. opisu pieczęci i braku spisu.", ("opisu pieczęci",), id="behind m.in."),
        pytest.param("Powiedział: „Spis jest wzorowy”.", ("Spis jest wzorowy",), id="a quote"),
    ],
)
def test_candidates(sentence, span):
    found = candidates(sentence, words(sentence), 0, len(sentence))
    assert span in [tuple(sentence[a:b] for a, b in c.spans) for c in found]


def test_what_rules_found_stands():
    assert set(told(STORY, learned=False)) <= set(told(STORY))


def test_without_weights_the_rules_are_alone(monkeypatch):
    monkeypatch.setattr("pipeline.annotate.findings.learned.load", lambda: None)
    assert told(STORY) == told(STORY, learned=False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Na rynku otwarto lodziarnię. Kolejka sięgała fontanny, a lody były za słodkie.", id="no audit at all"),
        pytest.param("Audyt już w marcu. Auditorzy odwiedzą kancelarię, archiwum i pokój narad.", id="what will be audited"),
        pytest.param("Po audycie wójt podziękował załodze. Kupiono tort, zagrała orkiestra.", id="a feast after an audit"),
        pytest.param(
            "Informując o powyższym, proszę pacjentów o:\n- zgaszenie lamp,\n- zwrot kluczy.", id="patients are asked"
        ),
    ],
)
def test_nothing_is_proposed(text):
    assert told(text) == []


def test_weights_are_small_and_whole():
    found = load()
    assert found is not None
    assert {first.weights.shape for first in (found.sentence, found.candidate, found.rank)} == {(model.SLOTS,)}
    assert found.context.shape == (len(NAMES) + 1,)
    assert found.kinds.shape == (len(KINDS), model.KIND_SLOTS)


def test_features_do_not_depend_on_their_order():
    assert slots(["a", "b", "a"]).tolist() == slots(["b", "a"]).tolist()


def test_sentences_that_lists_touch_are_left_out():
    assert untaken([(0, 5), (6, 10), (11, 20)], [(7, 8)]) == [(0, 5), (11, 20)]


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*STORY.split(), "„", "”", ":", "–", "nie", "że", "aby", "oraz", "\n", "1)"]), max_size=30))
def test_findings_never_overlap_and_lie_in_the_text(parts):
    text = " ".join(["Audyt.", *parts])
    found = sorted((f.start, f.end) for f in find_findings(text) if f.rule == "finding.learned")
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))


def test_training_reads_more_than_use():
    text = "Na rynku otwarto lodziarnię."
    spans = sentences(text)
    assert not list(read(text, spans, AuditWords(text), lambda _: True))
    assert next(told.rows for told in read(text, spans, AuditWords(text), lambda _: True, everywhere=True))


def test_candidates_are_read_of_sentences_that_are_worth_it():
    spans = sentences(STORY)
    told = list(read(STORY, spans, AuditWords(STORY), lambda _: False))
    assert [t.span for t in told] == spans
    assert not any(t.rows for t in told)


def judged(best: float, *, at: int = 0) -> Judged:
    """A sentence with one candidate."""
    return Judged((at, at + 50), near=True, sentence=best, odds=np.array([best]), ranks=np.array([0.0]))


def test_a_likely_neighbour_is_seen():
    alone, (beside, _) = in_context([judged(0.5)])[0], in_context([judged(0.5), judged(3.0, at=60)])
    column = NAMES.index("best_behind")
    assert alone[0, column] < beside[0, column] == 3.0


def test_a_sentence_without_candidates_has_no_rows():
    empty = Judged((0, 50), near=False, sentence=-9.0, odds=np.zeros(0), ranks=np.zeros(0))
    assert [len(table) for table in in_context([empty, judged(1.0, at=60)])] == [0, 1]


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        pytest.param("Inspektorzy obejrzeli kuchnię. Brudno.", True, id="somebody inspects"),
        pytest.param("Na rynku otwarto lodziarnię. Brudno.", False, id="nobody does"),
    ],
)
def test_whether_somebody_looked(text, looked):
    assert Surroundings(text).looked(len(text) - 7, len(text)) is looked


def test_rules_are_alone_where_the_model_of_lists_is_missing(monkeypatch):
    text = "Po kontroli.\nCo się nie spodobało:\n- brud w kuchni,\n- kurz w piwnicy."
    monkeypatch.setattr("pipeline.annotate.findings.learned.enumerations.load", lambda: None)
    judge = list_judge(text, AuditWords(text))
    (enumeration,) = segment(text)
    assert judge(enumeration, testimony.testify(text, [(i.start, i.end) for i in enumeration.items])) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Kontrola sanepidu w świetlicy.\nCo się nie spodobało:\n- brudne okna w kuchni,\n- brak mydła w łazience.",
            ["nonconformity", "nonconformity"],
            id="a lead in words that no rule knows",
        ),
        pytest.param("Po kontroli.\nZebranie otworzyli:\n- wójt Jan Bryl,\n- sołtys Ewa Nurt.", [], id="names"),
        pytest.param("Kontrola sanepidu.\nKontrolą objęto:\n- kuchnię,\n- piwnicę.", [], id="what was inspected"),
    ],
)
def test_lists_that_a_model_judges(text, kinds):
    assert [kind for _, kind in told(text)] == kinds


def test_lists_are_the_rules_alone_without_models():
    text = "Kontrola sanepidu w świetlicy.\nCo się nie spodobało:\n- brudne okna w kuchni,\n- brak mydła w łazience."
    assert told(text, learned=False) == []
