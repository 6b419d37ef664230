"""The clauses that name bodies outside the register, as data."""

from __future__ import annotations

import re

import pytest

from pipeline.annotate.certifiers.cues import cues
from pipeline.annotate.certifiers.unknown import find_unknown
from pipeline.values.cover import Cover

CLAUSES = cues()["unknown"]["clause"]
GROUPS = set(cues()["groups"]) | set(cues()["phrases"]) | {"article"}
NAMED = {"any", "company", "adviser", "certifier", "telling", "acronym"}


def test_ids_are_unique():
    ids = [clause["id"] for clause in CLAUSES]
    assert sorted(set(ids)) == sorted(ids)
    assert all(re.fullmatch(r"certifier\.clause\.[a-z_]+", name) for name in ids)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause["id"])
def test_a_clause_asks_for_what_exists(clause):
    assert clause["kind"] in {"certification_body", "consultancy"}
    assert clause["named"] in NAMED
    assert {*clause["needs"], *clause.get("any", ()), *clause.get("without", ())} <= GROUPS
    assert set(clause) <= {"id", "kind", "before", "after", "behind", "named", "needs", "any", "without", "part"}


@pytest.mark.parametrize(
    "phrase",
    ["certyfikat ISO wydał ", "przez firmę ", "audyt ISO firmy ", "jednostka certyfikująca, która ", "Certyfikat A B C "],
    ids=["grant", "passive", "firm", "relative clause", "capitals"],
)
def test_cues_without_a_name_name_nobody(phrase):
    """However often they are repeated in one sentence."""
    text = phrase * 500
    assert list(find_unknown(text, [(0, len(text))], Cover(len(text), []))) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Certyfikat ISO 9001 wydała firma Quality Norm\nPolska i zaprosiła na galę.", "Quality Norm Polska"),
        ("Certyfikat ISO 9001 wydała firma Quality Norm\nCertyfikacja sp. z o.o. z Łodzi.", "Quality Norm Certyfikacja"),
        ("Certyfikat ISO 9001 wydała firma Quality Norm\nPolska Norma jest trudna.", "Quality Norm"),
    ],
    ids=["country", "legal form", "another name"],
)
def test_a_name_that_a_line_break_cuts(text, name):
    first = text.index("\n") + 1
    assert [body.name for body in find_unknown(text, [(0, first), (first, len(text))], Cover(len(text), []))] == [name]
