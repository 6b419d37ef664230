"""„Xanana Gusmão": people whom a statistical model found and the dictionary does not know."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.values.name.person import readings
from pipeline.values.name.recognise import Name, is_patron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.values.name.tokens import Token

PERSON_LABELS = frozenset({"persName", "PERSON", "PER"})
"""Labels of people in the NKJP scheme of Polish models and in spaCy's general one."""


def with_entities(doc: Doc, tokens: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """The names, and those of two words or more that only the model found, in text order; the names alone without a model."""
    taken = {i for n in names for i in range(n.first, n.last)}
    starts = [t.start for t in tokens]
    found = list(names)
    for entity in doc.ents:
        if entity.label_ not in PERSON_LABELS:
            continue
        first, last = bisect_left(starts, entity.start_char), bisect_left(starts, entity.end_char)
        whole = first < last and starts[first] == entity.start_char and tokens[last - 1].end == entity.end_char
        if not whole or last - first < 2 or taken & set(range(first, last)):
            continue
        text = " ".join(entity.text.split())
        read = tuple(r for r in readings(text) if r.case != "voc")
        if read:
            patron = is_patron(tokens, first)
            found.append(Name(first, last, entity.start_char, entity.end_char, text, read, patron=patron, known=False))
    return sorted(found, key=lambda n: n.first)
