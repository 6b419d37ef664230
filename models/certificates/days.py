"""Trains the model of days and writes ``pipeline/record/daymodel/weights.npz``.

    pip install -e .[train]
    python -m models.certificates.days            # two minutes on one core
    python -m models.certificates.days --cross    # figures with every set left out in turn, nothing is written

It learns from those of our own stories whose gold names every day that the text tells: each date that may be a certificate's is
an example of the field whose value it is, or of "none". The same gold and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.certificates.fitting import Example, fit, save
from models.certificates.gold import ROOT, Story, match, stories
from pipeline.record.daymodel import FIELDS, NONE, Scene, Side, features, voted
from pipeline.record.passages import passages
from pipeline.record.validity import dates_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.record.linear import LinearModel
    from pipeline.schema import Status

WEIGHTS = ROOT / "pipeline" / "record" / "daymodel" / "weights.npz"
COST, RAREST = 0.5, 3
"""inverse of the regularization; dates that must have a feature"""
UNSEEN = ("stories", "train-2", "train-days")
"""beginnings of the names of sets that the rules were not written on: they alone tell how good the rules are"""
_SET_BESIDE = frozenset({"planned"})
"""statuses of certificates that have no days"""


@dataclass
class Case:
    """A candidate with the certificate of the gold that it is, and its scene."""

    group: str
    source: str
    scene: Scene
    side: Side
    known: dict[str, Any]

    @property
    def status(self) -> Status:
        """What happened to the certificate, by the gold."""
        return self.known["status"]  # type: ignore[no-any-return]


def cases(story: Story) -> Iterator[Case]:
    """The candidates of a story that are certificates, each certificate once."""
    every = passages(story.article.text, story.mentions, story.article.blocks)
    scene = Scene(story.article.text, story.article.published, every, story.candidates)
    taken: list[int] = []
    for candidate, side in zip(story.candidates, scene.sides, strict=True):
        known = match(candidate, story.candidates, story.known)
        if known is None or known["status"] in _SET_BESIDE or id(known) in taken:
            continue
        taken.append(id(known))
        yield Case(story.group, story.article.source, scene, side, known)


def examples(case: Case) -> Iterator[Example]:
    """Every date that may be a certificate's; of two fields with one value the day of the award counts."""
    order = sorted(FIELDS, key=lambda name: name != "awarded")
    for value, seen in features(case.scene, case.side, case.status).items():
        label = next((name for name in order if case.known.get(name) == value), NONE)
        yield Example(case.group, case.source, seen, label)


def trained(listed: list[Case]) -> LinearModel:
    """The model of a list of certificates."""
    return fit([e for case in listed for e in examples(case)], cost=COST, rarest=RAREST)


def verdict(known: str | None, found: str | None) -> str:
    """„right", „missed", „wrong", „spurious", or "" where there is nothing to find and nothing was found."""
    if known == found:
        return "right" if known else ""
    return "missed" if found is None else "wrong" if known else "spurious"


def count(listed: list[Case], answer: Callable[[Case], Any]) -> Counter[tuple[str, str]]:
    """How many fields of each name are right, missed, wrong, spurious."""
    found: Counter[tuple[str, str]] = Counter()
    for case in listed:
        days = answer(case)
        found.update((name, verdict(case.known.get(name) or None, getattr(days, name))) for name in FIELDS)
    return found


def told(counts: Counter[tuple[str, str]]) -> str:
    """„awarded 30/11/2/0" right, missed, wrong, spurious; and F1 of all fields together."""
    kinds = ("right", "missed", "wrong", "spurious")
    parts = [f"{name} {'/'.join(str(counts[name, kind]) for kind in kinds)}" for name in FIELDS]
    right, missed, wrong, spurious = (sum(counts[name, kind] for name in FIELDS) for kind in kinds)
    return f"{', '.join(parts)}, F1 {2 * right / max(1, 2 * right + missed + spurious + 2 * wrong):.3f}"


def print_left_out(listed: list[Case]) -> None:
    """Prints what rules and vote make of every set that the model did not see, the statuses as in the gold."""
    both: dict[str, Counter[tuple[str, str]]] = {"rules": Counter(), "vote": Counter()}
    for group in sorted({c.group for c in listed}):
        own = [c for c in listed if c.group == group]
        model = trained([c for c in listed if c.group != group])
        ruled = count(own, lambda c: dates_of(c.scene.text, c.side.cluster, c.status, c.scene.published))
        together = count(own, lambda c, m=model: voted(c.scene, c.side, c.status, model=m))  # type: ignore[misc]
        print(f"{group:10} rules {told(ruled)}\n{'':10} vote  {told(together)}")
        both["rules"] += ruled
        both["vote"] += together
    for name, counts in both.items():
        print(f"all {name}: {told(counts)}")


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with every set left out in turn; nothing is written")
    crossed = parser.parse_args().cross
    listed = [c for story in stories() if story.group.startswith(UNSEEN) for c in cases(story)]
    if crossed:
        print_left_out(listed)
        return 0
    model = trained(listed)
    save(model, WEIGHTS)
    print(f"{len(listed)} certificates; {len(model.places)} features, {', '.join(model.classes)} -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
