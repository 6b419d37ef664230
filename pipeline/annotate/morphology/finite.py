"""Which words are finite verbs: what makes a stretch of text a clause."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.annotate.morphology.lexicon import preferences
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"fin", "praet", "imps", "bedzie", "winien", "pred", "impt"})
_TENSES = frozenset({"fin", "praet", "imps", "bedzie"})
_NEVER = frozenset({"to", "rad", "brak"})
"""Forms that Morfeusz also reads as predicatives; „to" is a pronoun or a particle in most sentences."""
_GOVERNING = frozenset({"prep", "num", "dig"})


@lru_cache(maxsize=100_000)
def finite_form(word: str, *, initial: bool = False) -> bool:
    """„przyznano", „otrzymał", „powinien" -> True; „lata", „Stali" inside a sentence -> False.

    A form that is also something else counts where running text uses it mostly as a verb (NKJP 1M, preferences.tsv), or where
    the dictionary names the verb first.
    """
    if word.lower() in _NEVER:
        return False
    readings = morph.analyse(word) or morph.analyse(word.lower())
    verbal = [r.pos in FINITE for r in readings]
    if not any(verbal):
        return False
    if all(verbal):
        return True
    if word[:1].isupper() and not initial:
        return False
    preference = preferences().get(word.lower())
    return preference.pos in FINITE if preference else verbal[0]


def is_finite(token: Token) -> bool:
    """„przyznano" -> True: whether the token is a finite verb; without Morfeusz the model's features decide."""
    if not morph.available():
        return "Fin" in token.morph.get("VerbForm", [])
    word = token.text
    if not finite_form(word, initial=True):  # most words, before anything is asked of the document
        return False
    before = token.nbor(-1) if token.i else None
    if before is None or token.is_sent_start is True or not (before.is_alpha or before.is_digit):
        return True
    if not finite_form(word):
        return False
    if not _ambiguous(word):
        return True
    return not (before.like_num or any(r.pos in _GOVERNING for r in morph.analyse(before.text)[:1]))


def may_be_finite(token: Token) -> bool:
    """„pełni" in „Funkcję pełni Anna" -> True: a finite verb in the dictionary, no preposition or number before it."""
    if not token.i or not token.is_lower or not _sometimes_finite(token.text):
        return False
    before = token.nbor(-1)
    return not (before.like_num or before.is_punct or any(r.pos in _GOVERNING for r in morph.analyse(before.text)))


@lru_cache(maxsize=100_000)
def _sometimes_finite(word: str) -> bool:
    return word not in _NEVER and any(r.pos in _TENSES for r in morph.analyse(word))


@lru_cache(maxsize=100_000)
def _ambiguous(word: str) -> bool:
    return any(r.case is not None and r.pos not in FINITE for r in morph.analyse(word))
