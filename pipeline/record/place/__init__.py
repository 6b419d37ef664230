"""„Urząd Miasta Legionowo": which municipality, county or voivodeship an article is about."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.record.nearby import Nearby
from pipeline.record.place import address as addresses
from pipeline.record.place import evidence
from pipeline.record.place.address import office_of
from pipeline.record.place.candidates import Candidate, Key, discount, key_of, weights
from pipeline.record.place.elsewhere import is_foreign
from pipeline.schema import PlaceRow
from pipeline.values.place import Address, Hints, Unit, county_at, read_address, resolve, unit_with, units_named

if TYPE_CHECKING:
    from pipeline.schema import Article, Mention

__all__ = ["Weighing", "choose", "is_foreign", "key_of", "office_of", "weigh"]


def choose(article: Article, mentions: list[Mention]) -> PlaceRow | None:
    """The place of „Starostwo Powiatowe w Żyrardowie": the county for a county's office, else the municipality.

    Args:
        article: text, title, address and site are read.
        mentions: of the kinds places, organizations, certifiers and officials; others do not matter.

    Returns:
        None where neither the text nor the address names a place: a town from which somebody comes or where a body has its
        seat is none (weights.toml, least). ``terc`` is None where homonyms remain.
    """
    return weigh(article, mentions).place


class Weighing(NamedTuple):
    """„Giżycko" against „powiat giżycki": the names that were weighed, the points that were needed, and what won or why none.

    ``candidates`` come best first; ``units`` are the register's units of a name, more than one for homonyms. ``refused`` is
    "weak" where the best has fewer points than needed, "survey" where an article lists offices with none ahead.
    """

    candidates: tuple[tuple[Key, Candidate], ...]
    least: float
    place: PlaceRow | None
    refused: Literal["", "weak", "survey"]

    @staticmethod
    def units(key: Key) -> tuple[Unit, ...]:
        """The register's units that bear a candidate's name."""
        return units_named(key[1], key[0])


def weigh(article: Article, mentions: list[Mention]) -> Weighing:
    """Everything that ``choose`` looked at; for the same arguments."""
    candidates: dict[Key, Candidate] = defaultdict(Candidate)
    offices = addresses.printed_offices(mentions)
    evidence.read_into(candidates, article, Nearby(mentions), offices)
    address = read_address(article.url, None)
    by_site = read_address(None, article.site) if not (address.names or address.adjectives) else Address()
    addresses.read_into(candidates, address, offices, mentions)
    addresses.read_into(candidates, by_site, offices, mentions)
    discount(candidates, offices)
    ranked = tuple(sorted(candidates.items(), key=lambda c: (-c[1].points, c[1].first, c[0])))
    least = _least(article, mentions)
    if not ranked:
        return Weighing((), least, None, "")
    key, best = ranked[0]
    if best.points < least or _is_survey(candidates, best):
        return Weighing(ranked, least, None, "weak" if best.points < least else "survey")
    source: Literal["text", "url", "site"] = (
        "text" if best.text > 0 else "url" if address.names or address.adjectives else "site"
    )
    regions = _regions(candidates)
    # what the text says comes first; of homonyms that it leaves the site's county decides („dabrowa.mogilno.pl")
    unit = _unit(key, best, offices, regions) or _unit(key, best, offices, regions | _around(key[1], address, by_site))
    level, name = key
    title = name if level == "gmina" else f"{level} {name}"
    place = PlaceRow(name=title, terc=unit.code if unit else None, kind=level, from_=source)
    return Weighing(ranked, least, place, "")


def _least(article: Article, mentions: list[Mention]) -> float:
    """The points that a place needs: fewer where the text names a public body or an official."""
    public = any(m.kind in {"organizations", "officials"} for m in mentions) or _PUBLIC.search(article.text)
    return weights()["least"]["beside_a_body" if public else "alone"]


_PUBLIC = re.compile(r"\b(?:prezydent|burmistrz|wójt|starost|ratusz|magistrat|urz[ąę]d|gmin|mieszka[nń]c|radn)", re.IGNORECASE)


def _is_survey(candidates: dict[Key, Candidate], best: Candidate) -> bool:
    """„Urząd Miasta A, Urząd Gminy B i Starostwo w C": three or more offices, none of them ahead, none in the address."""
    hosts = sorted(c.text for c in candidates.values() if c.sorts & {"place.office", "place.seat"})
    return best.url <= 0 and "title" not in best.sorts and len(hosts) > _OFFICES and hosts[-_OFFICES - 1] >= _EVEN * best.text


_OFFICES = 2
_EVEN = 0.75
"""share of the best candidate's points from which another one is as strong"""


def _regions(candidates: dict[Key, Candidate]) -> set[Unit]:
    """Counties and voivodeships that the text names, and those of towns near by („koło Leszna")."""
    found = {
        u for (level, name), c in candidates.items() if level != "gmina" and c.points > 0 for u in units_named(name, level)
    }
    for (level, name), candidate in candidates.items():
        unit = resolve(name, Hints()) if level == "gmina" and candidate.sorts - {"title"} == {"place.prep.near"} else None
        if unit is not None:
            found |= {*county_at(name), *((own,) if (own := unit_with(unit.county)) else ())}
    return found


def _around(name: str, *read: Address) -> set[Unit]:
    """„powiat-opolski.pl", „mogilno.pl": counties and voivodeships that addresses name beside a place, or whose towns."""
    adjectives = [a for one in read for a in one.adjectives]
    found = {u for a in adjectives for u in (*units_named(a, "powiat"), *units_named(f"{a}e", "województwo"))}
    others = (n for one in read for n in one.names if one.exact and not n.startswith(name))
    for town in map(resolve, others):
        if town is not None:
            found |= {*county_at(town.name), *((own,) if (own := unit_with(town.county)) else ())}
    return found


def _unit(key: Key, best: Candidate, offices: tuple[str, ...], regions: set[Unit]) -> Unit | None:
    """The unit behind a name, by the offices and regions that the article names."""
    level, name = key
    if level != "gmina":
        units = units_named(name, level)
        coded = [u for code, _ in best.codes.most_common(1) if (u := unit_with(code)) is not None]
        near = [u for u in units if u.code[:2] in {r.code for r in regions if r.level == "województwo"}]
        return units[0] if len(units) == 1 else coded[0] if coded else near[0] if len(near) == 1 else None
    printed = tuple(office for office, _ in best.offices.most_common())
    counties = frozenset(u.code for u in regions if u.level == "powiat")
    voivodeships = frozenset(u.code[:2] for u in regions)
    return resolve(name, Hints(offices=printed or offices, counties=counties, voivodeships=voivodeships))
