"""„Urząd Miasta Legionowo": which municipality, county or voivodeship an article is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pipeline.record.nearby import Nearby
from pipeline.schema import PlaceRow
from pipeline.values.place import Address, Hints, Unit, county_at, read_address, read_adjective, resolve, unit_with, units_named
from pipeline.values.place.guess import guess_nominative
from pipeline.values.place.resolve import ADMISSIBLE

if TYPE_CHECKING:
    from pipeline.schema import Article, Mention

WEIGHTS = {
    "place.seat": 6.0,
    "place.office": 6.0,
    "place.role": 4.0,
    "place.unit": 3.0,
    "place.adjective.office": 4.0,
    "place.adjective.role": 3.5,
    "place.adjective.institution": 3.0,
    "place.adjective.unit": 2.0,
    "place.adjective.bare": 1.0,
    "place.adjective.governor": 0.0,
    "place.prep": 1.5,
    "place.institution": 1.0,
    "place.bare": 1.0,
}
"""How much a mention says about the story's place, by its evidence; ours, set on the articles in data/raw."""
INSIDE_ORGANIZATION = 3.0
IN_TITLE = 2.0
URL_EXACT, URL_PART = 5.0, 3.0
REPEATED = 0.3
"""factor for the third and later mentions of one sort: frequency says less than kind"""
MISFIT = 3.0
"""taken off a name in the address whose unit cannot have the office that the text prints"""
_SEAT = re.compile(r"[\s,„”\"]{0,4}(?:Oddzia\w+\s|z siedzibą\s|delegatur\w+\s)?(?:(?:we?|ze?)\s)?$", re.IGNORECASE)
SEAT_REACH = 25
"""characters between a body's name and the town of its seat"""
_DATELINE = re.compile(r",?\s{0,3}(?:dn\.|dnia\b|\d{1,2}[.\s])")
_FIRM = re.compile(
    r"\b(?:firm\w{1,3}\s[^.;\n]{2,45}\s(?:z|ze|w|we)"
    r"|(?:firm|spół[ek]|biur|pracowni|przedsiębiorstw|konsorcj|agencj|kancelari|wykonawc|konsultan|laboratori)\w{0,4}"
    r"(?:\s[^\s.;,\n]{2,25}){0,3},?\s(?:z\ssiedzibą\swe?|ze?))\s$",
    re.IGNORECASE,
)
"""„firma z [Gdyni]", „biuro projektowe Trakt z [Kłodzka]", „spółki, z siedzibą w [Łomży]": where a contractor comes from"""
_UNKNOWN_TOWN = re.compile(r"\s(we?)\s([A-ZĄĆĘŁŃÓŚŹŻ][\w -]+)$")
_REGION_SHARE = {"powiat": 1.0, "województwo": 0.7, "gmina": 1.0}
Key = tuple[str, str]


@dataclass
class Candidate:
    """A name at a level with what speaks for it."""

    text: float = 0.0
    url: float = 0.0
    offices: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    first: int = 1_000_000_000
    sorts: set[str] = field(default_factory=set)
    """sorts of its evidence; „inside" for a place in an institution's name, „title" for one in the headline"""


def choose(article: Article, mentions: list[Mention]) -> PlaceRow | None:
    """The place of „Starostwo Powiatowe w Żyrardowie": the county for a county's office, else the municipality.

    Args:
        article: text, title, address and site are read.
        mentions: of the kinds places, organizations, certifiers and officials; others do not matter.

    Returns:
        None where neither the text nor the address names a place. ``terc`` is None where homonyms remain.
    """
    candidates: dict[Key, Candidate] = defaultdict(Candidate)
    _read_text(article, Nearby(mentions), candidates)
    address = read_address(article.url, None)
    by_site = read_address(None, article.site) if not (address.names or address.adjectives) else Address()
    offices = _offices(mentions)
    _read_address(address, offices, mentions, candidates)
    _read_address(by_site, offices, mentions, candidates)
    _discount_guests(candidates)
    _discount_adjectives(candidates)
    if not candidates:
        return None
    key = max(sorted(candidates), key=lambda k: (candidates[k].text + candidates[k].url, -candidates[k].first))
    best = candidates[key]
    if best.text + best.url <= 0:
        return None
    source: Literal["text", "url", "site"] = (
        "text" if best.text > 0 else "url" if address.names or address.adjectives else "site"
    )
    unit = _unit(key, best, offices, candidates)
    level, name = key
    title = name if level == "gmina" else f"{level} {name}"
    return PlaceRow(name=title, terc=unit.code if unit else None, kind=level, from_=source)


def _discount_guests(candidates: dict[Key, Candidate]) -> None:
    """„burmistrz Wronka … starosta dąbrowski": a county of which only the starosta is there, beside a town that acts."""
    hosts = [c for (level, _), c in candidates.items() if level == "gmina" and c.sorts & _HOSTS]
    for (level, _), candidate in candidates.items():
        if level == "powiat" and hosts and candidate.sorts and candidate.sorts <= _GUEST:
            candidate.text *= GUEST


def _discount_adjectives(candidates: dict[Key, Candidate]) -> None:
    """„zalewskich szkołach" beside „gmina Zalewiska": a town that only an adjective means, beside one that is named."""
    named = [c for (level, _), c in candidates.items() if level == "gmina" and c.sorts & _NAMED]
    for (level, _), candidate in candidates.items():
        sorts = candidate.sorts - {"title"}
        if level == "gmina" and named and sorts and all(s.startswith("place.adjective") for s in sorts):
            candidate.text *= ADJECTIVE_ONLY


ADJECTIVE_ONLY = 0.25
"""factor for a town that no word but adjectives names"""
_NAMED = frozenset({"place.role", "place.office", "place.unit"})
_HOSTS = frozenset({"place.role", "place.office", "place.adjective.role", "place.adjective.office", "inside", "title"})
_GUEST = frozenset({"place.adjective.role"})
GUEST = 0.4
"""factor for a county whose starosta alone is named"""


def key_of(mention: Mention) -> Key:
    """„powiat dzierżoniowski" -> ("powiat", "dzierżoniowski"), „Legionowo" -> ("gmina", "Legionowo")."""
    level, name = mention.value["kind"], mention.value["name"]
    return level, name.removeprefix(f"{level} ")


def is_foreign(article: Article, mention: Mention, nearby: Nearby) -> bool:
    """„RIO w [Łodzi]", „[Łódź], dnia 6 września": the seat of a body or the place of a signature, not of the story."""
    text, start = article.text, mention.start
    if _DATELINE.match(text, mention.end) and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return True
    if _FIRM.search(text[max(0, start - 60) : start]) or nearby.around("certifiers", start, mention.end):
        return True
    return any(_SEAT.fullmatch(text[body.end : start]) for body in nearby.before("certifiers", start, SEAT_REACH))


def _sort(rule: str) -> str:
    parts = rule.split(".")
    return ".".join(parts[:3]) if parts[1:2] == ["adjective"] else ".".join(parts[:2])


def _read_text(article: Article, nearby: Nearby, candidates: dict[Key, Candidate]) -> None:
    seen: Counter[tuple[Key, str]] = Counter()
    title_end = len(article.title) if article.title and article.text.startswith(article.title) else 0
    for mention in nearby.of("places"):
        if is_foreign(article, mention, nearby):
            continue
        key, sort = key_of(mention), _sort(mention.rule)
        weight = max(WEIGHTS.get(sort, 1.0), _organization_weight(mention, nearby))
        weight = 0.0 if mention.rule == "place.seat.unknown" else weight * _REGION_SHARE[key[0]]
        candidate = candidates[key]
        candidate.text += weight * (1.0 if seen[key, sort] < 2 else REPEATED)
        candidate.text += IN_TITLE if mention.start < title_end and weight > 0 and not seen[key, "title"] else 0.0
        if weight > 0:
            candidate.sorts |= {sort} | ({"title"} if mention.start < title_end else set())
            candidate.sorts |= {"inside"} if _organization_weight(mention, nearby) else set()
        seen[key, "title"] += mention.start < title_end
        seen[key, sort] += 1
        candidate.first = min(candidate.first, mention.start)
        _note(mention, candidate)
    for organization in (m for m in nearby.of("organizations") if m.rule not in _NO_INSTITUTION):
        _read_name(organization, candidates)
        if not nearby.inside("places", organization.start, organization.end):
            _read_town(article, organization, candidates)


_NO_INSTITUTION = frozenset({"organization.unit", "organization.bare"})


def _organization_weight(mention: Mention, nearby: Nearby) -> float:
    """A place in an institution's name says more; the office of a voivodeship names it as strongly as a town's its town."""
    around = nearby.around("organizations", mention.start, mention.end)
    if around is None or around.rule in _NO_INSTITUTION or mention.rule == "place.institution.unknown":
        return 0.0
    if around.value["kind"] == "voivodeship_office":
        return WEIGHTS["place.office"] / _REGION_SHARE["województwo"]
    return INSIDE_ORGANIZATION


def _note(mention: Mention, candidate: Candidate) -> None:
    office = mention.rule.rsplit(".", 1)[-1]
    if office in ADMISSIBLE:
        candidate.offices[office] += 1
    if mention.value.get("terc"):
        candidate.codes[mention.value["terc"]] += 1


def _read_name(organization: Mention, candidates: dict[Key, Candidate]) -> None:
    """„Poznańska Energetyka Cieplna S.A.": a company is named after its town."""
    if organization.value["kind"] not in {"company", "institution", "hospital"}:
        return
    words = organization.value["name"].split()
    read = [a for a in map(read_adjective, words) if a is not None and len(a.towns) == 1 and a.voivodeship is None]
    for adjective in read[:1]:
        candidate = candidates["gmina", adjective.towns[0]]
        candidate.text += INSIDE_ORGANIZATION if candidate.text < INSIDE_ORGANIZATION else 0.0
        candidate.first = min(candidate.first, organization.start)


def _read_town(article: Article, organization: Mention, candidates: dict[Key, Candidate]) -> None:
    """„Szpital w Lipnikach": a town that no gazetteer holds."""
    match = _UNKNOWN_TOWN.search(organization.text)
    if match is not None:
        name = guess_nominative(" ".join(match.group(2).split()), match.group(1), f"{article.text} {article.url or ''}")
        candidates["gmina", name].text += 1.0


def _offices(mentions: list[Mention]) -> tuple[str, ...]:
    """What kind of gmina the offices and heads that the text prints without a name belong to."""
    found: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "organizations":
            found[_office_of(mention.value["name"])] += 1
        elif mention.kind == "officials":
            role = (mention.value.get("role") or "").lower()
            found[_ROLES.get(role.split(" ")[0], "")] += 1
    del found[""]
    return tuple(office for office, _ in found.most_common())


_ROLES = {"burmistrz": "town", "wiceburmistrz": "town", "wójt": "rural", "prezydent": "president", "wiceprezydent": "president"}


def _office_of(name: str) -> str:
    if name.startswith(("Urząd Miasta i Gminy", "Urząd Gminy i Miasta", "Urząd Miejsko-Gminny")):
        return "mixed"
    if name.startswith(("Urząd Miasta", "Urząd Miejski")):
        return "town"
    return "gmina" if name.startswith("Urząd Gminy") else ""


def _read_address(
    address: Address, offices: tuple[str, ...], mentions: list[Mention], candidates: dict[Key, Candidate]
) -> None:
    level = address.level or _level_of(mentions)
    weight = URL_EXACT if address.exact else URL_PART
    for adjective in address.adjectives:
        if level == "powiat" and units_named(adjective, "powiat"):
            candidates["powiat", adjective].url += URL_EXACT
        if level == "województwo" and units_named(adjective + "e", "województwo"):
            candidates["województwo", adjective + "e"].url += URL_EXACT * ("-" in adjective or len(address.adjectives) == 1)
    for rank, name in enumerate(address.names):
        counties = county_at(name) if level == "powiat" else ()
        key = ("powiat", counties[0].name) if counties else ("gmina", name)
        candidate = candidates[key]
        candidate.url += weight if rank == 0 or not address.exact else URL_PART
        if key[0] == "gmina" and not _fits(name, (*address.offices, *offices)):
            candidate.url -= MISFIT
        for office in address.offices:
            candidate.offices[office] += 1


def _level_of(mentions: list[Mention]) -> str | None:
    """The level of the offices that the text prints, where it prints one level only."""
    kinds = {m.value["kind"] for m in mentions if m.kind == "organizations"}
    if "voivodeship_office" in kinds and not kinds & {"city_office", "municipal_office", "county_office"}:
        return "województwo"
    printed = {m.value["kind"] for m in mentions if m.kind == "organizations" and m.rule != "organization.bare"}
    return "powiat" if "county_office" in kinds and not printed & {"city_office", "municipal_office"} else None


def _fits(name: str, offices: tuple[str, ...]) -> bool:
    kinds = {u.kind for u in units_named(name)}
    return all(kinds & set(ADMISSIBLE[office]) for office in offices)


def _unit(key: Key, best: Candidate, offices: tuple[str, ...], candidates: dict[Key, Candidate]) -> Unit | None:
    """The unit behind a name, by the offices and regions that the article names."""
    level, name = key
    regions = {
        u for k in candidates if k[0] != "gmina" and candidates[k].text + candidates[k].url > 0 for u in units_named(k[1], k[0])
    }
    if level != "gmina":
        units = units_named(name, level)
        coded = [u for code, _ in best.codes.most_common(1) if (u := unit_with(code)) is not None]
        near = [u for u in units if u.code[:2] in {r.code for r in regions if r.level == "województwo"}]
        return units[0] if len(units) == 1 else coded[0] if coded else near[0] if len(near) == 1 else None
    printed = tuple(office for office, _ in best.offices.most_common())
    counties = frozenset(u.code for u in regions if u.level == "powiat")
    voivodeships = frozenset(u.code[:2] for u in regions)
    return resolve(name, Hints(offices=printed or offices, counties=counties, voivodeships=voivodeships))
