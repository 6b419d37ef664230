"""Scores one file of marked passages (tests/quality/sentences/officials.txt) and prints what was wrong.

    python tools/score_passages.py tests/quality/sentences/officials.txt [--errors]
"""
import argparse
from pathlib import Path

from pipeline.run.evaluating import evaluate_passages
from pipeline.settings import Settings

parser = argparse.ArgumentParser()
parser.add_argument("file", type=Path)
parser.add_argument("--errors", action="store_true")
options = parser.parse_args()
for name, count in evaluate_passages(options.file, Settings(model="none")).items():
    figures = "  ".join("  -  " if v is None else f"{v:.3f}" for v in (count.precision, count.recall, count.f1))
    print(f"{name:14} {figures}   tp {count.tp} fp {count.fp} fn {count.fn}")
    for who, missed, spurious in count.errors if options.errors else []:
        print(f"  {who}: missed {missed} spurious {spurious}")
