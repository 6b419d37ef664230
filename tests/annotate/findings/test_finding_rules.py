"""The ids of the rules are stable: they stand in published records."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.annotate import findings
from pipeline.annotate.findings.lexicon import book

TABLES = [
    ("leads.toml", "lead"),
    ("leads.toml", "label"),
    ("items.toml", "item"),
    ("prose.toml", "prose"),
    ("prose.toml", "report"),
    ("prose.toml", "quoted"),
    ("prose.toml", "question"),
    ("prose.toml", "cited"),
]
OF_DATA = (
    "finding.label.conclusion",
    "finding.label.established",
    "finding.label.numbered_remark",
    "finding.label.remark",
    "finding.lead.advice",
    "finding.lead.ascertained",
    "finding.lead.attention",
    "finding.lead.duty",
    "finding.lead.established",
    "finding.lead.faults",
    "finding.lead.hints",
    "finding.lead.law_asks",
    "finding.lead.letter_asks",
    "finding.lead.must",
    "finding.lead.named",
    "finding.lead.necessary",
    "finding.lead.noted",
    "finding.lead.observations",
    "finding.lead.omitted",
    "finding.lead.recommendations",
    "finding.lead.remarks",
    "finding.lead.results",
    "finding.lead.strong_points",
    "finding.lead.to_consider",
    "finding.lead.worth_in_their_opinion",
    "finding.prose.advised",
    "finding.prose.advised_that",
    "finding.prose.agent_orders",
    "finding.prose.among_remarks",
    "finding.prose.applauded",
    "finding.prose.as_the_report_says",
    "finding.prose.asked_for",
    "finding.prose.attention",
    "finding.prose.blamed_for",
    "finding.prose.cited",
    "finding.prose.collected_praise",
    "finding.prose.concerned",
    "finding.prose.confirmed_that",
    "finding.prose.consisted_in",
    "finding.prose.counted_as_fault",
    "finding.prose.counted_as_observation",
    "finding.prose.counted_as_strength",
    "finding.prose.delighted_with",
    "finding.prose.demanded",
    "finding.prose.established",
    "finding.prose.established_that",
    "finding.prose.fared_badly",
    "finding.prose.fault_because",
    "finding.prose.fault_was",
    "finding.prose.faults_concerned",
    "finding.prose.faults_in",
    "finding.prose.grumbled_at",
    "finding.prose.had_doubts_about",
    "finding.prose.had_remarks_about",
    "finding.prose.has_days_for",
    "finding.prose.held_exemplary",
    "finding.prose.impressed_by",
    "finding.prose.in_the_opinion",
    "finding.prose.in_the_paper_that",
    "finding.prose.in_their_opinion",
    "finding.prose.issued_order",
    "finding.prose.it_turned_out_that",
    "finding.prose.it_was_about",
    "finding.prose.judged",
    "finding.prose.letter_asks",
    "finding.prose.marked_minus",
    "finding.prose.marked_plus",
    "finding.prose.marks_for",
    "finding.prose.marks_went_to",
    "finding.prose.must_after_audit",
    "finding.prose.must_until",
    "finding.prose.named_as_fault",
    "finding.prose.named_as_strength",
    "finding.prose.need_for",
    "finding.prose.needs_improving",
    "finding.prose.noted_that",
    "finding.prose.observations_concerned",
    "finding.prose.one_should",
    "finding.prose.ordered_to",
    "finding.prose.paper_obliges_to",
    "finding.prose.pleased",
    "finding.prose.pleased_that",
    "finding.prose.pleased_them",
    "finding.prose.possibility_of",
    "finding.prose.potential",
    "finding.prose.praised",
    "finding.prose.quoted",
    "finding.prose.raised_doubts",
    "finding.prose.remark_was",
    "finding.prose.remarks_concerned",
    "finding.prose.says_the_report",
    "finding.prose.should_by_name",
    "finding.prose.should_in_the_opinion",
    "finding.prose.stands_out_by",
    "finding.prose.stressed",
    "finding.prose.strong_side_is",
    "finding.prose.to_consider",
    "finding.prose.turned_out_that",
    "finding.prose.urged_to",
    "finding.prose.verbless",
    "finding.prose.worth_in_their_opinion",
    "finding.question.advice",
    "finding.question.disliked",
    "finding.question.fared_badly",
    "finding.question.fared_well",
    "finding.question.faults",
    "finding.question.outcome",
    "finding.question.strengths",
    "finding.question.to_improve",
    "item.paper",
    "item.person",
    "item.standard",
    "item.unit",
    "list.agenda",
    "list.aims",
    "list.audit_aims",
    "list.audit_scope",
    "list.audited",
    "list.benefits",
    "list.carried_out",
    "list.contact",
    "list.duties",
    "list.features",
    "list.formality",
    "list.held",
    "list.money",
    "list.nominated",
    "list.norms",
    "list.people",
    "list.plans",
    "list.risks",
    "list.steps",
    "list.units",
)
OF_CODE = ("finding.items.faults", "finding.prose.continued", "finding.prose.counted_on")


def test_rule_ids_are_stable() -> None:
    ids = [rule.id for name, table in TABLES for rule in book(name, table).rules]
    assert tuple(sorted(ids)) == OF_DATA


def test_rule_ids_are_unique() -> None:
    assert len({*OF_DATA, *OF_CODE}) == len(OF_DATA) + len(OF_CODE)


def test_code_names_no_other_finding_rules() -> None:
    folder = Path(findings.__file__).parent
    named = {i for path in folder.glob("*.py") for i in re.findall(r'"(finding\.[a-z_.]+)"', path.read_text(encoding="utf-8"))}
    assert set(OF_CODE) <= named <= {*OF_CODE, *OF_DATA}


def test_every_pattern_can_match() -> None:
    """„się/v" never matches: a feature of verbs behind a word that has none."""
    mute = {"się", "na", "za", "do", "że", "iż", "o"}
    patterns = [
        (rule.id, step) for name, table in TABLES for rule in book(name, table).rules for p in rule.patterns for step in p.steps
    ]
    assert [rule for rule, step in patterns if all("/" in key and key.partition("/")[0] in mute for key in step)] == []
