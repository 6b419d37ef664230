"""Builds the wheel and runs the main job with it alone: what an editable install cannot miss.

    python tools/check_wheel.py

Exit status: 0, 1 where files of the source tree are missing in the wheel or the installed program fails.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHIPPED = (("pipeline", "pipeline"), ("models/pl_magistrat_sm", "pipeline/models/pl_magistrat_sm"))
"""folders of the source tree, and where their files lie in the wheel"""
_SKIPPED = {"__pycache__"}
_HERE = "import pipeline, pathlib; assert pathlib.Path(pipeline.__file__).is_relative_to(pathlib.Path.cwd()), pipeline.__file__"


def build(folder: Path) -> Path:
    """Builds the wheel from a copy of the tree: a build folder of before would lend it files that the recipe forgets."""
    copy = folder / "source"
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "*.egg-info", ".*_cache", "__pycache__", ".hypothesis", "tests")
    shutil.copytree(ROOT, copy, ignore=ignored, symlinks=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(copy)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def missing(wheel: Path) -> list[str]:
    """Files of the source tree that the wheel lacks."""
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = [
        f"{there}/{path.relative_to(ROOT / here).as_posix()}"
        for here, there in SHIPPED
        for path in sorted((ROOT / here).rglob("*"))
        if path.is_file() and not _SKIPPED & set(path.parts)
    ]
    return [name for name in wanted if name not in held]


def works(unpacked: Path, out: Path) -> bool:
    """Whether the unpacked wheel runs the main job on our sample articles and finds certificates."""
    extract = ["-m", "pipeline.cli", "extract", str(ROOT / "data/raw"), "--out", str(out)]
    for arguments in (["-c", _HERE], extract):
        ran = subprocess.run([sys.executable, *arguments], cwd=unpacked, check=False, capture_output=True, text=True)
        if ran.returncode:
            print(ran.stderr, file=sys.stderr)
            return False
    records = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return any(json.loads(line)["certificates"] for line in records)


def main() -> int:
    """Builds, compares and runs."""
    with tempfile.TemporaryDirectory() as nowhere:
        folder = Path(nowhere)
        wheel = build(folder)
        lost = missing(wheel)
        for name in lost:
            print(f"not in the wheel: {name}", file=sys.stderr)
        unpacked = folder / "installed"
        zipfile.ZipFile(wheel).extractall(unpacked)
        return 1 if lost or not works(unpacked, folder / "out") else 0


if __name__ == "__main__":
    sys.exit(main())
