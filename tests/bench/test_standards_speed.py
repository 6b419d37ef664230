"""Identifiers a second: printed for the notes, and held as ratios against a yardstick of the same run."""

from __future__ import annotations

import re

import pytest

from pipeline.values.standard import find, parse

TEXTS = [
    "PN-EN ISO 9001:2015-10", "PN-EN 9001:2009", "ISO 9001:2008", "ISO/IEC 27001:2013", "PN-N-18001:2004", "OHSAS 18001:2007",
    "PN-EN ISO/IEC 17025:2018-02", "PN-B-02025:2001/Az1:2009", "ISO 14001:2015/Amd 1:2024", "PN-EN 771-1+A1:2015-10", "ISO 9001",
    "PKN-CEN/TR 15449:2008", "PN-77/B-02011", "PN-HD 60364-4-41:2017-09", "EN 301 549 V3.2.1:2021", "IEC 60335-2-29:2016+AMD1:2019 CSV",
]  # fmt: skip
RUNNING = "Urząd wdrożył {}, a w maju odnowił certyfikat po auditach.\n"
LIMITS = {"parse": 14, "find": 24, "find in sentences": 28}
"""How many times longer than splitting the identifiers into words; sentences are 60 characters longer than they."""
TOKEN = re.compile(r"\w+|\S")


def yardstick(texts: list[str]) -> None:
    """Splits the same texts into words and signs, one match object each: what any reader of them has to do."""
    for text in texts:
        for match in TOKEN.finditer(text):
            match.group()


@pytest.mark.parametrize("name", LIMITS)
def test_speed(name, cpu, report):
    texts = TEXTS * 200
    given = "".join(RUNNING.format(t) for t in texts) if name == "find in sentences" else texts
    work = {
        "parse": lambda texts: [parse(t) for t in texts],
        "find": lambda texts: [find(t) for t in texts],
        "find in sentences": find,
    }[name]
    spent = unit = float("inf")
    for _ in range(7):  # in turns, so that a busy moment meets both
        spent, unit = min(spent, cpu(work, given, 1)), min(unit, cpu(yardstick, texts, 1))
    report(f"{name}: {len(texts) / spent:,.0f} identifiers a second, {spent / unit:.1f} times splitting them into words")
    assert spent < LIMITS[name] * unit
