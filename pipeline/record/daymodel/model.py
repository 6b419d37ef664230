"""„Data wydania: 4 maja 2020 r.": the model of days and its vote beside the rules'."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.record.daymodel.decoding import FIELDS, NONE
from pipeline.record.linear import LinearModel, read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

RULES, SILENCE = 2.5, 0.5
"""log-odds that a day which the rules give a field counts there, and their silence; chosen on whole sets left out
(models/README.md), where 1 to 3 change little"""
DENIAL = 2.0
"""log-odds that a field counts less where the rules of the clause take a date's role back, or where only another certificate's
passages name the date"""
_NEVER = -99.0


def odds(
    logs: Mapping[str, Mapping[str, float]],
    ruled: Mapping[str, str | None],
    denied: Mapping[str, AbstractSet[str]] = MappingProxyType({}),
) -> dict[str, dict[str, float]]:
    """What rules and model say together: value -> field -> log-odds against that it is none of the certificate's.

    Args:
        logs: value -> class -> natural logarithm of its probability, see ``LinearModel.log_probabilities``.
        ruled: the days that the rules give each field.
        denied: value -> fields that speak against it: „1 maja gmina otrzymała tytuł".
    """
    found: dict[str, dict[str, float]] = {}
    for value, told in logs.items():
        own = {name: told[name] - told[NONE] if name in told else _NEVER for name in FIELDS}
        for name in FIELDS:
            own[name] += RULES * (ruled.get(name) == value) - SILENCE * (ruled.get(name) is None)
            own[name] -= DENIAL * (name in denied.get(value, ()))
        found[value] = own
    return found


@lru_cache(maxsize=1)
def load() -> LinearModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    return read("pipeline.record.daymodel")
