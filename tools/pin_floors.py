"""Scores a run against our gold, prints every field, and with --pin writes the floors.

    magistrat extract data/raw --out /tmp/samples --model none
    python tools/pin_floors.py samples /tmp/samples/records.jsonl --errors dates
    python tools/pin_floors.py samples /tmp/samples/records.jsonl --pin

The sets are `samples` (data/raw) and `articles` (tests/quality/articles/raw).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pipeline.evaluate import load_gold, score
from pipeline.evaluate.floors import FloorError, write_floors
from pipeline.evaluate.gold import gold_hash

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "quality"
GOLD = {"samples": ROOT / "data" / "gold", "articles": QUALITY / "articles" / "gold"}


def main() -> int:
    """Prints P, R, F1 of every field; pins them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=GOLD)
    parser.add_argument("records", type=Path)
    parser.add_argument("--gold", type=Path, help="another folder of gold files, to measure only")
    parser.add_argument("--errors", metavar="FIELD", help="what was wrong in this field, article by article")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--reason", help="why a floor may sink")
    options = parser.parse_args()
    gold = options.gold or GOLD[options.set]
    records = [json.loads(line) for line in options.records.read_text(encoding="utf-8").splitlines()]
    counts = score(load_gold(gold), records)
    for name, count in counts.items():
        figures = "  ".join("  -  " if v is None else f"{v:.3f}" for v in (count.precision, count.recall, count.f1))
        print(f"{name:14} {figures}   tp {count.tp} fp {count.fp} fn {count.fn}")
    for who, missed, spurious in counts[options.errors].errors if options.errors else []:
        print(f"{who}\n  missed   {missed}\n  spurious {spurious}")
    if options.pin:
        try:
            write_floors(QUALITY / "floors" / f"{options.set}.toml", counts, gold_hash(gold), options.reason)
        except FloorError as error:
            print(f"not pinned: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
