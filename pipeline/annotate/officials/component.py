"""The spaCy component that finds officials; see ``Officials``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, spans_of, value_of
from pipeline.annotate.officials.again import mentions_again
from pipeline.annotate.officials.bind import bonds_of
from pipeline.annotate.officials.body import body_of
from pipeline.annotate.officials.lexicon import role_words
from pipeline.annotate.officials.roles import find_roles, nominative_role
from pipeline.annotate.officials.surnames import surnames_after
from pipeline.text import line_bounds
from pipeline.values.name.recognise import find_names
from pipeline.values.name.tokens import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.annotate.officials.board import Bond

_CREDIT = re.compile(
    r"^\W*(?:fot|foto|zdj[eę]ci|wytworzy|wprowadzi|opublikowa|publikowa|zmodyfikowa|zaktualizowa|redak|odpowiedzialn"
    r"|osoba odpow|zatwierdzi)",
    re.IGNORECASE,
)
_SIGNED_LINES = 8
"""lines at the end of the text among which a signature is looked for"""


@Language.factory("magistrat_officials", assigns=["doc.spans"], requires=[])
class Officials:
    """„Zastępcy Prezydenta Miasta ds. kultury, Panu Janowi Nowakowi": people with a function, in the nominative.

    Reads the text, and the spans "organizations" and "certifiers" where other components made them. Writes
    ``doc.spans["officials"]``, one span over the characters of a name for each function that it holds and for each further
    mention, with ``name``, ``role``, ``role_id``, ``organization``, ``gender`` and, where a person signs the text with an
    office, ``signature``. A statistical model is not needed and not read.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_officials") -> None:
        del nlp  # nothing of the pipeline is read; the factory's contract passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the officials of a document."""
        text = doc.text
        tokens = tokenize(text)
        names = find_names(tokens, role_words())
        roles = find_roles(tokens, text, frozenset(n.first for n in names if not n.patron))
        names = surnames_after(tokens, names, roles)
        bonds = [b for b in bonds_of(tokens, text, names, roles) if not _is_credit(text, b.name.start)]
        bodies = [
            (*chars_of(s), str(value_of(s).get("name") or ""))
            for kind in ("organizations", "certifiers")
            for s in spans_of(doc, kind)
        ]
        for bond in sorted(bonds, key=lambda b: (b.name.start, b.role.first)):
            add_span(doc, "officials", bond.name.start, bond.name.end, _value(tokens, text, bond, bodies), bond.rule)
        for again in mentions_again(tokens, names, bonds):
            add_span(doc, "officials", again.start, again.end, again.value, again.rule)
        if "officials" not in doc.spans:
            doc.spans["officials"] = []
        return doc


def _value(tokens: Sequence[Token], text: str, bond: Bond, bodies: Sequence[tuple[int, int, str]]) -> dict[str, Any]:
    role = bond.role
    value: dict[str, Any] = {
        "name": bond.reading.name,
        "role": nominative_role(tokens, text, role, bond.form),
        "role_id": role.role_id,
        "organization": body_of(tokens, text, role, bodies),
        "gender": bond.reading.gender,
    }
    if _is_signature(text, bond):
        value["signature"] = True
    return value


def _is_credit(text: str, position: int) -> bool:
    """Whether the line up to the name is a photo credit or an editor's line of a footer."""
    start, _ = line_bounds(text, position)
    return bool(_CREDIT.match(text[start:position]))


def _is_signature(text: str, bond: Bond) -> bool:
    """Whether name and function stand alone on the last lines („Jan Nowak / Burmistrz" at the end of a letter)."""
    start, end = line_bounds(text, bond.name.start)
    if text.count("\n", end) > _SIGNED_LINES or start == 0:
        return False
    line = text[start:end]
    around = line.replace(text[bond.name.start : bond.name.end], "", 1)
    alone = len(re.findall(r"\w+", around)) <= 2
    on_line = len(line) < 100 and bond.rule in {"officials.name_role", "officials.role_name", "officials.role_mark_name"}
    labelled = bool(re.match(r"\W*(?:tekst|autor|opracow|oprac)", line, re.IGNORECASE))
    own_lines = alone and bond.rule in {"officials.name_role", "officials.role_line_name", "officials.name_roles"}
    closes = not text[end:].strip() or all(len(rest) < 60 for rest in text[end:].strip().splitlines())
    return closes and (own_lines or (on_line and labelled))
