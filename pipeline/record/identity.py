"""„Urząd Miejski w Olsztynie" here, „Urzędowi Miasta Olsztyna" there: ids that a body, person or place keeps across a run.

An id is a hash of what tells things apart and of nothing else, so it needs no memory of other articles: any machine, any
order of shards gives the same one. Two things share an id only on evidence: a municipality by its TERC code, an office by its
level and its seat, other bodies by the words of their name, a person by name and the place or body of the story. So a
mayor who moves to another town has two ids, and unknown homonymous towns without a county share one. „Miejska Biblioteka
Publiczna" without a town is its story's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.record.organization_groups import seat
from pipeline.record.place import office_of
from pipeline.schema import content_id
from pipeline.text import fold
from pipeline.values.place import Hints, county_at, form_of, resolve, unit_with, units_named
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
_LOCAL = re.compile(
    r"\b(?:miejsk|gminn|powiatow|miejsko|samorzadow)\w*\b|^(?:przedsiebiorstwo|zaklad|szpital|szkola|przedszkole|zespol"
    r"|osrodek|biblioteka|dom|centrum|muzeum|komenda|straz|zarzad|spolka)\b"
)
"""Names by level or task, which many places use, so that the town has to tell them apart."""
_COUNTY = 4
"""digits of a county's TERC code"""


def _words(name: str) -> str:
    """„Zakład Wodociągów Sp. z o.o. w Łęcku" -> "lecku wodociagow zaklad": order, legal form and small words do not count."""
    return " ".join(sorted(set(re.findall(r"\w+", _LEGAL.sub(" ", fold(name)))) - _SMALL))


def placed(place: PlaceRow | None) -> PlaceRow | None:
    """„Olecko" with its TERC code as id, its county and voivodeship; one without a code is known by its kind and name."""
    if place is None:
        return None
    if place.terc is None:
        return replace(place, id=UNREGISTERED + content_id("place", place.kind, fold(place.name)))
    region = unit_with(place.terc[:2])
    county = (unit_with(place.terc[:_COUNTY]) or unit_with(place.terc)) if len(place.terc) >= _COUNTY else None
    return replace(
        place,
        id=place.terc,
        county=county.title if county is not None else None,
        voivodeship=region.name if region is not None else None,
    )


def organization_id(family: str, name: str, town: str | None, place: PlaceRow | None = None) -> str:
    """„Urząd Miasta Olsztyna", „UM Olsztyn" -> one id, by level and seat; other bodies by the words of their name.

    „Miejska Biblioteka Publiczna" alone is a name that hundreds of towns use: there the story's town counts as well.

    Args:
        family: what kind of organisation the mentions were grouped as.
        name: nominative name.
        town: the seat that its own words name, if any.
        place: the place of the story, whose code tells homonyms apart.
    """
    where = town or (place.name if place is not None else None)
    if family not in SEATED or where is None:
        local = town is None and place is not None and _LOCAL.search(fold(name))
        return content_id("organization", _words(f"{name} {_locative(place)}" if local and place is not None else name))
    code = _county(where, place) if family == "county" else _code(where, office_of(name), place)
    return content_id("organization", family, code or fold(seat(where)))


def _locative(place: PlaceRow) -> str:
    """„Morąg" -> „Morągu", as in „Miejska Biblioteka Publiczna w Morągu"."""
    town = seat(place.name)
    return form_of(town, "loc") or town


def _county(where: str, place: PlaceRow | None) -> str | None:
    """„Starostwo Powiatowe w Olecku" in a story of the town, „Powiat Olecki" in one of the county -> the county's code."""
    named = where.casefold().removeprefix("powiat ")
    found = units_named(named, "powiat") if named != where.casefold() else county_at(where)
    own = place.terc or "" if place is not None else ""
    near = [u for u in found if u.code == own[:4]] or [u for u in found if own and u.code[:2] == own[:2]] or list(found)
    if near:
        return near[0].code if len(near) == 1 else None
    unit = resolve(where, _around(place))
    return unit.county if unit is not None else None


def _around(place: PlaceRow | None, *offices: str) -> Hints:
    """What a story's place says about homonyms: one in its county, else one in its voivodeship, is meant."""
    code = (place.terc or "") if place is not None else ""
    return Hints(offices, frozenset({code[:4]} if len(code) >= _COUNTY else ()), frozenset({code[:2]} if code else ()))


def _code(where: str, office: str, place: PlaceRow | None) -> str | None:
    """TERC code of the unit whose office it is; „Urząd Gminy Bartoszyce" in a story of the town is the gmina's around it."""
    own = unit_with(place.terc) if place is not None and place.terc and seat(place.name) == seat(where) else None
    if own is None:
        unit = resolve(where, _around(place, *([office] if office else [])))
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
