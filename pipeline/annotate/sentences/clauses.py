"""Cutting a sentence into clauses: one finite verb on each side of a cut, or there is no cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.morphology.finite import is_finite
from pipeline.annotate.sentences.lexicon import opening_forms, opening_lemmas
from pipeline.text import DASHES
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
    cuts = [at for at in range(start + 1, end) if _may_cut(doc, start, at)]
    bounds = [start, *cuts, end]
    found = [start]
    seen = False
    for index, at in enumerate(cuts):
        seen = seen or any(verbs[i - start] for i in range(bounds[index], at))
        if seen and any(verbs[i - start] for i in range(at, bounds[index + 2])):
            found.append(at)
            seen = False
    return list(zip(found, [*found[1:], end], strict=True))


def _may_cut(doc: Doc, start: int, at: int) -> bool:
    """Whether a clause may begin with token ``at``."""
    before, token = doc[at - 1], doc[at]
    if token.is_punct or token.is_space:
        return False
    if before.text in {";", ":"}:
        return not token.like_num or bool(before.whitespace_)
    if before.text in DASHES and len(before.text) == 1:
        return bool(before.whitespace_) and at - 2 >= start and bool(doc[at - 2].whitespace_)
    if before.text == ",":
        return True
    if at - 2 >= start and doc[at - 2].text == "," and _is_preposition(before) and _opens(token):
        return False  # „…, w którym": the cut already stands before the preposition
    needs_comma = opening_forms().get(token.lower_)
    return needs_comma is False


def _opens(token: Token) -> bool:
    return token.lower_ in opening_forms() or bool(opening_lemmas().intersection(morph.lemmas(token.lower_)))


def _is_preposition(token: Token) -> bool:
    return any(r.pos == "prep" for r in morph.analyse(token.lower_))
