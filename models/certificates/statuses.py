"""Trains the model of statuses and writes ``pipeline/record/statusmodel/weights.npz``.

    pip install -e .[train]
    python -m models.certificates.statuses            # two minutes on one core
    python -m models.certificates.statuses --cross    # figures with every set left out in turn, nothing is written

It learns from our own gold alone: articles and stories with their certificates. Whatever stands together as a candidate
certificate is an example, those that the gold does not know are of the class "none". The same gold and versions give the
same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from models.certificates.fitting import Example, fit, print_left_out, save
from models.certificates.gold import ROOT, Story, match, stories
from pipeline.record.statusmodel.features import features
from pipeline.record.statusmodel.model import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS = ROOT / "pipeline" / "record" / "statusmodel" / "weights.npz"
COST, RAREST = 2.0, 2
"""inverse of the regularization; certificates that must have a feature"""


def examples(story: Story) -> Iterator[Example]:
    """Every candidate certificate of a story."""
    for candidate in story.candidates:
        held = candidate.holder is not None
        article = story.article
        several = len(story.candidates) > 1
        seen = features(article.text, article.published, candidate.cluster, several=several, held=held)
        known = match(candidate, story.candidates, story.known)
        yield Example(story.group, article.source, seen, str(known["status"]) if known else NONE)


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with every set left out in turn; nothing is written")
    crossed = parser.parse_args().cross
    listed = [e for story in stories() for e in examples(story)]
    if crossed:
        print_left_out(listed, cost=COST, rarest=RAREST)
        return 0
    model = fit(listed, cost=COST, rarest=RAREST)
    save(model, WEIGHTS)
    print(f"{len(listed)} candidates, {Counter(e.label for e in listed)}; {len(model.places)} features -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
