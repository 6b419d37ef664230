"""Cutting a sentence into clauses: one finite verb on each side of a cut, or there is no cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.morphology.finite import is_finite
from pipeline.annotate.sentences.lexicon import opening_forms
from pipeline.annotate.sentences.openers import is_preposition, opens
from pipeline.text import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Doc


def clause_ranges(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """„Audyt odbył się w maju, a certyfikat wręczono w czerwcu" -> two token ranges.

    Cuts stand before an opening word („który", „że", „a" after a comma, „oraz" with or without one) and after a semicolon, a
    colon, a spaced dash or a plain comma. A cut holds where a finite verb stands before it in its clause and another one
    after it before the next possible cut; so enumerations of nouns are not clauses.

    Args:
        doc: the document.
        start: first token of the sentence.
        end: one past its last token.

    Returns:
        Half-open token ranges that together are the sentence.
    """
    verbs = [is_finite(doc[i]) for i in range(start, end)]
    if sum(verbs) < 2:
        return [(start, end)]
    cuts = [(at, strong) for at in range(start + 1, end) if (strong := _may_cut(doc, start, at)) is not None]
    found = [start]
    seen = False
    last = start
    for at, until in _reaches(cuts, end):
        seen = seen or any(verbs[last - start : at - start])
        last = at
        if seen and any(verbs[at - start : until - start]):
            found.append(at)
            seen = False
    return list(zip(found, [*found[1:], end], strict=True))


def _reaches(cuts: list[tuple[int, bool]], end: int) -> list[tuple[int, int]]:
    """Each cut with the token up to which its clause may still find its verb.

    „…, a tydzień później, 7 maja, przyszli": what an opening word begins lasts until the next opening word, what a plain comma
    begins until the next cut.
    """
    reaches: list[tuple[int, int]] = []
    any_next, strong_next = end, end
    for at, strong in reversed(cuts):
        reaches.append((at, strong_next if strong else any_next))
        any_next, strong_next = at, at if strong else strong_next
    reaches.reverse()
    return reaches


def _may_cut(doc: Doc, start: int, at: int) -> bool | None:
    """Whether a clause may begin with token ``at``: True after a strong mark or with an opening word, False after a comma."""
    before, token = doc[at - 1], doc[at]
    if token.is_punct or token.is_space:
        return None
    if before.text in {";", ":"}:
        return True if before.whitespace_ or not token.like_num else None
    if before.text in DASHES and len(before.text) == 1:
        return True if before.whitespace_ and at - 2 >= start and doc[at - 2].whitespace_ else None
    if before.text == ",":
        with_preposition = is_preposition(token) and at + 1 < len(doc) and opens(doc[at + 1])
        return opens(token) or with_preposition
    if at - 2 >= start and doc[at - 2].text == "," and is_preposition(before) and opens(token):
        return None  # „…, w którym": the cut already stands before the preposition
    return True if opening_forms().get(token.lower_) is False else None
