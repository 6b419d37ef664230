"""„Norma | Termin ważności" over „ISO 9001 | 12.03.2014": the role that the head of a table's column gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.dates.layout import heading_cell
from pipeline.annotate.dates.place import Surroundings
from pipeline.annotate.dates.roles import decide
from pipeline.annotate.dates.words import Word, lemmas_of, shape_of, topics_of

if TYPE_CHECKING:
    from pipeline.annotate.dates.cues import Form
    from pipeline.values.edtf import FoundDate

_SILENT = "none"
_DAY = frozenset({"dzień", "dn"})
_ENDS: dict[str, Form] = {"do": "end", "od": "from"}
"""what a head ends with -> the form of the dates below it"""


def of_column(text: str, found: FoundDate, form: Form, around: Surroundings) -> tuple[str, str] | None:
    """„Ważny do", „Data wydania" over the cell of a date -> ("valid_until", "valid-until.of"), ("awarded", "awarded.label").

    The head is read as the words right before the date, so that the cues of roles.toml decide; „do" or „od" at its end makes
    the date an end or a beginning. None outside a table, where nobody speaks of certificates, and where the head says nothing.
    """
    head = heading_cell(text, found.start) if "certificate" in around.context else ""
    printed = [word for word in (w.strip(".,:;()") for w in head.split()) if word]
    words = [Word(w, i, lemmas_of(w), finite=False, shape=shape_of(w)) for i, w in enumerate(printed)]
    if not words:
        return None
    last = next((w.text.lower() for w in reversed(words) if not w.lemmas & _DAY), "")
    form = _ENDS.get(last, form) if form == "point" else form
    topics = topics_of(words) | {"certificate"}
    role, cue = decide(Surroundings(words, len(words), (), (), (), topics, around.context | topics, verbless=True), form)
    return None if cue == _SILENT else (role, cue)
