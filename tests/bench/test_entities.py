"""Gathering reports of certificates: one certificate that everybody reprints, one office with many, many offices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.record.entities import Decisions, Report, entities
from pipeline.schema import Certificate

REPORT = Report(
    Certificate(
        certificate_id="0", organization="Urząd Gminy Olsza", place="Olsza", standards=["ISO 9001:2015"], certifier="PCBC",
        scope=None, status="awarded", awarded="2018-05-12",
    ),
    "0", "2018-05-14", "ug-olsza", None, frozenset({"ISO 9001"}), "PCBC",
)  # fmt: skip


def reprint(number):
    return replace(REPORT, certificate=replace(REPORT.certificate, certificate_id=f"c{number}"), article=f"a{number}")


def year(number):
    report = reprint(number)
    return replace(report, certificate=replace(report.certificate, awarded=f"{2000 + number % 8 * 3}-05-12"))


def office(number):
    return replace(year(number), holder=f"ug-{number // 8}")


@pytest.mark.parametrize("make", [reprint, year, office])
def test_entities(make, is_linear):
    def prepare(text):
        return [make(number) for number in range(len(text))]

    apart = Decisions(apart=frozenset(frozenset((f"c{n}", f"c{n + 1}")) for n in range(0, 100, 2)))
    is_linear(lambda reports: entities(reports, apart), "x", start=500, largest=4_000, prepare=prepare)
