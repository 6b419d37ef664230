"""„rzecznik bojowników Mowładi Udugow": people whom only a statistical model sees, where a function could be theirs.

The dictionary knows neither half of such a name, and no rule finds it where it does not stand right beside the function's noun.
The rules' own officials stay as they are: a person of the model may take a function that they left without a holder, or join
those who share one.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from pipeline.annotate.base import chars_of, spans_of
from pipeline.annotate.evidence import people_marked
from pipeline.text import DASHES
from pipeline.values import morph
from pipeline.values.cover import Cover
from pipeline.values.name.person import readings
from pipeline.values.name.recognise import NOBLE, Name, is_patron
from pipeline.values.name.tokens import capital, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.annotate.officials.board import Bond
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.tokens import Token

_REACH = 300
"""characters between a function and a person of the model; beyond two sentences nothing ties them"""
_LONGEST = 8
"""tokens of a name before and behind a pair"""
_OTHERS = ("organizations", "certifiers", "places")


def unknown_pairs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """„Mowładi Udugow", „Xanana van Gusmão": two capitalised words in a row, one of them not in the dictionary."""
    found = []
    before: int | None = None
    for i, token in enumerate(tokens):
        if capital(token) and len(token.text) > 1:
            if before is not None and not (morph.analyse(tokens[before].text) and morph.analyse(token.text)):
                found.append((before, i))
            before = i
        elif token.low not in NOBLE:
            before = None
    return found


def openings(doc: Doc, tokens: Sequence[Token], names: Sequence[Name], roles: Sequence[Role]) -> list[tuple[int, int]]:
    """The pairs that a person of a model may hold: on a line with a function or next to one, in no name, body or place."""
    pairs = unknown_pairs(tokens) if roles else []
    if not pairs:
        return []
    lines = _line_numbers(tokens)
    near = {lines[r.head] + step for r in roles for step in (-1, 0, 1)}
    heads = sorted(tokens[r.head].start for r in roles)
    taken = {i for n in names for i in range(n.first, n.last)}
    others = Cover(tokens[-1].end, (chars_of(span) for kind in _OTHERS for span in spans_of(doc, kind)))
    return [
        (i, j)
        for i, j in pairs
        if lines[i] in near
        and _distance(heads, tokens[i].start) <= _REACH
        and _may_be_person(tokens, i, j)
        and not taken & set(range(i, j + 1))
        and not others.overlaps(tokens[i].start, tokens[j].end)
    ]


def people_of_model(doc: Doc, tokens: Sequence[Token], names: Sequence[Name], roles: Sequence[Role]) -> list[Name]:
    """„Xanana Gusmão": the model's people around an opening, in text order; none without a model.

    What another component has read as a body or a place („Bureau Veritas Certification") is no person, whatever the model says,
    and neither is what reads as one by the dictionary only („Podhorce Wielkie").
    """
    marked = people_marked(doc)
    pairs = openings(doc, tokens, names, roles) if marked else []
    starts = [t.start for t in tokens]
    taken = {i for n in names for i in range(n.first, n.last)}
    found = []
    for start, end in marked:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if not _holds_one(pairs, first, last) or taken & set(range(first, last)):
            continue
        whole = starts[first] == start and tokens[last - 1].end == end
        if not whole or not all(map(_may_stand_in_name, tokens[first:last])) or not _like_a_person(tokens[first:last]):
            continue
        text = printed(tokens, first, last)
        read = tuple(r for r in readings(text) if r.case != "voc")
        if read:
            patron = is_patron(tokens, first)
            found.append(Name(first, last, start, end, text, read, patron=patron, known=False))
    return found


def _holds_one(pairs: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether tokens ``first`` to ``last`` hold one of the pairs, which are in text order."""
    at = bisect_left(pairs, (first, 0))
    return at < len(pairs) and pairs[at][1] < last


def _like_a_person(tokens: Sequence[Token]) -> bool:
    """„Xanana Gusmão", „Nepomucena Wrzosek" -> True; „Olszanka Duża", „Górny Zalew" -> False, by the dictionary.

    The first word is unknown or a first name, the last one unknown or a surname in the singular.
    """
    return _opens_name(tokens[0]) and _ends_name(tokens[-1])


def _opens_name(token: Token) -> bool:
    found = morph.analyse(token.text)
    return not found or any(morph.FIRST_NAME in r.labels for r in found)


def _ends_name(token: Token) -> bool:
    found = morph.analyse(token.text)
    return not found or any(morph.SURNAME in r.labels and r.number == "sg" for r in found)


def _may_stand_in_name(token: Token) -> bool:
    """„Udugow", „-", „.", „van": what a name may be made of."""
    return capital(token) or token.text == "." or token.text in DASHES or token.low in NOBLE


def _may_be_person(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a stretch around the pair opens and ends as a name does; none does in „Wydziału Ekonomiczno-Społecznego"."""
    first = i
    while first > max(0, i - _LONGEST) and not _opens_name(tokens[first]) and _may_stand_in_name(tokens[first - 1]):
        first -= 1
    last = j
    while last < min(len(tokens) - 1, j + _LONGEST) and not _ends_name(tokens[last]) and _may_stand_in_name(tokens[last + 1]):
        last += 1
    return _opens_name(tokens[first]) and _ends_name(tokens[last])


def _line_numbers(tokens: Sequence[Token]) -> list[int]:
    return list(accumulate(t.kind == "line" for t in tokens))


def _distance(heads: Sequence[int], start: int) -> int:
    """Characters to the nearest function's noun."""
    at = bisect_left(heads, start)
    return min(abs(start - head) for head in heads[max(0, at - 1) : at + 1])


def added(by_rules: Sequence[Bond], with_model: Sequence[Bond], people: Sequence[Name]) -> list[Bond]:
    """The bonds of the model's people that take nothing from those that the rules found without them.

    Left out are people inside a function that is somebody's („Burmistrz Trzcianowa Górnego"), and those who would take it over.
    Who follows such a person in a list comes along.
    """
    theirs = {n.first for n in people}
    bound = {b.name.first for b in by_rules}
    kept = {(b.name.first, b.role.head) for b in with_model}
    held = {i for b in by_rules for i in range(b.role.first, b.role.last)}
    lost = {b.role.head for b in by_rules if (b.name.first, b.role.head) not in kept}
    free = [b for b in with_model if b.role.head not in lost and not held & set(range(b.name.first, b.name.last))]
    opened = {b.role.head for b in free if b.name.first in theirs}
    return [b for b in free if b.role.head in opened and b.name.first not in bound]
