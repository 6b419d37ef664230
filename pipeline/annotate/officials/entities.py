"""„Xanana Gusmão": people whom a statistical model found and the dictionary does not know."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.annotate.base import chars_of, spans_of
from pipeline.values import morph
from pipeline.values.name.person import readings
from pipeline.values.name.recognise import Name, is_patron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.values.name.tokens import Token

PERSON_LABELS = frozenset({"persName", "PERSON", "PER"})
"""Labels of people in the NKJP scheme of Polish models and in spaCy's general one."""
_OTHERS = ("organizations", "certifiers", "places")


def may_hold_person(doc: Doc) -> bool:
    """Whether a model could find a person that the rules cannot: two capitals side by side, one word not in the dictionary."""
    before = ""
    for token in doc:
        word = token.text
        if not (word[0].isupper() and word.isalpha() and len(word) > 1):
            before = ""
            continue
        if before and not (morph.analyse(before) and morph.analyse(word)):
            return True
        before = word
    return False


def _like_a_person(words: Sequence[str]) -> bool:
    """„Xanana Gusmão", „Nepomucena Wrzosek" -> True; „Olszanka Duża", „Podhorce Wielkie" -> False, by the dictionary.

    Some word must be unknown, or the rules would have found the person; the first word is unknown or a first name, the last one
    unknown or a surname in the singular.
    """
    first, last = morph.analyse(words[0]), morph.analyse(words[-1])
    if all(map(morph.analyse, words)):
        return False
    named = not first or any(morph.FIRST_NAME in r.labels for r in first)
    return named and (not last or any(morph.SURNAME in r.labels and r.number == "sg" for r in last))


def with_entities(doc: Doc, tokens: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """The names, and those of two words or more that only the model found, in text order; the names alone without a model.

    What another component has read as a body or a place („Bureau Veritas Certification") is no person, whatever the model says.
    """
    taken = {i for n in names for i in range(n.first, n.last)}
    others = [chars_of(span) for kind in _OTHERS for span in spans_of(doc, kind)] if doc.ents else []
    starts = [t.start for t in tokens]
    found = list(names)
    for entity in doc.ents:
        if entity.label_ not in PERSON_LABELS:
            continue
        first, last = bisect_left(starts, entity.start_char), bisect_left(starts, entity.end_char)
        whole = first < last and starts[first] == entity.start_char and tokens[last - 1].end == entity.end_char
        if not whole or last - first < 2 or taken & set(range(first, last)):
            continue
        if any(start < entity.end_char and end > entity.start_char for start, end in others):
            continue
        if morph.available() and not _like_a_person([t.text for t in tokens[first:last]]):
            continue
        text = " ".join(entity.text.split())
        read = tuple(r for r in readings(text) if r.case != "voc")
        if read:
            patron = is_patron(tokens, first)
            found.append(Name(first, last, entity.start_char, entity.end_char, text, read, patron=patron, known=False))
    return sorted(found, key=lambda n: n.first)
