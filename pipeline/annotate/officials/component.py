"""The spaCy component that finds officials; see ``Officials``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, spans_of, value_of
from pipeline.annotate.officials.again import completed, mentions_again
from pipeline.annotate.officials.bind import bonds_of
from pipeline.annotate.officials.body import body_of
from pipeline.annotate.officials.entities import with_entities
from pipeline.annotate.officials.lexicon import role_words
from pipeline.annotate.officials.nominative import nominative_role
from pipeline.annotate.officials.roles import find_roles
from pipeline.annotate.officials.screen import Body, screened
from pipeline.annotate.officials.session import speakers
from pipeline.annotate.officials.signature import signatures
from pipeline.annotate.officials.surnames import surnames_after
from pipeline.text import line_bounds
from pipeline.values.name.recognise import find_names
from pipeline.values.name.tokens import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pipeline.annotate.officials.board import Bond

_CREDIT = re.compile(
    r"^\W*(?:fot|foto|zdj[eę]ci|wytworzy|wprowadzi|opublikowa|publikowa|zmodyfikowa|zaktualizowa|redak|odpowiedzialn[aey]\b"
    r"|osoba odpow)",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"^\W*zatwierdzi", re.IGNORECASE)
_OFFICES = frozenset(
    {"mayor", "deputy_mayor", "starosta", "deputy_starosta", "secretary", "treasurer", "director", "marshal", "voivode"}
)
"""Who approves a document by office; others approve the page („Zatwierdził: Jan Nowak, informatyk")."""


@Language.factory("magistrat_officials", assigns=["doc.spans"], requires=[])
class Officials:
    """„Zastępcy Prezydenta Miasta ds. kultury, Panu Janowi Nowakowi": people with a function, in the nominative.

    Reads the text, and the spans "organizations" and "certifiers" where other components made them. Writes
    ``doc.spans["officials"]``, one span over the characters of a name for each function that it holds and for each further
    mention, with ``name``, ``role``, ``role_id``, ``organization``, ``gender`` and, where a person signs the text with an
    office, ``signature``. Measured on 177 passages of our own, written without sight of the rules and read with no model
    (``tests/quality/sentences/officials.txt``): precision 0.916 and recall 0.868 at first sight, 0.986 and 0.967 once their
    general causes were taken up. People whom a statistical model marked (``doc.ents``) add candidates; no model is needed.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_officials") -> None:
        del nlp  # nothing of the pipeline is read; the factory's contract passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the officials of a document."""
        text = doc.text
        tokens = tokenize(text)
        names = with_entities(doc, tokens, find_names(tokens, role_words()))
        roles = find_roles(tokens, text, frozenset(n.first for n in names if not n.patron))
        names, roles = surnames_after(tokens, names, roles)
        bodies = _bodies(doc)
        bonds = [b for b in bonds_of(tokens, text, names, roles) if not _is_credit(text, b)]
        bonds = completed(names, screened(tokens, text, bonds, bodies))
        signed = signatures(text, bonds)
        for bond in sorted(bonds, key=lambda b: (b.name.start, b.role.first)):
            value = _value(tokens, text, bond, bodies) | ({"signature": True} if bond in signed else {})
            add_span(doc, "officials", bond.name.start, bond.name.end, value, bond.rule)
        for speaker in speakers(tokens, text, names, {b.name.first for b in bonds}):
            value = {"name": speaker.readings[0].name, "role": None, "role_id": None, "organization": None}
            value |= {"gender": speaker.readings[0].gender}
            add_span(doc, "officials", speaker.start, speaker.end, value, "officials.session_speaker")
        for again in mentions_again(tokens, names, bonds):
            add_span(doc, "officials", again.start, again.end, again.value, again.rule)
        if "officials" not in doc.spans:
            doc.spans["officials"] = []
        return doc


def _bodies(doc: Doc) -> list[Body]:
    found = [(*chars_of(s), value_of(s)) for kind in ("organizations", "certifiers") for s in spans_of(doc, kind)]
    return [Body(start, end, str(value.get("name") or ""), str(value.get("kind") or "")) for start, end, value in found]


def _value(tokens: Sequence[Token], text: str, bond: Bond, bodies: Sequence[Body]) -> dict[str, Any]:
    role = bond.role
    return {
        "name": bond.reading.name,
        "role": role.told or nominative_role(tokens, text, role, bond.form),
        "role_id": role.role_id,
        "organization": role.body or body_of(tokens, text, role, [b[:3] for b in bodies]),
        "gender": bond.reading.gender,
    }


def _is_credit(text: str, bond: Bond) -> bool:
    """Whether the line up to the name is a photo credit or an editor's line of a footer."""
    start, _ = line_bounds(text, bond.name.start)
    before = text[start : bond.name.start]
    return bool(_CREDIT.match(before)) or (bool(_APPROVED.match(before)) and bond.role.role_id not in _OFFICES)
