"""Scores the cleaner on our labelled dumps, prints what went wrong, and with --pin writes the floors.

python tools/pin_lines.py --errors
python tools/pin_lines.py --model          # the trained model alone, beside the rules alone and both
python tools/pin_lines.py --pin
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.clean import clean
from pipeline.clean.boilerplate import classify
from pipeline.clean.furniture.lines import read_line
from pipeline.clean.plain.linemodel import load
from pipeline.evaluate.dumps import dumps_hash, load_dumps, score_dumps
from pipeline.evaluate.floors import FloorError, write_floors
from pipeline.schema import Article, Source
from pipeline.settings import CleanSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.evaluate import Count

QUALITY = Path(__file__).parents[1] / "tests" / "quality"


def cleaned(content: str) -> set[int]:
    """Numbers of the lines that rules and model drop."""
    article = clean(Source(source="dump", content=content, media="text"), CleanSettings(min_words=1))
    return {item.line for item in article.dropped} if isinstance(article, Article) else set(range(1, content.count("\n") + 2))


def by_rules(content: str) -> set[int]:
    """Numbers of the lines that the rules alone drop."""
    return {number for number, verdict in enumerate(classify(content.splitlines()), 1) if not verdict.keep}


def by_model(content: str) -> set[int]:
    """Numbers of the lines that the model alone drops."""
    odds = load().log_odds([read_line(line) for line in content.splitlines()])
    return {number for number, chance in enumerate(odds.tolist(), 1) if chance <= 0}


def show(name: str, counts: Mapping[str, Count]) -> None:
    """Precision, recall and F1."""
    for field, count in counts.items():
        figures = "  ".join("  -  " if v is None else f"{v:.3f}" for v in (count.precision, count.recall, count.f1))
        print(f"{name:6} {field:10} {figures}")


def main() -> int:
    """Prints the figures; pins them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="lost lines and lines let in, dump by dump")
    parser.add_argument("--model", action="store_true", help="rules alone and model alone as well")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--reason", help="why a floor may sink")
    options = parser.parse_args()
    dumps = load_dumps(QUALITY / "lines")
    counts = score_dumps(dumps, cleaned)
    show("both", counts)
    if options.model:
        show("rules", score_dumps(dumps, by_rules))
        show("model", score_dumps(dumps, by_model))
    for name, lost, let_in in counts["text"].errors if options.errors else []:
        print(f"{name}\n  lost    {lost}\n  let in  {let_in}")
    if options.pin:
        try:
            write_floors(QUALITY / "floors" / "lines.toml", counts, dumps_hash(QUALITY / "lines"), options.reason)
        except FloorError as error:
            print(f"not pinned: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
