"""The tool that scores lists of dated phrases and corpora, on rows of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PHRASES = [
    {"text": "7 maja 2031", "expected": "2031-05-07", "kind": "point", "calendar": True},
    {"text": "7 maja 2031", "expected": "2031-05-08", "kind": "point", "calendar": True},
    {"text": "w IV kwartale 2031", "expected": "2031-Q4", "kind": "point", "calendar": True},
    {"text": "od 1 do 3 maja 2031", "expected": "2031-05-01/2031-05-03", "kind": "interval", "calendar": True},
    {"text": "9 listopada", "expected": "2031-11-09", "kind": "point", "calendar": True, "needs_year": True},
    {"text": "10/31/2031", "expected": "2031-10-31", "kind": "point", "calendar": True, "us_order": True},
    {"text": "nic tu nie ma", "expected": None, "kind": "negative", "calendar": False},
    {"text": "za chwilę", "expected": "2031-01-05T10:00", "kind": "point", "calendar": False},
]
TEXT = "Podpisano 7 maja 2031 roku, odebrano w grudniu."
TOKENS = [["7", "", "", "a", 10, 11], ["2031", "", "", "a", 17, 21], ["grudniu", "", "", "a", 39, 46]]
ENTITIES = [
    {"type": "date", "when": "2031-05-07", "toks": [0, 1]},
    {"type": "date", "when": "--12", "toks": [2]},
    {"type": "date", "when": "2031-05-08", "toks": [1]},
    {"type": "date", "toks": [2]},
]


def scored(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(ROOT / "tools" / "score_dates.py"), str(path)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def test_phrases(tmp_path):
    shown = scored(tmp_path / "cases.jsonl", [{"reference_date": "2031-01-05T10:00:00", **row} for row in PHRASES])
    assert "calendar, point                 2 of    3  66.7%   contradicting: 2" in shown
    assert "calendar, interval              1 of    1 100.0%   contradicting: 0" in shown
    assert "negative                        1 of    1 100.0%" in shown
    assert "not counted: point              0 of    1" in shown
    assert "lines 6" in shown
    assert "lines 5" in shown
    assert "line 2 (point): 7 maja 2031 -> 2031-05-07; 2031-05-08" in shown


def test_corpus(tmp_path):
    document = {"pars": [{"id": "1", "abs": {"a": TEXT}, "sents": [{"tokens": TOKENS, "ents": ENTITIES}]}]}
    shown = scored(tmp_path / "corpus.jsonl", [document])
    assert "9999-99-99       2  right  50.0%  other    1  missed    0" in shown
    assert "--99             1  right 100.0%" in shown
    assert "together         3  right  66.7%" in shown
