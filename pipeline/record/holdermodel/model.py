"""„trzej odbiorcy": which offices hold a certificate, by the trained model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.linear import LinearModel, read

if TYPE_CHECKING:
    from collections.abc import Sequence

HOLDS, OTHER = "holds", "other"
"""classes of the model"""


def choose(logs: Sequence[float]) -> list[int]:
    """Numbers of the offices that hold the certificate: all that are likelier than not, else the likeliest one.

    Args:
        logs: of each office the log-odds that it holds.
    """
    held = [i for i, odds in enumerate(logs) if odds > 0]
    return held or ([max(range(len(logs)), key=lambda i: (logs[i], -i))] if logs else [])


@lru_cache(maxsize=1)
def load() -> LinearModel:
    """The shipped weights.

    Raises:
        OSError: they are not there.
    """
    return read("pipeline.record.holdermodel")
