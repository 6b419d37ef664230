"""Mentions become rows: one person under one name, roles lent and kept, signers become authors."""

from __future__ import annotations

import pytest

from pipeline.record.officials import rows
from pipeline.schema import Article, Mention

TEXT = "Burmistrz Jan Wrona mówił o audycie. Wrona dziękował Ewie Gil. Skarbnik Ewa Gil słuchała. J. Wrona podpisał."


def mention(words, name, role, role_id="mayor", at=0, **more):
    start = TEXT.index(words, at)
    value = {"name": name, "role": role, "role_id": role_id, "organization": None, "gender": "m"} | more
    return Mention(
        kind="officials",
        rule="test",
        text=words,
        start=start,
        end=start + len(words),
        value=value,
        sentence=(0, len(TEXT)),
        clause=(0, len(TEXT)),
    )


@pytest.fixture
def article():
    return Article(id="a1", source="a1.txt", text=TEXT)


def test_a_surname_alone_gets_the_full_name_and_role(article):
    found, _ = rows(article, [mention("Jan Wrona", "Jan Wrona", "Burmistrz"), mention("Wrona", "Wrona", None, at=30)])
    assert [(r.name, r.role) for r in found] == [("Jan Wrona", "Burmistrz"), ("Jan Wrona", "Burmistrz")]


def test_an_initial_gets_the_full_name(article):
    found, _ = rows(article, [mention("Jan Wrona", "Jan Wrona", "Burmistrz"), mention("J. Wrona", "J. Wrona", "burmistrz")])
    assert {r.name for r in found} == {"Jan Wrona"}


def test_two_bearers_leave_a_surname_alone(article):
    people = [
        mention("Jan Wrona", "Jan Wrona", "Burmistrz"),
        mention("Ewa Gil", "Ewa Wrona", "Skarbnik", "treasurer", gender="f"),
        mention("Wrona", "Wrona", None, at=30),
    ]
    found, _ = rows(article, people)
    assert {r.name for r in found} == {"Jan Wrona", "Ewa Wrona", "Wrona"}


def test_rows_keep_offsets_and_order(article):
    found, _ = rows(
        article, [mention("Ewa Gil", "Ewa Gil", "Skarbnik", "treasurer"), mention("Jan Wrona", "Jan Wrona", "Burmistrz")]
    )
    assert [r.start for r in found] == sorted(r.start for r in found)
    assert all(TEXT[r.start : r.end] == r.text for r in found)


def test_two_functions_are_two_rows_with_their_own_ids(article):
    found, _ = rows(
        article,
        [mention("Jan Wrona", "Jan Wrona", "Burmistrz"), mention("Jan Wrona", "Jan Wrona", "prezes", "president_company")],
    )
    assert len({r.mention_id for r in found}) == 2


def test_signers_become_authors_once(article):
    signed = mention("Jan Wrona", "Jan Wrona", "Burmistrz", signature=True)
    assert rows(article, [signed, signed])[1] == ["Jan Wrona"]
    known = Article(id="a1", source="a1.txt", text=TEXT, authors=("Jan Wrona",))
    assert rows(known, [signed])[1] == []


def test_ids_do_not_depend_on_the_order_of_mentions(article):
    people = [mention("Jan Wrona", "Jan Wrona", "Burmistrz"), mention("Ewa Gil", "Ewa Gil", "Skarbnik", "treasurer")]
    assert rows(article, people)[0] == rows(article, people[::-1])[0]


def test_other_kinds_are_passed_over(article):
    other = Mention(kind="dates", rule="t", text="x", start=0, end=1, value={"value": "2020"}, sentence=(0, 1), clause=(0, 1))
    assert rows(article, [other]) == ([], [])
