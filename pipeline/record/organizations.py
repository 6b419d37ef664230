"""„Urzędowi Miasta Olsztyna", „olsztyński magistrat", „Urząd": one office under one name, the certified one first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.record.place import choose, is_foreign, key_of
from pipeline.schema import OrganizationRow, content_id
from pipeline.text import fold
from pipeline.values import morph
from pipeline.values.place import Unit, form_of, read_adjective, resolve, seat_of, units_named

if TYPE_CHECKING:
    from pipeline.schema import Article, Mention, PlaceRow

_CLASSES = {"city_office": "town", "municipal_office": "town", "county_office": "county", "voivodeship_office": "voivodeship"}
_BARE = {
    "urząd": ("town", "county", "voivodeship"),
    "magistrat": ("town",),
    "ratusz": ("town",),
    "starostwo": ("county",),
    "szpital": ("hospital",),
    "lecznica": ("hospital",),
}
_RANK = {"organization.office": 0, "organization.institution": 0, "organization.company": 0, "organization.unit": 0}
_CUES = re.compile(r"certyfik|recertyf|\baudi?y?t|kontrol|akredyt|\biso\b|deklaracj\w+ dostepnosci")
_OBJECT = re.compile(
    r"(?:audi?y?t\w*|kontrol\w*|certyfik\w*|akredyt\w*|sprawdz\w*|zbad\w*|bada\w*|przyzna\w*|wrecz\w*|wyda\w*|nada\w*|dla|system\w*|otrzyma\w*)"
    r"(?:\W+\w+){0,4}\W+$"
)
_REACH = 70
"""characters before a mention in which a governing word is looked for"""
KIND_WEIGHTS = {"council": -2.0, "municipality": -1.5, "district_office": -0.5, "institution": -0.3}


@dataclass
class Group:
    """The mentions of one organisation."""

    family: str
    place: str | None
    mentions: list[Mention] = field(default_factory=list)
    name: str = ""
    score: float = 0.0


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
    own = [m for m in mentions if m.kind == "organizations"]
    groups = _groups(own, mentions)
    for group in groups:
        group.name = _name(group, place)
        group.score = _score(article, group, mentions, place)
    if not groups and place is not None:
        groups = _from_place(article, mentions, place)
    _rank_units(groups)
    ordered = sorted((g for g in groups if g.name), key=lambda g: (-g.score, g.mentions[0].start))
    return [_row(article, mention, group.name) for group in ordered for mention in group.mentions]


def _row(article: Article, mention: Mention, name: str) -> OrganizationRow:
    kind = mention.value["kind"] if mention.kind == "organizations" else "municipality"
    return OrganizationRow(
        mention_id=content_id(article.id, "organizations", str(mention.start), str(mention.end), name),
        rule=mention.rule,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        name=name,
        kind=kind,
    )


def _place_in(mention: Mention, mentions: list[Mention]) -> str | None:
    """The place that the characters of an organisation name, as a name; for an adjective that of its town."""
    inside = [m for m in mentions if m.kind == "places" and mention.start <= m.start and m.end <= mention.end]
    if inside:
        level, name = key_of(inside[-1])
        return name if level == "gmina" else f"{level} {name}"
    if mention.rule == "organization.adjective":
        words = (read_adjective(w) for w in re.findall(r"\w+", mention.text))
        return next((a.towns[0] for a in words if a is not None and a.towns), None)
    return None


def _groups(own: list[Mention], mentions: list[Mention]) -> list[Group]:
    groups: list[Group] = []
    for mention in own:
        if mention.rule in {"organization.bare", "organization.office_bare", "organization.acronym_bare"}:
            continue
        family = _CLASSES.get(mention.value["kind"]) if _is_office(mention) else None
        family = family or _family(mention)
        place = _place_in(mention, mentions)
        group = next((g for g in groups if _same(g, family, place, mention)), None)
        if group is None:
            group = Group(family, place)
            groups.append(group)
        group.mentions.append(mention)
        group.place = group.place or place
    _attach_bare(groups, own)
    return groups


def _is_office(mention: Mention) -> bool:
    return mention.rule in {"organization.office", "organization.acronym", "organization.adjective"}


def _family(mention: Mention) -> str:
    return str(mention.value["kind"])


def _core(name: str) -> list[str]:
    """„Szpital Wielospecjalistyczny im. dra L. Błażka w X" -> its words before the patron and the town, folded."""
    head = re.split(r"\s+im(?:\.|ienia\b)|\s+we?\s", fold(name))[0]
    return re.findall(r"\w+", head)


def _same(group: Group, family: str, place: str | None, mention: Mention) -> bool:
    if group.family != family and not {group.family, family} <= {"company", "institution", "hospital"}:
        return False
    if group.place and place and group.place != place and _seat(group.place) != _seat(place):
        return False
    if family in {"town", "county", "voivodeship"}:
        return True
    if family == "hospital" and mention.rule == "organization.adjective":
        return True
    first, other = _core(group.mentions[0].value["name"]), _core(mention.value["name"])
    short = min(len(first), len(other))
    return first[:short] == other[:short] and (short > 1 or first == other)


def _seat(place: str) -> str:
    """„powiat żyrardowski" -> „Żyrardów": a county's office is also named by its town."""
    if place.startswith("powiat "):
        units = units_named(place.removeprefix("powiat "), "powiat")
        return (seat_of(units[0]) if len(units) == 1 else None) or place
    return place


def _attach_bare(groups: list[Group], own: list[Mention]) -> None:
    """„Urząd" is the office named last before it, else the first one after it; „Urząd Miasta" alone may found a group."""
    for mention in own:
        if mention.rule not in {"organization.office_bare", "organization.acronym_bare", "organization.bare"}:
            continue
        if mention.rule == "organization.bare":
            families: tuple[str, ...] = _BARE.get(mention.value["name"], ())
        else:
            kind = str(mention.value["kind"])
            families = (_CLASSES.get(kind, kind),)
        fitting = [g for g in groups if g.family in families]
        before = [g for g in fitting if g.mentions[0].start < mention.start]
        chosen = max(before, key=lambda g: max(m.start for m in g.mentions if m.start < mention.start), default=None)
        chosen = chosen or (fitting[0] if fitting else None)
        if chosen is None and mention.rule != "organization.bare":
            chosen = Group(families[0], None)
            groups.append(chosen)
        if chosen is not None:
            chosen.mentions.append(mention)
    for group in groups:
        group.mentions.sort(key=lambda m: (m.start, m.end))


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
    if bare:
        return _completed(max(bare, key=len), group, place)
    return adjective[0] if adjective else ""


def _completed(name: str, group: Group, place: PlaceRow | None) -> str:
    """„Urząd Marszałkowski" in a story of kujawsko-pomorskie: completed only where the office's full name is certain."""
    if name == "Urząd Marszałkowski" and place is not None and place.kind == "województwo":
        region = place.name.removeprefix("województwo ").removesuffix("e")
        return f"{name} Województwa {'-'.join(p.capitalize() for p in region.split('-'))}ego"
    town = group.place or (_seat(place.name) if place is not None and place.kind != "województwo" else None)
    if name in {"Urząd Miejski", "Starostwo Powiatowe"} and town is not None and (loc := form_of(town, "loc")):
        return f"{name} {_in(loc)} {loc}"
    genitive = form_of(group.place, "gen") if group.place and name == "Urząd Miasta" else None
    return f"{name} {genitive}" if genitive else name


def _in(place: str) -> str:
    """„we Wrocławiu", „w Olsztynie": the preposition's vowel before w or f and another consonant."""
    return "we" if re.match(r"[WF][^aeiouyąęó]", place) else "w"


def _score(article: Article, group: Group, mentions: list[Mention], place: PlaceRow | None) -> float:
    """How much of the story is about this organisation."""
    title_end = len(article.title) if article.title and article.text.startswith(article.title) else 0
    score = KIND_WEIGHTS.get(group.family, 0.0)
    cued = holds = 0.0
    for mention in group.mentions:
        sentence = article.text[slice(*mention.sentence)]
        if _CUES.search(fold(sentence)):
            cued = min(cued + 1.0, 3.0)
            holds = max(holds, _holds(article, mention))
    score += cued + holds + min(0.5 * len(group.mentions), 2.5)
    score += 2.0 if any(m.start < title_end for m in group.mentions) else 0.0
    score += 1.0 - group.mentions[0].start / max(1, len(article.text))
    if place is not None and group.place is not None:
        score += 1.5 if _seat(group.place) == _seat(place.name) else -1.5
    if all(is_foreign(article, m, mentions) for m in group.mentions):
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
    return a is None or b is None or _seat(a) == _seat(b)


def _holds(article: Article, mention: Mention) -> float:
    """„audit w [Urzędzie]", „przyznano [Urzędowi] certyfikat": the holder of a certificate, the object of an audit."""
    before = fold(article.text[max(mention.sentence[0], mention.start - _REACH) : mention.start])
    first = re.match(r"\w+", mention.text)
    readings = morph.analyse(first.group().lower()) if first else ()
    cases = {r.case for r in readings}
    if "dat" in cases and not cases & {"nom", "gen"}:
        return 2.5
    return 2.0 if _OBJECT.search(before) else 1.0 if "nom" in cases else 0.0


def _from_place(article: Article, mentions: list[Mention], place: PlaceRow) -> list[Group]:
    """„Gdynia zdobyła certyfikat": where no office is named, the municipality itself holds what the sentence speaks of."""
    level = place.kind
    own = [m for m in mentions if m.kind == "places" and m.value["kind"] == level and m.value["name"] == place.name]
    own = [m for m in own if not is_foreign(article, m, mentions)]
    cued = [m for m in own if _CUES.search(fold(article.text[slice(*m.sentence)]))]
    if not cued:
        return []
    unit = resolve(place.name) if level == "gmina" else None
    group = Group("municipality", place.name, cued)
    group.name = _title(place, unit)
    return [group]


def _title(place: PlaceRow, unit: Unit | None) -> str:
    if place.kind != "gmina":
        return place.name[:1].upper() + place.name[1:]
    return f"{'Miasto' if unit is not None and unit.kind in {'city', 'urban'} else 'Gmina'} {place.name}"
