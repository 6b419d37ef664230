"""„http://www.powiat-gniezno.pl", „Urząd Gminy": what the address and the offices without a name say about the place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipeline.record.place.candidates import weights
from pipeline.values.place import Address, county_at, units_named
from pipeline.values.place.resolve import ADMISSIBLE

if TYPE_CHECKING:
    from pipeline.record.place.candidates import Candidate, Key
    from pipeline.schema import Mention

_ROLES = {"burmistrz": "town", "wiceburmistrz": "town", "wójt": "rural", "prezydent": "president", "wiceprezydent": "president"}


def printed_offices(mentions: list[Mention]) -> tuple[str, ...]:
    """„Urząd Gminy", „wójt" -> keys of ADMISSIBLE, the most frequent first: whose offices and heads the text prints."""
    found: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "organizations":
            found[office_of(mention.value["name"])] += 1
        elif mention.kind == "officials":
            role = (mention.value.get("role") or "").lower()
            found[_ROLES.get(role.split(" ")[0], "")] += 1
    del found[""]
    return tuple(office for office, _ in found.most_common())


def office_of(name: str) -> str:
    """„Urząd Miasta Bartoszyce" -> "town", „Urząd Gminy Bartoszyce" -> "gmina": the key of ADMISSIBLE; empty for others."""
    if name.startswith(("Urząd Miasta i Gminy", "Urząd Gminy i Miasta", "Urząd Miejsko-Gminny")):
        return "mixed"
    if name.startswith(("Urząd Miasta", "Urząd Miejski")):
        return "town"
    return "gmina" if name.startswith("Urząd Gminy") else ""


def read_into(candidates: dict[Key, Candidate], address: Address, offices: tuple[str, ...], mentions: list[Mention]) -> None:
    """Adds the points of an address to the candidates.

    Args:
        candidates: a defaultdict; changed in place.
        address: of the page or of its site.
        offices: of ``printed_offices``.
        mentions: the organizations among them tell the level.
    """
    more = weights()["more"]
    level = address.level or _level_of(mentions)
    weight = more["url_exact"] if address.exact else more["url_part"]
    for adjective in address.adjectives:
        if level == "powiat" and units_named(adjective, "powiat"):
            candidates["powiat", adjective].url += more["url_exact"]
        if level == "województwo" and units_named(adjective + "e", "województwo"):
            whole = "-" in adjective or len(address.adjectives) == 1
            candidates["województwo", adjective + "e"].url += more["url_exact"] * whole
    for rank, name in enumerate(address.names):
        counties = county_at(name) if level == "powiat" else ()
        key = ("powiat", counties[0].name) if counties else ("gmina", name)
        candidate = candidates[key]
        candidate.url += weight if rank == 0 or not address.exact else more["url_part"]
        if key[0] == "gmina" and not can_have(name, (*address.offices, *offices)):
            candidate.url -= more["misfit"]
        for office in address.offices:
            candidate.offices[office] += 1


def _level_of(mentions: list[Mention]) -> str | None:
    """The level of the offices that the text prints, where it prints one level only."""
    kinds = {m.value["kind"] for m in mentions if m.kind == "organizations"}
    if "voivodeship_office" in kinds and not kinds & {"city_office", "municipal_office", "county_office"}:
        return "województwo"
    printed = {m.value["kind"] for m in mentions if m.kind == "organizations" and m.rule != "organization.bare"}
    return "powiat" if "county_office" in kinds and not printed & {"city_office", "municipal_office"} else None


def can_have(name: str, offices: tuple[str, ...]) -> bool:
    """„Rzeszów" has no wójt: whether a unit of this name may have all the offices (keys of ADMISSIBLE) that are printed."""
    kinds = {u.kind for u in units_named(name)}
    return all(kinds & set(ADMISSIBLE[office]) for office in offices)
