"""The spaCy component that finds officials; see ``Officials``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, spans_of, value_of
from pipeline.annotate.officials.again import completed, mentions_again
from pipeline.annotate.officials.bind import bonds_of
from pipeline.annotate.officials.body import body_of
from pipeline.annotate.officials.entities import added, openings, people_of_model, unknown_pairs
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
    from pipeline.annotate.officials.roles import Role
    from pipeline.values.name.recognise import Name

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
    office, ``signature``.

    Measured on 446 passages of our own, hard negatives among them, with ``magistrat evaluate FILE --model none`` on
    tests/quality/sentences/officials.txt, -2, -3, -4 and -5: names precision .974 and recall .974 after correction. At first
    sight, before the rules knew them: precision .916, .708, 1.000, .718, .562 and recall .868, .723, .970, .884, .900; half
    of -4 and three quarters of -5 are people who hold no function.
    People whom a statistical model marked (``doc.ents``) add candidates; no model is needed.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_officials") -> None:
        del nlp  # nothing of the pipeline is read; the factory's contract passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the officials of a document."""
        text = doc.text
        tokens = tokenize(text)
        names, roles = _names_and_roles(tokens, text)
        bodies = _bodies(doc)
        bonds = _bonds(tokens, text, names, roles, bodies)
        people = people_of_model(doc, tokens, names, roles)
        if people:
            every = sorted([*names, *people], key=lambda n: n.first)
            bonds += added(bonds, _bonds(tokens, text, every, roles, bodies), people)
            bound = {b.name.first for b in bonds}
            theirs = {n.first for n in people}
            names = [n for n in every if n.first not in theirs or n.first in bound]
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


def may_add_officials(doc: Doc) -> bool:
    """Whether a model's people could add an official to a document that has the spans of the other components."""
    text = doc.text
    tokens = tokenize(text)
    return bool(unknown_pairs(tokens)) and bool(openings(doc, tokens, *_names_and_roles(tokens, text)))


def _names_and_roles(tokens: list[Token], text: str) -> tuple[list[Name], list[Role]]:
    names = find_names(tokens, role_words())
    roles = find_roles(tokens, text, frozenset(n.first for n in names if not n.patron))
    return surnames_after(tokens, names, roles)


def _bonds(
    tokens: Sequence[Token], text: str, names: Sequence[Name], roles: Sequence[Role], bodies: Sequence[Body]
) -> list[Bond]:
    """Who holds which function, the bodies' people screened."""
    bonds = [b for b in bonds_of(tokens, text, names, roles) if not _is_credit(text, b)]
    return completed(names, screened(tokens, text, bonds, bodies))


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
    """Whether the line up to the name is a photo credit, an editor's line of a footer or a commenter's mark („~Jan Nowak")."""
    start, _ = line_bounds(text, bond.name.start)
    before = text[start : bond.name.start]
    if before.rstrip().endswith("~"):
        return True
    return bool(_CREDIT.match(before)) or (bool(_APPROVED.match(before)) and bond.role.role_id not in _OFFICES)
