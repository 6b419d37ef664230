r"""How well lists are cut into items, apart from whether they are findings: „1) ład,\\n2) skład" -> „ład", „skład".

    python tools/score_items.py tests/quality/sentences/findings*.txt tests/quality/articles/gold data/gold

Gold are the marked findings that stand in a list; given are the items of the enumerations that hold one of them. Lists that
are not findings bear no marks, so they are not measured. F1 of all our gold: .980 of 664 items.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.passages import read_passages
from pipeline.evaluate.score import Count
from pipeline.values.enumeration import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.values.enumeration import Span


def texts(path: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Id, text and spans of findings of every passage of a file, every article of a folder."""
    if path.is_dir():
        for article in load_gold(path):
            yield article.source, article.text, [(m.start, m.end) for m in article.of("finding")]
    else:
        for passage in read_passages(path):
            yield passage.id, passage.text, [(m.start, m.end) for m in passage.marks if m.kind == "finding"]


def items(text: str, gold: list[Span]) -> tuple[list[str], list[str]]:
    """Findings that stand in lists, and the items of those lists; both without the closing mark."""
    given: list[Span] = []
    for enumeration in segment(text):
        spans = [(i.start, i.end) for i in enumeration.items if not i.heads]
        if any(a < d and c < b for a, b in spans for c, d in gold):
            given += spans
    listed = [(a, b) for a, b in gold if any(a < d and c < b for c, d in given)]
    return [text[a:b].rstrip(" .;,") for a, b in listed], [text[a:b].rstrip(" .;,") for a, b in given]


def main() -> int:
    """Prints precision, recall and F1 of items that are equal character by character."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true", help="what was cut wrongly")
    options = parser.parse_args()
    count = Count()
    for path in options.gold:
        for name, text, gold in texts(path):
            count.match(*items(text, gold), lambda a, b: bool(a == b), name)
    for name, missed, spurious in count.errors if options.errors else ():
        print(name, "missed", missed, "spurious", spurious)
    print(
        f"items P {count.precision or 0:.3f} R {count.recall or 0:.3f} F1 {count.f1 or 0:.3f} ({count.tp + count.fn} in gold)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
