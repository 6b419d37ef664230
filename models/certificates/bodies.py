"""Trains the model of certification bodies and writes ``pipeline/record/bodymodel/weights.npz``.

    pip install -e .[train]
    python -m models.certificates.bodies            # two minutes on one core
    python -m models.certificates.bodies --cross    # figures with every set left out in turn, nothing is written

It learns from our own gold alone: articles and stories with their certificates. Every body that a story names is an example
with every candidate certificate of the story that the gold knows: „certifies" where the gold names that body, else „not". The
same gold and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from models.certificates.fitting import Example, fit, left_out, save
from models.certificates.gold import ROOT, Story, match, stories
from pipeline.evaluate.score import same_body
from pipeline.record.bodymodel import Survey, decide, features
from pipeline.record.bodymodel.model import CERTIFIES, NOT
from pipeline.record.passages import passages
from pipeline.values.body import find_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.record.linear import LinearModel

WEIGHTS = ROOT / "pipeline" / "record" / "bodymodel" / "weights.npz"
COST, RAREST = 0.2, 2
"""inverse of the regularization; pairs that must have a feature"""
_REGISTERED = "EMAS"
"""entered in a register by an authority: no body certifies it (``pipeline/record/certificates.py``)"""


class Question(NamedTuple):
    """„Who certified it?": a certificate of the gold, its body if it has one, and every body of the story with its example."""

    group: str
    source: str
    certifier: str | None
    pairs: dict[str, Example]


@lru_cache(maxsize=4096)
def _register_id(name: str) -> str:
    found = find_bodies(name)
    return found[0].body.id if found else name.casefold()


def is_body(given: str, known: str | None) -> bool:
    """„PCBC S.A." and „Polskie Centrum Badań i Certyfikacji": whether two names are of one body."""
    return known is not None and (same_body(given, known) or _register_id(given) == _register_id(known))


def questions(story: Story) -> Iterator[Question]:
    """Every candidate certificate of a story that its gold knows."""
    article = story.article
    listed = story.candidates
    survey = Survey(article.text, passages(article.text, story.mentions, article.blocks), listed)
    for own, candidate in enumerate(listed):
        known = match(candidate, listed, story.known)
        families = candidate.cluster.families
        if known is None or (families and all(f.startswith(_REGISTERED) for f in families)):
            continue
        certifier = known.get("certifier")
        if certifier is None and not story.whole:
            continue
        pairs = {}
        for name in survey.places:
            seen = features(survey, own, name, str(known["status"]))
            pairs[name] = Example(story.group, article.source, seen, CERTIFIES if is_body(name, certifier) else NOT)
        yield Question(story.group, article.source, certifier, pairs)


def answer(model: LinearModel, question: Question) -> str | None:
    """The body that the model alone chooses."""
    logs = {name: model.log_probabilities(pair.seen) for name, pair in question.pairs.items()}
    return decide(None, {name: log[CERTIFIES] - log[NOT] for name, log in logs.items()})[0]


def print_answers(listed: list[Question]) -> None:
    """Prints what every set makes of a model that did not see it: right bodies and right silence, wrong, missed, invented."""
    total: Counter[str] = Counter()
    for group, model, _ in left_out([pair for q in listed for pair in q.pairs.values()], cost=COST, rarest=RAREST):
        counts = Counter(_judged(answer(model, q), q.certifier) for q in listed if q.group == group)
        print(f"{group:14} {_printed(counts)}")
        total += counts
    print(f"{'all':14} {_printed(total)}")


def _judged(given: str | None, known: str | None) -> str:
    if given is None:
        return "right" if known is None else "missed"
    return "invented" if known is None else "right" if is_body(given, known) else "wrong"


def _printed(counts: Counter[str]) -> str:
    share = counts["right"] / max(1, counts.total())
    return f"{share:.3f} of {counts.total()}, " + ", ".join(f"{n} {counts[n]}" for n in ("wrong", "missed", "invented"))


def main() -> int:
    """Trains and saves, or prints the figures of sets left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cross", action="store_true", help="figures with every set left out in turn; nothing is written")
    crossed = parser.parse_args().cross
    listed = [q for story in stories() for q in questions(story)]
    if crossed:
        print_answers(listed)
        return 0
    pairs = [pair for q in listed for pair in q.pairs.values()]
    model = fit(pairs, cost=COST, rarest=RAREST)
    save(model, WEIGHTS)
    print(f"{len(pairs)} pairs, {Counter(e.label for e in pairs)}; {len(model.places)} features -> {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
