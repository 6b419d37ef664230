"""Which mentions of „Urząd Miasta Olsztyna", „magistrat", „Urząd" are one organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.record.place import key_of, office_of
from pipeline.text import fold
from pipeline.values.place import read_adjective, seat_of, units_named

if TYPE_CHECKING:
    from pipeline.record.nearby import Nearby
    from pipeline.schema import Mention

_CLASSES = {"city_office": "town", "municipal_office": "town", "county_office": "county", "voivodeship_office": "voivodeship"}
_BARE = {
    "urząd": ("town", "county", "voivodeship"),
    "magistrat": ("town",),
    "ratusz": ("town",),
    "starostwo": ("county",),
    "szpital": ("hospital",),
    "lecznica": ("hospital",),
}
_INCOMPLETE = frozenset({"organization.bare", "organization.office_bare", "organization.acronym_bare"})
_AND = 3
"""characters of " i " between two offices"""
_LOOK_BACK = 200
"""groups among which a mention's own is sought; an article that names more is a list of offices"""


@dataclass
class Group:
    """The mentions of one organisation."""

    family: str
    place: str | None
    mentions: list[Mention] = field(default_factory=list)
    name: str = ""
    score: float = 0.0
    office: str = ""
    """kind of gmina whose office it is, as it was named first; see ``office_of``"""
    founded: str = ""
    """name that follows from other words, where none is printed"""


def _place_in(mention: Mention, nearby: Nearby) -> str | None:
    """The place that the characters of an organisation name, as a name; for an adjective that of its town."""
    inside = nearby.inside("places", mention.start, mention.end)
    if inside:
        regions = (
            [m for m in inside if m.value["kind"] == "województwo"] if mention.value["kind"] == "voivodeship_office" else []
        )
        level, name = key_of((regions or inside)[-1])
        return name if level == "gmina" else f"{level} {name}"
    if mention.rule == "organization.adjective":
        words = (read_adjective(w) for w in re.findall(r"\w+", mention.text))
        return next((a.towns[0] for a in words if a is not None and a.towns), None)
    return None


def group_mentions(nearby: Nearby) -> list[Group]:
    """„Urzędowi Miasta Olsztyna", „UM Olsztyn", „Urząd" -> one group.

    Args:
        nearby: the article's mentions; those of places tell offices apart.
    """
    groups: list[Group] = []
    own = nearby.of("organizations")
    for mention in own:
        if mention.rule in _INCOMPLETE:
            continue
        family = (_CLASSES.get(mention.value["kind"]) if _is_office(mention) else None) or _family(mention)
        place = _place_in(mention, nearby)
        group = next((g for g in groups[-_LOOK_BACK:] if _same(g, family, place, mention)), None)
        if group is None:
            group = Group(family, place)
            groups.append(group)
        group.office = group.office or office_of(mention.value["name"])
        group.mentions.append(mention)
        group.place = group.place or place
    _join_acronyms(groups)
    _attach_bare(groups, own)
    _found_office(groups, own)
    return groups


def _join_acronyms(groups: list[Group]) -> None:
    """„ZGK" is the „Zakład Gospodarki Komunalnej" of the same article: its initials."""
    for group in [g for g in groups if g.place is None and all(m.rule == "organization.acronym" for m in g.mentions)]:
        letters = fold(group.mentions[0].value["name"])
        full = next((g for g in groups if g is not group and _initials(g.mentions[0].value["name"]) == letters), None)
        if full is not None:
            full.mentions += group.mentions
            groups.remove(group)


def _initials(name: str) -> str:
    """„Przedsiębiorstwo Wodociągów i Kanalizacji Sp. z o.o." -> "pwik"."""
    core = re.split(r"\s(?:sp\.|s\.\s?a\.|„)", fold(name))[0]
    return "".join(word[0] for word in _core(core))


def _found_office(groups: list[Group], own: list[Mention]) -> None:
    """„Urząd" and „Burmistrz Miasta Mława", no office in full: the „Urząd Miasta Mława" that the words make together."""
    bare = [m for m in own if m.rule == "organization.bare" and m.value["name"] in {"urząd", "magistrat", "ratusz"}]
    unit = next((g for g in groups if g.family == "municipality"), None)
    if not bare or unit is None or any(g.family in {"town", "county", "voivodeship"} for g in groups):
        return
    printed = next((m.text for m in unit.mentions if m.text.startswith(("Miasta ", "Gminy "))), None)
    if printed is not None:
        groups.append(Group("town", unit.place, bare, founded=f"Urząd {printed}"))


def _is_office(mention: Mention) -> bool:
    return mention.rule in {"organization.office", "organization.acronym", "organization.adjective"}


def _family(mention: Mention) -> str:
    return str(mention.value["kind"])


@lru_cache(maxsize=8192)
def _core(name: str) -> list[str]:
    """„Szpital Wielospecjalistyczny im. dra L. Błażka w X" -> its words before the patron and the town, folded."""
    head = re.split(r"\s+im(?:\.|ienia\b)|\s+we?\s", fold(name))[0]
    return re.findall(r"\w+", head)


def _same(group: Group, family: str, place: str | None, mention: Mention) -> bool:
    if group.family != family and not {group.family, family} <= {"company", "institution", "hospital"}:
        return False
    if group.place and place and group.place != place and seat(group.place) != seat(place):
        return False
    if family in {"town", "county", "voivodeship"}:
        return not are_twins(place or group.place, group.office, office_of(mention.value["name"]))
    if family == "hospital" and mention.rule == "organization.adjective":
        return True
    first, other = _core(group.mentions[0].value["name"]), _core(mention.value["name"])
    short = min(len(first), len(other))
    return first[:short] == other[:short] and (short > 1 or first == other)


@lru_cache(maxsize=8192)
def are_twins(place: str | None, one: str, other: str) -> bool:
    """„Urząd Miasta Bartoszyce" and „Urząd Gminy Bartoszyce": two offices where a town and a gmina around it share the name."""
    if place is None or {one, other} != {"town", "gmina"}:
        return False
    kinds = {u.kind for u in units_named(place)}
    return bool(kinds & {"city", "urban"}) and "rural" in kinds


def seat(place: str) -> str:
    """„powiat żyrardowski" -> „Żyrardów": a county's office is also named by its town."""
    if place.startswith("powiat "):
        units = units_named(place.removeprefix("powiat "), "powiat")
        return (seat_of(units[0]) if len(units) == 1 else None) or place
    return place


def _attach_bare(groups: list[Group], own: list[Mention]) -> None:
    """„Urząd" is the office named last before it, else the first one after it; „Urząd Miasta" alone may found a group."""
    group_of = {m.start: g for g in groups for m in g.mentions}
    first: dict[str, Group] = {}
    for group in groups:
        first.setdefault(group.family, group)
    last: dict[str, tuple[int, Group]] = {}
    for index, mention in enumerate(own):
        known = group_of.get(mention.start)
        if known is not None:
            last[known.family] = (mention.start, known)
        elif mention.rule in _INCOMPLETE:
            families = _families(mention)
            if index and _families(own[index - 1]) == ("county",) and mention.start - own[index - 1].end <= _AND:
                families = tuple(f for f in families if f != "county")  # „dla starostwa i urzędu": two offices
            before = [last[f] for f in families if f in last]
            chosen = max(before, key=lambda b: b[0])[1] if before else next((first[f] for f in families if f in first), None)
            chosen = _of_its_office(chosen, mention, groups)
            if chosen is None and mention.rule != "organization.bare":
                chosen = first[families[0]] = Group(families[0], None)
                groups.append(chosen)
            if chosen is not None:
                chosen.mentions.append(mention)
                last[chosen.family] = (mention.start, chosen)
    for group in groups:
        group.mentions.sort(key=lambda m: (m.start, m.end))


def _of_its_office(chosen: Group | None, mention: Mention, groups: list[Group]) -> Group | None:
    """„Urząd Gminy" behind „Urząd Gminy X … Urząd Miasta X": the office of its kind rather than the last one."""
    office = office_of(mention.value["name"]) if mention.rule == "organization.office_bare" else ""
    if chosen is None or not office or chosen.office in {"", office}:
        return chosen
    known = next((g for g in reversed(groups[-_LOOK_BACK:]) if g.office == office), None)
    return known or (None if are_twins(chosen.place, chosen.office, office) else chosen)


def _families(mention: Mention) -> tuple[str, ...]:
    """The classes of organisation that a word without a place may mean."""
    if mention.rule == "organization.bare":
        return _BARE.get(mention.value["name"], ())
    kind = str(mention.value["kind"])
    return (_CLASSES.get(kind, kind),)
