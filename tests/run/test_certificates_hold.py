"""What every certificate of a run owes its reader: values that the article prints, computed ones named, dates in order."""

import json

import pytest

TABLES = ("organizations", "standards", "certifiers", "officials", "dates", "findings")
DATES = ("awarded", "first_awarded", "valid_from", "valid_until")


@pytest.fixture(scope="module")
def told(sample_run):
    """Every certificate beside its record."""
    records = map(json.loads, (sample_run / "data" / "processed" / "records.jsonl").read_text(encoding="utf-8").splitlines())
    found = [(record, certificate) for record in records for certificate in record["certificates"]]
    assert len(found) >= 15
    return found


def test_standards_and_names_are_the_articles(told):
    for record, certificate in told:
        assert set(certificate["standards"]) <= {row["id"] for row in record["standards"]}
        assert certificate["organization"] in {row["name"] for row in record["organizations"]} | {None}
        assert certificate["certifier"] in {row["name"] for row in record["certifiers"]} | {None}


def test_evidence_and_sentence_point_into_the_article(told):
    for record, certificate in told:
        assert certificate["evidence"]
        assert set(certificate["evidence"]) <= {row["mention_id"] for name in TABLES for row in record[name]}
        assert record["text"][certificate["sentence_start"] : certificate["sentence_end"]] == certificate["sentence"]


def test_computed_values_are_there_and_name_their_rule(told):
    derived = [(c[name], rule) for _, c in told for name, rule in zip(c["derived"], c["derived_by"], strict=True)]
    assert all(value and rule for value, rule in derived)


def test_printed_dates_are_printed(told):
    for record, certificate in told:
        printed = " ".join(row["value"] for row in record["dates"])
        for name in set(DATES) - set(certificate["derived"]):
            assert (certificate[name] or "") in printed


def test_no_certificate_ends_before_it_begins(told):
    for _, certificate in told:
        begun, ended = certificate["valid_from"] or certificate["awarded"], certificate["valid_until"]
        length = min(len(begun or ""), len(ended or ""))
        assert not length or begun[:length] <= ended[:length] or certificate["conflicts"]
