"""„Po audycie, który miał miejsce 15 lutego, …": which words share the date's clause, and which event it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.cues import data, words
from pipeline.annotate.dates.words import has, is_verbal_noun, phrase_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.dates.words import Word

_OPENING = 4
"""words with which a sentence says that it goes on about the same day"""
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
    at = _before_dating(clause, first)
    end = at + 1
    while at >= 0 and end - at <= _ADJUNCT and (clause[at].shape.noun or clause[at].shape.adjective):
        if clause[at].lemmas & words("during"):
            break
        at -= 1
    if at < 0 or not clause[at].lemmas & words("during"):
        return ()
    return clause[end - 1 : at : -1] if at else clause[end - 1 : 0 : -1]


def attached(clause: Sequence[Word], first: int) -> int:
    """„poprzedził audit w dniu 29 listopada", „czeka nas audyt wstępny w marcu": a nominative right before the date.

    Returns:
        -1 where no such noun stands there.
    """
    at = _before_dating(clause, first)
    while at >= 0 and clause[at].shape.adjective and not clause[at].shape.noun and not clause[at].broken:
        at -= 1
    return at if at >= 0 and clause[at].shape.noun and clause[at].shape.nominative else -1


def _before_dating(clause: Sequence[Word], first: int) -> int:
    """The place of the last word before the date's own preposition."""
    at = first - 1
    while at >= 0 and clause[at].lemmas & words("dating"):
        at -= 1
    return at


def goes_on(following: Sequence[Word]) -> bool:
    """„Tego dnia wręczono …", „Podczas jubileuszu wręczono …": whether a sentence tells more of the day of the one before."""
    opening = following[:_OPENING]
    if has(opening, "then") or any(phrase_hits(tuple(p), opening) for p in data()["words"]["then_phrases"]):
        return True
    return bool(opening) and bool(opening[0].lemmas & words("during")) and has(opening[1:], "occasion")


def same_scene(following: Sequence[Word]) -> Sequence[Word]:
    """„Zanim radni zaczęli obrady, prezes wręczył …": the main clause of a sentence that goes on at the same occasion.

    Returns:
        No words where the sentence opens otherwise.
    """
    if not has(following[:2], "scene"):
        return ()
    ends = (i for i in range(2, len(following)) if following[i].broken and any(w.finite for w in following[:i]))
    return following[next(ends, 0) :] if has(following[:1], "subordinating") else following


def verbal_noun(clause: Sequence[Word], first: int) -> Word | None:
    """„zawiadamiamy o wydaniu 31 sierpnia certyfikatu" -> „wydaniu": a verbal noun right before the date."""
    at = _before_dating(clause, first)
    return clause[at] if at >= 0 and is_verbal_noun(clause[at].text.lower()) else None


def explaining(some: Sequence[Word], last: int) -> Sequence[Word]:
    """„w 2005 roku, gdy go zdobywaliśmy": the words from „gdy" on, where it stands right behind the date."""
    if last < len(some) and some[last].broken and some[last].lemmas & words("explaining"):
        ends = (i for i in range(last + 2, len(some)) if some[i].broken and any(w.finite for w in some[last:i]))
        return some[last + 1 : next(ends, len(some))]
    return ()
