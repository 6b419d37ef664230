"""„Giżycko 7.5 against powiat giżycki 3.0": which names were weighed for the story's place, and why one or none won."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.record.place import weigh as weigh_place
from pipeline.text import squash
from pipeline.values.name.weighed import weigh
from pipeline.values.place import unit_with, units_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.record.place import Weighing
    from pipeline.record.place.candidates import Candidate, Key
    from pipeline.schema import Article, Mention
    from pipeline.values.name.weighed import Weighed

_SHOWN = 5
"""names, readings of one printed form and homonyms that are told"""


class PrintedPlace(NamedTuple):
    """„Drezdenkowie" as "Drezdenków" with its rivals: a printed form, its nominative, the readings weighed."""

    printed: str
    chosen: str
    readings: tuple[Weighed, ...]


class PlaceStory(NamedTuple):
    """Why an article's place is what it is: the verdict, the names that were weighed, the printed forms that inflect."""

    verdict: str
    weighed: tuple[str, ...]
    printed: tuple[PrintedPlace, ...]


def place_story(article: Article, mentions: Sequence[Mention]) -> PlaceStory:
    """„Giżycko, 2806011": what ``choose`` weighed for an article, in words for the terminal.

    Args:
        article: the article.
        mentions: all of its mentions, as the record was built from.
    """
    weighing = weigh_place(article, list(mentions))
    shown = weighing.candidates[:_SHOWN]
    return PlaceStory(_verdict(weighing), tuple(_candidate(*c) for c in shown), tuple(_printed(mentions)))


def _verdict(weighing: Weighing) -> str:
    if weighing.place is not None:
        code = f"TERC {weighing.place.terc}" if weighing.place.terc else _uncoded(weighing)
        return f"{weighing.place.name} ({code})"
    if not weighing.candidates:
        return "none: neither the text nor the address names a place"
    best = weighing.candidates[0][1].points
    if weighing.refused == "survey":
        return "none: several offices, none of them ahead"
    return f"none: the best name has {best:.1f} points, {weighing.least:.1f} are needed"


def _uncoded(weighing: Weighing) -> str:
    units = weighing.units(weighing.candidates[0][0])
    return f"no code: {len(units)} units of that name, nothing tells them apart" if units else "not in the register"


def _candidate(key: Key, candidate: Candidate) -> str:
    """„gmina Lipno 6.0 (text 6.0, address 0.0; place.office); 0408011 urban in powiat lipnowski, …"."""
    sorts = ", ".join(sorted(candidate.sorts)) or "address alone"
    told = f"{' '.join(key)} {candidate.points:.1f} (text {candidate.text:.1f}, address {candidate.url:.1f}; {sorts})"
    units = units_told(key)
    return f"{told}; {units}" if units else f"{told}; not in the register"


def units_told(key: Key) -> str:
    """The register's units of a name with their counties, more than one for homonyms."""
    units = units_named(key[1], key[0])
    more = f", {len(units) - _SHOWN} more" if len(units) > _SHOWN else ""
    counties = ((u, unit_with(u.county)) for u in units[:_SHOWN])
    return ", ".join(f"{u.code} {u.kind}" + (f" in {c.title}" if c and c != u else "") for u, c in counties) + more


def _printed(mentions: Sequence[Mention]) -> list[PrintedPlace]:
    """Every municipality that is not printed as its mention has it, each form once."""
    found: dict[tuple[str, str], PrintedPlace] = {}
    for mention in mentions:
        name, printed = str(mention.value.get("name")), squash(mention.text)
        if mention.kind == "places" and mention.value["kind"] == "gmina" and printed != name:
            found.setdefault((printed, name), PrintedPlace(printed, name, weigh(printed, "place")[:_SHOWN]))
    return list(found.values())
