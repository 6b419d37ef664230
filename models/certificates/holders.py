"""Trains the model of holders and writes ``pipeline/record/holdermodel/weights.npz``.

    pip install -e .[train]
    python -m models.certificates.holders            # two minutes on one core
    python -m models.certificates.holders --cross    # figures with every set left out in turn, nothing is written

Every office of an article is an example for every certificate that its gold knows; those that hold it are of the class
"holds". It comes first of the recipes of this folder: the others learn from candidates that it has parted.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from models.certificates.fitting import Example, fit, left_out, save
from models.certificates.gold import ROOT, Story, families, stories
from pipeline.evaluate.score import same_body
from pipeline.record.clusters import clusters
from pipeline.record.holder import offices
from pipeline.record.holdermodel import HOLDS, OTHER, choose, features, telling_of
from pipeline.record.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS = ROOT / "pipeline" / "record" / "holdermodel" / "weights.npz"
COST, RAREST = 0.3, 3
"""inverse of the regularization; offices that must have a feature"""


def examples(story: Story) -> Iterator[Example]:
    """The offices of a story, those of one certificate with one ``source``."""
    told = passages(story.article.text, story.mentions, story.article.blocks)
    listed = offices(story.organizations)
    telling = telling_of(story.article.text, told, listed)
    for number, cluster in enumerate(clusters(told)):
        known = [c for c in story.known if families(c) & set(cluster.families)]
        if not known or not all(c.get("organization") for c in known):
            continue  # whose it is nobody wrote down
        holds = [any(same_body(c["organization"], row.name) for c in known for row in rows) for rows in listed]
        for seen, held in zip(features(telling, cluster) if any(holds) else (), holds, strict=False):
            yield Example(story.group, f"{story.article.source}#{number}", seen, HOLDS if held else OTHER)


def cross(listed: list[Example]) -> None:
    """Prints precision and recall of holders in every set, by a model that did not see it."""
    total = [0, 0, 0]
    for group, model, held in left_out(listed, cost=COST, rarest=RAREST):
        right = given = wanted = 0
        for source in dict.fromkeys(e.source for e in held):
            own = [e for e in held if e.source == source]
            logs = [model.log_probabilities(e.seen) for e in own]
            chosen = choose([found[HOLDS] - found[OTHER] for found in logs])
            right += sum(own[i].label == HOLDS for i in chosen)
            given, wanted = given + len(chosen), wanted + sum(e.label == HOLDS for e in own)
        print(f"{group:14} P {right / given:.3f} R {right / wanted:.3f} of {wanted}")
        total = [a + b for a, b in zip(total, (right, given, wanted), strict=True)]
    print(f"{'all':14} P {total[0] / total[1]:.3f} R {total[0] / total[2]:.3f} of {total[2]}")


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with every set left out in turn; nothing is written")
    crossed = parser.parse_args().cross
    listed = [e for story in stories() for e in examples(story)]
    if crossed:
        cross(listed)
        return 0
    model = fit(listed, cost=COST, rarest=RAREST)
    save(model, WEIGHTS)
    held = sum(e.label == HOLDS for e in listed)
    print(f"{len(listed)} offices, {held} hold a certificate; {len(model.places)} features -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
