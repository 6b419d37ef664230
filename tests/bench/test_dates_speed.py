"""Short texts a second: printed for the notes, and held as a ratio against a yardstick of the same run."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from pipeline.values.edtf import find_dates

CASES = Path(__file__).parents[1] / "values" / "edtf" / "cases.tsv"
LIMIT = 34
"""How many times longer than splitting the texts into words: 23 to 25 were measured on 2026-11-21, after 34 to 43 before."""
TOKEN = re.compile(r"\w+|\S")


def yardstick(texts: list[tuple[str, str | None]]) -> None:
    """Splits the same texts into words and signs, one match object each: what any reader of them has to do."""
    for text, _ in texts:
        for match in TOKEN.finditer(text):
            match.group()


def read(texts: list[tuple[str, str | None]]) -> None:
    """Every date of every text."""
    for text, reference in texts:
        find_dates(text, reference)


def test_speed(cpu, report):
    with CASES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = [(row["text"], row["reference"] or None) for row in rows] * 10
    spent = unit = float("inf")
    for _ in range(7):  # in turns, so that a busy moment meets both
        spent, unit = min(spent, cpu(read, texts, 1)), min(unit, cpu(yardstick, texts, 1))
    report(f"find_dates: {len(texts) / spent:,.0f} short texts a second, {spent / unit:.1f} times splitting them into words")
    assert spent < LIMIT * unit
