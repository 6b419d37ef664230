"""„zostaje na ścianie" -> maintained: the model of statuses and its vote beside the rules'."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from pipeline.record.linear import LinearModel, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.schema import Status

NONE = "none"
"""class of what is no certificate of the article"""
RULES, SILENCE = 1.5, 0.5
"""log-odds that an answer of the rules counts, and their silence; chosen on whole sets left out (models/README.md)"""


def decide(rule: Status | None, logs: Mapping[str, float]) -> Status | None:
    """The status that rules and model agree on best; None where it is no certificate of the article.

    Args:
        rule: the rules' answer.
        logs: the model's, see ``LinearModel.log_probabilities``.
    """
    answer, weight = rule or NONE, RULES if rule else SILENCE
    voted = {name: value + weight * (name == answer) for name, value in logs.items()}
    best = max(sorted(voted), key=lambda name: voted[name])
    return None if best == NONE else cast("Status", best)


@lru_cache(maxsize=1)
def load() -> LinearModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    return read("pipeline.record.statusmodel")
