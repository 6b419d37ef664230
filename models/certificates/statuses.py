"""Trains the model of statuses and writes ``pipeline/record/statusmodel/weights.npz``.

    pip install -e .[train]
    python -m models.certificates.statuses            # two minutes on one core
    python -m models.certificates.statuses --cross    # figures with every fresh set left out in turn, nothing is written

It learns from our own gold alone: articles and stories with their certificates. Whatever stands together as a candidate
certificate is an example, those that the gold does not know are of the class "none". The same gold and versions give the
same bytes.

What the rules read is a feature, and on sets that the rules were written for it is right more often than on new ones. So each
of those sets is learned twice, with the events of the rules and without them, either half as heavy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from models.certificates.fitting import Example, best, fit, save
from models.certificates.gold import ROOT, Story, match, stories
from pipeline.record.certificates import outlook
from pipeline.record.statusmodel import NONE, features

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WEIGHTS = ROOT / "pipeline" / "record" / "statusmodel" / "weights.npz"
COST, RAREST = 0.5, 3
"""inverse of the regularization; certificates that must have a feature"""
FRESH = ("stories-", "train-2", "train-general")
"""what the names of sets begin with that no rule was written for"""
KNOWN_WEIGHT = 0.5
"""of each of the two copies of a certificate from another set"""
_READ = "e:"
"""what the names of features begin with that the rules read"""


def examples(story: Story) -> Iterator[Example]:
    """Every candidate certificate of a story."""
    seen = outlook(story.article, story.mentions, story.organizations)
    for index, candidate in enumerate(seen.found):
        known = match(candidate, seen.found, story.known)
        yield Example(story.group, story.article.source, features(seen, index), str(known["status"]) if known else NONE)


def taught(listed: Iterable[Example]) -> Iterator[Example]:
    """The examples as they are learned, see the head of this module."""
    for example in listed:
        if example.group.startswith(FRESH):
            yield example
        else:
            blind = {name: value for name, value in example.seen.items() if not name.startswith(_READ)}
            yield replace(example, weight=KNOWN_WEIGHT)
            yield replace(example, seen=blind, weight=KNOWN_WEIGHT)


def _print_left_out(listed: list[Example]) -> None:
    """What share of every fresh set a model gets right that did not see the set."""
    right = total = 0
    for group in sorted({e.group for e in listed if e.group.startswith(FRESH)}):
        held = [e for e in listed if e.group == group]
        model = fit(list(taught(e for e in listed if e.group != group)), cost=COST, rarest=RAREST)
        own = sum(best(model, e) == e.label for e in held)
        print(f"{group:14} {own / len(held):.3f} of {len(held)}", flush=True)
        right, total = right + own, total + len(held)
    print(f"{'all':14} {right / total:.3f} of {total}")


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with fresh sets left out in turn; nothing is written")
    crossed = parser.parse_args().cross
    listed = [e for story in stories() for e in examples(story)]
    if crossed:
        _print_left_out(listed)
        return 0
    model = fit(list(taught(listed)), cost=COST, rarest=RAREST)
    save(model, WEIGHTS)
    print(f"{len(listed)} candidates, {Counter(e.label for e in listed)}; {len(model.places)} features -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
