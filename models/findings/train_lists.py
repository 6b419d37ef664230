"""Trains the model of lists: „Bilans dnia wygląda tak: - wyciek oleju, …" -> weights of ``learned/lists.npz``.

    python models/findings/train_lists.py            # trains on every list of the gold, writes the weights
    python models/findings/train_lists.py --cross    # every set left out once: rules, model, both

A list is findings where at least half of its items touch a finding of the gold. With ``--cross`` the model may overrule what it
may in use: lists of which the rules say no more than that they do not know the lead. Articles are left out by an eighth.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from fitting import fitted, logistic, matrix
from train import FOLDS, WEIGHTS, texts

from pipeline.annotate.findings import find_findings
from pipeline.annotate.findings.audits import AuditWords
from pipeline.annotate.findings.learned.enumerations import features
from pipeline.annotate.findings.learned.model import KINDS, Linear
from pipeline.annotate.findings.learned.surroundings import Surroundings
from pipeline.annotate.findings.lists import findings_in_lists
from pipeline.annotate.findings.testimony import testify
from pipeline.values.enumeration import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from pipeline.annotate.findings.testimony import Testimony
    from pipeline.evaluate.markup import Mark
    from pipeline.values.enumeration import Enumeration, Span

LISTS = WEIGHTS.with_name("lists.npz")
THRESHOLD = 1.5
"""log-odds from which a list is taken; from 0 to 2 the lists of passages are decided nearly alike, others want it high"""


class Listed(NamedTuple):
    """A list of a text, whether it is findings, whether the rules say so and whether they leave it to the model."""

    group: str
    features: npt.NDArray[np.int64]
    right: bool
    kind: str
    ruled: bool
    asked: bool


def lists() -> Iterator[Listed]:
    """Every list of the gold."""
    for group, text, marks in texts():
        found = segment(text)
        audits, around, asked = AuditWords(text), Surroundings(text), set[int]()

        def judge(enumeration: Enumeration, _: Testimony, asked: set[int] = asked) -> None:
            asked.add(enumeration.items[0].start)

        findings_in_lists(text, audits, judge=judge)
        ruled = [(f.start, f.end) for f in find_findings(text, learned=False)] if found else []
        for enumeration in found:
            items = [(i.start, i.end) for i in enumeration.items]
            told = features(text, enumeration, testify(text, items), audits, around)
            right = _half(items, [(m.start, m.end) for m in marks])
            name = f"{group}-{crc32(text.encode()) % FOLDS}" if group == "articles" else group
            kind = _kind(items, marks) if right else ""
            yield Listed(name, told, right, kind, _half(items, ruled), items[0][0] in asked)


def _touching(items: list[Span], found: list[Span]) -> int:
    return sum(any(a < high and low < b for a, b in found) for low, high in items)


def _half(items: list[Span], found: list[Span]) -> bool:
    return _touching(items, found) * 2 >= len(items)


def _kind(items: list[Span], marks: list[Mark]) -> str:
    touched = [m for m in marks if _touching(items, [(m.start, m.end)])]
    return Counter(m.attributes.get("kind", "unspecified") for m in touched).most_common(1)[0][0]


def cross(every: list[Listed]) -> None:
    """Sets left out: right and false lists of rules, model and both, and how often the kind is right."""
    table, right = matrix([e.features for e in every]), np.array([e.right for e in every])
    groups, kinds = np.array([e.group for e in every]), np.array([e.kind for e in every])
    odds, named = np.zeros(len(every)), np.empty(len(every), dtype=object)
    for group in sorted(set(groups)):
        here = groups == group
        odds[here] = logistic(table[here], fitted(table[~here], right[~here]))
        known = ~here & right
        said = [logistic(table[here], fitted(table[known], kinds[known] == kind)) for kind in KINDS]
        named[here] = np.array(KINDS)[np.argmax(said, axis=0)]
    ruled, asked = np.array([e.ruled for e in every]), np.array([e.asked for e in every])
    for name, chosen in (("passages", np.char.startswith(groups, "passages")), ("all", np.ones(len(every), bool))):
        for voter, said in (("rules", ruled), ("model", odds >= 0), ("both", ruled | (asked & (odds >= THRESHOLD)))):
            of = said[chosen], right[chosen]
            print(
                f"{name:9} {voter:6} lists {chosen.sum()} right {(of[0] & of[1]).sum()} false {(of[0] & ~of[1]).sum()}", end=" "
            )
            print(f"missed {(~of[0] & of[1]).sum()} accuracy {(of[0] == of[1]).mean():.3f}")
    print(f"kinds {(named[right] == kinds[right]).mean():.3f}")


def write(every: list[Listed], path: Path) -> None:
    """Decision and kinds in half precision."""
    table, right = matrix([e.features for e in every]), np.array([e.right for e in every])
    kinds = np.array([e.kind for e in every])
    models: list[Linear] = [fitted(table, right), *(fitted(table[right], kinds[right] == kind) for kind in KINDS)]
    weights = np.array([m.weights for m in models], np.float16)
    np.savez_compressed(path, weights=weights, biases=np.array([m.bias for m in models]), threshold=THRESHOLD)


def main() -> int:
    """Trains, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true", help="figures of sets left out instead of weights")
    parser.add_argument("--out", type=Path, default=LISTS)
    options = parser.parse_args()
    every = list(lists())
    print(f"{len(every)} lists, {sum(e.right for e in every)} of them findings")
    if options.cross:
        cross(every)
        return 0
    write(every, options.out)
    print(f"{options.out}: {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
