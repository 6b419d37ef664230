"""„Urząd Miejski w Olsztynie" here, „Urzędowi Miasta Olsztyna" there: ids that a body, person or place keeps across a run.

An id is a hash of what tells things apart and of nothing else, so it needs no memory of other articles: any machine, any
order of shards gives the same one. Two things share an id only on evidence: a municipality by its TERC code, an office by its
level and its seat, other bodies by the words of their name, a person by name and the place or body of the story. So a
mayor who moves to another town has two ids, and unknown homonymous towns without a county share one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.record.organization_groups import seat
from pipeline.record.place import office_of
from pipeline.schema import content_id
from pipeline.text import fold
from pipeline.values.place import Hints, resolve, unit_with
from pipeline.values.place.resolve import ADMISSIBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.schema import CertifierRow, OfficialRow, PlaceRow

UNREGISTERED = "~"
"""How the id of a body outside the register begins, so that it can be told from the register's."""
SEATED = frozenset({"town", "county", "voivodeship", "municipality"})
"""Families of organizations that their level and seat identify, however they are called."""
_LEGAL = re.compile(
    r"\b(?:sp\.? ?z ?o\.? ?o\.?|s\.? ?a\.?|sp\.? ?j\.?|spolka z ograniczona odpowiedzialnoscia|spolka akcyjna)(?=\W|$)"
)
_SMALL = frozenset({"w", "we", "i", "oraz", "im", "imienia"})


def _words(name: str) -> str:
    """„Zakład Wodociągów Sp. z o.o. w Łęcku" -> "lecku wodociagow zaklad": order, legal form and small words do not count."""
    return " ".join(sorted(set(re.findall(r"\w+", _LEGAL.sub(" ", fold(name)))) - _SMALL))


def placed(place: PlaceRow | None) -> PlaceRow | None:
    """„powiat olsztyński" with its TERC code as id; a place without one is known by its kind and folded name."""
    if place is None:
        return None
    return replace(place, id=place.terc or UNREGISTERED + content_id("place", place.kind, fold(place.name)))


def organization_id(family: str, name: str, town: str | None, place: PlaceRow | None = None) -> str:
    """„Urząd Miasta Olsztyna", „UM Olsztyn" -> one id, by level and seat; other bodies by the words of their name.

    Args:
        family: what kind of organisation the mentions were grouped as.
        name: nominative name.
        town: the seat that its own words name, if any.
        place: the place of the story, whose code tells homonyms apart.
    """
    where = town or (place.name if place is not None else None)
    if family not in SEATED or where is None:
        return content_id("organization", _words(name))
    code = _code(where, office_of(name), place)
    return content_id("organization", family, code or fold(seat(where)))


def _code(where: str, office: str, place: PlaceRow | None) -> str | None:
    """TERC code of the unit whose office it is; „Urząd Gminy Bartoszyce" in a story of the town is the gmina's around it."""
    own = unit_with(place.terc) if place is not None and place.terc and seat(place.name) == seat(where) else None
    if own is None:
        unit = resolve(where, Hints(offices=(office,) if office else ()))
        return unit.code if unit is not None else None
    if not office or own.kind in ADMISSIBLE[office]:
        return own.code
    twin = resolve(where, Hints(offices=(office,), counties=frozenset({own.county})))
    return twin.code if twin is not None else own.code


def body_id(name: str) -> str:
    """„Jednostka Certyfikująca Orion Sp. z o.o.", not in the register -> an id by the words of its name."""
    return UNREGISTERED + content_id("body", _words(name))


def identified(people: Sequence[OfficialRow], place: PlaceRow | None, bodies: Sequence[CertifierRow]) -> list[OfficialRow]:
    """„burmistrz Jan Nowak" of one town -> one ``person_id`` in every article about it.

    A person of a certifying or controlling body is identified by the body, others by the place of the story, and where there
    is neither by the organization beside the role.
    """
    registered = {fold(row.name): row.body_id for row in bodies}
    where = place.id if place is not None else ""

    def home(row: OfficialRow) -> str:
        own = fold(row.organization) if row.organization else ""
        return registered.get(own) or where or own

    return [replace(row, person_id=content_id("person", fold(row.name), home(row))) for row in people]
