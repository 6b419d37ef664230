"""The tool that scores lists of identifiers, on rows of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ROWS = [
    {
        "text": "ISO 99001:2031",
        "kind": "international_standard",
        "parsed": {"publisher": "ISO", "number": "99001", "year": 2031},
    },
    {"text": "ISO 99001-2", "kind": "international_standard", "parsed": {"publisher": "ISO", "number": "99001", "part": "3"}},
    {
        "text": "ISO/TR 99002/Amd 1:2032",
        "kind": "amendment",
        "parsed": {"publisher": "ISO", "number": "99002", "type": "TR", "amendments": ["AMD1:2032"]},
    },
    {"text": "IEC 99003 RLV", "kind": "vap_identifier", "parsed": {"publisher": "IEC", "number": "99003"}},
    {
        "text": "PN-EN 99004-1:2033-05",
        "gold": {"chain": ["PN", "EN"], "number": "99004", "part": "1", "type": None, "year": 2033, "month": 5},
    },
    {"raw": "ISO 99005:2034 Ed 2", "canonical": "ISO 99005:2034", "flavor": "iso"},
    {"raw": "nonsense", "canonical": "ISO 99006", "flavor": "iso"},
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "tools/score_standards.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_counts_by_kind(tmp_path):
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    result = run(str(tmp_path))
    assert result.returncode == 0, result.stderr
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "international_standard 2 100.0% 50.0%" in lines
    assert "amendment 1 100.0% 100.0%" in lines
    assert "together 3 100.00% 66.67%" in lines
    assert "adopted in Poland 1 100.0% 100.0%" in lines
    assert "spellings (iso) 2 50.0% 50.0%" in lines
    assert "vap_identifier 1 100.0% 100.0% IEC's product marks" in lines
    assert "international_standard: ISO 99001-2 -> ISO 99001-2" in lines


def test_no_path_says_what_is_wanted():
    assert "usage:" in run().stderr
