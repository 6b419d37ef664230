"""The page of the register in the documentation is what the register holds today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline.values.body import bodies

ROOT = Path(__file__).parents[3]


def test_the_page_is_in_sync():
    command = [sys.executable, "-X", "utf8", "tools/gallery_bodies.py"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    assert made == (ROOT / "docs" / "bodies.md").read_text(encoding="utf-8"), "run `make docs`"


def test_the_readme_counts_the_rows():
    present = {b.id: b for b in reversed(bodies())}  # the present name of each body comes first in the register
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"register of {len(present)} certifiers" in readme
    assert f", {sum(b.source.startswith('unverified') for b in present.values())} unverified." in readme
