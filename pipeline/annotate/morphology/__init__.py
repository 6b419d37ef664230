"""„w Urzędzie Miejskim": lemma, part of speech and features of every token, from Morfeusz and cheap context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Token

from pipeline.annotate.morphology.choose import Word, choose
from pipeline.annotate.morphology.lexicon import abbreviations, universal, upos
from pipeline.values import morph

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.values.morph import Reading

_TRANSPARENT = frozenset("\"'„”“‟‚’‘«»")
"""Quotation marks do not part an adjective from its noun."""


def _readings(token: Token) -> tuple[Reading, ...]:
    return morph.analyse(token.text)


def register_readings() -> None:
    """Registers ``Token._.readings``, a getter over Morfeusz that stores nothing; safe to call again."""
    if not Token.has_extension("readings"):
        Token.set_extension("readings", getter=_readings)


@Language.factory("magistrat_morphology", assigns=["token.lemma", "token.pos", "token.morph"], requires=["token.is_sent_start"])
class Morphology:
    """„Danuty Szczepanik" -> Danuta, gen, sg, f: fills in lemma, part of speech and features where no model gave them.

    ``Token._.readings`` gives all readings of Morfeusz (``pipeline.values.morph.Reading``). A word that the dictionary lacks
    keeps its own form as its lemma, where no model gave one. Features are those of Universal Dependencies.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_morphology") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name
        register_readings()

    def __call__(self, doc: Doc) -> Doc:
        """Sets what is missing on each token and returns the same document."""
        stretch: list[Token] = []
        for token in doc:
            if token.is_sent_start and stretch:
                _fill(stretch)
                stretch = []
            if _is_word(token):
                stretch.append(token)
                continue
            _fill_other(token)
            if token.text not in _TRANSPARENT:
                _fill(stretch)
                stretch = []
        _fill(stretch)
        return doc


def _is_word(token: Token) -> bool:
    return (token.is_alpha or any(map(str.isalpha, token.text))) and not _is_abbreviation(token)


def _is_abbreviation(token: Token) -> bool:
    """„im.", „dr.", „r.": the dictionary would read „im" as a pronoun."""
    if token.whitespace_ or token.i + 1 == len(token.doc):
        return False
    return token.nbor().text[0] == "." and token.lower_ in abbreviations()


def _fill_other(token: Token) -> None:
    """„2010", „;", „im." and line breaks."""
    if not token.pos:
        digits = any(c.isdigit() for c in token.text)
        letters = any(c.isalpha() for c in token.text)
        token.pos_ = "SPACE" if token.is_space else "NUM" if digits else "X" if letters else "PUNCT"
    if not token.lemma:
        token.lemma_ = token.text


def _fill(stretch: list[Token]) -> None:
    if not stretch or all(t.pos and t.lemma and t.has_morph() for t in stretch):
        return
    words = [Word(t.text, initial=t.text[0].isupper() and _initial(t)) for t in stretch]
    for token, word, reading in zip(stretch, words, choose(words), strict=True):
        if reading is None:
            _fill_unknown(token, word)
            continue
        if not token.lemma:
            token.lemma_ = reading.lemma
        if not token.pos:
            token.pos_ = upos(reading, proper=bool(reading.labels) and reading.lemma[:1].isupper())
        if not token.has_morph():
            token.set_morph(universal(reading.tag)[1])  # type: ignore[attr-defined]  # missing in spaCy's stub


def _initial(token: Token) -> bool:
    """Whether a capital letter is due to the place: after the start of a sentence, a list marker or an opening quote."""
    return token.i == 0 or token.is_sent_start is True or not token.nbor(-1).text[-1].isalnum()


def _fill_unknown(token: Token, word: Word) -> None:
    if not token.lemma:
        token.lemma_ = token.text
    if not token.pos:
        token.pos_ = "PROPN" if token.text[:1].isupper() and not word.initial else "X"


register_readings()
