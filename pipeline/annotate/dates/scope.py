"""„Po audycie, który miał miejsce 15 lutego, …": which words share the date's clause, and which event it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.cues import words
from pipeline.annotate.dates.words import has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.dates.words import Word

_ADJUNCT = 4
"""words of a phrase such as „po zeszłorocznym audycie systemu", from its preposition to the date's"""


def narrowed(some: Sequence[Word], low: int, first: int, last: int, high: int) -> tuple[int, int]:
    """„Miło nam poinformować, iż 1 sierpnia urząd uzyskał …" -> the words from „iż" on.

    Args:
        some: the words of the sentence.
        low: where the clause begins, a number of a word.
        first: the first word of the date.
        last: the first word behind the date.
        high: one past the clause's last word.

    Returns:
        The clause without what a conjunction or a relative pronoun parts from the date.
    """
    for at in range(first - 1, low - 1, -1):
        if _opens(some, at):
            low = at
            break
    high = next((at for at in range(last, high) if _opens(some, at)), high)
    return low, high


def _opens(some: Sequence[Word], at: int) -> bool:
    word = some[at]
    if not word.lemmas & words("subordinating"):
        return False
    behind_preposition = at > 0 and some[at - 1].broken and len(some[at - 1].text) <= 3
    return word.broken or (behind_preposition and bool(word.lemmas & words("relative")))


def only_points(clause: Sequence[Word]) -> bool:
    """„było to", „to jest", „czyli": a clause that says of the one before it when that was, and nothing else."""
    return has(clause, "pointing") and all(w.lemmas & words("empty") for w in clause)


def adjunct(clause: Sequence[Word], first: int) -> Sequence[Word]:
    """„po audycie w maju 2010 r. gmina …" -> „audycie": the event right before the date, behind a preposition of time.

    Returns:
        The words between the preposition and the date's own preposition, nearest first; none where there is no such phrase.
    """
    at = first - 1
    while at >= 0 and clause[at].lemmas & words("dating"):
        at -= 1
    end = at + 1
    while at >= 0 and end - at <= _ADJUNCT and (clause[at].shape.noun or clause[at].shape.adjective):
        if clause[at].lemmas & words("during"):
            break
        at -= 1
    if at < 0 or not clause[at].lemmas & words("during"):
        return ()
    return clause[end - 1 : at : -1] if at else clause[end - 1 : 0 : -1]
