"""„Urząd Miasta Legionowo", „Poznańska Energetyka Cieplna S.A.": what the text of an article says about its place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipeline.record.place.candidates import key_of, sort_of, weight_of, weights
from pipeline.record.place.elsewhere import is_attending, is_foreign, is_scene
from pipeline.values.place import read_adjective
from pipeline.values.place.guess import guess_nominative, is_foreign_name
from pipeline.values.place.resolve import ADMISSIBLE

if TYPE_CHECKING:
    from pipeline.record.nearby import Nearby
    from pipeline.record.place.candidates import Candidate, Key
    from pipeline.schema import Article, Mention

_UNKNOWN_TOWN = re.compile(r"\s(we?)\s([A-ZĄĆĘŁŃÓŚŹŻ][\w -]+)$")
_NO_INSTITUTION = frozenset({"organization.unit", "organization.bare"})


def read_into(candidates: dict[Key, Candidate], article: Article, nearby: Nearby, offices: tuple[str, ...]) -> None:
    """Adds the points of every mention of a place, and of the names of institutions, to the candidates.

    Args:
        candidates: a defaultdict; changed in place.
        article: its text and title are read.
        nearby: the article's mentions.
        offices: keys of ADMISSIBLE whose offices or heads the text prints without a name.
    """
    more = weights()["more"]
    seen: Counter[tuple[Key, str]] = Counter()
    counted: set[tuple[Key, int]] = set()
    abroad = {(m.start, m.end) for m in nearby.of("places") if is_foreign(article, m, nearby)}
    seats = {key_of(m) for m in nearby.of("places") if (m.start, m.end) in abroad}
    title_end = len(article.title) if article.title and article.text.startswith(article.title) else 0
    for mention in nearby.of("places"):
        key, sort = key_of(mention), sort_of(mention.rule)
        if (mention.start, mention.end) in abroad or (mention.rule in _DATELINES and key in seats):
            continue
        if is_scene(article, mention, offices):
            continue
        around = nearby.around("organizations", mention.start, mention.end)
        if around is not None and (key, around.start) in counted:
            continue  # „Mazowiecki Urząd Wojewódzki w Warszawie" names the voivodeship twice
        counted |= {(key, around.start)} if around is not None else set()
        inside = _inside_organization(mention, nearby)
        weight = max(weight_of(mention.rule), inside) * weights()["level"][key[0]]
        weight = 0.0 if mention.rule == "place.seat.unknown" else weight
        if sort in _ROLES and is_attending(article, mention):
            weight *= weights()["discount"]["attending"]
        candidate = candidates[key]
        candidate.text += weight * (1.0 if seen[key, sort] < _FULL else more["repeated"])
        titled = mention.start < title_end
        candidate.text += more["in_title"] * min(1.0, weight) if titled and not seen[key, "title"] else 0.0
        if weight > 0:
            candidate.sorts |= {sort} | ({"title"} if titled else set()) | ({"inside"} if inside else set())
        seen[key, "title"] += titled
        seen[key, sort] += 1
        candidate.first = min(candidate.first, mention.start)
        _note(mention, candidate)
    for organization in (m for m in nearby.of("organizations") if m.rule not in _NO_INSTITUTION):
        _read_name(organization, candidates)
        if not nearby.inside("places", organization.start, organization.end):
            _read_town(article, organization, candidates)


_DATELINES = frozenset({"place.bare.dateline", "place.bare.dated"})
_ROLES = frozenset({"place.role", "place.adjective.role"})
"""heads of offices, who may be a story's guests"""
_FULL = 2
"""mentions of one sort that count in full"""


def _inside_organization(mention: Mention, nearby: Nearby) -> float:
    """A place in an institution's name says more; the office of a voivodeship names it as strongly as a town's its town."""
    around = nearby.around("organizations", mention.start, mention.end)
    if around is None or around.rule in _NO_INSTITUTION or mention.rule == "place.institution.unknown":
        return 0.0
    if mention.rule in {"place.prep.from", "place.prep.to", "place.prep.near"}:
        return 0.0
    if around.value["kind"] == "voivodeship_office":
        return weight_of("place.office") / weights()["level"]["województwo"]
    return weights()["more"]["inside_organization"]


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
    points = weights()["more"]["inside_organization"]
    for adjective in read[:1]:
        candidate = candidates["gmina", adjective.towns[0]]
        candidate.text += points if candidate.text < points else 0.0
        candidate.first = min(candidate.first, organization.start)


def _read_town(article: Article, organization: Mention, candidates: dict[Key, Candidate]) -> None:
    """„Szpital w Lipnikach": a town that no gazetteer holds."""
    match = _UNKNOWN_TOWN.search(organization.text)
    if match is not None and not is_foreign_name(match.group(2), match.group(1)):
        name = guess_nominative(" ".join(match.group(2).split()), match.group(1), f"{article.text} {article.url or ''}")
        candidates["gmina", name].text += 1.0
