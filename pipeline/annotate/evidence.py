"""„Strobe'a Talbotta": what a statistical model marked, as evidence for the rules; without a model there is none.

The only place where our components look at ``doc.ents``. What they may do with it is theirs to decide; the gate
(``pipeline.annotate.gate``) asks them whether anything at all could come of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON_LABELS = frozenset({"persName", "PERSON", "PER"})
"""Labels of people in the NKJP scheme of Polish models and in spaCy's general one."""


def people_marked(doc: Doc) -> list[tuple[int, int]]:
    """„wójt Xanana Gusmão" -> [(5, 18)]: first and one past the last character of everyone whom the model took for a person."""
    return [(e.start_char, e.end_char) for e in doc.ents if e.label_ in PERSON_LABELS]
