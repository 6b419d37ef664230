"""The gallery of dates in the documentation is what the code reads today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_gallery_is_in_sync():
    command = [sys.executable, "-X", "utf8", "tools/gallery_dates.py"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    assert made == (ROOT / "docs" / "dates.md").read_text(encoding="utf-8"), "run `make docs`"
