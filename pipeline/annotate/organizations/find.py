"""Names of offices, institutions and companies in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.organizations.lexicon import Office, acronyms, bare_kind, head_kind, lemmas, lexicon, offices
from pipeline.annotate.organizations.tails import Places, name_tail, place_tail, tidy, voivodeship_tail
from pipeline.text import fold, squash
from pipeline.values import morph
from pipeline.values.body import legal_tail
from pipeline.values.name import nominative
from pipeline.values.place import form_of, read_adjective
from pipeline.values.trie import is_gap, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.values.trie import Word

_LEGAL = re.compile(r"(?<!\w)(?:S\.[ ]?A\.|SA(?!\w)|Sp\.?[ ]?z[ ]?o\.?[ ]?o\.?(?!\w))", re.IGNORECASE)
_DISTRICT = re.compile(r"[ \u00a0][A-ZĄĆĘŁŃÓŚŹŻ][\w-]+(?:[ \u00a0][A-ZĄĆĘŁŃÓŚŹŻ][\w-]+)?(?:[ \u00a0]m\.[ ]?st\.)?")
_UNITS = {"gmina": "Gmina", "miasto": "Miasto", "powiat": "Powiat", "województwo": "Województwo"}
_MIDDLE = {("gmina", "miejski"): "Miejska ", ("gmina", "wiejski"): "Wiejska ", ("miasto", "stołeczny"): "Stołeczne "}


class FoundOrganization(NamedTuple):
    """„Urzędowi Miasta Legionowo": its characters, its nominative name, its kind, the rule that found it."""

    start: int
    end: int
    name: str
    kind: str
    rule: str


def find_offices(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Urzędem Miejskim w Gdańsku", „UM Olsztyn", „Starostwo Powiatowe": offices with or without their place."""
    low, printed = words_of(fold(text)), words_of(text)
    for hit in offices().find(text, low):
        start, end = low[hit.first].start, low[hit.last - 1].end
        end += hit.payload[0].name.endswith(".") and text[end : end + 1] == "."
        yield _office(text, start, end, hit.payload[0], places)
    for hit in acronyms().find(text, printed):
        start, end = printed[hit.first].start, printed[hit.last - 1].end
        office = hit.payload[0]
        tail, place = place_tail(text, end, places, beside=True)
        expanded = office.name != squash(text[start:end])
        if place is None and tail == end and (expanded and text[start:end] != "UMiG"):
            yield FoundOrganization(start, end, office.name, office.kind, "organization.acronym_bare")
        else:
            name = squash(f"{office.name} {tidy(text[end:tail])}")
            yield FoundOrganization(start, tail, name, office.kind, "organization.acronym")


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


def find_institutions(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Szpitala Wielospecjalistycznego im. dra L. Błażka w Inowrocławiu": institutions by the noun at their head."""
    words = words_of(text)
    covered = 0
    for index, word in enumerate(words):
        kind = head_kind(word.text) if word.start >= covered else None
        if kind is None:
            continue
        found = _institution(text, words, index, kind, places)
        if found is not None:
            covered = found.end
            yield found


def _institution(text: str, words: list[Word], index: int, kind: tuple[str, str], places: Places) -> FoundOrganization | None:
    first = _first_modifier(text, words, index)
    start, head_end = words[first].start, words[index].end
    if not text[start].isupper():
        return None
    end = name_tail(text, head_end)
    needed = lexicon()["heads_need"].get(kind[0])
    inside = [w for w in words[first : index + 12] if w.end <= end]
    if needed is not None and not any(lemmas(w.text) & set(needed) for w in inside):
        return None
    form = legal_tail(text, end)
    health = "zdrowotnej" in fold(text[start:end])
    kind = (kind[0], "company" if form > end else "hospital" if health else kind[1])
    end = form
    tail, _ = place_tail(text, end, places, beside=False)
    if tail == head_end and first == index:
        return None
    core = nominative(squash(text[start:end]), "organization")
    name = squash(f"{_undo_capitals(core)} {tidy(text[end:tail])}")
    return FoundOrganization(
        start, tail, name, "company" if legal_tail(text, end) > end else kind[1], "organization.institution"
    )


def _undo_capitals(name: str) -> str:
    return tidy(name) if len(name) > 6 else name


def _first_modifier(text: str, words: list[Word], index: int) -> int:
    """„[Samodzielny Publiczny] Zakład": capitalised adjectives before the head belong to the name; „II Liceum" too."""
    first = index
    while first > 0 and words[first - 1].text[0].isupper() and is_gap(text, words[first - 1].end, words[first].start):
        gap = text[words[first - 1].end : words[first].start]
        word = words[first - 1].text
        adjective = any(r.pos == "adj" for r in morph.analyse(word.lower())) or re.fullmatch(r"[IVX]{1,5}", word)
        if gap.strip(" \u00a0-") or not adjective or index - first >= 5:
            break
        first -= 1
    return first


def find_companies(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Poznańską Energetykę Cieplną S.A.": capitalised words before a legal form."""
    words = words_of(text)
    starts = [w.start for w in words]
    for match in _LEGAL.finditer(text):
        position = _index_before(starts, match.start())
        first = position + 1
        while first > 0 and position - first < 8 and _belongs(text, words, first - 1, match.start()):
            first -= 1
        while first <= position and not words[first].text[0].isupper():
            first += 1
        if first > position:
            continue
        start = words[first].start
        if text[start - 1 : start] in {"„", '"'}:
            start -= 1
        end = legal_tail(text, words[position].end + (text[words[position].end] in {"”", '"'}))
        tail, _ = place_tail(text, end, places, beside=False)
        name = nominative(_undo_capitals(squash(text[start : words[position].end])), "organization")
        yield FoundOrganization(
            start, tail, squash(f"{name}{text[words[position].end : tail]}"), "company", "organization.company"
        )


def _index_before(starts: list[int], position: int) -> int:
    return bisect_left(starts, position) - 1


def _belongs(text: str, words: list[Word], index: int, stop: int) -> bool:
    word = words[index]
    following = words[index + 1].start if index + 1 < len(words) and words[index + 1].start < stop else stop
    gap = text[word.end : following]
    if gap.strip(' \u00a0„”"-–') or "\n" in gap or len(gap) > 4:
        return False
    return word.text[0].isupper() or word.text in {"i"}


def find_bare(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„olsztyński magistrat", „w ratuszu", „Urząd": an office that is named in full elsewhere, or by its town's adjective."""
    words = words_of(text)
    for index, word in enumerate(words):
        kind = bare_kind(word.text)
        if kind is None or not _is_singular(word.text) or _is_ex_officio(words, index):
            continue
        tail, town = place_tail(text, word.end, places, beside=False)
        if town is not None:
            printed = {"county_office": "Starostwo Powiatowe", "hospital": "Szpital"}.get(kind[1])
            full = f"{printed} {tidy(text[word.end : tail])}" if printed else _of_town(kind[1], town)
            yield FoundOrganization(word.start, tail, full, _kind_of(kind[1]), "organization.adjective")
            continue
        start, name = word.start, kind[0]
        rule = "organization.bare"
        for neighbour in (index - 1, index + 1):
            full = _by_adjective(text, words, index, neighbour, kind[1])
            if full is not None:
                name, rule = full, "organization.adjective"
                start = min(start, words[neighbour].start)
                yield FoundOrganization(start, max(word.end, words[neighbour].end), name, _kind_of(kind[1]), rule)
                break
        else:
            yield FoundOrganization(start, word.end, name, _kind_of(kind[1]), rule)


def _is_singular(word: str) -> bool:
    """„szpitali" is every hospital, not one named elsewhere."""
    readings = morph.analyse(word.lower())
    return not readings or any(r.number == "sg" for r in readings)


def _is_ex_officio(words: list[Word], index: int) -> bool:
    """„działa z urzędu": the idiom, not an office."""
    return index > 0 and words[index].text == "urzędu" and words[index - 1].text.lower() == "z"


def _kind_of(kind: str) -> str:
    return "city_office" if kind == "office" else kind


def _by_adjective(text: str, words: list[Word], index: int, neighbour: int, kind: str) -> str | None:
    if not 0 <= neighbour < len(words):
        return None
    left, right = sorted((index, neighbour))
    if text[words[left].end : words[right].start].strip(" \u00a0"):
        return None
    adjective = read_adjective(words[neighbour].text)
    if adjective is None or not adjective.towns:
        return None
    return _of_town(kind, adjective.towns[0])


def _of_town(kind: str, town: str) -> str:
    """„żyrardowskie starostwo" -> „Starostwo Powiatowe w Żyrardowie": the office that a bare word and its town make."""
    locative, genitive = form_of(town, "loc") or town, form_of(town, "gen") or town
    preposition = "we" if re.match(r"[WF][^aeiouyąęó]", locative) else "w"
    if kind == "hospital":
        return f"Szpital {preposition} {locative}"
    if kind == "county_office":
        return f"Starostwo Powiatowe {preposition} {locative}"
    return f"Urząd Miasta {genitive}"


def find_units(text: str, places: Places) -> Iterator[FoundOrganization]:
    """„Gmina Korfantów", „Miasta Gdynia", „Powiat Gnieźnieński": a unit of local government as an organisation."""
    words = words_of(text)
    for index, word in enumerate(words[:-1]):
        unit = next((u for u in sorted(lemmas(word.text)) if u in _UNITS), None)
        if unit is None or not word.text[0].isupper():
            continue
        step = 1 + bool(lemmas(words[index + 1].text) & {"miejski", "wiejski", "stołeczny"} and index + 2 < len(words))
        following = words[index + step]
        between = text[word.end : following.start]
        place = places.at(following.start) if "\n" not in between and (step > 1 or not between.strip(" \u00a0")) else None
        if place is None:
            continue
        name = place.name if place.level == "gmina" else place.name.split(" ", 1)[1].capitalize()
        middle = _MIDDLE.get((unit, next(iter(lemmas(words[index + 1].text) & {"miejski", "wiejski", "stołeczny"}), "")), "")
        yield FoundOrganization(word.start, place.end, f"{_UNITS[unit]} {middle}{name}", "municipality", "organization.unit")
