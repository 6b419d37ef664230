"""„Burmistrz Jan Nowak … mówi Nowak … podpisał Jan Nowak": mentions of officials become rows, one person under one name.

Only the standard library, the schema and ``values`` are used here; spans were turned into ``Mention`` before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.schema import OfficialRow, content_id
from pipeline.values.name.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import Article, Mention

KIND = "officials"
_FULL_ROLE = 3
"""words; of two functions of the same class the one with more words says more, up to this many"""


@dataclass(frozen=True)
class _Person:
    """Everything that one person's mentions say together."""

    name: str
    gender: str | None
    mentions: tuple[Mention, ...]

    @cached_property
    def roles(self) -> dict[str | None, str]:
        """Class -> the longest function printed („radny Rady Miasta" rather than „radny"); the first of equals."""
        found: dict[str | None, str] = {}
        for m in self.mentions:
            role, kind = m.value.get("role"), m.value.get("role_id")
            if role and (kind not in found or _length(role) > _length(found[kind])):
                found[kind] = role
        return found

    @cached_property
    def organizations(self) -> dict[str | None, str]:
        """Class -> the first body that is printed with a function of that class."""
        found: dict[str | None, str] = {}
        for m in self.mentions:
            if m.value.get("organization"):
                found.setdefault(m.value.get("role_id"), m.value["organization"])
        return found


def _length(role: str) -> int:
    return min(len(role.split()), _FULL_ROLE)


def rows(article: Article, mentions: Sequence[Mention]) -> tuple[list[OfficialRow], list[str]]:
    """The officials of an article, one row a mention and function, in text order, and the authors to add.

    A surname alone gets the full name of the one person who bears it, an initial („J. Nowak") that of the one whom it fits.
    A mention without a function takes over the person's fullest one of the same class. A surname that was read in the wrong
    gender („Marta Kot" beside „burmistrz Kot") follows the full name.

    Args:
        article: the article that the mentions were read from.
        mentions: all its mentions; those of other kinds are passed over.

    Returns:
        The rows, and the names of those who sign the text with an office.
    """
    own = [m for m in mentions if m.kind == KIND and m.value.get("name")]
    persons = _persons(own)
    found: dict[str, OfficialRow] = {}
    for person in persons:
        for mention in person.mentions:
            row = _row(article, person, mention)
            found.setdefault(row.mention_id, row)
    authors = dict.fromkeys(p.name for p in persons if any(m.value.get("signature") for m in p.mentions))
    ordered = sorted(found.values(), key=lambda r: (r.start, r.end, r.role or "", r.mention_id))
    return ordered, [name for name in authors if name not in article.authors]


def _row(article: Article, person: _Person, mention: Mention) -> OfficialRow:
    role, role_id = mention.value.get("role"), mention.value.get("role_id")
    fuller = person.roles.get(role_id) if role is None else role
    organization = mention.value.get("organization")
    if organization is None:
        organization = person.organizations.get(role_id)
    return OfficialRow(
        mention_id=content_id(article.id, KIND, str(mention.start), str(mention.end), person.name, fuller or ""),
        rule=mention.rule,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        name=person.name,
        role=fuller,
        role_id=role_id,
        organization=organization,
        gender=person.gender,
    )


def _persons(mentions: Sequence[Mention]) -> list[_Person]:
    """Groups mentions by person: full names first, then initials and bare surnames that fit exactly one of them."""
    full: dict[str, list[Mention]] = {}
    short: list[Mention] = []
    for m in mentions:
        if _is_full(m.value["name"]):
            full.setdefault(m.value["name"], []).append(m)
        else:
            short.append(m)
    for m in short:
        bearers = [name for name in full if _is_full(name) and _may_be(m, name)]
        name = bearers[0] if len(bearers) == 1 else m.value["name"]
        full.setdefault(name, []).append(m)
    return [
        _Person(name, next((m.value["gender"] for m in group if m.value.get("gender")), None), tuple(group))
        for name, group in full.items()
    ]


def _is_full(name: str) -> bool:
    """„Jan Nowak" is a full name; „Nowak" and „J. Nowak" are not."""
    first, *_ = name.split()
    return " " in name and not (len(first) == 2 and first.endswith("."))


def _may_be(mention: Mention, full: str) -> bool:
    """Whether „J. Nowak" or „Nowaka" may be „Jan Nowak"."""
    short = mention.value["name"].split()
    first, *_, last = full.split()
    if len(short) > 1 and not first.startswith(short[0][0]):
        return False
    *_, printed = mention.text.split()
    barrels = {last, *last.split("-")}
    return short[-1] in barrels or any(c.lemma == last for c in candidates(printed, "last"))
