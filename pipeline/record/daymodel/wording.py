"""„data wydania: 4 maja 2020 r.": the words beside a date, by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.record.clauses import is_finite
from pipeline.record.daymodel.lexicon import classes_in, classes_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.record.daymodel.scene import Place, Scene
    from pipeline.record.passages import Passage
    from pipeline.values.phrase import Word

_NEAR = 4
"""words right beside a date"""
_WIDE = 25
"""words of the passage on each side, and of the one before, that are looked at"""
_LABEL = 30
"""characters before a date in which the label of a form stands: „Data wydania certyfikatu:" has 25"""
_UNITS = frozenset({"dzień", "rok", "data", "dnia", "dniu", "r"})


def _parted(passage: Passage, place: Place) -> tuple[list[Word], list[Word], list[Word], list[Word]]:
    """Words before and behind a date, in its clause and in its passage, without those of dates."""
    dates = [(m.start, m.end) for m in passage.of("dates")]
    start, end = place.mention.start, place.mention.end
    free = [w for w in passage.words if not any(a <= w.start < b for a, b in dates)]
    left = [w for w in free if w.start < start][-_WIDE:]
    right = [w for w in free if w.start >= end][:_WIDE]
    clause = passage.clause_at(start)
    if clause is None:
        return left, right, left, right
    return [w for w in left if clause.holds(w.start)], [w for w in right if clause.holds(w.start)], left, right


def _verb(words: Sequence[Word]) -> Word | None:
    return next((w for w in words if is_finite(w) or shape_of(w) in {"ppas", "inf", "past"}), None)


def of_place(scene: Scene, place: Place) -> Iterator[str]:
    """What stands beside a date: words of its clause before and behind it by class, its preposition, noun and verb, its label.

    Args:
        scene: the article.
        place: the date.
    """
    passage = scene.passages[place.passage]
    before, behind, left, right = _parted(passage, place)
    yield from _of_near(before, behind)
    for name, words in (("cb", before), ("ca", behind), ("pb", left), ("pa", right)):
        yield from (f"{name}={kind}" for kind in classes_in(words))
    verb = _verb(before[::-1]) or _verb(behind)
    if verb is not None:
        for kind in classes_of(verb) or ("unknown",):
            yield f"verb={kind},{shape_of(verb)}"
            yield f"verb={kind}"
    else:
        yield "verbless"
    if place.passage:
        earlier = scene.passages[place.passage - 1]
        same = "same" if earlier.line == passage.line else "above"
        yield from (f"prev-{same}={kind}" for kind in classes_in(earlier.words[-_WIDE:]))
    yield from _of_layout(scene.text, passage, place)


def _of_near(before: Sequence[Word], behind: Sequence[Word]) -> Iterator[str]:
    words = [w for w in before[-_NEAR:] if w.form.lower() not in _UNITS]
    preposition = words[-1].form.lower() if words else "^"
    yield f"prep={preposition if len(preposition) <= len('według') else '*'}"
    for away, word in enumerate(reversed(words)):
        yield from (f"n{away}={kind}" for kind in classes_of(word))
    yield from (f"near={kind}" for kind in classes_in(words))
    yield from (f"next={kind}" for kind in classes_in(behind[:_NEAR]))


def _of_layout(text: str, passage: Passage, place: Place) -> Iterator[str]:
    start, end = place.mention.start, place.mention.end
    line = text.rfind("\n", 0, start) + 1
    ahead = text[line:start].strip(" –—-•*\t")
    if not ahead:
        yield "opens-line"
    label = text[max(line, start - _LABEL) : start].rstrip()
    if label.endswith(":"):
        yield "label"
        lead = [w for w in passage.words if w.start >= start - _LABEL and w.end <= start]
        yield from (f"label={kind}" for kind in classes_in(lead))
    bracket = text.rfind("(", line, start)
    if bracket >= 0 and ")" not in text[bracket:start]:
        yield "bracket"
    if text[end : end + 2].strip()[:1] in {"–", "—", "-", ":", "\t"} or text[end : end + 1] == "\t":
        yield "entry"
        if not ahead:
            yield "calendar"
