"""„prezes Izby" -> "Regionalna Izba Obrachunkowa w Olsztynie": an official's body under the name that the record has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.text import fold
from pipeline.values import morph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import CertifierRow, OfficialRow, OrganizationRow

_PARTS = frozenset(
    {
        "rada",
        "zarząd",
        "komisja",
        "wydział",
        "referat",
        "zespół",
        "oddział",
        "dział",
        "sekcja",
        "biuro",
        "pion",
        "komitet",
        "klub",
    }
)
"""Parts of a body, which every body has: „kierownik referatu" says no more."""


def employed(
    people: Sequence[OfficialRow], offices: Sequence[OrganizationRow], bodies: Sequence[CertifierRow]
) -> list[OfficialRow]:
    """„dyrektor szpitala" in a story of one hospital: its full name where exactly one body of the article fits.

    Args:
        people: officials, their body as printed with the function.
        offices: organizations, each mention under its full name.
        bodies: certifiers and control bodies.
    """
    return [_in_full(person, offices, bodies) for person in people]


def _in_full(person: OfficialRow, offices: Sequence[OrganizationRow], bodies: Sequence[CertifierRow]) -> OfficialRow:
    short = person.organization or ""
    if not short.isalpha() or short.lower() in _PARTS or (short.isupper() and len(short) > 1):
        return person
    full = _named_by(short, [(o.text, o.name) for o in offices]) or _named_by(short, [(b.text, b.name) for b in bodies])
    return person if full is None else replace(person, organization=full)


def _named_by(short: str, rows: Sequence[tuple[str, str]]) -> str | None:
    """The one name that has the word, or that one of whose mentions is the word in any case („lecznicy"); None for several."""
    wanted = fold(short)
    names = {name for text, name in rows if wanted in _words(name) or _is_form(text, short)}
    return names.pop() if len(names) == 1 else None


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name)))


def _is_form(text: str, lemma: str) -> bool:
    return text.isalpha() and any(r.lemma == lemma.lower() for r in morph.analyse(text.lower()))
