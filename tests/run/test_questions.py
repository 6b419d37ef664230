"""docs/questions.md: every block of SQL and Python runs as printed on the sample articles."""

import re
import sqlite3
from pathlib import Path

import pytest

from pipeline.record.entities import merge

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
SQL = re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
EMPTY = ("HAVING count", "'2020-01-01'", "'lapsed';")
"""Questions to which the sample articles may have no answer."""


def name_of(block):
    return " ".join(block.split())[:60]


@pytest.mark.parametrize("block", SQL, ids=name_of)
def test_a_question_has_an_answer(block, sample_run):
    with sqlite3.connect(sample_run / "data" / "processed" / "magistrat.sqlite") as db:
        found = db.execute(block).fetchall()
    assert found or any(words in block for words in EMPTY)


ENDS = {
    "2019-12-31": "out",
    "2019-12": "out",
    "2019": "out",
    "2020": "in",
    "2020-01": "in",
    "2020-01-01": "in",
    "2021-05": "in",
}


@pytest.mark.parametrize(("question", "expected"), [(">= substr(", "in"), ("< substr(", "out")], ids=["in force", "run out"])
def test_an_end_counts_at_its_own_precision(question, expected):
    (block,) = (block for block in SQL if question in block)
    with sqlite3.connect(":memory:") as db:
        db.execute(
            "CREATE TABLE certificate_entities (organization, families, status, valid_from, awarded, first_reported, "
            "last_reported, valid_until)"
        )
        rows = [(end, "[]", "awarded", None, "2018", "2018-02-01", "2018-02-01", end) for end in ENDS]
        rows += [("later", "[]", "awarded", None, "2020-03", "2020-03-05", "2020-03-05", "2023-03")]
        rows += [("planned", "[]", "planned", None, None, None, None, "2019-05")]
        db.executemany("INSERT INTO certificate_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        found = [row[0] for row in db.execute(block)]
    assert sorted(found) == sorted(end for end, state in ENDS.items() if state == expected)


@pytest.mark.parametrize("block", PYTHON, ids=name_of)
def test_lines_of_python_run(block, sample_run, monkeypatch):
    monkeypatch.chdir(sample_run)
    exec(compile(block, "questions.md", "exec"), {})  # noqa: S102 - our own documentation


def test_every_rule_that_merges_is_explained():
    rules = {value for name, value in vars(merge).items() if name.isupper() and str(value).startswith("entity.")}
    assert rules == set(re.findall(r"^\| `(entity\.\w+)` \|", TEXT, re.MULTILINE))
