"""„Urzędem Miejskim w Gdańsku", „UM Olsztyn": offices by their phrase or acronym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.annotate.organizations.found import FoundOrganization
from pipeline.annotate.organizations.lexicon import Office, acronyms, offices
from pipeline.annotate.organizations.tails import Places, place_tail, tidy, town_end, voivodeship_tail
from pipeline.text import QUOTES, fold, squash
from pipeline.values.body import legal_tail
from pipeline.values.trie import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator


_DISTRICT = re.compile(r"[ \u00a0][A-ZĄĆĘŁŃÓŚŹŻ][\w-]+(?:[ \u00a0][A-ZĄĆĘŁŃÓŚŹŻ][\w-]+)?(?:[ \u00a0]m\.[ ]?st\.)?")


_PLURAL = re.compile(
    r"\b(?P<head>urzęd(?:y|ów|om|ami|ach)\s(?:gmin(?:y|\si\smiast|n\w+)?|miast(?:a|\si\sgmin)?|miejski\w+)|starostw(?:a|om|ami|ach)?\spowiatow\w+)\s(?=we?\s)",
    re.IGNORECASE,
)
_SINGULAR = {
    "gmin": ("Urząd Gminy", "municipal_office"),
    "miast": ("Urząd Miasta", "city_office"),
    "miej": ("Urząd Miejski", "city_office"),
}
_LIST = re.compile(r"(?:,?\s(?:i|oraz|a także)\s|,\s)(?:we?\s)?")


def find_listed(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„urzędy gmin w Cycowie, Ludwinie i Milejowie": an office for each town of the list."""
    for head in _PLURAL.finditer(text):
        words = squash(head["head"]).lower().split(" ", 1)
        name, kind = _singular(words[0], words[1])
        start, end = head.start(), head.end() - 1
        tail, _ = place_tail(text, end, places, beside=False)
        place_start = end
        while tail > place_start:
            town = tidy(text[place_start:tail])
            town = town if town.lower().startswith(("w ", "we ")) else f"w {town}"
            yield FoundOrganization(start, tail, f"{name} {town}", kind, "organization.office")
            joint = _LIST.match(text, tail)
            following = town_end(text, joint.end(), places) if joint else None
            if joint is None or following is None:
                break
            start = place_start = joint.end()
            tail = following


def _singular(head: str, modifier: str) -> tuple[str, str]:
    if head.startswith("starost"):
        return "Starostwo Powiatowe", "county_office"
    if " i " in modifier:
        return "Urząd Miasta i Gminy", "municipal_office"
    return next(v for k, v in _SINGULAR.items() if modifier.startswith(k))


def find_offices(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Urzędem Miejskim w Gdańsku", „UM Olsztyn", „Starostwo Powiatowe": offices with or without their place."""
    low, printed = words_of(fold(text)), words_of(text)
    for hit in offices().find(text, low):
        start, end = low[hit.first].start, low[hit.last - 1].end
        dotted = hit.payload[0].name.endswith(".") or hit.payload[0].abbreviated
        end += dotted and text[end : end + 1] == "."
        yield _office(text, start, end, hit.payload[0], places)
    for hit in acronyms().find(text, printed):
        start, end = printed[hit.first].start, printed[hit.last - 1].end
        office = hit.payload[0]
        expanded = office.name != squash(text[start:end])
        body = end if expanded else legal_tail(text, _quoted(text, end))
        tail, place = place_tail(text, body, places, beside=True)
        tail = tail if expanded else legal_tail(text, tail)
        if place is None and tail == end and (expanded and text[start:end] != "UMiG"):
            yield FoundOrganization(start, end, office.name, office.kind, "organization.acronym_bare")
        else:
            name = squash(f"{office.name} {tidy(text[end:tail])}")
            yield FoundOrganization(start, tail, name, office.kind, "organization.acronym")


def _quoted(text: str, end: int) -> int:
    """„TBS [„Nasz Dom”] w Żarnowie": where a name in quotes behind an acronym ends."""
    match = _NAME.match(text, end)
    return match.end() if match else end


_NAME = re.compile(rf"[ \u00a0][{QUOTES}][^{QUOTES}\s][^{QUOTES}\n]{{0,38}}[{QUOTES}]")


def _office(text: str, start: int, end: int, office: Office, places: Places) -> FoundOrganization:
    name = office.name
    if office.kind == "voivodeship_office":
        name = name.removesuffix(" Województwa")
        end_of_head = end if name == office.name else text.rfind(" ", start, end)
        tail, unit = voivodeship_tail(text, end_of_head, places)
        if unit is not None:
            genitive = "-".join(part.capitalize() for part in unit.split(" ", 1)[1].removesuffix("e").split("-"))
            name, end = f"{name} Województwa {genitive}ego", tail
    tail, _ = place_tail(text, end, places, beside=True)
    if office.kind == "district_office" and (district := _DISTRICT.match(text, end)):
        tail = place_tail(text, district.end(), places, beside=True)[0]
    full = squash(f"{name} {tidy(text[end:tail])}")
    rule = "organization.office" if tail > end or name != office.name else "organization.office_bare"
    return FoundOrganization(start, tail, full, office.kind, rule)
