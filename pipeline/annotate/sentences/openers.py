"""„że", „który", „w którym": whether a word opens a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.sentences.lexicon import opening_forms, opening_lemmas
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ADDING = frozenset({"także", "też", "również", "nawet", "zwłaszcza", "szczególnie"})
"""„a także", „jak również": these add a phrase, not a clause."""


def opens(token: Token) -> bool:
    """„że", „gdy", „której": a word that may open a clause."""
    return token.lower_ in opening_forms() or bool(opening_lemmas().intersection(morph.lemmas(token.lower_)))


def is_preposition(token: Token) -> bool:
    """„w" of „w którym"."""
    return any(r.pos == "prep" for r in morph.analyse(token.lower_))


def opens_clause(doc: Doc, at: int) -> bool:
    """„…, że", „…, w którym": whether a clause opens with token ``at``; „a także" and the like open none."""
    if at + 1 < len(doc) and doc[at + 1].lower_ in _ADDING:
        return False
    return opens(doc[at]) or (is_preposition(doc[at]) and at + 1 < len(doc) and opens(doc[at + 1]))
