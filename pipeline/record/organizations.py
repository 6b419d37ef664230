"""„Urzędowi Miasta Olsztyna", „olsztyński magistrat", „Urząd": one office under one name, the certified one first."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.record.identity import organization_id
from pipeline.record.nearby import Nearby
from pipeline.record.organization_groups import Group, group_mentions, seat
from pipeline.record.place import choose, is_foreign
from pipeline.schema import OrganizationRow, content_id
from pipeline.text import fold
from pipeline.values import morph
from pipeline.values.place import Unit, form_of, resolve, units_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.schema import Article, Mention, PlaceRow

_RANK = {"organization.office": 0, "organization.institution": 0, "organization.company": 0, "organization.unit": 0}
_CUES = re.compile(
    r"certyfik|recertyf|\baudi?y?t|kontrol|akredyt|\biso\b|deklaracj\w+ dostepnosci|system\w* (?:zarzadzania|jakosci)"
)
_OBJECT = re.compile(
    r"(?:audi?y?t\w*|kontrol\w*|certyfik\w*|akredyt\w*|sprawdz\w*|zbad\w*|bada\w*|przyzna\w*|wrecz\w*|wyda\w*|nada\w*|dla|system\w*|otrzyma\w*)"
    r"(?:[^\w,;:]+\w+){0,4}[^\w,;:]+$"
)
_REACH = 70
"""characters before a mention in which a governing word is looked for"""
KIND_WEIGHTS = {"council": -2.0, "municipality": -1.5, "district_office": -0.5, "institution": -0.3}


def arrange(article: Article, mentions: list[Mention]) -> list[OrganizationRow]:
    """Rows of „Urząd Miasta Olsztyna": every mention under the fullest nominative, the certified or audited body first.

    Args:
        article: the article.
        mentions: of the kinds organizations, places, certifiers, standards.

    Returns:
        One row a mention, organisations in order of their part in the story, the mentions of each in text order. Bare words
        („urząd", „ratusz") that belong to no named office are left out.
    """
    place = choose(article, mentions)
    nearby = Nearby(mentions)
    groups = group_mentions(nearby)
    groups += _offices_of_place(article, groups, nearby, place)
    for group in groups:
        group.name = _name(group, place)
        group.score = _score(article, group, nearby, place)
    if not groups and place is not None:
        groups = _from_place(article, nearby, place)
    _rank_units(groups)
    ordered = sorted((g for g in groups if g.name), key=lambda g: (-g.score, g.mentions[0].start))
    return [_row(article, mention, group, place) for group in ordered for mention in group.mentions]


def _row(article: Article, mention: Mention, group: Group, place: PlaceRow | None) -> OrganizationRow:
    name = group.name
    kind = mention.value["kind"] if mention.kind == "organizations" else "municipality"
    if mention.rule == "organization.bare":  # „urząd" of a county is a county's office
        kind = next((m.value["kind"] for m in group.mentions if m.rule in _RANK), kind)
    return OrganizationRow(
        mention_id=content_id(article.id, "organizations", str(mention.start), str(mention.end), name),
        rule=mention.rule,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        name=name,
        kind=kind,
        organization_id=organization_id(group.family, name, group.place, place),
    )


def _name(group: Group, place: PlaceRow | None) -> str:
    """The fullest printed nominative, else the office with what the article's place adds to it."""
    full = [m for m in group.mentions if m.rule in _RANK]
    if full:
        names = Counter(str(m.value["name"]) for m in full)
        if group.family in {"town", "county", "voivodeship"}:
            return max(names, key=lambda n: (names[n], len(n)))
        return max(names, key=lambda n: (len(n), names[n]))
    named = [str(m.value["name"]) for m in group.mentions if m.rule == "organization.acronym"]
    adjective = [str(m.value["name"]) for m in group.mentions if m.rule == "organization.adjective"]
    if named:
        name = max(named, key=len)
        where = re.search(r" we? .+$", adjective[0]) if adjective and " " not in name else None
        return name + (where.group() if where else "")
    bare = [str(m.value["name"]) for m in group.mentions if m.rule in {"organization.office_bare", "organization.acronym_bare"}]
    if group.founded:
        return group.founded
    if bare:
        return _completed(max(bare, key=len), group, place)
    return adjective[0] if adjective else ""


def _completed(name: str, group: Group, place: PlaceRow | None) -> str:
    """„Urząd Marszałkowski" in a story of kujawsko-pomorskie: completed only where the office's full name is certain."""
    if name == "Urząd Marszałkowski" and place is not None and place.kind == "województwo":
        region = place.name.removeprefix("województwo ").removesuffix("e")
        return f"{name} Województwa {'-'.join(p.capitalize() for p in region.split('-'))}ego"
    town = group.place or (seat(place.name) if place is not None and place.kind != "województwo" else None)
    if name in {"Urząd Miejski", "Starostwo Powiatowe"} and town is not None and (loc := form_of(town, "loc")):
        return f"{name} {_in(loc)} {loc}"
    genitive = form_of(group.place, "gen") if group.place and name == "Urząd Miasta" else None
    return f"{name} {genitive}" if genitive else name


def _in(place: str) -> str:
    """„we Wrocławiu", „w Olsztynie": the preposition's vowel before w or f and another consonant."""
    return "we" if re.match(r"[WF][^aeiouyąęó]", place) else "w"


def _cue_reader(article: Article) -> Callable[[tuple[int, int]], bool]:
    """Whether a sentence speaks of certificates, audits or controls; each sentence is read once."""

    @cache
    def is_cued(sentence: tuple[int, int]) -> bool:
        return _CUES.search(fold(article.text[slice(*sentence)])) is not None

    return is_cued


def _score(article: Article, group: Group, nearby: Nearby, place: PlaceRow | None) -> float:
    """How much of the story is about this organisation."""
    title_end = len(article.title) if article.title and article.text.startswith(article.title) else 0
    score = KIND_WEIGHTS.get(group.family, 0.0)
    cued = holds = 0.0
    is_cued = _cue_reader(article)
    for mention in group.mentions:
        if is_cued(mention.sentence):
            cued = min(cued + 1.0, 3.0)
            holds = max(holds, _holds(article, mention))
    score += cued + holds + min(0.5 * len(group.mentions), 2.5)
    score += 2.0 if any(m.start < title_end for m in group.mentions) else 0.0
    score += 1.0 - group.mentions[0].start / max(1, len(article.text))
    if place is not None and group.place is not None:
        score += 1.5 if seat(group.place) == seat(place.name) else -1.5
    if all(is_foreign(article, m, nearby) for m in group.mentions):
        score -= 3.0
    return score


def _rank_units(groups: list[Group]) -> None:
    """A gmina comes behind its own office: „dotacje w Gminie X" were looked at in the „Urząd Gminy w X"."""
    for group in groups:
        if group.family != "municipality":
            continue
        offices = [g for g in groups if g.family in {"town", "county", "voivodeship"} and _near(g.place, group.place)]
        office = max(offices, key=lambda g: g.score, default=None)
        if office is not None and group.score >= office.score:
            group.score, office.score = office.score, group.score + 0.01


def _near(a: str | None, b: str | None) -> bool:
    """„Gmina Bielin", „Urząd Gminy w Bielinie": one place, by its seat or, outside the gazetteer, by its stem."""
    if a is None or b is None or seat(a) == seat(b):
        return True
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return shared >= max(_STEM, min(len(a), len(b)) - _ENDING) and not (units_named(a) and units_named(b))


_STEM = 4
"""letters that two forms of one name share at least"""
_ENDING = 3
"""letters of the longer endings of towns: Bieli-niec, Bieli-ńcu"""


def _holds(article: Article, mention: Mention) -> float:
    """„audit w [Urzędzie]", „przyznano [Urzędowi] certyfikat": the holder of a certificate, the object of an audit."""
    before = fold(article.text[max(mention.sentence[0], mention.start - _REACH) : mention.start])
    first = re.match(r"\w+", mention.text)
    readings = morph.analyse(first.group().lower()) if first else ()
    cases = {r.case for r in readings}
    if "dat" in cases and not cases & {"nom", "gen"}:
        return 2.5
    return 2.0 if _OBJECT.search(before) else 1.0 if "nom" in cases else 0.0


def _from_place(article: Article, nearby: Nearby, place: PlaceRow) -> list[Group]:
    """„Gdynia zdobyła certyfikat": where no office is named, the municipality itself holds what the sentence speaks of."""
    level = place.kind
    own = [m for m in nearby.of("places") if m.value["kind"] == level and m.value["name"] == place.name]
    own = [
        m for m in own if not is_foreign(article, m, nearby) and not _WHERE.search(article.text, max(0, m.start - 6), m.start)
    ]
    is_cued = _cue_reader(article)
    cued = [m for m in own if is_cued(m.sentence)]
    if not cued:
        return []
    unit = resolve(place.name) if level == "gmina" else None
    group = Group("municipality", place.name, cued)
    group.name = _printed_title(article, own, place) or _title(place, unit)
    return [group]


def _offices_of_place(article: Article, groups: list[Group], nearby: Nearby, place: PlaceRow | None) -> list[Group]:
    """„Ratusz ma certyfikat", „starostwo po audycie": the office of the story's place, where no other body is named.

    A certificate or an audit has to stand in a sentence with the word. Source of the names: as for „olsztyński magistrat".
    """
    if place is None or place.kind not in {"gmina", "powiat"}:
        return []
    family, words = ("county", {"starostwo"}) if place.kind == "powiat" else ("town", {"ratusz", "magistrat"})
    known = {m.start for g in groups for m in g.mentions}
    bare = [
        m
        for m in nearby.of("organizations")
        if m.rule == "organization.bare" and m.value["name"] in words and m.start not in known
    ]
    is_cued = _cue_reader(article)
    name = _office_of(place) if any(is_cued(m.sentence) for m in bare) else None
    return [Group(family, place.name, bare, founded=name)] if name and all(g.family == "municipality" for g in groups) else []


def _office_of(place: PlaceRow) -> str | None:
    """„Suwałki" -> "Urząd Miasta Suwałk", „powiat piski" -> "Starostwo Powiatowe w Piszu"; rural: "Urząd Gminy Prostki"."""
    if place.kind == "powiat":
        town = seat(place.name)
        locative = form_of(town, "loc")
        return f"Starostwo Powiatowe {_in(locative)} {locative}" if locative else None
    kinds = {u.kind for u in units_named(place.name) if place.terc in {None, u.code}}
    if kinds == {"rural"}:
        return f"Urząd Gminy {place.name}"
    genitive = form_of(place.name, "gen")
    return f"Urząd Miasta {genitive}" if genitive and kinds else None


def _printed_title(article: Article, mentions: list[Mention], place: PlaceRow) -> str | None:
    """„certyfikat dla miasta Ławsko" -> „Miasto Ławsko": the unit as the text calls it most often."""
    if place.kind != "gmina":
        return None
    before = (_UNIT.search(article.text, max(0, m.start - _UNIT_REACH), m.start) for m in mentions)
    printed = Counter("Miasto" if b[1].lower().startswith("mi") else "Gmina" for b in before if b is not None)
    return f"{printed.most_common(1)[0][0]} {place.name}" if printed else None


_WHERE = re.compile(r"\b(?:we?|ze?|pod|nad|koło|od|na)\s$", re.IGNORECASE)
"""„w Rzeszowie odebrano certyfikat": where something happened, not who holds it"""
_UNIT = re.compile(r"\b(miast(?:o|a|u|em)|gmin(?:a|y|ie|ę|ą))\s$", re.IGNORECASE)
_UNIT_REACH = 10
"""characters: „miastem " and its space"""


def _title(place: PlaceRow, unit: Unit | None) -> str:
    if place.kind != "gmina":
        return place.name[:1].upper() + place.name[1:]
    return f"{'Miasto' if unit is not None and unit.kind in {'city', 'urban'} else 'Gmina'} {place.name}"
