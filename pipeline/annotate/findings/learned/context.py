"""What the rest of a text says of a candidate: findings stand together, and a sentence holds few of them.

The second judgement: what the models of the first say of the candidate, its sentence and the sentences around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from pipeline.values.enumeration import Span

NEXT = 400
"""characters; a sentence further away is no neighbour"""
AROUND = 1200
"""characters; two or three paragraphs of news"""
_FLOOR, _CEILING = -5.0, 4.0
"""log-odds; what is surer says no more"""
_MANY = 5
NAMES = (
    "candidate", "sentence", "rank", "candidate_below_best", "best_before", "best_behind", "best_around",
    "sentence_before", "sentence_behind", "sentence_around", "near_audit", "sentences_around",
)  # fmt: skip
"""columns of what is judged"""


class Judged(NamedTuple):
    """A sentence and what the first models say of it, in log-odds.

    ``odds`` holds one number a candidate, ``ranks`` how they stand to each other.
    """

    span: Span
    near: bool
    """whether an audit is named near it"""
    sentence: float
    odds: npt.NDArray[np.float64]
    ranks: npt.NDArray[np.float64]

    @property
    def best(self) -> float:
        """The log-odds of the likeliest candidate."""
        return float(self.odds.max()) if len(self.odds) else _FLOOR


def in_context(judged: Sequence[Judged]) -> list[npt.NDArray[np.float64]]:
    """For every sentence of a text one row a candidate, one column a name of ``NAMES``.

    Args:
        judged: all sentences of one text that were read, in its order.
    """
    return [_of(judged, place) for place in range(len(judged))]


def _of(judged: Sequence[Judged], place: int) -> npt.NDArray[np.float64]:
    own = judged[place]
    if not len(own.odds):
        return np.zeros((0, len(NAMES)))
    before = judged[place - 1] if place and own.span[0] - judged[place - 1].span[1] < NEXT else None
    behind = judged[place + 1] if place + 1 < len(judged) and judged[place + 1].span[0] - own.span[1] < NEXT else None
    around = _around(judged, place)
    clipped = np.clip(own.odds, _FLOOR, _CEILING)
    shared = [
        _best(before),
        _best(behind),
        max((_best(j) for j in around), default=_FLOOR),
        _sentence(before),
        _sentence(behind),
        max((_sentence(j) for j in around), default=_FLOOR),
        float(own.near),
        float(min(len(around), _MANY)),
    ]
    return np.column_stack(
        [
            clipped,
            np.full(len(clipped), _sentence(own)),
            own.ranks - own.ranks.max(),
            own.odds - own.best,
            np.tile(shared, (len(clipped), 1)),
        ]
    )


def _best(judged: Judged | None) -> float:
    return _FLOOR if judged is None else float(np.clip(judged.best, _FLOOR, _CEILING))


def _sentence(judged: Judged | None) -> float:
    return _FLOOR if judged is None else float(np.clip(judged.sentence, _FLOOR, _CEILING))


def _around(judged: Sequence[Judged], place: int) -> list[Judged]:
    start = judged[place].span[0]
    low = place
    while low and start - judged[low - 1].span[0] < AROUND:
        low -= 1
    high = place
    while high + 1 < len(judged) and judged[high + 1].span[0] - start < AROUND:
        high += 1
    return [*judged[low:place], *judged[place + 1 : high + 1]]
