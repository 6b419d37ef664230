"""The component in a bare pipeline, and the rule files."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from pipeline.annotate import findings
from pipeline.annotate.base import chars_of, value_of
from pipeline.annotate.findings.lexicon import book, context_words, polarity

TEXT = "Kontrola wykazała uchybienia:\n1) brak spisu,\n2) brak podpisu."


def test_component_writes_spans_with_values() -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("magistrat_findings")
    doc = nlp(TEXT)
    found = [(doc.text[slice(*chars_of(s))], value_of(s)) for s in doc.spans["findings"]]
    assert [text for text, _ in found] == ["brak spisu", "brak podpisu"]
    assert found[0][1] == {
        "number": 1,
        "marker": "1)",
        "level": 1,
        "kind": "nonconformity",
        "lead": "Kontrola wykazała uchybienia:",
    }
    assert all(s.id_ == "finding.lead.faults" for s in doc.spans["findings"])


def test_component_runs_twice_without_doubling() -> None:
    nlp = spacy.blank("pl")
    component = nlp.add_pipe("magistrat_findings")
    doc = component(nlp(TEXT))
    assert len(doc.spans["findings"]) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "1)", ":", "Stwierdzono:", "Stwierdzono, że"])
def test_scraps_are_read(text: str) -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("magistrat_findings")
    assert list(nlp(text).spans["findings"]) == []


def test_kinds_are_those_of_the_schema() -> None:
    kinds = {"strength", "nonconformity", "observation", "recommendation", "unspecified"}
    assert {r.kind for r in book("leads.toml", "lead").rules} == kinds | {"none"}
    assert {r.kind for r in book("prose.toml", "prose").rules} <= kinds


def test_who_audits_shows_that_an_audit_is_near() -> None:
    assert context_words("agents") - context_words("weak_agents") <= context_words("core") | context_words("near")


def test_polarities() -> None:
    assert set(polarity().values()) == {"fault", "praise", "advice", "none"}


def test_no_word_stands_twice_in_the_polarity_lexicon() -> None:
    lines = (Path(findings.__file__).parent / "polarity.tsv").read_text(encoding="utf-8").splitlines()[1:]
    lemmas = [line.split("\t")[0] for line in lines]
    assert sorted(lemmas) == sorted(set(lemmas))
