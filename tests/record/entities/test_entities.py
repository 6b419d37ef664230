from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record.entities import Decisions, Report, entities
from pipeline.record.entities.merge import DATES, DECISION, FIRST, MONTH, PERIOD, SAME_DAY
from pipeline.schema import Certificate, PlaceRow

LIPKI = PlaceRow(name="Lipki", terc=None, kind="gmina", from_="text", id="~lipki")


def report(
    name, published=None, *, article=None, holder="um-lipki", families=("ISO 9001",), body="PCBC", status="awarded", **values
):
    certificate = Certificate(
        certificate_id=f"c-{name}", organization="Urząd Miejski w Lipkach" if holder else None, place="Lipki",
        standards=values.pop("standards", list(families)), certifier="Polskie Centrum Badań i Certyfikacji" if body else None,
        scope=None, status=status, **values,
    )  # fmt: skip
    return Report(certificate, article or f"a-{name}", published, holder, LIPKI, frozenset(families), body)


ONE = {
    "award and its surveillance": [report("1", awarded="2018-05-12"), report("2", "2019-06", status="surveillance")],
    "a day here, a month there": [report("1", awarded="2018-05-12"), report("2", awarded="2018-05")],
    "handed over months later": [report("1", awarded="2018-05-12"), report("2", awarded="2018-08-01")],
    "award and end of validity": [report("1", awarded="2018-05-12"), report("2", valid_until="2021-05-11")],
    "the body is not named": [report("1", awarded="2018-05-12"), report("2", "2018-05-20", body=None)],
    "printed and computed end": [
        report("1", valid_until="2021-05-11"),
        report("2", valid_until="2021-03", derived=["valid_until"]),
    ],
    "one day of award, ends a year apart by a slip": [
        report("1", awarded="2018-05-12", valid_until="2021-05-11"),
        report("2", awarded="2018-05-12", valid_until="2022-05-11"),
    ],
    "a month and a day of it, ends a year apart by a slip": [
        report("1", awarded="2018-05-12", valid_until="2021-05-11"),
        report("2", awarded="2018-05", valid_until="2022-05-11"),
    ],
    "one last day, awards a year apart by a slip": [
        report("1", awarded="2018-05-12", valid_until="2021-05-11"),
        report("2", awarded="2017-05-12", valid_until="2021-05-11"),
    ],
    "two reports of one day without dates": [report("1", "2018-05-12"), report("2", "2018-05-13")],
}
TWO = {
    "renewed after three years": [report("1", awarded="2018-05-12"), report("2", awarded="2021-05-11", status="renewed")],
    "another office": [report("1", "2018-05-12"), report("2", "2018-05-12", holder="um-debki")],
    "another standard": [report("1", "2018-05-12"), report("2", "2018-05-12", families=("ISO/IEC 27001",))],
    "another body": [report("1", "2018-05-12"), report("2", "2018-05-12", body="PRS")],
    "a plan": [report("1", "2018-05-12"), report("2", "2018-05-12", status="planned")],
    "ends three years apart": [report("1", valid_until="2021-05-11"), report("2", valid_until="2024-05-10")],
    "one day, another body": [report("1", awarded="2018-05-12"), report("2", awarded="2018-05-12", body="PRS")],
    "the month in which one ends and the next begins": [
        report("1", awarded="2018-05", valid_until="2018-05-30"),
        report("2", awarded="2018-05", valid_until="2021-05-30"),
    ],
    "news ten years apart": [report("1", "2008-05-12"), report("2", "2018-05-12")],
    "nobody is named": [report("1", "2018-05-12", holder=None), report("2", "2018-05-12", holder=None)],
    "two of one article": [report("1", "2018-05-12"), report("2", "2018-05-12", article="a-1")],
}


@pytest.mark.parametrize("reports", ONE.values(), ids=ONE.keys())
def test_one_certificate(reports):
    assert [e.reports for e in entities(reports)] == [2]


@pytest.mark.parametrize("reports", TWO.values(), ids=TWO.keys())
def test_two_certificates(reports):
    assert [e.reports for e in entities(reports)] == [1, 1]


RULES = {
    "month": (
        [
            report("1", "2018-05-13", awarded="2018-05-12", valid_until="2021-05-11"),
            report("2", "2018-05-14", awarded="2018-05-12", valid_until="2023-05-11"),
        ],
        MONTH,
    ),
    "dates": ([report("1", "2018-05-13", awarded="2018-05-12"), report("2", "2018-05-14", awarded="2018-05")], DATES),
    "period": ([report("1", "2018-05-13"), report("2", "2018-05-14")], PERIOD),
    "same day": (
        [
            report("1", "2018-05-13", families=("ISO 9001", "ISO 14001"), awarded="2018-05-12"),
            report("2", "2018-05-14", awarded="2018-05-12"),
        ],
        SAME_DAY,
    ),
}


@pytest.mark.parametrize(("reports", "rule"), RULES.values(), ids=RULES.keys())
def test_the_rule_that_merged_is_named(reports, rule):
    (entity,) = entities(reports)
    assert entity.rules == [FIRST, rule]
    assert entity.certificates == ["c-1", "c-2"]
    assert entity.articles == ["a-1", "a-2"]


def test_a_report_that_two_certificates_would_take_stays_alone():
    history = [report("1", awarded="2018-05-12"), report("2", awarded="2018-05-12", body="PRS")]
    found = entities([*history, report("3", "2018-06-01", body=None)])
    assert sorted(e.reports for e in found) == [1, 1, 1]


def test_the_entity_holds_the_most_precise_printed_values_and_flags_contradictions():
    (entity,) = entities(
        [
            report("1", "2018-05-13", awarded="2018-05", standards=["ISO 9001:2015"]),
            report("2", "2018-05-14", awarded="2018-05-12", valid_until="2021-05", derived=["valid_until"]),
            report("3", "2018-07-01", awarded="2018-05-20", status="maintained", valid_until="2021-05-11"),
        ]
    )
    assert (entity.awarded, entity.valid_until, entity.derived, entity.status) == ("2018-05-20", "2021-05-11", [], "maintained")
    assert entity.conflicts == ["awarded"]
    assert entity.standards == ["ISO 9001:2015"]
    assert (entity.first_reported, entity.last_reported) == ("2018-05-13", "2018-07-01")


def test_a_computed_value_names_its_rule():
    computed = {"valid_until": "2021-05", "derived": ["valid_until"], "derived_by": ["validity.period_from_awarded"]}
    (entity,) = entities([report("1", awarded="2018-05-12"), report("2", "2018-05-14", awarded="2018-05", **computed)])
    assert (entity.valid_until, entity.derived, entity.derived_by) == (
        "2021-05", ["valid_until"], ["validity.period_from_awarded"],
    )  # fmt: skip


EDITIONS = {
    "adoptions of one text": ([("2018-05-12", "ISO 9001:2008"), ("2018-05-13", "PN-EN ISO 9001:2009")], []),
    "with and without the month": ([("2018-05-12", "PN-EN ISO 9001:2015"), ("2018-05-13", "PN-EN ISO 9001:2015-10")], []),
    "a transition in the cycle": ([("2017-05-12", "ISO 9001:2008"), ("2018-05-12", "ISO 9001:2015")], []),
    "two in one week": ([("2018-05-12", "ISO 9001:2008"), ("2018-05-13", "ISO 9001:2015")], ["standards"]),
    "the newer one first": ([("2017-05-12", "ISO 9001:2015"), ("2018-05-12", "ISO 9001:2008")], ["standards"]),
}


@pytest.mark.parametrize(("told", "conflicts"), EDITIONS.values(), ids=EDITIONS.keys())
def test_editions_that_contradict_are_flagged(told, conflicts):
    reports = [report(str(n), day, awarded="2017-05-10", standards=[name]) for n, (day, name) in enumerate(told)]
    (entity,) = entities(reports)
    assert entity.conflicts == conflicts


def test_what_one_article_contradicts_is_flagged_too():
    (entity,) = entities([report("1", awarded="2018-05-12", conflicts=["valid_until", "certifier"])])
    assert entity.conflicts == ["valid_until", "certifier"]


def test_a_person_undoes_a_wrong_merge_and_makes_a_missing_one():
    merged = [report("1", "2018-05-12"), report("2", "2018-05-13")]
    assert len(entities(merged, Decisions(apart=frozenset([frozenset(["c-1", "c-2"])])))) == 2
    other = [report("1", "2018-05-12"), report("2", "2018-05-13", holder="sp-lipki")]
    (entity,) = entities(other, Decisions(same=(("c-1", "c-2"),)))
    assert entity.rules == [FIRST, DECISION]


def test_the_others_follow_the_first_of_two_that_a_person_parts():
    reports = [report(str(n), f"2018-05-{n + 12}", awarded="2018-05-12") for n in range(6)]
    found = entities(reports, Decisions(apart=frozenset([frozenset(["c-0", "c-1"])])))
    assert sorted(e.reports for e in found) == [1, 5]


def test_reports_that_several_certificates_would_take_gather_no_others():
    cycles = [report("1", awarded="2015-05-12"), report("2", awarded="2018-05-12")]
    assert sorted(e.reports for e in entities([*cycles, report("3"), report("4")])) == [1, 1, 1, 1]


MIXED = [*ONE["award and its surveillance"], *TWO["renewed after three years"], *TWO["another body"], *RULES["same day"][0]]
NAMED = [
    Report(
        Certificate(**{**{f: getattr(r.certificate, f) for f in Certificate.__slots__}, "certificate_id": f"c{n}"}),
        f"a{n}", r.published, r.holder, r.place, r.families, r.body,
    )
    for n, r in enumerate(MIXED)
]  # fmt: skip


@given(st.permutations(NAMED))
@settings(max_examples=60)
def test_any_order_of_reports_gives_the_same_entities_and_loses_none(reports):
    found = entities(reports)
    assert found == entities(NAMED)
    assert sorted(i for e in found for i in e.certificates) == sorted(r.certificate.certificate_id for r in NAMED)


def test_small_sets_in_every_order():
    for order in permutations(ONE["the body is not named"]):
        assert len(entities(order)) == 1


def test_a_holder_has_one_name_and_one_place_in_all_its_rows():
    named = ["Gmina Lipki", "Gmina Lipki", "Urząd Miejski w Lipkach", "Urząd Miejski"]
    reports = [report(str(n), awarded=f"20{n + 10}-05-12") for n in range(4)]
    told = [replace(r, certificate=replace(r.certificate, organization=name)) for r, name in zip(reports, named, strict=True)]
    county = replace(LIPKI, name="powiat lipecki", terc="2899", kind="powiat", id="2899", county="powiat lipecki")
    told[0] = replace(told[0], place=county)
    found = entities(told)
    assert len(found) == 4
    assert {(e.organization, e.place, e.county) for e in found} == {
        ("Urząd Miejski w Lipkach", "powiat lipecki", "powiat lipecki")
    }
