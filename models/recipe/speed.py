"""Words a second of models side by side: ``python -m models.recipe.speed FOLDER [FOLDER ...] --data DIR``.

CPU time of one process on one core, with the system's part and of the user's alone. After a warm-up on the development part
the models run in turns over short shares of the hold-out, every second time in the opposite order, beside
``spacy.blank("pl")``: „first" over documents that none has met, „again" over the same once more, when all words are known.
Printed are median, lowest and highest rate of the shares and, of every further model, how much faster the first is than it
within a share.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

import pipeline.annotate.model.parts  # noqa: F401  # the model's own components, also from a folder that is not installed

if TYPE_CHECKING:
    from spacy.language import Language

ROUNDS = 20
_BATCH = 32

Spread = dict[str, float]
"""„median", „low" and „high"."""
Rates = dict[str, list[float]]
"""Words a second of each model in each share of the texts."""


def texts_of(nlp: Language, data: Path, side: str) -> list[str]:
    """The texts of what ``convert`` wrote."""
    return [doc.text for doc in DocBin().from_disk(data / f"{side}.spacy").get_docs(nlp.vocab)]


def _run(nlp: Language, texts: list[str]) -> tuple[float, float]:
    """Words a second of CPU time: of all, and of the user's alone."""
    began = os.times()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=_BATCH))
    ended = os.times()
    user, system = ended.user - began.user, ended.system - began.system
    return words / max(user + system, 1e-3), words / max(user, 1e-3)


def rates(models: dict[str, Language], before: list[str], texts: list[str], rounds: int = ROUNDS) -> dict[str, Rates]:
    """{"first, cpu": …, "first, user": …, "again, cpu": …, "again, user": …}.

    Args:
        models: the pipelines, by the name that is printed.
        before: texts to warm up on, not timed.
        texts: texts to time.
        rounds: number of shares that they are cut into.
    """
    for nlp in models.values():
        _run(nlp, before)
    found: dict[str, Rates] = {}
    for time in ("first", "again"):
        whole, user = (found.setdefault(f"{time}, {kind}", {name: [] for name in models}) for kind in ("cpu", "user"))
        for turn in range(rounds):
            for name in list(models) if turn % 2 else reversed(models):
                both = _run(models[name], texts[turn::rounds])
                whole[name].append(both[0])
                user[name].append(both[1])
    return found


def _spread(values: list[float], digits: int) -> Spread:
    named = {"median": median(values), "low": min(values), "high": max(values)}
    return {name: round(value, digits) for name, value in named.items()}


def summary(found: Rates) -> dict[str, Spread]:
    """{"shipped": its words a second, …, "shipped : peer": its rate as a multiple of the other's in the same share}.

    Args:
        found: rates; the first model is compared with every further one.
    """
    out = {name: _spread(values, 0) for name, values in found.items()}
    first, *others = found
    for other in others:
        out[f"{first} : {other}"] = _spread([a / b for a, b in zip(found[first], found[other], strict=True)], 3)
    return out


def measure(
    models: dict[str, Language], data: Path, rounds: int = ROUNDS, *, side: str = "test", documents: int | None = None
) -> dict[str, dict[str, Spread]]:
    """What ``summary`` says of the hold-out, or of the first documents of another side, for each kind of ``rates``."""
    blank = spacy.blank("pl")
    found = rates(models | {"blank": blank}, texts_of(blank, data, "dev"), texts_of(blank, data, side)[:documents], rounds)
    return {kind: summary(each) for kind, each in found.items()}


def main() -> None:
    """Prints a line for each model and each comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", help="folders; the first is compared with the others")
    parser.add_argument("--data", type=Path, required=True, help="what convert.py wrote")
    parser.add_argument("--side", choices=("test", "train"), default="test", help="train: a longer run, of the same kinds")
    parser.add_argument("--documents", type=int, help="only the first")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    models = {name: spacy.load(name) for name in given.models}
    measured = measure(models, given.data, given.rounds, side=given.side, documents=given.documents)
    for kind, spreads in measured.items():
        for name, spread in spreads.items():
            print(f"{kind:12} {name:60} {json.dumps(spread)}")


if __name__ == "__main__":
    main()
