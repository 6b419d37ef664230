"""Scores the segmenter of enumerations on list cases of a sentence segmenter: items found, missed, spurious.

usage: python tools/score_enumerations.py CASES [--errors]

CASES is a file of JSON Lines with the keys ``text`` and ``expected`` (the segments, each with its marker, as a rule-based
segmenter of sentences returns them). Of the expected segments those count that open with a marker; markers, white space and
closing punctuation are left out of the comparison.

Where the cases contradict how news are read, the segmenter stays with the news:
- "Q. … A. …": capitals with a dot in running text are initials („A. Nowak"), never items;
- "w) … x) … y) …": in running text a list begins with one, a or i; what begins at „w)" quotes a regulation;
- several lists after each other on one line without any lead („1. … 2. … 1. … 2. …"): after a full stop the second „1."
  would be as good a list, but inside a sentence it is a score or a reference; only the first is taken whole.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from pipeline.values.enumeration import segment

_BULLET = r"[•⁃◦·]"
_LABEL = r"[\[(]?(?:\d{1,2}|[ivxIVX]{1,5}|[A-Za-z])(?:\.\)|[.)\]])"
_MARKER = re.compile(rf"\s*(?:{_BULLET}\s*(?:{_LABEL})?|{_LABEL})\s*(?=\S)")


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .;,!?")


def expected_items(segments: list[str]) -> list[str]:
    """„1) ład." -> „ład": the segments that open with a marker, without it."""
    return [_bare(s[m.end() :]) for s in segments if (m := _MARKER.match(s))]


def found_items(text: str) -> list[str]:
    """The items of every enumeration of a text, in text order."""
    items = sorted((i.start, i.end) for e in segment(text) for i in e.items)
    return [_bare(text[a:b]) for a, b in items]


def main() -> None:
    """Prints one line of counts, and with --errors what was missed or spurious in each case."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    right = missed = spurious = 0
    for number, line in enumerate(given.cases.read_text(encoding="utf-8").splitlines(), 1):
        case = json.loads(line)
        wanted, found = Counter(expected_items(case["expected"])), Counter(found_items(case["text"]))
        right += sum((wanted & found).values())
        missed += sum((wanted - found).values())
        spurious += sum((found - wanted).values())
        if given.errors and wanted != found:
            print(f"{number}: missed {list((wanted - found).elements())} spurious {list((found - wanted).elements())}")
    precision, recall = right / max(1, right + spurious), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"items: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({right} right, {spurious} spurious, {missed} missed)")


if __name__ == "__main__":
    main()
